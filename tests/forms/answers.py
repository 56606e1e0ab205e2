"""What a filled form has to come back as, whoever filled it."""

from datetime import date
from decimal import Decimal

from icp_desktop.documents.returned import Returned
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pairs,
    Terms,
    Text,
    Value,
    YesNo,
)


def assert_all_came_back(returned: Returned, text: str) -> None:
    """Fail unless every answer is exactly what was filled in."""
    problems = {each.ask.field.id: each.problem for each in returned.answers if each.problem}
    assert problems == {}
    values = {each.ask.field.id: each.value for each in returned.answers}
    first_line = text.split("\n", maxsplit=1)[0]
    assert values["in_words"] == Text(text=text)
    assert values["short"] == Text(text=first_line)
    assert values["way"] == Choice(choice="tram")
    assert terms(values["heard"]) == ("No time",)
    assert terms(values["tools"]) == (first_line, "Zweitens")
    assert values["rides"] == NumberRange(low=Decimal(2), high=Decimal("4.5"), unit="week")
    assert values["spend.on-it"] == MoneyRange(
        low=Decimal(1200), high=None, currency="GBP", unit="year"
    )
    assert values["since"] == Day(day=date(2027, 3, 14))
    assert values["again"] == YesNo(yes=False)
    assert pairs(values["pains"]) == ((text, "Overshoes"), ("Lücke", ""))
    assert returned.person == "Ann Øst"
    assert returned.day == date(2026, 11, 23)
    assert returned.role == "Front desk"


def terms(value: Value | None) -> tuple[str, ...]:
    assert isinstance(value, Terms)
    return tuple(item.text for item in value.items)


def pairs(value: Value | None) -> tuple[tuple[str, str], ...]:
    assert isinstance(value, Pairs)
    return tuple((item.first, item.second) for item in value.items)
