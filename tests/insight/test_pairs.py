"""Pairs of traits: the planted one is found, noise is not, and their order is pysubgroup's."""

import math

import pandas as pd
import pysubgroup as ps
import pytest
from invented_lists import PLANTED, Invented, invent, invent_many

from icp_desktop.insight.contrast import contrast
from icp_desktop.insight.pairs import Pair, best_pairs, found_pairs
from icp_desktop.insight.traits import held_traits, places


def pairs_in(given: Invented) -> tuple[Pair, ...]:
    held, left_out = held_traits(given.frame, given.features)
    return found_pairs(contrast(held, given.groups, left_out), held)


def test_a_planted_pair_is_found_in_a_long_list() -> None:
    for seed in range(5):
        pairs = pairs_in(invent_many(10_000, seed, together=0.6))
        columns = {(pair.first.feature.key, pair.second.feature.key) for pair in pairs}
        assert ("Column 2", "Column 3") in columns
        assert all(pair.first.feature.key != pair.second.feature.key for pair in pairs)


@pytest.mark.parametrize("customers", [200, 1_000])
def test_noise_has_no_pairs(customers: int) -> None:
    loud = sum(bool(pairs_in(invent_many(customers, seed))) for seed in range(20))
    assert loud <= 1


def test_a_short_list_is_asked_for_pairs_only_beneath_what_was_found() -> None:
    assert pairs_in(invent(150, 4)) == ()
    for seed in range(10):
        for pair in pairs_in(invent(150, seed, (1.0, 0.3))):
            assert PLANTED in (pair.first.feature.key, pair.second.feature.key)


def test_a_pair_singles_out_the_best_better_than_either_trait() -> None:
    for pair in pairs_in(invent_many(10_000, 1, together=0.6)):
        share = pair.counts.best / pair.counts.having
        assert all(share > each.best / each.having for each in pair.alone)


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")  # pysubgroup divides by nought
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_ten_best_pairs_have_the_order_of_pysubgroup(seed: int) -> None:
    customers, least = 3_000, 40
    given = invent_many(customers, seed, together=0.5, columns=8)
    held, _left_out = held_traits(given.frame, given.features)
    ours = best_pairs(held, given.groups, count=10, least=least)

    table = pd.DataFrame(given.frame.to_dict(as_series=False))
    best = set(places(given.groups.best, customers))
    table["best"] = [row in best for row in range(customers)]
    target = ps.BinaryTarget("best", True)
    selectors = [ps.EqualitySelector(each.trait.feature.key, each.trait.value) for each in held]
    task = ps.SubgroupDiscoveryTask(
        table,
        target,
        selectors,
        result_set_size=400,
        depth=2,
        qf=ps.StandardQF(1.0),
        constraints=[ps.MinSupportConstraint(least)],
    )
    found = ps.Apriori().execute(task).results
    theirs = [
        (quality, frozenset(each.attribute_name for each in description.selectors))
        for quality, description, _statistics in found
        if len(description.selectors) == 2
    ][:10]
    assert [pair.quality for pair in ours] == pytest.approx([q for q, _c in theirs], abs=1e-12)
    named = [frozenset((p.first.feature.key, p.second.feature.key)) for p in ours]
    for pair, columns, (quality, expected) in zip(ours, named, theirs, strict=True):
        same = [p for p in ours if math.isclose(p.quality, quality)]
        assert columns == expected or len(same) > 1, pair


def test_a_list_of_many_columns_is_done_in_the_end() -> None:
    given = invent(220, 3, (1.0, 0.2), columns=150)
    pairs = pairs_in(given)
    assert all(PLANTED in (pair.first.feature.key, pair.second.feature.key) for pair in pairs)


def test_results_of_long_lists_can_be_shown_in_a_report() -> None:
    given = invent_many(20_000, 1, together=0.6, columns=4)
    held, left_out = held_traits(given.frame, given.features)
    result = contrast(held, given.groups, left_out)
    assert len(repr((result, found_pairs(result, held)))) < 20_000
