"""The worksheets, questionnaires and rules of the playbook that come with the program."""

from functools import cache

from icp_desktop.i18n import SOURCE_LANGUAGE, language
from icp_desktop.model.project import Project
from icp_desktop.paths import shipped
from icp_desktop.worksheet.definitions import Questionnaire, Worksheet
from icp_desktop.worksheet.toml_source import read_questionnaire, read_worksheet

_ORDER = {
    each: number
    for number, each in enumerate(("yourself", "good-customer", "lost-customer", "pains"))
}


def standard_source() -> str:
    """Return the text of the standard worksheet, in the current language if there is one."""
    return _source("worksheets", "standard", language())


def worksheet_of(project: Project) -> Worksheet:
    """Return the worksheet a project was made with."""
    return read_worksheet(project.worksheet)


@cache
def questionnaire_ids() -> tuple[str, ...]:
    """Return the ids of the shipped questionnaires, those for yourself first."""
    files = shipped("resources", "questionnaires").glob(f"*.{SOURCE_LANGUAGE}.toml")
    found = {file.name.split(".")[0] for file in files}
    return tuple(sorted(found, key=lambda each: (_ORDER.get(each, len(_ORDER)), each)))


def questionnaire(questionnaire_id: str) -> Questionnaire:
    """Return a shipped questionnaire by its id."""
    return read_questionnaire(questionnaire_source(questionnaire_id))


def question_bank() -> tuple[Questionnaire, ...]:
    """Return everything that questions of one's own can be taken from."""
    more = read_questionnaire(_source("questionnaires/bank", "more", language()))
    return (*(questionnaire(each) for each in questionnaire_ids()), more)


def questionnaire_source(questionnaire_id: str) -> str:
    """Return the text of a shipped questionnaire."""
    return _source("questionnaires", questionnaire_id, language())


def playbook_source() -> str:
    """Return the text of the rules that a playbook is composed by."""
    return _source("playbook", "standard", language())


@cache
def _source(folder: str, name: str, code: str) -> str:
    for each in (code, SOURCE_LANGUAGE):
        file = shipped("resources", *folder.split("/"), f"{name}.{each}.toml")
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise KeyError(name)
