"""What the table of compared profiles holds, and what a screen reader is told of it."""

from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from icp_desktop.documents.comparison import ComparedField, Comparison
from icp_desktop.documents.content import Row
from icp_desktop.i18n import _
from icp_desktop.model.record import record

LINE_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
LineKind = Literal["section", "label", "field"]
AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@record
class Line:
    """One row of the table: a section, a field, or in narrow tables the label above its row."""

    kind: LineKind
    text: str
    field: ComparedField | None = None


class CompareModel(QAbstractTableModel):
    """The fields in rows, the profiles in columns; the first column names the field.

    In a narrow table the names stand in rows of their own, so that the answers have all the width.
    """

    def __init__(self) -> None:
        super().__init__()
        self.compared = Comparison(profiles=(), sections=())
        self.lines: tuple[Line, ...] = ()
        self.narrow = False

    def show(self, compared: Comparison, *, only_different: bool, narrow: bool) -> None:
        """Show a comparison, all of it or what differs."""
        self.beginResetModel()
        self.compared, self.narrow = compared, narrow
        lines: list[Line] = []
        for section in compared.sections:
            fields = [each for each in section.fields if each.differs or not only_different]
            if fields:
                lines.append(Line(kind="section", text=section.label))
            for field in fields:
                if narrow:
                    lines.append(Line(kind="label", text=field.label))
                lines.append(Line(kind="field", text=field.label, field=field))
        self.lines = tuple(lines)
        self.endResetModel()

    @property
    def first(self) -> int:
        """The column of the first profile."""
        return 0 if self.narrow else 1

    def cell(self, index: AnyIndex) -> tuple[ComparedField, int] | None:
        """Return the field and the number of the profile of a cell, None for names and heads."""
        line = self.lines[index.row()]
        number = index.column() - self.first
        return None if line.field is None or number < 0 else (line.field, number)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT, /) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT, /) -> int:
        return 0 if parent.isValid() else len(self.compared.profiles) + self.first

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.lines[section].text
        number = section - self.first
        return _("Field") if number < 0 else self.compared.profiles[number].name

    @override
    def flags(self, index: AnyIndex, /) -> Qt.ItemFlag:
        """Let the arrows go from answer to answer; names are said with them."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def first_cell(self) -> QModelIndex:
        """Return the first answer."""
        rows = (n for n, line in enumerate(self.lines) if line.kind == "field")
        return self.index(next(rows, 0), self.first)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        line, found = self.lines[index.row()], self.cell(index)
        cell = found[0].cells[found[1]] if found is not None else None
        if role == LINE_ROLE:
            return line
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_words(cell) if found is not None else line.text * (index.column() == 0)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, found, cell)
        return None

    def _spoken(self, line: Line, found: tuple[ComparedField, int] | None, cell: Row | None) -> str:
        if found is None:
            return line.text
        name = self.compared.profiles[found[1]].name
        parts = [cell_words(cell)]
        if cell is not None and cell.value is not None:
            parts += [cell.proof_words, cell.verdict]
        said = ". ".join(part for part in parts if part)
        return _("{field}, {profile}: {answer}.", field=line.text, profile=name, answer=said)


def cell_words(cell: Row | None) -> str:
    """Return what a cell says: the answer in a line, or why there is none."""
    if cell is None:
        return _("Not asked")
    return f"{cell.short}{cell.aside}" if cell.value is not None else _("Still open")
