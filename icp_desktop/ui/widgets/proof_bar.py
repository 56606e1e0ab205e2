"""How well a whole profile is proven, in one bar: solid is known, outline is not yet."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Theme

BAR_WIDTH, BAR_HEIGHT = 150, 12
_GAP = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofCounts:
    """How many answers rest on what; `weak` are opinions and guesses, `open` unanswered."""

    customers: int = 0
    interviews: int = 0
    outside: int = 0
    weak: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        """How many answers there could be."""
        return self.customers + self.interviews + self.outside + self.weak + self.open


def paint_proof_bar(painter: QPainter, rect: QRectF, counts: ProofCounts, theme: Theme) -> None:
    """Paint the bar into a rectangle: data, interviews, sources, then what is not yet known."""
    if not counts.total:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = rect.left()
    parts = ("customers", "interviews", "outside", "weak", "open")
    for part in parts:
        count: int = getattr(counts, part)
        width = rect.width() * count / counts.total
        if count:
            box = QRectF(left, rect.top(), max(width - _GAP, 1.5), rect.height())
            _paint_part(painter, box, part, theme)
        left += width
    painter.restore()


class ProofBar(QWidget):
    """Show the bar of one profile; its words speak for it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._counts = ProofCounts()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_counts(self, counts: ProofCounts, words: str) -> None:
        """Show counts; `words` say the same to a screen reader."""
        self._counts = counts
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(BAR_WIDTH), px(BAR_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_proof_bar(painter, self.rect().toRectF(), self._counts, self._appearance.theme)


def _paint_part(painter: QPainter, box: QRectF, part: str, theme: Theme) -> None:
    if part in {"customers", "interviews"}:
        ink = theme.color("customers" if part == "customers" else "interviews")
        painter.fillRect(box, ink)
    elif part == "open":
        pen = QPen(theme.color("edge"), theme.stroke)
        painter.setPen(pen)
        middle = round(box.center().y()) + 0.5
        painter.drawLine(box.left(), middle, box.right(), middle)  # type: ignore[call-overload]
    else:
        outside = part == "outside"
        pen = QPen(theme.color("outside" if outside else "edge"), 1.5 if outside else theme.stroke)
        painter.setPen(pen)
        painter.setBrush(theme.color("outside_tint") if outside else Qt.BrushStyle.NoBrush)
        half = pen.widthF() / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 2, 2)
