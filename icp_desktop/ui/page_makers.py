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
    REVIEWS: "reviews",
    DOCUMENTS: "documents",
    VERSIONS: "history",
    TAILOR: "pencil",
}
PAGE_GROUPS: tuple[tuple[str, ...], ...] = (
    (OVERVIEW, WORKSHEET, PROOF),
    (INTERVIEWS, CUSTOMERS),
    (LEADS,),
    (REVIEWS, DOCUMENTS, VERSIONS),
)


def make_page(name: str, context: "Context", workspace: "Workspace") -> "Page":
    """Return a new page; its module is imported now and not before."""
    match name:
        case "worksheet":
            from icp_desktop.ui.pages.worksheet import WorksheetPage

            return WorksheetPage(context)
        case "proof":
            from icp_desktop.ui.pages.proof import ProofPage

            return ProofPage(context)
        case "interviews":
            from icp_desktop.ui.talks.page import InterviewsPage

            return InterviewsPage(context, workspace.forget)
        case "customers":
            from icp_desktop.ui.customers.page import CustomersPage

            return CustomersPage(context)
        case "leads":
            from icp_desktop.ui.leads.page import LeadsPage

            return LeadsPage(context)
        case "documents":
            from icp_desktop.ui.pages.documents import DocumentsPage

            return DocumentsPage(context)
        case "reviews":
            from icp_desktop.ui.reviews.page import ReviewsPage

            return ReviewsPage(context, workspace)
        case "tailor":
            from icp_desktop.ui.pages.tailor import TailorPage

            return TailorPage(context)
        case "versions":
            from icp_desktop.ui.pages.versions import VersionsPage

            return VersionsPage(context, workspace)
        case _:
            from icp_desktop.ui.pages.overview import OverviewPage

            return OverviewPage(context)
