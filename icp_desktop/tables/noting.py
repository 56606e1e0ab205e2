"""Noting an answer in a kept list: one cell is filled in, where needed in a new column."""

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.body import make_body
from icp_desktop.model.table import Column, ColumnType, Table
from icp_desktop.tables.frames import NO, YES
from icp_desktop.worksheet.phrases import parse_number

_YES = frozenset(("yes", "y", "true", "1"))
_NO = frozenset(("no", "n", "false", "0"))


def with_note(table: Table, row: int, meaning: str, heading: str, said: str) -> Table:
    """Return the list with what somebody said in one cell; raise KnownError if it does not fit.

    `row` counts from 0. Without a column of that meaning, one is added under `heading`.
    """
    rows = list(csv.reader(io.StringIO(table.body.data.decode("utf-8"), newline="")))
    meant = [n for n, column in enumerate(table.columns) if column.meaning == meaning]
    columns = table.columns
    if meant:
        place = meant[0]
    else:
        place = len(columns)
        taken = {column.heading for column in columns}
        columns = (*columns, Column(heading=_free(heading, taken), meaning=meaning))
        rows[0].append(columns[-1].heading)
        for line in rows[1:]:
            line.append("")
    rows[row + 1][place] = _written(said, columns[place].type)
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return replace(table, columns=columns, body=make_body(stream.getvalue().encode(), "csv"))


def _free(heading: str, taken: set[str]) -> str:
    wanted, number = heading, 2
    while wanted in taken:
        wanted, number = f"{heading} {number}", number + 1
    return wanted


def _written(said: str, kind: ColumnType) -> str:
    """Return what was said as the list writes it."""
    text = " ".join(said.split())
    if kind in ("number", "money"):
        try:
            return f"{Decimal(parse_number(text)):f}"
        except ValueError as error:
            raise KnownError(_("This column holds figures. Write one, such as 12.")) from error
    if kind == "date":
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise KnownError(
                _("This column holds dates. Write one as year-month-day, such as 2027-01-31.")
            ) from error
    if kind == "yes_no":
        word = text.casefold()
        if word not in _YES | _NO | {_("yes"), _("no")}:
            raise KnownError(_("This column says yes or no. Write one of them."))
        return YES if word in _YES | {_("yes")} else NO
    return text
