"""Documents for Word, read back: every word, real headings and tables, nothing acted upon."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from icp_desktop.cli.self_test import said
from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import PAPERS, Paper, Request
from icp_desktop.documents.pictures import read_picture
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.documents.word import write_word
from icp_desktop.errors import KnownError
from icp_desktop.model.brand import Brand
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.values import Term, Terms, Text
from icp_desktop.worksheet.samples import make_sample, sample_ids

Make = Callable[..., Request]
TODAY = date(2026, 11, 21)
KINDS = ("profile", "one-page", "personas", "playbook")
HOSTILE = (
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{_{ 7 }_} {_% x %_}",
    "<w:p/> & <script>",
    "]]>",
    "=1+1",
    "{#x#}",
)
every_kind = pytest.mark.parametrize("kind", KINDS)


def request(sample: str = "insurance-brokers", **changes: Any) -> Request:
    found = Request(
        project=make_sample(sample),
        profile_id="",
        today=TODAY,
        version="4",
        prepared_by="Rowan Ash Advice",
    )
    return replace(found, **changes)


def read(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Any) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def text_of(document: Any) -> str:
    return "\n".join(each.text for each in paragraphs(document))


@pytest.mark.parametrize("sample", sample_ids())
def test_the_profile_holds_every_answer(sample: str) -> None:
    asked = request(sample)
    shown = text_of(read(write_word("profile", asked)))
    parts = (part.strip() for text in said(asked) for part in text.split("\n"))
    assert [part for part in parts if part not in shown] == []


def test_sections_are_headings_and_heads_of_tables_repeat() -> None:
    document = read(write_word("profile", request()))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    content = make_profile_content(request())
    assert heads == [
        *(block.label for block in content.sections),
        "Not yet proven",
        "How this was made",
    ]
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == [content.title]
    fields = [p.text for p in paragraphs(document) if p.style.name == "Heading 2"]
    assert "Company size" in fields
    with_heads = [
        table
        for table in document.tables
        if table.rows[0].cells[0].paragraphs[0].style.name == "Table head"
    ]
    assert len(with_heads) == len(content.sections) + 1
    for table in with_heads:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.parametrize("paper", PAPERS)
@every_kind
def test_the_paper_is_that_of_the_request(kind: str, paper: Paper) -> None:
    section = read(write_word(kind, request(paper=paper))).sections[0]
    size = {"A4": (210, 297), "Letter": (215.9, 279.4)}[paper]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx(size, abs=0.1)
    inside = section.page_width.mm - section.left_margin.mm - section.right_margin.mm
    assert inside == pytest.approx(174, abs=0.1), "as wide as the printed page"


@every_kind
def test_language_author_and_day_are_those_of_the_request_and_nobody_elses(kind: str) -> None:
    data = write_word(kind, request(language="de"))
    document = read(data)
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert "de-DE" in languages
    known = document.core_properties
    assert (known.author, known.last_modified_by) == ("Rowan Ash Advice", "Rowan Ash Advice")
    assert (known.language, known.comments, known.revision) == ("de", "", 1)
    assert known.created.date() == known.modified.date() == TODAY
    assert "Mid-market insurance brokers" in known.title
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not [n for n in parts.namelist() if "thumbnail" in n or "customXml" in n]
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        whole = b"".join(parts.read(name) for name in parts.namelist())
    assert b"python-docx" not in whole
    assert b"Macintosh" not in whole
    assert write_word(kind, request(language="de")) == data, "the same bytes each time"


@every_kind
def test_every_picture_says_what_it_shows(kind: str) -> None:
    project = make_sample("insurance-brokers")
    stream = io.BytesIO()
    Image.new("RGB", (400, 100), "#0F5E63").save(stream, "PNG")
    picture = read_picture(stream.getvalue(), "logo.png")
    card = replace(project.personas[0], shown=True, name="Odo Farthing", picture=picture)
    dressed = replace(project, brand=Brand(logo=picture, colour="#0F5E63"), personas=(card,))
    document = read(write_word(kind, request(project=dressed)))
    told = [each.get("descr") for each in document.element.iter(qn("wp:docPr"))]
    assert told
    assert all(told)
    assert "Logo" in told
    assert ("Picture of Odo Farthing" in told) == (kind == "personas")
    assert document.styles["Kind"].font.color.rgb == docx.shared.RGBColor(0x0F, 0x5E, 0x63)


def hostile_project() -> Project:
    project = make_sample("insurance-brokers")
    profile = project.profiles[0]
    terms = tuple(Term(id=f"t{n}", text=each) for n, each in enumerate(HOSTILE))
    answers = (
        Answer(field="company.industry", value=Terms(items=terms), weight="must"),
        Answer(field="needs.why_now", value=Text(text="one\x0btwo\x00three\x1b\ufffe\tfour")),
    )
    lines = tuple(
        replace(project.personas[0].lines[0], id=f"l{n}", text=each, evidence=())
        for n, each in enumerate(HOSTILE)
    )
    card = replace(project.personas[0], title="{{ 7*7 }}", lines=lines)
    return replace(
        project,
        client="{{ client }}",
        profiles=(replace(profile, name="{{ 7*7 }}", summary="{{ 8*8 }}", answers=answers),),
        personas=(card,),
        brand=Brand(footer="{{ 9*9 }} {% x %}"),
    )


@every_kind
def test_what_looks_like_a_template_prints_as_it_was_typed(kind: str) -> None:
    asked = request(project=hostile_project(), version="{{ 6*6 }}", prepared_by="{{ 5*5 }}")
    document = read(write_word(kind, asked))
    shown = text_of(document)
    assert "{{ 7*7 }}" in shown
    if kind != "one-page":
        for each in HOSTILE:
            assert each in shown, each
    whole = shown + document.sections[0].footer.paragraphs[0].text
    assert not re.search(r"\b(49|64|81|36|25)\b", re.sub(r"25 (answers|questions)", "", whole))
    assert document.core_properties.author == "{{ 5*5 }}"
    assert "{{ 9*9 }} {% x %}" in document.sections[0].footer.paragraphs[0].text
    if kind == "profile":
        assert "onetwothree four" in shown, "control characters are gone"


def test_without_answers_and_without_personas_the_pages_say_what_to_do(
    make_request: Make,
) -> None:
    empty = make_request()
    assert "Start with" in text_of(read(write_word("profile", empty)))
    assert "Still open" in text_of(read(write_word("one-page", empty)))
    assert "Add one on the page “Personas”" in text_of(read(write_word("personas", empty)))


def test_a_document_that_is_not_for_word_is_refused() -> None:
    with pytest.raises(KnownError, match="can’t be written for Word"):
        write_word("leads", request())


@pytest.mark.parametrize(
    ("document", "size"), [("one-page", (2400, 3395)), ("personas", (2400, 3 * 1698 + 96))]
)
def test_a_picture_is_the_printed_page_and_nothing_but_pixels(
    document: str, size: tuple[int, int]
) -> None:
    data = make_document(document, ".png", request())
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "PNG"
        assert picture.info == {}
        assert picture.size == pytest.approx(size, abs=4)
        colours = picture.convert("RGB").resize((60, 80)).getcolors(4800) or []
    assert len(colours) > 20, "there is something on it"
    assert b"Rowan" not in data
    assert not re.search(rb"tEXt|iTXt|zTXt|eXIf|tIME", data)
