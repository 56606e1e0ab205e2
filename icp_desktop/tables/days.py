"""Days as people and programs write them: 2024-03-01, 1/3/2024, 01.03.24, 1 March 2024."""

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from icp_desktop.tables.reading import DayOrder, Doubt, Hints

if TYPE_CHECKING:
    import polars as pl

_TIME = r"(?:$|[T,]? ?\d{1,2}[:.]\d{2}.*$)"
_YEAR_FIRST = rf"^(?P<y>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}){_TIME}"
_FIGURES = rf"^(?P<a>\d{{1,2}})(?P<sign>[-/.])(?P<b>\d{{1,2}})[-/.](?P<y>\d{{4}}|\d{{2}}){_TIME}"
_DAY_WORD = (
    r"^(?:\p{L}+\.?,? )?(?P<d>\d{1,2})(?:st|nd|rd|th)?[.\- /]{1,2}(?:de )?(?P<m>\p{L}{3,})"
    rf"[.\- ,/]{{1,2}}(?:de )?(?P<y>\d{{4}}|\d{{2}}){_TIME}"
)
_WORD_DAY = (
    r"^(?:\p{L}+\.?, )?(?P<m>\p{L}{3,})\.?[ \-](?P<d>\d{1,2})(?:st|nd|rd|th)?,?[ \-](?P<y>\d{4})"
    rf"{_TIME}"
)
_COMPACT = r"^(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])$"
_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
_TURN = 70  # two figures from here on are of the last century


class Days(NamedTuple):
    """Cells taken apart into year, month and day, and those in figures whose order is open."""

    settled: "pl.Series"  # days that can be read one way only; null elsewhere
    first: "pl.Series"
    second: "pl.Series"
    year: "pl.Series"

    @property
    def share(self) -> float:
        """Return how many of the cells look like days, of one."""
        total = len(self.settled)
        known = self.settled.is_not_null() | self.first.is_not_null()
        return int(known.sum()) / total if total else 0.0


def plain_days(cells: "pl.Series") -> "pl.Series | None":
    """Return the days of a column written as 2024-03-01 throughout, else None."""
    found = cells.str.to_date("%Y-%m-%d", strict=False)
    same = found.null_count() == cells.null_count()
    return found if same and bool((cells.str.len_chars() == 10).all()) else None


def take_apart(cells: "pl.Series", *, compact: bool) -> Days:
    """Return cells without nulls taken apart; `compact` allows 20240301 as well."""
    import polars as pl

    settled = _day(cells.str.extract_groups(_YEAR_FIRST).struct.unnest())
    for pattern in (_DAY_WORD, _WORD_DAY):
        if settled.null_count() and cells.str.contains(r"\p{L}{3}").any():
            parts = cells.str.extract_groups(pattern).struct.unnest()
            month = parts["m"].str.to_lowercase().replace_strict(_months(), default=None)
            settled = settled.zip_with(
                settled.is_not_null(), _day(parts.with_columns(month.alias("m")))
            )
    if compact:
        settled = settled.zip_with(
            settled.is_not_null(), _day(cells.str.extract_groups(_COMPACT).struct.unnest())
        )
    parts = cells.str.extract_groups(_FIGURES).struct.unnest()
    dotted = parts["sign"] == "."  # so only where the day leads
    by_dots = _day(parts.rename({"a": "d", "b": "m"}))
    settled = settled.zip_with(settled.is_not_null() | ~dotted.fill_null(value=False), by_dots)
    is_open = dotted.is_not_null() & settled.is_null()
    rest = parts.select(pl.when(is_open).then(pl.col("a", "b", "y")))
    return Days(settled, rest["a"], rest["b"], rest["y"])


def find_order(days: Days, hints: Hints) -> tuple[DayOrder, tuple[Doubt, ...]]:
    """Return the order of days in figures, and what the cells alone could not settle."""
    first, second = days.first.cast(int), days.second.cast(int)
    if first.null_count() == len(first):
        return "", ()
    day_first = int(((first > 12) & (second <= 12)).sum())
    month_first = int(((second > 12) & (first <= 12)).sum())
    if day_first and month_first:
        return "mixed", ("mixed_days",)
    if day_first or month_first:
        return ("dmy" if day_first else "mdy"), ()
    settled = hints.sure or bool((first == second).all())
    return ("dmy" if hints.day_first else "mdy"), () if settled else ("day_order",)


def read_days(days: Days, order: DayOrder) -> "pl.Series":
    """Return the days; null where a cell is none or, in a mixed column, could be two."""
    import polars as pl

    frame = pl.DataFrame([days.first.alias("a"), days.second.alias("b"), days.year.alias("y")])
    day_first = _day(frame.rename({"a": "d", "b": "m"}))
    month_first = _day(frame.rename({"a": "m", "b": "d"}))
    if order == "dmy":
        found = day_first
    elif order == "mdy":
        found = month_first
    else:  # whatever can be read one way only
        one_way = day_first.is_null() | month_first.is_null() | (day_first == month_first)
        either = day_first.zip_with(day_first.is_not_null(), month_first)
        found = (
            either.to_frame()
            .select(pl.when(one_way.fill_null(value=True)).then(either))
            .to_series()
        )
    return days.settled.zip_with(days.settled.is_not_null(), found)


def _day(parts: "pl.DataFrame") -> "pl.Series":
    """Return the days of year, month and day; null where there is no such day."""
    import polars as pl

    year = pl.col("y").cast(pl.Int32, strict=False)
    short = pl.col("y").str.len_chars() == 2
    year = (
        pl.when(short & (year >= _TURN))
        .then(year + 1900)
        .when(short)
        .then(year + 2000)
        .otherwise(year)
    )
    month = pl.col("m").cast(pl.String).str.zfill(2)
    text = year.cast(pl.String).str.zfill(4) + "-" + month + "-" + pl.col("d").str.zfill(2)
    return parts.select(text.str.to_date("%Y-%m-%d", strict=False)).to_series()


@cache
def _months() -> dict[str, str]:
    from babel.dates import get_month_names

    found: dict[str, str] = {"sept": "9"}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                found.setdefault(name.casefold().rstrip("."), str(number))
    return found
