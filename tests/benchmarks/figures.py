"""How a benchmark is said: one line with figure, goal and verdict, and the raw medians behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True)
class Line:
    """One figure against its goal; `raw` says in words what it was computed from."""

    name: str
    figure: float
    goal: float
    unit: str  # "x" for a ratio
    raw: str

    def __str__(self) -> str:
        verdict = "ok" if self.figure <= self.goal else "OVER GOAL"
        figure, goal = f"{self.figure:.2f} {self.unit}", f"{self.goal:g} {self.unit}"
        return f"{self.name:<58} {figure:>9}  goal {goal:>7}  {verdict:<9}  ({self.raw})"


def ratio(name: str, goal: float, ours: Sequence[float], base: Sequence[float], raw: str) -> Line:
    """Return the ratio of two medians; `raw` has two places for them, such as "{:.0f} / {:.0f}"."""
    top, bottom = median(ours), median(base)
    return Line(name, top / bottom, goal, "x", raw.format(top, bottom))


def percentile(figures: Sequence[float], share: float) -> float:
    """Return the least figure that is not exceeded by `share` of all, such as 0.99."""
    ordered = sorted(figures)
    return ordered[max(ceil(share * len(ordered)) - 1, 0)]
