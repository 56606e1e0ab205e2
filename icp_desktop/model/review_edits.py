"""The changes to reviews: plan them, hold one, decide, finish it and plan the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from icp_desktop.model.items import change_item, put_item
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.review import (
    Doubt,
    Resolve,
    Review,
    ReviewAnswer,
    ReviewPlan,
    Rhythm,
    Trigger,
    next_day,
)


@record
class PlanReviews:
    """Say how often and when the profiles are looked at again."""

    rhythm: Rhythm
    next: date | None
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the plan in; lists that are there now are not news."""
        before = project.review_plan
        if (before.rhythm, before.next) == (self.rhythm, self.next):
            return project
        after = replace(
            before,
            rhythm=self.rhythm,
            next=self.next,
            lists=before.lists or list_digests(project),
            edition=before.edition + 1,
        )
        return replace(project, review_plan=after)


@record
class PutTrigger:
    """Say what else calls for a review, or that it happened."""

    trigger: Trigger
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in, in the place of the one with its id."""
        before = project.review_plan
        triggers = put_item(before.triggers, self.trigger)
        lists = before.lists
        if self.trigger.occasion == "list" and all(e.occasion != "list" for e in before.triggers):
            lists = list_digests(project)
        return _with_plan(project, replace(before, triggers=triggers, lists=lists))


@record
class RemoveTrigger:
    """Let something call for a review no longer."""

    trigger: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out."""
        before = project.review_plan
        kept = tuple(each for each in before.triggers if each.id != self.trigger)
        return _with_plan(project, replace(before, triggers=kept))


@record
class FindInReview:
    """Say what was found on one of the four questions."""

    review: str
    answer: ReviewAnswer
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in, in the place of what was said of the question before."""
        return _change(project, self.review, self._found)

    def _found(self, review: Review) -> Review:
        if review.answer(self.answer.question) == self.answer:
            return review
        others = tuple(e for e in review.answers if e.question != self.answer.question)
        return replace(review, answers=(*others, self.answer))


@record
class PutResolve:
    """Decide something in a review, or change what was decided."""

    review: str
    resolve: Resolve
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in, in the place of the one with its id."""
        return _change(
            project,
            self.review,
            lambda review: replace(review, resolves=put_item(review.resolves, self.resolve)),
        )


@record
class RemoveResolve:
    """Take a decision back."""

    review: str
    resolve: str
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Leave it out."""
        return _change(
            project,
            self.review,
            lambda review: replace(
                review, resolves=tuple(e for e in review.resolves if e.id != self.resolve)
            ),
        )


@record
class FinishReview:
    """Finish a review: keep the numbers as they are, and set the day of the next."""

    review: str
    day: date
    answers: tuple[ReviewAnswer, ...]
    doubts: tuple[Doubt, ...]
    called_by: tuple[str, ...]
    version: str
    kept_as: str
    rhythm: Rhythm
    next: date | None
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Finish it; what called for it has been answered."""
        after = _change(project, self.review, self._finished)
        if after is project:
            return project
        plan = PlanReviews(rhythm=self.rhythm, next=self.next).apply(after).review_plan
        answered = tuple(replace(each, happened=None) for each in plan.triggers)
        plan = replace(plan, triggers=answered, lists=list_digests(project))
        return _with_plan(after, plan)

    def _finished(self, review: Review) -> Review:
        return replace(
            review,
            finished=self.day,
            answers=self.answers,
            doubts=self.doubts,
            called_by=self.called_by,
            version=self.version,
            kept_as=self.kept_as,
        )


@record
class PrintSignOffs:
    """Say who agreed in the profile as it is handed out, or not."""

    on: bool
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in."""
        if project.print_signoffs == self.on:
            return project
        return replace(project, print_signoffs=self.on)


def planned_next(plan: ReviewPlan, rhythm: Rhythm, day: date) -> date | None:
    """Return the day that a rhythm proposes after a review on a day; without one, a later plan."""
    if rhythm:
        return next_day(rhythm, day)
    return plan.next if plan.next is not None and plan.next > day else None


def list_digests(project: Project) -> tuple[str, ...]:
    """Return what the lists of customers and deals are known by."""
    return tuple(each.body.digest for each in project.tables if each.role in ("customers", "deals"))


def _with_plan(project: Project, plan: ReviewPlan) -> Project:
    return project if plan == project.review_plan else replace(project, review_plan=plan)


def _change(project: Project, review_id: str, change: Callable[[Review], Review]) -> Project:
    reviews = change_item(project.reviews, review_id, change)
    return project if reviews is project.reviews else replace(project, reviews=reviews)
