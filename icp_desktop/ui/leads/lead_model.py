"""A scored list as a table: sorted, filtered and searched without a record per row."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.lead_words import detail_of, say_tier, why_out
from icp_desktop.insight.reasons import NextQuestion, ask_next, moment_of
from icp_desktop.insight.scoring import Scored, say_timing
from icp_desktop.model.record import record

if TYPE_CHECKING:
    import polars as pl

LEAD, TIER, FIT, TIMING, NEXT = range(5)
CELL_ROLE = Qt.ItemDataRole.UserRole
Kind = Literal["all", "A", "B", "C", "out"]
KINDS: tuple[Kind, ...] = ("all", "A", "B", "C", "out")
_TIMINGS = ("now", "soon", "not_now", "unknown")
AnyIndex = QModelIndex | QPersistentModelIndex


@record
class LeadCell:
    """What stands in a row: the lead in two lines, the score and what it means."""

    name: str
    detail: str
    low: int
    high: int
    tier: str
    may_reach: str
    ruled_out: bool
    why_out: str
    timing: str
    moment: str
    question: str


class LeadModel(QAbstractTableModel):
    """The rows of a scored list that are asked for, in the order that is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._scored: Scored | None = None
        self._sortable: pl.DataFrame | None = None
        self._order: list[int] = []
        self._cells: dict[int, LeadCell] = {}
        self._kind: Kind = "all"
        self._words = ""
        self._among: tuple[int, ...] | None = None
        self._sorted = (FIT, Qt.SortOrder.DescendingOrder)

    def show_scored(self, scored: Scored | None) -> None:
        """Show another scored list."""
        self.beginResetModel()
        self._scored = scored
        self._sortable = sortable(scored) if scored else None
        self._cells = {}
        self._among = None
        self._arrange()
        self.endResetModel()

    def show_only(self, kind: Kind, words: str, among: tuple[int, ...] | None = None) -> None:
        """Show only leads of a tier, or those ruled out, whose names hold the words.

        With `among`, only those of these rows.
        """
        self.beginResetModel()
        self._kind, self._words, self._among = kind, words.casefold().strip(), among
        self._arrange()
        self.endResetModel()

    def counts(self) -> dict[Kind, int]:
        """Return how many leads there are of each kind."""
        counts: dict[Kind, int] = dict.fromkeys(KINDS, 0)
        if self._scored is None:
            return counts
        counts["all"] = self._scored.rows
        found = self._scored.frame.group_by("tier", "ruled_out").len()
        for tier, out, count in found.iter_rows():
            kind: Kind = "out" if out else tier
            counts[kind] += count
        return counts

    def row_at(self, number: int) -> int:
        """Return the place of a shown row in the list."""
        return self._order[number]

    def shown_rows(self) -> tuple[int, ...]:
        """Return the places in the list of all rows that are shown."""
        return tuple(self._order)

    def place_of(self, row: int) -> int:
        """Return where a row of the list is shown, -1 where it is not."""
        return self._order.index(row) if row in self._order else -1

    def cell(self, number: int) -> LeadCell:
        """Return what stands in a shown row; worked out when it is first seen."""
        row = self._order[number]
        if row not in self._cells:
            self._cells[row] = self._make(row)
        return self._cells[row]

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._order)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 5

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match role:
            case Qt.ItemDataRole.UserRole:
                return self.cell(index.row())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(self.cell(index.row()), index.column())
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Lead"), _("Tier"), _("Fit, 0 to 100"), _("Timing"), _("Ask next"))[section]

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        """Filter and sort; those ruled out come last whatever is sorted by."""
        import polars as pl

        if self._sortable is None:
            self._order = []
            return
        found = self._sortable
        if self._kind != "all":
            wanted = (pl.col("tier") == self._kind) & ~pl.col("ruled_out")
            found = found.filter(pl.col("ruled_out") if self._kind == "out" else wanted)
        if self._words:
            found = found.filter(pl.col("name").str.contains(self._words, literal=True))
        if self._among is not None:
            found = found.filter(pl.col("row").is_in(self._among))
        column, order = self._sorted
        down = order == Qt.SortOrder.DescendingOrder
        keys = {LEAD: ["name"], TIMING: ["when"]}.get(column, ["low", "high"])
        downs = [False, *([down] * len(keys))]
        found = found.sort("ruled_out", *keys, descending=downs, maintain_order=True)
        self._order = found["row"].to_list()

    def _make(self, row: int) -> LeadCell:
        scored = self._scored
        assert scored is not None
        get = scored.frame.row(row, named=True)
        question: NextQuestion | None = ask_next(scored, row)
        out = bool(get["ruled_out"])
        return LeadCell(
            name=scored.leads.names[row],
            detail=detail_of(scored, row),
            low=get["low"],
            high=get["high"],
            tier=get["tier"],
            may_reach=get["may_reach"],
            ruled_out=out,
            why_out=why_out(scored, row) if out else "",
            timing=say_timing(get["timing"]),
            moment=moment_of(scored, row),
            question=question.criterion.question if question else "",
        )

    @staticmethod
    def _spoken(cell: LeadCell, column: int) -> str:
        match column:
            case 0:
                return ", ".join(part for part in (cell.name, cell.detail) if part)
            case 1 if cell.ruled_out:
                return _("Ruled out")
            case 1:
                return say_tier(cell.tier, cell.may_reach)
            case 2 if cell.ruled_out:
                return cell.why_out
            case 2:
                return _("{low} to {high} of 100", low=cell.low, high=cell.high)
            case 3:
                return ", ".join(part for part in (cell.timing, cell.moment) if part)
        return cell.question


def sortable(scored: Scored) -> "pl.DataFrame":
    """Return what a scored list is sorted, filtered and searched by."""
    import polars as pl

    kept = scored.frame.select("row", "low", "high", "tier", "ruled_out", "timing")
    when = {name: len(_TIMINGS) - place for place, name in enumerate(_TIMINGS)}
    return kept.with_columns(
        pl.Series("name", [name.casefold() for name in scored.leads.names], dtype=pl.String),
        pl.col("timing").replace_strict(when, return_dtype=pl.UInt8).alias("when"),
    )
