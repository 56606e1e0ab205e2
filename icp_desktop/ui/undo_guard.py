"""Undo and redo belong to the project, also while a field has the focus."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoGuard(QObject):
    """Keeps the fields of one part of the window from taking Ctrl+Z for their own undo.

    Only the widget that has the focus is filtered: a filter on the whole application would be
    called for every event.
    """

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        """Guard nothing until `guard`."""
        super().__init__(parent)
        self._part: QWidget | None = None
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def guard(self, part: QWidget | None) -> None:
        """Guard a part of the window, or none."""
        self._part = part
        self._watch(QApplication.focusWidget())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return any(event.matches(step) for step in _STEPS)
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._watch(new)

    def _watch(self, widget: QWidget | None) -> None:
        # A widget on its way out loses the focus after its Python half is gone.
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._on_destroyed)
        self._watched = None
        part = self._part if self._part is not None and isValid(self._part) else None
        if widget is not None and part is not None and part.isAncestorOf(widget):
            widget.installEventFilter(self)
            widget.destroyed.connect(self._on_destroyed)
            self._watched = widget

    def _on_destroyed(self) -> None:
        self._watched = None
