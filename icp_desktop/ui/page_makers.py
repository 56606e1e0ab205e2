"""Which pages a project has, and how each is made when it is first shown."""

from typing import TYPE_CHECKING

from icp_desktop.i18n import later
from icp_desktop.ui.icons import IconName
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
)

if TYPE_CHECKING:
    from icp_desktop.ui.pages.page import Context, Page
    from icp_desktop.ui.workspace import Workspace

PAGE_TITLES: dict[str, str] = {
    OVERVIEW: later("Overview"),
    WORKSHEET: later("Worksheet"),
    PROOF: later("Proof"),
    INTERVIEWS: later("Interviews"),
    CUSTOMERS: later("Customers"),
    LEADS: later("Leads"),
    PERSONAS: later("Personas"),
    PLAYBOOK: later("Playbook"),
    REVIEWS: later("Reviews"),
    DOCUMENTS: later("Documents"),
    VERSIONS: later("Versions"),
    TAILOR: later("Your questions"),
}
PAGE_ICONS: dict[str, IconName] = {
    OVERVIEW: "grid",
    WORKSHEET: "worksheet",
    PROOF: "flag",
    INTERVIEWS: "interviews",
    CUSTOMERS: "people",
    LEADS: "target",
    PERSONAS: "persona",
    REVIEWS: "reviews",
    PLAYBOOK: "playbook",
    DOCUMENTS: "documents",
    VERSIONS: "history",
    TAILOR: "pencil",
}
PAGE_GROUPS: tuple[tuple[str, ...], ...] = (
    (OVERVIEW, WORKSHEET, PROOF),
    (INTERVIEWS, CUSTOMERS),
    (LEADS, PERSONAS, PLAYBOOK),
    (REVIEWS, DOCUMENTS, VERSIONS),
)


def make_page(name: str, context: "Context", workspace: "Workspace") -> "Page":
    """Return a new page; its module is imported now and not before."""
    page: Page
    match name:
        case "worksheet":
            from icp_desktop.ui.pages.worksheet import WorksheetPage

            page = WorksheetPage(context)
        case "proof":
            from icp_desktop.ui.pages.proof import ProofPage

            page = ProofPage(context)
        case "interviews":
            from icp_desktop.ui.talks.page import InterviewsPage

            page = InterviewsPage(context, workspace.forget)
        case "customers":
            from icp_desktop.ui.customers.page import CustomersPage

            page = CustomersPage(context)
        case "leads":
            from icp_desktop.ui.leads.page import LeadsPage

            page = LeadsPage(context)
        case "personas":
            from icp_desktop.ui.personas.page import PersonasPage

            page = PersonasPage(context)
        case "playbook":
            from icp_desktop.ui.playbook.page import PlaybookPage

            page = PlaybookPage(context)
        case "documents" | "reviews" | "tailor" | "versions":
            page = _make_later_page(name, context, workspace)
        case _:
            from icp_desktop.ui.pages.overview import OverviewPage

            page = OverviewPage(context)
    return page


def _make_later_page(name: str, context: "Context", workspace: "Workspace") -> "Page":
    """Return a page of what is done with a profile once there is one."""
    page: Page
    match name:
        case "documents":
            from icp_desktop.ui.pages.documents import DocumentsPage

            page = DocumentsPage(context)
        case "reviews":
            from icp_desktop.ui.reviews.page import ReviewsPage

            page = ReviewsPage(context, workspace)
        case "tailor":
            from icp_desktop.ui.pages.tailor import TailorPage

            page = TailorPage(context)
        case _:
            from icp_desktop.ui.pages.versions import VersionsPage

            page = VersionsPage(context, workspace)
    return page
