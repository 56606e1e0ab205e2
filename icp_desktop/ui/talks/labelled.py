"""A control with its name in small above it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.reading import clean

_LONGEST = 200


class Labelled(QWidget):
    """Stack a caption and a control."""

    def __init__(self, appearance: Appearance, words: str, control: QWidget) -> None:
        super().__init__()
        label = PlainLabel(literal(words), style="caption", tone="ink2")
        label.setAccessibleName(words)
        label.setBuddy(control)
        control.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(2))
        column.addWidget(label)
        column.addWidget(control)


class DetailLine(QLineEdit):
    """One line of a person's details; `written` is emitted by the person only."""

    written = Signal(str)
    sealed = Signal()

    def __init__(self, appearance: Appearance, width: int, hint: str = "") -> None:
        super().__init__()
        self._appearance = appearance
        self._wide = width
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(hint)
        self.textEdited.connect(lambda text: self.written.emit(clean(text)))
        self._fit()
        appearance.changed.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show a text without emitting; the caret survives where nothing differs."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)  # a long one is read from its beginning

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.sealed.emit()

    def _fit(self) -> None:
        self.setFixedWidth(self._appearance.px(self._wide))


class DetailCombo(Combo):
    """One of a few entries; `picked` carries its id. Without a width it takes what there is."""

    picked = Signal(str)

    def __init__(
        self, appearance: Appearance, width: int = 0, entries: Iterable[tuple[str, str]] = ()
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._wide = width
        self.show_entries(entries)
        self.activated.connect(lambda _index: self.picked.emit(self.current_id()))
        self._fit()
        appearance.changed.connect(self._fit)

    def show_entries(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer entries, each by id and words."""
        chosen = self.current_id()
        blocked = self.blockSignals(True)
        self.clear()
        for entry, words in entries:
            self.addItem(words, entry)
        self.blockSignals(blocked)
        self.show_id(chosen)

    def _fit(self) -> None:
        if self._wide:
            self.setFixedWidth(self._appearance.px(self._wide))
