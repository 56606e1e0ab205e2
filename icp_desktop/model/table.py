"""A list of customers, deals or leads as it was read in: clean CSV and what its columns mean."""

from datetime import date
from typing import Literal

from icp_desktop.model.body import Body
from icp_desktop.model.record import record

TableRole = Literal["customers", "deals", "leads"]
TABLE_ROLES: tuple[TableRole, ...] = ("customers", "deals", "leads")
ColumnType = Literal["text", "terms", "number", "money", "date", "yes_no"]


@record
class Spelling:
    """A cell that was `written` one way and stands for another, such as “GTXPro” for “GTX Pro”.

    The list keeps what was written; whoever reads it reads what was meant.
    """

    written: str
    meant: str


@record
class Column:
    """One column: its heading, what it means and how its cells are to be read.

    `meaning` is the id of a field of the worksheet or of an outcome such as "revenue", "" if the
    column is only kept. With `type` the CSV is exact; without it "00123" would become 123.
    """

    heading: str
    meaning: str = ""
    type: ColumnType = "text"
    unit: str = ""
    currency: str = ""
    spellings: tuple[Spelling, ...] = ()


@record
class Table:
    """A list that was read in; `name` is that of its file, `day` when it was read."""

    id: str
    name: str
    role: TableRole
    body: Body
    columns: tuple[Column, ...]
    rows: int
    day: date | None = None
