"""Columns of words: which of them enough customers share, and who has each.

Only the different words of a column are looked at one by one; whatever is done for every customer
is done by the library of tables.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from icp_desktop.model.record import field, record

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
class Worded:
    """A column of words: those that enough customers share, and who has each, as bits."""

    values: tuple[str, ...]
    having: tuple[int, ...] = field(repr=False)
    known: int = field(repr=False)


def share_words(cells: "pl.Series", least: int) -> Worded | NoTrait:
    """Return who has which word, or why there is none that `least` customers share."""
    import polars as pl

    texts = cells.cast(pl.String)
    known = len(texts) - texts.null_count()
    if not known:
        return "empty"
    numbered = _numbered(texts)
    if numbered is not None:
        return _hold_few(texts, numbered, known, least)
    counts = texts.value_counts(name=_COUNT)
    if len(counts) > max(known * _MOST_DIFFERENT, 2 * _MOST_VALUES):
        return "names"
    planned = _plan(counts.iter_rows(), known, least)
    if not isinstance(planned, tuple):
        return planned
    values, codes = planned
    # Every word has a code, so the default is that of empty cells.
    coded = texts.replace_strict(codes, default=UNKNOWN, return_dtype=pl.UInt8)
    row_codes = row_bytes(coded)
    return Worded(
        values=values,
        having=tuple(bits_with(row_codes, frozenset((code,))) for code in range(len(values))),
        known=bits_with(row_codes, frozenset(range(UNKNOWN))),
    )


def row_bytes(codes: "pl.Series") -> bytes:
    """Return small numbers, none of them missing, as one byte for each row."""
    import polars as pl

    found: bytes = codes.cast(pl.UInt8).implode().cast(pl.Binary)[0]
    return found


def bits_with(row_codes: bytes, wanted: frozenset[int]) -> int:
    """Return which rows have one of some codes, as bits."""
    return int(row_codes.translate(_marks(wanted)), 2)


@cache
def _marks(wanted: frozenset[int]) -> bytes:
    return bytes(ord("1") if code in wanted else ord("0") for code in range(256))


def _numbered(texts: "pl.Series") -> bytes | None:
    """Return the words of a column as numbers in their order, None if there are too many."""
    import polars as pl

    own = pl.Categorical(pl.Categories.random(physical=pl.UInt8))
    try:
        numbers = texts.cast(own).to_physical()
    except pl.exceptions.ComputeError:
        return None
    highest = numbers.max()
    if not isinstance(highest, int) or highest >= RARE:
        return None
    if texts.null_count():
        numbers = numbers.fill_null(UNKNOWN)
    return row_bytes(numbers)


def _hold_few(texts: "pl.Series", numbered: bytes, known: int, least: int) -> Worded | NoTrait:
    """Return who has each of a few words, each form of which is counted only once."""
    forms: dict[str, int] = {}
    for number in range(RARE):
        place = numbered.find(number)
        if place < 0:
            break
        forms[texts[place]] = bits_with(numbered, frozenset((number,)))
    tally = ((written, bits.bit_count()) for written, bits in forms.items())
    planned = _plan(tally, known, least)
    if not isinstance(planned, tuple):
        return planned
    values, codes = planned
    having = [0] * len(values)
    everybody = 0
    for written, bits in forms.items():
        if codes[written] < len(having):
            having[codes[written]] |= bits
        if codes[written] != UNKNOWN:
            everybody |= bits
    return Worded(values=values, having=tuple(having), known=everybody)


def _plan(
    tally: Iterable[tuple[str, int]] | Iterator[tuple[Any, ...]], known: int, least: int
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
