"""Columns of words as small codes, one byte for each customer.

Only the different words of a column are looked at one by one; whatever is done for every customer
is done by the library of tables.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from icp_desktop.model.record import record

if TYPE_CHECKING:
    import polars as pl

UNKNOWN, RARE = 255, 254
_MOST_VALUES = 60  # a column of more common values is a name or an address, not a trait
_MOST_DIFFERENT = 0.5  # likewise one in which half of the rows say something of their own
NOT_KNOWN = frozenset(
    ("", "-", "--", "–", "—", "?", "n/a", "na", "n.a.", "#n/a", "unknown", "not known")
)
NoTrait = Literal["names", "same", "empty", "rare"]
_COUNT = "how often"
Words = dict[str, list[tuple[int, str]]]  # by the word in small letters: how often, as written


@record
class Coded:
    """A column of words: a code for each row, and the word that each code stands for.

    Words too rare to be a trait share the code RARE; UNKNOWN is what is not known.
    """

    values: tuple[str, ...]
    codes: bytes


def code_words(cells: "pl.Series", least: int) -> Coded | NoTrait:
    """Return a column as codes, or why it holds no trait that `least` customers share."""
    import polars as pl

    texts = cells.cast(pl.String)
    known = len(texts) - texts.null_count()
    if not known:
        return "empty"
    tally = texts.value_counts(name=_COUNT)
    if len(tally) > max(known * _MOST_DIFFERENT, 2 * _MOST_VALUES):
        return "names"
    planned = _plan(tally.iter_rows(), known, least)
    if not isinstance(planned, tuple):
        return planned
    values, codes = planned
    # Every word has a code, so the default is that of empty cells.
    coded = texts.replace_strict(codes, default=UNKNOWN, return_dtype=pl.UInt8)
    return Coded(values=values, codes=bytes(coded.to_list()))


def _plan(
    tally: Iterable[tuple[str | None, int]], known: int, least: int
) -> tuple[tuple[str, ...], dict[str, int]] | NoTrait:
    """Return the common words and the code of every word as written, or why there are none."""
    counts: Words = {}
    unknown = []
    for written, count in tally:
        if written is None:
            continue
        word = written.strip().lower()
        if word in NOT_KNOWN:
            unknown.append(written)
            known -= count
        else:
            counts.setdefault(word, []).append((count, written))
    totals = {word: sum(count for count, _w in forms) for word, forms in counts.items()}
    common = sorted(
        (word for word, total in totals.items() if total >= least),
        key=lambda word: (-totals[word], word),
    )
    if not known:
        return "empty"
    if len(totals) > known * _MOST_DIFFERENT or len(common) > _MOST_VALUES:
        return "names" if len(totals) > 1 else "same"
    if not common:
        return "rare"
    places = {word: code for code, word in enumerate(common)}
    codes = dict.fromkeys(unknown, UNKNOWN)
    for word, forms in counts.items():
        codes |= dict.fromkeys((written for _count, written in forms), places.get(word, RARE))
    shown = (max(counts[word], key=lambda form: (form[0], form[1]))[1].strip() for word in common)
    return tuple(shown), codes
