"""What speaks for an answer and what against it, counted, noted and named."""

from collections.abc import Iterable

from icp_desktop.checks.grades import GRADES, Grade, all_evidence, evidence_words
from icp_desktop.documents.content import Proof, Quotation
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Answer, ProfileKind
from icp_desktop.model.values import Pair, Pairs, Terms
from icp_desktop.worksheet.phrases import say_day

_QUOTES = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’"}
_BEST_FIRST: tuple[Grade, ...] = tuple(reversed(GRADES))


def gather_proofs(answer: Answer, kind: ProfileKind = "ideal") -> tuple[Proof, ...]:
    """Return what speaks for an answer, the best first; equal counts are told once.

    A proof that belongs to some items of a list alone names them.
    """
    found = []
    for grade in _BEST_FIRST:
        pieces = [each for each in _pieces(answer) if each[0].source == grade]
        counts = dict.fromkeys((each.count, each.total) for each, _item in pieces)
        for count in sorted(counts, key=lambda c: -(c[0] or 0)):
            group = [each for each in pieces if (each[0].count, each[0].total) == count]
            found.append(_proof(grade, group, kind))
    return tuple(found)


def proof_words(grade: Grade, pieces: Iterable[Evidence], kind: ProfileKind = "ideal") -> str:
    """Return "31 of 42 best"; of a profile that is not a fit, the worst are counted."""
    pieces = list(pieces)
    most = max(pieces, key=lambda each: each.count or 0, default=None)
    if kind == "negative" and grade == "customers" and most and most.count and most.total:
        return _("{n} of {total} worst", n=most.count, total=most.total)
    return evidence_words(grade, pieces)


def speaks_against(answer: Answer) -> tuple[str, ...]:
    """Return what speaks against an answer or its items."""
    return tuple(_against(each) for each in all_evidence(answer) if each.speaks_against)


def quotations(answer: Answer) -> tuple[Quotation, ...]:
    """Return the notes that are word for word."""
    notes = (each.note for each in all_evidence(answer))
    return tuple(quote for note in notes if (quote := _quotation(note)))


def reference_words(evidence: Evidence) -> str:
    """Return where a piece of proof can be found: "City statistics, p. 14, 3 May 2026"."""
    page = evidence.page.strip()
    if page.isdigit():
        page = _("p. {page}", page=page)
    day = say_day(evidence.day) if evidence.day else ""
    age = _("an earlier list") if evidence.earlier else ""
    parts = (evidence.reference.strip(), evidence.link.strip(), page, day, age)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def say_who(test: NextTest) -> str:
    """Return who makes a test by when: "Owner, by 18 December 2026"."""
    who, day = test.who.strip(), say_day(test.by) if test.by else ""
    if who and day:
        return _("{who}, by {day}", who=who, day=day)
    return who or (_("By {day}", day=day) if day else "")


def say_test(test: NextTest) -> str:
    """Return a test with who makes it and by when, "" where nothing is planned."""
    what, who = test.what.strip(), say_who(test)
    return f"{what} ({who})" if what and who else what or who


def _pieces(answer: Answer) -> list[tuple[Evidence, str]]:
    """Return the evidence for an answer with the item it belongs to, "" for the whole."""
    items = answer.value.items if isinstance(answer.value, Terms | Pairs) else ()
    own = [
        (each, item.first if isinstance(item, Pair) else item.text)
        for item in items
        for each in item.evidence
    ]
    whole = [(each, "") for each in answer.evidence]
    return [(each, name) for each, name in (*whole, *own) if each.speaks_for]


def _proof(grade: Grade, group: list[tuple[Evidence, str]], kind: ProfileKind) -> Proof:
    pieces = [each for each, _item in group]
    names = tuple(dict.fromkeys(name for _each, name in group))
    return Proof(
        grade=grade,
        words=proof_words(grade, pieces, kind),
        count=pieces[0].count,
        total=pieces[0].total,
        notes=tuple(dict.fromkeys(note for each in pieces if (note := _note(each)))),
        items=() if "" in names else names,
    )


def _note(evidence: Evidence) -> str:
    note = "" if _quotation(evidence.note) else evidence.note.strip()
    return " ".join(part for part in (_ended(note, evidence), reference_words(evidence)) if part)


def _against(evidence: Evidence) -> str:
    counts = evidence_words(evidence.source, [evidence]) if evidence.count else ""
    note = _ended(evidence.note.strip(), evidence)
    return " ".join(part for part in (_ended(counts, evidence), note) if part) or _(
        "Something speaks against it."
    )


def _ended(text: str, evidence: Evidence) -> str:
    """Return a note with a full stop where something follows it."""
    follows = evidence.reference or evidence.page or evidence.day or evidence.against
    return f"{text}." if text and follows and text[-1] not in ".!?…”»" else text


def _quotation(note: str) -> Quotation | None:
    note = note.strip()
    closing = _QUOTES.get(note[:1])
    if closing is None:
        return None
    words, mark, who = note[1:].rpartition(closing)
    if not mark or not words.strip():
        return None
    return Quotation(words=words.strip(), who=who.strip(" ,.–—-\n"))
