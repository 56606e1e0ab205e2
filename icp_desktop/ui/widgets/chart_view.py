"""A chart that is the same picture on screen and in print, in the colours of the screen."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.documents.charts import Chart, Inks
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Theme

_MM = 4.0  # units of the look to a millimetre of a chart


def inks_of(theme: Theme) -> Inks:
    """Return the colours of charts on the screen."""
    return Inks(
        best=theme.customers,
        others=theme.rest,
        edge=theme.edge,
        track=theme.rail,
        ink=theme.ink,
        inside=theme.on_grade,
        ground=theme.page,
    )


def paint_chart(painter: QPainter, place: QRectF, chart: Chart) -> None:
    """Paint a chart into a place, as wide as it is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(chart.svg.encode())).render(painter, place)
    painter.restore()


class ChartView(QWidget):
    """Show the chart that `draw` makes for a width in millimetres and the inks of the screen."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._draw: Callable[[float, Inks], Chart] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        appearance.changed.connect(self._refresh)

    def show_chart(self, draw: Callable[[float, Inks], Chart]) -> None:
        """Show another chart."""
        self._draw = draw
        self._refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._appearance.px(240), self._height(self._appearance.px(240)))

    @override
    def resizeEvent(self, event: object, /) -> None:
        self.setFixedHeight(max(self._height(self.width()), 1))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        chart = self._chart(self.width())
        if chart is None:
            return
        painter = QPainter(self)
        height = chart.height * self._unit()
        paint_chart(painter, QRectF(0, 0, self.width(), height), chart)
        painter.end()

    def _unit(self) -> float:
        return _MM * self._appearance.theme.scale

    def _chart(self, width: int) -> Chart | None:
        if self._draw is None or width <= 0:
            return None
        return self._draw(width / self._unit(), inks_of(self._appearance.theme))

    def _height(self, width: int) -> int:
        chart = self._chart(width)
        return round(chart.height * self._unit()) if chart else 0

    def _refresh(self) -> None:
        self.setFixedHeight(max(self._height(self.width()), 1))
        words = self._chart(max(self.width(), 1))
        self.setAccessibleName(words.words if words else "")
        self.update()
