"""What was asked in a talk, and which fields of the worksheet its answers speak of."""

from collections import Counter
from collections.abc import Iterable

from icp_desktop.insight.themes import HeardQuote
from icp_desktop.model.interview import Interview
from icp_desktop.model.project import Project
from icp_desktop.worksheet.definitions import Question, Questionnaire
from icp_desktop.worksheet.questionnaires import own_questionnaires
from icp_desktop.worksheet.shipped import questionnaire, questionnaire_ids

FIRST = "good-customer"


def known_questionnaires(project: Project) -> tuple[Questionnaire, ...]:
    """Return the questionnaires that a talk can follow, those of the project first."""
    own = own_questionnaires(project)
    return (*own, *(questionnaire(each) for each in questionnaire_ids()))


def find_questionnaire(project: Project, questionnaire_id: str) -> Questionnaire | None:
    """Return a questionnaire by its id, None if there is none of that id here."""
    known = known_questionnaires(project) if questionnaire_id else ()
    return next((each for each in known if each.id == questionnaire_id), None)


def last_questionnaire(project: Project) -> Questionnaire:
    """Return the questionnaire that was followed last, the one for good customers at first."""
    for talk in reversed(project.interviews):
        found = find_questionnaire(project, talk.questionnaire)
        if found is not None:
            return found
    return questionnaire(FIRST)


def asked_in(project: Project, talk: Interview) -> Questionnaire | None:
    """Return the questionnaire of a talk, None where there was none or it is not known here."""
    return find_questionnaire(project, talk.questionnaire)


def questions_of(project: Project, talk: Interview) -> tuple[Question, ...]:
    """Return what is asked in a talk, and after it what was answered besides, as it was worded."""
    asked = asked_in(project, talk)
    questions = asked.questions if asked else ()
    known = {each.id for each in questions}
    more = (
        Question(id=each.question, text=each.asked or each.question)
        for each in talk.answers
        if each.question not in known
    )
    return (*questions, *more)


def fields_of(project: Project, quotes: Iterable[HeardQuote]) -> tuple[str, ...]:
    """Return the fields that the questions behind some quotes feed, the most frequent first."""
    counts: Counter[str] = Counter()
    feeds: dict[str, dict[str, tuple[str, ...]]] = {}
    for heard in quotes:
        asked = heard.talk.questionnaire
        if asked not in feeds:
            found = find_questionnaire(project, asked)
            feeds[asked] = {each.id: each.feeds for each in found.questions} if found else {}
        counts.update(feeds[asked].get(heard.quote.question, ()))
    return tuple(field for field, _count in counts.most_common())
