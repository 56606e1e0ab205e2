"""What each criterion costs and brings, and what happens without it or with less of it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from icp_desktop.documents.content import WEIGHT_NAMES
from icp_desktop.i18n import _, later
from icp_desktop.insight.backtest import BackTest, Change, Cost, Criterion, may_widen, say_group
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_CHANGES: dict[Change, str] = {
    "as_is": later("As it is"),
    "softer": later("Matters less"),
    "wider": later("Wider by a quarter"),
    "dropped": later("Left out"),
}
_WORDS, _COMBO = 240, 160


class CriteriaBlock(QWidget):
    """A row per criterion; `changed` carries its key and what is tried."""

    changed = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._keys: tuple[str, ...] = ()
        self.combos: dict[str, DetailCombo] = {}
        self._cells: dict[str, list[PlainLabel]] = {}
        self._grid: QGridLayout | None = None
        self._box = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(appearance.px(4))
        self._column.addWidget(PlainLabel(_("What each criterion costs"), style="lead_strong"))
        self._column.addWidget(
            PlainLabel(
                _("Without it, so many more would be let in. Try it: the profile stays as it is."),
                style="caption",
                tone="ink2",
                wrap=True,
            )
        )

    def show_test(self, before: BackTest, result: BackTest, changes: Mapping[str, Change]) -> None:
        """Show the criteria of a profile with the costs under the changes that are tried."""
        keys = (
            *(criterion.key for criterion in before.criteria),
            *(group.name for group in before.groups),
        )
        if keys != self._keys:
            self._keys = keys
            self._build(before)
        costs = {cost.criterion.key: cost for cost in result.costs}
        for criterion in before.criteria:
            self._fill(criterion, costs.get(criterion.key), changes.get(criterion.key, "as_is"))

    def _build(self, before: BackTest) -> None:
        px = self._appearance.px
        self._box.hide()
        self._column.removeWidget(self._box)
        self._box.deleteLater()
        self._box = QWidget()
        self._column.addWidget(self._box)
        grid = QGridLayout(self._box)
        grid.setContentsMargins(0, px(8), 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        self.combos, self._cells = {}, {}
        right = Qt.AlignmentFlag.AlignRight
        width = len(before.groups) + 2
        for place, group in enumerate(before.groups):
            head = PlainLabel(say_group(group.name), style="caption_strong", tone="ink2", wrap=True)
            head.setAlignment(right)
            grid.addWidget(head, 0, place + 1)
        grid.addWidget(Hairline(strong=True), 1, 0, 1, width)
        for row, criterion in enumerate(before.criteria):
            at = 3 * row + 2
            self._add_row(grid, at, criterion, len(before.groups))
            grid.addWidget(Hairline(), at + 2, 0, 1, width)

    def _add_row(self, grid: QGridLayout, at: int, criterion: Criterion, groups: int) -> None:
        name = ElidedLabel(f"{criterion.label}: {criterion.words}", style="strong")
        weight = PlainLabel(_(WEIGHT_NAMES[criterion.weight]), style="caption", tone="ink2")
        grid.addWidget(name, at, 0)
        grid.addWidget(weight, at + 1, 0)
        cells = []
        for place in range(groups):
            cell = PlainLabel()
            grid.addWidget(cell, at, place + 1, 2, 1, Qt.AlignmentFlag.AlignRight)
            cells.append(cell)
        self._cells[criterion.key] = cells
        offered = [
            (change, _(words))
            for change, words in _CHANGES.items()
            if change != "wider" or may_widen(criterion)
        ]
        combo = DetailCombo(self._appearance, _COMBO, offered)
        combo.setAccessibleName(_("What if, for “{field}”", field=criterion.label))
        combo.picked.connect(lambda change, key=criterion.key: self.changed.emit(key, change))
        grid.addWidget(combo, at, groups + 1, 2, 1)
        self.combos[criterion.key] = combo

    def _fill(self, criterion: Criterion, cost: Cost | None, change: Change) -> None:
        self.combos[criterion.key].show_id(change)
        for place, cell in enumerate(self._cells[criterion.key]):
            more = cost.more[place] if cost is not None else 0
            cell.setText("–" if cost is None else f"{more:+d}" if more else "0")
