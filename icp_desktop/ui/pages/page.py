"""What the window and its pages know of each other."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icp_desktop.documents.content import Earlier
from icp_desktop.model.edits import Edit
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal
from icp_desktop.model.record import record
from icp_desktop.open_project import Change, OpenProject
from icp_desktop.settings import SettingsFile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import Background
from icp_desktop.ui.pages.place import (
    CUSTOMERS,
    DOCUMENTS,
    INTERVIEWS,
    LEADS,
    OVERVIEW,
    PERSONAS,
    PLAYBOOK,
    PROOF,
    REVIEWS,
    TAILOR,
    VERSIONS,
    WORKSHEET,
    Place,
)
from icp_desktop.ui.project_signal import ProjectSignal
from icp_desktop.ui.prompts import Prompts

__all__ = [
    "CUSTOMERS",
    "DOCUMENTS",
    "INTERVIEWS",
    "LEADS",
    "OVERVIEW",
    "PERSONAS",
    "PLAYBOOK",
    "PROOF",
    "REVIEWS",
    "TAILOR",
    "VERSIONS",
    "WORKSHEET",
    "Context",
    "Host",
    "Page",
    "Place",
]


class Host(Protocol):
    """What a page may ask of the window it stands in."""

    def go(self, place: Place) -> None:
        """Show another place."""
        ...

    def say(
        self,
        sentence: str,
        *,
        undo: bool = False,
        action: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a toast for eight seconds, with Undo or another button where asked."""
        ...

    def complain(
        self, sentence: str, actions: tuple[tuple[str, Callable[[], None]], ...] = ()
    ) -> None:
        """Show what went wrong in the message bar of the page."""
        ...

    def show_preview(self, document_id: str) -> None:
        """Open the preview panel with a document."""
        ...

    def propose(self, proposal: Proposal, ours: str, theirs: str) -> None:
        """Show what could be taken over, line by line; the two sides have names."""
        ...


@record
class Context:
    """What every page of a project is given."""

    appearance: Appearance
    opened: OpenProject
    changes: ProjectSignal
    settings: SettingsFile
    background: Background
    prompts: Prompts
    host: Host
    home: Path  # the data folder, for what is kept for new projects
    last_version: Callable[[], str] = lambda: ""  # the name of the version that was kept last
    earlier: Callable[[], Earlier | None] = lambda: None  # what a review is compared with

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.opened.project

    def take(self, edit: Edit, said: str) -> bool:
        """Make a change and say it, with the way back; say whether anything changed."""
        changed = self.opened.do(edit)
        if changed:
            self.host.say(said, undo=True)
        return changed


class Page(QWidget):
    """One page of a project; subclasses compose it by hand.

    A page shows what it is told by `show_place` and `take_change`, and emits `place_changed` when
    the person moves within it. `take_change` compares the identity of the slice it shows and
    redraws only where that differs. `room_left` says that the session with a client is over.
    """

    place_changed = Signal(object)
    room_left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Keep the context; build nothing that costs time before the page is shown."""
        super().__init__(parent)
        self.context = context

    def show_place(self, place: Place) -> None:
        """Go to a place on this page and put the focus there."""
        raise NotImplementedError

    def take_change(self, change: Change) -> None:
        """Show a change of the project."""
        raise NotImplementedError

    def place(self) -> Place:
        """Return where the person is on this page."""
        raise NotImplementedError

    def near_widgets(self) -> tuple[QWidget, ...] | None:
        """Return what stands beside the title; None for the choice of the profile."""
        return None

    def set_room(self, in_room: bool) -> None:
        """Be shown to a room with a client, or not; only the worksheet is."""

    def prove(self) -> bool:
        """Ask how the answer the person is at is known; say whether there is one to ask about."""
        return False

    def head_widgets(self) -> tuple[QWidget, ...]:
        """Return what stands at the right of the page head: segments, undo and redo, buttons."""
        return ()
