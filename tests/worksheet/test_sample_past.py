"""The past of the brokers sample: leads, versions, reviews; each part fits the others."""

from datetime import date

import pytest

from icp_desktop.checks.due import find_due
from icp_desktop.checks.grades import PROVEN, answer_grade
from icp_desktop.checks.standing import old_assumptions
from icp_desktop.errors import KnownError
from icp_desktop.insight.since_review import count_since, filled_in, sureness_of
from icp_desktop.model.review import Figure, compared_with, last_review, open_review
from icp_desktop.worksheet.sample_versions import sample_versions
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import worksheet_of

SAMPLE = "insurance-brokers"
TODAY = date(2026, 11, 21)


def test_only_the_brokers_have_a_past() -> None:
    assert [each for each in sample_ids() if sample_versions(each)] == [SAMPLE]
    with pytest.raises(KnownError):
        sample_versions("bakery")


def test_versions_know_nothing_of_what_came_later() -> None:
    draft, summer = (each.project for each in sample_versions(SAMPLE))
    for project in (draft, summer):
        assert (project.interviews, project.tables, project.personas) == ((), (), ())
        grades = {answer_grade(each) for each in project.profiles[0].answers}
        assert grades <= {"assumption", "team", "outside"}
    assert (len(draft.reviews), len(summer.reviews)) == (0, 1)
    now = make_sample(SAMPLE)
    assert sum(answer_grade(each) in PROVEN for each in now.profiles[0].answers) > 20


def test_reviews_name_versions_that_are_there() -> None:
    project = make_sample(SAMPLE)
    ids = tuple(each.id for each in sample_versions(SAMPLE))
    last, running = last_review(project.reviews), open_review(project.reviews)
    assert last is not None
    assert running is not None
    assert (last.against, last.version) == ids
    assert running.against == compared_with(project.reviews, ids) == ids[-1]
    assert (last.finished, last.kept_as) == (sample_versions(SAMPLE)[-1].day, "Summer review")


def test_the_review_is_due_and_its_numbers_are_counted() -> None:
    project = make_sample(SAMPLE)
    worksheet = worksheet_of(project)
    assert [each.kind for each in find_due(project, TODAY)] == ["day", "list"]
    last, running = last_review(project.reviews), open_review(project.reviews)
    assert last is not None
    assert running is not None
    counted = count_since(project, worksheet, last.finished)
    found = filled_in(running, last, counted)
    assert [each.now for each in found[:3]] == [
        Figure(count=22, total=38),
        Figure(count=9, total=22),
        Figure(count=10, total=60),
    ]
    assert [sureness_of(each) for each in found] == ["likely", "few", "none", None]
    assert counted[-1].of == 8
    assert len(old_assumptions(project, worksheet)) == 2
