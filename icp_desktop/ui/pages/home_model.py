"""The projects of the library as a table: what each cell says, and to whom."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from icp_desktop.i18n import _, later, n_
from icp_desktop.model.record import record
from icp_desktop.settings import Role
from icp_desktop.storage.index import STAGES, IndexRow, Stage
from icp_desktop.ui.moments import say_short_day, say_since, say_until

NAME, STAGE, PROVEN, FORMS, OPENED, REVIEW, FILE, MORE = range(8)
CELL_ROLE = Qt.ItemDataRole.UserRole
STAGE_WORDS: dict[Stage, tuple[str, str]] = {
    "start": (later("Start"), later("Nothing answered")),
    "interviews": (later("Interviews"), later("Customers are asked")),
    "draft": (later("Draft"), later("Not all proven yet")),
    "in_use": (later("In use"), later("Most proven")),
}
AnyIndex = QModelIndex | QPersistentModelIndex


@record
class Cell:
    """What the delegate paints: two lines, and the row they belong to."""

    row: IndexRow
    first: str
    second: str = ""
    late: bool = False  # it should have happened already


class HomeModel(QAbstractTableModel):
    """One row per project; sorted by whichever column the person chose."""

    def __init__(self, role: Role, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._role = role
        self._all: list[IndexRow] = []
        self._rows: list[IndexRow] = []  # those that hold what is searched for
        self._sought: tuple[str, ...] = ()
        self._now = datetime.now().astimezone()
        self._sorted = (OPENED, Qt.SortOrder.DescendingOrder)

    def show_rows(self, rows: Sequence[IndexRow], now: datetime, role: Role) -> None:
        """Show other rows, in the order that was chosen last."""
        self.beginResetModel()
        self._all, self._now, self._role = list(rows), now, role
        self._sift()
        self.endResetModel()

    def seek(self, text: str) -> None:
        """Show the projects alone that hold every word of a text."""
        sought = tuple(text.casefold().split())
        if sought != self._sought:
            self.beginResetModel()
            self._sought = sought
            self._sift()
            self.endResetModel()

    def _sift(self) -> None:
        self._rows = [row for row in self._all if _holds(row, self._sought)]
        self._order()

    def row_at(self, number: int) -> IndexRow:
        """Return the project in a row of the table."""
        return self._rows[number]

    def cell(self, number: int, column: int) -> Cell:
        """Return what stands in a cell."""
        row = self._rows[number]
        match column:
            case 0:
                return Cell(row=row, first=row.client, second=", ".join(row.profiles))
            case 1:
                first, second = STAGE_WORDS[row.stage]
                return Cell(row=row, first=_(first), second=_(second))
            case 2:
                words = _("{n} of {total}", n=row.counts.proven, total=row.counts.total)
                return Cell(row=row, first=words)
            case 3:
                return self._forms(row)
            case 4:
                return Cell(row=row, first=say_since(row.touched, self._now))
            case 5:
                return self._review(row)
            case 6 if row.file is not None:
                return Cell(row=row, first=row.file.name, second=row.file.parent.name)
            case 6:
                return Cell(row=row, first=_("Only here"), second=_("no file of its own"))
        return Cell(row=row, first="")

    def _forms(self, row: IndexRow) -> Cell:
        """Say how many of the forms that went out are back, and how many are late."""
        if not row.forms:
            return Cell(row=row, first="–")
        sent = len(row.forms) + row.forms_back
        late = row.overdue(self._today())
        return Cell(
            row=row,
            first=_("{n} of {all} back", n=row.forms_back, all=sent),
            second=n_("{n} late", "{n} late", late) if late else "",
            late=bool(late),
        )

    def _review(self, row: IndexRow) -> Cell:
        """Say when the profiles are looked at again."""
        today = self._today()
        due = row.review_due(today)
        if row.review is None:
            second = _("called for") if due else _("no day set")
            return Cell(row=row, first="–" if not due else _("Now"), second=second, late=due)
        words = say_until(row.review, today)
        if due and row.review > today:
            words = _("called for before")
        return Cell(row=row, first=say_short_day(row.review, today), second=words, late=due)

    def _today(self) -> date:
        return self._now.astimezone().date()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 8

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.UserRole:
                return cell
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), index.column())
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        first = _("Client") if self._role == "clients" else _("Business")
        names = (
            first,
            _("Stage"),
            _("How well proven"),
            _("Forms out"),
            _("Last opened"),
            _("Next review"),
            _("File"),
            "",
        )
        return names[section]

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._order()
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorted
        keys = {
            NAME: lambda row: row.client.casefold(),
            STAGE: lambda row: STAGES.index(row.stage),
            PROVEN: lambda row: row.counts.proven / max(row.counts.total, 1),
            FORMS: lambda row: (row.overdue(self._today()), len(row.forms)),
            REVIEW: lambda row: row.review or date.max,
            FILE: lambda row: (row.file is None, row.file.name.casefold() if row.file else ""),
        }
        key = keys.get(column, lambda row: row.touched)
        self._rows.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)

    def _spoken(self, number: int, column: int) -> str:
        cell = self.cell(number, column)
        if column == PROVEN:
            return _("{words} answers proven", words=cell.first)
        if column == NAME:
            sample = _("Sample") if cell.row.sample else ""
            return ", ".join(each for each in (cell.first, sample, cell.second) if each)
        if column == MORE:
            return _("More")
        if column == FORMS and not cell.row.forms:
            return _("No forms out")
        if column == REVIEW:
            return _("Next review: {words}", words=f"{cell.first}, {cell.second}".lstrip("–, "))
        return ", ".join(each for each in (cell.first, cell.second) if each)


def _holds(row: IndexRow, words: tuple[str, ...]) -> bool:
    """Say whether a project is called so, or is at such a stage."""
    if not words:
        return True
    stage = _(STAGE_WORDS[row.stage][0])
    text = " ".join((row.client, row.name, *row.profiles, stage)).casefold()
    return all(word in text for word in words)
