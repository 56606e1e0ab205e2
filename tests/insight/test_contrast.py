"""What was planted is found, noise is not, and everything else is told for what it is."""

import random
from typing import Never

import polars as pl
import pytest
from invented_lists import PLANTED, YES, Invented, Planted, invent

from icp_desktop.insight.contrast import Contrast, Groups, contrast, worth_acting
from icp_desktop.insight.statistics import Counts, wilson
from icp_desktop.insight.traits import Feature, bits_of, held_traits
from icp_desktop.model.table import ColumnType
from icp_desktop.progress import Cancelled


def compare(given: Invented) -> Contrast:
    held, left_out = held_traits(given.frame, given.features)
    return contrast(held, given.groups, left_out)


def is_found(result: Contrast) -> bool:
    return any(row.trait.feature.key == PLANTED and row.trait.value == YES for row in result.found)


def two_groups(best: list[object], others: list[object], *, kind: ColumnType = "text") -> Contrast:
    """Compare one column: its cells among the best, and among the others."""
    frame = pl.DataFrame({"Column": pl.Series([*best, *others])})
    bits = bits_of([True] * len(best) + [False] * len(others))
    rest = bits_of([False] * len(best) + [True] * len(others))
    held, left_out = held_traits(frame, [Feature(key="Column", label="Column", type=kind)])
    return contrast(held, Groups(best=bits, others=rest), left_out)


@pytest.mark.parametrize(
    ("customers", "planted", "least"),
    [(30, (1.0, 0.05), 95), (30, (0.9, 0.2), 40), (200, (0.6, 0.25), 65)],
)
def test_a_planted_truth_is_found_often_enough(
    customers: int, planted: Planted, least: int
) -> None:
    found = sum(is_found(compare(invent(customers, seed, planted))) for seed in range(100))
    assert found >= least


@pytest.mark.parametrize("customers", [30, 200])
def test_noise_is_silent(customers: int) -> None:
    silent = sum(not compare(invent(customers, seed)).found for seed in range(500, 600))
    assert silent >= 95


def test_what_is_not_found_in_a_short_list_says_what_number_would_settle_it() -> None:
    for seed in range(20):
        result = compare(invent(30, seed, (0.9, 0.2)))
        if any(row.trait.feature.key == PLANTED for row in (*result.found, *result.same_again)):
            continue
        row = next(each for each in result.too_few if each.trait.feature.key == PLANTED)
        assert row.settled_by is not None
        assert 30 < row.settled_by < 400


def test_a_small_gap_in_a_long_list_is_not_worth_acting_on() -> None:
    result = two_groups(["a"] * 5200 + ["b"] * 4800, ["a"] * 4800 + ["b"] * 5200)
    assert result.found == ()
    (row,) = result.no_difference
    assert row.probability < 1e-6
    assert row.settled_by is None


def test_a_rare_trait_that_doubles_is_worth_acting_on() -> None:
    assert worth_acting(Counts(best=12, of_best=100, others=40, of_others=1000))
    assert not worth_acting(Counts(best=50, of_best=100, others=400, of_others=1000))
    assert not worth_acting(Counts(best=4, of_best=100, others=5, of_others=1000))


def test_missing_values_are_left_out_of_the_counts_and_never_found() -> None:
    missing_among_best = [None] * 40 + ["a", "b"] * 10
    result = two_groups(missing_among_best, ["a", "b"] * 60)
    assert result.found == ()
    (row,) = (*result.no_difference, *result.too_few)
    assert (row.counts.of_best, row.unknown_best, row.unknown_others) == (20, 40, 0)


def test_fewer_than_five_on_a_side_are_too_few_whatever_they_have_in_common() -> None:
    result = two_groups(["a"] * 4, ["b"] * 400)
    assert result.found == ()


def test_a_yes_that_the_best_lack_is_told_as_the_no_they_have() -> None:
    result = two_groups([False] * 28 + [True] * 2, [True] * 60 + [False] * 10, kind="yes_no")
    (row,) = result.clear
    assert not row.trait.wanted
    assert (row.counts.best, row.counts.of_best) == (28, 30)


def test_of_ranges_of_one_column_only_the_surest_is_told() -> None:
    best = [float(n) for n in range(10, 50)]
    others = [float(n) for n in range(200, 400)]
    result = two_groups(best, others, kind="number")
    assert len(result.found) == 1
    assert len(result.every) > 1
    assert result.same_again == ()


def test_a_second_column_that_says_the_same_is_told_as_such() -> None:
    cells = ["a"] * 30 + ["b"] * 10 + ["a"] * 20 + ["b"] * 140
    twin = ["A-town"] * 30 + ["B-town"] * 10 + ["A-town"] * 20 + ["B-town"] * 140
    frame = pl.DataFrame({"one": cells, "two": twin})
    best = bits_of([True] * 40 + [False] * 160)
    held, _ = held_traits(frame, [Feature(key=key, label=key) for key in ("one", "two")])
    result = contrast(held, Groups(best=best, others=((1 << 200) - 1) ^ best))
    assert len(result.found) == 1
    assert len(result.same_again) == 1


def test_each_column_is_told_once() -> None:
    result = compare(invent(200, 3, (0.6, 0.25)))
    parts = (result.found, result.no_difference, result.too_few)
    keys = [row.trait.feature.key for part in parts for row in part]
    assert len(keys) == len(set(keys)) == result.compared


def test_the_share_lies_in_the_interval_that_is_drawn_nineteen_times_in_twenty() -> None:
    chosen = random.Random(5)
    inside = 0
    for _ in range(500):
        count = sum(chosen.random() < 0.3 for _ in range(42))
        low, high = wilson(count, 42)
        inside += low <= 0.3 <= high
    assert inside / 500 > 0.92


def test_a_comparison_can_be_cancelled() -> None:
    class Unwanted:
        def step(self, _done: int, _total: int, _what: str = "") -> Never:
            raise Cancelled

    given = invent(30, 1)
    held, _ = held_traits(given.frame, given.features)
    with pytest.raises(Cancelled):
        contrast(held, given.groups, progress=Unwanted())
