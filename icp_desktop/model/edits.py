"""The changes a person can make, each a small record with a pure `apply`.

Giving back the same project means that nothing happened.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol

from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import (
    DEFAULT_WEIGHT,
    Answer,
    Market,
    Profile,
    Project,
    Retirement,
    Weight,
    find_answer,
)
from icp_desktop.model.record import record
from icp_desktop.model.values import Value, is_empty, with_item_test

BUSINESS = ""  # the place of answers about the business itself, where others name a profile


class Edit(Protocol):
    """One change; `label` says it in words for "Undo ..."."""

    @property
    def label(self) -> str:
        """What the change is called in the menu."""
        ...

    def apply(self, project: Project) -> Project:
        """Return the changed project, or the same object if nothing changes."""
        ...


@record
class SetValue:
    """Answer a field, or clear it with None."""

    place: str
    field: str
    value: Value | None
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the value in, keeping weight and proof."""
        value = None if is_empty(self.value) else self.value
        return _change_answer(project, self.place, self.field, lambda a: replace(a, value=value))


@record
class SetWeight:
    """Say how much an answer matters."""

    place: str
    field: str
    weight: Weight
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the weight in."""
        return _change_answer(
            project, self.place, self.field, lambda a: replace(a, weight=self.weight)
        )


@record
class SetEvidence:
    """Replace the proof of an answer."""

    place: str
    field: str
    evidence: tuple[Evidence, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the proof in."""
        return _change_answer(
            project, self.place, self.field, lambda a: replace(a, evidence=self.evidence)
        )


@record
class SetNextTest:
    """Say how an answer, or with its id one item of a list, will be tested next."""

    place: str
    field: str
    next_test: NextTest
    item: str = ""
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the plan in."""
        return _change_answer(project, self.place, self.field, self._planned)

    def _planned(self, answer: Answer) -> Answer:
        if not self.item:
            return replace(answer, next_test=self.next_test)
        return replace(answer, value=with_item_test(answer.value, self.item, self.next_test))


@record
class SetReason:
    """Say why an answer rules a customer out, or warns of them."""

    place: str
    field: str
    reason: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the reason in."""
        return _change_answer(
            project, self.place, self.field, lambda a: replace(a, reason=self.reason)
        )


@record
class SetMarket:
    """Say whether a profile is of firms, of people or of both; no answer is touched."""

    profile: str
    market: Market
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the market in."""
        return _change_profile(project, self.profile, lambda p: replace(p, market=self.market))


@record
class RenameProfile:
    """Give a profile another name."""

    profile: str
    name: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the name in."""
        return _change_profile(project, self.profile, lambda p: replace(p, name=self.name))


@record
class SetSummary:
    """Write the one sentence by hand; an empty one is composed from the answers again."""

    profile: str
    summary: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the sentence in."""
        return _change_profile(project, self.profile, lambda p: replace(p, summary=self.summary))


@record
class AddProfile:
    """Add a profile at the end."""

    profile: Profile
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Append the profile unless its id is there already."""
        if any(profile.id == self.profile.id for profile in project.profiles):
            return project
        return replace(project, profiles=(*project.profiles, self.profile))


@record
class RetireProfile:
    """Stop using a profile, with the reason, or use it again with None."""

    profile: str
    reason: str | None
    day: date
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Mark the profile."""
        mark = None if self.reason is None else Retirement(reason=self.reason, day=self.day)
        return _change_profile(project, self.profile, lambda p: replace(p, retired=mark))


@record
class RemoveProfile:
    """Remove a profile with all its answers, its personas and its playbook."""

    profile: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave the profile out."""
        kept = tuple(profile for profile in project.profiles if profile.id != self.profile)
        if len(kept) == len(project.profiles):
            return project
        return replace(
            project,
            profiles=kept,
            personas=tuple(each for each in project.personas if each.profile != self.profile),
            plays=tuple(each for each in project.plays if each.profile != self.profile),
            actions=tuple(each for each in project.actions if each.profile != self.profile),
            efforts=tuple(each for each in project.efforts if each.profile != self.profile),
        )


@record
class ReplaceProject:
    """Take another state of the same project, such as a restored version."""

    project: Project
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Return the other state under the id of this project."""
        return kept_if_equal(project, replace(self.project, id=project.id))


@record
class Together:
    """Several edits as one step."""

    edits: tuple[Edit, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Apply one after the other."""
        for edit in self.edits:
            project = edit.apply(project)
        return project


def kept_if_equal(before: Project, after: Project) -> Project:
    """Return the project as it was where nothing changed, so that it is no step to undo."""
    return before if after == before else after


def _change_profile(
    project: Project, profile_id: str, change: Callable[[Profile], Profile]
) -> Project:
    before = project.profile(profile_id)
    after = change(before)
    if after == before:
        return project
    profiles = tuple(after if profile is before else profile for profile in project.profiles)
    return replace(project, profiles=profiles)


def _change_answer(
    project: Project, place: str, field: str, change: Callable[[Answer], Answer]
) -> Project:
    if place == BUSINESS:
        about = _with_answer(project.about, field, change)
        return project if about is project.about else replace(project, about=about)
    profile = project.profile(place)
    answers = _with_answer(profile.answers, field, change)
    if answers is profile.answers:
        return project
    return _change_profile(project, place, lambda p: replace(p, answers=answers))


def _with_answer(
    answers: tuple[Answer, ...], field: str, change: Callable[[Answer], Answer]
) -> tuple[Answer, ...]:
    before = find_answer(answers, field)
    after = change(before)
    if after == before:
        return answers
    if says_nothing(after):
        return tuple(answer for answer in answers if answer.field != field)
    if any(answer is before for answer in answers):
        return tuple(after if answer is before else answer for answer in answers)
    return (*answers, after)


def says_nothing(answer: Answer) -> bool:
    """Say whether an answer is as good as none: nobody has touched any part of it."""
    return (
        answer.value is None
        and not answer.evidence
        and not answer.next_test
        and not answer.reason
        and answer.weight == DEFAULT_WEIGHT
    )
