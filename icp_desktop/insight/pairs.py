"""Two traits together: where both single out the best better than either does alone."""

from collections.abc import Iterator, Sequence

from icp_desktop.insight.contrast import Contrast, Groups, worth_acting
from icp_desktop.insight.statistics import Counts, Family, fisher
from icp_desktop.insight.traits import LEAST_GROUP, Held, Trait
from icp_desktop.model.record import field, record
from icp_desktop.progress import SILENT, Progress

ENOUGH_FOR_PAIRS = 200  # customers; with fewer, only beneath a trait that was found
PAIR_CHANCE = 0.01  # how often a list of pure chance may show a pair as found
MOST_PAIRS = 5
_ALIKE = 0.8  # pairs that single out nearly the same customers
_PART, _HALF_GAP = 10_000, 0.025  # customers who are looked at first, and half the least gap
_MOST_TRAITS = 400
_FAR = 3.0  # a gap within three times its spread can't stand among hundreds of pairs


@record
class Pair:
    """Two traits of different columns that a customer has at once.

    `quality` is how many more of the best it holds than a group of that size would by chance, as a
    share of all customers (weighted relative accuracy). `alone` are the counts of each trait.
    """

    first: Trait
    second: Trait
    counts: Counts
    quality: float
    having: int = field(repr=False)
    alone: tuple[Counts, Counts]
    probability: float = 1.0
    chance: float = 1.0


def best_pairs(
    held: Sequence[Held], groups: Groups, count: int = 10, least: int = LEAST_GROUP
) -> list[Pair]:
    """Return the pairs of the highest quality, whether or not they could be chance."""
    counted = _counted(held, groups, _pairs_of(held, range(len(held))), least)
    ranked = sorted(counted, key=lambda each: each[2], reverse=True)[:count]
    return [_make_pair(held[i], held[j], groups) for i, j, _quality, _counts in ranked]


def found_pairs(
    contrast: Contrast, held: Sequence[Held], progress: Progress = SILENT
) -> tuple[Pair, ...]:
    """Return the pairs that single out the best better than either trait alone, and not by chance.

    Each pair has to hold three times: against all customers, and within either of its traits.
    """
    groups = contrast.groups
    everyone = groups.of_best + groups.of_others
    held = _most_common(held)
    found = {row.trait for row in contrast.found}
    starts = [
        place
        for place, each in enumerate(held)
        if everyone >= ENOUGH_FOR_PAIRS or each.trait in found
    ]
    progress.step(0, 2, "")
    all_pairs = _pairs_of(held, starts)
    looked_at = _uneven_in_part(held, groups, all_pairs)
    progress.step(1, 2, "")
    counted = _counted(held, groups, looked_at, LEAST_GROUP)
    return _sift(held, groups, counted, len(all_pairs) - len(looked_at))


def _most_common(held: Sequence[Held]) -> Sequence[Held]:
    """Return the traits that most share and most lack, where a list has columns beyond counting.

    They are chosen by how common they are alone, which tells nothing of the best.
    """
    if len(held) <= _MOST_TRAITS:
        return held

    def common(each: Held) -> int:
        having = each.having.bit_count()
        return min(having, each.known.bit_count() - having)

    return sorted(held, key=common, reverse=True)[:_MOST_TRAITS]


_Places = list[tuple[int, int]]
_Counted = tuple[int, int, float, Counts]


def _pairs_of(held: Sequence[Held], starts: Sequence[int]) -> _Places:
    """Return every pair of traits of different columns with one of `starts` in it."""
    columns = [each.trait.feature.key for each in held]
    begun = set(starts)
    return [
        (i, j)
        for i in starts
        for j in range(len(held))
        if columns[i] != columns[j] and not (j in begun and j < i)
    ]


def _uneven_in_part(held: Sequence[Held], groups: Groups, pairs: _Places) -> _Places:
    """Leave out pairs that are even in a part of a long list.

    A gap worth acting on shows there already, at half its size; the part takes rows evenly from
    the whole list, for lists are often sorted. Where cells are empty the gap is smaller than it
    would be, but never by half as long as more than half are known.
    """
    ranked = groups.best | groups.others
    rows = max(ranked.bit_length(), *(each.known.bit_length() for each in held), 1)
    step = rows // _PART
    if step < 2:
        return pairs
    best, everyone = _thinned(groups.best, rows, step), _thinned(ranked, rows, step)
    having = [_thinned(each.having & ranked, rows, step) for each in held]
    best_having = [each & best for each in having]
    of_best = max(best.bit_count(), 1)
    of_others = max(everyone.bit_count() - of_best, 1)
    least = _HALF_GAP * of_best * of_others
    fewest = _HALF_GAP * of_best
    kept = []
    for i, j in pairs:
        ours = (best_having[i] & best_having[j]).bit_count()
        if ours < fewest:  # too few of the best, even if none of the others had both
            continue
        both = (having[i] & having[j]).bit_count()
        if ours * of_others - (both - ours) * of_best >= least:
            kept.append((i, j))
    return kept


def _thinned(bits: int, rows: int, step: int) -> int:
    """Return every so many-th of the bits, eight neighbours at a time."""
    return int.from_bytes(bits.to_bytes(-(-rows // 8), "big")[::step], "big")


def _counted(
    held: Sequence[Held], groups: Groups, pairs: _Places, least: int
) -> Iterator[_Counted]:
    """Yield places, quality and counts of pairs that enough customers have."""
    ranked = groups.best | groups.others
    sides = [(each.having & groups.best, each.having & ranked) for each in held]
    knowns = [each.known & ranked for each in held]
    full = [known == ranked for known in knowns]
    of_best, everyone = groups.of_best, ranked.bit_count()
    for i, j in pairs:
        both = (sides[i][1] & sides[j][1]).bit_count()
        if both < least:
            continue
        best = (sides[i][0] & sides[j][0]).bit_count()
        known_best, known_all = of_best, everyone
        if not (full[i] and full[j]):
            known = knowns[i] & knowns[j]
            known_best, known_all = (known & groups.best).bit_count(), known.bit_count()
        if not known_best or known_all - both < least:
            continue
        quality = (best - both * known_best / known_all) / known_all
        counts = Counts(
            best=best,
            of_best=known_best,
            others=both - best,
            of_others=known_all - known_best,
        )
        yield i, j, quality, counts


def _sift(
    held: Sequence[Held], groups: Groups, counted: Iterator[_Counted], even: int
) -> tuple[Pair, ...]:
    """Return the pairs that hold; `even` is how many more were compared and found even."""
    everything = list(counted)
    family = Family((counts for _i, _j, _quality, counts in everything), even)
    pairs: list[Pair] = []
    for i, j, quality, counts in everything:
        if quality <= 0 or not worth_acting(counts) or _is_near(counts):
            continue
        pair = _make_pair(held[i], held[j], groups)
        if not _beats_both(pair):
            continue
        weakest = max(fisher(counts), *_within_each(held[i], held[j], groups))
        chance = family.by_chance(weakest)
        if chance <= PAIR_CHANCE:
            pairs.append(_with_chance(pair, weakest, chance))
    return _apart(sorted(pairs, key=lambda pair: (-pair.quality, pair.probability)))


def _is_near(counts: Counts) -> bool:
    """Say whether a gap is so plainly within chance that its exact test can be spared."""
    share = counts.having / counts.total
    spread = share * (1 - share) * counts.total
    gap = counts.best - counts.of_best * share
    weight = counts.of_best * counts.of_others / (counts.total * counts.total)
    return gap * gap < _FAR * _FAR * spread * weight


def _make_pair(first: Held, second: Held, groups: Groups) -> Pair:
    known = first.known & second.known
    having = first.having & second.having
    counts = groups.counts(having, known)
    alone = (groups.counts(first.having, known), groups.counts(second.having, known))
    expected = counts.having * counts.of_best / counts.total
    return Pair(
        first=first.trait,
        second=second.trait,
        counts=counts,
        quality=(counts.best - expected) / counts.total,
        having=having,
        alone=alone,
    )


def _with_chance(pair: Pair, probability: float, chance: float) -> Pair:
    from dataclasses import replace

    return replace(pair, probability=probability, chance=chance)


def _beats_both(pair: Pair) -> bool:
    """Say whether more of those with both traits are among the best than of those with one."""
    share = pair.counts.best / pair.counts.having
    return all(share > each.best / max(each.having, 1) for each in pair.alone)


def _within_each(first: Held, second: Held, groups: Groups) -> tuple[float, float]:
    """Return what chance makes of the second trait among those with the first, and vice versa."""
    within_first = groups.counts(first.having & second.having, first.having & second.known)
    within_second = groups.counts(first.having & second.having, second.having & first.known)
    return fisher(within_first), fisher(within_second)


def _apart(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Keep the first of pairs that speak of the same columns or of the same customers."""
    kept: list[Pair] = []
    for pair in pairs:
        columns = {pair.first.feature.key, pair.second.feature.key}
        echo = any(
            columns == {other.first.feature.key, other.second.feature.key}
            or (pair.having & other.having).bit_count()
            >= _ALIKE * (pair.having | other.having).bit_count()
            for other in kept
        )
        if not echo:
            kept.append(pair)
        if len(kept) == MOST_PAIRS:
            break
    return tuple(kept)
