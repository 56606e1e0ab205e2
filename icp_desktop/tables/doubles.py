"""Entries that stand on a list more than once, and the list without some of its rows."""

import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import replace

from icp_desktop.model.body import make_body
from icp_desktop.model.table import Table


def rows_by_name(names: Sequence[str]) -> dict[str, list[int]]:
    """Return the rows of each name that stands on a list more than once, however it is cased."""
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        rows.setdefault(" ".join(name.split()).casefold(), []).append(row)
    return {name: each for name, each in rows.items() if len(each) > 1}


def earlier_rows(names: Sequence[str]) -> set[int]:
    """Return the rows whose name stands again further down, where the newer entry is."""
    return {row for rows in rows_by_name(names).values() for row in rows[:-1]}


def without_rows(table: Table, dropped: Collection[int]) -> Table:
    """Return a list without some of its rows, which are counted from 0."""
    lines = list(csv.reader(io.StringIO(table.body.data.decode("utf-8"), newline="")))
    kept = [line for row, line in enumerate(lines[1:]) if row not in dropped]
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows([lines[0], *kept])
    return replace(table, rows=len(kept), body=make_body(stream.getvalue().encode("utf-8"), "csv"))
