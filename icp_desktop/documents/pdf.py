"""The printed documents by id, each as large as its contents allow; `press` prints them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from icp_desktop.documents.blind_pages import blind_html
from icp_desktop.documents.changes_content import changes_html
from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Paper, ProfileContent, Request, language_of
from icp_desktop.documents.html import (
    findings_html,
    interview_html,
    one_page_html,
    profile_html,
    unproven_html,
    worksheet_html,
)
from icp_desktop.documents.lead_pages import leads_html, scorecards
from icp_desktop.documents.one_page import Room
from icp_desktop.documents.page_one import MOST_CROWDED, guess_crowding
from icp_desktop.documents.persona_pages import print_personas
from icp_desktop.documents.playbook_pages import (
    first_talk_html,
    objection_cards_html,
    playbook_html,
)
from icp_desktop.documents.press import (
    CARDS,
    MM,
    WALL,
    PdfResult,
    at_work,
    lay_out,
    print_html,
    print_within,
    write_layout,
)
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.documents.review_pages import review_html
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, using
from icp_desktop.model.record import record

if TYPE_CHECKING:
    from weasyprint import Document

DENSITIES: tuple[Room, ...] = tuple(Room(density=density) for density in range(5))
_SIDES, _FEWEST_LINES = 2, 3  # of an interview sheet, and how many lines less than it may have
_SMALL = Room(density=4, quotation=False, verdicts=9)
TIGHTER: tuple[Room, ...] = (  # where even the smallest type is not enough, weak lines go
    replace(_SMALL, verdicts=12),
    replace(_SMALL, characters=90, sentence=420),
    replace(_SMALL, lines=3, verdicts=7, characters=90, sentence=420),
    replace(_SMALL, lines=3, verdicts=6, characters=70, sentence=320),
    replace(_SMALL, lines=2, verdicts=5, characters=60, sentence=240),
    replace(_SMALL, lines=1, verdicts=3, characters=50, sentence=160),
)

_PLAIN: dict[str, Callable[[Request], str]] = {  # laid out once, as long as they are
    "changes": changes_html,
    "findings": findings_html,
    "unproven": unproven_html,
    "leads": leads_html,
    "blind-test": blind_html,
    "worksheet": worksheet_html,
    "playbook": playbook_html,
    "objection-cards": objection_cards_html,
    "first-talk": first_talk_html,
}
_TOP = 14  # mm above the one page


@record
class Try:
    """One layout of the one page, and whether it is one."""

    html: str
    layout: "Document"
    fits: bool


def render_pdf(document_id: str, request: Request) -> PdfResult:
    """Return a document as PDF, in the language of the request; raise KnownError if it has none."""
    with using(language_of(request)):
        request = release(request)
        if document_id == "profile":
            return _print_profile(request)
        if document_id == "one-page":
            return _print_one_page(request)
        if document_id == "review":
            return _print_pack(request)
        if document_id == "scorecard":
            return print_within(1, scorecards(request), document_id, request.paper)
        if document_id == "interview":
            return _print_interview(request)
        if document_id in CARDS:
            return print_personas(document_id, request)
        if document_id in _PLAIN:
            return print_html(_PLAIN[document_id](request), document_id, request.paper)
    raise KnownError(_("The document “{id}” can’t be printed.", id=document_id))


def _print_interview(request: Request) -> PdfResult:
    """Print on the two sides of one sheet, with fewer lines if it has to be."""
    fewest = (*range(_FEWEST_LINES), 0)  # more than a sheet anyway: room is worth more
    sheets = (interview_html(request, fewer) for fewer in fewest)
    return print_within(_SIDES, sheets, "interview", request.paper)


def _print_profile(request: Request) -> PdfResult:
    """Print with page 1 as large as its contents allow."""
    content = make_profile_content(request)
    crowding = guess_crowding(content, request.paper)
    with at_work() as remarks:
        html = profile_html(content, request, crowding)
        layout = lay_out(html, "profile", request.paper)
        while crowding < MOST_CROWDED and "marks" not in layout.pages[0].anchors:
            crowding += 1
            html = profile_html(content, request, crowding)
            layout = lay_out(html, "profile", request.paper)
        return write_layout(layout, html, remarks)


def _print_one_page(request: Request) -> PdfResult:
    """Print with the most room that gives one page."""
    content = make_profile_content(request)
    with at_work() as remarks:
        best = _best_page(content, request)
        return write_layout(best.layout, best.html, remarks)


def _best_page(content: ProfileContent, request: Request) -> Try:
    """Return the largest one page; to be called at work."""

    def attempt(room: Room) -> Try:
        html = one_page_html(content, request, room)
        layout = lay_out(html, "one-page", request.paper)
        return Try(html=html, layout=layout, fits=_fits(layout, request.paper))

    return _largest(attempt, DENSITIES) or _first(attempt, TIGHTER)


def _print_pack(request: Request) -> PdfResult:
    """Print the review, with the one page as it is now behind it."""
    html = review_html(request)
    content = make_profile_content(request)
    with at_work() as remarks:
        layout = lay_out(html, "review", request.paper)
        wall = _best_page(content, request)
        both = layout.copy([*layout.pages, *wall.layout.pages])
        return write_layout(both, html + wall.html, remarks)


def _largest(attempt: Callable[[Room], "Try"], rooms: Sequence[Room]) -> "Try | None":
    """Return the first of the rooms, from large to small, that gives one page; halving the way."""
    best, low, high = None, 0, len(rooms)
    while low < high:
        middle = (low + high) // 2
        tried = attempt(rooms[middle])
        if tried.fits:
            best, high = tried, middle
        else:
            low = middle + 1
    return best


def _first(attempt: Callable[[Room], "Try"], rooms: Sequence[Room]) -> "Try":
    """Return the first of the rooms that gives one page, the last one if none does."""
    tried = attempt(rooms[0])
    for room in rooms[1:]:
        if tried.fits:
            break
        tried = attempt(room)
    return tried


def _fits(layout: "Document", paper: Paper) -> bool:
    """Say whether the end of the text stands above the foot of its only page."""
    end = layout.pages[0].anchors.get("end")
    if len(layout.pages) > 1 or end is None:  # an end that found no room is left out without a word
        return False
    bottom: float = end[1]
    return bottom <= (_TOP + WALL[paper] + 0.1) * MM
