"""One column of texts: finding out how it is to be read, and reading it."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from icp_desktop.model.table import ColumnType
from icp_desktop.tables import days, figures
from icp_desktop.tables.reading import Hints, Reading
from icp_desktop.tables.terms import find_between, split_terms
from icp_desktop.worksheet.phrases import is_currency

if TYPE_CHECKING:
    import polars as pl

ANY: tuple[ColumnType, ...] = ("yes_no", "date", "number", "money", "terms", "text")
_YES = ("yes", "y", "true", "t", "ja", "oui", "sí", "si", "x", "✓", "✔", "☑", "1")
_NO = ("no", "n", "false", "f", "nein", "non", "☐", "0")
_ONLY_WHERE_ASKED = {"x", "✓", "✔", "☑", "1", "0", "t", "f", "y", "n"}
_NEEDED = 0.8  # of the cells that say something, to take a column for figures or days
_NEEDED_WHERE_ASKED = 0.5
_SAMPLE = 500
_BEGINNING = 30
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Texts:
    """The cells of one column as texts, null where nothing is known; looked at once."""

    def __init__(self, cells: "pl.Series") -> None:
        """Take tidy cells."""
        self.cells = cells

    @cached_property
    def known(self) -> "pl.Series":
        """The cells that say something."""
        return self.cells.drop_nulls()

    @cached_property
    def plain_figures(self) -> "pl.Series | None":
        """The figures, if a computer wrote them and nothing else."""
        return figures.plain_figures(self.cells) if self._begins_as(_is_figure) else None

    @cached_property
    def plain_days(self) -> "pl.Series | None":
        """The days, if all are written in ISO."""
        return days.plain_days(self.cells) if self._begins_as(_ISO.fullmatch) else None

    @cached_property
    def counted(self) -> tuple["pl.Series", "pl.Series"]:
        """The different cells, and how often each occurs."""
        return _counted(self.known)

    @cached_property
    def figure_parts(self) -> figures.Figures:
        """The different cells taken apart as figures."""
        return figures.take_apart(self.counted[0])

    @cached_property
    def day_parts(self) -> days.Days:
        """The different cells taken apart as days."""
        return days.take_apart(self.counted[0], compact=True)

    def _begins_as(self, fits: Callable[[str], object]) -> bool:
        """Say whether the first cells fit, which spares most columns a look at all of them."""
        first = self.cells.head(_BEGINNING).drop_nulls().to_list()
        return all(fits(cell) for cell in first)


def find_reading(column: Texts, expects: tuple[ColumnType, ...], hints: Hints) -> Reading:
    """Return how a column is to be read.

    `expects` are the types its meaning allows, the likeliest first; () if nothing is known of it.
    """
    known = column.known
    if not len(known):
        return Reading(type=expects[0] if expects else "text", currency=_money(expects, hints))
    if expects == ("text",):
        return Reading()
    sample = known.head(_SAMPLE).unique()
    if _says_yes_or_no(sample, expects) and _says_yes_or_no(known.unique(), expects):
        return Reading(type="yes_no")
    plain = _plain(column, expects, hints)
    if plain:
        return plain
    texts, counts = _counted(known.head(_SAMPLE))
    needed = _NEEDED_WHERE_ASKED if expects else _NEEDED
    if _maybe(texts, counts, expects, needed):  # else the column is text, without a closer look
        texts, counts = column.counted
        found = _as_figures(column, expects, hints, needed) or _as_days(
            column, expects, hints, needed
        )
        if found:
            return found
    between = find_between(texts, expected="terms" in expects)
    if between and (not expects or "terms" in expects):
        return Reading(type="terms", between=between)
    return Reading(type="terms" if expects[:1] == ("terms",) else "text")


def read_column(column: Texts, reading: Reading) -> "pl.Series":
    """Return the typed cells; null where nothing is known or the cell can't be read so."""
    import polars as pl

    cells = column.cells
    match reading.type:
        case "text":
            return cells
        case "terms":
            return split_terms(cells, reading.between)
        case "yes_no":
            words = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
            return cells.str.to_lowercase().replace_strict(
                words, default=None, return_dtype=pl.Boolean
            )
        case "date":
            plain = column.plain_days
            if plain is not None:
                return plain
            return _spread(column, days.read_days(column.day_parts, reading.order), pl.Date())
        case _:
            plain = column.plain_figures if _is_plain(reading) else None
            if plain is not None:
                return plain
            return _spread(column, _read_figures(column, reading), pl.Float64())


def _plain(column: Texts, expects: tuple[ColumnType, ...], hints: Hints) -> Reading | None:
    """Return the reading of a column that a computer wrote: figures like 12.5 or days in ISO."""
    may_be_figures = not expects or bool({"number", "money"} & set(expects))
    if may_be_figures and column.plain_figures is not None:
        kind: ColumnType = "money" if "money" in expects else "number"
        return Reading(type=kind, currency=_money(expects, hints))
    if (not expects or "date" in expects) and column.plain_days is not None:
        return Reading(type="date")
    return None


def _is_figure(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def _counted(cells: "pl.Series") -> tuple["pl.Series", "pl.Series"]:
    counted = cells.value_counts()
    return counted.to_series(0), counted.to_series(1)


def _maybe(
    texts: "pl.Series", counts: "pl.Series", expects: tuple[ColumnType, ...], needed: float
) -> bool:
    """Say whether a sample has nearly enough figures or days in it."""
    wanted = (needed - 0.3) * int(counts.sum())
    digits = texts.str.contains("(?-u)[0-9]")
    if counts.filter(digits).sum() < wanted:
        return False
    parts = days.take_apart(texts, compact=bool(expects))
    likely = (
        parts.settled.is_not_null()
        | parts.first.is_not_null()
        | figures.take_apart(texts).body.is_not_null()
    )
    return bool(counts.filter(likely).sum() >= wanted)


def _as_figures(
    column: Texts, expects: tuple[ColumnType, ...], hints: Hints, needed: float
) -> Reading | None:
    if expects and not {"number", "money"} & set(expects):
        return None
    wants_money = "money" in expects
    parts, counts = column.figure_parts, column.counted[1]
    fits = parts.body.is_not_null()
    if counts.filter(fits).sum() < needed * int(counts.sum()) or (
        figures.are_codes(parts) and not expects
    ):
        return None
    decimal, doubts = figures.find_decimal(parts.body, hints)
    beside = parts.beside.filter(fits).replace(figures.SIGNS)
    weights = counts.filter(fits)
    percent = int(weights.filter(beside == "%").sum())
    currencies = {
        code: int(weights.filter(beside == code).sum())
        for code in beside.unique().to_list()
        if is_currency(code)
    }
    if percent * 2 >= weights.sum():
        return Reading(type="number", decimal=decimal, unit="%", doubts=doubts)
    if currencies or wants_money:
        usual = max(currencies, key=lambda code: currencies[code], default=hints.currency)
        if len(currencies) > 1:
            doubts = (*doubts, "mixed_currencies")
        return Reading(type="money", decimal=decimal, currency=usual, doubts=doubts)
    return Reading(type="number", decimal=decimal, doubts=doubts)


def _as_days(
    column: Texts, expects: tuple[ColumnType, ...], hints: Hints, needed: float
) -> Reading | None:
    if expects and "date" not in expects:
        return None
    parts, counts = column.day_parts, column.counted[1]
    looks = parts.settled.is_not_null() | parts.first.is_not_null()
    if counts.filter(looks).sum() < needed * int(counts.sum()):
        return None
    order, doubts = days.find_order(parts, hints)
    return Reading(type="date", order=order, doubts=doubts)


def _read_figures(column: Texts, reading: Reading) -> "pl.Series":
    """Return the figures of the different cells."""
    import polars as pl

    parts = column.figure_parts
    found = figures.read_figures(parts, reading.decimal, strict="mixed_decimals" in reading.doubts)
    beside = parts.beside.replace(figures.SIGNS)
    if reading.unit == "%":
        fits = beside == "%"
    else:
        fits = beside == reading.currency
        if "mixed_currencies" not in reading.doubts:
            fits |= beside == ""
    return found.to_frame().select(pl.when(fits).then(found)).to_series()


def _spread(column: Texts, found: "pl.Series", dtype: "pl.DataType") -> "pl.Series":
    """Return what was read from each different cell in every row."""
    import polars as pl

    texts, cells = column.counted[0], column.cells
    if not len(texts):
        return pl.Series(cells.name, [None] * len(cells), dtype=dtype)
    return cells.replace_strict(texts, found, default=None, return_dtype=dtype)


def _is_plain(reading: Reading) -> bool:
    return reading.decimal == "." and not reading.unit and "mixed_decimals" not in reading.doubts


def _says_yes_or_no(texts: "pl.Series", expects: tuple[ColumnType, ...]) -> bool:
    if expects and "yes_no" not in expects:
        return False
    if len(texts) > len(_YES) + len(_NO):
        return False
    found = set(texts.str.to_lowercase().to_list())
    if not found <= {*_YES, *_NO}:
        return False
    return bool(expects) or not found & _ONLY_WHERE_ASKED


def _money(expects: tuple[ColumnType, ...], hints: Hints) -> str:
    return hints.currency if "money" in expects else ""
