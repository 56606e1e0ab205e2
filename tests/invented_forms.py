"""Forms that are out and back, a questionnaire of one's own, and copies of the worksheet."""

from dataclasses import replace
from datetime import date, timedelta

from icp_desktop.documents.forms_out import Recipient, new_form
from icp_desktop.model.forms import (
    WORKSHEET_FORM,
    Decision,
    Form,
    Return,
    Voice,
    VoiceAnswer,
)
from icp_desktop.model.project import Project
from icp_desktop.worksheet.questionnaires import new_questionnaire, own_questionnaire
from icp_desktop.worksheet.reading import read_value
from icp_desktop.worksheet.shipped import questionnaire, worksheet_of

SAID = (
    ("Ann Example", "Sales", {"mindset.values": "Thrift; Health", "needs.why_now": "A new rule"}),
    ("Bob Example", "Marketing", {"mindset.values": "Health", "needs.why_now": "A new rule"}),
    ("Cy Example", "Service", {"mindset.values": "Comfort"}),
)


def with_forms(project: Project, today: date) -> Project:
    """Return a project whose colleagues and customers have been asked."""
    profile = project.profiles[0].id
    own = new_questionnaire("Our own questions", "en", questionnaire("pains"))
    first = replace(own.questions[0], text="How satisfied are you with us?")
    own = replace(own, id="own-questions", questions=(first, *own.questions[1:]))
    asked = replace(project, questionnaires=(own_questionnaire(own),))
    forms = (
        _sent(asked, "colleague-sales", "Ann Example", today, 20, due=5),
        _sent(asked, own.id, "A customer with a very long name indeed & Sons", today, 3, due=-9),
        replace(_sent(asked, "lost-customer", "", today, 60), closed=True),
        replace(
            _sent(asked, WORKSHEET_FORM, "Bob Example", today, 9),
            returns=(Return(digest="0", day=today, result="voice1"),),
        ),
    )
    voices = tuple(
        Voice(
            id=f"voice{number}",
            profile=profile,
            person=who,
            role=role,
            day=today,
            answers=tuple(_said(project, field, text) for field, text in answers.items()),
        )
        for number, (who, role, answers) in enumerate(SAID)
    )
    settled = Decision(
        id="settled",
        profile=profile,
        field="needs.why_now",
        value=voices[0].answers[1].value,
        day=today,
        by="All of us",
        reason="Two of three hear it every week",
    )
    return replace(asked, forms=forms, voices=voices, decisions=(settled,))


def _sent(
    project: Project, asked: str, who: str, today: date, days: int, due: int | None = None
) -> Form:
    wanted = None if due is None else today - timedelta(days=due)
    recipient = Recipient(person=who, role="Asked", due=wanted)
    return new_form(project, asked, "pdf", recipient, today - timedelta(days=days))


def _said(project: Project, field_id: str, text: str) -> VoiceAnswer:
    field = worksheet_of(project).field(field_id)
    value = read_value(text, field, project.currency)
    assert value is not None
    return VoiceAnswer(field=field_id, value=value)
