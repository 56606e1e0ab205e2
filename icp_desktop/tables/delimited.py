"""Text with a sign between the cells: finding that sign, and reading every row of every file.

A regular file goes through polars; rows of unequal length through the csv module; quotes that
nobody doubled through a reader of our own, so that none of them swallows the rest of the file.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.limits import LONGEST_CELL, MOST_COLUMNS, refuse_columns
from icp_desktop.tables.raw import SURPLUS, Raw

if TYPE_CHECKING:
    import polars as pl

DELIMITERS = (";", "\t", "|", ",")
NONE = "\x1f"  # between the cells of a file of one column: occurs in no text
SAMPLE_ROWS = 200
_SAMPLE_SIZE = 400_000  # characters
_STRAY = ("\u00a0", "\u202f", "\u2007", "\u200b", "\u2060", "\ufeff", "\ufffe", "\uffff")
_CONTROL = bytes(n for n in range(32) if n not in b"\t\n\r") + b"\x7f"
_LEAST_SHARE = 0.4  # of rows of one length, for a sign to part cells at all
_STEP = 20_000  # rows between two looks at whether the person has cancelled
_SEP_LINE = re.compile(r"^\"?sep=(.)\"?[ \t]*\r?\n?", re.IGNORECASE)


def split_sep_line(text: str) -> tuple[str, str]:
    """Return the sign that a first line `sep=;` names, or "", and the text after it."""
    found = _SEP_LINE.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def sample_rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the first rows, read the way that copes with everything."""
    part = text[:_SAMPLE_SIZE]
    if len(part) < len(text):
        part = part[: part.rfind("\n") + 1] or part
    return list(islice(_rows(part, delimiter), SAMPLE_ROWS))


def find_delimiter(text: str) -> str:
    """Return the sign between the cells: the one that gives the most equal rows."""
    scores = {each: _evenness(sample_rows(text, each)) for each in DELIMITERS if each in text}
    best = max(scores, key=lambda each: scores[each], default=NONE)
    return best if scores.get(best, 0) > 0.5 else NONE


def read_rows(text: str, delimiter: str, width: int, progress: Progress = SILENT) -> Raw:
    """Return every row as cells of text."""
    if width > MOST_COLUMNS:
        raise refuse_columns(width)
    if not _has_stray_quotes(text, delimiter):
        regular = _by_polars(text, delimiter, width)
        if regular is not None:
            return regular
    return Raw(frame_of(_reported(_rows(text, delimiter), progress), width))


def frame_of(rows: Iterable[list[str]], width: int) -> "pl.DataFrame":
    """Return rows of any length as a frame, see `read_rows`."""
    import polars as pl

    even: list[list[str]] = []
    surplus: list[int] = []
    for row in rows:
        surplus.append(_surplus(row, width))
        even.append([*row[:width], *[""] * (width - len(row))])
    frame = pl.DataFrame(even, schema={str(n): pl.String for n in range(width)}, orient="row")
    known = frame.with_columns(pl.when(pl.all() != "").then(pl.all()).name.keep())
    return known.with_columns(pl.Series(SURPLUS, surplus, dtype=pl.Int32))


def _is_plain(text: str, data: bytes, delimiter: str) -> bool:
    """Say whether no cell can hold a stray sign, without looking at each."""
    if not text.isascii() and any(sign in text for sign in _STRAY):
        return False
    if len(data.translate(None, _CONTROL)) < len(data):
        return False
    around = [] if delimiter == "\t" else ["\t"]
    if '"' in text:
        around += ['="', '""']
    return not any(sign in text for sign in around)


def _reported(rows: Iterator[list[str]], progress: Progress) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number % _STEP == 0:
            progress.step(number, 0, _("Reading rows"))
        yield row


def _surplus(row: list[str], width: int) -> int:
    if len(row) < width:
        return len(row) - width if any(row) else 0
    return sum(1 for cell in row[width:] if cell.strip())


def _by_polars(text: str, delimiter: str, width: int) -> Raw | None:
    """Return a regular file, None if its rows are not all of one length."""
    import polars as pl

    if len(delimiter.encode()) > 1:
        return None
    data = (
        text.replace("\r\n", "\n").replace("\r", "\n").encode() if "\r" in text else text.encode()
    )
    try:
        frame = pl.read_csv(
            data,
            has_header=False,
            separator=delimiter,
            schema={str(n): pl.String for n in range(width)},
            quote_char='"' if '"' in text else None,
        )
    except pl.exceptions.PolarsError:
        return None
    if width > 1 and not _is_regular(frame, text, delimiter, width):
        return None
    cells = frame.with_columns(pl.lit(0, dtype=pl.Int32).alias(SURPLUS))
    return Raw(cells, is_plain=_is_plain(text, data, delimiter))


def _is_regular(frame: "pl.DataFrame", text: str, delimiter: str, width: int) -> bool:
    """Say whether no row lacks cells: an empty last cell and a missing one look the same."""
    import polars as pl

    blank = frame.select(pl.all_horizontal(pl.all().is_null())).to_series()
    doubtful = frame[str(width - 1)].is_null() & ~blank
    if not doubtful.any():
        return True
    signs = (frame.height - int(blank.sum())) * (width - 1)
    if '"' not in text:
        return text.count(delimiter) >= signs
    return re.sub(r'"[^"]*+"', "", text).count(delimiter) >= signs


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of a text; those that are blank as well, so that row numbers stay right."""
    if _has_stray_quotes(text, delimiter):
        yield from _tolerant_rows(text, delimiter)
        return
    csv.field_size_limit(LONGEST_CELL * 200)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise KnownError(
            _(
                "One cell of this file is too long to be read. Look whether a quotation mark is "
                "missing."
            )
        ) from error


def _has_stray_quotes(text: str, delimiter: str) -> bool:
    """Say whether a quotation mark stands where none can open or close a cell."""
    import polars as pl

    if '"' not in text:
        return False
    sign = re.escape(delimiter)
    pattern = rf'[^{sign}\n\r"]"[^{sign}\n\r"]'
    if bool(pl.Series([text]).str.contains(pattern).item()):
        return True
    return text.count('"') % 2 == 1


def _tolerant_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    sign = re.escape(delimiter)
    ends = rf"(?=[ \t]*(?:{sign}|\r|\n|\Z))"
    cell = re.compile(
        rf'[ \t]*"(?P<quoted>(?:[^"\n]++|\n(?!\n)|""(?!{ends})|"(?!{ends}))*+)"{ends}[ \t]*'
        rf"|(?P<plain>[^{sign}\r\n]*)"
    )
    row: list[str] = []
    place = 0
    while place <= len(text):
        found = cell.match(text, place)
        assert found is not None
        quoted = found["quoted"]
        row.append(found["plain"] if quoted is None else quoted.replace('""', '"'))
        place = found.end()
        if text[place : place + 1] == delimiter:
            place += 1
            continue
        yield row if row != [""] else []
        row = []
        place += 2 if text[place : place + 2] == "\r\n" else 1
        if place >= len(text):
            return


def _evenness(rows: list[list[str]]) -> float:
    """Return how well rows agree on their length, the row of headings above all."""
    lengths = [_filled_length(row) for row in rows]
    wide = [length for length in lengths if length > 1]
    if not wide:
        return 0.0
    usual, count = Counter(len(row) for row in rows if len(row) > 1).most_common(1)[0]
    filled = sum(1 for length in lengths if length)
    share = count / filled
    if share < _LEAST_SHARE:
        return 0.0
    full_head = any(
        sum(1 for cell in row if cell.strip()) >= 0.6 * usual
        for row in rows[:10]
        if len(row) == usual
    )
    return share + (0.3 if full_head else 0) + min(usual, 20) / 100


def _filled_length(row: list[str]) -> int:
    return len(row) if any(cell.strip() for cell in row) else 0
