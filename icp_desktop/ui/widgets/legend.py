"""The legend of the map: each kind of mark with its count; choosing one filters the map."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MarkKind, paint_mark

_HEIGHT, _MARK, _GAP, _SIDE = 28, 18, 6, 6


class LegendButton(QToolButton):
    """Show a mark, what it is called and how often it occurs; checkable."""

    def __init__(
        self, appearance: Appearance, mark: MarkKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._mark = mark
        self._label, self._count = "", ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_count(self, label: str, count: int) -> None:
        """Show what the mark means and how often it occurs."""
        self._label, self._count = label, str(count)
        self.setAccessibleName(f"{label}: {count}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        plain = QFontMetrics(self._appearance.font("caption"))
        strong = QFontMetrics(self._appearance.font("caption_strong"))
        words = plain.horizontalAdvance(self._label) + strong.horizontalAdvance(self._count)
        return QSize(words + px(_MARK + 2 * _GAP + 2 * _SIDE), px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            pen = QPen(theme.color("accent"), theme.stroke)
            painter.setPen(pen if self.isChecked() or theme.is_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("soft" if self.isChecked() else "rail"))
            half = theme.stroke / 2
            box = self.rect().toRectF().adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, px(4), px(4))
        mark = QRectF(px(_SIDE), (self.height() - px(_MARK)) / 2, px(_MARK), px(_MARK))
        paint_mark(painter, mark, self._mark, theme)
        caption = self._appearance.font("caption")
        metrics = QFontMetrics(caption)
        base = (self.height() + metrics.capHeight()) // 2
        left = px(_SIDE + _MARK + _GAP)
        painter.setFont(caption)
        painter.setPen(theme.color("ink2"))
        painter.drawText(QPoint(left, base), self._label)
        painter.setFont(self._appearance.font("caption_strong"))
        painter.setPen(theme.color("ink"))
        count_at = left + metrics.horizontalAdvance(self._label) + px(_GAP)
        painter.drawText(QPoint(count_at, base), self._count)
