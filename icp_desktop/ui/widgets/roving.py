"""Many buttons, one Tab stop: arrows move inside."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override


class Roving(QObject):
    """Let arrows walk a grid of buttons; Home and End go to its corners, Enter presses.

    Places are numbered row by row, `columns` to a row. Only the button that had the focus last
    is reached by Tab.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []
        self._columns = 1

    def set_buttons(
        self, buttons: Sequence[QAbstractButton], columns: int, current: int = 0
    ) -> None:
        """Walk these buttons from now on."""
        for button in self._buttons:
            button.removeEventFilter(self)
        self._buttons, self._columns = list(buttons), max(columns, 1)
        for button in self._buttons:
            button.installEventFilter(self)
        if self._buttons:
            self._set_stop(self._buttons[min(current, len(self._buttons) - 1)])

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(watched, QAbstractButton):
            if event.type() == QEvent.Type.FocusIn:
                self._set_stop(watched)
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, button: QAbstractButton, event: QKeyEvent) -> bool:
        now, last = self._buttons.index(button), len(self._buttons) - 1
        steps = {
            Qt.Key.Key_Left: now - 1,
            Qt.Key.Key_Right: now + 1,
            Qt.Key.Key_Up: now - self._columns,
            Qt.Key.Key_Down: now + self._columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            button.click()
            return True
        target = steps.get(Qt.Key(event.key()))
        if target is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if 0 <= target <= last:
            self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _set_stop(self, stop: QAbstractButton) -> None:
        for button in self._buttons:
            by_tab = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(by_tab)
