"""One field with its answer and its proof, in words, ready for any format."""

from collections.abc import Iterable

from icp_desktop.checks.grades import (
    GRADES,
    Grade,
    all_evidence,
    answer_grade,
    evidence_grade,
    evidence_words,
    grade_words,
    item_grade,
)
from icp_desktop.checks.states import field_state
from icp_desktop.documents.content import (
    WEIGHT_NAMES,
    AnswerLine,
    Proof,
    Quotation,
    Row,
)
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Answer, Market, ProfileKind, Weight
from icp_desktop.model.values import Pair, Pairs, Term, Terms, is_empty
from icp_desktop.worksheet.definitions import Field, Section
from icp_desktop.worksheet.phrases import say_day, say_value

_QUOTES = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’"}
_BEST_FIRST: tuple[Grade, ...] = tuple(reversed(GRADES))


def make_row(
    section: Section, field: Field, answer: Answer, market: Market, kind: ProfileKind = "ideal"
) -> Row:
    """Return the row of a field."""
    words = field.wording(market)
    open_ = is_empty(answer.value)
    weight = weight_in(answer.weight, kind)
    evidence = all_evidence(answer)
    return Row(
        section_id=section.id,
        field_id=field.id,
        label=words.label,
        question=words.question,
        why=words.why,
        kind=field.kind,
        core=field.is_core(market),
        weight=weight,
        weight_words=_(WEIGHT_NAMES[weight]),
        value=None if open_ else answer.value,
        words=say_value(answer.value, field),
        lines=() if open_ else _lines(answer, field),
        first_label=words.first,
        second_label=words.second,
        state="open" if open_ else field_state(answer),
        grade=None if open_ else answer_grade(answer),
        proof_words="" if open_ else grade_words(answer),
        proofs=_proofs(evidence),
        quotations=tuple(quote for each in evidence if (quote := _quotation(each.note))),
        against=tuple(_against(each) for each in evidence if each.against),
        next_test=answer.next_test.strip(),
    )


def weight_in(weight: Weight, kind: ProfileKind) -> Weight:
    """Return what a weight means on a profile: who is not a fit is ruled out or warned about."""
    if kind == "negative":
        return "rules_out" if weight in ("rules_out", "must") else "warns"
    return weight


def is_quotation(note: str) -> bool:
    """Say whether a note is word for word: it starts with a quotation mark and closes it."""
    return _quotation(note) is not None


def reference_words(evidence: Evidence) -> str:
    """Return where a piece of proof can be found: "City statistics, p. 14, 3 May 2026"."""
    page = evidence.page.strip()
    if page.isdigit():
        page = _("p. {page}", page=page)
    day = say_day(evidence.day) if evidence.day else ""
    return ", ".join(part for part in (evidence.reference.strip(), page, day) if part)


def _lines(answer: Answer, field: Field) -> tuple[AnswerLine, ...]:
    match answer.value:
        case Terms(items=items):
            return tuple(_item_line(item, item.text, "", answer) for item in items)
        case Pairs(items=pairs):
            return tuple(_item_line(item, item.first, item.second, answer) for item in pairs)
    return (AnswerLine(text=say_value(answer.value, field)),)


def _item_line(item: Term | Pair, text: str, second: str, answer: Answer) -> AnswerLine:
    grade = item_grade(item, answer)
    pieces = (*item.evidence, *answer.evidence)
    return AnswerLine(
        text=text.strip(),
        second=second.strip(),
        grade=grade,
        proof_words=evidence_words(grade, _speaking_for(pieces, grade)),
        next_test=item.next_test.strip(),
    )


def _proofs(evidence: tuple[Evidence, ...]) -> tuple[Proof, ...]:
    """Return the proof that speaks for an answer, gathered by kind, the best first."""
    found = []
    for grade in _BEST_FIRST:
        pieces = _speaking_for(evidence, grade)
        if not pieces:
            continue
        most = max(pieces, key=lambda each: each.count or 0)
        found.append(
            Proof(
                grade=evidence_grade(pieces),
                words=evidence_words(grade, pieces),
                count=most.count,
                total=most.total,
                notes=tuple(dict.fromkeys(note for each in pieces if (note := _note(each)))),
            )
        )
    return tuple(found)


def _speaking_for(evidence: Iterable[Evidence], grade: Grade) -> list[Evidence]:
    return [each for each in evidence if each.source == grade and not each.against]


def _note(evidence: Evidence) -> str:
    note = "" if is_quotation(evidence.note) else evidence.note.strip()
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
