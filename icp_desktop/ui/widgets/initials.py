"""A client as two letters in a box."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.fonts import type_font
from icp_desktop.ui.theme import Theme

_SIZE, _RADIUS = 32, 4


def initials_of(name: str) -> str:
    """Return the first letters of the first two words that begin with a letter or digit."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    letters = [word[0] for word in words[:2]] if len(words) > 1 else [words[0][:2]]
    return "".join(letters).upper()[:3]


def paint_initials(painter: QPainter, rect: QRectF, name: str, theme: Theme) -> None:
    """Paint the letters of a name into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("edge"), theme.stroke))
    painter.setBrush(theme.color("field"))
    half = theme.stroke / 2
    radius = theme.px(_RADIUS)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.setFont(type_font("caption_strong", theme.scale))
    painter.setPen(theme.color("ink2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials_of(name))
    painter.restore()


class Initials(QWidget):
    """Show the letters of a name; the name beside them speaks."""

    def __init__(
        self,
        appearance: Appearance,
        name: str = "",
        *,
        size: int = _SIZE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = name
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)

    def show_name(self, name: str) -> None:
        """Show the letters of another name."""
        self._name = name
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._appearance.px(self._size)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_initials(painter, self.rect().toRectF(), self._name, self._appearance.theme)
