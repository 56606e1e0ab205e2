"""A page with a panel beside it, or below it where there is no room for both."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll

_PANEL = 352
_BESIDE = 900  # the width from which the panel stands beside the page
_SIDE, _INNER, _TOP, _BOTTOM = 32, 24, 12, 80  # room for the toast below
_WIDEST = 16_777_215  # no limit


class PanelSplit(QWidget):
    """Stack widgets in a scrolling column; the panel scrolls by itself.

    Nothing changes its parent when the panel moves: Python and Qt would both destroy it.
    """

    def __init__(self, appearance: Appearance, panel: QWidget) -> None:
        super().__init__()
        self._appearance = appearance
        px = appearance.px
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(px(_SIDE), px(_TOP), px(_INNER), px(_BOTTOM))
        self.column.setSpacing(px(12))
        self.column.addStretch(1)
        self.area = PageScroll(content)
        self._panel = PageScroll(panel)
        self._rule = Hairline(vertical=True)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self.area, 3)
        self._line.addWidget(self._rule)
        self._line.addWidget(self._panel, 2)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end of the column."""
        for each in widgets:
            self.column.insertWidget(self.column.count() - 1, each)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self._appearance.px(_BESIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if beside else down)
        self._rule.setVisible(beside)
        width = self._appearance.px(_PANEL)
        self._panel.setMinimumWidth(width if beside else 0)
        self._panel.setMaximumWidth(width if beside else _WIDEST)
