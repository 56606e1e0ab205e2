"""Every kind of field is served everywhere: nobody can add one and forget an editor or a document.

The tests go over `KINDS`; a kind that is added there fails here until each place knows it.
"""

import io
import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import get_args

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from icp_desktop.codec.parts import from_parts, to_parts
from icp_desktop.documents.catalogue import make_document
from icp_desktop.documents.content import Request
from icp_desktop.documents.form_content import FormRequest
from icp_desktop.documents.form_controls import (
    control_name,
    join_value,
    parts_of,
    split_value,
)
from icp_desktop.documents.forms_out import Recipient, new_form, write_form
from icp_desktop.documents.raw_form import RawValue
from icp_desktop.documents.raw_pdf import read_pdf
from icp_desktop.insight.agreement import agree
from icp_desktop.model.forms import WORKSHEET_FORM
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import KINDS, Kind, Value, is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.editors.factory import EDITORS, make_editor
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.phrases import say_value
from icp_desktop.worksheet.reading import read_value
from icp_desktop.worksheet.toml_source import read_worksheet

TYPED: Mapping[Kind, str] = {
    "text": "Rides to work in all weather",
    "choice": "By tram",
    "terms": "Helmets; Panniers",
    "number_range": "3-7 rides",
    "money_range": "120-480 a year",
    "date": "2027-03-14",
    "yes_no": "yes",
    "pairs": "Wet feet = Overshoes in the shop",
}
SAID: Mapping[Kind, tuple[str, ...]] = {
    "text": ("Rides to work in all weather",),
    "choice": ("By tram",),
    "terms": ("Helmets", "Panniers"),
    "number_range": ("3–7 rides",),
    "money_range": ("£120–£480 a year",),
    "date": ("14 March 2027",),
    "yes_no": ("Yes",),
    "pairs": ("Wet feet", "Overshoes in the shop"),
}


def label(kind: str) -> str:
    return f"Label of {kind.replace('_', ' ')}"


def field_source(kind: Kind) -> str:
    return f"""
[[sections.fields]]
id = "own.{kind}"
kind = "{kind}"
core = ["b2b", "b2c", "both"]
label = "{label(kind)}"
why = "Why {kind}."
question = "Question about {kind}?"
good = "Good."
weak = "Weak."
first = "Trouble"
second = "Relief"
choices = [{{ id = "tram", label = "By tram" }}, {{ id = "bike", label = "By bicycle" }}]
units = [{{ id = "rides", label = "rides" }}, {{ id = "year", label = "a year" }}]
"""


SOURCE = """
id = "kinds"
title = "One of each"
[[sections]]
id = "own"
label = "One of each kind"
lead = "One of each kind."
done = "All are there."
""" + "".join(field_source(kind) for kind in KINDS)


@pytest.fixture(scope="module")
def worksheet() -> Worksheet:
    return read_worksheet(SOURCE)


@pytest.fixture(scope="module")
def project(worksheet: Worksheet) -> Project:
    answers = tuple(
        Answer(field=field.id, value=read_value(TYPED[field.kind], field, "GBP"), weight="must")
        for field in worksheet.fields()
    )
    profile = Profile(id="p1", name="Commuters", market="b2c", answers=answers)
    return Project(
        id="kinds",
        client="Spoke & Sons",
        name="Profiles",
        worksheet=SOURCE,
        currency="GBP",
        profiles=(profile,),
    )


@pytest.fixture(scope="module")
def request_(project: Project) -> Request:
    return Request(project=project, profile_id="p1", today=date(2026, 11, 21))


def field_of(worksheet: Worksheet, kind: Kind) -> Field:
    return worksheet.field(f"own.{kind}")


def value_of(project: Project, kind: Kind) -> Value:
    value = project.profile("p1").answer(f"own.{kind}").value
    assert value is not None
    return value


def test_the_kinds_are_those_of_the_values() -> None:
    assert get_args(Kind) == KINDS
    assert {get_args(cls.__annotations__["kind"])[0] for cls in get_args(Value)} == set(KINDS)
    assert set(TYPED) == set(SAID) == set(FORM_TYPED) == set(EDITORS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_read_from_text_and_said_in_words(
    kind: Kind, worksheet: Worksheet, project: Project
) -> None:
    value = value_of(project, kind)
    assert value.kind == kind
    assert not is_empty(value)
    words = say_value(value, field_of(worksheet, kind))
    assert all(piece in words for piece in SAID[kind])


def test_every_kind_is_kept_exactly(project: Project) -> None:
    assert from_parts(to_parts(project)) == project


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_an_editor_that_shows_and_clears_its_value(
    kind: Kind, worksheet: Worksheet, project: Project, appearance: Appearance, qtbot: QtBot
) -> None:
    field, value = field_of(worksheet, kind), value_of(project, kind)
    editor = make_editor(field, field.wording("b2c"), currency="GBP", appearance=appearance)
    qtbot.addWidget(editor)
    assert isinstance(editor, Editor)
    said: list[object] = []
    editor.edited.connect(said.append)
    editor.show_value(value)
    assert editor.value() == value
    assert editor.problem == ""
    editor.show_value(None)
    assert is_empty(editor.value())
    assert said == []
    assert editor.focus_widget().accessibleName()


@pytest.fixture(scope="module")
def pdf_text(request_: Request) -> str:
    from pypdf import PdfReader

    data = make_document("profile", ".pdf", request_)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return " ".join(text.split())


@pytest.fixture(scope="module")
def blank_text(request_: Request) -> str:
    from pypdf import PdfReader

    data = make_document("worksheet", ".pdf", request_)
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    return " ".join(text.split())


@pytest.fixture(scope="module")
def cells(request_: Request) -> str:
    workbook = load_workbook(io.BytesIO(make_document("workbook", ".xlsx", request_)))
    found = [
        str(cell) for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    return "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_printed(kind: Kind, pdf_text: str) -> None:
    assert label(kind) in pdf_text
    assert all(piece in pdf_text for piece in SAID[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_asked_on_paper(kind: Kind, blank_text: str) -> None:
    assert label(kind) in blank_text
    if kind == "choice":
        assert "By bicycle" in blank_text


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_in_the_workbook(kind: Kind, cells: str) -> None:
    assert label(kind) in cells
    assert all(piece in cells for piece in SAID[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_in_the_markdown(kind: Kind, request_: Request) -> None:
    text = make_document("profile", ".md", request_).decode()
    assert label(kind) in text
    assert all(piece in text for piece in SAID[kind])


FORM_TYPED: Mapping[Kind, Mapping[str, str]] = {
    "text": {"": "Rides to work in all weather"},
    "choice": {"": "By tram"},
    "terms": {"xtram": "x"},
    "number_range": {"low": "3", "high": "7", "unit": "rides"},
    "money_range": {"low": "120", "high": "480", "unit": "a year"},
    "date": {"": "14 March 2027"},
    "yes_no": {"": "Yes"},
    "pairs": {"first1": "Wet feet", "second1": "Overshoes in the shop"},
}


@pytest.fixture(scope="module")
def form_request(project: Project) -> FormRequest:
    recipient = Recipient(person="Ann", profile="p1")
    form = new_form(project, WORKSHEET_FORM, "pdf", recipient, date(2026, 11, 21))
    return FormRequest(project=project, form=form, today=date(2026, 11, 21))


@pytest.fixture(scope="module")
def controls(form_request: FormRequest) -> Mapping[str, RawValue]:
    return read_pdf(write_form(form_request)).values


@pytest.fixture(scope="module")
def named_cells(form_request: FormRequest) -> set[str]:
    form = replace(form_request.form, channel="xlsx")
    workbook = load_workbook(io.BytesIO(write_form(replace(form_request, form=form))))
    return set(workbook.defined_names)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_control_in_a_form_and_a_cell_and_a_reader(
    kind: Kind,
    worksheet: Worksheet,
    project: Project,
    controls: Mapping[str, RawValue],
    named_cells: set[str],
) -> None:
    field = field_of(worksheet, kind)
    names = {control_name(field.id, part) for part in parts_of(field)}
    assert names
    assert names <= set(controls)
    assert names <= named_cells
    raw = {part: RawValue(text=text) for part, text in FORM_TYPED[kind].items()}
    value = join_value(raw, field, "GBP")
    assert value is not None
    if kind != "terms":  # which has choices here, and so is ticked
        assert agree(value, value_of(project, kind))
    assert join_value({}, field, "GBP") is None
    shown = {p: RawValue(text=text) for p, text in split_value(value, field).items()}
    assert agree(join_value(shown, field, "GBP"), value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_in_the_data(kind: Kind, request_: Request) -> None:
    text = make_document("data", ".json", request_).decode()
    assert f'"own.{kind}"' in text
