"""The printed pages of the playbook as HTML: all of it, cards for objections, the first talk."""

from icp_desktop.documents.content import Request
from icp_desktop.documents.html import document_title, fill_template
from icp_desktop.documents.playbook_content import make_playbook, without_open_ends
from icp_desktop.i18n import _

_LONG = 34  # characters of a title that takes more than a line at full size


def playbook_html(request: Request) -> str:
    """Return the whole playbook as HTML."""
    content = without_open_ends(make_playbook(request))
    title = document_title(content.kicker, content.profile, content.client)
    return fill_template(
        "playbook.html",
        request,
        content=content,
        document_title=title,
        running_title=title,
        long=len(content.profile) > _LONG,
    )


def objection_cards_html(request: Request) -> str:
    """Return the objections with their replies as cards to be cut out."""
    content = make_playbook(request)
    title = document_title(_("Objection cards"), content.profile, content.client)
    return fill_template(
        "objection_cards.html",
        request,
        content=content,
        chapter=content.chapter("objections"),
        document_title=title,
        running_title=title,
    )


def first_talk_html(request: Request) -> str:
    """Return the questions of a first talk, with room to write."""
    content = make_playbook(request)
    title = document_title(_("First talk"), content.profile, content.client)
    return fill_template(
        "first_talk.html",
        request,
        content=content,
        chapter=content.chapter("qualifying"),
        document_title=title,
        running_title=title,
        long=len(content.profile) > _LONG,
    )
