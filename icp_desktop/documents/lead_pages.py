"""The printed pages about leads as HTML: the list by fit, and the card to score by hand."""

from collections.abc import Iterator

from icp_desktop.documents.content import Request
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.lead_content import make_card, make_leads
from icp_desktop.i18n import _

CARD_SIZES = 3  # how crowded the card may be set, from roomy to small
_TWO_PAGES = 1  # how crowded where one page is not enough: what is too small nobody ticks


def leads_html(request: Request) -> str:
    """Return the list of leads as HTML."""
    content = make_leads(request)
    title = document_title(_("Leads by fit"), content.client)
    return fill_template(
        "leads.html", request, content=content, document_title=title, running_title=title
    )


def scorecards(request: Request) -> Iterator[str]:
    """Yield the card on one page, ever more crowded, and last on as many as it needs."""
    for crowding in range(CARD_SIZES):
        yield scorecard_html(request, crowding)
    yield scorecard_html(request, _TWO_PAGES, several=True)


def scorecard_html(request: Request, crowding: int = 0, *, several: bool = False) -> str:
    """Return the card as HTML; `crowding` says how much smaller it is set.

    With `several` it says on top that it takes more than one page.
    """
    content = make_card(request)
    title = document_title(_("Scorecard"), content.client)
    return fill_template(
        "scorecard.html",
        request,
        content=content,
        document_title=title,
        running_title=title,
        crowding=crowding,
        most_words=(150, 110, 60)[crowding],
        several=several,
        heads=crowding == CARD_SIZES - 1,  # yes and no stand once above each group
    )
