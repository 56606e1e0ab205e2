"""The documents there are, and the one way to make each of them."""

from collections.abc import Callable
from pathlib import PurePath

from icp_desktop.documents.content import Request, language_of
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later, using
from icp_desktop.model.record import record
from icp_desktop.progress import SILENT, Progress


@record
class Document:
    """A document by id, with its title and the suffixes it can be written as, the usual first."""

    id: str
    title: str
    formats: tuple[str, ...]
    blank: bool = False


DOCUMENTS: tuple[Document, ...] = (
    Document(id="profile", title=later("Full profile"), formats=(".pdf", ".docx", ".html", ".md")),
    Document(id="one-page", title=later("One page"), formats=(".pdf", ".docx", ".png")),
    Document(
        id="personas",
        title=later("Persona cards"),
        formats=(".pdf", ".docx", ".html", ".md", ".png"),
    ),
    Document(id="persona-sheet", title=later("Persona sheet"), formats=(".pdf",)),
    Document(id="playbook", title=later("Playbook"), formats=(".pdf", ".docx", ".html", ".md")),
    Document(id="first-talk", title=later("First talk"), formats=(".pdf",)),
    Document(id="objection-cards", title=later("Objection cards"), formats=(".pdf",)),
    Document(id="unproven", title=later("Not yet proven"), formats=(".pdf",)),
    Document(id="findings", title=later("Customer findings"), formats=(".pdf",)),
    Document(id="leads", title=later("Leads by fit"), formats=(".pdf",)),
    Document(id="review", title=later("Review pack"), formats=(".pdf",)),
    Document(id="blind-test", title=later("Blind test"), formats=(".pdf",)),
    Document(id="changes", title=later("What changed"), formats=(".pdf", ".html", ".md")),
    Document(id="worksheet", title=later("Blank worksheet"), formats=(".pdf",), blank=True),
    Document(id="interview", title=later("Interview sheet"), formats=(".pdf",), blank=True),
    Document(id="workbook", title=later("Workbook"), formats=(".xlsx",)),
    Document(id="scorecard", title=later("Scorecard"), formats=(".pdf", ".xlsx")),
    Document(id="data", title=later("All data"), formats=(".json",)),
)


def find_document(document_id: str) -> Document:
    """Return a document by its id; raise KnownError that lists what there is."""
    for document in DOCUMENTS:
        if document.id == document_id:
            return document
    raise KnownError(
        _(
            "There is no document “{id}”. There are: {all}.",
            id=document_id,
            all=", ".join(document.id for document in DOCUMENTS),
        )
    )


def default_document(suffix: str) -> str:
    """Return the id of the document a file name ending asks for, such as ".xlsx"; or KnownError."""
    wanted = clean_suffix(suffix)
    for document in DOCUMENTS:
        if wanted in document.formats:
            return document.id
    endings = dict.fromkeys(each for document in DOCUMENTS for each in document.formats)
    raise KnownError(
        _(
            "A file ending in “{suffix}” is not something this program writes. It writes: {all}.",
            suffix=wanted,
            all=", ".join(endings),
        )
    )


def make_document(
    document_id: str, suffix: str, request: Request, progress: Progress = SILENT
) -> bytes:
    """Return the bytes of a document, in the language of the request; raise KnownError."""
    document, wanted = find_document(document_id), clean_suffix(suffix)
    if wanted not in document.formats:
        raise KnownError(
            _(
                "The document “{id}” can’t be written as “{suffix}”, only as: {all}.",
                id=document.id,
                suffix=wanted,
                all=", ".join(document.formats),
            )
        )
    progress.step(0, 1, _(document.title))
    with using(language_of(request)):
        data = _WRITERS[wanted](document.id, request)
    progress.step(1, 1, _(document.title))
    return data


def clean_suffix(name: str) -> str:
    """Return the ending of a file name, or a bare ending, as ".pdf"."""
    ending = PurePath(name).suffix or name
    return f".{ending.lstrip('.').casefold()}"


def _write_pdf(document_id: str, request: Request) -> bytes:
    from icp_desktop.documents.pdf import render_pdf

    return render_pdf(document_id, request).data


def _write_markdown(document_id: str, request: Request) -> bytes:
    if document_id == "personas":
        from icp_desktop.documents.persona_text import write_personas_text

        return write_personas_text(request)
    if document_id == "playbook":
        from icp_desktop.documents.playbook_text import write_playbook_text

        return write_playbook_text(request)
    if document_id == "changes":
        from icp_desktop.documents.changes_content import write_changes_text

        return write_changes_text(request)
    from icp_desktop.documents.markdown import write_markdown

    return write_markdown(request)


def _write_web_page(document_id: str, request: Request) -> bytes:
    if document_id == "personas":
        from icp_desktop.documents.persona_web import write_personas_page

        return write_personas_page(request)
    if document_id == "playbook":
        from icp_desktop.documents.playbook_web import write_playbook_page

        return write_playbook_page(request)
    if document_id == "changes":
        from icp_desktop.documents.changes_content import write_changes_page

        return write_changes_page(request)
    from icp_desktop.documents.web_page import write_web_page

    return write_web_page(request)


def _write_workbook(document_id: str, request: Request) -> bytes:
    if document_id == "scorecard":
        from icp_desktop.documents.lead_content import score_all
        from icp_desktop.documents.scorecard import write_scorecard

        return write_scorecard(score_all(request), request)
    from icp_desktop.documents.workbook import write_workbook

    return write_workbook(request)


def _write_word(document_id: str, request: Request) -> bytes:
    from icp_desktop.documents.word import write_word

    return write_word(document_id, request)


def _write_picture(document_id: str, request: Request) -> bytes:
    from icp_desktop.documents.page_picture import picture_of
    from icp_desktop.documents.pdf import render_pdf

    return picture_of(render_pdf(document_id, request).data)


def _write_json(_document_id: str, request: Request) -> bytes:
    from icp_desktop.documents.json_document import write_json

    return write_json(request)


_WRITERS: dict[str, Callable[[str, Request], bytes]] = {
    ".pdf": _write_pdf,
    ".docx": _write_word,
    ".png": _write_picture,
    ".html": _write_web_page,
    ".md": _write_markdown,
    ".xlsx": _write_workbook,
    ".json": _write_json,
}
