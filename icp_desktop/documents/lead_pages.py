"""The printed pages about leads as HTML: the list by fit, and the card to score by hand."""

from icp_desktop.documents.content import Request
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.lead_content import make_card, make_leads
from icp_desktop.i18n import _

CARD_SIZES = 4  # how crowded the card may be set, from roomy to small


def leads_html(request: Request) -> str:
    """Return the list of leads as HTML."""
    content = make_leads(request)
    title = document_title(_("Leads by fit"), content.client)
    return fill_template(
        "leads.html", request, content=content, document_title=title, running_title=title
    )


def scorecard_html(request: Request, crowding: int = 0) -> str:
    """Return the card as HTML; `crowding` says how much smaller it is set."""
    content = make_card(request)
    title = document_title(_("Scorecard"), content.client)
    return fill_template(
        "scorecard.html",
        request,
        content=content,
        document_title=title,
        running_title=title,
        crowding=crowding,
        most_words=(150, 110, 64, 58)[crowding],
    )
