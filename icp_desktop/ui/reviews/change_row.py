"""One answer that changed: what it was, struck out, and what it is, marked; the grades beside."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.checks.grades import GRADE_NAMES, Grade
from icp_desktop.documents.changes import Change
from icp_desktop.documents.review_changes import new_words, old_words
from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines
from icp_desktop.ui.marks import MARK_SIZE, MarkKind, paint_mark
from icp_desktop.ui.widgets.tooltips import set_tool_tip

_MOST_LINES = 6
_LEAST = 200


class ChangeRow(QWidget):
    """Show a change; its height follows from its words and its width."""

    def __init__(self, appearance: Appearance, change: Change, where: str) -> None:
        """Show what an answer was and is; `where` says whose it is."""
        super().__init__()
        self._appearance = appearance
        self._name = f"{change.name} · {where}" if where else change.name
        self._old, self._new = old_words(change), new_words(change)
        self._marks = change.old_mark, change.new_mark
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._spoken())
        set_tool_tip(self, self._spoken())
        appearance.changed.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        """What is read out."""
        return self._spoken()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(320), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(_LEAST), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        top = px(8)
        top += self._paint_head(painter, top)
        for line in self._lines(self._old):
            top += self._paint_line(painter, top, line, struck=True)
        for line in self._lines(self._new):
            top += self._paint_line(painter, top, line, struck=False)
        if not self._new:
            painter.setFont(look.font("body"))
            painter.setPen(theme.color("ink2"))
            painter.drawText(0, top + painter.fontMetrics().ascent(), _("taken out"))
        low = self.height() - theme.stroke
        painter.fillRect(QRect(0, low, self.width(), theme.stroke), theme.color("line"))
        painter.end()

    def _paint_head(self, painter: QPainter, top: int) -> int:
        """Paint the name and the marks; return the height they take."""
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        side, gap = px(MARK_SIZE), px(8)
        right = self.width()
        for number, mark in enumerate(reversed(self._marks)):
            kind: MarkKind = mark or "open"
            right -= side
            paint_mark(painter, QRectF(right, top, side, side), kind, theme)
            right -= gap
            if not number:
                arrow = QRect(right - px(16), top + (side - px(16)) // 2, px(16), px(16))
                look.icons.paint(painter, arrow, "arrow-right")
                right -= px(16) + gap
        painter.setFont(look.font("caption"))
        painter.setPen(theme.color("ink2"))
        (name,) = fit_lines(self._name, look.font("caption"), right, 1) or [""]
        box = QRect(0, top, max(right, 0), side)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        return side + px(2)

    def _paint_line(self, painter: QPainter, top: int, line: str, *, struck: bool) -> int:
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        font = QFont(look.font("body"))
        font.setStrikeOut(struck)
        metrics = QFontMetrics(font)
        if not struck:
            wide = metrics.horizontalAdvance(line) + px(4)
            painter.fillRect(QRect(0, top, wide, metrics.height()), theme.color("marker"))
        painter.setFont(font)
        painter.setPen(theme.color("ink2" if struck else "ink"))
        painter.drawText(0, top + metrics.ascent(), line)
        return metrics.height() + px(1)

    def _lines(self, words: str) -> list[str]:
        room = max(self.width() - 2 * self._appearance.px(4), 1)
        return fit_lines(words, self._appearance.font("body"), room, _MOST_LINES) if words else []

    def _fit(self) -> None:
        px = self._appearance.px
        line = QFontMetrics(self._appearance.font("body")).height() + px(1)
        lines = len(self._lines(self._old)) + len(self._lines(self._new)) + (not self._new)
        self.setFixedHeight(px(8) + px(MARK_SIZE) + px(2) + lines * line + px(8))
        self.update()

    def _spoken(self) -> str:
        was, now = self._old or _("open"), self._new or _("taken out")
        old, new = (_grade(each) for each in self._marks)
        return _(
            "{name}. Was: {was}, {old}. Is now: {now}, {new}.",
            name=self._name,
            was=was,
            now=now,
            old=old,
            new=new,
        )


def _grade(mark: Grade | None) -> str:
    return _(GRADE_NAMES[mark]) if mark else _("Still open")
