"""The range of a score as a bar: solid as far as it is sure, outlined as far as it may reach."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.fit import A_FROM, B_FROM
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Theme

_BOX, _GAP, _BETWEEN = 20, 6, 20


def paint_fit(painter: QPainter, area: QRectF, low: int, high: int, theme: Theme) -> None:
    """Paint the bar into an area, with a tick below it where each tier begins."""
    tick = max(2.0, area.height() / 4)
    bar = QRectF(area.left(), area.top(), area.width(), area.height() - tick - 1)
    middle = bar.center().y()
    painter.fillRect(QRectF(bar.left(), middle - 1, bar.width(), 2), theme.color("line"))
    reach = QRectF(bar.left(), bar.top(), bar.width() * high / 100, bar.height())
    painter.setPen(QPen(theme.color("ink2"), theme.stroke))
    painter.setBrush(theme.color("field"))
    painter.drawRect(reach.adjusted(0.5, 0.5, -0.5, -0.5))
    sure = QRectF(bar.left(), bar.top(), bar.width() * low / 100, bar.height())
    painter.fillRect(sure, theme.color("ink2"))
    for limit in (B_FROM, A_FROM):
        x = bar.left() + bar.width() * limit / 100
        painter.fillRect(QRectF(x, area.bottom() - tick, theme.stroke, tick), theme.color("edge"))


class FitBar(QWidget):
    """The bar by itself, for the panel, with the letters of the tiers under it."""

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._range = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_range(self, low: int, high: int) -> None:
        """Show a score."""
        self._range = (low, high)
        self.setAccessibleName(_("{low} to {high} of 100", low=low, high=high))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        look, px = self._appearance, self._appearance.px
        painter = QPainter(self)
        area = QRectF(0, 0, self.width(), px(22))
        paint_fit(painter, area, *self._range, look.theme)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        base = px(22) + painter.fontMetrics().ascent() + px(2)
        for tier, limit in (("C", 0), ("B", B_FROM), ("A", A_FROM)):
            x = self.width() * limit / 100
            painter.drawText(round(x) + (px(1) if not limit else -px(4)), base, tier)

    def _fit(self) -> None:
        self.setFixedHeight(self._appearance.px(44))


class FitLegend(QWidget):
    """What the two parts of the bar mean."""

    def __init__(self, appearance: Appearance) -> None:
        """Say it in two words each."""
        super().__init__()
        self._appearance = appearance
        self._words = (_("sure"), _("not known yet"))
        self.setAccessibleName(_("The solid part of a bar is sure, the outlined not known yet."))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        metrics = QFontMetrics(self._appearance.font("caption"))
        words = sum(metrics.horizontalAdvance(each) for each in self._words)
        return QSize(words + px(2 * (_BOX + _GAP) + _BETWEEN), metrics.height() + px(4))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        look, px = self._appearance, self._appearance.px
        painter = QPainter(self)
        painter.setFont(look.font("caption"))
        metrics = painter.fontMetrics()
        base = (self.height() + metrics.capHeight()) // 2
        left = 0
        for solid, words in zip((True, False), self._words, strict=True):
            box = QRectF(left, (self.height() - px(_BOX) / 2) / 2, px(_BOX), px(_BOX) / 2)
            painter.setPen(QPen(look.color("ink2"), look.theme.stroke))
            painter.setBrush(look.color("ink2" if solid else "field"))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            left += px(_BOX + _GAP)
            painter.drawText(left, base, words)
            left += metrics.horizontalAdvance(words) + px(_BETWEEN)
