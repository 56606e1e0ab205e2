"""The review pack, read back: questions, what changed, decisions, and the one page behind it."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from pypdf import PdfReader
from strategies import projects

from icp_desktop.checks.agreed import say_agreed, state_of
from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import PAPERS, Earlier, Paper, Request
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.review_content import make_review
from icp_desktop.model.interview import Interview, InterviewAnswer
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.review import ReviewPlan, SignOff
from icp_desktop.sharing.choice import AUDIENCES, Choice
from icp_desktop.sharing.copies import make_copy
from icp_desktop.worksheet.sample_versions import sample_versions
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import standard_source

TODAY = date(2026, 11, 21)
SAMPLE = "insurance-brokers"


def earlier() -> Earlier:
    version = sample_versions(SAMPLE)[-1]
    return Earlier(project=version.project, name=version.name, day=version.day)


def request(project: Project, paper: Paper = "A4") -> Request:
    return Request(
        project=project,
        profile_id="",
        today=TODAY,
        paper=paper,
        prepared_by="Rowan Ash Advice",
        earlier=earlier(),
    )


def blank() -> Project:
    return Project(
        id="blank00001",
        client="",
        name="",
        worksheet=standard_source(),
        profiles=(Profile(id="ideal00001", name="", market="b2b"),),
    )


def text_of(data: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return " ".join(text.split())


@pytest.mark.parametrize("paper", PAPERS)
def test_it_prints_whole(paper: Paper) -> None:
    result = render_pdf("review", request(make_sample(SAMPLE), paper))
    assert (result.log, result.missing_characters) == ((), "")
    text = text_of(result.data)
    for words in (
        "Review of 21 November 2026",
        "22 of 38 leads",
        "14 of 41 before",
        "9 of 22 decided",
        "Likely more",
        "They come from the meeting of the association.",
        "20–500 people",
        "50–250 people",
        "Stop the advertisements in trade papers",
        "30 November 2026",
        "Next review: 21 February 2027, or earlier",
        "Ingrid Thorne, Head of sales",
        "changed since",
        "Not yet proven",
        "Our ideal customer",
    ):
        assert words in text, words


def test_only_answers_that_say_something_else_have_changed() -> None:
    content = make_review(request(make_sample(SAMPLE)))
    names = [each.name for each in content.changes]
    assert names[0] == "Industry"
    assert {"Company size", "Why now"} <= set(names)
    assert "Interests" not in names  # better proven, and the same words
    new = [each for each in content.changes if each.where == "Not a fit"]
    assert [each.is_now for each in new] == [
        "Online shops",
        "A report for one audit and then never again",
    ]
    assert all(each.was == "" for each in new)


def test_without_an_earlier_version_there_is_nothing_to_compare() -> None:
    content = make_review(replace(request(make_sample(SAMPLE)), earlier=None))
    assert content.changes == ()
    assert content.compared == "There is no earlier version to compare with."
    assert "changed" not in content.lead


def test_an_empty_project_prints() -> None:
    result = render_pdf("review", replace(request(blank()), earlier=None))
    assert result.log == ()
    text = text_of(result.data)
    assert "The four questions are not answered yet." in text
    assert "No day is planned for the next review." in text


def test_after_finishing_it_tells_of_the_one_that_was_finished() -> None:
    project = make_sample(SAMPLE)
    done = replace(project, reviews=project.reviews[:1])
    content = make_review(request(done))
    assert content.title == "Review of 14 August 2026"
    assert [each.done for each in content.resolves] == [True, True]
    assert content.questions[0].now == "14 of 41 leads"


def test_a_sign_off_to_the_present_state_is_not_said_to_have_changed() -> None:
    project = make_sample(SAMPLE)
    signed = SignOff(id="s", person="Ben Ash", day=TODAY, state=state_of(project))
    content = make_review(request(replace(project, signoffs=(signed,))))
    assert content.signed == ("Ben Ash, 21 November 2026",)
    assert content.agreed == "1 person agreed to this."


def test_what_nobody_may_hear_is_not_in_it() -> None:
    secret = Interview(
        id="t1",
        day=date(2026, 10, 1),
        person="Verity Secret",
        company="Hushed & Co",
        consent="none",
        answers=(InterviewAnswer(question="why", text="Nobody may read this"),),
    )
    project = replace(make_sample(SAMPLE), interviews=(secret,))
    old = replace(earlier(), project=replace(earlier().project, interviews=(secret,)))
    text = text_of(render_pdf("review", replace(request(project), earlier=old)).data)
    assert not any(word in text for word in ("Verity", "Hushed", "Nobody may read"))


def test_a_plan_without_rhythm_or_day() -> None:
    project = replace(make_sample(SAMPLE), review_plan=ReviewPlan())
    assert make_review(request(project)).next == "No day is planned for the next review."


@settings(max_examples=15, deadline=None)
@given(projects, projects)
def test_any_two_states_can_be_told(now: Project, before: Project) -> None:
    now = replace(now, worksheet=standard_source(), profiles=now.profiles or blank().profiles)
    old = Earlier(project=before, name="Before", day=TODAY)
    make_review(Request(project=now, profile_id="", today=TODAY, earlier=old))


@pytest.mark.parametrize("suffix", [".pdf", ".md", ".html"])
def test_the_profile_says_who_agreed_where_that_is_wanted(suffix: str) -> None:
    project = make_sample(SAMPLE)
    wanted = replace(project, print_signoffs=True)
    for each, told in ((project, False), (wanted, True)):
        data = make_document("profile", suffix, request(each))
        text = text_of(data) if suffix == ".pdf" else data.decode()
        assert ("Ingrid Thorne, Head of sales, 14 August 2026 (changed since)" in text) == told


def test_in_a_copy_nobody_is_said_to_have_signed_something_else() -> None:
    project = replace(make_sample(SAMPLE), signoffs=())
    signed = SignOff(id="s", person="Ben Ash", role="Owner", day=TODAY, state=state_of(project))
    project = replace(project, signoffs=(signed,))
    for audience in AUDIENCES:
        copy = make_copy(project, Choice(audience=audience)).project
        assert say_agreed(copy) == "1 person agreed to this."
