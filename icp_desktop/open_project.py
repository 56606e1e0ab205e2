"""The only place where a project changes: the current value, its steps, and who is told."""

from collections.abc import Callable
from dataclasses import replace

from icp_desktop.model.edits import Edit
from icp_desktop.model.links import settled
from icp_desktop.model.project import Project
from icp_desktop.model.record import record


@record
class Step:
    """One undoable step; `merge` names the run of typing it belongs to, if any."""

    label: str
    before: Project
    after: Project
    merge: str = ""


@record
class Change:
    """What subscribers get: the project as it was and as it is."""

    before: Project
    after: Project


Subscriber = Callable[[Change], None]


class OpenProject:
    """A project being worked on.

    Undo gives back the identical earlier object, so no feature needs undo code of its own.
    """

    def __init__(self, project: Project) -> None:
        """Open a project with nothing to undo."""
        self._project = project
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._sealed = True
        self._subscribers: list[Subscriber] = []

    @property
    def project(self) -> Project:
        """The current value."""
        return self._project

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None if there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring again, None if there is nothing."""
        return self._undone[-1].label if self._undone else None

    def do(self, edit: Edit, *, merge: str = "") -> bool:
        """Apply an edit and say whether anything changed.

        Edits in a row with the same `merge` become one step until `seal` is called; one without
        `merge` is a step of its own.
        """
        before = self._project
        after = settled(edit.apply(before), before)
        if after is before:
            self._sealed = self._sealed or not merge
            return False
        last = self._done[-1] if self._done else None
        if merge and not self._sealed and last is not None and last.merge == merge:
            self._done[-1] = Step(label=last.label, before=last.before, after=after, merge=merge)
        else:
            self._done.append(Step(label=edit.label, before=before, after=after, merge=merge))
        self._undone.clear()
        self._sealed = False
        self._become(after)
        return True

    def seal(self) -> None:
        """End a run of typing: the next edit is a step of its own."""
        self._sealed = True

    def undo(self) -> bool:
        """Take the last step back; say whether there was one."""
        if not self._done:
            return False
        step = self._done.pop()
        self._undone.append(step)
        self._sealed = True
        self._become(step.before)
        return True

    def redo(self) -> bool:
        """Bring the last undone step again; say whether there was one."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self._done.append(step)
        self._sealed = True
        self._become(step.after)
        return True

    def rewrite(self, change: Callable[[Project], Project]) -> None:
        """Change every state, those of undo and redo too, as if it had always been so.

        For what must not come back by undo, such as a person who is to be forgotten.
        """
        known: dict[int, Project] = {}

        def changed(project: Project) -> Project:
            if id(project) not in known:
                known[id(project)] = change(project)
            return known[id(project)]

        def rewritten(steps: list[Step]) -> list[Step]:
            new = [
                replace(each, before=changed(each.before), after=changed(each.after))
                for each in steps
            ]
            return [each for each in new if each.before != each.after]

        after = changed(self._project)
        self._done, self._undone = rewritten(self._done), rewritten(self._undone)
        self._sealed = True
        if after is not self._project:
            self._become(after)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Tell `subscriber` of every change; the returned function ends it."""
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe

    def _become(self, project: Project) -> None:
        change = Change(before=self._project, after=project)
        self._project = project
        for subscriber in tuple(self._subscribers):
            subscriber(change)
