"""How the cells of a column are read: what was assumed, in a record that can be changed."""

from typing import Literal

from icp_desktop.model.record import record
from icp_desktop.model.table import ColumnType

Decimal = Literal[".", ","]
DayOrder = Literal["", "dmy", "mdy", "mixed"]  # "": the year leads or the month is a word
Doubt = Literal["decimal", "day_order", "mixed_decimals", "mixed_days", "mixed_currencies"]


@record
class Reading:
    """How one column is read.

    `decimal` is the sign before the fraction, `order` that of days written in figures, `unit` a
    sign that follows each figure ("%"), `between` the signs that part several terms in a cell.
    `doubts` name what the cells alone could not settle.
    """

    type: ColumnType = "text"
    decimal: Decimal = "."
    order: DayOrder = ""
    unit: str = ""
    currency: str = ""
    between: str = ""
    doubts: tuple[Doubt, ...] = ()


@record
class Hints:
    """What settles a column that can be read two ways: the rest of the file, then the place."""

    decimal: Decimal = "."
    day_first: bool = True
    currency: str = ""
    sure: bool = False  # other columns of the file say so
