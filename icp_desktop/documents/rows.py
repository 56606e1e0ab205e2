"""One field with its answer and its proof, in words, ready for any format."""

from collections.abc import Iterable

from icp_desktop.checks.grades import (
    Grade,
    all_evidence,
    answer_grade,
    is_item_disputed,
    item_grade,
)
from icp_desktop.checks.states import field_state
from icp_desktop.checks.weights import weight_in
from icp_desktop.documents.content import (
    WEIGHT_NAMES,
    AnswerLine,
    Row,
)
from icp_desktop.documents.proofs import (
    gather_proofs,
    proof_words,
    quotations,
    say_test,
    speaks_against,
)
from icp_desktop.documents.words import reason_words
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import NEGATIVE_WEIGHTS, Answer, Market, ProfileKind
from icp_desktop.model.values import Pair, Pairs, Term, Terms, is_empty
from icp_desktop.worksheet.definitions import Field, Section
from icp_desktop.worksheet.phrases import say_value


def make_row(
    section: Section, field: Field, answer: Answer, market: Market, kind: ProfileKind = "ideal"
) -> Row:
    """Return the row of a field."""
    words = field.wording(market)
    open_ = is_empty(answer.value)
    weight = weight_in(answer.weight, kind)
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
        lines=() if open_ else _lines(answer, field, kind),
        first_label=words.first,
        second_label=words.second,
        state="open" if open_ else field_state(answer),
        grade=None if open_ else answer_grade(answer),
        proof_words="" if open_ else _grade_words(answer, kind),
        proofs=gather_proofs(answer, kind),
        quotations=quotations(answer),
        against=speaks_against(answer),
        next_test=say_test(answer.next_test),
        reason=reason_words(answer.reason) if weight in NEGATIVE_WEIGHTS else "",
    )


def planned_tests(row: Row) -> tuple[str, ...]:
    """Return the tests that are planned for an answer and its items, each once."""
    tests = (row.next_test, *(line.next_test for line in row.lines))
    return tuple(dict.fromkeys(test for test in tests if test))


def _lines(answer: Answer, field: Field, kind: ProfileKind) -> tuple[AnswerLine, ...]:
    match answer.value:
        case Terms(items=items):
            return tuple(_item_line(item, item.text, "", answer, kind) for item in items)
        case Pairs(items=pairs):
            return tuple(_item_line(item, item.first, item.second, answer, kind) for item in pairs)
    return (AnswerLine(text=say_value(answer.value, field)),)


def _item_line(
    item: Term | Pair, text: str, second: str, answer: Answer, kind: ProfileKind
) -> AnswerLine:
    grade = item_grade(item, answer)
    pieces = (*item.evidence, *answer.evidence)
    return AnswerLine(
        text=text.strip(),
        second=second.strip(),
        grade=grade,
        proof_words=_words(grade, pieces, kind),
        disputed=is_item_disputed(item, answer),
        next_test=say_test(item.next_test),
    )


def _grade_words(answer: Answer, kind: ProfileKind) -> str:
    return _words(answer_grade(answer), all_evidence(answer), kind)


def _words(grade: Grade, evidence: Iterable[Evidence], kind: ProfileKind) -> str:
    matching = [each for each in evidence if each.source == grade and each.speaks_for]
    return proof_words(grade, matching, kind)
