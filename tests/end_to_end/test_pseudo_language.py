"""Every text a person reads can be translated: in the pseudo-language no plain vowel is left."""

import io
from collections.abc import Iterator
from datetime import date

import pytest

from icp_desktop.documents.catalogue import DOCUMENTS, make_document
from icp_desktop.documents.content import Request
from icp_desktop.i18n import PSEUDO_LANGUAGE, _, set_program_language
from tests.end_to_end.foreign import make_foreign_project, plain_words

FILES = [(document.id, suffix) for document in DOCUMENTS for suffix in document.formats]


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
        cells = [c for s in workbook for row in s.iter_rows(values_only=True) for c in row]
        return [*workbook.sheetnames, *(cell for cell in cells if isinstance(cell, str))]
    return data.decode().splitlines()


@pytest.mark.parametrize(("document_id", "suffix"), FILES)
def test_documents_are_translated(document_id: str, suffix: str) -> None:
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
