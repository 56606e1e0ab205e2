"""Invented lists of customers with a known truth planted in them, or none, by seed."""

import random
from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from icp_desktop.insight.contrast import Groups
from icp_desktop.insight.traits import Feature, bits_of
from icp_desktop.model.table import ColumnType

Planted = tuple[float, float]  # the share that has the trait among the best, and among the others
PLANTED, YES = "Came through", "a friend"
_KINDS: tuple[ColumnType, ...] = ("text", "text", "number", "yes_no")


class Invented(NamedTuple):
    """A list, its columns, and who is among the best."""

    frame: pl.DataFrame
    features: tuple[Feature, ...]
    groups: Groups


def invent(
    customers: int, seed: int, planted: Planted | None = None, columns: int = 20, best: float = 0.2
) -> Invented:
    """Return a list of so many columns of noise and, where wanted, one that tells."""
    chosen = random.Random(seed)
    of_best = round(customers * best)
    cells: dict[str, list[object]] = {}
    features = []
    for number in range(columns):
        kind = _KINDS[number % len(_KINDS)]
        key = f"Column {number + 1}"
        cells[key] = _noise(chosen, kind, customers, number)
        features.append(Feature(key=key, label=key, type=kind))
    if planted is not None:
        shares = [planted[0]] * of_best + [planted[1]] * (customers - of_best)
        cells[PLANTED] = [
            YES if chosen.random() < share else chosen.choice(("a leaflet", "passing by"))
            for share in shares
        ]
        features.append(Feature(key=PLANTED, label=PLANTED))
    return Invented(pl.DataFrame(cells), tuple(features), _groups(of_best, customers))


def invent_many(
    customers: int, seed: int, together: float | None = None, columns: int = 20
) -> Invented:
    """Return a long list of plain columns; `together` is the share of best among two traits."""
    chosen = random.Random(seed)
    cells: dict[str, list[str]] = {}
    for number in range(columns):
        values = [f"v{value}" for value in range(2 + number % 4)]
        cells[f"Column {number + 1}"] = chosen.choices(values, k=customers)
    pairs = zip(cells["Column 2"], cells["Column 3"], strict=True)
    raised = 0.2 if together is None else together
    best = [chosen.random() < (raised if (a, b) == ("v1", "v1") else 0.2) for a, b in pairs]
    features = tuple(Feature(key=key, label=key) for key in cells)
    bits = bits_of(best)
    everyone = (1 << customers) - 1
    groups = Groups(best=bits, others=everyone ^ bits)
    return Invented(pl.DataFrame(cells), features, groups)


def _groups(of_best: int, customers: int) -> Groups:
    best: Sequence[bool] = [True] * of_best + [False] * (customers - of_best)
    bits = bits_of(best)
    return Groups(best=bits, others=((1 << customers) - 1) ^ bits)


def _noise(chosen: random.Random, kind: ColumnType, customers: int, number: int) -> list[object]:
    if kind == "number":
        return [float(int(chosen.lognormvariate(4, 1))) for _ in range(customers)]
    if kind == "yes_no":
        return [chosen.random() < 0.4 for _ in range(customers)]
    values = "abc" if number % 4 == 0 else "abcdef"
    weights = range(len(values), 0, -1)
    return list(chosen.choices(values, weights, k=customers))
