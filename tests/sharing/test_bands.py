"""Sums in bands: the sum lies within, and the same band stands for many."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.sharing.bands import band_of, range_of

AMOUNTS = st.decimals(min_value=0, max_value=10**15, places=2)


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        ("0", 0, 1),
        ("0.40", 0, 1),
        ("1", 1, 2),
        ("14400", 10_000, 20_000),
        ("20000", 20_000, 50_000),
        ("99999.99", 50_000, 100_000),
        ("-14400", -20_000, -10_000),
    ],
)
def test_bands(amount: str, low: int, high: int) -> None:
    assert band_of(Decimal(amount)) == (low, high)


@given(AMOUNTS)
def test_a_sum_lies_in_its_band_which_begins_with_1_2_or_5(amount: Decimal) -> None:
    low, high = band_of(amount)
    assert low <= amount < high
    assert f"{high:f}".rstrip("0") in {"1", "2", "5"}


@given(AMOUNTS, AMOUNTS)
def test_the_bands_of_two_ends_hold_both(one: Decimal, other: Decimal) -> None:
    lowest, highest = sorted((one, other))
    low, high = range_of(lowest, highest)
    assert low is not None
    assert high is not None
    assert low <= lowest <= highest <= high


def test_an_open_end_stays_open() -> None:
    assert range_of(None, Decimal(89)) == (None, 100)
    assert range_of(Decimal(89), None) == (50, None)
    assert range_of(None, None) == (None, None)
