"""The five evidence grades: the grade of an answer is the best proof there is for it."""

from collections.abc import Iterable
from typing import Literal

from icp_desktop.i18n import _, later, n_
from icp_desktop.model.evidence import Evidence, Source
from icp_desktop.model.project import Answer, ProfileKind
from icp_desktop.model.values import Pair, Pairs, Term, Terms

Grade = Literal["assumption", "team", "outside", "interviews", "customers"]
GRADES: tuple[Grade, ...] = ("assumption", "team", "outside", "interviews", "customers")
PROVEN: frozenset[Grade] = frozenset(("outside", "interviews", "customers"))
LETTERS: dict[Grade, str] = {
    "assumption": "A",
    "team": "T",
    "outside": "S",
    "interviews": "I",
    "customers": "D",
}
GRADE_NAMES: dict[Grade, str] = {
    "assumption": later("Assumption"),
    "team": later("Team opinion"),
    "outside": later("Outside source"),
    "interviews": later("Interviews"),
    "customers": later("Customer data"),
}
GRADE_MEANINGS: dict[Grade, str] = {
    "assumption": later("no one has told us yet"),
    "team": later("colleagues say so"),
    "outside": later("a report, with its date"),
    "interviews": later("customers said so"),
    "customers": later("counted in our own list"),
}
_RANK = {grade: rank for rank, grade in enumerate(GRADES)}


def evidence_grade(evidence: Iterable[Evidence]) -> Grade:
    """Return the best grade of the proof that speaks for an answer."""
    sources: list[Source] = [each.source for each in evidence if each.speaks_for]
    return max(sources, key=_RANK.__getitem__, default="assumption")


def item_grade(item: Term | Pair, answer: Answer) -> Grade:
    """Return the grade of one list item: its own proof or that of the whole answer."""
    return evidence_grade((*item.evidence, *answer.evidence))


def answer_grade(answer: Answer) -> Grade:
    """Return the grade of an answer; a list is as sure as its least sure item."""
    if isinstance(answer.value, Terms | Pairs) and answer.value.items:
        grades = (item_grade(item, answer) for item in answer.value.items)
        return min(grades, key=_RANK.__getitem__)
    return evidence_grade(answer.evidence)


def is_disputed(answer: Answer) -> bool:
    """Say whether something speaks against the answer or one of its items."""
    return any(each.speaks_against for each in all_evidence(answer))


def is_item_disputed(item: Term | Pair, answer: Answer) -> bool:
    """Say whether something speaks against one item, or against the whole list."""
    return any(each.speaks_against for each in (*item.evidence, *answer.evidence))


def all_evidence(answer: Answer) -> tuple[Evidence, ...]:
    """Return the proof of an answer with that of its items."""
    items = answer.value.items if isinstance(answer.value, Terms | Pairs) else ()
    return (*answer.evidence, *(each for item in items for each in item.evidence))


def grade_words(answer: Answer, kind: ProfileKind = "ideal") -> str:
    """Return what stands beside the mark: "6 of 9 interviews", "1 source", "Assumption".

    In a profile that is not a fit the customers counted are the worst, not the best.
    """
    grade = answer_grade(answer)
    matching = [e for e in all_evidence(answer) if e.source == grade and e.speaks_for]
    return evidence_words(grade, matching, kind)


def evidence_words(grade: Grade, evidence: Iterable[Evidence], kind: ProfileKind = "ideal") -> str:
    """Return the words for a grade and the pieces of proof behind it; counts come first."""
    pieces = list(evidence)
    counted = max(pieces, key=lambda e: e.count or 0, default=None)
    count = counted.count if counted else None
    total = counted.total if counted else None
    match grade:
        case "team" if count:
            return n_("{n} colleague", "{n} colleagues", count)
        case "outside" if pieces:
            return n_("{n} source", "{n} sources", len(pieces))
        case "interviews" if count and total:
            return n_(
                "{n} of {total} interview", "{n} of {total} interviews", total, n=count, total=total
            )
        case "interviews" if count:
            return n_("{n} interview", "{n} interviews", count)
        case "customers" if count and total and kind == "negative":
            return _("{n} of {total} worst", n=count, total=total)
        case "customers" if count and total:
            return _("{n} of {total} best", n=count, total=total)
        case "customers" if count:
            return n_("{n} customer", "{n} customers", count)
    return _(GRADE_NAMES[grade])
