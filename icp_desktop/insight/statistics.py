"""The few formulas behind “how sure”: exact tests for counts, intervals, many comparisons.

Everything is computed from four counts: how many of the best, and of the others, have a trait. The
probabilities follow Loader's saddle point form, exact to about 1e-13 at any number of customers;
tests compare them with scipy.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from icp_desktop.model.record import record

LIKELY_RANGE = 0.95  # of the intervals that are drawn and told
_TIE = 1 + 1e-10  # two outcomes equally likely stay so under rounding
_WIDEST_SUPPORT = 120  # from here on the steps of the exact test are too fine to matter
_STIRLING = (
    *(0.0, 0.08106146679532726, 0.04134069595540929, 0.02767792568499834),
    *(0.02079067210376509, 0.01664469118982119, 0.01387612882307075, 0.01189670994589177),
    *(0.01041126526197209, 0.009255462182712733, 0.008330563433362871, 0.007573675487951841),
    *(0.006942840107209530, 0.006408994188004207, 0.005951370112758848, 0.005554733551962801),
)


@record
class Counts:
    """How many of the best and of the others have a trait, of those where it is known."""

    best: int
    of_best: int
    others: int
    of_others: int

    @property
    def having(self) -> int:
        """How many have the trait in all."""
        return self.best + self.others

    @property
    def total(self) -> int:
        """How many it is known of."""
        return self.of_best + self.of_others

    @property
    def gap(self) -> float:
        """The share among the best less that among the others; 0 where a side is empty."""
        if not self.of_best or not self.of_others:
            return 0.0
        return self.best / self.of_best - self.others / self.of_others


def hypergeometric(drawn: int, marked: int, draws: int, total: int) -> float:
    """Return how likely it is to draw exactly `drawn` of `marked` in `draws` of `total`."""
    low, high = max(0, draws - (total - marked)), min(marked, draws)
    if not low <= drawn <= high:
        return 0.0
    share = draws / total if total else 0.0
    up = _log_binomial(drawn, marked, share)
    up += _log_binomial(draws - drawn, total - marked, share)
    return math.exp(up - _log_binomial(draws, total, share))


def fisher(counts: Counts) -> float:
    """Return how often chance alone deals the counts this unevenly (Fisher's exact, two-sided)."""
    return _fisher(counts.best, counts.having, counts.of_best, counts.total)


def wilson(count: int, total: int, level: float = LIKELY_RANGE) -> tuple[float, float]:
    """Return where the true share may lie (Wilson's interval)."""
    if total == 0:
        return 0.0, 1.0
    z = normal_quantile((1 + level) / 2)
    share, room = count / total, z * z / total
    middle = share + room / 2
    half = z * math.sqrt(share * (1 - share) / total + room / (4 * total))
    low, high = (middle - half) / (1 + room), (middle + half) / (1 + room)
    return (0.0 if count == 0 else low), (1.0 if count == total else high)


def newcombe(counts: Counts, level: float = LIKELY_RANGE) -> tuple[float, float]:
    """Return where the true gap between the shares may lie (Newcombe's hybrid of two Wilsons)."""
    if not counts.of_best or not counts.of_others:
        return -1.0, 1.0
    ours, theirs = counts.best / counts.of_best, counts.others / counts.of_others
    low1, high1 = wilson(counts.best, counts.of_best, level)
    low2, high2 = wilson(counts.others, counts.of_others, level)
    down = math.hypot(ours - low1, high2 - theirs)
    up = math.hypot(high1 - ours, theirs - low2)
    return counts.gap - down, counts.gap + up


class Family:
    """Traits that were compared together, so that each pays for the others.

    Small counts can't come out at any probability whatever: a trait that only three customers have
    can never look rare enough to mislead. So a comparison costs only what it could have brought
    by chance (Tarone; Gilbert; Heyse), which keeps small lists from being silenced by long ones.
    """

    def __init__(self, counts: Iterable[Counts], uncounted: int = 0) -> None:
        """Take all that was compared, whether or not it came to anything.

        `uncounted` are others of so many customers that they may come out at any probability.
        """
        self._shapes = Counter((each.having, each.of_best, each.total) for each in counts)
        self._uncounted = uncounted
        self._known: dict[float, float] = {}

    def by_chance(self, probability: float) -> float:
        """Return how many traits would look at least this uneven in a list of pure chance."""
        attained = (times * _attained(probability, *shape) for shape, times in self._shapes.items())
        return sum(attained) + self._uncounted * probability


def false_discovery(family: Family, probabilities: Sequence[float]) -> list[float]:
    """Return for each probability the share of chance among all that is at least as uneven.

    The procedure of Benjamini and Hochberg over the chance of the family.
    """
    order = sorted(range(len(probabilities)), key=probabilities.__getitem__, reverse=True)
    shares = [1.0] * len(probabilities)
    least = 1.0
    for rank, place in zip(range(len(order), 0, -1), order, strict=True):
        least = min(least, family.by_chance(probabilities[place]) / rank)
        shares[place] = least
    return shares


def spearman(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return how far two columns put customers in the same order, from -1 to 1; ties share."""
    ranks = _ranks(ours), _ranks(theirs)
    middle = (len(ours) + 1) / 2
    both = math.fsum((a - middle) * (b - middle) for a, b in zip(*ranks, strict=True))
    spreads = [math.fsum((rank - middle) ** 2 for rank in each) for each in ranks]
    return both / math.sqrt(spreads[0] * spreads[1]) if all(spreads) else 0.0


def normal_quantile(probability: float) -> float:
    """Return the point below which a standard normal value stays with this probability."""
    from statistics import NormalDist

    return NormalDist().inv_cdf(probability)


def customers_to_settle(counts: Counts, gap: float, chance: float, power: float = 0.8) -> int:
    """Return how many customers would show such a gap as more than chance, four times in five.

    The shares and the proportion of best to others stay as they are; `gap` is the least gap that
    is worth knowing about, `chance` the probability at which a single trait counts as found.
    """
    best_part = counts.of_best / counts.total if counts.total else 0.0
    best_part = min(max(best_part, 0.02), 0.98)
    ours, theirs = _shares_apart(counts, max(abs(counts.gap), gap))
    middle = best_part * ours + (1 - best_part) * theirs
    z_chance, z_power = normal_quantile(1 - chance / 2), normal_quantile(power)
    under_chance = middle * (1 - middle) * (1 / best_part + 1 / (1 - best_part))
    as_seen = ours * (1 - ours) / best_part + theirs * (1 - theirs) / (1 - best_part)
    root = z_chance * math.sqrt(under_chance) + z_power * math.sqrt(as_seen)
    return math.ceil((root / (ours - theirs)) ** 2)


def _shares_apart(counts: Counts, gap: float) -> tuple[float, float]:
    """Return two shares so far apart around those that were seen, within 0 and 1."""
    middle = counts.having / counts.total if counts.total else 0.5
    best_part = counts.of_best / counts.total if counts.total else 0.5
    ours = min(max(middle + gap * (1 - best_part), gap), 1.0)
    return ours, ours - gap


@lru_cache(maxsize=65536)
def _fisher(drawn: int, marked: int, draws: int, total: int) -> float:
    low, high = max(0, draws - (total - marked)), min(marked, draws)
    if low == high:
        return 1.0
    seen = hypergeometric(drawn, marked, draws, total)
    mode = (draws + 1) * (marked + 1) // (total + 2)
    side = 1 if drawn >= mode else -1
    own = _tail(drawn, side, marked, draws, total)
    other = _equally_rare(seen, mode, -side, (low, high), (marked, draws, total))
    if other is None or (other - drawn) * side >= 0:
        return min(own, 1.0) if other is None else 1.0
    return min(own + _tail(other, -side, marked, draws, total), 1.0)


def _tail(start: int, side: int, marked: int, draws: int, total: int) -> float:
    """Return the probability of `start` and all beyond it on one side."""
    term = hypergeometric(start, marked, draws, total)
    added, k = term, start
    while term > added * 1e-18:
        if side > 0:
            up, down = (marked - k) * (draws - k), (k + 1) * (total - marked - draws + k + 1)
        else:
            up, down = k * (total - marked - draws + k), (marked - k + 1) * (draws - k + 1)
        if up <= 0:
            break
        term *= up / down
        added += term
        k += side
    return added


def _equally_rare(
    seen: float, mode: int, side: int, ends: tuple[int, int], shape: tuple[int, int, int]
) -> int | None:
    """Return the nearest outcome on a side of the mode that is as rare as what was seen."""
    near, far = mode, ends[1] if side > 0 else ends[0]
    if hypergeometric(far, *shape) > seen * _TIE:
        return None
    if hypergeometric(near, *shape) <= seen * _TIE:
        return near
    while abs(far - near) > 1:
        middle = (near + far) // 2
        if hypergeometric(middle, *shape) <= seen * _TIE:
            far = middle
        else:
            near = middle
    return far


def _attained(probability: float, marked: int, draws: int, total: int) -> float:
    """Return how often chance brings a result at most this probable, for counts of one shape."""
    if min(marked, draws, total - marked, total - draws) > _WIDEST_SUPPORT:
        return probability
    reached = 0.0
    for level in _levels(marked, draws, total):
        if level > probability * _TIE:
            break
        reached = level
    return reached


@lru_cache(maxsize=16384)
def _levels(marked: int, draws: int, total: int) -> tuple[float, ...]:
    """Return every probability the test can come out at, rising."""
    low, high = max(0, draws - (total - marked)), min(marked, draws)
    chances = sorted(hypergeometric(k, marked, draws, total) for k in range(low, high + 1))
    levels, added = [], 0.0
    for place, chance in enumerate(chances):
        added += chance
        if place + 1 == len(chances) or chances[place + 1] > chance * _TIE:
            levels.append(min(added, 1.0))
    return tuple(levels)


def _log_binomial(count: int, total: int, share: float) -> float:
    """Return the logarithm of a binomial probability without loss (Loader 2000)."""
    if count == 0:
        return total * math.log1p(-share) if share < 1 else (0.0 if total == 0 else -math.inf)
    if count == total:
        return total * math.log(share) if share > 0 else -math.inf
    rest = total - count
    log = _stirling(total) - _stirling(count) - _stirling(rest)
    log -= _deviance(count, total * share) + _deviance(rest, total * (1 - share))
    return log + 0.5 * math.log(total / (2 * math.pi * count * rest))


def _stirling(n: int) -> float:
    """Return what Stirling's formula lacks of the logarithm of n factorial."""
    if n < len(_STIRLING):
        return _STIRLING[n]
    square = float(n) * n
    inner = 1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square
    return (1 / 12 - (1 / 360 - inner / square) / square) / n


def _deviance(count: float, expected: float) -> float:
    """Return count x log(count / expected) + expected - count without cancellation."""
    if abs(count - expected) >= 0.1 * (count + expected):
        return count * math.log(count / expected) + expected - count
    ratio = (count - expected) / (count + expected)
    added, term, odd = (count - expected) * ratio, 2 * count * ratio, 1
    while True:
        term *= ratio * ratio
        odd += 2
        more = added + term / odd
        if more == added:
            return added
        added = more


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            ranks[place] = (start + end) / 2 + 1
        start = end + 1
    return ranks
