"""What customers who are no fit cost, from the person's own figures."""

from decimal import Decimal

from icp_desktop.model.judging import BadFitCosts


def cost_of_one(costs: BadFitCosts) -> Decimal | None:
    """Return what one bad fit costs in a year, None where no figure has been given.

    Hours count only once it is said what an hour costs.
    """
    parts = [costs.refunds, costs.discounts, costs.other]
    if costs.hours is not None and costs.hourly_rate is not None:
        parts.append(costs.hours * costs.hourly_rate)
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known else None


def lacks_rate(costs: BadFitCosts) -> bool:
    """Say whether hours were given but not what one costs."""
    return costs.hours is not None and costs.hourly_rate is None
