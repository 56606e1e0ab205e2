"""Our formulas agree with scipy to 1e-9 and keep the promises that findings rest on."""

import random
from statistics import NormalDist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from icp_desktop.insight.statistics import (
    Counts,
    Family,
    customers_to_settle,
    false_discovery,
    fisher,
    hypergeometric,
    newcombe,
    normal_quantile,
    spearman,
    wilson,
)


def counts(best: int, of_best: int, others: int, of_others: int) -> Counts:
    return Counts(best=best, of_best=of_best, others=others, of_others=of_others)


@st.composite
def four_counts(draw: st.DrawFn, most: int = 400) -> Counts:
    of_best, of_others = draw(st.integers(0, most)), draw(st.integers(0, most))
    return counts(
        draw(st.integers(0, of_best)), of_best, draw(st.integers(0, of_others)), of_others
    )


def scipy_fisher(each: Counts) -> float:
    table = [[each.best, each.of_best - each.best], [each.others, each.of_others - each.others]]
    return float(stats.fisher_exact(table)[1])


@given(four_counts())
def test_the_exact_test_is_scipys(each: Counts) -> None:
    assert fisher(each) == pytest.approx(scipy_fisher(each), abs=1e-9, rel=1e-9)


@pytest.mark.parametrize("customers", [1_000, 100_000, 1_000_000])
def test_the_exact_test_is_scipys_for_long_lists(customers: int) -> None:
    chosen = random.Random(customers)
    for _ in range(25):
        of_best = chosen.randrange(1, customers)
        share = chosen.random()
        best = min(of_best, max(0, int(chosen.gauss(share * of_best, (of_best + 1) ** 0.5))))
        others = int(share * (customers - of_best))
        each = counts(best, of_best, others, customers - of_best)
        assert fisher(each) == pytest.approx(scipy_fisher(each), abs=1e-9, rel=1e-9)


@given(four_counts(most=5000))
def test_single_outcomes_are_scipys(each: Counts) -> None:
    assume(each.total > 0)
    ours = hypergeometric(each.best, each.having, each.of_best, each.total)
    theirs = stats.hypergeom.pmf(each.best, each.total, each.having, each.of_best)
    assert ours == pytest.approx(float(theirs), abs=1e-9)


@given(st.integers(1, 100_000), st.data())
def test_the_interval_of_a_share_is_scipys(total: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))
    theirs = stats.binomtest(count, total).proportion_ci(method="wilson")
    assert wilson(count, total) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_the_interval_of_a_gap_holds_the_published_example() -> None:
    low, high = newcombe(counts(56, 70, 48, 80))  # Newcombe 1998, table II, example (a)
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


@given(four_counts())
def test_the_gap_lies_in_its_interval(each: Counts) -> None:
    low, high = newcombe(each)
    assert -1 - 1e-9 <= low <= each.gap <= high <= 1 + 1e-9


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=40))
def test_the_order_of_two_columns_is_compared_as_in_scipy(pairs: list[tuple[int, int]]) -> None:
    ours, theirs = [a for a, _b in pairs], [b for _a, b in pairs]
    if len(set(ours)) > 1 and len(set(theirs)) > 1:
        expected = float(stats.spearmanr(ours, theirs).statistic)
        assert spearman(ours, theirs) == pytest.approx(expected, abs=1e-9)
    else:
        assert spearman(ours, theirs) == 0


@given(st.lists(four_counts(most=60), min_size=1, max_size=12))
def test_a_family_never_costs_more_than_its_size(family: list[Counts]) -> None:
    whole = Family(family)
    for each in family:
        probability = fisher(each)
        assert whole.by_chance(probability) <= len(family) * probability * (1 + 1e-9)
        assert whole.by_chance(probability) >= probability * (1 - 1e-9)


def test_a_trait_that_can_not_come_out_rare_costs_nothing() -> None:
    telling = counts(6, 6, 1, 24)
    half_of_all = counts(3, 6, 12, 24)  # at best 1 in 119
    alone, with_others = Family([telling]), Family([telling, *[half_of_all] * 50])
    assert with_others.by_chance(fisher(telling)) == alone.by_chance(fisher(telling))


def test_discoveries_follow_benjamini_and_hochberg_where_counts_are_fine_grained() -> None:
    chosen = random.Random(7)
    family = [counts(chosen.randrange(19_000, 21_000), 40_000, 30_000, 60_000) for _ in range(30)]
    probabilities = [fisher(each) for each in family]
    expected = stats.false_discovery_control(probabilities)
    shares = false_discovery(Family(family), probabilities)
    assert shares == pytest.approx(list(expected), abs=1e-9)


def test_points_of_the_normal_curve_are_scipys() -> None:
    for probability in (0.001, 0.025, 0.5, 0.9, 0.9999):
        assert normal_quantile(probability) == pytest.approx(stats.norm.ppf(probability), abs=1e-9)


def test_so_many_customers_settle_a_question_four_times_in_five() -> None:
    few = counts(5, 6, 6, 24)
    needed = customers_to_settle(few, 0.15, 0.001)
    assert few.total < needed < 200
    of_best = needed // 5
    ours, theirs = few.best / few.of_best, few.others / few.of_others
    chosen = random.Random(3)
    hits = sum(
        fisher(
            counts(
                sum(chosen.random() < ours for _ in range(of_best)),
                of_best,
                sum(chosen.random() < theirs for _ in range(needed - of_best)),
                needed - of_best,
            )
        )
        <= 0.001
        for _ in range(400)
    )
    assert 0.65 < hits / 400 < 0.95


def test_a_smaller_gap_takes_more_customers() -> None:
    wide = customers_to_settle(counts(9, 10, 10, 20), 0.15, 0.001)
    narrow = customers_to_settle(counts(7, 10, 10, 20), 0.15, 0.001)
    assert narrow > wide
    assert NormalDist().cdf(normal_quantile(0.9)) == pytest.approx(0.9)
