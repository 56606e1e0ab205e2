"""What was said to one question: typed in a field in which words can be marked as quotes."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from icp_desktop.model.interview import Quote
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.growing_text import GrowingText

_SENTENCE = re.compile(r"[^.!?…\n]*[.!?…]*[”’\"»)]*")


class TalkText(GrowingText):
    """Type an answer; what is marked shows as by a highlighter.

    Positions are those of Python, which counts an emoji once; Qt counts it twice.
    """

    written = Signal(str)
    sealed = Signal()
    entered = Signal()

    def __init__(
        self, appearance: Appearance, least_lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, least_lines, parent)
        self._look = appearance
        self._quotes: tuple[Quote, ...] = ()
        self.textChanged.connect(lambda: self.written.emit(self.toPlainText()))
        appearance.changed.connect(self._paint_quotes)

    def show_quotes(self, quotes: Sequence[Quote]) -> None:
        """Highlight the words of quotes."""
        self._quotes = tuple(quotes)
        self._paint_quotes()

    def marked_span(self) -> tuple[int, int]:
        """Return what is to be marked: the selection, or the sentence at the caret."""
        text, cursor = self.toPlainText(), self.textCursor()
        if cursor.hasSelection():
            return _index(text, cursor.selectionStart()), _index(text, cursor.selectionEnd())
        caret = _index(text, cursor.position())
        for found in _SENTENCE.finditer(text):
            if found.start() <= caret <= found.end() and found.group().strip():
                return found.span()
        return caret, caret

    def quote_at_caret(self) -> Quote | None:
        """Return the quote that the caret or the selection is in."""
        text, cursor = self.toPlainText(), self.textCursor()
        first, last = (
            _index(text, each) for each in (cursor.selectionStart(), cursor.selectionEnd())
        )
        touched = [each for each in self._quotes if each.start <= last and first <= each.end]
        return min(touched, key=lambda each: abs(each.start - first), default=None)

    def select_quote(self, quote: Quote) -> None:
        """Select the words of a quote and show them."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(_units(text[: quote.start]))
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(_units(text[: quote.end]), keep)
        self.setTextCursor(cursor)
        self.setFocus()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.sealed.emit()

    def _paint_quotes(self) -> None:
        text = self.toPlainText()
        look = QTextCharFormat()
        look.setBackground(self._look.color("marker"))
        look.setForeground(self._look.color("ink"))
        marks = []
        for quote in self._quotes:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            last = self.document().characterCount() - 1
            cursor.setPosition(min(_units(text[: quote.start]), last))
            cursor.setPosition(
                min(_units(text[: quote.end]), last), QTextCursor.MoveMode.KeepAnchor
            )
            mark.cursor = cursor
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)


def _units(text: str) -> int:
    """Return how many positions Qt counts for a text."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _index(text: str, units: int) -> int:
    """Return the index in Python of a position of Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
