"""Findings in print and in the workbook say what the page says, with counts first."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from tables_made import trading_list, with_profile

from icp_desktop.documents.charts import Share, draw_dots, draw_shares, draw_sureness
from icp_desktop.documents.content import Request
from icp_desktop.documents.findings import make_findings
from icp_desktop.documents.pdf import render_pdf
from icp_desktop.documents.workbook import write_workbook
from icp_desktop.model.project import Project
from icp_desktop.worksheet.samples import make_sample


@pytest.fixture
def traders() -> Project:
    """Thirty customers of whom eight of the nine best are dental practices."""
    return with_profile(trading_list())


def request_for(project: Project) -> Request:
    return Request(project=project, profile_id="", today=date(2026, 11, 25))


def words_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_title_is_the_finding_and_counts_come_first(traders: Project) -> None:
    result = render_pdf("findings", request_for(traders))
    words = words_of(result.data)
    assert result.log == ()
    assert "The best are Dental practices" in words
    assert "8 of 9 best" in words
    assert "1 of 21 others" in words
    assert "would settle it." in words
    assert "What each criterion costs" in words
    assert "A difference is not a cause" in words


def test_pictures_speak(traders: Project) -> None:
    content = make_findings(request_for(traders))
    line = content.comparisons[0].groups[0].lines[0]
    assert line.bars.words == "best 8 of 9, others 1 of 21"
    assert line.boxes.words == "Clear"
    assert [group.words for group in content.groups] == ["8 of 9", "1 of 12", "0 of 9"]


def test_without_a_list_it_says_so() -> None:
    project = make_sample("fitness-studio")
    result = render_pdf("findings", request_for(project))
    assert "No list of customers has been read in" in words_of(result.data)
    assert result.pages == 1


def test_the_workbook_has_every_trait_with_real_figures_and_a_chart(traders: Project) -> None:
    book = load_workbook(io.BytesIO(write_workbook(request_for(traders))))
    sheet = book["Findings"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[1] == "Trade: Dental practices"]
    assert rows[0][2:9] == ("Clear", 8, 9, pytest.approx(0.8889), 1, 21, pytest.approx(0.0476))
    assert len(sheet._charts) == 1
    test = book["Back-test"]
    cells = [row for row in test.iter_rows(values_only=True) if row[0] == "Let in"]
    assert cells[0][1] == "8 of 9"


def test_the_workbook_of_a_project_without_a_list_has_no_such_sheet() -> None:
    project = make_sample("fitness-studio")
    book = load_workbook(io.BytesIO(write_workbook(request_for(project))))
    assert "Findings" not in book.sheetnames


def test_charts_hold_any_counts() -> None:
    nobody = Share(count=0, total=0, low=0, high=1)
    all_of_them = Share(count=5, total=5, low=0.57, high=1)
    assert draw_shares(nobody, all_of_them, words="x").words == "x"
    assert draw_dots(0, 0).svg.startswith("<svg")
    assert draw_dots(3, 10).svg.count("<circle") == 10
    assert "<circle" not in draw_dots(3, 1000).svg
    assert draw_sureness(2).svg.count('fill="#1B1F24"') == 2
