"""Labels that show any text literally."""

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.ui.elided_text import fit_lines, is_cut
from icp_desktop.ui.fonts import TypeStyle
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.tooltips import set_tool_tip

_LONG_WORD = re.compile(r"(\S{24})(?=\S)")
_BREAK = "\u200b"  # lets a line end where no space is
_NARROWEST = 40
_WIDEST_LINES = 36  # line heights that make a measure of about 680 px


class PlainLabel(QLabel):
    """Show a text as it is, never as rich text, in one of the type styles.

    With `wrap` it flows over as many lines as it needs, and the longest word never widens a page.
    """

    def __init__(
        self,
        text: str = "",
        *,
        style: TypeStyle = "body",
        tone: Role = "ink",
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setText(text)

    def set_style(self, style: TypeStyle) -> None:
        """Set the text in another type style."""
        set_state(self, "type", style)

    def set_tone(self, tone: Role) -> None:
        """Show the text in another colour of the theme."""
        set_state(self, "tone", tone)

    @override
    def text(self) -> str:
        return self._full

    @override
    def setText(self, text: str, /) -> None:
        if text == self._full:
            return
        self._full = text
        self._show_full()

    @override
    def setBuddy(self, buddy: QWidget, /) -> None:
        super().setBuddy(buddy)
        self._show_full()

    @override
    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        # Qt guesses at a pleasing block; one line, up to the width that reads well, is wanted.
        metrics = self.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self._full.splitlines() or [""]))
        width = min(longest + 2, metrics.height() * _WIDEST_LINES)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint.boundedTo(QSize(_NARROWEST, hint.height())) if self.wordWrap() else hint

    def _show_full(self) -> None:
        shown = _LONG_WORD.sub(rf"\1{_BREAK}", self._full) if self.wordWrap() else self._full
        if self.buddy() is not None:  # from then on "&" would mark a shortcut
            shown = shown.replace("&", "&&")
        self.setAccessibleName(self._full if shown != self._full else "")
        super().setText(shown)


class ElidedLabel(QLabel):
    """Show a text on at most `lines` lines; where it is cut, the tool tip has all of it."""

    def __init__(
        self,
        text: str = "",
        *,
        style: TypeStyle = "body",
        tone: Role = "ink",
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_tone(self, tone: Role) -> None:
        """Show the text in another colour of the theme."""
        set_state(self, "tone", tone)

    @override
    def setText(self, text: str, /) -> None:
        super().setText(text)
        self._tell_rest()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text().replace("\n", " ")) + 2
        return QSize(width, metrics.height() * self._lines)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        lines = self._fitted()
        height = self.fontMetrics().height()
        top = area.top() + max((area.height() - height * len(lines)) // 2, 0)
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        for number, line in enumerate(lines):
            row = QRect(area.left(), top + number * height, area.width(), height)
            self.style().drawItemText(
                painter, row, int(across), self.palette(), self.isEnabled(), line,
                self.foregroundRole(),
            )  # fmt: skip

    def _fitted(self) -> list[str]:
        return fit_lines(self.text(), self.font(), self.contentsRect().width(), self._lines)

    def _tell_rest(self) -> None:
        set_tool_tip(self, self.text() if is_cut(self.text(), self._fitted()) else "")
