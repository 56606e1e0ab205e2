"""Shows what could be taken over into the open project, line by line, whoever proposes it."""

from typing import TYPE_CHECKING

from icp_desktop.ui.proposal_page import ProposalPage, SideNames

if TYPE_CHECKING:
    from icp_desktop.model.proposal import Proposal
    from icp_desktop.ui.main_window import MainWindow


def propose(window: "MainWindow", proposal: "Proposal", ours: str, theirs: str) -> None:
    """Show a proposal; its two sides have names."""
    if window.view is not None:
        names = SideNames(ours=ours, theirs=theirs, bare=True)
        opened = window.view.context.opened
        window.screens.show_proposal(ProposalPage(window.appearance, opened, proposal, names))
