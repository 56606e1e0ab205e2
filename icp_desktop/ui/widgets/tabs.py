"""The sections of a page as tabs, each with what is still open in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.focus_frame import BY_KEYBOARD
from icp_desktop.ui.widgets.buttons import literal

_HEIGHT, _BETWEEN, _TIGHT_BETWEEN, _GAP, _LINE = 44, 24, 20, 8, 3


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its id, its words and what is said of it in small, such as "2 open".

    `short` stands in its place where the tabs would not fit otherwise, such as "2".
    """

    id: str
    label: str
    count: str = ""
    short: str = ""


class CountTabBar(QTabBar):
    """Show sections side by side; `chosen` carries the id and is emitted by the person only."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tabs: list[Tab] = []
        self._showing = False
        self._ringed = False  # the keyboard brought the focus here
        self._tight = False  # the counts are short, so that all tabs are in sight
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setProperty("ownFocus", "true")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self._on_current_changed)
        names = {
            "ScrollLeftButton": _("Sections further left"),
            "ScrollRightButton": _("Sections further right"),
        }
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(names.get(button.objectName(), ""))
        appearance.changed.connect(self._fit)

    def show_tabs(self, tabs: Sequence[Tab], current: str = "") -> None:
        """Show tabs and choose one, without emitting."""
        current = current or self.current_id()
        self._showing = True
        self._tabs = list(tabs)
        while self.count() > len(self._tabs):
            self.removeTab(self.count() - 1)
        for index, tab in enumerate(self._tabs):
            if index < self.count():
                self.setTabText(index, literal(tab.label))
            else:
                self.addTab(literal(tab.label))
            self._name(index)
        self.choose(current or (self._tabs[0].id if self._tabs else ""))
        self._showing = False
        self._fit()

    def set_count(self, tab_id: str, count: str, short: str = "") -> None:
        """Say something else of one tab."""
        for index, tab in enumerate(self._tabs):
            if tab.id == tab_id and tab.count != count:
                self._tabs[index] = Tab(tab.id, tab.label, count, short)
                self._name(index)
                self._fit()

    def choose(self, tab_id: str) -> None:
        """Choose a tab without emitting."""
        before, self._showing = self._showing, True
        for index, tab in enumerate(self._tabs):
            if tab.id == tab_id:
                self.setCurrentIndex(index)
        self._showing = before

    def current_id(self) -> str:
        """Return the id of the chosen tab, "" if there is none."""
        index = self.currentIndex()
        return self._tabs[index].id if 0 <= index < len(self._tabs) else ""

    @override
    def tabSizeHint(self, index: int, /) -> QSize:
        px = self._appearance.px
        last = index == self.count() - 1
        between = px(_TIGHT_BETWEEN if self._tight else _BETWEEN)
        return QSize(self._wide(index) + (0 if last else between), px(_HEIGHT))

    @override
    def minimumTabSizeHint(self, index: int, /) -> QSize:
        return self.tabSizeHint(index)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._is_tight() != self._tight:
            self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        self._ringed = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._ringed = False
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(min(self.count(), len(self._tabs))):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        tab, area = self._tabs[index], self.tabRect(index)
        area.setWidth(self._wide(index))
        chosen = index == self.currentIndex()
        painter.setFont(self._font(chosen=chosen))
        painter.setPen(theme.color("ink" if chosen else "ink2"))
        base = self._base(area)
        painter.drawText(area.left(), base, tab.label)
        if count := self._said(tab):
            caption = self._appearance.font("caption")
            left = area.right() + 1 - QFontMetrics(caption).horizontalAdvance(count)
            painter.setFont(caption)
            painter.setPen(theme.color("ink3"))
            painter.drawText(left, base, count)
        if chosen:
            line = px(_LINE)
            painter.fillRect(
                QRect(area.left(), area.bottom() + 1 - line, area.width(), line),
                theme.color("accent"),
            )
            if self._ringed:
                self._paint_ring(painter, area)

    def _paint_ring(self, painter: QPainter, area: QRect) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        painter.setPen(QPen(theme.color("accent"), theme.stroke + 1))
        ring = area.adjusted(-px(4), px(6), px(4), -px(8)).intersected(self.rect()).toRectF()
        painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), px(4), px(4))

    def _base(self, area: QRect) -> int:
        metrics = QFontMetrics(self._font(chosen=False))
        return area.top() + (area.height() + metrics.capHeight()) // 2

    def _wide(self, index: int) -> int:
        """Return the width of a tab's words; strong ones, so that choosing moves nothing."""
        if index >= len(self._tabs):
            return 0
        tab = self._tabs[index]
        words = QFontMetrics(self._font(chosen=True)).horizontalAdvance(tab.label)
        said = self._said(tab)
        if not said:
            return words
        count = QFontMetrics(self._appearance.font("caption")).horizontalAdvance(said)
        return words + self._appearance.px(_GAP) + count

    def _said(self, tab: Tab) -> str:
        return tab.short if self._tight and tab.short else tab.count

    def _is_tight(self) -> bool:
        """Say whether the tabs with their full counts would not fit side by side."""
        before, self._tight = self._tight, False
        wanted = sum(self.tabSizeHint(index).width() for index in range(self.count()))
        self._tight = before
        return wanted > self.width()

    def _font(self, *, chosen: bool) -> QFont:
        return self._appearance.font("strong" if chosen else "body")

    def _name(self, index: int) -> None:
        tab = self._tabs[index]
        self.setAccessibleTabName(index, f"{tab.label}, {tab.count}" if tab.count else tab.label)

    def _fit(self) -> None:
        self._tight = self._is_tight()
        # Qt asks for the sizes of tabs anew only when it thinks that one has changed.
        for index in range(self.count()):
            self.setTabText(index, self.tabText(index) + " ")
            self.setTabText(index, self.tabText(index).rstrip(" "))
        self.updateGeometry()
        self.update()

    def _on_current_changed(self, index: int) -> None:
        if not self._showing and 0 <= index < len(self._tabs):
            self.chosen.emit(self._tabs[index].id)
