"""One entry of a list of terms, with the button that removes it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.values import Term
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Role

_HEIGHT, _PAD, _CROSS_AREA, _CROSS = 26, 10, 26, 14


class TermChip(QWidget):
    """Show a term; arrows step on, Delete and Backspace remove it, Enter and F2 open it."""

    removed = Signal()
    opened = Signal()
    stepped = Signal(int)  # -1 to the term before, 1 to the one after
    typed = Signal(str)  # a letter that belongs into the field behind the terms

    def __init__(self, appearance: Appearance, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.term = term
        self._over_cross = False
        self.setMouseTracking(True)
        # One Tab stop for the whole list: arrows reach the terms.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("ownFocus", "true")

    def show_place(self, number: int, total: int) -> None:
        """Say which of how many terms this is."""
        name = _(
            "{term}, {n} of {total}. Delete removes it.", term=self.term.text, n=number, total=total
        )
        self.setAccessibleName(name)

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        words = self.fontMetrics().horizontalAdvance(self.term.text)
        return QSize(px(_PAD) + words + px(_CROSS_AREA) + 2, px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(60), self._appearance.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = theme.stroke + 1 if focused else theme.stroke
        painter.setPen(QPen(theme.color("accent" if focused else "line"), width))
        painter.setBrush(theme.color("soft" if focused else "rail"))
        half = width / 2
        box = self.rect().toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, px(4), px(4))
        words = self.rect().adjusted(px(_PAD), 0, -px(_CROSS_AREA), 0)
        text = self.fontMetrics().elidedText(
            self.term.text, Qt.TextElideMode.ElideRight, words.width() + 1
        )
        painter.setPen(theme.color("ink"))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        side = px(_CROSS)
        left = self.width() - (px(_CROSS_AREA) + side) // 2
        cross = self.rect().adjusted(left, (self.height() - side) // 2, 0, 0)
        cross.setSize(QSize(side, side))
        role: Role = "accent" if self._over_cross else "ink2"
        self._appearance.icons.paint(painter, cross, "close", role=role)

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        self._set_over_cross(self._is_cross(event))

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        self._set_over_cross(False)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_cross(event):
            self.removed.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        if not self._is_cross(event):
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.opened.emit()
            case _ if event.text().isprintable() and event.text().strip():
                self.typed.emit(event.text())
            case _:
                super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.update()

    def _is_cross(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        area = self._appearance.px(_CROSS_AREA)
        return self.rect().contains(at) and at.x() >= self.width() - area

    def _set_over_cross(self, over: bool) -> None:
        if over != self._over_cross:
            self._over_cross = over
            self.update()
