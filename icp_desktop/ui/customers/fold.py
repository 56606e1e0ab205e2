"""One line that opens to what it gathers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.surfaces import Hairline

_HEIGHT, _SIDE, _ICON, _GAP = 40, 8, 18, 8


class FoldLine(QAbstractButton):
    """The line itself: a chevron, strong words, and a glimpse of what is inside."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._glimpse = ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(appearance.px(_HEIGHT))
        self.toggled.connect(self.update)

    def show_words(self, words: str, glimpse: str) -> None:
        """Show other words."""
        self.setText(words)
        self._glimpse = glimpse
        self.setAccessibleName(f"{words}: {glimpse}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        look, px = self._appearance, self._appearance.px
        painter = QPainter(self)
        painter.setPen(look.color("ink"))
        upright = Qt.AlignmentFlag.AlignVCenter
        side = px(_ICON)
        icon = look.icons.icon("chevron-down" if self.isChecked() else "chevron-right", size=_ICON)
        icon.paint(painter, px(_SIDE), (self.height() - side) // 2, side, side)
        left = px(_SIDE + _GAP) + side
        painter.setFont(look.font("strong"))
        strong = painter.fontMetrics()
        room = self.rect().adjusted(left, 0, -px(_SIDE), 0)
        words = strong.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, upright, words)
        room.setLeft(room.left() + strong.horizontalAdvance(words) + px(_GAP))
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink2"))
        glimpse = painter.fontMetrics().elidedText(
            self._glimpse, Qt.TextElideMode.ElideRight, max(room.width(), 0)
        )
        painter.drawText(room, upright, glimpse)
        painter.end()


class Fold(QWidget):
    """A line with the content it opens, closed at first."""

    def __init__(self, appearance: Appearance, content: QWidget) -> None:
        super().__init__()
        self.line = FoldLine(appearance)
        self.content = content
        content.hide()
        self.line.toggled.connect(content.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(Hairline())
        column.addWidget(content)

    def show_words(self, words: str, glimpse: str) -> None:
        """Show other words on the line."""
        self.line.show_words(words, glimpse)
