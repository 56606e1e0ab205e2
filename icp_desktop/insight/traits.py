"""What each customer is: the columns of a list as traits, and who has each of them.

Who has a trait is kept as the bits of one whole number, the first customer in the highest place.
Python counts and combines such numbers about as fast as the machine can, so that all pairs among
a hundred traits of a hundred thousand customers take a fraction of a second.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from icp_desktop.insight.ranges import Span, are_whole, cut_points
from icp_desktop.insight.shared_words import (
    NOT_KNOWN,
    UNKNOWN,
    NoTrait,
    bits_with,
    row_bytes,
    share_words,
)
from icp_desktop.model.record import field, record
from icp_desktop.model.table import ColumnType
from icp_desktop.progress import SILENT, Progress

if TYPE_CHECKING:
    import polars as pl

LEAST_GROUP = 5  # a trait of fewer customers, or of all but fewer, is not compared
_MOST_TERMS = 60
_YES = frozenset((1,))
TraitKind = Literal["is", "has", "range", "yes_no"]


@record
class Feature:
    """A column that may set customers apart.

    `key` is its heading, `label` what a person calls it; `meaning` is that of the column.
    """

    key: str
    label: str
    meaning: str = ""
    type: ColumnType = "text"
    unit: str = ""
    currency: str = ""


@record
class Trait:
    """One thing a customer is or is not: a value, a term in a cell, a range, or a yes.

    `wanted` is False where the trait is a no.
    """

    feature: Feature
    kind: TraitKind
    value: str = ""
    span: Span | None = None
    wanted: bool = True


@record
class Held:
    """Who has a trait and of whom it is known, as bits."""

    trait: Trait
    having: int = field(repr=False)
    known: int = field(repr=False)


@record
class Uncompared:
    """A column that was left out, and why."""

    feature: Feature
    reason: Literal["names", "same", "empty", "rare", "restates", "decides"]


def held_traits(
    frame: "pl.DataFrame", features: Sequence[Feature], progress: Progress = SILENT
) -> tuple[list[Held], list[Uncompared]]:
    """Return every trait that enough customers have, and the columns that bring none."""
    found: list[Held] = []
    left_out: list[Uncompared] = []
    for done, feature in enumerate(features):
        progress.step(done, len(features), feature.label)
        traits = list(_column_traits(frame[feature.key], feature))
        reason = next((each for each in traits if isinstance(each, str)), None)
        if reason is not None:
            left_out.append(Uncompared(feature=feature, reason=reason))
            continue
        held = [each for each in traits if isinstance(each, Held)]
        enough = [each for each in held if _is_group(each)]
        found += enough
        if not enough:
            left_out.append(Uncompared(feature=feature, reason="rare" if held else "same"))
    return found, left_out


def flagged(flags: "pl.Series") -> int:
    """Return a column of yes and no as bits; what is not known is a no."""
    return bits_with(row_bytes(flags.fill_null(value=False)), _YES) if len(flags) else 0


def bits_of(flags: Sequence[bool]) -> int:
    """Return flags, one per customer, as bits."""
    return bits_with(bytes(flags), _YES) if len(flags) else 0


def places(bits: int, rows: int) -> list[int]:
    """Return the rows whose bits are set."""
    return [row for row, bit in enumerate(f"{bits:0{rows}b}" if rows else "") if bit == "1"]


def _is_group(held: Held) -> bool:
    having = held.having.bit_count()
    return having >= LEAST_GROUP and held.known.bit_count() - having >= LEAST_GROUP


def _column_traits(cells: "pl.Series", feature: Feature) -> Iterator[Held | NoTrait]:
    if cells.null_count() == len(cells):
        yield "empty"
        return
    match feature.type:
        case "number" | "money" | "date":
            yield from _number_traits(cells, feature)
        case "yes_no":
            yield from _yes_no_trait(cells, feature)
        case "terms":
            yield from _term_traits(cells, feature)
        case _:
            yield from _word_traits(cells, feature)


def _word_traits(cells: "pl.Series", feature: Feature) -> Iterator[Held | NoTrait]:
    shared = share_words(cells, LEAST_GROUP)
    if isinstance(shared, str):
        yield shared
        return
    for value, having in zip(shared.values, shared.having, strict=True):
        trait = Trait(feature=feature, kind="is", value=value)
        yield Held(trait=trait, having=having, known=shared.known)


def _term_traits(cells: "pl.Series", feature: Feature) -> Iterator[Held | NoTrait]:
    import polars as pl

    frame = pl.DataFrame({"terms": cells}).with_row_index("row").explode("terms")
    frame = frame.with_columns(pl.col("terms").str.strip_chars().alias("shown"))
    frame = frame.with_columns(pl.col("shown").str.to_lowercase().alias("terms"))
    frame = frame.filter(pl.col("terms").is_not_null() & ~pl.col("terms").is_in(list(NOT_KNOWN)))
    if frame.is_empty():
        yield "empty"
        return
    known = _bits_at(frame["row"].unique().to_list(), len(cells))
    groups = frame.group_by("terms").agg(
        pl.col("row").unique(), pl.col("shown").mode().sort().first()
    )
    groups = groups.with_columns(pl.col("row").list.len().alias("count"))
    common = groups.filter(pl.col("count") >= LEAST_GROUP).sort(
        "count", "terms", descending=[True, False]
    )
    for _term, rows, shown, _count in common.head(_MOST_TERMS).iter_rows():
        trait = Trait(feature=feature, kind="has", value=shown)
        yield Held(trait=trait, having=_bits_at(rows, len(cells)), known=known)


def _number_traits(cells: "pl.Series", feature: Feature) -> Iterator[Held | NoTrait]:
    import polars as pl

    numbers = cells.dt.year() if cells.dtype == pl.Date else cells
    numbers = numbers.cast(pl.Float64)
    numbers = numbers.set(~numbers.is_finite(), None)
    known = numbers.drop_nulls().to_list()
    cuts = cut_points(known, feature.meaning)
    if not cuts:
        yield "same" if known else "empty"
        return
    if len(cuts) == 1 and not feature.meaning and set(known) == {0.0, 1.0}:
        yield from _yes_no_trait(numbers == 1, feature)
        return
    whole = are_whole(known)
    coded = (numbers >= cuts[0]).cast(pl.UInt8)
    for cut in cuts[1:]:
        coded += (numbers >= cut).cast(pl.UInt8)
    row_codes = row_bytes(coded.fill_null(UNKNOWN))
    known_bits = bits_with(row_codes, frozenset(range(UNKNOWN)))
    ends = (None, *cuts, None)
    last = len(cuts)
    runs = {(code, code) for code in range(last + 1)}
    runs |= {(0, code) for code in range(last)} | {(code + 1, last) for code in range(last)}
    for first, final in sorted(runs):
        span = Span(low=ends[first], high=ends[final + 1], whole=whole)
        trait = Trait(feature=feature, kind="range", span=span)
        having = bits_with(row_codes, frozenset(range(first, final + 1)))
        yield Held(trait=trait, having=having, known=known_bits)


def _yes_no_trait(cells: "pl.Series", feature: Feature) -> Iterator[Held | NoTrait]:
    import polars as pl

    row_codes = row_bytes(cells.cast(pl.UInt8).fill_null(UNKNOWN))
    known = bits_with(row_codes, frozenset((0, 1)))
    if not known:
        yield "empty"
        return
    for answer in (1, 0):
        trait = Trait(feature=feature, kind="yes_no", wanted=bool(answer))
        yield Held(trait=trait, having=bits_with(row_codes, frozenset((answer,))), known=known)


def _bits_at(rows: list[int], total: int) -> int:
    marks = bytearray(b"0" * total)
    for row in rows:
        marks[row] = ord("1")
    return int(marks, 2)
