"""The sheet for a talk: numbered questions with room to write, and for what was said word for word.

Made for two sides of one sheet with up to six questions; more questions get fewer lines each.
"""

from icp_desktop.documents.content import Request, language_of
from icp_desktop.i18n import _, later
from icp_desktop.insight.asking import find_questionnaire, last_questionnaire
from icp_desktop.model.record import record
from icp_desktop.worksheet.definitions import Question

_LINES = (5, 5, 4, 4, 3)  # of the first questions, where there are few
_FEW, _LINES_OF_MANY, _LINES_OF_LAST = 5, 3, 1
_CONSENT = (
    later("inside the company"),
    later("quoted by role"),
    later("quoted by name"),
    later("not at all"),
)
_TIPS = (
    (later("Ask about the last time,"), later("never about next time. Wishes are cheap.")),
    (later("Wait"), later("three seconds longer than feels polite. The best part comes then.")),
    (later("Write their words,"), later("not yours. Put a star at what surprises you.")),
)


@record
class SheetQuestion:
    """A question with what to ask after it, boxes to tick, and how many lines to write on."""

    text: str
    more: str
    choices: tuple[str, ...]
    lines: int


@record
class InterviewSheet:
    """Everything the sheet says."""

    title: str
    client: str
    language: str
    footer: str
    running: str
    loose: str  # at the head of every further page, so that loose sheets find each other
    consent: tuple[str, ...]
    tips: tuple[tuple[str, str], ...]
    questions: tuple[SheetQuestion, ...]


def make_interview_sheet(request: Request, fewer: int = 0) -> InterviewSheet:
    """Return the sheet for the questionnaire of the request, or of the last talk.

    Every question has `fewer` lines than it could have, but one at least.
    """
    project = request.project
    chosen = find_questionnaire(project, request.questionnaire)
    asked = chosen or last_questionnaire(project)
    many = len(asked.questions) > _FEW
    questions = [
        _question(
            question, max((_LINES_OF_MANY if many else _lines(number, request.paper)) - fewer, 1)
        )
        for number, question in enumerate(asked.questions)
    ]
    last = SheetQuestion(
        text=_("What have I not asked?"),
        more=_("And who else should I talk to?"),
        choices=(),
        lines=_LINES_OF_LAST,
    )
    sheet = _("Interview sheet “{title}”, edition {n}", title=asked.title, n=asked.edition)
    whose = request.project.brand.footer or request.prepared_by
    return InterviewSheet(
        title=asked.title,
        client=project.client,
        language=language_of(request),
        footer=" · ".join(part for part in (project.client, sheet, whose) if part),
        running=_("Interview: {title}", title=asked.title),
        loose=_("Initials ____________  Date ____________"),
        consent=tuple(_(words) for words in _CONSENT),
        tips=tuple((_(strong), _(rest)) for strong, rest in _TIPS),
        questions=(*questions, last),
    )


def _question(question: Question, lines: int) -> SheetQuestion:
    return SheetQuestion(
        text=question.text,
        more=" ".join(question.follow_ups) or question.hint,
        choices=tuple(option.label for option in question.choices),
        lines=1 if question.choices else lines,
    )


def _lines(number: int, paper: str) -> int:
    """Return how many lines a question gets; Letter is shorter by one in the third and fourth."""
    shorter = paper == "Letter" and number in {2, 3}
    return _LINES[min(number, len(_LINES) - 1)] - shorter
