"""The answers of one place, a profile or the business itself, and the edits made of them."""

from dataclasses import replace

from icp_desktop.checks.grades import Grade, answer_grade
from icp_desktop.checks.source_log import LoggedSource, source_log
from icp_desktop.i18n import _
from icp_desktop.model.comment import Comment, threads
from icp_desktop.model.edits import (
    BUSINESS,
    Edit,
    SetEvidence,
    SetNextTest,
    SetReason,
    SetValue,
    SetWeight,
    Together,
)
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.project import Answer, Market, Profile, Project, Weight, find_answer
from icp_desktop.model.values import Value
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.pages.item_proofs import (
    item_proof,
    items_of,
    raised_to,
    with_item_proof,
    without_item_proof,
)
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.shipped import worksheet_of


class Answers:
    """Read and change the answers of one place.

    Typing in one field merges into one step until `seal`; everything else is a step of its own.
    Proof is that of the whole answer, or with the id of an item that of one item of a list.
    """

    def __init__(self, opened: OpenProject, place: str, market: Market) -> None:
        self.place = place
        self.market: Market = market
        self._opened = opened
        self._commented: tuple[Comment, ...] = ()
        self._threads: dict[tuple[str, str], tuple[Comment, ...]] = {}

    def find(self, field: Field) -> Answer:
        """Return the answer to a field as it is now."""
        return find_answer(place_answers(self._opened.project, self.place), field.id)

    def all(self) -> tuple[Answer, ...]:
        """Return every answer of the place as it is now."""
        return place_answers(self._opened.project, self.place)

    def proof(self, field: Field, item: str = "") -> tuple[Evidence, ...]:
        """Return the proof of an answer, or what one item of it rests on."""
        answer = self.find(field)
        if not item:
            return answer.evidence
        found = [each for each in items_of(answer.value) if each.id == item]
        return item_proof(answer, found[0]) if found else ()

    def write(self, field: Field, value: Value | None) -> None:
        """Keep what an editor says; one run of typing is one step."""
        label = _("answer to “{field}”", field=self._name(field))
        edit = SetValue(place=self.place, field=field.id, value=value, label=label)
        self._opened.do(edit, merge=f"{self.place}/{field.id}")

    def weigh(self, field: Field, weight: Weight) -> None:
        """Keep how much an answer matters."""
        label = _("weight of “{field}”", field=self._name(field))
        self._do(SetWeight(place=self.place, field=field.id, weight=weight, label=label))

    def grade(self, field: Field, grade: Grade, item: str = "") -> None:
        """Say with one choice how an answer is known: weaker proof stays, stronger goes.

        The items of a list lose proof of their own where all of it would say more than that.
        """
        proof = raised_to(self.proof(field, item), grade)
        if item:
            self._do(self._prove(field, proof, item))
            return
        before = self.find(field)
        edit = self._prove(field, proof)
        if items_of(before.value) and answer_grade(replace(before, evidence=proof)) != grade:
            bare = without_item_proof(before.value)
            plain = SetValue(place=self.place, field=field.id, value=bare)
            edit = Together(edits=(edit, plain), label=edit.label)
        self._do(edit)

    def change_proof(self, field: Field, piece: Evidence, item: str = "") -> None:
        """Keep the details of one piece of proof while they are typed."""
        before = self.proof(field, item)
        proof = tuple(piece if each.id == piece.id else each for each in before)
        merge = f"{self.place}/{field.id}/{item}/{piece.id}"
        self._opened.do(self._prove(field, proof, item), merge=merge)

    def add_proof(self, field: Field, piece: Evidence, item: str = "") -> None:
        """Add one more piece of proof, for or against."""
        self._do(self._prove(field, (*self.proof(field, item), piece), item))

    def remove_proof(self, field: Field, piece_id: str, item: str = "") -> None:
        """Take one piece of proof away."""
        left = tuple(each for each in self.proof(field, item) if each.id != piece_id)
        self._do(self._prove(field, left, item))

    def plan_test(self, field: Field, plan: NextTest, item: str = "") -> None:
        """Keep how the answer, or one item of it, will be tested next, while that is typed."""
        label = _("next test of “{field}”", field=self._name(field))
        edit = SetNextTest(place=self.place, field=field.id, next_test=plan, item=item, label=label)
        self._opened.do(edit, merge=f"{self.place}/{field.id}/{item}/next_test")

    def give_reason(self, field: Field, reason: str) -> None:
        """Keep why an answer rules somebody out or warns of them."""
        label = _("reason of “{field}”", field=self._name(field))
        self._do(SetReason(place=self.place, field=field.id, reason=reason, label=label))

    def comments(self, field: Field) -> tuple[Comment, ...]:
        """Return the comments on an answer, the oldest first."""
        every = self._opened.project.comments
        if every is not self._commented:
            self._commented = every
            self._threads = {(each.place, each.field): each.comments for each in threads(every)}
        return self._threads.get((self.place, field.id), ())

    def comment(self, field: Field, comment: Comment) -> None:
        """Add a comment on an answer."""
        self._put_comment(field, replace(comment, place=self.place, field=field.id))

    def settle_comment(self, field: Field, comment_id: str, settled: bool) -> None:
        """Say that a comment is settled, or open again."""
        for each in self.comments(field):
            if each.id == comment_id:
                self._put_comment(field, replace(each, settled=settled))

    def remove_comment(self, field: Field, comment_id: str) -> None:
        """Take a comment away."""
        label = _("comment on “{field}”", field=self._name(field))
        self._do(RemoveItem(folder="comments", item=comment_id, label=label))

    def known_sources(self) -> tuple[LoggedSource, ...]:
        """Return the sources that have a name, to be named again."""
        project = self._opened.project
        return tuple(each for each in source_log(project, worksheet_of(project)) if each.name)

    def seal(self) -> None:
        """End a run of typing."""
        self._opened.seal()

    def _put_comment(self, field: Field, comment: Comment) -> None:
        label = _("comment on “{field}”", field=self._name(field))
        self._do(PutItem(folder="comments", item=comment, label=label))

    def _prove(self, field: Field, proof: tuple[Evidence, ...], item: str = "") -> Edit:
        label = _("proof of “{field}”", field=self._name(field))
        if not item:
            return SetEvidence(place=self.place, field=field.id, evidence=proof, label=label)
        proven = with_item_proof(self.find(field), item, proof)
        return Together(
            edits=(
                SetEvidence(place=self.place, field=field.id, evidence=proven.evidence),
                SetValue(place=self.place, field=field.id, value=proven.value),
            ),
            label=label,
        )

    def _do(self, edit: Edit) -> None:
        self._opened.do(edit)

    def _name(self, field: Field) -> str:
        return field.wording(self.market).label


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
