"""A field for several lines that is as high as its text."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.worksheet.reading import LONGEST_TEXT, clean

_CONTROL = 34  # the height of one line with its border, in units
_EDGE, _LARGE_EDGE, _MARGIN = 4, 11, 3  # border and padding, in large type, of the text itself
_SLACK = 2
_MOST_LINES = 14  # a longer text scrolls in its field


class GrowingText(QPlainTextEdit):
    """Take plain words in a field that grows from `least_lines` with its text.

    Tab leaves the field. A pasted text is cut to what an answer can hold and loses characters
    that cannot be shown; `noticed` says so.
    """

    noticed = Signal(str)

    def __init__(
        self, appearance: Appearance, least_lines: int = 2, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._least_lines = least_lines
        self._most = LONGEST_TEXT  # characters; more where a file brought a longer text
        self._room_wanted = 0
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # undo belongs to the whole project
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Qt's rounding leaves a pixel to scroll sideways although every line is wrapped.
        self.horizontalScrollBar().rangeChanged.connect(self._stay_left)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        appearance.changed.connect(self._fit)
        self._fit()

    def set_least_lines(self, lines: int) -> None:
        """Choose how many lines are shown at least."""
        self._least_lines = lines
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text without emitting; the caret stays as near as it can."""
        if text == self.toPlainText():
            return
        self._most = max(LONGEST_TEXT, len(text))
        caret = self.textCursor().position()
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(200), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(80), self.height())

    @override
    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        # A file is for the window, which opens it; its address is no answer.
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    @override
    def insertFromMimeData(self, source: QMimeData, /) -> None:
        text = source.text()
        taken = len(self.toPlainText()) - len(self.textCursor().selectedText())
        room = max(self._most - taken, 0)
        # Cut first: ten megabytes must never reach the field.
        kept = clean(text[: room + 1])[:room]
        self.insertPlainText(kept)
        self.ensureCursorVisible()
        if len(text) > room:
            self.noticed.emit(
                _(
                    "An answer holds {most} characters. The rest of the pasted text was left out.",
                    most=f"{LONGEST_TEXT:,}",
                )
            )
        elif kept != text.replace("\r\n", "\n").replace("\r", "\n"):
            self.noticed.emit(_("Some characters cannot be shown, and were left out."))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _on_text_changed(self) -> None:
        if self.document().characterCount() - 1 <= self._most:
            return  # it counts an emoji twice, but in no time
        over = len(self.toPlainText()) - self._most
        if over > 0:
            cursor = self.textCursor()
            step = (QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor)
            while len(cursor.selectedText()) < over and cursor.movePosition(*step):
                pass  # by whole signs: half an emoji is none
            cursor.removeSelectedText()

    def _stay_left(self, _least: int, most: int) -> None:
        if most:
            self.horizontalScrollBar().setRange(0, 0)

    def _fit(self) -> None:
        self.document().setDocumentMargin(self._appearance.px(_MARGIN))
        lines = min(max(self._line_count(), self._least_lines), _MOST_LINES)
        spacing = QFontMetricsF(self.font()).lineSpacing()
        height = max(self._appearance.px(_CONTROL), self._frame() + ceil(spacing))
        height += ceil((lines - 1) * spacing)
        if height != self._room_wanted:
            self._room_wanted = height
            self.setFixedHeight(height)

    def _frame(self) -> int:
        """Return what borders, padding and the margin of the text take in height."""
        px = self._appearance.px
        if self.property("large") != "true":
            return 2 * (px(_EDGE) + px(_MARGIN))
        # Qt wants a pixel more than large lines have, or it offers to scroll by it.
        return 2 * (px(_LARGE_EDGE) + px(_MARGIN)) + _SLACK

    def _line_count(self) -> int:
        layout = self.document().documentLayout()
        spacing = max(self.fontMetrics().lineSpacing(), 1)
        lines, block = 0, self.document().begin()
        while block.isValid() and lines < _MOST_LINES:
            lines += max(round(layout.blockBoundingRect(block).height() / spacing), 1)
            block = block.next()
        return lines
