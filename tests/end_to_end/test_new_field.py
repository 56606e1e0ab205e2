"""One entry in one definition file brings a field into form, tour, map and every document."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Request
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Text
from icp_desktop.ui.pages.page import OVERVIEW, WORKSHEET, Place
from icp_desktop.worksheet.reading import read_value
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.toml_source import read_worksheet
from tests.end_to_end.program import Program
from tests.end_to_end.screen import painted_texts, told_texts

Start = Callable[..., Program]
LABEL = "Parking at the door"
QUESTION = "Where do they leave the car?"
WHY = "Who finds no place to park drives on."
ANSWER = "Behind the house, free for an hour"
ENTRY = f"""
[[sections.fields]]
id = "needs.parking"
kind = "text"
core = ["b2b", "b2c", "both"]
label = "{LABEL}"
why = "{WHY}"
question = "{QUESTION}"
good = "Behind the house."
weak = "Somewhere."
"""


@pytest.fixture(scope="module")
def project() -> Project:
    source = standard_source() + ENTRY
    field = read_worksheet(source).field("needs.parking")
    answer = Answer(field=field.id, value=read_value(ANSWER, field, "GBP"), weight="must")
    profile = Profile(id="p1", name="Regulars", market="b2c", answers=(answer,))
    return Project(
        id="parking", client="Corner Café", name="Profiles", worksheet=source, profiles=(profile,)
    )


@pytest.fixture(scope="module")
def request_(project: Project) -> Request:
    return Request(project=project, profile_id="p1", today=date(2026, 11, 21))


def pdf_text(data: bytes) -> str:
    from pypdf import PdfReader

    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return " ".join(text.split())


def test_it_is_in_the_full_profile(request_: Request) -> None:
    text = pdf_text(make_document("profile", ".pdf", request_))
    assert LABEL in text
    assert ANSWER in text


def test_it_is_on_the_blank_worksheet(request_: Request) -> None:
    text = pdf_text(make_document("worksheet", ".pdf", request_))
    assert LABEL in text
    assert QUESTION in text
    assert ANSWER not in text


def test_it_is_in_the_workbook_with_a_name_of_its_own(request_: Request) -> None:
    from openpyxl import load_workbook

    workbook = load_workbook(io.BytesIO(make_document("workbook", ".xlsx", request_)))
    cells = {c for s in workbook for row in s.iter_rows(values_only=True) for c in row}
    assert {LABEL, ANSWER} <= cells
    named = {name for s in workbook for name in s.defined_names} | set(workbook.defined_names)
    assert any(name.endswith("needs_parking") for name in named)


def test_it_is_in_markdown_and_data(request_: Request) -> None:
    markdown = make_document("profile", ".md", request_).decode()
    assert LABEL in markdown
    assert ANSWER in markdown
    data = make_document("data", ".json", request_).decode()
    assert '"needs.parking"' in data
    assert ANSWER in data


def texts_at(program: Program, place: Place) -> str:
    program.go(place)
    told = (each.text for each in told_texts(program.window))
    return "\n".join([*painted_texts(program.window), *told])


def test_it_is_in_the_form_the_tour_and_the_map(start: Start, project: Project) -> None:
    program = start(project, size=(1280, 2400))
    form = Place(page=WORKSHEET, view="form", section="needs", field="needs.parking")
    shown = texts_at(program, form)
    assert LABEL in shown
    assert QUESTION in shown
    assert ANSWER in shown
    assert WHY in shown  # the field a person is at says why it is asked
    shown = texts_at(program, replace(form, view="tour"))
    assert QUESTION in shown
    assert ANSWER in shown
    tile = f"{LABEL}, Needs: {ANSWER}"
    assert tile in texts_at(program, Place(page=OVERVIEW))


def test_it_is_answered_in_the_form(start: Start, project: Project) -> None:
    program = start(project, size=(1280, 2400))
    program.go(Place(page=WORKSHEET, view="form", section="needs", field="needs.parking"))
    area = next(
        each
        for each in program.window.findChildren(QPlainTextEdit)
        if each.isVisible() and each.accessibleName() == LABEL
    )
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, "Across the road")
    answer = program.window.view.context.project.profile("p1").answer("needs.parking")
    assert answer.value == Text(text="Across the road")
