"""The arithmetic of fit, word for word, and whether a cell meets an answer of each kind."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icp_desktop.insight.fit import POINTS, fit, tier_of
from icp_desktop.insight.matching import CellKind, make_matcher
from icp_desktop.model.project import WEIGHTS, Weight
from icp_desktop.model.table import ColumnType
from icp_desktop.model.values import (
    KINDS,
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
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.toml_source import read_worksheet

WORKSHEET = read_worksheet(standard_source())
criteria = st.lists(
    st.tuples(
        st.sampled_from((*WEIGHTS, "rules_out", "warns")), st.sampled_from((True, False, None))
    )
)


def test_weights_count_three_two_and_one() -> None:
    result = fit([("must", True), ("should", False), ("nice", True)])
    assert (result.low, result.high) == (Fraction(400, 6), Fraction(400, 6))
    assert result.tier == "B"
    assert result.accepted


def test_what_is_unknown_makes_a_range_not_a_nought() -> None:
    result = fit([("must", True), ("should", None)])
    assert (result.low, result.high) == (60, 100)
    assert (result.tier, result.may_reach) == ("B", "A")


@pytest.mark.parametrize(
    ("weight", "meets", "out"),
    [
        ("must", False, True),
        ("must", None, False),
        ("should", False, False),
        ("rules_out", True, True),
        ("rules_out", None, False),
        ("rules_out", False, False),
        ("warns", True, False),
    ],
)
def test_a_missed_must_or_a_disqualifier_met_rules_out(
    weight: Weight, meets: bool | None, out: bool
) -> None:
    result = fit([("must", True), ("must", True), ("must", True), (weight, meets)])
    assert result.ruled_out is out
    assert result.accepted is not out
    assert result.warned is (weight == "warns" and meets is True)


@pytest.mark.parametrize(
    ("score", "tier"), [(100, "A"), (80, "A"), (Fraction(799, 10), "B"), (50, "B"), (49, "C")]
)
def test_tiers_begin_at_eighty_and_fifty(score: Fraction, tier: str) -> None:
    assert tier_of(Fraction(score)) == tier


@given(criteria)
def test_knowing_more_never_leaves_the_range(
    given_criteria: list[tuple[Weight, bool | None]],
) -> None:
    result = fit(given_criteria)
    assert 0 <= result.low <= result.high <= 100
    for answer in (True, False):
        known = [(weight, answer if met is None else met) for weight, met in given_criteria]
        assert result.low <= fit(known).low == fit(known).high <= result.high


def terms(*texts: str) -> Terms:
    return Terms(items=tuple(Term(id=text, text=text) for text in texts))


MATCHES: list[tuple[str, Value, ColumnType, object, bool | None]] = [
    ("company.industry", terms("Dental practices"), "text", "dental practice", True),
    ("company.industry", terms("Law", "Care"), "text", "care", True),
    ("company.industry", terms("Law"), "text", "Lawn mowing", False),
    ("company.industry", terms("Law"), "text", "n/a", None),
    ("company.tech_stack", terms("Slack"), "terms", ["Teams", "slack"], True),
    ("company.tech_stack", terms("Slack"), "terms", ["Teams"], False),
    ("company.tech_stack", terms("Slack"), "terms", [], None),
    ("company.location", Text(text="Leeds, York or Hull"), "text", "York", True),
    ("company.location", Text(text="United Kingdom"), "text", "London, United Kingdom", True),
    ("company.location", Text(text="Leeds"), "text", "Bath", False),
    ("company.size", NumberRange(low=Decimal(10), high=Decimal(49)), "number", 10.0, True),
    ("company.size", NumberRange(low=Decimal(10), high=Decimal(49)), "number", 50.0, False),
    ("company.size", NumberRange(low=Decimal(10), high=None), "number", 5000.0, True),
    ("company.size", NumberRange(low=Decimal(10), high=Decimal(49)), "text", "11-40", True),
    ("company.size", NumberRange(low=Decimal(10), high=Decimal(49)), "text", "1 to 50", None),
    ("company.size", NumberRange(low=Decimal(10), high=Decimal(49)), "text", "51 to 200", False),
    ("company.size", NumberRange(low=Decimal(10), high=Decimal(49)), "text", "1,000+", False),
    ("company.size", NumberRange(low=Decimal(10), high=None), "text", "many", None),
    (
        "company.revenue",
        MoneyRange(low=Decimal(1), high=Decimal(5), currency="EUR"),
        "money",
        3.0,
        True,
    ),
    (
        "company.revenue",
        MoneyRange(low=Decimal(1), high=Decimal(5), currency="GBP"),
        "money",
        3.0,
        None,
    ),
    ("needs.deadline", Day(day=date(2027, 1, 1)), "date", date(2026, 12, 1), True),
    ("needs.deadline", Day(day=date(2027, 1, 1)), "date", date(2027, 2, 1), False),
    ("buying.repeat", YesNo(yes=True), "yes_no", True, True),
    ("buying.repeat", YesNo(yes=True), "yes_no", False, False),
    ("buying.repeat", YesNo(yes=False), "text", "no", True),
    ("buying.repeat", YesNo(yes=True), "text", "perhaps", None),
    (
        "needs.pains",
        Pairs(items=(Pair(id="p", first="Late deliveries", second="a van of our own"),)),
        "text",
        "late delivery, again",
        True,
    ),
]


@pytest.mark.parametrize(("field", "value", "kind", "cell", "meets"), MATCHES)
def test_a_cell_meets_an_answer(
    field: str, value: Value, kind: ColumnType, cell: object, meets: bool | None
) -> None:
    matcher = make_matcher(value, WORKSHEET.field(field), CellKind(type=kind, currency="EUR"))
    assert matcher(cell) is meets


def test_choices_are_met_by_id_label_or_what_one_customer_is() -> None:
    field = WORKSHEET.field("people.gender")
    option = field.choices[0]
    matcher = make_matcher(Choice(choice=option.id), field, CellKind())
    assert matcher(option.label.upper()) is True
    assert matcher(field.choices[1].label) is False
    assert matcher("F") is True
    assert matcher("man") is False
    assert matcher("something else") is None


def test_every_kind_of_answer_has_a_matcher() -> None:
    tried = {value.kind for _field, value, _kind, _cell, _meets in MATCHES} | {"choice"}
    assert tried == set(KINDS)


def test_figures_of_another_period_are_converted() -> None:
    field = WORKSHEET.field("buying.frequency")
    weekly = NumberRange(low=Decimal(2), high=Decimal(4), unit="week")
    matcher = make_matcher(weekly, field, CellKind(type="number", unit="month"))
    assert matcher(13.0) is True
    assert matcher(3.0) is False


def test_points_are_those_of_the_words() -> None:
    assert [POINTS[weight] for weight in WEIGHTS] == [3, 2, 1]
