"""What a person does in a review, as steps of the project that can be undone."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from icp_desktop.checks.agreed import state_of
from icp_desktop.checks.due import find_due, say_due
from icp_desktop.checks.standing import doubts
from icp_desktop.documents.content import Earlier
from icp_desktop.documents.reminder import SUFFIX, Reminder, check_next, write_reminder
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.insight.since_review import Counted, filled_in
from icp_desktop.model.edits import Edit, Together
from icp_desktop.model.ids import new_id
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.project import Project
from icp_desktop.model.review import (
    VERDICTS,
    Figure,
    Resolve,
    Review,
    ReviewAnswer,
    Rhythm,
    SignOff,
    Trigger,
    last_review,
    open_review,
)
from icp_desktop.model.review_edits import (
    FindInReview,
    FinishReview,
    PlanReviews,
    PrintSignOffs,
    PutResolve,
    PutTrigger,
    RemoveResolve,
    RemoveTrigger,
    planned_next,
)
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.file_names import file_name
from icp_desktop.storage.versions import Version
from icp_desktop.ui.export import own_folder
from icp_desktop.ui.folders import show_in_folder
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.page import Context
from icp_desktop.worksheet.shipped import worksheet_of

if TYPE_CHECKING:
    from icp_desktop.ui.workspace import Workspace


class ReviewSteps(QObject):
    """Makes the edits; a review begins with the first of them. `finished` carries its id."""

    finished = Signal(str)

    def __init__(self, context: Context, workspace: "Workspace") -> None:
        """Work on the open project."""
        super().__init__()
        self._context = context
        self._workspace = workspace
        self._counted: tuple[Counted, ...] = ()
        self._fresh = Review(id=new_id(), begun=today())
        self._against: Version | None = None
        self._states: dict[str, Earlier | None] = {}

    def renew(self) -> None:
        """Read anew what a review is compared with: of the last one, or the newest version."""
        last = last_review(self._context.project.reviews)
        versions = self._workspace.store.library.versions(self._workspace.project_id)
        by_hand = [each for each in versions if each.is_milestone]
        of_last = [each for each in by_hand if last is not None and each.id == last.version]
        self._against = next(iter((*of_last, *by_hand[::-1])), None)
        self._states.clear()

    @property
    def against(self) -> Version | None:
        """The version that a review now is compared with, None if none was kept."""
        return self._against

    def show_counted(self, counted: tuple[Counted, ...]) -> None:
        """Know what was counted, to keep it when the review is finished."""
        self._counted = counted

    def current(self) -> Review:
        """Return the review under way, or the empty one that the first answer begins."""
        found = open_review(self._context.project.reviews)
        if found is not None:
            return found
        if any(each.id == self._fresh.id for each in self._context.project.reviews):
            self._fresh = Review(id=new_id(), begun=today())
        return self._fresh

    def compared(self, review: Review) -> tuple[Earlier | None, Project]:
        """Return what a review is compared with, and the state that is compared."""
        if review.finished is None:
            return self._state(self._against.id if self._against else ""), self._context.project
        kept = self._state(review.version)
        return self._state(review.against), kept.project if kept else self._context.project

    def judge(self, answer: ReviewAnswer, verdict: str) -> None:
        """Answer a question with yes, no or can't tell."""
        for each in VERDICTS:
            if each == verdict:
                self._find(replace(answer, verdict=each), _("answer in the review"))

    def note(self, answer: ReviewAnswer, text: str) -> None:
        """Write a note on a question."""
        label = _("note in the review")
        self._find(replace(answer, note=text), label, merge=f"review/{answer.question}/note")

    def type(self, answer: ReviewAnswer, now: Figure | None, before: Figure | None) -> None:
        """Take numbers that were typed; those that equal the counted ones stay counted."""
        last = last_review(self._context.project.reviews)
        (known,) = (
            each
            for each in filled_in(Review(id="", begun=today()), last, self._counted)
            if each.question == answer.question
        )
        after = replace(answer, now=_own(now, known.now), before=_own(before, known.before))
        self._find(after, _("numbers in the review"))

    def resolve(self, resolve: Resolve) -> None:
        """Take a decision, or what became of it."""
        review = self._of_resolve(resolve.id)
        edit = PutResolve(review=review.id, resolve=resolve, label=_("decision in the review"))
        self._do(review, edit)

    def drop_resolve(self, resolve_id: str) -> None:
        """Take a decision back."""
        review = self._of_resolve(resolve_id)
        label = _("removing a decision")
        edit = RemoveResolve(review=review.id, resolve=resolve_id, label=label)
        self._context.take(edit, _("Decision removed."))

    def plan(self, rhythm: Rhythm, day: date | None) -> None:
        """Plan the next review."""
        self._context.opened.do(
            PlanReviews(rhythm=rhythm, next=day, label=_("when the next review is"))
        )

    def put_trigger(self, trigger: Trigger) -> None:
        """Say what calls for a review."""
        label = _("what calls for a review")
        self._context.opened.do(PutTrigger(trigger=trigger, label=label))

    def drop_trigger(self, trigger_id: str) -> None:
        """Let something call for a review no longer."""
        label = _("what calls for a review")
        self._context.opened.do(RemoveTrigger(trigger=trigger_id, label=label))

    def agree(self, person: str, role: str) -> None:
        """Note that somebody agreed to the profiles as they are."""
        project = self._context.project
        signed = SignOff(
            id=new_id(),
            person=person,
            role=role,
            day=today(),
            state=state_of(project),
            kept_as=self._context.last_version(),
        )
        label = _("agreement of {person}", person=person)
        self._context.opened.do(PutItem(folder="signoffs", item=signed, label=label))

    def drop_agreement(self, signoff_id: str) -> None:
        """Take an agreement out."""
        edit = RemoveItem(folder="signoffs", item=signoff_id, label=_("removing an agreement"))
        self._context.take(edit, _("Agreement removed."))

    def print_agreements(self, on: bool) -> None:
        """Say who agreed in the profile as it is handed out, or not."""
        label = _("who agreed, in the profile")
        self._context.opened.do(PrintSignOffs(on=on, label=label))

    def next_after(self) -> date | None:
        """Return when the review after this one will be."""
        plan = self._context.project.review_plan
        if plan.next is not None and plan.next > today():
            return plan.next
        return planned_next(plan, plan.rhythm, today())

    def finish(self, name: str, reason: str) -> None:
        """Keep a version with what was found, then finish the review and plan the next."""
        project, review = self._context.project, self.current()
        last, against = last_review(project.reviews), self._against
        version_id = new_id()
        finish = FinishReview(
            review=review.id,
            day=today(),
            answers=filled_in(review, last, self._counted),
            doubts=doubts(project, worksheet_of(project)),
            called_by=tuple(say_due(each) for each in find_due(project, today())),
            version=version_id,
            kept_as=name,
            rhythm=project.review_plan.rhythm,
            next=self.next_after(),
        )
        begun = replace(review, against=against.id if against else "")
        put = PutItem(folder="reviews", item=begun)
        edit = Together(edits=(put, finish), label=_("finishing the review"))
        library, state = self._workspace.store.library, edit.apply(project)

        def work() -> Version:
            return library.keep_version(
                project.id,
                name=name,
                reason=reason,
                day=today(),
                project=state,
                version_id=version_id,
            )

        def done(_version: Version) -> None:
            self._context.opened.seal()
            self._context.opened.do(edit)
            self.finished.emit(review.id)

        self._workspace.autosave.flush()
        self._workspace.store.write(work, done, self._complain)

    def save_reminder(self, *, with_client: bool) -> None:
        """Ask where the reminder goes and write it there."""
        project = self._context.project
        try:
            if project.review_plan.next is not None:
                check_next(project.review_plan.next, today())
            reminder = Reminder(
                project=project,
                now=self._workspace.store.library.now(),
                with_client=with_client,
            )
            data = write_reminder(reminder)
        except KnownError as error:
            self._complain(error)
            return
        words = project.client if with_client else project.name
        proposal = own_folder(self._context) / file_name(words, _("Review"), SUFFIX)
        path = self._context.prompts.save_file(
            _("Save the reminder"), proposal, f"{_('Calendar')} (*{SUFFIX})"
        )
        if path is None:
            return
        target = path if path.suffix.casefold() == SUFFIX else path.with_name(path.name + SUFFIX)
        try:
            write_whole(target, data)
        except KnownError as error:
            self._complain(error)
            return
        self._announce(target)

    def _state(self, version_id: str) -> Earlier | None:
        """Return a kept version, None where it is gone or can't be read any more."""
        if version_id and version_id not in self._states:
            library, project_id = self._workspace.store.library, self._workspace.project_id
            version = next((e for e in library.versions(project_id) if e.id == version_id), None)
            try:
                found = None if version is None else library.version(project_id, version_id)
            except KnownError:
                found = None
            self._states[version_id] = (
                Earlier(project=found, name=version.name, day=version.day)
                if version is not None and found is not None
                else None
            )
        return self._states.get(version_id)

    def _announce(self, path: Path) -> None:
        self._context.host.say(
            _("Saved “{file}”. Open it, and your calendar takes it in.", file=path.name),
            action=(_("Show in folder"), lambda: show_in_folder(path)),
        )

    def _find(self, answer: ReviewAnswer, label: str, merge: str = "") -> None:
        review = self.current()
        if review.answer(answer.question) == answer:
            return  # nothing said begins no review
        self._do(review, FindInReview(review=review.id, answer=answer, label=label), merge)

    def _do(self, review: Review, edit: Edit, merge: str = "") -> None:
        if all(each.id != review.id for each in self._context.project.reviews):
            begin = PutItem(folder="reviews", item=replace(review, begun=today()))
            edit = Together(edits=(begin, edit), label=edit.label)
        self._context.opened.do(edit, merge=merge)

    def _of_resolve(self, resolve_id: str) -> Review:
        """Return the review in which something was decided, that under way for a new one."""
        for review in self._context.project.reviews:
            if any(each.id == resolve_id for each in review.resolves):
                return review
        return self.current()

    def _complain(self, error: Exception) -> None:
        self._context.host.complain(str(error))


def _own(typed: Figure | None, counted: Figure | None) -> Figure | None:
    """Return what was typed, None where it says what was counted anyway."""
    if typed is None or counted is None:
        return typed
    same = (typed.count, typed.total) == (counted.count, counted.total)
    return None if same else typed
