"""How a theme or quotes would stand behind an answer, and what that would change."""

from dataclasses import replace

from icp_desktop.checks.grades import Grade, answer_grade, grade_words
from icp_desktop.model.edits import BUSINESS, Edit, SetValue, Together
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.links import settled
from icp_desktop.model.project import Answer, Profile, Project, find_answer
from icp_desktop.model.proof_edits import LinkProof
from icp_desktop.model.record import record
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text, Value
from icp_desktop.worksheet.definitions import Field, Section, Worksheet


@record
class Target:
    """An answer, or one item of a list, that something may be proof of."""

    place: str
    field: Field
    item: str = ""
    name: str = ""

    @property
    def id(self) -> str:
        """One text for all of it."""
        return f"{self.place}|{self.field.id}|{self.item}"


@record
class Outlook:
    """What the proof would do: grades before and after, in words; `before` None while open."""

    before: Grade | None
    after: Grade
    words: str


def targets(project: Project, profile: Profile, worksheet: Worksheet) -> tuple[Target, ...]:
    """Return every answer that can be proven, open ones included, with the items of lists."""
    found: list[Target] = []
    for section in worksheet.sections:
        place = BUSINESS if section.scope == "business" else profile.id
        found += _in_section(project, profile, section, place)
    return tuple(found)


def answer_at(project: Project, target: Target) -> Answer:
    """Return the answer as it is now."""
    answers = project.about
    if target.place != BUSINESS:
        answers = project.profile(target.place).answers
    return find_answer(answers, target.field.id)


def proof_edit(target: Target, piece: Evidence, label: str = "") -> Edit:
    """Return the edit that lets the piece speak for or against the answer."""
    return LinkProof(
        place=target.place, field=target.field.id, item=target.item, piece=piece, label=label
    )


def answer_edit(
    project: Project, target: Target, words: str, piece: Evidence, label: str = ""
) -> Edit | None:
    """Return the edit that makes the words the answer, or an entry of it; None if they cannot be.

    A choice, figures or a date are answered by hand: words would have to be guessed at.
    """
    value, item = _with_words(answer_at(project, target).value, target.field, words)
    if value is None:
        return None
    proven = replace(target, item=item)
    answer = SetValue(place=target.place, field=target.field.id, value=value)
    return Together(edits=(answer, proof_edit(proven, piece)), label=label)


def outlook(project: Project, target: Target, piece: Evidence) -> Outlook:
    """Return what the answer rests on now, and what it would rest on."""
    before = answer_at(project, target)
    after = answer_at(settled(proof_edit(target, piece).apply(project)), target)
    return Outlook(
        before=None if before.value is None else _grade(before, target.item),
        after=_grade(after, target.item),
        words=grade_words(_alone(after, target.item)),
    )


def _in_section(project: Project, profile: Profile, section: Section, place: str) -> list[Target]:
    found = []
    for field in section.asked(profile.market):
        label = field.wording(profile.market).label
        whole = Target(place=place, field=field, name=label)
        found.append(whole)
        value = answer_at(project, whole).value
        if isinstance(value, Terms | Pairs):
            found += [
                replace(whole, item=each.id, name=f"{label}: {_words(each)}")
                for each in value.items
            ]
    return found


def _words(item: Term | Pair) -> str:
    return item.first if isinstance(item, Pair) else item.text


def _with_words(value: Value | None, field: Field, words: str) -> tuple[Value | None, str]:
    item = new_id()
    match field.kind:
        case "text" if value is None:
            return Text(text=words), ""
        case "terms":
            terms = value.items if isinstance(value, Terms) else ()
            return Terms(items=(*terms, Term(id=item, text=words))), item
        case "pairs":
            pairs = value.items if isinstance(value, Pairs) else ()
            return Pairs(items=(*pairs, Pair(id=item, first=words))), item
    return None, ""


def _grade(answer: Answer, item_id: str) -> Grade:
    return answer_grade(_alone(answer, item_id))


def _alone(answer: Answer, item_id: str) -> Answer:
    """Return an answer with one item of its list alone, or as it is."""
    match answer.value:
        case Terms() if item_id:
            terms = tuple(each for each in answer.value.items if each.id == item_id)
            return replace(answer, value=replace(answer.value, items=terms))
        case Pairs() if item_id:
            pairs = tuple(each for each in answer.value.items if each.id == item_id)
            return replace(answer, value=replace(answer.value, items=pairs))
    return answer
