"""What has only been believed since the last review, or longer."""

from dataclasses import replace
from datetime import date

from strategies import filled_project

from icp_desktop.checks.standing import (
    doubts,
    due_assumptions,
    due_step,
    old_assumptions,
    plan_step,
)
from icp_desktop.model.edits import SetEvidence, SetNextTest, SetValue
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Project
from icp_desktop.model.review import Review
from icp_desktop.model.review_edits import PlanReviews
from icp_desktop.model.values import NumberRange
from icp_desktop.worksheet.shipped import worksheet_of

SUMMER, NOW = date(2026, 8, 14), date(2026, 11, 14)
SIZE = NumberRange(low=None, high=None, unit="people")


def sized(low: int) -> Project:
    value = replace(SIZE, low=low)
    edit = SetValue(place="bakers", field="company.size", value=value)
    return edit.apply(filled_project())


def after_review(project: Project) -> Project:
    found = doubts(project, worksheet_of(project))
    review = Review(id="r", begun=SUMMER, finished=SUMMER, doubts=found)
    return replace(project, reviews=(review,))


def fields(project: Project) -> list[str]:
    return [each.field.id for each in old_assumptions(project, worksheet_of(project))]


def test_nothing_is_old_before_the_first_review() -> None:
    assert fields(sized(5)) == []


def test_what_stood_then_and_still_stands_is_old() -> None:
    project = after_review(sized(5))
    assert "company.size" in fields(project)
    proof = Evidence(id="e", source="customers", count=9, total=10)
    proven = SetEvidence(place="bakers", field="company.size", evidence=(proof,)).apply(project)
    assert "company.size" not in fields(proven)


def test_what_says_something_else_now_is_new() -> None:
    project = after_review(sized(5))
    other = SetValue(place="bakers", field="company.size", value=replace(SIZE, low=9))
    assert "company.size" not in fields(other.apply(project))


def test_a_test_whose_day_has_come_is_due_too() -> None:
    project = sized(5)
    worksheet = worksheet_of(project)
    assert due_assumptions(project, worksheet, NOW) == ()
    planned = SetNextTest(
        place="bakers", field="company.size", next_test=NextTest(what="Ask ten", by=NOW)
    ).apply(project)
    assert [e.field.id for e in due_assumptions(planned, worksheet, NOW)] == ["company.size"]
    assert due_assumptions(planned, worksheet, SUMMER) == ()


def test_a_review_that_is_due_is_the_next_step() -> None:
    project = PlanReviews(rhythm="quarter", next=NOW).apply(sized(5))
    (step,) = due_step(project, NOW)
    assert (step.field, step.button) == ("", "Hold the review")
    assert "was due on 14 November 2026" in step.reason
    assert due_step(project, SUMMER) == ()


def test_planning_is_a_step_once_half_is_proven() -> None:
    project = sized(5)
    worksheet = worksheet_of(project)
    profile = project.profiles[0]
    assert plan_step(replace(project, profiles=()), replace(profile, answers=()), worksheet) == ()
    proof = Evidence(id="e", source="customers", count=9, total=10)
    for field in ("company.industry", "company.size"):
        edit = SetEvidence(place="bakers", field=field, evidence=(proof,))
        project = edit.apply(project)
    (step,) = plan_step(project, project.profiles[0], worksheet)
    assert step.button == "Plan a review"
    planned = PlanReviews(rhythm="quarter", next=NOW).apply(project)
    assert plan_step(planned, planned.profiles[0], worksheet) == ()
