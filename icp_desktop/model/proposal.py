"""A set of changes with reasons, from which a person chooses; what is chosen becomes one step."""

from collections.abc import Collection

from icp_desktop.model.edits import Edit, Together
from icp_desktop.model.record import record


@record
class Suggestion:
    """One change that is offered.

    `what` names the thing, `ours` and `theirs` say it as it is and as it would be, all in words
    for people. `chosen` says whether it is ticked at first.
    """

    id: str
    edit: Edit
    what: str
    ours: str
    theirs: str
    reason: str = ""
    chosen: bool = True


@record
class Proposal:
    """What is offered together, such as a merge or a returned form."""

    title: str
    suggestions: tuple[Suggestion, ...]

    def accept(self, chosen: Collection[str]) -> Together:
        """Return the chosen changes, in their order, as one step."""
        edits = tuple(each.edit for each in self.suggestions if each.id in chosen)
        return Together(edits=edits, label=self.title)
