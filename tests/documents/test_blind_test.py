"""The blind test on paper and by file: it goes out, comes back, stays blind, and is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from forms.asked import named
from forms.spreadsheet import fill_cells
from forms.viewers import fill_by_pdfium
from leads_made import project_of, scored

from icp_desktop.documents.blind_form import judge_form, judge_of
from icp_desktop.documents.content import Paper, Request
from icp_desktop.documents.form_content import FormRequest
from icp_desktop.documents.forms_in import Arrived, Collected, collect
from icp_desktop.documents.forms_out import Recipient, write_form
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.insight.blind_tests import make_test
from icp_desktop.model.forms import Channel
from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Project
from icp_desktop.model.trial_edits import ShowOutcome
from icp_desktop.model.values import Choice
from icp_desktop.worksheet.samples import make_sample

Read = Callable[[bytes], str]
TODAY = date(2026, 11, 25)


@pytest.fixture
def project() -> Project:
    rows = [{"Trade": 1 + n % 3, "Staff": n % 5} for n in range(30)]
    made = project_of(rows, {"company.industry": "must", "company.size": "should"}, ())  # type: ignore[arg-type]
    test = make_test(scored(made), "leads", made.profiles[0].id, TODAY)
    return replace(made, blind_tests=(test,))


def out(project: Project, channel: Channel, person: str = "Ann Teak") -> tuple[Project, bytes]:
    (test,) = project.blind_tests
    form = judge_form(project, test, channel, Recipient(person=person, role="Sales"), TODAY)
    noted = PutItem(folder="forms", item=form).apply(project)
    return noted, write_form(FormRequest(project=noted, form=form, today=TODAY))


def filled(project: Project, data: bytes, said: str, channel: Channel) -> bytes:
    (test,) = project.blind_tests
    words = {named(each.id): said for each in test.candidates[:8]}
    if channel == "pdf":
        return fill_by_pdfium(data, words)
    return fill_cells(data, dict(words))


def taken(project: Project, data: bytes, name: str) -> Collected:
    return collect([Arrived(name=name, data=data)], project, TODAY)


def accepted(project: Project, found: Collected) -> Project:
    return found.proposal.accept([each.id for each in found.proposal.suggestions]).apply(project)


@pytest.mark.parametrize(("channel", "name"), [("pdf", "a.pdf"), ("xlsx", "a.xlsx")])
def test_a_form_comes_back_as_a_judgement_and_shows_nothing_of_it(
    project: Project, channel: Channel, name: str
) -> None:
    noted, data = out(project, channel)
    found = taken(noted, filled(noted, data, "No fit", channel), name)
    assert found.troubles == ()
    (suggestion,) = found.proposal.suggestions
    assert (suggestion.ours, suggestion.theirs) == ("", "8 judged")
    after = accepted(noted, found)
    (judge,) = after.blind_tests[0].judges
    assert (judge.person, judge.role) == ("Ann Teak", "Sales")
    assert {each.verdict for each in judge.judgements} == {"no_fit"}
    assert len(judge.judgements) == 8
    assert after.interviews == project.interviews
    assert after.forms[0].is_back


def test_the_same_person_again_takes_the_place_of_what_they_said(project: Project) -> None:
    noted, data = out(project, "xlsx")
    after = accepted(noted, taken(noted, filled(noted, data, "Fit", "xlsx"), "a.xlsx"))
    again = taken(after, filled(noted, data, "Can’t say", "xlsx"), "b.xlsx")
    (suggestion,) = again.proposal.suggestions
    assert suggestion.ours == "8 judged"
    (judge,) = accepted(after, again).blind_tests[0].judges
    assert {each.verdict for each in judge.judgements} == {"unsure"}


def test_what_comes_back_after_the_outcome_was_shown_does_not_count(project: Project) -> None:
    noted, data = out(project, "xlsx")
    shown = ShowOutcome(test=noted.blind_tests[0].id, day=TODAY).apply(noted)
    found = taken(shown, filled(noted, data, "Fit", "xlsx"), "a.xlsx")
    assert found.proposal.suggestions == ()
    assert "does not count any more" in found.proposal.groups[0].notes[-1]
    assert accepted(shown, found).blind_tests == shown.blind_tests


@pytest.mark.parametrize("channel", ["pdf", "paper", "email"])
def test_nothing_of_the_profile_or_of_others_is_on_a_form(
    project: Project, read: Read, channel: Channel
) -> None:
    _noted, data = out(project, channel)
    words = data.decode() if channel == "email" else " ".join(read(data).split())
    assert project.blind_tests[0].candidates[0].name in words
    assert "Judge alone" in words
    assert not any(part in words for part in ("Tier", "inside", "ruled out", "100"))


def test_the_page_tells_where_people_and_profile_part(project: Project, read: Read) -> None:
    (test,) = project.blind_tests
    first = test.candidates[0]
    wrong = "no_fit" if first.inside else "fit"
    judges = tuple(
        judge_of(test, name, "Sales", TODAY, {first.id: Choice(choice=wrong)})
        for name in ("Ann Teak", "Bo Lind")
    )
    judged = replace(project, blind_tests=(replace(test, judges=judges),))
    before = " ".join(read(render_pdf("blind-test", request(judged)).data).split())
    assert "No blind test has been finished." in before
    assert "Ann Teak" not in before
    shown = ShowOutcome(test=test.id, day=TODAY).apply(judged)
    result = render_pdf("blind-test", request(shown))
    words = " ".join(read(result.data).split())
    assert result.pages == 1
    assert f"say the same of 0 of {len(test.candidates)}. They part on 1." in words
    assert words.index(first.name) < words.index("They part", words.index(first.name))
    assert "Bo Lind, Sales: as the profile on 0 of 1" in words


def request(project: Project) -> Request:
    return Request(project=project, profile_id="", today=TODAY)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sample_is_told_on_one_page(paper: Paper) -> None:
    request = Request(
        project=make_sample("insurance-brokers"), profile_id="", today=TODAY, paper=paper
    )
    assert render_pdf("blind-test", request).pages == 1
