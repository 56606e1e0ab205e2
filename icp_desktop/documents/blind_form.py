"""A blind test as a form: it goes out and comes back like any other, and stays blind."""

from datetime import date

from icp_desktop.documents.forms_out import Recipient
from icp_desktop.i18n import _, n_, using
from icp_desktop.insight.blind_tests import VERDICT_NAMES
from icp_desktop.model.blind_test import VERDICTS, BlindTest, Candidate, Judge, Judgement
from icp_desktop.model.forms import Channel, Form
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Project
from icp_desktop.model.values import Choice, Value
from icp_desktop.worksheet.definitions import Option, Question, Questionnaire
from icp_desktop.worksheet.questionnaires import write_questionnaire


def judge_form(
    project: Project, test: BlindTest, channel: Channel, recipient: Recipient, today: date
) -> Form:
    """Return a form on which one person judges; it tells nothing of the profile or of others."""
    with using(project.language):
        asked = judge_questions(project, test)
    return Form(
        id=new_id(),
        questionnaire=test.id,
        title=asked.title,
        edition=1,
        sent=today,
        channel=channel,
        source=write_questionnaire(asked),
        profile=test.profile,
        person=recipient.person,
        role=recipient.role,
        due=recipient.due,
    )


def judge_questions(project: Project, test: BlindTest) -> Questionnaire:
    """Return what is asked: of each, whether they fit."""
    return Questionnaire(
        id=test.id,
        edition=1,
        language=project.language,
        title=_("Who fits? Judge alone"),
        lead=n_(
            "Say of this one whether it is a good customer for us, before you have "
            "talked about it.",
            "Say of each of these {n} whether it is a good customer for us, before "
            "you have talked about it.",
            len(test.candidates),
        ),
        audience="colleague",
        questions=tuple(_question(each) for each in test.candidates),
    )


def judge_of(
    test: BlindTest, person: str, role: str, day: date | None, answers: dict[str, Value | None]
) -> Judge:
    """Return what a form says as the judgement of a person; the same person again replaces it."""
    known = next((each for each in test.judges if person and each.person == person), None)
    judgements = []
    for each in test.candidates:
        value = answers.get(each.id)
        verdict = value.choice if isinstance(value, Choice) else ""
        judgements += [
            Judgement(candidate=each.id, verdict=name) for name in VERDICTS if name == verdict
        ]
    return Judge(
        id=known.id if known else new_id(),
        person=person,
        role=role,
        day=day,
        judgements=tuple(judgements),
    )


def _question(candidate: Candidate) -> Question:
    return Question(
        id=candidate.id,
        text=candidate.name,
        hint=f"{' · '.join(candidate.facts)}." if candidate.facts else "",
        kind="choice",
        choices=tuple(Option(id=each, label=_(VERDICT_NAMES[each])) for each in VERDICTS),
    )
