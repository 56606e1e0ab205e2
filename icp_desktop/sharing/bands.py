"""Sums in bands: 1, 2 or 5 with noughts, so that no exact sum can be read from a copy."""

from decimal import ROUND_FLOOR, Decimal
from itertools import pairwise

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


def band_of(amount: Decimal) -> tuple[Decimal, Decimal]:
    """Return the edges of the band a sum lies in, such as 10,000 and 20,000 for 14,400.

    Below one the band is 0 to 1; a sum below nought mirrors the one above.
    """
    if amount < 0:
        low, high = band_of(-amount)
        return -high, -low
    if amount < 1:
        return Decimal(0), Decimal(1)
    power = Decimal(10) ** int(amount.log10().to_integral_value(ROUND_FLOOR))
    if amount / power >= 10:  # log10 rounds 999,999,999,999,999.9999 up
        power *= 10
    if amount < power:
        power /= 10
    for low, high in pairwise(_STEPS):
        if amount < high * power:
            return low * power, high * power
    return 10 * power, 20 * power


def range_of(low: Decimal | None, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Return the bands around two ends; an open end stays open."""
    lowest = None if low is None else band_of(low)[0]
    highest = None if high is None else upper_edge(high)
    if low is not None and low == high:
        return band_of(low)
    return lowest, highest


def upper_edge(amount: Decimal) -> Decimal:
    """Return the edge at or above a sum."""
    low, high = band_of(amount)
    return amount if amount == low else high
