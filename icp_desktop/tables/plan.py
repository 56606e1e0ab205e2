"""What a list is taken to say, before anything is kept: preview and import follow the same plan."""

from dataclasses import replace

from icp_desktop.model.record import record
from icp_desktop.model.table import TableRole
from icp_desktop.tables.layout import Layout
from icp_desktop.tables.problems import LEFT_OUT, ProblemKind
from icp_desktop.tables.reading import Hints, Reading


@record
class PlannedColumn:
    """One column: how it is read, what it means and why; one that is not `kept` is left out."""

    heading: str
    reading: Reading
    meaning: str = ""
    reason: str = ""
    sure: bool = True  # of the meaning
    kept: bool = True


@record
class Plan:
    """Everything that was assumed about a list, in one value that can be shown and changed.

    Rows with a problem of the kinds in `leave_out` stay out, but for those in `rows_in`; so do the
    rows in `rows_out`. Rows are numbered as in the file.
    """

    name: str
    role: TableRole
    layout: Layout
    columns: tuple[PlannedColumn, ...]
    hints: Hints
    leave_out: tuple[ProblemKind, ...] = LEFT_OUT
    rows_out: tuple[int, ...] = ()
    rows_in: tuple[int, ...] = ()

    def column_of(self, meaning: str) -> int | None:
        """Return the place of the column with a meaning, None if there is none."""
        for place, column in enumerate(self.columns):
            if column.meaning == meaning and column.kept:
                return place
        return None

    def with_column(self, place: int, column: PlannedColumn) -> "Plan":
        """Return the plan with another column; a meaning it takes is taken from the others."""
        columns = [
            replace(each, meaning="", reason="")
            if column.meaning and each.meaning == column.meaning
            else each
            for each in self.columns
        ]
        columns[place] = column
        return replace(self, columns=tuple(columns))
