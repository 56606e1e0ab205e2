"""Coming back to a profile: when it is looked at again, what was asked, found and decided then."""

from datetime import date
from typing import Literal, get_args

from icp_desktop.model.record import record

Rhythm = Literal["", "quarter", "half_year"]  # "" is no rhythm: only a day, or when things happen
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
Occasion = Literal["list", "product", "own"]
OCCASIONS: tuple[Occasion, ...] = get_args(Occasion)
Question = Literal["leads", "buying", "leaving", "feedback"]
QUESTIONS: tuple[Question, ...] = get_args(Question)
Verdict = Literal["", "yes", "no", "unsure"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_MONTHS: dict[Rhythm, int] = {"quarter": 3, "half_year": 6}
_LAST_YEAR = 9999


@record
class Trigger:
    """Something that calls for a review before its day; an "own" one says in `text` what.

    `happened` is when it came about, None while it has not. A new list of customers is noticed by
    itself, the others are told.
    """

    id: str
    occasion: Occasion
    text: str = ""
    happened: date | None = None


@record
class ReviewPlan:
    """When the profiles are looked at again.

    `lists` are the digests of the lists that were known when they were looked at last, so that a
    newer one is noticed. `edition` counts how often day or rhythm changed: a calendar replaces what
    is older.
    """

    rhythm: Rhythm = ""
    next: date | None = None
    triggers: tuple[Trigger, ...] = ()
    lists: tuple[str, ...] = ()
    edition: int = 0


NO_PLAN = ReviewPlan()


@record
class Figure:
    """So many of so many, such as 22 of 38 leads; `by_hand` was typed, not counted in lists."""

    count: int
    total: int
    by_hand: bool = False


@record
class ReviewAnswer:
    """What was found on one of the four questions: the numbers, what they mean, a note."""

    question: Question
    verdict: Verdict = ""
    note: str = ""
    now: Figure | None = None
    before: Figure | None = None


@record
class Resolve:
    """Something that was decided in a review: what, who does it and by when."""

    id: str
    text: str
    who: str = ""
    by: date | None = None
    done: bool = False


@record
class Doubt:
    """An answer, or entries of a list, that was only believed when a review was finished."""

    profile: str
    field: str
    item: str
    words: str


@record
class Review:
    """One review; it is open until it is `finished`.

    `against` is the id of the version it is compared with, `version` that of the one it kept and
    `kept_as` its name. `called_by` says in words why it was held, `doubts` what was only believed.
    """

    id: str
    begun: date
    finished: date | None = None
    answers: tuple[ReviewAnswer, ...] = ()
    resolves: tuple[Resolve, ...] = ()
    against: str = ""
    version: str = ""
    kept_as: str = ""
    called_by: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def answer(self, question: Question) -> ReviewAnswer:
        """Return what was found on a question, an empty answer if nothing was."""
        for each in self.answers:
            if each.question == question:
                return each
        return ReviewAnswer(question=question)


@record
class SignOff:
    """Somebody who agreed, when, and to which state: its digest, and its name if it was kept."""

    id: str
    person: str
    day: date
    state: str
    role: str = ""
    kept_as: str = ""


def next_day(rhythm: Rhythm, day: date) -> date | None:
    """Return the day of the review after one on a day, None without a rhythm.

    Three months after 30 November is the last day of February.
    """
    months = _MONTHS.get(rhythm)
    if months is None:
        return None
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > _LAST_YEAR:
        return None
    for last in range(day.day, 27, -1):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    return date(day.year + years, month + 1, day.day)


def last_review(reviews: tuple[Review, ...]) -> Review | None:
    """Return the review that was finished last, None before the first."""
    done = [each for each in reviews if each.finished is not None]
    return max(done, key=lambda each: each.finished or date.min, default=None)


def shown_review(reviews: tuple[Review, ...]) -> Review | None:
    """Return the review that a document tells of: the one under way, else the last one."""
    return open_review(reviews) or last_review(reviews)


def compared_with(reviews: tuple[Review, ...], kept: tuple[str, ...]) -> str:
    """Return the id of the version that `shown_review` is compared with, "" for none.

    `kept` are the ids of those there are, oldest first. A review under way is compared with the
    version that the last one kept, or with the newest; a finished one with what it was compared
    with then.
    """
    under_way, last = open_review(reviews), last_review(reviews)
    if under_way is None and last is not None:
        return last.against if last.against in kept else ""
    if last is not None and last.version in kept:
        return last.version
    return kept[-1] if kept else ""


def open_review(reviews: tuple[Review, ...]) -> Review | None:
    """Return the review that is under way, None if none is."""
    return next((each for each in reviews if each.finished is None), None)
