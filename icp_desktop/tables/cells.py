"""Cells as texts: tidied, and what stands for "not known" told from what is known."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

# In any letters; whole cells only.
MISSING = (
    "n/a", "n.a.", "n. a.", "#n/a", "#nv", "#n/v", "na.", "nan", "null", "nil", "(null)", "(blank)",
    "(leer)", "-", "--", "---", "–", "—", "?", "??", ".", "..", "unknown", "not known", "not given",
    "not available", "missing", "k.a.", "k. a.", "s/d", "n/d", "n/c", "#value!", "#ref!", "#div/0!",
    "#name?", "#num!", "#wert!", "#bezug!",
)  # fmt: skip
# What spreadsheets and other programs leave around a cell.
_AROUND = " \t\n\r\u00a0\u202f\u2007\u200b\u2060\ufeff"
_STRAY = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff\ufffe\uffff]"
_UNTIDY = rf'^[\s\u00a0\u202f\u2007]|[\s\u00a0\u202f\u2007]$|^="|\r|{_STRAY}'
_GONE = rf"(?i)^(?:na|{'|'.join(map(re.escape, MISSING))})$"
_CODE = r"^[A-Z]{2,5}$"


def tidy(cells: "pl.Series") -> "pl.Series":
    """Return the cells without blanks and stray signs around them; an empty one is null.

    The `="00123"` with which spreadsheets keep leading zeros becomes 00123.
    """
    import polars as pl

    plain = cells.str.replace_all("\r\n?", "\n").str.replace_all(_STRAY, "")
    plain = plain.str.strip_chars(_AROUND)
    cells = plain.str.replace(r'(?s)^="(.*)"$', "$1").str.strip_chars(_AROUND)
    return cells.to_frame().select(pl.when(cells != "").then(cells)).to_series()


def untidy_columns(body: "pl.DataFrame", *, is_plain: bool) -> list[str]:
    """Return the columns that have to be tidied; in a plain file only blanks can stand around."""
    import polars as pl

    cells = pl.all().str
    blanks = cells.starts_with(" ") | cells.ends_with(" ")
    found = body.select((blanks if is_plain else cells.contains(_UNTIDY) | (pl.all() == "")).any())
    return [name for name in found.columns if found[name].item()]


def without_missing(cells: "pl.Series") -> "pl.Series":
    """Return tidy cells with null for what says that nothing is known, such as "n/a" or "-".

    "NA" is left out too, unless the other cells are codes as well: North America among EMEA.
    """
    import polars as pl

    gone = cells.str.contains(_GONE)
    if not gone.any() or (_is_na(cells) and _are_codes(cells)):
        return cells
    return cells.to_frame().select(pl.when(~gone).then(cells)).to_series()


def _is_na(cells: "pl.Series") -> bool:
    return bool((cells == "NA").any())


def _are_codes(cells: "pl.Series") -> bool:
    others = cells.filter(cells != "NA")
    return len(others) > 0 and bool(others.str.contains(_CODE).all())
