"""Who counts as best and as worst, and what a bad fit costs: in the person's own terms."""

from decimal import Decimal
from typing import Literal

from icp_desktop.model.record import record

ConditionTest = Literal["top", "bottom", "at_least", "at_most", "is", "is_not"]
CONDITION_TESTS: tuple[ConditionTest, ...] = (
    "top",
    "bottom",
    "at_least",
    "at_most",
    "is",
    "is_not",
)
Side = Literal["best", "worst"]


@record
class Condition:
    """One thing that is asked of a customer.

    `column` is a heading of the list or a measure counted from deals. With "top" and "bottom"
    `value` is a share such as "20%" or a number of customers; else what the cell is compared with.
    """

    column: str
    test: ConditionTest
    value: str


@record
class Rule:
    """Everything that must hold at once."""

    conditions: tuple[Condition, ...]


@record
class BadFitCosts:
    """What one customer who is no fit costs in a year; None is not said yet."""

    hours: Decimal | None = None
    hourly_rate: Decimal | None = None
    refunds: Decimal | None = None
    discounts: Decimal | None = None
    other: Decimal | None = None


@record
class Judging:
    """The rules for best and worst, None where the program proposes them; and those costs."""

    best: Rule | None = None
    worst: Rule | None = None
    costs: BadFitCosts = BadFitCosts()
