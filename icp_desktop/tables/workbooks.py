"""Sheets of xlsx and ods workbooks as rows of texts, read by calamine once they are checked."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.limits import MOST_COLUMNS, refuse_columns
from icp_desktop.tables.raw import SURPLUS, Raw
from icp_desktop.tables.workbook_guard import check_workbook

if TYPE_CHECKING:
    import polars as pl
    import python_calamine

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAMPLE_ROWS = 200
_STEP = 10_000  # rows between two looks at whether the person has cancelled
_LARGEST_WHOLE = 9e18

Cells = Sequence[Any]


def is_workbook(data: bytes) -> bool:
    """Say whether these bytes are a zip, as xlsx and ods are, whatever the file is called."""
    return data.startswith(_ZIP)


def refuse_foreign(name: str, data: bytes) -> None:
    """Raise KnownError for what is neither a workbook nor text."""
    if data.startswith(_OLD_EXCEL):
        raise KnownError(
            _(
                "“{name}” is in the old Excel format, or protected with a password. Save it as "
                ".xlsx without a password, then try again.",
                name=name,
            )
        )
    signs = (
        b"%PDF",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"SQLite format",
        b"Rar!",
        b"7z\xbc\xaf",
    )
    if data.startswith(signs):
        raise KnownError(
            _("“{name}” is not a list. Save it as CSV, .xlsx or .ods, then try again.", name=name)
        )


def sheet_names(data: bytes) -> tuple[str, ...]:
    """Return the sheets that are shown."""
    book = _workbook(data)
    hidden = {
        each.name
        for each in book.sheets_metadata
        if "Visible" not in str(each.visible).split(".")[-1]
    }
    shown = tuple(name for name in book.sheet_names if name not in hidden)
    return shown or tuple(book.sheet_names)


def first_sheet(data: bytes, sheets: Sequence[str]) -> str:
    """Return the first sheet that holds more than a line or a column."""
    for name in sheets:
        sheet = _sheet(data, name)
        if sheet.height > 1 and sheet.width > 1:
            return name
    for name in sheets:
        if _sheet(data, name).height > 0:
            return name
    raise KnownError(_("No sheet of this workbook has anything in it."))


def sample_rows(data: bytes, sheet: str) -> list[list[str]]:
    """Return the first rows of a sheet as texts."""
    found = _sheet(data, sheet)
    above, left = found.start or (0, 0)
    _check_width(found.width + left)
    rows = [[*[""] * left, *map(_text, row)] for row in islice(found.iter_rows(), _SAMPLE_ROWS)]
    return [*[[] for _ in range(above)], *rows]


def read_sheet(data: bytes, sheet: str, width: int, progress: Progress = SILENT) -> Raw:
    """Return every row of a sheet as cells of text."""
    import polars as pl

    found = _sheet(data, sheet)
    above, left = found.start or (0, 0)
    total = found.height
    rows: list[Cells] = []
    coming = found.iter_rows()
    while chunk := list(islice(coming, _STEP)):
        progress.step(len(rows), total, _("Reading rows"))
        rows += chunk
    cells = [_series(list(map(itemgetter(n), rows))) for n in range(found.width)]
    columns = [pl.Series([None] * total, dtype=pl.String)] * left + cells
    columns += [pl.Series([None] * total, dtype=pl.String)] * (width - len(columns))
    frame = pl.DataFrame({str(n): each for n, each in enumerate(columns[:width])})
    beyond = pl.DataFrame({str(n): each for n, each in enumerate(columns[width:])})
    surplus = _surplus(beyond, total)
    if above:
        empty = pl.DataFrame(
            [pl.Series(name, [None] * above, dtype=pl.String) for name in frame.columns]
        )
        frame = pl.concat([empty, frame])
        surplus = pl.concat([pl.zeros(above, dtype=pl.Int32, eager=True), surplus])
    return Raw(frame.with_columns(surplus.alias(SURPLUS)))


def forget() -> None:
    """Let go of the workbook that was read last."""
    _workbook.cache_clear()
    _sheet.cache_clear()


@lru_cache(maxsize=1)
def _workbook(data: bytes) -> "python_calamine.CalamineWorkbook":
    import python_calamine

    check_workbook(data)
    try:
        return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception as error:  # each of its failures is a class of its own
        raise _unreadable() from error


@lru_cache(maxsize=1)
def _sheet(data: bytes, name: str) -> "python_calamine.CalamineSheet":
    try:
        return _workbook(data).get_sheet_by_name(name)
    except Exception as error:
        raise _unreadable() from error


def _surplus(beyond: "pl.DataFrame", total: int) -> "pl.Series":
    import polars as pl

    if not beyond.width:
        return pl.zeros(total, dtype=pl.Int32, eager=True)
    return beyond.select(pl.sum_horizontal(pl.all().is_not_null()).cast(pl.Int32)).to_series()


def _series(cells: Cells) -> "pl.Series":
    """Return a column as texts; null where a cell is empty.

    The first rows hold headings and anything else; below, most columns are all of one kind, which
    polars turns into text in one go.
    """
    import polars as pl

    above = pl.Series([_text(cell) or None for cell in cells[:_SAMPLE_ROWS]], dtype=pl.String)
    return pl.concat([above, _texts(cells[_SAMPLE_ROWS:])])


def _texts(cells: Cells) -> "pl.Series":
    import polars as pl

    kinds = set(map(type, cells))
    if kinds == {str}:
        texts = pl.Series(cells, dtype=pl.String)
        return texts.to_frame().select(pl.when(texts != "").then(texts)).to_series()
    if str in kinds and "" in cells and not any(cell for cell in cells if cell.__class__ is str):
        cells = [None if cell == "" else cell for cell in cells]
        kinds.remove(str)
    if kinds == {date}:
        return pl.Series(cells, dtype=pl.Date).cast(pl.String)
    if kinds == {float}:
        figures = pl.Series(cells, dtype=pl.Float64)
        if (figures == figures.round()).all() and (figures.abs() < _LARGEST_WHOLE).all():
            figures = figures.cast(pl.Int64)
        return figures.cast(pl.String)
    return pl.Series([_text(cell) or None for cell in cells], dtype=pl.String)


def _text(cell: Any) -> str:
    match cell:
        case str():
            return cell
        case bool():
            return "true" if cell else "false"
        case float():
            return (
                str(int(cell)) if cell.is_integer() and abs(cell) < _LARGEST_WHOLE else repr(cell)
            )
        case datetime():
            midnight = cell.time() == time()
            return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
        case date() | time() | int():
            return str(cell)
        case timedelta():
            return str(cell)
        case _:
            return ""


def _check_width(width: int) -> None:
    if width > MOST_COLUMNS:
        raise refuse_columns(width)


def _unreadable() -> KnownError:
    return KnownError(
        _(
            "This workbook can’t be read. Open it in a spreadsheet program and save it again, or "
            "as CSV."
        )
    )
