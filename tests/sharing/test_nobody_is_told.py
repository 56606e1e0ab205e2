"""Twenty people, their addresses, numbers and sums, planted wherever there are words: none left.

Each sample is one project; each document in each of its formats is read back, its particulars too.
"""

import io
import re
import zipfile
from datetime import date

import pytest
from pypdf import PdfReader
from sharing_made import FIGURES, FIRST, NAMES, SUMS, make_telling, signs

from icp_desktop.codec.parts import from_parts, to_json, to_parts
from icp_desktop.documents.catalogue import DOCUMENTS, make_document
from icp_desktop.documents.content import Request
from icp_desktop.model.project import Project
from icp_desktop.sharing.choice import Choice, hidden_words
from icp_desktop.sharing.copies import Copy, copy_request, make_copy
from icp_desktop.storage.file_names import file_name
from icp_desktop.storage.project_file import project_file_bytes
from icp_desktop.worksheet.samples import sample_ids

ANYONE = Choice(audience="anyone")
FILES = [  # a picture holds the pixels of a page, and no words
    (document.id, suffix)
    for document in DOCUMENTS
    for suffix in document.formats
    if suffix != ".png"
]
TODAY = date(2026, 11, 21)
_COPIES: dict[str, tuple[Project, Copy]] = {}


def copy_of(sample_id: str) -> tuple[Project, Copy]:
    if sample_id not in _COPIES:
        project = make_telling(sample_id)
        _COPIES[sample_id] = (project, make_copy(project, ANYONE))
    return _COPIES[sample_id]


def found_in(text: str) -> list[str]:
    """Return the planted texts that are in another, however it is broken into lines."""
    whole = re.sub(r"[\s\u00ad\u200b]", "", text).casefold()
    bare = whole.replace("-", "")
    return [
        each
        for each in (*signs(), *FIRST)
        if re.sub(r"[\s]", "", each).casefold() in whole
        or re.sub(r"[\s-]", "", each).casefold() in bare
    ] + [str(figure) for figure in FIGURES if re.search(rf"(?<![\da-f]){figure}(?![\da-f])", whole)]


def words_of(data: bytes, suffix: str) -> str:
    """Return all that is in a file, whatever its form: words, particulars, names of parts."""
    if suffix == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        outline = " ".join(str(each) for each in reader.outline)
        fields = str(reader.get_fields() or "")
        pages = " ".join(page.extract_text() for page in reader.pages)
        return f"{pages} {reader.metadata} {reader.xmp_metadata} {outline} {fields}"
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return " ".join(
                f"{name} {parts.read(name).decode('utf-8', 'replace')}" for name in parts.namelist()
            )
    return data.decode("utf-8")


@pytest.mark.parametrize("sample_id", sample_ids())
def test_nothing_planted_is_left_in_a_copy(sample_id: str) -> None:
    project, copy = copy_of(sample_id)
    assert len(found_in(to_json(project) + str([t.body.data for t in project.tables]))) > 70
    lists = " ".join(table.body.data.decode() for table in copy.project.tables)
    assert found_in(to_json(copy.project) + lists) == []
    assert not any(body.form == "png" for body in copy.project.bodies())
    assert from_parts(to_parts(copy.project)) == copy.project
    packed = project_file_bytes(copy.project)
    assert found_in(words_of(packed, ".icp")) == []
    assert found_in(file_name(copy.project.client, copy.project.name)) == []


@pytest.mark.parametrize(("document_id", "suffix"), FILES)
def test_nothing_planted_is_left_in_a_document(document_id: str, suffix: str) -> None:
    project, _copy = copy_of("insurance-brokers")
    request = Request(
        project=project,
        profile_id=project.profiles[0].id,
        today=TODAY,
        version=f"after {NAMES[2]}",
        prepared_by=NAMES[1],
    )
    told = words_of(make_document(document_id, suffix, request), suffix)
    if document_id not in ("worksheet", "interview"):
        assert found_in(told)  # so the test can fail
    shared = make_document(document_id, suffix, copy_request(request, ANYONE))
    assert found_in(words_of(shared, suffix)) == []


def test_the_list_says_what_was_hidden_and_is_not_in_the_copy() -> None:
    _project, copy = copy_of("fitness-studio")
    listed = " ".join(each.was for each in copy.hidden)
    for sign in (*NAMES, *SUMS):
        assert sign in listed
    assert "name" in hidden_words(copy.hidden)
    assert found_in(str(copy.project)) == []


def test_a_copy_is_the_same_each_time() -> None:
    project, copy = copy_of("marketing-agencies")
    assert make_copy(project, ANYONE) == copy


def test_a_copy_is_another_project_than_its_original() -> None:
    project, copy = copy_of("marketing-agencies")
    assert copy.project.id not in ("", project.id)
