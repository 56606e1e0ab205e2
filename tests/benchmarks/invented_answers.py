"""A value for any field, made from given words; for projects that tests and benchmarks invent."""

from datetime import date
from decimal import Decimal

from icp_desktop.model.evidence import NO_TEST, SOURCES, Evidence, NextTest
from icp_desktop.model.project import WEIGHTS, Answer
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.worksheet.definitions import Field


def make_value(field: Field, words: str, currency: str = "GBP") -> Value:
    """Return a value of the kind of the field; every text in it is `words`."""
    unit = field.units[0].id if field.units else ""
    low, high = Decimal(20), Decimal(45)
    match field.kind:
        case "text":
            return Text(text=words)
        case "choice":
            return Choice(choice=field.choices[0].id)
        case "terms":
            return Terms(items=tuple(Term(id=f"t{n}", text=words) for n in range(3)))
        case "pairs":
            pairs = (Pair(id=f"p{n}", first=words, second=words) for n in range(2))
            return Pairs(items=tuple(pairs))
        case "number_range":
            return NumberRange(low=low, high=high, unit=unit)
        case "money_range":
            return MoneyRange(low=low, high=high, currency=currency, unit=unit)
        case "date":
            return Day(day=date(2027, 1, 1))
        case "yes_no":
            return YesNo(yes=True)


def make_answer(field: Field, words: str, number: int) -> Answer:
    """Return an answer whose weight and proof go round with its number."""
    evidence: tuple[Evidence, ...] = ()
    if number % 5:
        source = SOURCES[number % 5 - 1]
        piece = Evidence(
            id=f"e{number}", source=source, note=words, reference=words, count=6, total=9
        )
        evidence = (piece,)
    return Answer(
        field=field.id,
        value=make_value(field, words),
        weight=WEIGHTS[number % 3],
        evidence=evidence,
        next_test=NextTest(what=words) if number % 4 == 0 else NO_TEST,
    )
