"""What a line rests on: an answer, one entry of it, or a line of a persona; and a mark of it."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from icp_desktop.checks.grades import Grade, answer_grade, evidence_grade, evidence_words
from icp_desktop.insight.personas import call_persona
from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.project import Answer, Profile, ProfileKind, Weight
from icp_desktop.model.record import record
from icp_desktop.model.values import Choice, Pair, Pairs, Term, Terms, Value, is_empty
from icp_desktop.playbook.wording import first_line, join
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.phrases import say_pair, say_value

_NO_PREFERENCE = "no_preference"  # is an answer, and nothing follows from it


@record
class Because:
    """One thing that a line rests on.

    `place` is the id of a profile, or "" for the business; `persona` is set where it is a line of a
    persona, whose id is `item`. `words` say what stands there, `evidence` is all proof of it.
    """

    place: str
    field: str
    label: str
    words: str
    item: str = ""
    persona: str = ""
    evidence: tuple[Evidence, ...] = ()
    grade: Grade = "assumption"  # a list taken as a whole is as sure as its least sure entry
    kind: ProfileKind = "ideal"
    state: str = ""  # all that counts for the mark, figures to the last digit

    @property
    def proof(self) -> str:
        """The proof in words, such as "6 of 9 interviews"."""
        pieces = [each for each in self.evidence if each.source == self.grade and each.speaks_for]
        return evidence_words(self.grade, pieces, self.kind)

    @property
    def disputed(self) -> bool:
        """Say whether something speaks against it."""
        return any(each.speaks_against for each in self.evidence)


@record
class Entry:
    """One thing that is said: the whole of an answer, or one entry of a list.

    `one` is what it says; of a pair, `second` is the other half and `both` are the two in one.
    """

    because: Because
    one: str
    second: str = ""
    both: str = ""
    paired: bool = False
    several: bool = False  # more than one entry, taken as a whole


def basis_of(because: Iterable[Because]) -> str:
    """Return a mark that is another as soon as one of the sources, or its proof, is another."""
    said = [(each.place, each.field, each.item, each.persona, each.state) for each in because]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def entries_of(
    place: Profile | None, answer: Answer, field: Field, label: str, *, whole: bool
) -> tuple[Entry, ...]:
    """Return what an answer says, entry by entry or as a whole; () where nothing follows from it.

    `place` is None where it is told of the business itself.
    """
    value = answer.value
    if value is None or is_empty(value) or value == Choice(choice=_NO_PREFERENCE):
        return ()
    base = Because(
        place=BUSINESS if place is None else place.id,
        field=field.id,
        label=label,
        words="",
        evidence=answer.evidence,
        kind="ideal" if place is None else place.kind,
    )
    if whole or not isinstance(value, Terms | Pairs):
        return (_whole(value, field, replace(base, grade=answer_grade(answer))),)
    return tuple(_each(value, base))


def weighed(entry: Entry, weight: Weight, reason: str) -> Entry:
    """Return an entry whose mark changes with how much the answer matters, and why."""
    state = repr((entry.because.state, weight, reason))
    return replace(entry, because=replace(entry.because, state=state))


def persona_entry(persona: Persona, line: PersonaLine) -> Entry:
    """Return what a line of a persona says."""
    text = first_line(line.text)
    because = Because(
        place=persona.profile,
        field=line.field,
        item=line.id,
        persona=persona.id,
        label=call_persona(persona),
        words=text,
        evidence=line.evidence,
        grade=evidence_grade(line.evidence),
        state=repr((call_persona(persona), line.text, _bare_proof(line.evidence))),
    )
    return Entry(because=because, one=text, both=text)


def _whole(value: Value, field: Field, base: Because) -> Entry:
    items = value.items if isinstance(value, Terms | Pairs) else ()
    proof = (*base.evidence, *(each for item in items for each in item.evidence))
    match value:
        case Terms() | Pairs():
            told: object = [(_said(each), _bare_proof(each.evidence)) for each in items]
            one = join(first_line(_said(each)[0]) for each in items)
            both = join(_both(*_said(each)) for each in items)
            words = "; ".join(say_pair(e) if isinstance(e, Pair) else e.text for e in items)
        case _:
            told, words = value, say_value(value, field)
            one = both = first_line(words)
    state = repr((told, _bare_proof(base.evidence)))
    because = replace(base, words=first_line(words), evidence=proof, state=state)
    return Entry(because=because, one=one, both=both, several=len(items) > 1)


def _each(value: Terms | Pairs, base: Because) -> Iterator[Entry]:
    for item in value.items:
        first, second = (first_line(each) for each in _said(item))
        if not first:
            continue
        evidence = (*item.evidence, *base.evidence)
        because = replace(
            base,
            item=item.id,
            words=f"{first} – {second}" if second else first,
            evidence=evidence,
            grade=evidence_grade(evidence),
            state=repr((_said(item), _bare_proof(item.evidence), _bare_proof(base.evidence))),
        )
        yield Entry(
            because=because,
            one=first,
            second=second,
            both=_both(first, second),
            paired=isinstance(item, Pair),
        )


def _both(first: str, second: str) -> str:
    """Return both halves of a pair in one: "Trial week, £15"."""
    first, second = first_line(first), first_line(second)
    return f"{first.rstrip(' .,;')}, {second}" if second else first


def _said(item: Term | Pair) -> tuple[str, str]:
    return (item.first, item.second) if isinstance(item, Pair) else (item.text, "")


def _bare_proof(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    return [replace(each, id="") for each in evidence]
