"""The evidence marks: solid means known, outline means not yet.

Each is drawn on a grid of 18 by 18, so that widgets, delegates and icons show the same shape.
"""

from functools import cache
from typing import Literal, get_args

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.fonts import FAMILY
from icp_desktop.ui.theme import Theme

MarkKind = Literal["assumption", "team", "outside", "interviews", "customers", "waiting", "open"]
MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
MARK_SIZE = 18  # units; never shown smaller
_STROKE, _HEAVY_STROKE = 1.5, 2.0
_RADIUS = 7.5
_DASH, _GAP, _DASHES = 3.1, 2.8, 8
_LETTER_PIXELS = 10
_LETTERS: dict[MarkKind, tuple[str, QPointF]] = {
    "assumption": ("A", QPointF(9, 9)),
    "team": ("T", QPointF(9, 9)),
    "outside": ("S", QPointF(9, 10.4)),
    "interviews": ("I", QPointF(9, 7.5)),
    "customers": ("D", QPointF(9, 9)),
}


def paint_mark(painter: QPainter, rect: QRectF, mark: MarkKind, theme: Theme) -> None:
    """Paint a mark centred in a rectangle, as large as fits."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / MARK_SIZE, side / MARK_SIZE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[mark](painter, theme)
    if mark in _LETTERS:
        letter, centre = _LETTERS[mark]
        cut_out = mark in {"interviews", "customers"}
        painter.translate(centre)
        painter.fillPath(_letter(letter), theme.color("on_grade") if cut_out else _ink(mark, theme))
    painter.restore()


def mark_pixmap(mark: MarkKind, theme: Theme, size: int = MARK_SIZE, ratio: float = 1.0) -> QPixmap:
    """Return a mark as a pixmap of `size` logical pixels."""
    side = max(round(size * ratio), 1)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_mark(painter, QRectF(0, 0, side, side), mark, theme)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def mark_icon(mark: MarkKind, theme: Theme, size: int = MARK_SIZE) -> QIcon:
    """Return a mark as an icon for a menu or an action."""
    icon = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        icon.addPixmap(mark_pixmap(mark, theme, theme.px(size), ratio))
    return icon


class MarkLabel(QWidget):
    """Show one mark; it is silent to screen readers, the words beside it speak."""

    def __init__(
        self,
        appearance: Appearance,
        mark: MarkKind = "open",
        *,
        size: int = MARK_SIZE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._mark = mark
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_mark(self, mark: MarkKind) -> None:
        """Show another mark."""
        if mark != self._mark:
            self._mark = mark
            self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._appearance.px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, _event: object, /) -> None:
        painter = QPainter(self)
        paint_mark(painter, self.rect().toRectF(), self._mark, self._appearance.theme)
        painter.end()


def _ink(mark: MarkKind, theme: Theme) -> QColor:
    if mark in {"waiting", "open"}:
        return theme.color("ink2")
    color: str = getattr(theme, mark)
    return QColor(color)


def _pen(mark: MarkKind, theme: Theme) -> QPen:
    width = _HEAVY_STROKE if theme.is_contrast else _STROKE
    pen = QPen(_ink(mark, theme), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _paint_assumption(painter: QPainter, theme: Theme) -> None:
    pen = _pen("assumption", theme)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([_DASH / pen.widthF(), _GAP / pen.widthF()])
    painter.setPen(pen)
    # The radius makes the round exactly eight dashes and gaps long.
    painter.drawEllipse(QPointF(9, 9), _RADIUS, _RADIUS)


def _paint_team(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen("team", theme))
    painter.drawEllipse(QPointF(9, 9), _RADIUS, _RADIUS)


def _paint_outside(painter: QPainter, theme: Theme) -> None:
    sheet = QPainterPath(QPointF(3.2, 1.75))
    for x, y in ((10.6, 1.75), (14.8, 5.95), (14.8, 16.25), (3.2, 16.25)):
        sheet.lineTo(x, y)
    sheet.closeSubpath()
    painter.setPen(_pen("outside", theme))
    painter.setBrush(theme.color("outside_tint"))
    painter.drawPath(sheet)
    fold = QPainterPath(QPointF(10.6, 1.75))
    fold.lineTo(10.6, 5.95)
    fold.lineTo(14.8, 5.95)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(fold)


def _paint_interviews(painter: QPainter, theme: Theme) -> None:
    bubble = QPainterPath()
    bubble.addRoundedRect(QRectF(1, 1.6, 16, 11.9), 1.6, 1.6)
    tail = QPainterPath(QPointF(5.8, 12.5))
    for x, y in ((5.8, 17), (10.6, 13.2), (10.6, 12.5)):
        tail.lineTo(x, y)
    tail.closeSubpath()
    painter.fillPath(bubble.united(tail), _ink("interviews", theme))


def _paint_customers(painter: QPainter, theme: Theme) -> None:
    square = QPainterPath()
    square.addRoundedRect(QRectF(1.4, 1.4, 15.2, 15.2), 1.8, 1.8)
    painter.fillPath(square, _ink("customers", theme))


def _paint_waiting(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen("waiting", theme))
    painter.drawEllipse(QPointF(9, 9), 7.1, 7.1)
    hands = QPainterPath(QPointF(9, 5))
    hands.lineTo(9, 9.2)
    hands.lineTo(11.6, 10.8)
    painter.drawPath(hands)


def _paint_open(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_ink("open", theme))
    painter.drawEllipse(QPointF(9, 9), 2, 2)


_SHAPES = {
    "assumption": _paint_assumption,
    "team": _paint_team,
    "outside": _paint_outside,
    "interviews": _paint_interviews,
    "customers": _paint_customers,
    "waiting": _paint_waiting,
    "open": _paint_open,
}


@cache
def _letter(letter: str) -> QPainterPath:
    """Return a bold letter as an outline around the origin, the I with serifs."""
    font = QFont(FAMILY)
    font.setPixelSize(_LETTER_PIXELS * 10)  # large, then shrunk: no hinting distorts it
    font.setWeight(QFont.Weight.Bold)
    font.setFeature(QFont.Tag("ss04"), 1)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, letter)
    box = path.boundingRect()
    path.translate(-box.center())
    return QTransform.fromScale(0.1, 0.1).map(path)
