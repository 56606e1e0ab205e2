"""A column of content that never gets wider than lines can be read."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance

_MARGIN = 32


class ReadingColumn(QWidget):
    """Stacks widgets from top to bottom; the width that is too much becomes margin.

    A maximum width on the widgets themselves would not do: the layout asks them how high they are
    at the full width, and then gives them less of both.
    """

    def __init__(
        self,
        appearance: Appearance,
        *,
        widest: int,
        gap: int = 12,
        margin: int = _MARGIN,
        top: int = 4,
    ) -> None:
        """Stack nothing yet; all measures are in units."""
        super().__init__()
        self._appearance = appearance
        self._widest = widest
        self._gap = gap
        self._margin = margin
        self._top = top
        self.column = QVBoxLayout(self)
        self._fit()
        appearance.changed.connect(self._fit)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for each in widgets:
            self.column.addWidget(each)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._appearance.px
        left = px(self._margin)
        right = max(self.width() - left - px(self._widest), left)
        self.column.setContentsMargins(left, px(self._top), right, px(24))
        self.column.setSpacing(px(self._gap))
