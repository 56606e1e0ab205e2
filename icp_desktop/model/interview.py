"""Talks and what was marked in them: interviews, quotes and themes."""

from datetime import date
from typing import Literal

from icp_desktop.model.record import record

Consent = Literal["none", "internal", "anonymous", "named"]
CONSENTS: tuple[Consent, ...] = ("none", "internal", "anonymous", "named")
Group = Literal["customer", "lost", "prospect", "colleague"]
GROUPS: tuple[Group, ...] = ("customer", "lost", "prospect", "colleague")
NOTES = ""  # the question that stands for the notes or transcript of a talk


@record
class InterviewAnswer:
    """What was said to one question.

    `asked` is the question as it was worded then, "" where the questionnaire tells; `picked` are
    the choices ticked where there were choices.
    """

    question: str
    text: str
    asked: str = ""
    picked: tuple[str, ...] = ()


@record
class Quote:
    """Words marked in an answer, or in the notes where `question` is NOTES.

    `start` counts characters in that text. `speaker` tells people of a group talk apart.
    """

    id: str
    question: str
    start: int
    text: str
    themes: tuple[str, ...] = ()
    starred: bool = False
    speaker: str = ""

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.text)


@record
class Permission:
    """How and when the person agreed, whether that was withdrawn, and until when to keep it."""

    how: str = ""
    day: date | None = None
    withdrawn: date | None = None
    keep_until: date | None = None


@record
class Interview:
    """One talk with a customer, former customer or colleague; `people` is how many took part.

    Its quotes live in it, so that they go where their text goes. `profile` is the id of the
    profile that it tells of, "" for all; `source` names the file or form that it was read from.
    """

    id: str
    day: date | None = None
    person: str = ""
    role: str = ""
    company: str = ""
    consent: Consent = "none"
    answers: tuple[InterviewAnswer, ...] = ()
    group: Group = "customer"
    people: int = 1
    profile: str = ""
    segment: str = ""
    questionnaire: str = ""
    edition: int = 0
    notes: str = ""
    source: str = ""
    permission: Permission = Permission()
    quotes: tuple[Quote, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Say whether nothing was said yet."""
        return not self.notes.strip() and not any(
            each.text.strip() or each.picked for each in self.answers
        )

    @property
    def counts(self) -> bool:
        """Say whether it is one of the talks that are counted: with words, and not withdrawn."""
        return self.permission.withdrawn is None and not self.is_blank

    def answer(self, question: str) -> InterviewAnswer:
        """Return what was said to a question, an empty answer if nothing was."""
        for each in self.answers:
            if each.question == question:
                return each
        return InterviewAnswer(question=question, text="")

    def text_of(self, question: str) -> str:
        """Return the text that quotes of a question are marked in."""
        return self.notes if question == NOTES else self.answer(question).text


@record
class Theme:
    """Something that comes up in several talks; `note` says what belongs to it."""

    id: str
    name: str
    note: str = ""
