"""Several traits in one cell: "Slack; Google Workspace"."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

STRONG = ";|\n"  # signs that hardly stand within a term
_LONGEST_TERM = 40  # letters, on average: longer pieces are sentences
_LOOKED_AT = 5_000  # different cells


def find_between(texts: "pl.Series", *, expected: bool) -> str:
    """Return the signs that part terms in these different cells, "" if each cell is one term.

    A comma counts only where a list of terms is `expected`, and the pieces also occur elsewhere:
    "Food, drink" may well be one.
    """
    texts = texts.head(_LOOKED_AT)
    for signs in (STRONG, ","):
        several = texts.filter(texts.str.contains(f"[{re.escape(signs)}]"))
        if len(several) < (1 if expected else max(2, len(texts) // 20)):
            continue
        if signs == "," and not expected:
            continue
        pieces = split_terms(several, signs).explode()
        mean = pieces.str.len_chars().mean()
        if not isinstance(mean, float) or mean > _LONGEST_TERM:
            continue
        if signs == STRONG or _recur(pieces, texts):
            return signs
    return ""


def split_terms(cells: "pl.Series", between: str) -> "pl.Series":
    """Return each cell as a list of terms, each once."""
    import polars as pl

    if not between:
        return (
            cells.to_frame()
            .select(
                pl.when(cells.is_not_null()).then(
                    cells.reshape((-1, 1)).cast(pl.List(pl.String))
                    if len(cells)
                    else pl.lit(None, dtype=pl.List(pl.String))
                )
            )
            .to_series()
        )
    one = between[0]
    for other in between[1:]:
        cells = cells.str.replace_all(other, one, literal=True)
    element = pl.element().str.strip_chars()
    parts = cells.str.split(one).list.eval(
        element.filter(element != "").unique(maintain_order=True)
    )
    return parts.to_frame().select(pl.when(parts.list.len() > 0).then(parts)).to_series()


def _recur(pieces: "pl.Series", texts: "pl.Series") -> bool:
    import polars as pl

    counted = pl.concat([pieces, texts]).value_counts()
    again = counted.filter(counted.to_series(1) > 1).to_series(0)
    return bool(pieces.is_in(again.implode()).sum() * 2 >= len(pieces))
