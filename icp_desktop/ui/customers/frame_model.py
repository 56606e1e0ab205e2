"""Rows of a data frame as Qt wants them: only the cells that are looked at are put into words."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.table import Column
from icp_desktop.worksheet.phrases import say_day, say_money, say_number

if TYPE_CHECKING:
    import polars as pl

AnyIndex = QModelIndex | QPersistentModelIndex
_LONGEST = 200  # characters of a cell that are shown
_LARGEST = 1e15


class FrameModel(QAbstractTableModel):
    """The rows of a list in the order the person chose."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._cells: list[pl.Series] = []
        self._years: list[bool] = []
        self._places: pl.Series | None = None  # where each row that is shown stands in the list
        self._frame: pl.DataFrame | None = None
        self._height = 0

    def show_frame(self, frame: "pl.DataFrame", columns: tuple[Column, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._frame, self._columns = frame, columns
        self._take(frame)
        self.endResetModel()

    def words(self, row: int, column: int) -> str:
        """Return what a cell says."""
        value = self._cells[column][row if self._places is None else self._places[row]]
        if self._years[column] and value is not None:
            return str(int(value))
        return say_cell(value, self._columns[column])

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else self._height

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self.words(index.row(), index.column())
                return f"{self._columns[index.column()].heading}: {words or _('not known')}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self._columns[index.column()])
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[section].heading
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(self._columns[section])
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._frame is None or not 0 <= column < len(self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        heading = self._columns[column].heading
        cells = self._frame[heading]
        if self._columns[column].type == "text":
            cells = cells.str.to_lowercase()
        elif self._columns[column].type == "terms":
            cells = cells.list.first()
        descending = order == Qt.SortOrder.DescendingOrder
        self._places = cells.arg_sort(descending=descending, nulls_last=True)
        self.layoutChanged.emit()

    def _take(self, frame: "pl.DataFrame") -> None:
        self._places = None
        self._cells = [frame[column.heading] for column in self._columns]
        self._years = [_are_years(cells) for cells in self._cells]
        self._height = frame.height


def say_cell(value: Any, column: Column) -> str:
    """Return a cell in words, "" where nothing is known."""
    match value:
        case None:
            return ""
        case bool():
            return _("Yes") if value else _("No")
        case float() if abs(value) < _LARGEST:
            figure = Decimal(repr(value))
            if column.type == "money":
                return say_money(figure, column.currency or "USD")
            return say_number(figure) + (f" {column.unit}" if column.unit else "")
        case date():
            return say_day(value)
        case str():
            return " ".join(value[:_LONGEST].split())
        case float():
            return repr(value)
    return "; ".join(value.to_list() if hasattr(value, "to_list") else value)[:_LONGEST]


def _are_years(cells: "pl.Series") -> bool:
    """Say whether all figures may be years, which nobody writes with a sign for thousands."""
    if not cells.dtype.is_float() or cells.null_count() == len(cells):
        return False
    known = cells.drop_nulls()
    return bool(((known >= 1500) & (known < 2200) & (known == known.floor())).all())


def _alignment(column: Column) -> int:
    right = column.type in ("number", "money")
    across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(across | Qt.AlignmentFlag.AlignVCenter)
