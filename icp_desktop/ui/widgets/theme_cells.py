"""One cell per interview in order, solid where a theme came up."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Theme

_CELL, _GAP, _HEIGHT, _RADIUS = 10, 2, 10, 2
_MOST_CELLS = 11  # of full size; more of them shrink
_NARROWEST = 3.0  # pixels; with less, shares are shown instead of single talks


def paint_cells(painter: QPainter, rect: QRectF, cells: Sequence[bool], theme: Theme) -> None:
    """Paint cells from the right edge of a rectangle, smaller ones where there are many."""
    if not cells:
        return
    height = min(theme.px(_HEIGHT), rect.height())
    top = rect.center().y() - height / 2
    step = min(theme.px(_CELL + _GAP), rect.width() / len(cells))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if step < _NARROWEST:
        _paint_share(painter, QRectF(rect.left(), top, rect.width(), height), cells, theme)
    else:
        gap = theme.px(_GAP) if step > theme.px(_CELL / 2) else 1
        left = rect.right() - step * len(cells) + gap
        for number, solid in enumerate(cells):
            cell = QRectF(left + number * step, top, step - gap, height)
            _paint_cell(painter, cell, theme, solid=solid)
    painter.restore()


def _paint_cell(painter: QPainter, cell: QRectF, theme: Theme, *, solid: bool) -> None:
    radius = min(theme.px(_RADIUS), cell.width() / 4)
    inset = theme.stroke / 2
    painter.setPen(QPen(theme.color("interviews" if solid else "edge"), theme.stroke))
    painter.setBrush(theme.color("interviews" if solid else "field"))
    painter.drawRoundedRect(cell.adjusted(inset, inset, -inset, -inset), radius, radius)


def _paint_share(painter: QPainter, bar: QRectF, cells: Sequence[bool], theme: Theme) -> None:
    solid = QRectF(bar)
    solid.setWidth(bar.width() * sum(cells) / len(cells))
    _paint_cell(painter, bar, theme, solid=False)
    if solid.width() > 0:
        _paint_cell(painter, solid, theme, solid=True)


class ThemeCells(QWidget):
    """Show the cells of one theme; silent to screen readers, the count beside it speaks."""

    def __init__(
        self, appearance: Appearance, cells: Sequence[bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._cells = tuple(cells)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(cells_width(self._appearance, len(self._cells)), px(_HEIGHT + 8))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_cells(painter, self.rect().toRectF(), self._cells, self._appearance.theme)
        painter.end()


def cells_width(appearance: Appearance, count: int) -> int:
    """Return the width that so many cells take; above eleven they shrink into it."""
    return appearance.px((_CELL + _GAP) * min(max(count, 1), _MOST_CELLS))
