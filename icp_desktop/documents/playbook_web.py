"""The playbook as one HTML file for a browser; it fetches nothing."""

from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Request
from icp_desktop.documents.html import document_title
from icp_desktop.documents.playbook_content import make_playbook, without_open_ends
from icp_desktop.documents.web_page import fill_page


def write_playbook_page(request: Request) -> bytes:
    """Return the playbook as HTML in UTF-8."""
    request = release(request)
    content = without_open_ends(make_playbook(request))
    return fill_page(
        "playbook.html",
        request,
        "playbook.css",
        content=content,
        document_title=document_title(content.kicker, content.profile, content.client),
    )
