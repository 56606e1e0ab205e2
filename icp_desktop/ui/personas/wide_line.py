"""A line to type in that is as wide as there is room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from icp_desktop.worksheet.reading import clean

_LONGEST = 120


class WideLine(QLineEdit):
    """One line; `written` is emitted by the person only, `sealed` as the line is left."""

    written = Signal(str)
    sealed = Signal()

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(hint)
        self.textEdited.connect(lambda text: self.written.emit(clean(text)))

    def show_text(self, text: str) -> None:
        """Show a text without emitting; the caret survives where nothing differs."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.sealed.emit()
