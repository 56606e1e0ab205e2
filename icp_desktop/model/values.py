"""What can be answered: one record per kind of field, and the items of lists."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from icp_desktop.model.evidence import NO_TEST, Evidence, NextTest
from icp_desktop.model.record import record


@record
class Text:
    """Free words, one line or several."""

    text: str
    kind: Literal["text"] = "text"


@record
class Choice:
    """One of the choices of the field, by the id of the choice."""

    choice: str
    kind: Literal["choice"] = "choice"


@record
class Term:
    """One entry of a list; it carries its own proof."""

    id: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    next_test: NextTest = NO_TEST


@record
class Terms:
    """A list of short terms."""

    items: tuple[Term, ...]
    kind: Literal["terms"] = "terms"


@record
class NumberRange:
    """Two figures and a unit; either end may be open. `unit` is the id of a unit of the field."""

    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    kind: Literal["number_range"] = "number_range"


@record
class MoneyRange:
    """Two sums, an ISO 4217 currency and a period (the id of a unit of the field)."""

    low: Decimal | None
    high: Decimal | None
    currency: str
    unit: str = ""
    kind: Literal["money_range"] = "money_range"


@record
class Day:
    """A calendar date."""

    day: date
    kind: Literal["date"] = "date"


@record
class YesNo:
    """A plain yes or no."""

    yes: bool
    kind: Literal["yes_no"] = "yes_no"


@record
class Pair:
    """Two texts that belong together, such as a pain and its relief; with its own proof."""

    id: str
    first: str
    second: str = ""
    evidence: tuple[Evidence, ...] = ()
    next_test: NextTest = NO_TEST


@record
class Pairs:
    """A list of pairs."""

    items: tuple[Pair, ...]
    kind: Literal["pairs"] = "pairs"


Value = Text | Choice | Terms | NumberRange | MoneyRange | Day | YesNo | Pairs
Kind = Literal["text", "choice", "terms", "number_range", "money_range", "date", "yes_no", "pairs"]
KINDS: tuple[Kind, ...] = (
    "text",
    "choice",
    "terms",
    "number_range",
    "money_range",
    "date",
    "yes_no",
    "pairs",
)


def is_empty(value: Value | None) -> bool:
    """Say whether nothing has been answered, also when an editor made a hollow value."""
    match value:
        case None:
            return True
        case Text():
            return not value.text.strip()
        case Choice():
            return not value.choice
        case Terms():
            return all(not item.text.strip() for item in value.items)
        case Pairs():
            return all(not (item.first.strip() or item.second.strip()) for item in value.items)
        case NumberRange() | MoneyRange():
            return value.low is None and value.high is None
        case _:
            return False


def with_item_test(value: Value | None, item_id: str, test: NextTest) -> Value | None:
    """Return a list in which one item is to be tested so; other values as they are."""
    match value:
        case Terms(items=terms):
            changed = tuple(
                replace(each, next_test=test) if each.id == item_id else each for each in terms
            )
            return replace(value, items=changed)
        case Pairs(items=pairs):
            also = tuple(
                replace(each, next_test=test) if each.id == item_id else each for each in pairs
            )
            return replace(value, items=also)
    return value
