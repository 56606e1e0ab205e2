"""Figures as people and programs write them: "1.234,56 €", "(123)", "12-", "45 %", "1'000"."""

from typing import TYPE_CHECKING, NamedTuple

from icp_desktop.tables.reading import Decimal, Doubt, Hints

if TYPE_CHECKING:
    import polars as pl

SIGNS = {
    "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN",
    "Kč": "CZK", "A$": "AUD", "C$": "CAD", "R$": "BRL", "Fr.": "CHF", "₺": "TRY",
}  # fmt: skip
_MONEY = r"[A-Z]{1,2}\$|[$€£¥₹₺]|[A-Z]{3}|kr\.?|zł|Kč|Fr\.|Fr"
_SPACE = r"[ \u00a0\u202f\u2009]"
_SHAPE = (
    rf"^(?P<open>\()?{_SPACE}*(?P<sign>[-+−–])?{_SPACE}*(?P<before>{_MONEY})?{_SPACE}*"
    rf"(?P<inner>[-+−–])?{_SPACE}*(?P<body>\d[\d.,'’ \u00a0\u202f\u2009]*|[.,]\d+)"
    rf"(?P<after>{_MONEY}|%)?(?P<trail>[-−])?{_SPACE}*(?P<close>\))?$"
)
_GAPS = r"['’ \u00a0\u202f\u2009]"
_CODES = r"^0\d|\d{16}"  # leading zeros, and numbers of cards and accounts: not for reckoning
_BODIES: dict[Decimal, str] = {
    ".": (
        rf"^(?:(?:\d{{1,3}}(?:(?:,|{_GAPS})\d{{3}})+|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}|\d+)"
        r"(?:\.\d*)?|\.\d+)$"
    ),
    ",": rf"^(?:(?:\d{{1,3}}(?:(?:\.|{_GAPS})\d{{3}})+|\d+)(?:,\d*)?|,\d+)$",
}
# Written with one sign and three figures behind it, "1.234" may be a thousand or a bit over one.
_OPEN = {".": r"^[1-9]\d{0,2}\.\d{3}$", ",": r"^[1-9]\d{0,2},\d{3}$"}
_FRACTION = {
    ".": r"\.\d{1,2}$|\.\d{4,}$|,\d{3}\.\d|^0*\.\d|^\d{4,}\.\d",
    ",": r",\d{1,2}$|,\d{4,}$|\.\d{3},\d|^0*,\d|^\d{4,},\d",
}
_GROUPS = {".": r"\.\d{3}\.\d{3}|\.\d{3},", ",": r",\d{3},\d{3}|,\d{2},\d{3}|,\d{3}\."}


class Figures(NamedTuple):
    """Cells taken apart: the bare figure, whether it is below zero, and the sign beside it."""

    body: "pl.Series"
    negative: "pl.Series"
    beside: "pl.Series"

    @property
    def share(self) -> float:
        """Return how many of the cells are figures, of one."""
        known = len(self.body)
        return (known - self.body.null_count()) / known if known else 0.0


def plain_figures(cells: "pl.Series") -> "pl.Series | None":
    """Return the figures of a column that a computer wrote, None if it has to be looked at closer.

    This is the quick way for the many columns that hold nothing but "12" or "12.5".
    """
    import polars as pl

    found = cells.cast(pl.Float64, strict=False)
    longest = cells.str.len_bytes().max()
    if found.null_count() != cells.null_count() or not isinstance(longest, int) or longest > 15:
        return None
    if cells.str.contains(r"(?-u)^[+-]?0[0-9]|[a-zA-Z]").any():
        return None
    dotted = cells.filter(cells.str.contains(".", literal=True))
    if len(dotted) and dotted.str.contains(r"^[+-]?[1-9]\d{0,2}\.\d{3}$").all():
        return None
    return found


def take_apart(cells: "pl.Series") -> Figures:
    """Return cells without nulls taken apart; what is no figure has a null body."""
    import polars as pl

    parts = cells.str.extract_groups(_SHAPE).struct.unnest()
    opened, closed = parts["open"].is_not_null(), parts["close"].is_not_null()
    body = parts["body"].str.strip_chars_end(" \u00a0\u202f\u2009")
    body = body.to_frame().select(pl.when(opened == closed).then(body)).to_series()
    minus = ["-", "−", "–"]
    negative = (
        opened
        | parts["sign"].is_in(minus).fill_null(value=False)
        | parts["inner"].is_in(minus).fill_null(value=False)
        | parts["trail"].is_not_null()
    )
    return Figures(body, negative, parts["before"].fill_null("") + parts["after"].fill_null(""))


def are_codes(figures: Figures) -> bool:
    """Say whether these are rather numbers of something, with leading zeros or sixteen digits."""
    return bool(figures.body.str.contains(_CODES).any())


def find_decimal(bodies: "pl.Series", hints: Hints) -> tuple[Decimal, tuple[Doubt, ...]]:
    """Return the sign before the fraction, and what the figures alone could not settle."""
    bodies = bodies.drop_nulls()
    point = _count(bodies, f"{_FRACTION['.']}|{_GROUPS[',']}")
    comma = _count(bodies, f"{_FRACTION[',']}|{_GROUPS['.']}")
    if point and comma:
        return ("." if point >= comma else ","), ("mixed_decimals",)
    if point or comma:
        return ("." if point else ","), ()
    is_open = _count(bodies, f"{_OPEN['.']}|{_OPEN[',']}") > 0
    return hints.decimal, ("decimal",) if is_open and not hints.sure else ()


def read_figures(figures: Figures, decimal: Decimal, *, strict: bool) -> "pl.Series":
    """Return the figures; null where a cell is none, or (`strict`) could be two."""
    import polars as pl

    body = figures.body
    fits = body.str.contains(_BODIES[decimal])
    if strict:
        fits &= ~body.str.contains(f"{_OPEN['.']}|{_OPEN[',']}")
    groups = "," if decimal == "." else r"\."
    bare = body.str.replace_all(f"{_GAPS}|{groups}", "")
    if decimal == ",":
        bare = bare.str.replace(",", ".", literal=True)
    value = bare.cast(pl.Float64, strict=False)
    signed = value * figures.negative.replace_strict(
        {True: -1.0, False: 1.0}, return_dtype=pl.Float64
    )
    signed = signed + 0.0  # no minus before a zero
    return value.to_frame().select(pl.when(fits).then(signed)).to_series()


def _count(bodies: "pl.Series", pattern: str) -> int:
    return int(bodies.str.contains(pattern).sum())
