"""The questionnaires a project can send: those that come with the program, and its own."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.forms import OwnQuestionnaire
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Project
from icp_desktop.worksheet.definitions import Option, Question, Questionnaire
from icp_desktop.worksheet.shipped import (
    questionnaire,
    questionnaire_ids,
    questionnaire_source,
)
from icp_desktop.worksheet.toml_source import read_questionnaire

MOST_QUESTIONS = 60


def questionnaires_of(project: Project) -> tuple[Questionnaire, ...]:
    """Return every questionnaire of a project, its own first."""
    own = own_questionnaires(project)
    return (*own, *(questionnaire(each) for each in questionnaire_ids()))


def own_questionnaires(project: Project) -> tuple[Questionnaire, ...]:
    """Return the questionnaires that were made for a project; damaged ones are left out."""
    own = []
    for each in project.questionnaires:
        try:
            own.append(read_questionnaire(each.source))
        except KnownError:
            continue
    return tuple(own)


def find_questionnaire(project: Project, questionnaire_id: str) -> Questionnaire | None:
    """Return a questionnaire by its id, None if there is no such, or it is damaged."""
    try:
        return read_questionnaire(source_of(project, questionnaire_id))
    except KnownError:
        return None


def is_own(project: Project, questionnaire_id: str) -> bool:
    """Say whether a questionnaire was made for the project, and so can be changed."""
    return any(each.id == questionnaire_id for each in project.questionnaires)


def source_of(project: Project, questionnaire_id: str) -> str:
    """Return the text of a questionnaire; raise KnownError that lists what there is."""
    for each in project.questionnaires:
        if each.id == questionnaire_id:
            return each.source
    if questionnaire_id in questionnaire_ids():
        return questionnaire_source(questionnaire_id)
    raise KnownError(
        _(
            "There is no questionnaire “{id}”. There are: {all}.",
            id=questionnaire_id[:80],
            all=", ".join(each.id for each in questionnaires_of(project)),
        )
    )


def own_questionnaire(asked: Questionnaire) -> OwnQuestionnaire:
    """Return a questionnaire as it is kept in a project."""
    return OwnQuestionnaire(id=asked.id, source=write_questionnaire(asked))


def write_questionnaire(asked: Questionnaire) -> str:
    """Return the TOML text of a questionnaire; reading it gives the same questionnaire."""
    import tomlkit

    head: dict[str, Any] = {
        "id": asked.id,
        "edition": asked.edition,
        "language": asked.language,
        "title": asked.title,
        "lead": asked.lead,
        "audience": asked.audience,
    }
    return tomlkit.dumps({**head, "questions": [_table(each) for each in asked.questions]})


def _table(question: Question) -> dict[str, Any]:
    table: dict[str, Any] = {"id": question.id, "text": question.text}
    extras: dict[str, Any] = {
        "hint": question.hint,
        "kind": question.kind if question.kind != "text" else "",
        "size": question.size if question.size != "text" else "",
        "choices": _options(question.choices),
        "units": _options(question.units),
        "follow_ups": list(question.follow_ups),
        "feeds": list(question.feeds),
    }
    return table | {name: value for name, value in extras.items() if value}


def _options(options: Iterable[Option]) -> list[dict[str, str]]:
    return [{"id": each.id, "label": each.label} for each in options]


def new_questionnaire(
    title: str, language: str, like: Questionnaire | None = None
) -> Questionnaire:
    """Return a questionnaire of one's own: a copy of another, or one question to begin with."""
    if like is not None:
        return replace(like, id=new_id(), edition=1, title=title)
    first = Question(id=new_id(), text=_("What would you like to know?"))
    return Questionnaire(
        id=new_id(),
        edition=1,
        language=language,
        title=title,
        lead="",
        audience="customer",
        questions=(first,),
    )


def changed_questionnaire(project: Project, asked: Questionnaire) -> OwnQuestionnaire:
    """Return a changed questionnaire as it is kept; once a form of it is out, as a new edition."""
    sent = {form.edition for form in project.forms if form.questionnaire == asked.id}
    edition = max(sent) + 1 if asked.edition in sent else asked.edition
    return own_questionnaire(replace(asked, edition=edition))


def put_question(asked: Questionnaire, question: Question) -> Questionnaire:
    """Return the questionnaire with a question in the place of the one with its id, or at the end.

    Without words it is no question, and all stays as it is.
    """
    known = [each.id for each in asked.questions]
    if not question.text.strip():
        return asked
    if question.id in known:
        questions = tuple(question if q.id == question.id else q for q in asked.questions)
    else:
        questions = (*asked.questions, question)
    return replace(asked, questions=questions)


def move_question(asked: Questionnaire, question_id: str, by: int) -> Questionnaire:
    """Return the questionnaire with a question moved up or down; the same object at the ends."""
    questions = list(asked.questions)
    here = next(n for n, each in enumerate(questions) if each.id == question_id)
    there = here + by
    if not 0 <= there < len(questions):
        return asked
    questions.insert(there, questions.pop(here))
    return replace(asked, questions=tuple(questions))


def remove_question(asked: Questionnaire, question_id: str) -> Questionnaire:
    """Return the questionnaire without a question; the last one stays."""
    kept = tuple(each for each in asked.questions if each.id != question_id)
    return replace(asked, questions=kept) if kept else asked


def read_options(text: str, before: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return the choices in lines of text; those that keep their words keep their ids."""
    known = {each.label: each for each in before}
    labels = dict.fromkeys(line.strip() for line in text.split("\n") if line.strip())
    return tuple(known.get(label) or Option(id=new_id(), label=label) for label in labels)
