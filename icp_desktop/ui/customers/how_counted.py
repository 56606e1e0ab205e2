"""What the words of a comparison mean, and the swatches that tell its two sides apart."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.words import HOW_COUNTED
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.labels import PlainLabel

_SWATCH = 10


class HowCounted(QWidget):
    """Explain the words where there is no finding to show."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(PlainLabel(_("How this is counted"), style="lead_strong", wrap=True))
        for name, words in HOW_COUNTED:
            column.addSpacing(px(8))
            column.addWidget(PlainLabel(_(name), style="strong", wrap=True))
            column.addWidget(PlainLabel(_(words), style="caption", tone="ink2", wrap=True))


class Swatch(QWidget):
    """A small square in the colour of one side; the words beside it speak."""

    def __init__(self, appearance: Appearance, role: Literal["customers", "rest"]) -> None:
        super().__init__()
        self._appearance = appearance
        self._role: Literal["customers", "rest"] = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = self._appearance.px(_SWATCH)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        edge = "edge" if self._role == "rest" else self._role
        painter.setPen(QPen(theme.color(edge), theme.stroke))
        painter.setBrush(theme.color(self._role))
        inset = theme.stroke / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()
