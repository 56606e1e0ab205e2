"""Numbers are cut where a person would cut them."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.insight.ranges import Span, are_whole, cut_points


def test_head_counts_are_cut_as_statistics_offices_do() -> None:
    people = [3, 5, 8, 12, 20, 33, 47, 60, 90, 150, 240, 400, 800, 900]
    assert cut_points(people, "company.size") == (10, 50, 250)


def test_ages_are_cut_in_tens() -> None:
    ages = list(range(20, 70))
    assert cut_points(ages, "people.age_range") == (35, 45, 55, 65)


def test_few_whole_numbers_are_told_one_by_one() -> None:
    assert cut_points([1, 2, 2, 3, 3, 4, 1, 2]) == (2, 3, 4)


def test_years_are_cut_at_round_years() -> None:
    cuts = cut_points([float(year) for year in range(1979, 2018)])
    assert 1 < len(cuts) < 5
    assert all(cut % 5 == 0 for cut in cuts), cuts


def test_sums_are_cut_at_round_sums() -> None:
    chosen = random.Random(1)
    cuts = cut_points([chosen.lognormvariate(7, 1) for _ in range(300)])
    assert 3 <= len(cuts) <= 4
    for cut in cuts:
        digits = f"{cut:.6g}".rstrip("0").rstrip(".")
        assert len(digits.replace(".", "")) <= 2, cuts


def test_equal_numbers_are_not_cut() -> None:
    assert cut_points([7, 7, 7]) == ()
    assert cut_points([]) == ()


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=200))
def test_every_range_holds_somebody(numbers: list[float]) -> None:
    cuts = cut_points(numbers)
    ends = (None, *cuts, None)
    spans = [Span(low=a, high=b) for a, b in itertools.pairwise(ends)]
    assert list(cuts) == sorted(set(cuts))
    for number in numbers:
        assert sum(span.holds(number) for span in spans) == 1
    if len(set(numbers)) > 1:
        assert all(any(span.holds(number) for number in numbers) for span in spans)


@pytest.mark.parametrize(("numbers", "whole"), [([1.0, 2.0], True), ([1.0, 2.5], False)])
def test_whole_numbers_are_recognised(numbers: list[float], whole: bool) -> None:
    assert are_whole(numbers) is whole


def test_a_range_of_whole_numbers_ends_where_a_person_would_say() -> None:
    assert Span(low=10, high=50, whole=True).last == 49
    assert Span(low=10, high=50).last == 50
    assert Span(low=10, high=None, whole=True).last is None
