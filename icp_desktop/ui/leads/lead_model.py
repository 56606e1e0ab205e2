"""A scored list as a table: sorted, filtered and searched without a record per row."""

from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.reasons import NextQuestion, ask_next, say_found
from icp_desktop.insight.scoring import Scored, say_timing
from icp_desktop.model.record import record

LEAD, TIER, FIT, TIMING, NEXT = range(5)
CELL_ROLE = Qt.ItemDataRole.UserRole
Kind = Literal["all", "A", "B", "C", "out"]
KINDS: tuple[Kind, ...] = ("all", "A", "B", "C", "out")
_DETAILS = ("company.location", "people.location", "company.size", "company.industry")
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
    question: str


class LeadModel(QAbstractTableModel):
    """The rows of a scored list that are asked for, in the order that is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._scored: Scored | None = None
        self._order: list[int] = []
        self._columns: dict[str, list[object]] = {}
        self._cells: dict[int, LeadCell] = {}
        self._kind: Kind = "all"
        self._words = ""
        self._sorted = (FIT, Qt.SortOrder.DescendingOrder)

    def show_scored(self, scored: Scored | None) -> None:
        """Show another scored list."""
        self.beginResetModel()
        self._scored = scored
        self._cells = {}
        wanted = ("low", "high", "tier", "may_reach", "ruled_out", "timing")
        self._columns = {n: scored.frame[n].to_list() for n in wanted} if scored else {}
        self._arrange()
        self.endResetModel()

    def show_only(self, kind: Kind, words: str) -> None:
        """Show only leads of a tier, or those ruled out, whose names hold the words."""
        self.beginResetModel()
        self._kind, self._words = kind, words.casefold().strip()
        self._arrange()
        self.endResetModel()

    def counts(self) -> dict[Kind, int]:
        """Return how many leads there are of each kind."""
        counts: dict[Kind, int] = dict.fromkeys(KINDS, 0)
        if self._scored is None:
            return counts
        counts["all"] = self._scored.rows
        for tier, out in zip(self._columns["tier"], self._columns["ruled_out"], strict=True):
            kind: Kind = "out" if out else "A" if tier == "A" else "B" if tier == "B" else "C"
            counts[kind] += 1
        return counts

    def row_at(self, number: int) -> int:
        """Return the place of a shown row in the list."""
        return self._order[number]

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
        if self._scored is None:
            self._order = []
            return
        names, out, tiers = (
            self._scored.leads.names,
            self._columns["ruled_out"],
            self._columns["tier"],
        )
        rows = range(self._scored.rows)
        if self._kind == "out":
            found = [row for row in rows if out[row]]
        elif self._kind == "all":
            found = list(rows)
        else:
            found = [row for row in rows if not out[row] and tiers[row] == self._kind]
        if self._words:
            found = [row for row in found if self._words in names[row].casefold()]
        column, order = self._sorted
        down = order == Qt.SortOrder.DescendingOrder
        found.sort(key=self._key(column), reverse=down)
        self._order = sorted(found, key=lambda row: bool(out[row]))  # those ruled out come last

    def _key(self, column: int):  # type: ignore[no-untyped-def]  # noqa: ANN202 - of mixed kinds
        assert self._scored is not None
        names, low, high = self._scored.leads.names, self._columns["low"], self._columns["high"]
        timing = self._columns["timing"]
        match column:
            case 0:
                return lambda row: names[row].casefold()
            case 3:
                return lambda row: -_TIMINGS.index(str(timing[row]))
            case _:
                return lambda row: (low[row], high[row])

    def _make(self, row: int) -> LeadCell:
        scored = self._scored
        assert scored is not None
        get = {name: column[row] for name, column in self._columns.items()}
        question: NextQuestion | None = ask_next(scored, row)
        out = bool(get["ruled_out"])
        return LeadCell(
            name=scored.leads.names[row],
            detail=detail_of(scored, row),
            low=int(str(get["low"])),
            high=int(str(get["high"])),
            tier=str(get["tier"]),
            may_reach=str(get["may_reach"]),
            ruled_out=out,
            why_out=why_out(scored, row) if out else "",
            timing=say_timing(get["timing"]),  # type: ignore[arg-type]  # one of the timings
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
                return cell.timing
        return cell.question


def say_tier(tier: str, may_reach: str) -> str:
    """Return "Tier B", or "Tier B or A" where more is possible."""
    if tier == may_reach:
        return _("Tier {tier}", tier=tier)
    return _("Tier {tier} or {other}", tier=tier, other=may_reach)


def detail_of(scored: Scored, row: int) -> str:
    """Return where a lead is and how large, as far as the list tells."""
    features = {each.meaning: each for each in scored.leads.features}
    told = []
    for meaning in _DETAILS:
        if meaning in features:
            cell = scored.leads.frame[features[meaning].key][row]
            if cell is not None:
                told.append(say_cell_of(scored, meaning, row))
    return ", ".join(part for part in told[:2] if part)


def say_cell_of(scored: Scored, meaning: str, row: int) -> str:
    """Return what the list says of one thing."""
    for each in scored.criteria:
        if each.field.id == meaning:
            return say_found(scored, each, row)
    feature = next(each for each in scored.leads.features if each.meaning == meaning)
    return str(scored.leads.frame[feature.key][row])


def why_out(scored: Scored, row: int) -> str:
    """Return in one line what rules a lead out."""
    from icp_desktop.insight.reasons import explain

    for each in explain(scored, row):
        if each.decides and each.criterion.weight == "must":
            return _(
                "{label}: {found}, and it has to be {wanted}.",
                label=each.criterion.label,
                found=each.found,
                wanted=each.criterion.words,
            )
        if each.decides:
            return _("{label}: {found} rules out.", label=each.criterion.label, found=each.found)
    return ""
