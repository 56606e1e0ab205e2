"""Leads held against a profile: against a slow reference, and by the laws that must hold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from leads_made import (
    CELLS,
    FIELD_OF,
    MEANT,
    POINTS,
    Picks,
    outs,
    picks,
    profiles,
    project_of,
    scored,
    weights,
)
from tables_made import make_table

from icp_desktop.insight.reasons import ask_next, explain
from icp_desktop.insight.scoring import Scored
from icp_desktop.model.project import Answer, Weight
from icp_desktop.model.table import Column
from icp_desktop.model.values import Choice, Term, Terms, Text


def by_the_words(
    lead: Picks, asked: Mapping[str, Weight], out: Sequence[str]
) -> tuple[int, int, str, str, bool]:
    """What the requirement says, as slowly and plainly as it says it."""
    heading = {meaning: name for name, meaning in FIELD_OF.items()}

    def meets(field: str) -> bool | None:
        return MEANT[field][lead.get(heading[field], 0)] if field in MEANT else None

    everything = sum(POINTS[w] for w in asked.values())
    met = sum(POINTS[w] for f, w in asked.items() if meets(f) is True)
    open_ = sum(POINTS[w] for f, w in asked.items() if meets(f) is None)
    ruled_out = any(w == "must" and meets(f) is False for f, w in asked.items())
    ruled_out = ruled_out or any(meets(f) is True for f in out)
    if not everything:
        return 100, 100, "A", "A", ruled_out

    def tier(points: int) -> str:
        share = Decimal(points) / Decimal(everything)
        return "A" if share >= Decimal("0.8") else "B" if share >= Decimal("0.5") else "C"

    low, high = 100 * met // everything, 100 * (met + open_) // everything
    return low, high, tier(met), tier(met + open_), ruled_out


def row_of(result: Scored, row: int) -> tuple[int, int, str, str, bool]:
    found = result.frame.row(row, named=True)
    keys = ("low", "high", "tier", "may_reach", "ruled_out")
    low, high, tier, may_reach, ruled_out = (found[key] for key in keys)
    return low, high, tier, may_reach, ruled_out


@settings(deadline=None, max_examples=60)
@given(st.lists(picks, min_size=1, max_size=25), profiles, outs)
def test_the_scores_are_those_of_the_plain_words(
    leads: list[Picks], asked: dict[str, Weight], out: list[str]
) -> None:
    result = scored(project_of(leads, asked, out))
    for row, lead in enumerate(leads):
        assert row_of(result, row) == by_the_words(lead, asked, out)


@settings(deadline=None, max_examples=40)
@given(picks, profiles, st.sampled_from(tuple(CELLS)), st.data())
def test_learning_what_is_not_known_never_widens_the_range(
    lead: dict[str, int], asked: dict[str, Weight], heading: str, data: st.DataObject
) -> None:
    learnt = data.draw(st.integers(1, len(CELLS[heading]) - 1))
    unknown, known = {**lead, heading: 0}, {**lead, heading: learnt}
    result = scored(project_of([unknown, known], asked, ()))
    low, high, *_rest = row_of(result, 0)
    low_then, high_then, *_rest = row_of(result, 1)
    assert low <= low_then <= high_then <= high


@settings(deadline=None, max_examples=40)
@given(picks, profiles, st.sampled_from(tuple(MEANT)), weights)
def test_a_criterion_that_is_met_never_lowers_the_score(
    lead: dict[str, int], asked: dict[str, Weight], field: str, weight: Weight
) -> None:
    heading = next(name for name, meaning in FIELD_OF.items() if meaning == field)
    met = {**lead, heading: MEANT[field].index(True)}
    without = {f: w for f, w in asked.items() if f != field}
    if not without:
        return
    before = scored(project_of([met], without, ()))
    after = scored(project_of([met], {**without, field: weight}, ()))
    assert after.frame["low"][0] >= before.frame["low"][0]
    assert after.frame["ruled_out"][0] == before.frame["ruled_out"][0]


@settings(deadline=None, max_examples=30)
@given(st.lists(picks, min_size=1, max_size=8), profiles, outs, st.randoms(use_true_random=False))
def test_the_order_of_criteria_does_not_matter(
    leads: list[Picks], asked: dict[str, Weight], out: list[str], chance: object
) -> None:
    order = list(asked.items())
    chance.shuffle(order)  # type: ignore[attr-defined]
    one, other = (scored(project_of(leads, dict(each), out)) for each in (asked.items(), order))
    rows = range(len(leads))
    assert [row_of(one, row) for row in rows] == [row_of(other, row) for row in rows]


def test_a_lead_of_whom_nothing_is_known_may_be_anything() -> None:
    result = scored(project_of([{}], {"company.size": "must", "company.industry": "nice"}, ()))
    assert row_of(result, 0) == (0, 100, "C", "A", False)
    assert result.frame["timing"][0] == "unknown"


@pytest.mark.parametrize(
    ("lead", "timing"),
    [
        ({"Why": 1, "Sign": 2}, "now"),
        ({"Why": 2, "Sign": 1}, "soon"),
        ({"Why": 2, "Sign": 2}, "not_now"),
        ({}, "unknown"),
    ],
)
def test_when_to_talk_is_told_apart_from_how_well_they_fit(lead: Picks, timing: str) -> None:
    project = project_of([lead], {"company.size": "must"}, ())
    moments = (
        Answer(field="needs.why_now", value=Text(text="A new shop"), weight="must"),
        Answer(field="needs.triggers", value=Terms(items=(Term(id="t", text="Moves house"),))),
    )
    ideal = project.profiles[0]
    ideal = replace(ideal, answers=(*ideal.answers, *moments))
    result = scored(replace(project, profiles=(ideal,)))
    assert result.frame["timing"][0] == timing
    assert row_of(result, 0) == (0, 100, "C", "A", False)


def test_reasons_name_what_was_found_and_what_it_counts() -> None:
    asked: dict[str, Weight] = {
        "company.size": "must",
        "company.industry": "should",
        "needs.goals": "nice",
    }
    result = scored(project_of([{"Staff": 4, "Trade": 2}], asked, ("company.growth_stage",)))
    said = [
        (each.criterion.label, each.found, each.least, each.most) for each in explain(result, 0)
    ]
    assert said == [
        ("Company size", "20 people", 0, 0),
        ("Industry", "Law, café", 2, 2),
        ("Goals and KPIs", "", 0, 1),
        ("Growth stage", "", 0, 0),
    ]
    assert [each.decides for each in explain(result, 0)] == [True, False, False, False]
    assert ask_next(result, 0) is None  # it is ruled out whatever they say


def test_the_next_question_is_the_one_that_tells_most() -> None:
    asked: dict[str, Weight] = {
        "company.industry": "should",
        "company.size": "must",
        "buying.repeat": "nice",
    }
    result = scored(project_of([{"Again": 1}], asked, ()))
    question = ask_next(result, 0)
    assert question is not None
    assert question.criterion.field.id == "company.size"
    assert question.criterion.question.endswith("?")
    assert (question.if_yes, question.if_no) == ((66, 100), (16, 50))
    assert ask_next(scored(project_of([{"Again": 1}], {"buying.repeat": "nice"}, ())), 0) is None


def test_columns_of_another_kind_are_scored_as_far_as_known() -> None:
    cells: dict[str, list[object]] = {
        "Lead": ["A", "B", "C"],
        "Staff": ["about 12", "many", None],
    }
    columns = (
        Column(heading="Lead", meaning="name"),
        Column(heading="Staff", meaning="company.size"),
    )
    project = project_of([{}], {"company.size": "must"}, ())
    table = replace(make_table(cells, columns), role="leads")
    result = scored(replace(project, tables=(table,)))
    assert [row_of(result, row)[:2] for row in range(3)] == [(100, 100), (0, 100), (0, 100)]


def test_an_answer_that_takes_anybody_is_no_criterion() -> None:
    project = project_of([{}], {"company.size": "must"}, ())
    (ideal, *rest) = project.profiles
    anybody = Answer(field="people.gender", value=Choice(choice="no_preference"), weight="must")
    ideal = replace(ideal, answers=(*ideal.answers, anybody))
    result = scored(replace(project, profiles=(ideal, *rest)))
    assert [each.field.id for each in result.criteria] == ["company.size"]
