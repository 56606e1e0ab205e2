"""The answers of one place, a profile or the business itself, and the edits made of them."""

from dataclasses import replace

from icp_desktop.checks.grades import GRADES, Grade, answer_grade
from icp_desktop.i18n import _
from icp_desktop.model.edits import (
    BUSINESS,
    Edit,
    SetEvidence,
    SetNextTest,
    SetValue,
    SetWeight,
    Together,
)
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Answer, Market, Profile, Project, Weight, find_answer
from icp_desktop.model.values import Pairs, Terms, Value
from icp_desktop.open_project import OpenProject
from icp_desktop.worksheet.definitions import Field


class Answers:
    """Read and change the answers of one place.

    Typing in one field merges into one step until `seal`; everything else is a step of its own.
    """

    def __init__(self, opened: OpenProject, place: str, market: Market) -> None:
        self.place = place
        self.market: Market = market
        self._opened = opened

    def find(self, field: Field) -> Answer:
        """Return the answer to a field as it is now."""
        return find_answer(place_answers(self._opened.project, self.place), field.id)

    def write(self, field: Field, value: Value | None) -> None:
        """Keep what an editor says; one run of typing is one step."""
        edit = SetValue(place=self.place, field=field.id, value=value, label=self._label(field))
        self._opened.do(edit, merge=f"{self.place}/{field.id}")

    def weigh(self, field: Field, weight: Weight) -> None:
        """Keep how much an answer matters."""
        label = _("weight of “{field}”", field=self._name(field))
        self._do(SetWeight(place=self.place, field=field.id, weight=weight, label=label))

    def grade(self, field: Field, grade: Grade) -> None:
        """Say with one choice how an answer is known: weaker proof stays, stronger goes.

        The items of a list lose proof of their own where all of it would say more than that.
        """
        before = self.find(field)
        rank = GRADES.index(grade)
        proof = [e for e in before.evidence if e.against or GRADES.index(e.source) <= rank]
        known = any(e.source == grade and not e.against for e in proof)
        if grade != "assumption" and not known:
            proof.append(Evidence(id=new_id(), source=grade))
        label = self._proof_label(field)
        place = {"place": self.place, "field": field.id}
        edit: Edit = SetEvidence(**place, evidence=tuple(proof), label=label)
        bare = _without_proof(before.value)
        if bare is not None and answer_grade(replace(before, evidence=tuple(proof))) != grade:
            edit = Together(edits=(edit, SetValue(**place, value=bare)), label=label)
        self._do(edit)

    def change_proof(self, field: Field, piece: Evidence) -> None:
        """Keep the details of one piece of proof while they are typed."""
        evidence = tuple(piece if e.id == piece.id else e for e in self.find(field).evidence)
        edit = SetEvidence(
            place=self.place, field=field.id, evidence=evidence, label=self._proof_label(field)
        )
        self._opened.do(edit, merge=f"{self.place}/{field.id}/{piece.id}")

    def add_proof(self, field: Field, piece: Evidence) -> None:
        """Add one more piece of proof, for or against."""
        self._prove(field, (*self.find(field).evidence, piece))

    def remove_proof(self, field: Field, piece_id: str) -> None:
        """Take one piece of proof away."""
        self._prove(field, tuple(e for e in self.find(field).evidence if e.id != piece_id))

    def plan_test(self, field: Field, plan: str) -> None:
        """Keep how the answer will be tested next."""
        label = _("next test of “{field}”", field=self._name(field))
        self._do(SetNextTest(place=self.place, field=field.id, next_test=plan, label=label))

    def seal(self) -> None:
        """End a run of typing."""
        self._opened.seal()

    def _prove(self, field: Field, evidence: tuple[Evidence, ...]) -> None:
        label = self._proof_label(field)
        self._do(SetEvidence(place=self.place, field=field.id, evidence=evidence, label=label))

    def _do(self, edit: Edit) -> None:
        self._opened.seal()
        self._opened.do(edit)
        self._opened.seal()

    def _name(self, field: Field) -> str:
        return field.wording(self.market).label

    def _label(self, field: Field) -> str:
        return _("answer to “{field}”", field=self._name(field))

    def _proof_label(self, field: Field) -> str:
        return _("proof of “{field}”", field=self._name(field))


def place_answers(project: Project, place: str) -> tuple[Answer, ...]:
    """Return the answers of a place, none if the profile is gone."""
    if place == BUSINESS:
        return project.about
    profile = find_profile(project, place)
    return profile.answers if profile else ()


def find_profile(project: Project, profile_id: str) -> Profile | None:
    """Return a profile by its id, None if there is no such profile (any longer)."""
    return next((each for each in project.profiles if each.id == profile_id), None)


def shown_profile(project: Project, profile_id: str) -> Profile | None:
    """Return the profile to show: the one asked for, or else the first."""
    found = find_profile(project, profile_id)
    return found or (project.profiles[0] if project.profiles else None)


def _without_proof(value: Value | None) -> Value | None:
    """Return a list whose items carry no proof of their own; None for everything else."""
    match value:
        case Terms():
            return replace(value, items=tuple(replace(i, evidence=()) for i in value.items))
        case Pairs():
            return replace(value, items=tuple(replace(i, evidence=()) for i in value.items))
    return None
