"""Forms filled by the programs of other people come back equal; run by `make test-peers`."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from forms.answers import assert_all_came_back
from forms.asked import TEXTS, filling, send
from forms.peers import fill_by_libreoffice, fill_by_pdfjs, fill_by_poppler, qpdf_faults
from forms.spreadsheet import cell_filling
from openpyxl import load_workbook

from icp_desktop.documents.raw_pdf import read_pdf
from icp_desktop.documents.raw_workbook import read_workbook
from icp_desktop.documents.returned import digest_of, understand
from icp_desktop.model.forms import WORKSHEET_FORM

pytestmark = pytest.mark.peers
Filler = Callable[[Path, bytes, Mapping[str, str | bool]], bytes]
READERS = {"pdf.js": fill_by_pdfjs, "Poppler": fill_by_poppler}


@pytest.mark.parametrize("fill", READERS.values(), ids=READERS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_typed_in_another_reader_comes_back_equal(
    fill: Filler, text: str, tmp_path: Path
) -> None:
    project, _form, data = send()
    filled = fill(tmp_path, data, filling(text))
    returned = understand("a.pdf", digest_of(filled), read_pdf(filled), project)
    assert_all_came_back(returned, text)


@pytest.mark.parametrize("questionnaire", ["each-kind", "good-customer", WORKSHEET_FORM])
def test_qpdf_finds_no_fault(questionnaire: str, tmp_path: Path) -> None:
    _project, _form, data = send(questionnaire=questionnaire)
    assert qpdf_faults(tmp_path, data) == ""


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_typed_in_libreoffice_comes_back_equal(
    suffix: str, text: str, tmp_path: Path
) -> None:
    project, _form, data = send("xlsx")
    filled = fill_by_libreoffice(tmp_path, data, cell_filling(text), suffix)
    returned = understand("a", digest_of(filled), read_workbook(filled), project)
    assert_all_came_back(returned, text)


def test_lists_and_protection_survive_libreoffice(tmp_path: Path) -> None:
    _project, _form, data = send("xlsx")
    filled = fill_by_libreoffice(tmp_path, data, cell_filling("x"), "xlsx")
    before, after = (load_workbook(io.BytesIO(each)) for each in (data, filled))
    sheet = after[before.sheetnames[0]]
    assert sheet.protection.sheet
    assert sheet.protection.selectLockedCells
    assert set(before.defined_names) <= set(after.defined_names)
    lists = {str(each.sqref) for each in sheet.data_validations.dataValidation}
    assert lists == {
        str(each.sqref) for each in before[before.sheetnames[0]].data_validations.dataValidation
    }
    assert after["Lists"].sheet_state != "visible"
    for cell in (cell for row in before[before.sheetnames[0]].iter_rows() for cell in row):
        assert sheet[cell.coordinate].protection.locked == cell.protection.locked
