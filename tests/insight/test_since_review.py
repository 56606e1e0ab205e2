"""The numbers of a review: counted in what came since the last one, never guessed."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from leads_made import project_of
from tables_made import make_table, with_tables

from icp_desktop.insight.since_review import (
    Counted,
    count_since,
    counts_of,
    filled_in,
    sureness_of,
)
from icp_desktop.model.interview import Interview, InterviewAnswer
from icp_desktop.model.project import Project
from icp_desktop.model.review import QUESTIONS, Figure, Review, ReviewAnswer
from icp_desktop.model.table import Column, Table
from icp_desktop.worksheet.shipped import worksheet_of

LAST, NOW = date(2026, 8, 14), date(2026, 11, 14)
NAME = Column(heading="Name", meaning="name")


def counted(project: Project, day: date | None) -> dict[str, Counted]:
    return {each.question: each for each in count_since(project, worksheet_of(project), day)}


def leads(*days: date | None) -> Project:
    """A bakery that fits, one that does not and so on, each enquiring on a day."""
    project = project_of(
        [{"Trade": 1 if n % 2 == 0 else 3} for n in range(len(days))],
        {"company.industry": "must"},
        [],
    )
    (table,) = project.tables
    column = Column(heading="Enquired", meaning="opened", type="date")
    frame = pl.read_csv(table.body.data, infer_schema=False).with_columns(
        pl.Series("Enquired", days, dtype=pl.Date)
    )
    made = make_table(frame, (*table.columns, column), role="leads")
    return replace(project, tables=(made,))


def test_leads_since_the_last_review_alone_are_counted() -> None:
    project = leads(date(2026, 9, 1), date(2026, 9, 2), date(2026, 7, 1), LAST, None)
    assert counted(project, LAST)["leads"].figure == Figure(count=1, total=2)
    assert counted(project, None)["leads"].figure == Figure(count=3, total=5)


def test_a_list_without_days_counts_whole_if_it_came_since() -> None:
    project = project_of([{"Trade": 1}, {"Trade": 3}], {"company.industry": "must"}, [])
    assert counted(project, LAST)["leads"].figure == Figure(count=1, total=2)
    assert counted(project, date(2026, 11, 2))["leads"].figure is None


def test_whoever_one_profile_lets_in_matches() -> None:
    project = project_of([{"Trade": 1}, {"Trade": 3}], {"company.industry": "must"}, [])
    anybody = replace(project.profiles[0], id="two", answers=())
    both = replace(project, profiles=(*project.profiles, anybody))
    assert counted(both, None)["leads"].figure == Figure(count=2, total=2)


def outcomes(role: str, *stages: str) -> Table:
    cells: dict[str, list[object]] = {
        "Name": [f"N{n}" for n in range(len(stages))],
        "Stage": list(stages),
    }
    columns = (NAME, Column(heading="Stage", meaning="stage"))
    return make_table(cells, columns, role="leads" if role == "leads" else "deals")


def test_buying_is_won_of_decided() -> None:
    project = with_tables(outcomes("leads", "won", "lost", "open", "left", "lost"))
    assert counted(project, LAST)["buying"].figure == Figure(count=2, total=4)


def test_deals_tell_where_no_lead_is_decided() -> None:
    cells: dict[str, list[object]] = {
        "Customer": ["A", "B", "C"],
        "Stage": ["won", "lost", "won"],
        "Closed": [date(2026, 9, 1), date(2026, 10, 1), date(2026, 5, 1)],
    }
    columns = (
        Column(heading="Customer", meaning="customer"),
        Column(heading="Stage", meaning="stage"),
        Column(heading="Closed", meaning="closed", type="date"),
    )
    deals = make_table(cells, columns, role="deals")
    project = with_tables(outcomes("leads", "open"), deals)
    assert counted(project, LAST)["buying"].figure == Figure(count=1, total=2)
    assert counted(project, None)["buying"].figure == Figure(count=2, total=3)


def test_a_list_of_orders_does_not_say_how_many_buy() -> None:
    cells: dict[str, list[object]] = {"Customer": ["A", "B"], "Total": [10.0, 20.0]}
    columns = (
        Column(heading="Customer", meaning="customer"),
        Column(heading="Total", meaning="value", type="money", currency="EUR"),
    )
    project = with_tables(make_table(cells, columns, role="deals"))
    assert counted(project, None)["buying"].figure is None


def test_who_left_since_of_those_who_were_there() -> None:
    cells: dict[str, list[object]] = {
        "Name": ["A", "B", "C", "D"],
        "Left": [None, date(2026, 9, 1), date(2026, 5, 1), None],
    }
    columns = (NAME, Column(heading="Left", meaning="left", type="date"))
    project = with_tables(make_table(cells, columns))
    assert counted(project, LAST)["leaving"].figure == Figure(count=1, total=3)
    assert counted(project, None)["leaving"].figure == Figure(count=2, total=4)


def test_a_list_that_only_says_who_left_counts_if_it_is_new() -> None:
    cells: dict[str, list[object]] = {"Name": ["A", "B", "C"], "Left": [True, False, None]}
    columns = (NAME, Column(heading="Left", meaning="left", type="yes_no"))
    project = with_tables(make_table(cells, columns))
    assert counted(project, LAST)["leaving"].figure == Figure(count=1, total=2)
    assert counted(project, date(2026, 11, 2))["leaving"].figure is None


def test_of_talks_only_a_person_can_say_which_went_well() -> None:
    def talk(number: int, day: date | None, words: str = "Well") -> Interview:
        said = (InterviewAnswer(question="why", text=words),)
        return Interview(id=f"t{number}", day=day, answers=said)

    talks = (talk(1, NOW), talk(2, LAST), talk(3, None), talk(4, NOW, ""))
    colleague = replace(talk(5, NOW), group="colleague")
    project = replace(with_tables(), interviews=(*talks, colleague))
    assert counted(project, LAST)["feedback"] == Counted(question="feedback", of=1)
    assert counted(project, None)["feedback"].of == 3


def test_nothing_logged_is_nothing_counted() -> None:
    found = counted(with_tables(), None)
    assert [found[each] for each in QUESTIONS] == [Counted(question=q) for q in QUESTIONS]


def test_what_was_typed_goes_before_what_was_counted() -> None:
    typed = ReviewAnswer(question="leads", now=Figure(count=1, total=2, by_hand=True))
    review = Review(id="r", begun=NOW, answers=(typed,))
    last = Review(
        id="l",
        begun=LAST,
        finished=LAST,
        answers=(ReviewAnswer(question="leads", now=Figure(count=14, total=41)),),
    )
    counts = (
        Counted(question="leads", figure=Figure(count=9, total=9)),
        Counted(question="buying", figure=Figure(count=3, total=4)),
    )
    found = filled_in(review, last, counts)
    assert [each.question for each in found] == list(QUESTIONS)
    assert found[0].now == typed.now
    assert found[0].before == Figure(count=14, total=41)
    assert found[1].now == Figure(count=3, total=4)
    assert (found[1].before, counts_of(found[1]), sureness_of(found[1])) == (None, None, None)


def answer(count: int, total: int, before: int, of_before: int) -> ReviewAnswer:
    return ReviewAnswer(
        question="leads",
        now=Figure(count=count, total=total),
        before=Figure(count=before, total=of_before),
    )


@pytest.mark.parametrize(
    ("numbers", "sure"),
    [
        ((22, 38, 14, 41), "likely"),
        ((9, 22, 7, 30), "few"),
        ((2, 64, 5, 61), "few"),
        ((11, 13, 7, 12), "few"),
        ((80, 100, 20, 100), "clear"),
        ((2, 2, 0, 2), "few"),
        ((5000, 10000, 5010, 10000), "none"),
    ],
)
def test_how_sure(numbers: tuple[int, int, int, int], sure: str) -> None:
    assert sureness_of(answer(*numbers)) == sure


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_the_same_share_is_never_a_change(a: int, b: int, c: int, d: int) -> None:
    total, before = a + b, c + d
    assert sureness_of(answer(a, total, c, before)) in {"clear", "likely", "none", "few"}
    assert sureness_of(answer(a, total, a, total)) in {"none", "few"}
