"""A kept list as a typed data frame, and back: the one place that knows how its CSV is written.

Numbers are plain ("1234.5"), days as in ISO 8601, yes or no in words, several terms in one cell
are separated by "; "; what is not known is an empty cell.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.body import Body, make_body
from icp_desktop.model.table import Column, ColumnType, Table

if TYPE_CHECKING:  # polars costs a fifth of a second, and most starts need no list
    import polars as pl

BETWEEN_TERMS = "; "
YES, NO = "yes", "no"


@lru_cache(maxsize=4)
def read_frame(table: Table) -> "pl.DataFrame":
    """Return a list as a data frame, one column per heading, in the order of the file.

    Text is String, terms List(String), number and money Float64, date Date, yes_no Boolean; null
    is not known. Cells that were written another way read as what was meant. Do not change it.
    """
    headings = [column.heading for column in table.columns]
    raw = _read_csv(table)
    if raw.columns != headings:
        raise _unreadable(table)
    frame = raw.with_columns(_typed(column) for column in table.columns)
    if any(
        frame[column.heading].null_count() > raw[column.heading].null_count()
        for column in table.columns
        if column.type in ("number", "money", "date", "yes_no")
    ):
        raise _unreadable(table)
    return frame.with_columns(
        _spelled(column)
        for column in table.columns
        if column.spellings and column.type in ("text", "terms")
    )


def write_body(frame: "pl.DataFrame") -> Body:
    """Return the CSV of a typed frame as the body of a list."""
    written = frame.select(_written(frame[heading]) for heading in frame.columns)
    return make_body(written.write_csv().encode("utf-8"), "csv")


def columns_with(table: Table, meaning: str) -> tuple[Column, ...]:
    """Return the columns of a list that have a meaning."""
    return tuple(column for column in table.columns if column.meaning == meaning)


def _read_csv(table: Table) -> "pl.DataFrame":
    import polars as pl

    try:
        return pl.read_csv(table.body.data, infer_schema=False)
    except pl.exceptions.PolarsError as error:
        raise _unreadable(table) from error


def _unreadable(table: Table) -> KnownError:
    return KnownError(
        _(
            "The list “{name}” in this project can’t be read any more. Remove it and import its "
            "file again.",
            name=table.name[:80],
        )
    )


def _typed(column: Column) -> "pl.Expr":
    import polars as pl

    cells = pl.col(column.heading)
    bare = cells.cast(pl.Float64, strict=False)
    figures = pl.when(bare.is_finite()).then(bare)
    readers: dict[ColumnType, pl.Expr] = {
        "text": cells,
        "terms": cells.str.split(BETWEEN_TERMS),
        "number": figures,
        "money": figures,
        "date": cells.str.to_date("%Y-%m-%d", strict=False),
        "yes_no": cells.replace_strict({YES: True, NO: False}, default=None),
    }
    return readers[column.type].alias(column.heading)


def _spelled(column: Column) -> "pl.Expr":
    """Return the cells as they were meant."""
    import polars as pl

    meant = {each.written: each.meant for each in column.spellings}
    cells = pl.col(column.heading)
    if column.type == "terms":
        return cells.list.eval(pl.element().replace(meant))
    return cells.replace(meant)


def _written(cells: "pl.Series") -> "pl.Series":
    import polars as pl

    if cells.dtype == pl.List:
        return cells.list.join(BETWEEN_TERMS)
    if cells.dtype == pl.Boolean:
        return cells.replace_strict({True: YES, False: NO}, return_dtype=pl.String)
    if cells.dtype == pl.Float64 and _all_whole(cells):
        return cells.cast(pl.Int64)
    return cells


def _all_whole(cells: "pl.Series") -> bool:
    """Say whether every figure is whole and small enough to be written without an exponent."""
    known = cells.drop_nulls()
    return bool(((known == known.round()) & (known.abs() < 1e15)).all())
