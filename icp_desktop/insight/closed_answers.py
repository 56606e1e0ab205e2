"""Answers to questions with choices, counted over all talks."""

from collections import Counter

from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.links import counted_talks
from icp_desktop.model.project import Project
from icp_desktop.model.record import record


@record
class ClosedCount:
    """How often each choice of a question was ticked, and by how many talks it was answered."""

    question: str
    asked: str
    total: int
    choices: tuple[tuple[str, int], ...]


def count_closed_answers(project: Project, place: str = BUSINESS) -> tuple[ClosedCount, ...]:
    """Return every question that was answered by choices, in the order they came up."""
    asked: dict[str, str] = {}
    totals: Counter[str] = Counter()
    picked: dict[str, Counter[str]] = {}
    for talk in counted_talks(project, place):
        for answer in talk.answers:
            if not answer.picked:
                continue
            asked[answer.question] = asked.get(answer.question, "") or answer.asked
            totals[answer.question] += 1
            counts = picked.setdefault(answer.question, Counter())
            counts.update(set(answer.picked))
    return tuple(
        ClosedCount(
            question=question,
            asked=words or question,
            total=totals[question],
            choices=tuple(sorted(picked[question].items(), key=lambda each: (-each[1], each[0]))),
        )
        for question, words in asked.items()
    )
