"""The two small buttons of every answer: what it rests on, and how much it matters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MARK_SIZE, MarkKind, paint_mark
from icp_desktop.ui.theme import Role, Theme
from icp_desktop.ui.widgets.buttons import literal

_CHIP_WIDTH, _HEIGHT = 160, 28
_CHEVRON, _PAD, _GAP = 16, 7, 8


class _PaintedButton(QToolButton):
    """A tool button that opens a menu at once and paints itself."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # A click must not take the caret out of the answer it speaks of.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        appearance.changed.connect(self.updateGeometry)

    def _ground(self) -> tuple[Role | None, bool]:
        """Return the token of the ground, if there is one, and whether the mouse is over."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if self.isDown() or bool(option.state & QStyle.StateFlag.State_Sunken):
            return "desk", over
        return ("rail" if over else None), over

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._appearance.font("caption"))

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.HoverEnter, QEvent.Type.HoverLeave}:
            self.update()
        return super().event(event)


class EvidenceChip(_PaintedButton):
    """Show the mark and the words of what an answer rests on; its menu changes that."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._mark: MarkKind = "assumption"
        self._disputed = False
        self.setObjectName("evidence")
        self.show_evidence("assumption", _("Assumption"))

    def show_evidence(self, mark: MarkKind, words: str, *, disputed: bool = False) -> None:
        """Show a mark and its words; `disputed` says that there is proof against it, too."""
        self._mark = mark
        self._disputed = disputed
        shown = _("{words}, disputed", words=words) if disputed else words
        self.setText(shown)
        self.setAccessibleName(_("Evidence: {words}", words=shown))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(_CHIP_WIDTH), px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(_HEIGHT + _CHEVRON + 2 * _GAP), px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        ground, over = self._ground()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        acted_on = over or ground is not None
        outline: Role = "accent" if acted_on and theme.is_contrast else "line"
        painter.setPen(QPen(theme.color(outline), theme.stroke))
        painter.setBrush(theme.color(ground or "field"))
        half = theme.stroke / 2
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(half, half, -half, -half), px(4), px(4)
        )
        side = px(MARK_SIZE)
        box = QRectF(px(_PAD), (self.height() - side) / 2, side, side)
        paint_mark(painter, box, self._mark, theme)
        words = self.rect().adjusted(
            px(_PAD + MARK_SIZE + _GAP - 1), 0, -px(_CHEVRON + _PAD + 4), 0
        )
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(theme.color("ink" if self.isEnabled() else _off(theme)))
        shown = self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        _paint_chevron(painter, self._appearance, self.rect(), px(_PAD))


class WeightButton(_PaintedButton):
    """Show how much an answer matters; `chosen` carries the id the person picked."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._choices = QMenu(self)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_triggered)
        self.setMenu(self._choices)

    def show_weights(self, weights: Sequence[tuple[str, str]], current: str) -> None:
        """Offer weights, each by id and words, and show the one that holds."""
        self._choices.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        for weight, words in weights:
            action = QAction(literal(words), self._choices)
            action.setCheckable(True)
            action.setData(weight)
            action.setChecked(weight == current)
            self._group.addAction(action)
            self._choices.addAction(action)
            if weight == current:
                self.setText(words)
                self.setAccessibleName(_("Weight: {words}", words=words))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        words = self._metrics().horizontalAdvance(self.text())
        return QSize(words + px(_CHEVRON + 4 + 8), px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        ground, _over = self._ground()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ground is not None:
            edge = theme.color("accent") if theme.is_contrast else Qt.GlobalColor.transparent
            painter.setPen(QPen(edge, theme.stroke))
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), px(4), px(4))
        words = self.rect().adjusted(px(4), 0, -px(_CHEVRON), 0)
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(theme.color("ink2" if self.isEnabled() else _off(theme)))
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        _paint_chevron(painter, self._appearance, self.rect(), px(4))

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))


def _off(theme: Theme) -> Role:
    """Return the ink of what is off: greyer than the edges, where these have full contrast."""
    return "rest" if theme.is_contrast else "edge"


def _paint_chevron(painter: QPainter, appearance: Appearance, rect: QRect, pad: int) -> None:
    side = appearance.px(_CHEVRON)
    top = rect.top() + (rect.height() - side) // 2
    box = QRect(rect.right() + 1 - pad - side + 2, top, side, side)
    appearance.icons.paint(painter, box, "chevron-down")
