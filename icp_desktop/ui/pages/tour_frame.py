"""The frame of a tour: one card, what stands beside it, and the way on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.pages.tour_way import TourWay
from icp_desktop.ui.widgets.surfaces import PageScroll

_SIDE, _CARD, _PANEL = 32, 656, 287
_BEFORE_RULE, _AFTER_RULE = 40, 24
_TWO_COLUMNS = 900  # the width of the page from which the panel stands beside the card


class TourFrame(QWidget):
    """Hold one card at a time with a panel beside it, below it where there is no room."""

    back_asked = Signal()
    skip_asked = Signal()
    next_asked = Signal()

    def __init__(
        self, appearance: Appearance, panel: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._panel = panel
        self._card: QWidget | None = None
        self._sheet = _Sheet(appearance)
        self._top = QVBoxLayout(self._sheet)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.setSpacing(0)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(self._columns, 1)
        self._place = QVBoxLayout()
        self._place.addStretch(1)
        self._columns.addLayout(self._place)
        self._columns.addWidget(panel, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.addStretch(1)
        self.area = PageScroll(self._sheet)
        self._way = TourWay(appearance)
        self._way.back_asked.connect(self.back_asked)
        self._way.skip_asked.connect(self.skip_asked)
        self._way.next_asked.connect(self.next_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self._way)
        appearance.changed.connect(self._fit)

    @property
    def card(self) -> QWidget | None:
        """The card that is shown."""
        return self._card

    def set_card(self, card: QWidget) -> None:
        """Show another card in the place of the one before."""
        if self._card is not None:
            self._place.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = card
        self._place.insertWidget(0, card)
        order_tabs(card, *self._way.buttons, self._panel)
        self._fit()
        self.area.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, card, self._bring_into_view)

    def set_foot(self, strip: QWidget) -> None:
        """Let a strip stand below the card, where the page is too small to keep it in view."""
        self._top.addWidget(strip)

    def set_way(self, *, back: bool, skip: bool, onward: str) -> None:
        """Say where the buttons lead; no words for "next" take it away."""
        self._way.set_way(back=back, skip=skip, onward=onward)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _bring_into_view(self) -> None:
        """Scroll on to what has the focus, where the card is higher than the page."""
        focus = self._card.focusWidget() if self._card is not None else None
        if focus is not None:
            self.area.ensureWidgetVisible(focus, 0, self._appearance.px(8))

    def _fit(self) -> None:
        px = self._appearance.px
        beside = self.width() >= px(_TWO_COLUMNS)
        room = self.width() - 2 * px(_SIDE)  # the scroll bar stands in the right margin
        card = min(room, px(_CARD))
        panel, rule = card, 0
        if beside:
            gap = px(_BEFORE_RULE) + px(_AFTER_RULE)
            card = min(px(_CARD), room - gap - px(_PANEL))
            panel = min(room - gap - card, px(_PANEL) * 3 // 2)
            rule = px(_SIDE) + card + px(_BEFORE_RULE)
            self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
            self._columns.setSpacing(gap)
        else:
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
            self._columns.setSpacing(px(32))
        self._columns.setContentsMargins(px(_SIDE), px(24), 0, px(24))
        self._sheet.set_rule(rule)
        self._panel.setFixedWidth(panel)
        if self._card is not None:
            self._card.setFixedWidth(card)
        rest = self.width() - px(_SIDE) - card
        self._way.fit(px(_SIDE), card, max(rest, px(_SIDE)))


class _Sheet(QWidget):
    """The ground of a tour with the rule before the panel."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rule = 0

    def set_rule(self, left: int) -> None:
        """Choose where the rule stands, 0 for none."""
        self._rule = left
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._rule:
            stroke = self._appearance.theme.stroke
            line = self._appearance.color("line")
            QPainter(self).fillRect(self._rule, 0, stroke, self.height(), line)
