"""The keys of the page, said where they are used."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.i18n import _, later
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel

_KEYS = (
    ("Ctrl+Return", later("next question")),
    ("Ctrl+D", later("mark a quote")),
    ("Ctrl+T", later("give it a theme")),
)
_HEIGHT, _PAD, _RADIUS = 20, 5, 4
_INDENT = 28  # as far as the answers are


class KeyLegend(QWidget):
    """Show each key as a key cap with what it does."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        flow = FlowLayout(self, gap=px(20), row_gap=px(6))
        flow.setContentsMargins(px(_INDENT), 0, 0, 0)
        for keys, words in _KEYS:
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(6))
            row.addWidget(KeyCap(appearance, keys))
            row.addWidget(PlainLabel(_(words), style="caption", tone="ink2"))
            flow.addWidget(pair)


class KeyCap(QWidget):
    """One combination of keys as the system writes it."""

    def __init__(self, appearance: Appearance, keys: str) -> None:
        super().__init__()
        self._appearance = appearance
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._words = native.replace("Return", _("Enter")).replace("+", " ")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self._words)
        return QSize(words + 2 * px(_PAD), max(px(_HEIGHT), metrics.height()))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.stroke / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        radius = theme.px(_RADIUS)
        painter.setPen(QPen(theme.color("edge"), theme.stroke))
        painter.setBrush(theme.color("field"))
        painter.drawRoundedRect(box, radius, radius)
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(theme.color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
