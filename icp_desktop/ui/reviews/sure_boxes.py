"""How sure a change is: three boxes, filled as far as it is sure, and a word under them."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.charts import draw_sureness
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.chart_view import inks_of, paint_chart
from icp_desktop.ui.widgets.labels import PlainLabel

_SIDE = 12


class SureBoxes(QWidget):
    """Show how sure something is; the word alone is read out."""

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._boxes = _Boxes(appearance)
        self._words = PlainLabel(style="caption", tone="ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(4))
        column.addWidget(self._boxes)
        column.addWidget(self._words)
        column.addStretch(1)

    def show_sure(self, boxes: int | None, words: str) -> None:
        """Show so many filled boxes of three, none with None, and what that means."""
        self._boxes.setVisible(boxes is not None)
        self._boxes.show_count(boxes or 0)
        self._words.setText(words)


class _Boxes(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_count(self, count: int) -> None:
        self._count = count
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._appearance.px(_SIDE)
        chart = draw_sureness(0, inks=inks_of(self._appearance.theme))
        return QSize(round(side * chart.width / chart.height), side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        chart = draw_sureness(self._count, inks=inks_of(self._appearance.theme))
        paint_chart(painter, QRectF(self.rect()), chart)
        painter.end()
