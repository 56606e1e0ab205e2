"""The best against the rest: which traits set them apart, how sure that is, and what is not known.

A difference counts as *clear* if chance alone would hardly ever bring one like it anywhere in the
list, *likely* if at most one in twenty of such differences would be chance. Both must be large
enough to act on. All others are told too: no difference worth acting on, or too few to tell.
"""

from collections.abc import Sequence
from typing import Literal

from icp_desktop.insight.statistics import (
    Counts,
    Family,
    customers_to_settle,
    false_discovery,
    fisher,
    newcombe,
)
from icp_desktop.insight.traits import LEAST_GROUP, Held, Trait, Uncompared
from icp_desktop.model.record import field, record
from icp_desktop.progress import SILENT, Progress

CHANCE = 0.03  # how often a list of pure chance may show a single trait as found
WORTH_ACTING = 0.15  # a gap of 15 in every 100 customers
_DOUBLED, _DOUBLED_GAP = 2.0, 0.05  # or one of 5 in 100 where the share at least doubles
_SETTLED = 0.8  # the interval that must be free of gaps worth acting on
_ALIKE = 0.9  # two traits shared by so many customers say the same
Sureness = Literal["clear", "likely", "none", "few"]


@record
class Finding:
    """One trait among the best and the others, and what to make of it.

    `chance` is how many traits would look as uneven in a list of pure chance; `settled_by` how
    many customers it would take to know, None where it is known. `having` and `known` are bits.
    """

    trait: Trait
    counts: Counts
    probability: float
    chance: float
    sure: Sureness
    unknown_best: int
    unknown_others: int
    settled_by: int | None
    having: int = field(repr=False)
    known: int = field(repr=False)


@record
class Groups:
    """Who is among the best and who among the others, as bits; in neither: not ranked."""

    best: int = field(repr=False)
    others: int = field(repr=False)

    @property
    def of_best(self) -> int:
        """How many are among the best."""
        return self.best.bit_count()

    @property
    def of_others(self) -> int:
        """How many are among the others."""
        return self.others.bit_count()

    def counts(self, having: int, known: int) -> Counts:
        """Count a trait on both sides, where it is known."""
        return Counts(
            best=(having & self.best).bit_count(),
            of_best=(known & self.best).bit_count(),
            others=(having & self.others).bit_count(),
            of_others=(known & self.others).bit_count(),
        )


@record
class Contrast:
    """What came of a comparison, the surest first.

    `no_difference` and `too_few` name each column once, by its most uneven trait; `every` has all
    traits there are. `compared` is how many columns were compared.
    """

    groups: Groups
    clear: tuple[Finding, ...]
    likely: tuple[Finding, ...]
    no_difference: tuple[Finding, ...]
    too_few: tuple[Finding, ...]
    same_again: tuple[Finding, ...]
    every: tuple[Finding, ...]
    left_out: tuple[Uncompared, ...]
    compared: int

    @property
    def found(self) -> tuple[Finding, ...]:
        """Every difference, the clear ones first."""
        return (*self.clear, *self.likely)


def contrast(
    held: Sequence[Held],
    groups: Groups,
    left_out: Sequence[Uncompared] = (),
    progress: Progress = SILENT,
) -> Contrast:
    """Compare every trait between the best and the others."""
    tried = _each_once(held, groups)
    family = Family(counts for _held, counts in tried)
    probabilities: list[float] = []
    for done, (each, counts) in enumerate(tried):
        progress.step(done, len(tried), each.trait.feature.label)
        probabilities.append(fisher(counts))
    shares = false_discovery(family, probabilities)
    rows = [
        _weigh(each, counts, groups, family, probability, share)
        for (each, counts), probability, share in zip(tried, probabilities, shares, strict=True)
    ]
    rows = _settled(rows, len(tried))
    rows.sort(key=lambda row: (row.probability, -abs(row.counts.gap)))
    found, same_again = _without_echoes([row for row in rows if row.sure in ("clear", "likely")])
    told = {row.trait.feature.key for row in (*found, *same_again)}
    columns = {row.trait.feature.key for row in found}
    same_again = _one_per_column(
        [row for row in same_again if row.trait.feature.key not in columns]
    )
    rest = _one_per_column([row for row in rows if row.trait.feature.key not in told])
    return Contrast(
        groups=groups,
        clear=tuple(row for row in found if row.sure == "clear"),
        likely=tuple(row for row in found if row.sure == "likely"),
        no_difference=tuple(row for row in rest if row.sure == "none"),
        too_few=tuple(row for row in rest if row.sure == "few"),
        same_again=tuple(same_again),
        every=tuple(rows),
        left_out=tuple(left_out),
        compared=len({each.trait.feature.key for each in held}),
    )


def worth_acting(counts: Counts) -> bool:
    """Say whether a gap would change whom one talks to."""
    gap = abs(counts.gap)
    if gap >= WORTH_ACTING:
        return True
    shares = (counts.best / max(counts.of_best, 1), counts.others / max(counts.of_others, 1))
    return gap >= _DOUBLED_GAP and max(shares) >= _DOUBLED * min(shares)


def how_sure(counts: Counts) -> Sureness:
    """Say how sure one difference is that alone was looked at."""
    if min(counts.of_best, counts.of_others) < LEAST_GROUP:
        return "few"
    if worth_acting(counts) and fisher(counts) <= CHANCE:
        return "clear"
    return "none" if _settled_as_small(counts) else "few"


def _weigh(
    held: Held,
    counts: Counts,
    groups: Groups,
    family: Family,
    probability: float,
    share: float,
) -> Finding:
    chance = family.by_chance(probability)
    large = min(counts.of_best, counts.of_others) >= LEAST_GROUP
    sure: Sureness = "few"
    if large and worth_acting(counts) and chance <= CHANCE:
        sure = "clear"
    elif large and worth_acting(counts) and share <= CHANCE:
        sure = "likely"
    elif large and _settled_as_small(counts):
        sure = "none"
    return Finding(
        trait=held.trait,
        counts=counts,
        probability=probability,
        chance=chance,
        sure=sure,
        unknown_best=groups.of_best - counts.of_best,
        unknown_others=groups.of_others - counts.of_others,
        settled_by=None,
        having=held.having,
        known=held.known,
    )


def _each_once(held: Sequence[Held], groups: Groups) -> list[tuple[Held, Counts]]:
    """Leave out what is another trait of its column turned round, such as "no" beside "yes".

    Of the two the one stays that the best have more often.
    """
    kept: dict[tuple[str, int, int], tuple[Held, Counts]] = {}
    for each in held:
        turned = each.known ^ each.having
        same = each.trait.feature.key, min(each.having, turned), each.known
        counts = groups.counts(each.having, each.known)
        if same not in kept or counts.gap > kept[same][1].gap:
            kept[same] = each, counts
    return list(kept.values())


def _settled_as_small(counts: Counts) -> bool:
    """Say whether no gap worth acting on is left in the interval."""
    low, high = newcombe(counts, _SETTLED)
    return low > -WORTH_ACTING and high < WORTH_ACTING and not worth_acting(counts)


def _settled(rows: list[Finding], compared: int) -> list[Finding]:
    """Say for each open question how many customers would answer it."""
    from dataclasses import replace

    each_chance = CHANCE / max(compared, 1)
    return [
        replace(
            row,
            settled_by=max(
                customers_to_settle(row.counts, WORTH_ACTING, each_chance),
                row.counts.total + 1,
            ),
        )
        if row.sure == "few"
        else row
        for row in rows
    ]


def _without_echoes(found: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Keep the surest of findings that say the same: ranges of one column, twin columns."""
    kept: list[Finding] = []
    echoes: list[Finding] = []
    for row in found:
        echo = any(_says_the_same(row, other) for other in kept)
        (echoes if echo else kept).append(row)
    return kept, echoes


def _says_the_same(row: Finding, other: Finding) -> bool:
    if row.trait.kind == "range" and row.trait.feature == other.trait.feature:
        return True
    known = row.known & other.known
    ours, theirs = row.having & known, other.having & known
    opposite = known & ~theirs
    if (row.counts.gap > 0) != (other.counts.gap > 0):
        theirs = opposite
    shared, either = (ours & theirs).bit_count(), (ours | theirs).bit_count()
    return either > 0 and shared >= _ALIKE * either


def _one_per_column(rows: list[Finding]) -> list[Finding]:
    firsts: dict[str, Finding] = {}
    for row in rows:
        first = firsts.setdefault(row.trait.feature.key, row)
        if first.sure == "none" and row.sure == "few":  # what is open is told before what is not
            firsts[row.trait.feature.key] = row
    return list(firsts.values())
