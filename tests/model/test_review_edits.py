"""Reviews: planned, held, decided, finished; and when the next one is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import filled_project, review_answers

from icp_desktop.model.body import make_body
from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Project
from icp_desktop.model.review import (
    Figure,
    Resolve,
    Review,
    ReviewAnswer,
    Rhythm,
    Trigger,
    last_review,
    next_day,
    open_review,
)
from icp_desktop.model.review_edits import (
    FindInReview,
    FinishReview,
    PlanReviews,
    PutResolve,
    PutTrigger,
    RemoveResolve,
    RemoveTrigger,
    planned_next,
)
from icp_desktop.model.table import Table

AUGUST, NOVEMBER = date(2026, 8, 14), date(2026, 11, 14)


def customer_list(data: bytes, name: str = "customers.csv") -> Table:
    return Table(
        id=name, name=name, role="customers", body=make_body(data, "csv"), columns=(), rows=1
    )


def reviewed() -> Project:
    project = PutItem(folder="reviews", item=Review(id="r1", begun=AUGUST)).apply(filled_project())
    return PlanReviews(rhythm="quarter", next=NOVEMBER).apply(project)


@pytest.mark.parametrize(
    ("rhythm", "day", "expected"),
    [
        ("quarter", date(2026, 11, 21), date(2027, 2, 21)),
        ("quarter", date(2026, 11, 30), date(2027, 2, 28)),
        ("quarter", date(2027, 11, 30), date(2028, 2, 29)),
        ("half_year", date(2026, 8, 31), date(2027, 2, 28)),
        ("half_year", date(2026, 3, 31), date(2026, 9, 30)),
        ("half_year", date(9999, 12, 1), None),
        ("", date(2026, 11, 21), None),
    ],
)
def test_the_next_day(rhythm: Rhythm, day: date, expected: date | None) -> None:
    assert next_day(rhythm, day) == expected


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)), st.sampled_from(("quarter", "half_year")))
def test_the_next_day_is_so_many_months_on(day: date, rhythm: Rhythm) -> None:
    after = next_day(rhythm, day)
    assert after is not None
    months = (after.year - day.year) * 12 + after.month - day.month
    assert months == (3 if rhythm == "quarter" else 6)
    assert after.day == day.day or after.day >= 28


def test_a_plan_counts_how_often_it_changed() -> None:
    project = reviewed()
    assert project.review_plan.edition == 1
    assert PlanReviews(rhythm="quarter", next=NOVEMBER).apply(project) is project
    later = PlanReviews(rhythm="quarter", next=date(2026, 12, 1)).apply(project)
    assert later.review_plan.edition == 2


def test_lists_that_are_there_when_it_is_planned_are_no_news() -> None:
    old = customer_list(b"name\nA\n")
    project = replace(filled_project(), tables=(old,))
    project = PutTrigger(trigger=Trigger(id="t", occasion="list")).apply(project)
    assert project.review_plan.lists == (old.body.digest,)
    assert RemoveTrigger(trigger="t").apply(project).review_plan.triggers == ()
    assert RemoveTrigger(trigger="other").apply(project) is project


def test_what_is_found_takes_the_place_of_what_was() -> None:
    project = reviewed()
    first = ReviewAnswer(question="leads", verdict="yes", now=Figure(count=22, total=38))
    after = FindInReview(review="r1", answer=first).apply(project)
    second = replace(first, note="They come from the club.")
    after = FindInReview(review="r1", answer=second).apply(after)
    assert after.reviews[0].answers == (second,)
    assert FindInReview(review="r1", answer=second).apply(after) is after
    assert FindInReview(review="gone", answer=second).apply(after) is after


@given(review_answers)
def test_an_answer_that_is_put_in_is_found_again(answer: ReviewAnswer) -> None:
    after = FindInReview(review="r1", answer=answer).apply(reviewed())
    assert after.reviews[0].answer(answer.question) == answer


def test_decisions() -> None:
    stop = Resolve(id="d1", text="Stop the Facebook ads", who="Rosa", by=date(2026, 11, 30))
    project = PutResolve(review="r1", resolve=stop).apply(reviewed())
    done = replace(stop, done=True)
    project = PutResolve(review="r1", resolve=done).apply(project)
    assert project.reviews[0].resolves == (done,)
    assert RemoveResolve(review="r1", resolve="d1").apply(project).reviews[0].resolves == ()


def finish(project: Project) -> Project:
    return FinishReview(
        review="r1",
        day=NOVEMBER,
        answers=(ReviewAnswer(question="leads", verdict="yes"),),
        doubts=(),
        called_by=("Its day had come.",),
        version="v3",
        kept_as="Autumn review",
        rhythm="quarter",
        next=date(2027, 2, 14),
    ).apply(project)


def test_finishing_sets_the_next_day_and_answers_what_called_for_it() -> None:
    project = replace(reviewed(), tables=(customer_list(b"name\nNew\n"),))
    trigger = Trigger(id="t", occasion="product", happened=date(2026, 11, 1))
    after = finish(PutTrigger(trigger=trigger).apply(project))
    (review,) = after.reviews
    assert (review.finished, review.version, review.kept_as) == (NOVEMBER, "v3", "Autumn review")
    assert after.review_plan.next == date(2027, 2, 14)
    assert after.review_plan.triggers == (replace(trigger, happened=None),)
    assert after.review_plan.lists == (project.tables[0].body.digest,)
    assert finish(after).review_plan == after.review_plan
    assert open_review(after.reviews) is None
    assert last_review(after.reviews) is review


def test_a_review_that_is_gone_is_not_finished() -> None:
    project = filled_project()
    assert finish(project) is project


def test_without_a_rhythm_a_later_plan_stays() -> None:
    plan = reviewed().review_plan
    assert planned_next(plan, "", AUGUST) == NOVEMBER
    assert planned_next(plan, "", NOVEMBER) is None
    assert planned_next(plan, "half_year", NOVEMBER) == date(2027, 5, 14)
