"""The projects of the library as a table: what each cell says, and to whom."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from icp_desktop.i18n import _, later
from icp_desktop.model.record import record
from icp_desktop.settings import Role
from icp_desktop.storage.index import STAGES, IndexRow, Stage
from icp_desktop.ui.moments import say_since

NAME, STAGE, PROVEN, OPENED, FILE, MORE = range(6)
CELL_ROLE = Qt.ItemDataRole.UserRole
STAGE_WORDS: dict[Stage, tuple[str, str]] = {
    "start": (later("Start"), later("Nothing answered yet")),
    "interviews": (later("Interviews"), later("Customers are asked")),
    "draft": (later("Draft"), later("Answers, not all proven")),
    "in_use": (later("In use"), later("Most answers proven")),
}
AnyIndex = QModelIndex | QPersistentModelIndex


@record
class Cell:
    """What the delegate paints: two lines, and the row they belong to."""

    row: IndexRow
    first: str
    second: str = ""


class HomeModel(QAbstractTableModel):
    """One row per project; sorted by whichever column the person chose."""

    def __init__(self, role: Role, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._role = role
        self._rows: list[IndexRow] = []
        self._now = datetime.now().astimezone()
        self._sorted = (OPENED, Qt.SortOrder.DescendingOrder)

    def show_rows(self, rows: Sequence[IndexRow], now: datetime, role: Role) -> None:
        """Show other rows, in the order that was chosen last."""
        self.beginResetModel()
        self._rows, self._now, self._role = list(rows), now, role
        self._order()
        self.endResetModel()

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
                return Cell(row=row, first=say_since(row.touched, self._now))
            case 4 if row.file is not None:
                return Cell(row=row, first=row.file.name, second=row.file.parent.name)
            case 4:
                return Cell(row=row, first=_("Only here"), second=_("no file of its own"))
        return Cell(row=row, first="")

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 6

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
        names = (first, _("Stage"), _("How well proven"), _("Last opened"), _("File"), "")
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
        return ", ".join(each for each in (cell.first, cell.second) if each)
