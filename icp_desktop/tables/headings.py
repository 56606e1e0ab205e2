"""Where a table begins in a file: titles above it, one or two rows of headings, or none."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from icp_desktop.i18n import _
from icp_desktop.tables.cells import MISSING

_FIGURE = re.compile(
    r"^[(\-+−]?\s*(?:[A-Z]{0,3}[$€£]?\s?)\d[\d.,'’ \u00a0\u202f]*\s?(?:[€£$%]|[A-Z]{3})?[-)]?$"
)
_DAY = re.compile(r"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_LOOKED_AT = 30  # rows in which the table begins
_SPLIT = re.compile(r"[^\w%#/]+|_")

Rows = Sequence[Sequence[str]]


class Start(NamedTuple):
    """Where the table begins: row numbers as a spreadsheet counts; 0 rows of headings is none."""

    heading_row: int
    heading_rows: int
    first_row: int
    width: int
    sure: bool


def find_start(rows: Rows, is_known: Callable[[str], bool]) -> Start:
    """Return where the table begins; `is_known` says whether a cell is a heading people use."""
    width = _usual_width(rows)
    if not rows:
        return Start(0, 0, 1, width, sure=False)
    top = next((n for n, row in enumerate(rows[:_LOOKED_AT]) if _starts(row, width)), 0)
    top = _below_particulars(rows, top, is_known)
    body = [row for row in rows[top + 1 :] if any(cell.strip() for cell in row)]
    if not any(cell.strip() for cell in rows[top]):
        return Start(0, 0, 1, width, sure=False)
    count, sure = _heading_rows(rows[top:], body, is_known)
    if count == 0:
        return Start(0, 0, top + 1, width, sure)
    return Start(
        top + 1, count, top + count + 1, max(width, len(_trimmed(rows[top + count - 1]))), sure
    )


def name_columns(rows: Rows, width: int) -> list[str]:
    """Return a heading for each column, no two alike, from the rows of headings."""
    padded = [[*(_flat(cell) for cell in row[:width]), *[""] * (width - len(row))] for row in rows]
    if len(padded) == 2:
        padded = [_spread(padded[0]), padded[1]]
    names = [_joined(cells) for cells in zip(*padded, strict=True)] if padded else [""] * width
    if len(padded) == 2:
        lower = Counter(padded[1])
        whole = all(padded[1]) and any(not cell for cell in rows[0][:width])
        if whole:  # the upper row only groups: it is needed where the lower one repeats itself
            pairs = zip(padded[1], names, strict=True)
            names = [low if lower[low] == 1 else both for low, both in pairs]
    return _distinct(names)


def words_of(heading: str) -> str:
    """Return a heading in small letters and single blanks, as headings are compared."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    return " ".join(part for part in _SPLIT.split(spaced.casefold()) if part)


def _heading_rows(rows: Rows, body: Rows, is_known: Callable[[str], bool]) -> tuple[int, bool]:
    """Return how many of the first rows are headings, and whether that is sure."""
    first = rows[0]
    numeric = _figure_columns((body[1:] or body)[:_LOOKED_AT])
    if any(_is_figure(cell) and not _YEAR.match(cell.strip()) for cell in first):
        named = sum(1 for cell in first if is_known(cell))
        if named < 2:
            return 0, bool(numeric)
    second = rows[1] if len(rows) > 1 else []
    if _is_second_heading(first, second, numeric, is_known):
        return 2, True
    if any(is_known(cell) for cell in first) or not body:
        return 1, True
    if numeric and all(_says_text(first, n) for n in numeric):
        return 1, True
    if numeric:
        return 0, False
    repeats = any(_occurs_below(first, n, body) for n in range(len(first)))
    return (0 if repeats else 1), False


def _below_particulars(rows: Rows, top: int, is_known: Callable[[str], bool]) -> int:
    """Return where headings that people use follow on a row of particulars of an export."""
    if not any(_is_figure(cell) for cell in rows[top] if not is_known(cell)):
        return top
    for n in range(top + 1, min(top + 4, len(rows))):
        known = sum(1 for cell in rows[n] if is_known(cell))
        if known >= 2 and not any(_is_figure(cell) for cell in rows[n]):
            return n
    return top


def _is_second_heading(
    first: Sequence[str], second: Sequence[str], numeric: list[int], is_known: Callable[[str], bool]
) -> bool:
    filled = [cell for cell in second if cell.strip()]
    if not filled or any(_is_figure(cell) for cell in filled) or len(filled) < 2:
        return False
    groups = len(_filled(first)) < len(filled) and len(filled) == len(_trimmed(second))
    known = sum(1 for cell in second if is_known(cell))
    if groups and (known >= 2 or (numeric and all(_says_text(second, n) for n in numeric))):
        return True
    return bool(numeric) and all(_says_text(first, n) and _says_text(second, n) for n in numeric)


def _usual_width(rows: Rows) -> int:
    lengths = Counter(len(_trimmed(row)) for row in rows if any(cell.strip() for cell in row))
    if not lengths:
        return 1
    usual = lengths.most_common(1)[0][0]
    often = max(2, sum(lengths.values()) // 10)  # rows whose last cells are empty are shorter
    return max([usual, *(length for length, count in lengths.items() if count >= often)])


def _starts(row: Sequence[str], width: int) -> bool:
    return len(_filled(row)) >= (1 if width == 1 else max(2, (width + 1) // 2))


def _figure_columns(body: Rows) -> list[int]:
    width = max((len(row) for row in body), default=0)
    found = []
    for n in range(width):
        cells = [row[n] for row in body if n < len(row) and not _is_missing(row[n])]
        if cells and sum(1 for cell in cells if _is_figure(cell)) >= 0.7 * len(cells):
            found.append(n)
    return found


def _occurs_below(first: Sequence[str], n: int, body: Rows) -> bool:
    cell = first[n].strip().casefold()
    return bool(cell) and any(n < len(row) and row[n].strip().casefold() == cell for row in body)


def _is_figure(cell: str) -> bool:
    text = cell.strip()
    return bool(_FIGURE.match(text) or _DAY.match(text))


def _is_missing(cell: str) -> bool:
    return not cell.strip() or cell.strip().casefold() in MISSING


def _says_text(row: Sequence[str], n: int) -> bool:
    return n < len(row) and not _is_missing(row[n]) and not _is_figure(row[n])


def _filled(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell.strip()]


def _trimmed(row: Sequence[str]) -> list[str]:
    cells = list(row)
    while cells and not cells[-1].strip():
        cells.pop()
    return cells


def _spread(cells: list[str]) -> list[str]:
    """Return merged cells spread to the right over those they cover."""
    spread, last = [], ""
    for cell in cells:
        last = cell or last
        spread.append(last)
    return spread


def _joined(cells: Sequence[str]) -> str:
    parts = [cell for n, cell in enumerate(cells) if cell and cell not in cells[:n]]
    return " ".join(parts)


def _flat(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").split())[:120]


def _distinct(names: list[str]) -> list[str]:
    taken: set[str] = set()
    found = []
    for number, name in enumerate(names, start=1):
        wanted = name or _("Column {n}", n=number)
        again = 2
        unique = wanted
        while unique in taken:
            unique = f"{wanted} ({again})"
            again += 1
        taken.add(unique)
        found.append(unique)
    return found
