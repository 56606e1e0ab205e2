"""A painted row to choose: chosen it stands on a soft ground, with a hairline under it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance


class RowButton(QAbstractButton):
    """Ground, line and size of a row; what stands in it is painted by the one who derives it."""

    def __init__(self, appearance: Appearance, *, usual: int, least: int, height: int) -> None:
        """Take the usual and least width and the height, in units of the look."""
        super().__init__()
        self._appearance = appearance
        self._usual, self._least, self._height = usual, least, height
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def choose(self, *, chosen: bool) -> None:
        """Show the row as chosen or not, and tell nobody."""
        blocked = self.blockSignals(True)
        self.setChecked(chosen)
        self.blockSignals(blocked)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the ground, if it is chosen or pointed at, and the line under the row."""
        theme, box = self._appearance.theme, self.rect()
        if self.isChecked() or self.underMouse():
            painter.fillRect(box, theme.color("soft" if self.isChecked() else "rail"))
        line = QRect(box.left(), box.bottom() + 1 - theme.stroke, box.width(), theme.stroke)
        painter.fillRect(line, theme.color("line"))

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(self._usual), px(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(self._least), px(self._height))
