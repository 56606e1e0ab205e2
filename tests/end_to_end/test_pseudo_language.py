"""Every text a person reads can be translated: in the pseudo-language no plain vowel is left."""

import io
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocumentFragment

from icp_desktop.documents.catalogue import DOCUMENTS, make_document
from icp_desktop.documents.content import Request
from icp_desktop.i18n import PSEUDO_LANGUAGE, _, set_program_language
from icp_desktop.worksheet import shipped
from icp_desktop.worksheet.shipped import playbook_source, questionnaire_source
from icp_desktop.worksheet.toml_source import read_questionnaire
from tests.end_to_end.foreign import foreign_source, make_foreign_project, plain_words
from tests.end_to_end.program import A_LIST, DOUBTFUL_LIST, Program
from tests.end_to_end.screen import painted_texts, told_texts

Start = Callable[..., Program]

# What a list itself says, what the worksheet calls it, and the names of code pages.
_LIST_WORDS = {
    *re.findall(r"\w+", DOUBTFUL_LIST), "technology", "UTF", "MAC", "ROMAN",
}  # fmt: skip
# Topics that list ids, calls, keys and what the English worksheet asks; tests/help hold them.
_OF_DEFINITIONS = {
    f"help {topic}" for topic in ("keyboard", "documents", "rules", "fields", "command-line")
}
FILES = [  # a picture holds the pixels of a page, and no words
    (document.id, suffix)
    for document in DOCUMENTS
    for suffix in document.formats
    if suffix != ".png"
]


@pytest.fixture
def pseudo() -> Iterator[None]:
    set_program_language(PSEUDO_LANGUAGE)
    yield
    set_program_language("en")


def test_an_unmarked_text_is_found_and_a_marked_one_is_not(pseudo: None) -> None:
    assert set(plain_words(["Save now, 3 May 2026"])) == {"Save", "now"}
    assert plain_words([_("Save {n} files", n=3), "12 March 2027", "ICP Desktop"]) == {}


def texts_of(data: bytes, suffix: str) -> list[str]:
    if suffix == ".pdf":
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        said = [str(value) for value in (reader.metadata or {}).values()]
        return [*(page.extract_text() for page in reader.pages), *said[:1]]
    if suffix == ".xlsx":
        from openpyxl import load_workbook

        workbook = load_workbook(io.BytesIO(data))
        cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
        words = [cell.value for cell in cells if cell.data_type == "s"]
        formulas = "".join(str(cell.value) for cell in cells if cell.data_type == "f")
        return [*workbook.sheetnames, *words, *re.findall(r'"([^"]*)"', formulas)]
    if suffix == ".docx":
        import docx

        document = docx.Document(io.BytesIO(data))
        section = document.sections[0]
        cells = [c for table in document.tables for row in table.rows for c in row.cells]
        parts = [document, section.header, section.footer, section.first_page_footer, *cells]
        alternatives = re.findall(r'descr="([^"]*)"', document.element.xml)
        return [*(p.text for part in parts for p in part.paragraphs), *alternatives]
    if suffix == ".html":
        page = re.sub(r"<(style|head)\b.*?</\1>", " ", data.decode(), flags=re.DOTALL)
        return unescape(re.sub(r"<[^>]*>", "\n", page)).splitlines()
    return data.decode().splitlines()


@pytest.mark.parametrize(("document_id", "suffix"), FILES)
def test_documents_are_translated(
    document_id: str, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "icp_desktop.insight.asking.questionnaire",
        lambda asked: read_questionnaire(foreign_source(questionnaire_source(asked))),
    )
    monkeypatch.setattr(
        "icp_desktop.playbook.rules.playbook_source", lambda: foreign_source(playbook_source())
    )
    if suffix == ".json":
        pytest.skip("the names in the data are the same in every language")
    request = Request(
        project=make_foreign_project(),
        profile_id="p1",
        today=date(2026, 11, 21),
        version="Vrsn",
        language=PSEUDO_LANGUAGE,
    )
    assert plain_words(texts_of(make_document(document_id, suffix, request), suffix)) == {}


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder with a name of digits, short enough to stand in one line."""
    folder = Path(tempfile.gettempdir()) / str(os.getpid())
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def plain_words_on(program: Program) -> dict[str, str]:
    texts = [*painted_texts(program.window), *(t.text for t in told_texts(program.window))]
    shown = (QTextDocumentFragment.fromHtml(t).toPlainText() if "<qt>" in t else t for t in texts)
    return plain_words(text for text in shown if not text.startswith(os.sep))  # but for paths


def test_every_page_is_translated(
    start: Start, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = shipped._source
    monkeypatch.setattr(
        shipped,
        "_source",
        lambda folder, name, code: (
            foreign_source(source(folder, name, code))
            if folder.startswith(("questionnaires", "playbook"))
            else source(folder, name, code)
        ),
    )
    project = make_foreign_project()
    program = start(project, size=(1280, 3000), language=PSEUDO_LANGUAGE, home=home)
    found: dict[str, str] = {}
    for name in program.stations():
        if name in _OF_DEFINITIONS:
            continue
        of_list = _LIST_WORDS if name == A_LIST else set()
        for word, text in plain_words_on(program).items():
            if word not in of_list:
                found.setdefault(word, f"{name}: {text}")
    assert not found, "\n".join(f"{word}: {text}" for word, text in found.items())


def test_the_first_questions_are_translated(start: Start, home: Path) -> None:
    program = start(role="", size=(1280, 2000), language=PSEUDO_LANGUAGE, home=home)
    assert plain_words_on(program) == {}
