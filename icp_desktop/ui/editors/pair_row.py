"""One pair: two texts side by side, or one above the other where it is narrow."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.values import Pair
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import IconButton
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.ui.widgets.labels import PlainLabel

_NARROW = 440  # units; below that the second text goes under the first


class PairRow(QWidget):
    """Edit one pair; it keeps its id and its proof while its texts change."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        pair: Pair,
        names: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pair = pair
        self._leads = False
        self.first = GrowingText(appearance, 1)
        self.second = GrowingText(appearance, 1)
        self._captions = [PlainLabel(name, style="caption", tone="ink2") for name in names]
        self.remove_button = IconButton(appearance, "close", _("Remove"), size=16, side=34)
        self.remove_button.clicked.connect(self.removed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for caption, area in zip(self._captions, (self.first, self.second), strict=True):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(caption)
            column.addWidget(area)
            column.addStretch(1)
            caption.setBuddy(area)
            area.textChanged.connect(self.changed)
            self._row.addLayout(column, 1)
        self._row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.show_pair(pair)
        self._fit()
        appearance.changed.connect(self._fit)

    def pair(self) -> Pair:
        """Return the pair as it stands."""
        first, second = self.first.toPlainText(), self.second.toPlainText()
        return replace(self._pair, first=first, second=second)

    def is_empty(self) -> bool:
        """Say whether neither text is written."""
        return not (self.first.toPlainText().strip() or self.second.toPlainText().strip())

    def show_pair(self, pair: Pair) -> None:
        """Show a pair without emitting."""
        self._pair = pair
        self.first.show_text(pair.first)
        self.second.show_text(pair.second)

    def set_place(self, number: int, names: tuple[str, str]) -> None:
        """Say which row this is; the first one carries the captions."""
        self._leads = number == 0
        for area, name in zip((self.first, self.second), names, strict=True):
            area.setAccessibleName(_("{name}, {n}", name=name, n=number + 1))
        self.remove_button.setAccessibleName(_("Remove {name} {n}", name=names[0], n=number + 1))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._appearance.px(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
        across = Qt.AlignmentFlag.AlignRight if narrow else Qt.AlignmentFlag.AlignBottom
        self._row.setAlignment(self.remove_button, across)
        for caption in self._captions:
            caption.setVisible(self._leads or narrow)

    def _fit(self) -> None:
        self._row.setSpacing(self._appearance.px(8))
        self._arrange()
