"""Rows added to a list that is there: new ones at the end, those of the same number anew."""

from dataclasses import replace
from typing import TYPE_CHECKING

from icp_desktop.model.table import Column, Table
from icp_desktop.tables.frames import read_frame, write_body
from icp_desktop.tables.joining import key_of

if TYPE_CHECKING:
    import polars as pl


def added_to(earlier: Table, later: Table) -> Table:
    """Return the earlier list with the rows of the later one.

    A row whose number (or, in a list without numbers, whose name) is in both is that of the later.
    """
    import polars as pl

    old, new = read_frame(earlier), read_frame(later)
    columns, renamed = _columns(earlier, later)
    new = new.rename(renamed)
    old = old.filter(~_replaced(earlier, old, columns, new))
    frame = pl.concat([old, new], how="diagonal").select([each.heading for each in columns])
    return replace(later, id=earlier.id, body=write_body(frame), columns=columns, rows=frame.height)


def _columns(earlier: Table, later: Table) -> tuple[tuple[Column, ...], dict[str, str]]:
    """Return the columns of both, and how those of the later list are called then."""
    columns = list(earlier.columns)
    taken = {column.heading for column in columns}
    renamed: dict[str, str] = {}
    for column in later.columns:
        same = next((each for each in earlier.columns if _is_same(each, column)), None)
        if same and same.heading not in renamed.values():
            renamed[column.heading] = same.heading
            continue
        heading, number = column.heading, 2
        while heading in taken:
            heading, number = f"{column.heading} ({number})", number + 1
        taken.add(heading)
        renamed[column.heading] = heading
        doubled = column.meaning and any(each.meaning == column.meaning for each in columns)
        columns.append(replace(column, heading=heading, meaning="" if doubled else column.meaning))
    return tuple(columns), renamed


def _is_same(ours: Column, theirs: Column) -> bool:
    if (ours.type, ours.unit, ours.currency) != (theirs.type, theirs.unit, theirs.currency):
        return False
    if ours.meaning or theirs.meaning:
        return ours.meaning == theirs.meaning
    return ours.heading == theirs.heading


def _replaced(
    earlier: Table, old: "pl.DataFrame", columns: tuple[Column, ...], new: "pl.DataFrame"
) -> "pl.Series":
    """Say of each earlier row whether the later list has it anew."""
    keys = ("deal_id",) if earlier.role == "deals" else ("id", "name")
    for meaning in keys:
        for column in columns:
            if column.meaning == meaning and column.heading in old and column.heading in new:
                known = key_of(new[column.heading]).drop_nulls()
                return key_of(old[column.heading]).is_in(known.implode()).fill_null(value=False)
    import polars as pl

    return pl.repeat(value=False, n=old.height, eager=True)
