"""A text that wraps, in which some words are heavier, lighter or underlined."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.fonts import TypeStyle
from icp_desktop.ui.theme import Role

Underline = Literal["", "solid", "dashed"]
_NARROWEST = 80


@record
class Run:
    """A stretch of words in one dress; the underline of what is missing is dashed.

    What is new beside something older stands on the highlighter's yellow.
    """

    text: str
    tone: Role = "ink"
    strong: bool = False
    underline: Underline = ""
    marked: bool = False


class RunsLabel(QWidget):
    """Paint runs of words as one paragraph, always literally; as high as its width asks."""

    def __init__(
        self, appearance: Appearance, *, style: TypeStyle = "body", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._style: TypeStyle = style
        self._runs: tuple[Run, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self._on_look_changed)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show other words."""
        if self._runs == tuple(runs):
            return
        before = self._laid_out(self.width())[1]
        self._runs = tuple(runs)
        self.setAccessibleName(self.text())
        if self._laid_out(self.width())[1] != before:
            self.updateGeometry()  # the page is laid out anew only where a line was added
        self.update()

    def text(self) -> str:
        """Return all the words."""
        return "".join(run.text for run in self._runs)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return round(self._laid_out(width)[1])

    @override
    def sizeHint(self) -> QSize:
        width = self._appearance.px(320)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        line = round(self._laid_out(1 << 20)[1])
        return QSize(self._appearance.px(_NARROWEST), line)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(
            self.text().replace("\n", "\u2028"), self._appearance.font(self._style)
        )
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats, start = [], 0
        for run in self._runs:
            each = QTextLayout.FormatRange()
            each.start, each.length = start, len(run.text.encode("utf-16-le")) // 2
            each.format = self._format(run)
            formats.append(each)
            start += each.length
        return formats

    def _format(self, run: Run) -> QTextCharFormat:
        words = QTextCharFormat()
        words.setForeground(self._appearance.color(run.tone))
        words.setFontWeight(QFont.Weight.DemiBold if run.strong else QFont.Weight.Normal)
        if run.marked:
            words.setBackground(self._appearance.color("marker"))
        if run.underline == "solid":
            words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            words.setUnderlineColor(self._appearance.color("accent"))
        elif run.underline == "dashed":
            words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            words.setUnderlineColor(self._appearance.color("edge"))
        return words

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()
