"""Leads for tests: cells of which it is known what they say to each answer of a profile."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from tables_made import make_table

from icp_desktop.insight.customers import leads_of
from icp_desktop.insight.scoring import Scored, score
from icp_desktop.model.project import Answer, Profile, Project, Weight
from icp_desktop.model.table import Column
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
from icp_desktop.worksheet.shipped import standard_source, worksheet_of

COLUMNS = (
    Column(heading="Lead", meaning="name"),
    Column(heading="Trade", meaning="company.industry", type="terms"),
    Column(heading="Staff", meaning="company.size", type="number", unit="people"),
    Column(heading="Sales", meaning="company.revenue", type="money", currency="EUR"),
    Column(heading="Stage", meaning="company.growth_stage"),
    Column(heading="Again", meaning="buying.repeat", type="yes_no"),
    Column(heading="By", meaning="needs.deadline", type="date"),
    Column(heading="Pain", meaning="needs.pains"),
    Column(heading="Why", meaning="needs.why_now"),
    Column(heading="Sign", meaning="needs.triggers"),
)
VALUES: dict[str, Value] = {
    "company.industry": Terms(items=(Term(id="a", text="Bakery"), Term(id="b", text="Café"))),
    "company.size": NumberRange(low=Decimal(5), high=Decimal("19.5"), unit="people"),
    "company.revenue": MoneyRange(low=Decimal(100_000), high=None, currency="EUR", unit="year"),
    "company.growth_stage": Choice(choice="growing"),
    "buying.repeat": YesNo(yes=True),
    "needs.deadline": Day(day=date(2027, 1, 1)),
    "needs.pains": Pairs(items=(Pair(id="p", first="Stock runs out", second="We warn"),)),
    "needs.goals": Text(text="Two ovens"),  # no column tells of it
}
ASKED = tuple(VALUES)
CELLS: dict[str, tuple[object, ...]] = {
    "Trade": (None, ["Bakery"], ["Law", "café"], ["Law"]),
    "Staff": (None, 4.9, 5.0, 19.5, 20.0),
    "Sales": (None, 99_999.0, 100_000.0, 5e6),
    "Stage": (None, "Growing", "steady", "?"),
    "Again": (None, True, False),
    "By": (None, date(2026, 12, 31), date(2027, 1, 2)),
    "Pain": (None, "stock runs out", "too loud", "n/a"),
    "Why": (None, "a new shop", "nothing"),
    "Sign": (None, "moves house", "none"),
}
MEANT: dict[str, tuple[bool | None, ...]] = {
    "company.industry": (None, True, True, False),
    "company.size": (None, False, True, True, False),
    "company.revenue": (None, False, True, True),
    "company.growth_stage": (None, True, False, None),
    "buying.repeat": (None, True, False),
    "needs.deadline": (None, True, False),
    "needs.pains": (None, True, False, None),
}
FIELD_OF = {c.heading: c.meaning for c in COLUMNS}
Picks = Mapping[str, int]  # the heading and the place of the cell in CELLS
POINTS = {"must": 3, "should": 2, "nice": 1}
weights = st.sampled_from(("must", "should", "nice"))


def project_of(leads: Sequence[Picks], asked: Mapping[str, Weight], out: Sequence[str]) -> Project:
    cells: dict[str, list[object]] = {"Lead": [f"Lead {n}" for n in range(len(leads))]}
    for heading, known in CELLS.items():
        cells[heading] = [known[lead.get(heading, 0)] for lead in leads]
    answers = tuple(Answer(field=f, value=VALUES[f], weight=w) for f, w in asked.items())
    bad = tuple(Answer(field=f, value=VALUES[f], weight="rules_out") for f in out)
    return Project(
        id="p1",
        client="Krume",
        name="Leads",
        worksheet=standard_source(),
        currency="EUR",
        profiles=(
            Profile(id="ideal", name="Ideal", market="b2b", answers=answers),
            Profile(id="bad", name="Bad", market="b2b", kind="negative", answers=bad),
        ),
        tables=(replace(make_table(cells, COLUMNS), role="leads"),),
    )


def scored(project: Project) -> Scored:
    leads = leads_of(project)
    assert leads is not None
    return score(project, project.profiles[0], worksheet_of(project), leads)


picks = st.fixed_dictionaries(
    {heading: st.integers(0, len(cells) - 1) for heading, cells in CELLS.items()}
)
profiles = st.dictionaries(st.sampled_from(ASKED), weights)
outs = st.lists(st.sampled_from(tuple(MEANT)), max_size=2, unique=True)
