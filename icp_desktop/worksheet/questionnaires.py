"""The questionnaires a project can send: those that come with the program, and its own."""

from collections.abc import Iterable
from typing import Any

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.forms import OwnQuestionnaire
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
    """Return every questionnaire of a project, its own first; damaged ones are left out."""
    own = []
    for each in project.questionnaires:
        try:
            own.append(read_questionnaire(each.source))
        except KnownError:
            continue
    return (*own, *(questionnaire(each) for each in questionnaire_ids()))


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
