"""Rows added to a list that is there: new ones at the end, those of the same number anew."""

from dataclasses import replace
from typing import TYPE_CHECKING

from icp_desktop.model.table import Column, Table
from icp_desktop.tables.frames import columns_with, read_frame, write_body
from icp_desktop.tables.joining import key_of

if TYPE_CHECKING:
    import polars as pl

_KEY = "=key"  # no heading of a list starts so


def added_to(earlier: Table, later: Table) -> Table:
    """Return the earlier list with the rows of the later one.

    A row whose number (or, in a list without numbers, whose name) is in both is that of the later;
    columns that only the earlier list has keep what they say of it.
    """
    import polars as pl

    old, new = read_frame(earlier), read_frame(later)
    columns, renamed = _columns(earlier, later)
    new = new.rename(renamed)
    heading = _key_heading(earlier, old, new)
    if heading:
        old = old.with_columns(key_of(old[heading]).alias(_KEY))
        new = new.with_columns(key_of(new[heading]).alias(_KEY))
        only_old = [name for name in old.columns if name not in new.columns]
        known = old.select(_KEY, *only_old).drop_nulls(_KEY).unique(_KEY, keep="first")
        new = new.join(known, on=_KEY, how="left", maintain_order="left")
        again = old[_KEY].is_in(new[_KEY].drop_nulls().implode()).fill_null(value=False)
        old = old.filter(~again)
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


def _key_heading(earlier: Table, old: "pl.DataFrame", new: "pl.DataFrame") -> str:
    """Return the column by which rows of both lists are known to be the same, "" if none is."""
    for meaning in ("deal_id",) if earlier.role == "deals" else ("id", "name"):
        for column in columns_with(earlier, meaning):
            if column.heading in old and column.heading in new:
                return column.heading
    return ""
