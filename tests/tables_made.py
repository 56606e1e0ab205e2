"""Lists of customers and deals for tests: from rows in the test, as an import would keep them."""

from datetime import date

import polars as pl

from icp_desktop.model.project import Project
from icp_desktop.model.table import Column, Spelling, Table, TableRole
from icp_desktop.tables.frames import write_body
from icp_desktop.worksheet.shipped import standard_source


def make_table(
    cells: dict[str, list[object]] | pl.DataFrame,
    columns: tuple[Column, ...],
    role: TableRole = "customers",
    name: str = "customers.csv",
) -> Table:
    """Return a list as an import keeps it."""
    frame = cells if isinstance(cells, pl.DataFrame) else pl.DataFrame(cells, strict=False)
    return Table(
        id=f"{role}1",
        name=name,
        role=role,
        body=write_body(frame),
        columns=columns,
        rows=len(frame),
        day=date(2026, 11, 2),
    )


def with_tables(*tables: Table) -> Project:
    """Return a project that holds nothing but lists."""
    return Project(
        id="lists00001", client="Invented", name="", worksheet=standard_source(), tables=tables
    )


def spelt(column: str, meaning: str, **written: str) -> Column:
    """Return a column with cells that stand for others."""
    spellings = tuple(Spelling(written=a, meant=b) for a, b in written.items())
    return Column(heading=column, meaning=meaning, spellings=spellings)
