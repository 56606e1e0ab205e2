"""What another state of the project has otherwise, line by line, to be taken over or left."""

from datetime import date

from PySide6.QtCore import Signal
from typing_extensions import override

from icp_desktop.documents.merging import Copy, propose_merge
from icp_desktop.i18n import _
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.proposal_page import ProposalPage, SideNames


class MergePage(ProposalPage):
    """Compares the open project with another state of it; `merging` carries ours before that."""

    merging = Signal(object)

    def __init__(
        self, appearance: Appearance, opened: OpenProject, copy: Copy, *, title: str
    ) -> None:
        """Show every difference."""
        today = date.today()  # noqa: DTZ011 - the day on the person's own calendar
        proposal = propose_merge(opened.project, copy, title=title, today=today)
        names = SideNames(ours=_("Here"), theirs=_("There"))
        super().__init__(appearance, opened, proposal, names)

    @override
    def accept(self) -> None:
        self.merging.emit(self._opened.project)
        super().accept()
