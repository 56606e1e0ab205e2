"""Forms out and back, copies of the worksheet, and decisions between them."""

from datetime import date

import pytest

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.form_edits import AnswerOfTeam, NoteReturn, Settle, WriteVoice
from icp_desktop.model.forms import Decision, Form, Return, Voice
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Text

SENT = date(2026, 11, 2)
FORM = Form(
    id="f1", questionnaire="pains", title="Pains", edition=1, sent=SENT, channel="pdf", person="Ann"
)
CAME = Return(digest="aa", day=date(2026, 11, 9), result="i1")
DATA = Evidence(id="e0", source="customers", count=3, total=4)
TEAM = Evidence(id="e1", source="team", count=2, total=3)


@pytest.fixture
def project() -> Project:
    answer = Answer(field="needs.why_now", value=Text(text="A new job"), evidence=(DATA,))
    profile = Profile(id="p1", name="A", market="both", answers=(answer,))
    return Project(id="x", client="Bakery", name="P", worksheet="", profiles=(profile,))


def test_a_form_is_out_until_it_is_back_or_no_longer_waited_for(project: Project) -> None:
    sent = PutItem(folder="forms", item=FORM).apply(project)
    assert sent.forms == (FORM,)
    assert FORM.is_out
    back = NoteReturn(form=FORM, came=CAME).apply(sent)
    assert back.forms[0].is_back
    assert not back.forms[0].is_out
    assert NoteReturn(form=FORM, came=CAME).apply(back) == back


def test_a_return_of_a_form_that_is_not_known_brings_the_form_along(project: Project) -> None:
    back = NoteReturn(form=FORM, came=CAME).apply(project)
    assert [each.id for each in back.forms] == ["f1"]


@pytest.mark.parametrize(
    ("due", "today", "late"),
    [
        (None, date(2027, 1, 1), False),
        (date(2026, 11, 9), date(2026, 11, 9), False),
        (date(2026, 11, 9), date(2026, 11, 10), True),
    ],
)
def test_a_form_is_overdue_from_the_day_after(due: date | None, today: date, late: bool) -> None:
    form = Form(id="f", questionnaire="q", title="Q", edition=1, sent=SENT, channel="pdf", due=due)
    assert form.is_overdue(today) is late


def test_putting_in_what_is_there_changes_nothing_and_taking_out_does(project: Project) -> None:
    sent = PutItem(folder="forms", item=FORM).apply(project)
    assert PutItem(folder="forms", item=FORM).apply(sent) is sent
    assert RemoveItem(folder="forms", item="f1").apply(sent).forms == ()
    assert RemoveItem(folder="forms", item="f2").apply(sent) is sent


def test_a_copy_keeps_each_answer_and_leaves_the_profile_alone(project: Project) -> None:
    voice = Voice(id="v1", profile="p1", person="Ann", role="Sales")
    said = WriteVoice(voice=voice, field="needs.why_now", value=Text(text="A rule"))
    kept = said.apply(project)
    assert kept.voices[0].value("needs.why_now") == Text(text="A rule")
    assert kept.voices[0].value("needs.pains") is None
    assert kept.profiles is project.profiles
    assert said.apply(kept) is kept
    other = WriteVoice(voice=voice, field="needs.why_now", value=Text(text="A fair"))
    assert len(other.apply(kept).voices[0].answers) == 1


def test_a_decision_answers_the_field_and_keeps_who_and_why(project: Project) -> None:
    value = Text(text="A new rule")
    answer = AnswerOfTeam(place="p1", field="needs.why_now", value=value, proof=TEAM)
    decision = Decision(
        id="d1", profile="p1", field="needs.why_now", value=value, day=SENT, by="Ann", reason="Two"
    )
    settled = Settle(decision=decision, answer=answer).apply(project)
    now = settled.profile("p1").answer("needs.why_now")
    assert now.value == value
    assert now.evidence == (DATA, TEAM)
    assert settled.decisions == (decision,)
    again = Settle(
        decision=Decision(id="d2", profile="p1", field="needs.why_now", value=value, day=SENT),
        answer=answer,
    )
    assert [each.id for each in again.apply(settled).decisions] == ["d2"]
