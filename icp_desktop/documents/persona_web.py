"""The personas of a profile as one HTML file for a browser; it fetches nothing."""

from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request
from icp_desktop.documents.html import document_title
from icp_desktop.documents.persona_content import make_cards
from icp_desktop.documents.pictures import picture_address
from icp_desktop.documents.web_page import fill_page
from icp_desktop.i18n import _


def write_personas_page(request: Request) -> bytes:
    """Return the personas as HTML in UTF-8."""
    request = release(request)
    content = make_cards(request)
    return fill_page(
        "personas.html",
        request,
        "personas.css",
        content=content,
        document_title=document_title(_("Personas"), content.profile, content.client),
        face=lambda card: picture_address(card.picture),
    )
