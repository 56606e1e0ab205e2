"""Printed documents as tagged PDF: WeasyPrint with our fonts, and no way out to files or networks.

WeasyPrint takes seconds of work in a thread; whoever calls it from the window pauses the cyclic
garbage collector there. One document at a time: the fonts and the log are shared.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from icp_desktop.documents.consent import release
from icp_desktop.documents.content import Paper, Request, language_of
from icp_desktop.documents.html import (
    findings_html,
    interview_html,
    one_page_html,
    profile_html,
    style_sheet,
    unproven_html,
    worksheet_html,
)
from icp_desktop.documents.laid_out import give_back_memory, lay_out_pages, let_go
from icp_desktop.documents.lead_pages import CARD_SIZES, leads_html, scorecard_html
from icp_desktop.documents.one_page import Room
from icp_desktop.documents.page_one import MOST_CROWDED, guess_crowding
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_, using
from icp_desktop.model.record import record
from icp_desktop.paths import fonts

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

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

FACES: tuple[tuple[str, int, str], ...] = (
    ("Light", 300, "normal"),
    ("LightIt", 300, "italic"),
    ("Regular", 400, "normal"),
    ("It", 400, "italic"),
    ("Semibold", 600, "normal"),
    ("Bold", 700, "normal"),
)
_PAGES: dict[Paper, str] = {
    "A4": "@page{size:210mm 297mm;margin:25mm 14mm 24mm 22mm}@page :first{margin-top:16mm}",
    "Letter": "@page{size:215.9mm 279.4mm;margin:23mm 17.9mm 22mm 24mm}"
    "@page :first{margin-top:14mm}",
}
_PLAIN: dict[str, Callable[[Request], str]] = {  # laid out once, as long as they are
    "findings": findings_html,
    "unproven": unproven_html,
    "leads": leads_html,
    "worksheet": worksheet_html,
}
_TOP = 14  # mm above the one page
_WALL: dict[Paper, float] = {"A4": 251, "Letter": 235.5}  # mm it may fill above its foot
_MM = 96 / 25.4  # CSS pixels
_MISSING = ".notdef glyph rendered"
_ONE_AT_A_TIME = Lock()


@record
class PdfResult:
    """A PDF, how many pages it has, and what its reader has to know.

    `missing_characters` are those for which this computer has no font; `log` holds every other
    remark of the renderer, none for a sound document.
    """

    data: bytes
    pages: int
    missing_characters: str = ""
    log: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What to tell the person about missing characters, "" if there are none."""
        if not self.missing_characters:
            return ""
        return n_(
            "No font on this computer has the character {all}. It prints as an empty box.",
            "No font on this computer has the characters {all}. They print as empty boxes.",
            len(self.missing_characters),
            all=" ".join(self.missing_characters),
        )


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
        if document_id == "scorecard":
            cards = (scorecard_html(request, crowding) for crowding in range(CARD_SIZES))
            return _print_within(1, cards, document_id, request.paper)
        if document_id == "interview":
            return _print_interview(request)
        if document_id in _PLAIN:
            return print_html(_PLAIN[document_id](request), document_id, request.paper)
    raise KnownError(_("The document “{id}” can’t be printed.", id=document_id))


def clear_up() -> None:
    """Let go of the pages of the last document; the next one does so too, but later."""
    with _ONE_AT_A_TIME:
        let_go()
    give_back_memory()


def print_html(html: str, document_id: str, paper: Paper, *, forms: bool = False) -> PdfResult:
    """Return our own HTML as PDF; with `forms` its fields can be filled in."""
    with _at_work() as remarks:
        layout = lay_out(html, document_id, paper, forms=forms)
        return write_layout(layout, html, remarks, forms=forms)


def _print_interview(request: Request) -> PdfResult:
    """Print on the two sides of one sheet, with fewer lines if it has to be."""
    fewest = (*range(_FEWEST_LINES), 0)  # more than a sheet anyway: room is worth more
    sheets = (interview_html(request, fewer) for fewer in fewest)
    return _print_within(_SIDES, sheets, "interview", request.paper)


def _print_within(most: int, tries: Iterable[str], document_id: str, paper: Paper) -> PdfResult:
    """Print the first that takes no more pages than it may, the last if none does."""
    with _at_work() as remarks:
        for html in tries:
            layout = lay_out(html, document_id, paper)
            if len(layout.pages) <= most:
                break
        return write_layout(layout, html, remarks)


def _print_profile(request: Request) -> PdfResult:
    """Print with page 1 as large as its contents allow."""
    content = make_profile_content(request)
    crowding = guess_crowding(content, request.paper)
    with _at_work() as remarks:
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
    with _at_work() as remarks:

        def attempt(room: Room) -> Try:
            html = one_page_html(content, request, room)
            layout = lay_out(html, "one-page", request.paper)
            return Try(html=html, layout=layout, fits=_fits(layout, request.paper))

        best = _largest(attempt, DENSITIES) or _first(attempt, TIGHTER)
        return write_layout(best.layout, best.html, remarks)


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
    return bottom <= (_TOP + _WALL[paper] + 0.1) * _MM


def lay_out(html: str, document_id: str, paper: Paper, *, forms: bool = False) -> "Document":
    """Return the pages of an HTML text; to be called with the lock held."""
    from weasyprint import HTML

    kept = _kept_fonts()
    return lay_out_pages(
        HTML(string=html, url_fetcher=_fetcher(), base_url=None),
        [kept.faces, _sheet(document_id, paper)],
        kept.configuration,
        {"pdf_variant": "pdf/ua-1", "pdf_forms": forms, "cache": dict[str, Any]()},
    )


def write_layout(
    layout: "Document", html: str, remarks: "_Remarks", *, forms: bool = False
) -> PdfResult:
    """Return laid out pages as PDF; the same HTML gives the same bytes."""
    digest = hashlib.sha256(html.encode("utf-8", "surrogatepass")).digest()[:16]
    data = layout.write_pdf(pdf_variant="pdf/ua-1", pdf_forms=forms, pdf_identifier=digest)
    assert isinstance(data, bytes)
    return PdfResult(
        data=data,
        pages=len(layout.pages),
        missing_characters=remarks.missing_characters(),
        log=tuple(remarks.lines),
    )


@contextmanager
def _at_work() -> "Iterator[_Remarks]":
    """Make one document at a time, and hear what is said of it."""
    with _ONE_AT_A_TIME, _Remarks() as remarks:
        let_go()
        yield remarks


class _Remarks(logging.Handler):
    """What WeasyPrint says while one document is made."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._missing: dict[str, None] = {}
        self._logger = logging.getLogger("weasyprint")

    def __enter__(self) -> "_Remarks":
        self._logger.addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        self._logger.removeHandler(self)

    def missing_characters(self) -> str:
        """Return the characters that no font had, each once."""
        return "".join(self._missing)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a remark; characters without a font are gathered."""
        if _MISSING in str(record.msg) and isinstance(record.args, tuple):
            self._missing[str(record.args[0])] = None
        else:
            self.lines.append(record.getMessage())


@record
class _KeptFonts:
    configuration: "FontConfiguration"
    faces: "CSS"


@cache
def _kept_fonts() -> _KeptFonts:
    """Load our faces once; every document is made with the same configuration."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    folder = fonts()
    faces = "".join(
        '@font-face{font-family:"Source Sans Pro";'
        f"font-weight:{weight};font-style:{style};"
        f'src:url("{(folder / f"SourceSansPro-{name}.ttf").as_uri()}")}}'
        for name, weight, style in FACES
    )
    return _KeptFonts(
        configuration=configuration, faces=CSS(string=faces, font_config=configuration)
    )


@cache
def _sheet(document_id: str, paper: Paper) -> "CSS":
    from weasyprint import CSS

    wall = f".wall{{height:{_WALL[paper]}mm}}.bottom{{top:{_WALL[paper] + 5.5}mm}}"
    own = f"{document_id.replace('-', '_')}.css"
    names = ("base.css", own) if document_id == "one-page" else ("base.css", "pages.css", own)
    text = _PAGES[paper] + wall + "".join(style_sheet(name) for name in names)
    return CSS(string=text, font_config=_kept_fonts().configuration, url_fetcher=_fetcher())


@cache
def _fetcher() -> "URLFetcher":
    """Return a fetcher that knows `data:` alone.

    The one of WeasyPrint brings what opens files and connections, and forbids it. This one has no
    such parts that could be reached by mistake.
    """
    from urllib.request import DataHandler, OpenerDirector, Request

    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class DataFetcher(URLFetcher):  # type: ignore[misc]
        def __init__(self) -> None:
            OpenerDirector.__init__(self)  # without the handlers of URLFetcher
            self._fail_on_errors = False

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
            if not url.lower().startswith("data:"):
                message = "Documents hold everything they show; nothing else is opened."
                raise ValueError(message)
            found = DataHandler().data_open(Request(url))  # noqa: S310 - it opens data alone
            return URLFetcherResponse(url, found, found.headers)

    return DataFetcher()
