"""What differs between two states of a project, line by line, to be taken over or left."""

from dataclasses import replace

from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Project
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.differences import propose_merge
from icp_desktop.ui.proposal_page import ProposalPage, SideNames


class MergePage(ProposalPage):
    """Compares the open project with another state of it."""

    def __init__(
        self, appearance: Appearance, opened: OpenProject, theirs: Project, *, title: str
    ) -> None:
        """Show every difference."""
        proposal = propose_merge(opened.project, theirs, title)
        count = len(proposal.suggestions)
        lead = (
            n_(
                "{n} thing differs. Yours stays where you don’t tick it.",
                "{n} things differ. Yours stays where you don’t tick them.",
                count,
            )
            if count
            else _("Nothing differs. Both say the same.")
        )
        names = SideNames(ours=_("Here"), theirs=_("There"))
        super().__init__(appearance, opened, replace(proposal, lead=lead), names)
