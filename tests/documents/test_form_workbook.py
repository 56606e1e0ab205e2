"""A form as a workbook: locked, with lists, read back by the names of its cells."""

import io
from datetime import date

import pytest
from forms.answers import assert_all_came_back
from forms.asked import TEXTS, TODAY, all_names, fields_of, named, send
from forms.spreadsheet import cell_filling, fill_cells
from openpyxl import Workbook, load_workbook

from icp_desktop.documents.form_content import FormRequest
from icp_desktop.documents.form_controls import TOKEN
from icp_desktop.documents.forms_out import write_form
from icp_desktop.documents.raw_form import UnreadableError
from icp_desktop.documents.raw_workbook import read_workbook
from icp_desktop.documents.returned import digest_of, understand
from icp_desktop.errors import KnownError
from icp_desktop.model.forms import WORKSHEET_FORM
from icp_desktop.model.values import Day

MARCH = date(2027, 3, 14)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_stands_in_the_named_cells_comes_back_equal(text: str) -> None:
    project, _form, data = send("xlsx")
    filled = fill_cells(data, dict(cell_filling(text)))
    returned = understand("a.xlsx", digest_of(filled), read_workbook(filled), project)
    assert_all_came_back(returned, text)


@pytest.mark.parametrize("questionnaire", ["each-kind", WORKSHEET_FORM, "good-customer"])
def test_every_answer_has_a_named_cell_that_is_open_and_all_else_is_locked(
    questionnaire: str,
) -> None:
    project, form, data = send("xlsx", questionnaire)
    workbook = load_workbook(io.BytesIO(data))
    sheet = workbook.worksheets[0]
    assert sheet.protection.sheet
    open_cells = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    for field in fields_of(project, form).values():
        for name in all_names(field):
            ((found, address),) = workbook.defined_names[name].destinations
            assert found == sheet.title
            assert address.replace("$", "") in open_cells
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert not any(text.startswith("=") for text in texts)
    assert workbook["Lists"].sheet_state == "veryHidden"


def test_what_can_be_chosen_stands_on_the_hidden_sheet() -> None:
    _project, _form, data = send("xlsx")
    workbook = load_workbook(io.BytesIO(data))
    rules = workbook.worksheets[0].data_validations.dataValidation
    assert rules
    for rule in rules:
        assert rule.formula1.startswith("Lists!$")
        assert len(rule.formula1) < 255


def test_names_hold_where_rows_were_inserted_and_sheets_renamed() -> None:
    # As Excel does it: names follow; openpyxl does not move them, so they are moved here.
    project, _form, data = send("xlsx")
    workbook = load_workbook(io.BytesIO(fill_cells(data, dict(cell_filling("moved")))))
    sheet = workbook.worksheets[0]
    old, sheet.title = sheet.title, "Ann's answers"
    cells = {}
    for name, defined in workbook.defined_names.items():
        ((found, address),) = defined.destinations
        if found == old:
            cell = sheet[address.replace("$", "")]
            cells[name] = (cell.column_letter, cell.row)
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(3, 2)
    for name, (letter, row) in cells.items():
        moved = row + 2 if row >= 3 else row
        workbook.defined_names[name].attr_text = f"'Ann''s answers'!${letter}${moved}"
    out = io.BytesIO()
    workbook.save(out)
    returned = understand("a.xlsx", "d", read_workbook(out.getvalue()), project)
    assert_all_came_back(returned, "moved")


def test_a_lost_cell_and_a_formula_never_worked_out_are_said() -> None:
    project, _form, data = send("xlsx")
    workbook = load_workbook(io.BytesIO(data))
    workbook.defined_names[named("short")].attr_text = "#REF!"
    ((sheet, address),) = workbook.defined_names[named("in_words")].destinations
    workbook[sheet][address.replace("$", "")].value = "=1+1"
    out = io.BytesIO()
    workbook.save(out)
    returned = understand("a.xlsx", "d", read_workbook(out.getvalue()), project)
    problems = {each.ask.field.id: each.problem for each in returned.answers}
    assert "not there any more" in problems["short"]
    assert "never worked out" in problems["in_words"]


def test_a_workbook_whose_cells_are_all_gone_is_not_taken_for_an_empty_form() -> None:
    project, _form, data = send("xlsx")
    workbook = load_workbook(io.BytesIO(data))
    workbook.worksheets[0].title = "Renamed"  # by a program that leaves the names behind
    out = io.BytesIO()
    workbook.save(out)
    with pytest.raises(KnownError, match="No cell for an answer is where it was"):
        understand("a.xlsx", "d", read_workbook(out.getvalue()), project)


def test_real_figures_and_dates_are_taken_as_what_they_are() -> None:
    project, _form, data = send("xlsx")
    typed = {named("since"): MARCH, named("rides", "low"): 2.5}
    returned = understand("a.xlsx", "d", read_workbook(fill_cells(data, typed)), project)
    values = {each.ask.field.id: each.value for each in returned.answers}
    assert values["since"] == Day(day=MARCH)
    assert str(values["rides"].low) == "2.5"  # type: ignore[union-attr]


def test_the_same_form_gives_the_same_bytes() -> None:
    project, form, data = send("xlsx")
    assert write_form(FormRequest(project=project, form=form, today=TODAY)) == data
    assert TOKEN in load_workbook(io.BytesIO(data)).defined_names


def test_a_workbook_of_somebody_else_has_no_token() -> None:
    out = io.BytesIO()
    Workbook().save(out)
    assert TOKEN not in read_workbook(out.getvalue()).values
    with pytest.raises(UnreadableError, match="damaged"):
        read_workbook(b"PK\x03\x04" + bytes(200))
