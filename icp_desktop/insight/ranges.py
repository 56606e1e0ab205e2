"""Numbers cut into the ranges people use: 1 to 9 employees, 25 to 34 years, round sums."""

import itertools
import math
from collections.abc import Sequence

from icp_desktop.model.record import record

_FIRM_SIZES = (2, 10, 50, 250, 1000, 5000, 50000)
_AGES = (18, 25, 35, 45, 55, 65, 75)
_SHARES = (10, 25, 50, 75, 90)
_LADDERS: dict[str, tuple[float, ...]] = {
    "company.size": _FIRM_SIZES,
    "company.employer_size": _FIRM_SIZES,
    "people.age_range": _AGES,
    "margin": _SHARES,
}
_FEW_VALUES = 5  # so many different whole numbers are told one by one
_MOST_RANGES = 5
_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0)  # round figures of one size
_ROUND = (1, 2, 5)
_NEXT_TO_NOUGHT = 1e-12


@record
class Span:
    """A range of numbers from `low`, included, to `high`, left out; None is open.

    `whole` says that the numbers are whole, so that "under 50" can be told as "to 49".
    """

    low: float | None
    high: float | None
    whole: bool = False

    @property
    def last(self) -> float | None:
        """The highest number in it that a person would name."""
        return self.high - 1 if self.high is not None and self.whole else self.high

    def holds(self, number: float) -> bool:
        """Say whether a number lies in it."""
        return (self.low is None or number >= self.low) and (
            self.high is None or number < self.high
        )


def cut_points(numbers: Sequence[float], meaning: str = "") -> tuple[float, ...]:
    """Return where to cut numbers so that each range holds a fair part; () if they are all equal.

    A column of whole numbers with few values is cut at each of them; a size or an age at the
    limits in common use; all others at round figures near a fifth, two fifths and so on.
    """
    if not numbers:
        return ()
    values = sorted(numbers)
    distinct = _few_different(values)
    if distinct is not None:
        return tuple(distinct[1:])
    ladder = _LADDERS.get(meaning, ())
    return _merged(values, ladder) if ladder else _rounded(values)


def are_whole(numbers: Sequence[float]) -> bool:
    """Say whether all numbers are whole."""
    return all(number == math.floor(number) for number in numbers)


def _few_different(values: list[float]) -> list[float] | None:
    seen: list[float] = []
    for value in values:
        if not seen or value != seen[-1]:
            if len(seen) == _FEW_VALUES or value != math.floor(value):
                return None
            seen.append(value)
    return seen


def _rounded(values: list[float]) -> tuple[float, ...]:
    """Return round figures near the fifths."""
    least = min(_fifth(values, part) for part in range(1, _MOST_RANGES))
    most = max(_fifth(values, part) for part in range(1, _MOST_RANGES))
    width = (most - least) / (_MOST_RANGES - 1) or abs(most) or 1.0
    cuts = {_round_near(_fifth(values, part), width) for part in range(1, _MOST_RANGES)}
    return _merged(values, sorted(cuts))


def _fifth(values: list[float], part: int) -> float:
    return values[min(part * len(values) // _MOST_RANGES, len(values) - 1)]


def _round_near(value: float, width: float) -> float:
    """Return the roundest figure that is not farther off than a quarter of a range."""
    if abs(value) < _NEXT_TO_NOUGHT or width < _NEXT_TO_NOUGHT:
        return value
    if abs(value) > 4 * width:  # years, say: far from nought, near each other
        step = _round_step(width)
        return round(value / step) * step
    size = 10.0 ** math.floor(math.log10(abs(value)))
    nearest = min(_STEPS, key=lambda step: abs(step - abs(value) / size))
    return math.copysign(nearest * size, value)


def _round_step(width: float) -> float:
    size = 10.0 ** math.floor(math.log10(width))
    return max((step * size for step in _ROUND if step * size <= width), default=size)


def _merged(values: list[float], cuts: Sequence[float]) -> tuple[float, ...]:
    """Leave out cuts that divide nothing, then those beside the smallest range, down to a few."""
    from bisect import bisect_left

    kept = [cut for cut in cuts if values[0] < cut <= values[-1]]
    while True:
        places = [0, *(bisect_left(values, cut) for cut in kept), len(values)]
        counts = [after - before for before, after in itertools.pairwise(places)]
        least = len(values) / (4 * _MOST_RANGES)
        if not kept or (len(counts) <= _MOST_RANGES and min(counts) >= least):
            return tuple(kept)
        smallest = counts.index(min(counts))
        left = counts[smallest - 1] if smallest else math.inf
        right = counts[smallest + 1] if smallest + 1 < len(counts) else math.inf
        del kept[smallest - 1 if left <= right else smallest]
