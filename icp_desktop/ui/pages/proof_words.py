"""Proof in the words of the pages: what a grade is called in a menu and a question, and notes."""

from icp_desktop.checks.grades import GRADES, Grade, all_evidence, evidence_words
from icp_desktop.documents.proofs import reference_words
from icp_desktop.i18n import _, later
from icp_desktop.model.evidence import Evidence, Source
from icp_desktop.model.project import Answer

GRADE_ANSWERS: dict[Grade, str] = {
    "assumption": later("I assume so"),
    "team": later("Colleagues say so"),
    "outside": later("I read it somewhere"),
    "interviews": later("Customers said so"),
    "customers": later("Our records show it"),
}
GRADE_EXAMPLES: dict[Grade, str] = {
    "assumption": later("No one has told us yet."),
    "team": later("Sales, service, the front desk."),
    "outside": later("A report or an article, with its date."),
    "interviews": later("In talks, in their own words."),
    "customers": later("Counted in the customer list."),
}
NOTE_HINTS: dict[Source, str] = {
    "team": later("Who says so, such as sales"),
    "outside": later("What it says"),
    "interviews": later("What they said"),
    "customers": later("Which list, and what was counted"),
}
_MOST_NOTES = 3
_LONGEST_NOTE = 110


def proof_notes(answer: Answer) -> str:
    """Return what an answer rests on, a line for each of the first pieces of proof."""
    lines = [line for each in _best_first(answer) if (line := _line(each))]
    return "\n".join(dict.fromkeys(lines[:_MOST_NOTES]))


def against_words(answer: Answer) -> str:
    """Return what speaks against an answer in one line, "" if nothing does."""
    pieces = [each for each in all_evidence(answer) if each.speaks_against]
    if not pieces:
        return ""
    first = pieces[0]
    words = [_counted(first), first.note.strip(), reference_words(first)]
    return _shortened(" ".join(_ended(word) for word in words if word))


def _best_first(answer: Answer) -> list[Evidence]:
    rank = {grade: number for number, grade in enumerate(GRADES)}
    return sorted(all_evidence(answer), key=lambda e: (e.against, -rank[e.source]))


def _line(piece: Evidence) -> str:
    words = " ".join(
        part for part in (_ended(piece.note.strip()), _ended(reference_words(piece))) if part
    )
    if piece.against:
        words = _("Against: {words}", words=words or _counted(piece))
    return _shortened(words)


def _counted(piece: Evidence) -> str:
    return evidence_words(piece.source, [piece]) if piece.count else ""


def _ended(words: str) -> str:
    return words if not words or words[-1] in ".”!?…" else f"{words}."


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_NOTE else f"{flat[: _LONGEST_NOTE - 1].rstrip()}…"
