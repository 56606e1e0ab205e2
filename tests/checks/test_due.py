"""Whether a review is due, and why."""

from dataclasses import replace
from datetime import date

from strategies import filled_project

from icp_desktop.checks.due import Due, find_calls, find_due, say_due, since
from icp_desktop.model.body import make_body
from icp_desktop.model.project import Project
from icp_desktop.model.review import Review, Trigger
from icp_desktop.model.review_edits import PlanReviews, PutTrigger
from icp_desktop.model.table import Table

DAY = date(2026, 11, 14)


def planned(*triggers: Trigger) -> Project:
    project = PlanReviews(rhythm="quarter", next=DAY).apply(filled_project())
    for each in triggers:
        project = PutTrigger(trigger=each).apply(project)
    return project


def with_list(project: Project, data: bytes) -> Project:
    table = Table(
        id="l1",
        name="customers.csv",
        role="customers",
        body=make_body(data, "csv"),
        columns=(),
        rows=1,
        day=date(2026, 10, 1),
    )
    return replace(project, tables=(*project.tables, table))


def test_nothing_is_due_without_a_plan() -> None:
    assert find_due(filled_project(), DAY) == ()


def test_on_its_day_and_after_but_not_before() -> None:
    assert find_due(planned(), date(2026, 11, 13)) == ()
    assert find_due(planned(), DAY) == (Due(kind="day", day=DAY),)
    assert (
        say_due(find_due(planned(), date(2027, 1, 1))[0])
        == "The review was due on 14 November 2026."
    )


def test_a_list_that_was_read_in_since() -> None:
    watched = planned(Trigger(id="t", occasion="list"))
    assert find_calls(watched) == ()
    (due,) = find_calls(with_list(watched, b"name\nNew\n"))
    assert (due.kind, due.text, due.day) == ("list", "customers.csv", date(2026, 10, 1))
    assert say_due(due) == "A new list was read in: customers.csv."
    unwatched = with_list(planned(), b"name\nNew\n")
    assert find_calls(unwatched) == ()


def test_the_same_list_read_in_again_is_no_news() -> None:
    project = with_list(filled_project(), b"name\nA\n")
    project = PlanReviews(rhythm="", next=DAY).apply(project)
    project = PutTrigger(trigger=Trigger(id="t", occasion="list")).apply(project)
    again = with_list(project, b"name\nA\n")
    assert find_calls(again) == ()


def test_what_was_said_to_have_happened() -> None:
    moved = Trigger(id="v", occasion="own", text="The VAT limit changed.", happened=DAY)
    product = Trigger(id="p", occasion="product", happened=DAY)
    waiting = Trigger(id="w", occasion="product")
    found = find_due(planned(product, moved, waiting), date(2026, 1, 1))
    words = [say_due(each) for each in found]
    assert words == ["There is a new product.", "It happened: The VAT limit changed."]


def test_since_when() -> None:
    project = filled_project()
    assert since(project) is None
    done = Review(id="a", begun=DAY, finished=DAY)
    older = Review(id="b", begun=DAY, finished=date(2026, 8, 1))
    running = Review(id="c", begun=date(2027, 1, 1))
    assert since(replace(project, reviews=(done, older, running))) == DAY
