"""Every row of a file as cells of text, before anything is known of them."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import polars as pl

SURPLUS = "surplus"  # beside the cells: how many a row has too much, below nought too few


class Raw(NamedTuple):
    """Columns "0", "1" ... of text and `SURPLUS`; an empty cell is null.

    `is_plain` says that no cell holds a stray sign, as in most files that a program wrote.
    """

    cells: "pl.DataFrame"
    is_plain: bool = False
