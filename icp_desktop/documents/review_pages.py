"""The review pack as HTML: everything before the one page."""

from icp_desktop.documents.content import Request
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.review_content import make_review
from icp_desktop.i18n import _


def review_html(request: Request) -> str:
    """Return the review with what changed, the decisions and what is not yet proven."""
    content = make_review(request)
    title = document_title(_("Review"), content.title, content.client)
    running = ", ".join(part for part in (content.title, content.client) if part)
    return fill_template(
        "review.html", request, content=content, document_title=title, running_title=running
    )
