"""A set of changes with reasons, from which a person chooses; what is chosen becomes one step."""

from collections.abc import Collection

from icp_desktop.model.edits import Edit, Together
from icp_desktop.model.record import record


@record
class Suggestion:
    """One change that is offered.

    `what` names the thing, `ours` and `theirs` say it as it is and as it would be, all in words
    for people. `chosen` says whether it is ticked at first; `group` is the id of its group.
    `otherwise` is done where it is not chosen, such as to keep the words that were not taken.
    """

    id: str
    edit: Edit
    what: str
    ours: str
    theirs: str
    reason: str = ""
    chosen: bool = True
    group: str = ""
    otherwise: Edit | None = None


@record
class Unread:
    """Something that was found and can't be taken over: what it is, as it was found, and why."""

    what: str
    found: str
    reason: str


@record
class Group:
    """Suggestions of one origin, such as a form that came back.

    Its `edits` go before the first of its suggestions that is chosen. `notes` are sentences about
    all of them; `unread` is shown and can't be chosen.
    """

    id: str
    title: str
    edits: tuple[Edit, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


@record
class Proposal:
    """What is offered together, such as a merge or a returned form; `lead` says what it is."""

    title: str
    suggestions: tuple[Suggestion, ...]
    groups: tuple[Group, ...] = ()
    lead: str = ""

    def accept(self, chosen: Collection[str]) -> Together:
        """Return the chosen changes, and what is done instead of the others, as one step."""
        first = {group.id: group.edits for group in self.groups}
        edits: list[Edit] = []
        for each in self.suggestions:
            if each.id in chosen:
                edits += [*first.pop(each.group, ()), each.edit]
            elif each.otherwise is not None:
                edits.append(each.otherwise)
        return Together(edits=tuple(edits), label=self.title)
