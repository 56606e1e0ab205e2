"""The legend of the map: how many answers rest on what, each kind a filter."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from icp_desktop.checks.grades import GRADE_NAMES, GRADES, Grade, is_disputed
from icp_desktop.checks.states import Column
from icp_desktop.i18n import _, later
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.profile_map import tile_mark
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.legend import LegendButton
from icp_desktop.ui.widgets.roving import Roving

_KINDS: tuple[Grade | Literal["open"], ...] = (*reversed(GRADES), "open")
_EMPTY = later("Empty")


class MapLegend(QWidget):
    """Show the kinds with their counts; `filtered` carries the marks that are wanted."""

    filtered = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = appearance.px
        self.setAccessibleName(_("Legend of the map"))
        self._buttons: dict[Grade | Literal["open"], LegendButton] = {}
        flow = FlowLayout(gap=px(12), row_gap=px(4))
        for kind in _KINDS:
            button = LegendButton(appearance, kind)
            button.toggled.connect(self._on_toggled)
            self._buttons[kind] = button
            flow.addWidget(button)
        self._roving = Roving(self)
        self._roving.set_buttons(list(self._buttons.values()), len(self._buttons))
        self._proven = PlainLabel(style="caption_strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(flow, 1)
        self._disputed = PlainLabel(style="caption", tone="ink2")
        row.addWidget(self._disputed)
        count = QHBoxLayout()
        count.setSpacing(px(4))
        count.addWidget(self._proven)
        count.addWidget(PlainLabel(_("proven"), style="caption", tone="ink2"))
        row.addLayout(count)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show how many tiles there are of each kind."""
        marks = Counter(tile_mark(tile) for column in columns for tile in column.tiles)
        for kind, button in self._buttons.items():
            name = _EMPTY if kind == "open" else GRADE_NAMES[kind]
            button.show_count(_(name), marks[kind])
        tiles = [tile for column in columns for tile in column.tiles]
        disputed = sum(is_disputed(tile.answer) for tile in tiles)
        self._disputed.setText(_("{n} disputed", n=disputed))
        self._disputed.setVisible(bool(disputed))
        proven = sum(column.proven for column in columns)
        total = sum(marks.values())
        self._proven.setText(_("{n} of {total}", n=proven, total=total))

    def clear(self) -> None:
        """Take every filter away, without a word."""
        for button in self._buttons.values():
            blocked = button.blockSignals(True)
            button.setChecked(False)
            button.blockSignals(blocked)

    def _on_toggled(self) -> None:
        chosen = (kind for kind, button in self._buttons.items() if button.isChecked())
        self.filtered.emit(frozenset(chosen))
