"""Our own HTML as tagged PDF: WeasyPrint with our fonts, and no way out to files or networks.

WeasyPrint takes seconds of work in a thread; whoever calls it from the window pauses the cyclic
garbage collector there. One document at a time: the fonts and the log are shared.
"""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from icp_desktop.documents.content import Paper
from icp_desktop.documents.html import style_sheet
from icp_desktop.documents.laid_out import give_back_memory, lay_out_pages, let_go
from icp_desktop.i18n import n_
from icp_desktop.model.record import record
from icp_desktop.paths import fonts

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

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
CARDS = {"personas": 1, "persona-sheet": 2}  # documents of cards, and how many stand on a page
CARD: dict[Paper, tuple[float, float]] = {"A4": (210, 148.5), "Letter": (215.9, 139.7)}  # mm
CARD_EDGE = 10  # mm from the words of a card to where it is cut
WALL: dict[Paper, float] = {"A4": 251, "Letter": 235.5}  # mm the one page may fill above its foot
MM = 96 / 25.4  # CSS pixels
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


def clear_up() -> None:
    """Let go of the pages of the last document; the next one does so too, but later."""
    with _ONE_AT_A_TIME:
        let_go()
    give_back_memory()


def print_html(html: str, document_id: str, paper: Paper, *, forms: bool = False) -> PdfResult:
    """Return our own HTML as PDF; with `forms` its fields can be filled in."""
    with at_work() as remarks:
        layout = lay_out(html, document_id, paper, forms=forms)
        return write_layout(layout, html, remarks, forms=forms)


def print_bare(html: str, style: str) -> bytes:
    """Return our own HTML as PDF, dressed by a style sheet of its own and by nothing else."""
    from weasyprint import CSS, HTML

    with at_work():
        layout = lay_out_pages(
            HTML(string=html, url_fetcher=_fetcher(), base_url=None),
            [CSS(string=style, url_fetcher=_fetcher())],
            _kept_fonts().configuration,
            {"pdf_variant": "pdf/ua-1"},
        )
        data: bytes = layout.write_pdf()
        return data


def print_within(most: int, tries: Iterable[str], document_id: str, paper: Paper) -> PdfResult:
    """Return the first that takes no more pages than it may, the last if none does."""
    with at_work() as remarks:
        for html in tries:
            layout = lay_out(html, document_id, paper)
            if len(layout.pages) <= most:
                break
        return write_layout(layout, html, remarks)


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
    layout: "Document", html: str, remarks: "Remarks", *, forms: bool = False
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


def card_page(paper: Paper, cards: int) -> str:
    """Return the size of a page that is cut into cards."""
    width, height = CARD[paper]
    return f"@page{{size:{width}mm {cards * height}mm;margin:{CARD_EDGE}mm}}"


@contextmanager
def at_work() -> "Iterator[Remarks]":
    """Make one document at a time, and hear what is said of it."""
    with _ONE_AT_A_TIME, Remarks() as remarks:
        let_go()
        yield remarks


class Remarks(logging.Handler):
    """What WeasyPrint says while one document is made."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._missing: dict[str, None] = {}
        self._logger = logging.getLogger("weasyprint")

    def __enter__(self) -> "Remarks":
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

    wall = f".wall{{height:{WALL[paper]}mm}}.bottom{{top:{WALL[paper] + 5.5}mm}}"
    own = "personas.css" if document_id in CARDS else f"{document_id.replace('-', '_')}.css"
    bare = document_id in CARDS or document_id == "one-page"  # neither head nor foot on each page
    names = ("base.css", own) if bare else ("base.css", "pages.css", own)
    page = card_page(paper, CARDS[document_id]) if document_id in CARDS else _PAGES[paper]
    text = page + wall + "".join(style_sheet(name) for name in names)
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
