"""What the page of the playbook shows, apart from how the playbook came by it."""

from icp_desktop.model.play import Action
from icp_desktop.model.record import record
from icp_desktop.playbook.efforts import Spending
from icp_desktop.ui.marks import MarkKind


@record
class ShownReason:
    """Why a line is there: the answer it rests on, and how well that is proven."""

    field: str  # its id, to which the link leads
    label: str
    place: str = ""  # the profile it is an answer of, "" for the business
    persona: str = ""  # the id of the persona, where the line rests on what is said of one
    no_fit: bool = False  # it asks for those who are not a fit, who may have no profile yet
    item: str = ""
    mark: MarkKind = "assumption"
    counted: str = ""


@record
class ShownLine:
    """One line: what it says, why, and what became of it.

    Where what it rests on is another now, it has `changed`: `fresh` is the text it would have, ""
    if the words stay the same; it is `lost` where nothing stands behind it any more. `asks` says
    that there is no line yet: the text is the question that would bring one.
    """

    id: str
    text: str
    head: str = ""
    reasons: tuple[ShownReason, ...] = ()
    by_hand: bool = False
    own: bool = False
    hidden: bool = False
    changed: bool = False
    fresh: str = ""
    lost: bool = False
    asks: bool = False

    @property
    def waits(self) -> bool:
        """Say whether a person has to choose what becomes of it."""
        return self.changed or self.lost


@record
class ShownGroup:
    """Lines that belong together, such as all that answer one pain."""

    id: str
    title: str = ""
    lines: tuple[ShownLine, ...] = ()


@record
class ShownChapter:
    """A chapter of the playbook: what it holds, and its lines.

    In one that is `spoken`, the text alone is what is said; the head says to whom.
    """

    id: str
    title: str
    lead: str = ""
    groups: tuple[ShownGroup, ...] = ()
    spoken: bool = False

    def lines(self) -> tuple[ShownLine, ...]:
        """Return its lines that say something; those that are hidden do not."""
        return tuple(
            line for group in self.groups for line in group.lines if not (line.asks or line.hidden)
        )


@record
class ShownPart:
    """A tab of the page: one chapter, or two that are used together."""

    id: str
    tab: str
    chapters: tuple[ShownChapter, ...]


@record
class ShownPlaybook:
    """The playbook of a profile.

    `taken` says that a person has kept any of it, `changed` counts what a refresh would offer.
    """

    profile: str
    parts: tuple[ShownPart, ...]
    spending: Spending
    actions: tuple[Action, ...] = ()
    taken: bool = False
    changed: int = 0

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to show but questions."""
        lines = any(chapter.lines() for part in self.parts for chapter in part.chapters)
        return not lines and not self.actions
