"""The changes to lists of customers, deals and leads."""

from dataclasses import replace

from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.table import Spelling, Table


@record
class AddSpelling:
    """Say that a cell of a column, written one way, means another."""

    table: str
    heading: str
    spelling: Spelling
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the spelling in, in the place of an earlier one of the same cell."""
        tables = tuple(
            self._spelled(each) if each.id == self.table else each for each in project.tables
        )
        return project if tables == project.tables else replace(project, tables=tables)

    def _spelled(self, table: Table) -> Table:
        columns = tuple(
            replace(
                column,
                spellings=(
                    *(each for each in column.spellings if each.written != self.spelling.written),
                    self.spelling,
                ),
            )
            if column.heading == self.heading and self.spelling not in column.spellings
            else column
            for column in table.columns
        )
        return replace(table, columns=columns)
