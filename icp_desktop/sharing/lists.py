"""Lists of customers, deals and leads in a copy: codes for names, bands for sums, months for days.

What a column means decides. A column that means nothing to the program is left empty where nearly
every row says something else: it may be anything, such as the name of whoever answers the phone.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later
from icp_desktop.model.record import record
from icp_desktop.model.table import Column, Table, TableRole
from icp_desktop.sharing.bands import band_of
from icp_desktop.sharing.choice import Hiding
from icp_desktop.sharing.codes import Codes
from icp_desktop.sharing.rewording import Log, Rewording
from icp_desktop.tables.frames import BETWEEN_TERMS, read_frame, write_body
from icp_desktop.worksheet.phrases import say_number

if TYPE_CHECKING:
    import polars as pl

_ROLE_NAMES: dict[TableRole, str] = {
    "customers": later("Customers"),
    "deals": later("Deals"),
    "leads": later("Leads"),
}
_LARGE = 1000  # a figure from here on may be a sum, or a number to call
_MOST_TRAITS = 40  # values of a column that still tell groups of customers apart


@record
class NewList:
    """A list as the copy has it, and what its headings have become."""

    table: Table
    headings: Mapping[str, str]


def name_kind(column: Column, role: TableRole) -> Hiding | None:
    """Return as what the cells of a column name somebody, None if they do not."""
    match column.meaning:
        case "name":
            return "lead" if role == "leads" else "customer"
        case "customer":
            return "customer"
        case "owner":
            return "person"
        case "id" | "customer_id" | "deal_id":
            return "number"
    return None


def learn_names(table: Table, codes: Codes) -> None:
    """Give everybody a list names a code."""
    try:
        frame = read_frame(table)
    except KnownError:
        return
    for column in table.columns:
        kind = name_kind(column, table.role)
        if kind is not None:
            for cell in frame[column.heading].drop_nulls().cast(_text()).to_list():
                codes.code(cell, kind, everywhere=kind != "number")


def hide_list(
    table: Table, number: int, codes: Codes, log: Log, rewording: Rewording
) -> NewList | None:
    """Return a list as the copy has it, None where it can't be read."""
    import polars as pl

    try:
        frame = read_frame(table)
    except KnownError:
        log.note("part", table.name, "")
        return None
    name = _(_ROLE_NAMES[table.role]) if number == 1 else f"{_(_ROLE_NAMES[table.role])} {number}"
    log.note("file", table.name, name)
    headings: dict[str, str] = {}
    columns, cells = [], []
    for column in table.columns:
        heading = _free(rewording.words(column.heading), headings)
        headings[column.heading] = heading
        made = _hide_column(frame[column.heading], column, table, codes, log, rewording)
        cells.append(made.rename(heading))
        columns.append(replace(column, heading=heading, spellings=()))
    body = write_body(pl.DataFrame(cells))
    return NewList(
        table=replace(table, name=name, body=body, columns=tuple(columns)), headings=headings
    )


def _hide_column(
    cells: "pl.Series", column: Column, table: Table, codes: Codes, log: Log, rewording: Rewording
) -> "pl.Series":
    kind = name_kind(column, table.role)
    if kind is not None:
        return _mapped(cells, lambda cell: _coded(cell, kind, codes, log))
    match column.type:
        case "money":
            return _banded(cells, 0, log)
        case "number":
            return _banded(cells, _LARGE, log)
        case "date":
            known = cells.drop_nulls()
            if len(known):
                log.note("day", column.heading, _("the first of the month"))
            return cells.dt.truncate("1mo")
        case "text" | "terms" if _may_be_anything(cells, column):
            log.note("column", column.heading, "")
            return cells.clear(len(cells))
        case "text":
            return _mapped(cells, lambda cell: rewording.words(cell, guess=not column.meaning))
        case "terms":
            return _terms(cells, column, rewording)
    return cells


def _may_be_anything(cells: "pl.Series", column: Column) -> bool:
    """Say whether hardly two rows say the same, in a column that means nothing to us."""
    known = cells.drop_nulls()
    if column.meaning or not len(known):
        return False
    different = (
        known.list.join(BETWEEN_TERMS).n_unique() if column.type == "terms" else (known.n_unique())
    )
    return different > _MOST_TRAITS or different * 2 > len(known)


def _coded(cell: str, kind: Hiding, codes: Codes, log: Log) -> str:
    code = codes.code(cell, kind)
    log.note(codes.kind(cell) or kind, cell, code)
    return code


def _banded(cells: "pl.Series", least: int, log: Log) -> "pl.Series":
    """Return figures at the lower edge of their bands, smaller ones as they are."""
    bands = {}
    for cell in cells.drop_nulls().unique().to_list():
        if abs(cell) >= least and cell:
            low, high = sorted(band_of(Decimal(str(cell))), key=abs)
            bands[cell] = float(low)
            sum_, edges = say_number(Decimal(str(cell))), (say_number(low), say_number(high))
            log.note("sum", sum_, "–".join(edges))
    return _mapped(cells, lambda cell: bands.get(cell, cell))


def _terms(cells: "pl.Series", column: Column, rewording: Rewording) -> "pl.Series":
    def reword(several: "pl.Series") -> list[str]:
        return [rewording.words(each, guess=not column.meaning) for each in several]

    import polars as pl

    told = [None if cell is None else reword(cell) for cell in cells]
    return pl.Series(cells.name, told, dtype=cells.dtype)


def _mapped(cells: "pl.Series", change: Callable[[Any], Any]) -> "pl.Series":
    """Return cells changed one by one; what is not known stays so."""
    import polars as pl

    told = [None if cell is None else change(cell) for cell in cells.to_list()]
    return pl.Series(cells.name, told, dtype=cells.dtype)


def _free(heading: str, taken: Mapping[str, str]) -> str:
    """Return a heading that no other column has."""
    name, number = heading, 2
    while name in taken.values():
        name, number = f"{heading} {number}", number + 1
    return name


def _text() -> "type[pl.DataType]":
    import polars as pl

    return pl.String
