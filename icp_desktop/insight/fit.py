"""How well somebody fits a profile: the score, its tier, and what rules out.

Must counts 3, should 2, nice 1. What is met makes the low end of the score, with what is not known
the high end; both of every 100. The low end gives today's tier, the high end the one it may reach.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from icp_desktop.model.project import Weight
from icp_desktop.model.record import record

Tier = Literal["A", "B", "C"]
POINTS: dict[Weight, int] = {"must": 3, "should": 2, "nice": 1, "rules_out": 0, "warns": 0}
A_FROM, B_FROM = 80, 50


@record
class Fit:
    """A score as a range of every 100; `tier` is today's, `may_reach` what the unknown may make it.

    `warned` says that something of the profile that is not a fit is met, short of ruling out.
    """

    low: Fraction
    high: Fraction
    ruled_out: bool = False
    warned: bool = False

    @property
    def tier(self) -> Tier:
        """What it is today."""
        return tier_of(self.low)

    @property
    def may_reach(self) -> Tier:
        """What it may still become."""
        return tier_of(self.high)

    @property
    def accepted(self) -> bool:
        """Say whether the profile would have let them in: not ruled out, and B or better."""
        return not self.ruled_out and self.tier != "C"


def fit(criteria: Iterable[tuple[Weight, bool | None]]) -> Fit:
    """Return the fit from what is met (True), missed (False) or not known (None) per criterion."""
    met = unknown = everything = 0
    ruled_out = warned = False
    for weight, meets in criteria:
        points = POINTS[weight]
        everything += points
        met += points if meets else 0
        unknown += points if meets is None else 0
        ruled_out |= (weight == "must" and meets is False) or (
            weight == "rules_out" and meets is True
        )
        warned |= weight == "warns" and meets is True
    if not everything:  # nothing is asked of them, so nothing can be missed
        return Fit(low=Fraction(100), high=Fraction(100), ruled_out=ruled_out, warned=warned)
    return Fit(
        low=Fraction(100 * met, everything),
        high=Fraction(100 * (met + unknown), everything),
        ruled_out=ruled_out,
        warned=warned,
    )


def tier_of(score: Fraction) -> Tier:
    """Return the tier of a score."""
    if score >= A_FROM:
        return "A"
    return "B" if score >= B_FROM else "C"
