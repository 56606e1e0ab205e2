"""Copies of profiles and answers: the same words under ids of their own."""

from dataclasses import replace
from typing import TypeVar

from icp_desktop.model.evidence import NO_TEST, Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.record import record
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Value, is_empty

T = TypeVar("T", Term, Pair)


@record
class FillGaps:
    """Answer what a profile has not answered yet; what it says already stays."""

    profile: str
    answers: tuple[Answer, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put in the answers to fields that are still open."""
        before = project.profile(self.profile)
        taken = tuple(each for each in self.answers if is_empty(before.answer(each.field).value))
        if not taken:
            return project
        fields = {each.field for each in taken}
        kept = tuple(each for each in before.answers if each.field not in fields)
        after = replace(before, answers=(*kept, *taken))
        profiles = tuple(after if each is before else each for each in project.profiles)
        return replace(project, profiles=profiles)


def copy_profile(profile: Profile, name: str) -> Profile:
    """Return a whole copy, proof included, to be changed into another profile."""
    answers = tuple(_copied(answer, proven=True) for answer in profile.answers)
    return replace(profile, id=new_id(), name=name, retired=None, answers=answers)


def gaps_to_fill(source: Profile, target: Profile) -> tuple[Answer, ...]:
    """Return copies of what one profile says and another does not.

    The proof stays behind: it was found among other customers, so in the copy it is a guess.
    """
    return tuple(
        _copied(answer, proven=False)
        for answer in source.answers
        if not is_empty(answer.value) and is_empty(target.answer(answer.field).value)
    )


def _copied(answer: Answer, *, proven: bool) -> Answer:
    return replace(
        answer,
        value=_copied_value(answer.value, proven=proven),
        evidence=_copied_evidence(answer.evidence, proven=proven),
        next_test=answer.next_test if proven else NO_TEST,
    )


def _copied_value(value: Value | None, *, proven: bool) -> Value | None:
    match value:
        case Terms(items=terms):
            return Terms(items=tuple(_copied_item(each, proven=proven) for each in terms))
        case Pairs(items=pairs):
            return Pairs(items=tuple(_copied_item(each, proven=proven) for each in pairs))
        case _:
            return value


def _copied_item(item: T, *, proven: bool) -> T:
    return replace(
        item,
        id=new_id(),
        evidence=_copied_evidence(item.evidence, proven=proven),
        next_test=item.next_test if proven else NO_TEST,
    )


def _copied_evidence(evidence: tuple[Evidence, ...], *, proven: bool) -> tuple[Evidence, ...]:
    return tuple(replace(each, id=new_id()) for each in evidence) if proven else ()
