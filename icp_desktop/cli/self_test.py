"""The command that makes every document of every sample and checks it by reading it back."""

import argparse
import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from icp_desktop.cli.form_trials import form_trials
from icp_desktop.cli.output import say
from icp_desktop.cli.today import today
from icp_desktop.documents.catalogue import DOCUMENTS, Document, make_document
from icp_desktop.documents.content import PAPERS, Earlier, Paper, Request, language_of
from icp_desktop.i18n import _, n_, using
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import MARKETS, Profile, Project
from icp_desktop.model.record import record
from icp_desktop.model.review import compared_with
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.sample_versions import sample_versions
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import standard_source

_SAME_ON_ANY_PAPER = (".html", ".md", ".json")


@record
class Trial:
    """One document to make: from what, which, as what."""

    source: str
    document: Document
    suffix: str
    request: Request

    @property
    def words(self) -> str:
        """What stands in the line of the table."""
        paper = "" if self.suffix in _SAME_ON_ANY_PAPER else self.request.paper
        return f"{self.source:<16}  {self.document.id + self.suffix:<18}  {paper:<6}"


def self_test(call: argparse.Namespace) -> int:
    """Make and check everything, or what is made of some samples; 1 if something is wrong."""
    wrong = made = 0
    for trial in trials(call.sample):
        started = perf_counter()
        problem, found = try_out(trial)
        made += 1
        wrong += bool(problem)
        seconds = perf_counter() - started
        mark = _("WRONG") if problem else _("ok")
        say(f"{mark:<6}  {trial.words}  {seconds:5.1f} s  {problem or found}".rstrip())
    for words, problem, found in form_trials():
        made += 1
        wrong += bool(problem)
        mark = _("WRONG") if problem else _("ok")
        say(f"{mark:<6}  {words}  {problem or found}".rstrip())
    made_words = n_("{n} document made", "{n} documents made", made)
    wrong_words = n_("{n} is wrong", "{n} are wrong", wrong) if wrong else _("all are right")
    say(f"{made_words}, {wrong_words}.")
    return 1 if wrong else 0


def trials(samples: Sequence[str] | None = None) -> Iterator[Trial]:
    """Yield every document of the samples, and the blank worksheet for every market."""
    for sample in samples or sample_ids():
        for document in DOCUMENTS:
            if not document.blank:
                yield from _trials(sample, make_sample(sample), document)
    for market in MARKETS:
        blank = Project(
            id=new_id(),
            client="",
            name="",
            worksheet=standard_source(),
            profiles=(Profile(id=new_id(), name=_("Ideal customer"), market=market),),
        )
        for document in DOCUMENTS:
            if document.blank:
                yield from _trials(market, blank, document)


def try_out(trial: Trial) -> tuple[str, str]:
    """Make a document and return what is wrong with it, and what was found in it."""
    try:
        if trial.suffix == ".pdf":
            return _try_pdf(trial)
        data = make_document(trial.document.id, trial.suffix, trial.request)
        if trial.document.id == "scorecard":
            return _check_scorecard(data)
        return _CHECKS[trial.suffix](data, trial.request, trial.document.id)
    except Exception as error:  # noqa: BLE001 - whatever it is, the table says so and goes on
        return f"{type(error).__name__}: {str(error)[:200]}", ""


def _trials(source: str, project: Project, document: Document) -> Iterator[Trial]:
    request = Request(project=project, profile_id="", today=today(), earlier=_earlier(project))
    for suffix in document.formats:
        papers: tuple[Paper, ...] = PAPERS[:1] if suffix in _SAME_ON_ANY_PAPER else PAPERS
        for paper in papers:
            made = replace(request, paper=paper)
            yield Trial(source=source, document=document, suffix=suffix, request=made)


def _earlier(project: Project) -> Earlier | None:
    """Return the version of a sample that its review is compared with."""
    versions = {each.id: each for each in sample_versions(project.sample)} if project.sample else {}
    found = versions.get(compared_with(project.reviews, tuple(versions)))
    return Earlier(project=found.project, name=found.name, day=found.day) if found else None


def _try_pdf(trial: Trial) -> tuple[str, str]:
    from icp_desktop.documents.pdf import render_pdf

    result = render_pdf(trial.document.id, trial.request)
    pages = n_("{n} page", "{n} pages", result.pages)
    if not result.data.startswith(b"%PDF-") or not result.data.rstrip().endswith(b"%%EOF"):
        return _("this is no whole PDF"), pages
    if result.missing_characters:
        return result.message, pages
    return "; ".join(result.log), pages


def _check_workbook(data: bytes, request: Request, document_id: str) -> tuple[str, str]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    formulas = sum(cell.data_type == "f" for cell in cells)
    with using(language_of(request)):
        texts = {_shown(cell.value) for cell in cells if cell.value is not None}
    sheets = n_("{n} sheet", "{n} sheets", len(book.sheetnames))
    if formulas:
        return n_("{n} cell is a formula", "{n} cells are formulas", formulas), sheets
    return _missing(said(request, document_id), lambda text: text in texts), sheets


def _check_scorecard(data: bytes) -> tuple[str, str]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    formulas = sum(cell.data_type == "f" for row in book.worksheets[0].iter_rows() for cell in row)
    sheets = n_("{n} sheet", "{n} sheets", len(book.sheetnames))
    return ("" if formulas else _("it works nothing out")), sheets


def _shown(value: object) -> str:
    return say_day(value.date()) if isinstance(value, datetime) else str(value)


def _check_markdown(data: bytes, request: Request, document_id: str) -> tuple[str, str]:
    plain = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", data.decode()).replace("\\\n", "\n")
    plain = plain.replace("<br>", "\n")
    lines = n_("{n} line", "{n} lines", plain.count("\n"))
    return _missing(said(request, document_id), lambda text: text in plain), lines


def _check_web_page(data: bytes, request: Request, document_id: str) -> tuple[str, str]:
    from html import unescape

    page = data.decode()
    size = n_("{n} byte", "{n} bytes", len(data))
    if fetched := re.search(r"(?:src|href)=[\"'](?!#|data:)|url\(|@import|<script", page):
        return _("it would fetch “{what}”", what=fetched[0]), size
    shown = unescape(re.sub(r"<[^>]*>", "", page))
    return _missing(said(request, document_id), lambda text: text in shown), size


def _check_word(data: bytes, request: Request, document_id: str) -> tuple[str, str]:
    import docx

    document = docx.Document(io.BytesIO(data))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    paragraphs = [*document.paragraphs, *(each for cell in cells for each in cell.paragraphs)]
    shown = "\n".join(each.text for each in paragraphs)
    lines = n_("{n} paragraph", "{n} paragraphs", len(paragraphs))
    if document_id == "one-page":
        return ("" if document.tables else _("it has no blocks")), lines
    wanted = (part for text in said(request, document_id) for part in text.split("\n") if part)
    return _missing(list(wanted), lambda text: text.strip() in shown), lines


def _check_picture(data: bytes, _request: Request, _document_id: str) -> tuple[str, str]:
    from PIL import Image

    with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
        size = _("{width} by {height} pixels", width=picture.width, height=picture.height)
        picture.load()
        return (_("it says more than pixels") if picture.info else ""), size


def _check_json(data: bytes, request: Request, _document_id: str) -> tuple[str, str]:
    from icp_desktop.codec.parts import to_json
    from icp_desktop.documents.consent import cleared

    found = json.loads(data)
    size = n_("{n} byte", "{n} bytes", len(data))
    same = found["project"] == json.loads(to_json(cleared(request.project)))
    return ("" if same else _("it is not the whole project")), size


def said(request: Request, document_id: str = "profile") -> list[str]:
    """Return every single thing that the answers of a profile, or its personas, say."""
    from icp_desktop.documents.changes_content import make_changes
    from icp_desktop.documents.consent import release
    from icp_desktop.documents.persona_content import make_cards
    from icp_desktop.documents.playbook_content import make_playbook
    from icp_desktop.documents.profile_content import make_profile_content

    with using(language_of(request)):
        if document_id == "personas":
            cards = make_cards(release(request)).cards
            blocks = [block for card in cards for block in card.blocks]
            return [line.text for block in blocks for line in block.lines]
        if document_id == "playbook":
            chapters = make_playbook(release(request)).chapters
            groups = [group for chapter in chapters for group in chapter.groups]
            return [line.text for group in groups for line in group.lines]
        if document_id == "changes":
            found = make_changes(release(request))
            return [thing.name for place in found.places for thing in place.things]
        content = make_profile_content(request)
    lines = [line for block in content.sections for row in block.rows for line in row.lines]
    return [text for line in lines for text in (line.text, line.second) if text]


def _missing(texts: list[str], is_there: Callable[[str], bool]) -> str:
    missing = [text for text in texts if not is_there(text)]
    return _("it lacks “{text}”", text=missing[0][:80]) if missing else ""


_CHECKS: dict[str, Callable[[bytes, Request, str], tuple[str, str]]] = {
    ".xlsx": _check_workbook,
    ".html": _check_web_page,
    ".md": _check_markdown,
    ".json": _check_json,
    ".docx": _check_word,
    ".png": _check_picture,
}
