"""The edits that take something of another state of the same project, or drop what it lacks."""

from dataclasses import replace
from typing import Any, Literal

from icp_desktop.model.brand import Brand
from icp_desktop.model.edits import BUSINESS, SetEvidence, SetValue
from icp_desktop.model.items import put_item
from icp_desktop.model.judging import Judging
from icp_desktop.model.project import Answer, Profile, Project, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.review import ReviewPlan
from icp_desktop.model.values import Pairs, Terms, Value

Detail = Literal[
    "client", "name", "language", "currency", "worksheet", "brand", "judging", "situation",
    "review_plan",
]  # fmt: skip
DETAILS: tuple[Detail, ...] = (
    "client", "name", "language", "currency", "worksheet", "brand", "judging", "situation",
    "review_plan",
)  # fmt: skip


@record
class TakeDetail:
    """Take a detail of the project."""

    detail: Detail
    value: str | Brand | Judging | ReviewPlan
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        if getattr(project, self.detail) == self.value:
            return project
        changed: dict[str, Any] = {self.detail: self.value}
        return replace(project, **changed)


@record
class TakeProfile:
    """Take a profile as a whole, in the place of the one with its id if there is one."""

    profile: Profile
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        return replace(project, profiles=put_item(project.profiles, self.profile))


@record
class DropItems:
    """Remove some items of a list."""

    place: str
    field: str
    items: frozenset[str]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave them out."""
        value = _answer(project, self.place, self.field).value
        if not isinstance(value, Terms | Pairs):
            return project
        rest = _without(value, self.items)
        return SetValue(place=self.place, field=self.field, value=rest).apply(project)


@record
class DropEvidence:
    """Remove some pieces of proof."""

    place: str
    field: str
    evidence: frozenset[str]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave them out."""
        found = _answer(project, self.place, self.field).evidence
        kept = tuple(each for each in found if each.id not in self.evidence)
        return SetEvidence(place=self.place, field=self.field, evidence=kept).apply(project)


def _without(value: Terms | Pairs, ids: frozenset[str]) -> Value:
    if isinstance(value, Terms):
        return replace(value, items=tuple(each for each in value.items if each.id not in ids))
    return replace(value, items=tuple(each for each in value.items if each.id not in ids))


def _answer(project: Project, place: str, field: str) -> Answer:
    return find_answer(
        project.about if place == BUSINESS else project.profile(place).answers, field
    )
