"""A page with a panel beside it, or below it where there is no room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll

_PANEL = 352
_BESIDE = 900  # the width from which the panel stands beside the page
_SIDE, _INNER, _TOP, _BOTTOM = 32, 24, 12, 80  # room for the toast below


class PanelSplit(QWidget):
    """Stack widgets in a scrolling column; the panel scrolls by itself while it stands beside."""

    def __init__(self, appearance: Appearance, panel: QWidget) -> None:
        super().__init__()
        self._appearance = appearance
        self._panel = panel
        px = appearance.px
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(px(_SIDE), px(_TOP), px(_INNER), px(_BOTTOM))
        self.column.setSpacing(px(12))
        self.column.addStretch(1)
        self.area = PageScroll(content)
        self._panel_scroll = PageScroll(panel)
        self._panel_scroll.setFixedWidth(px(_PANEL))
        self._rule = Hairline(vertical=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.area, 1)
        line.addWidget(self._rule)
        line.addWidget(self._panel_scroll)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end of the column, above the panel if that stands below."""
        for each in widgets:
            self.column.insertWidget(self._end(), each)

    def add_layout(self, layout: QVBoxLayout) -> None:
        """Add a layout at the end of the column."""
        self.column.insertLayout(self._end(), layout)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._turn()

    def _end(self) -> int:
        below = self.column.indexOf(self._panel)
        return below if below >= 0 else self.column.count() - 1

    def _turn(self) -> None:
        beside = self.width() >= self._appearance.px(_BESIDE)
        self._rule.setVisible(beside)
        self._panel_scroll.setVisible(beside)
        is_beside = self._panel_scroll.widget() is self._panel
        if beside and not is_beside:
            self.column.removeWidget(self._panel)
            self._panel_scroll.setWidget(self._panel)
        elif not beside and is_beside:
            self._panel_scroll.takeWidget()
            self.column.insertWidget(self.column.count() - 1, self._panel)
            self._panel.show()
