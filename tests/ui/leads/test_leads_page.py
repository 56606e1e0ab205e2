"""The leads page: the list and its order, one lead with its reasons, noting an answer."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tables_made import make_table

from icp_desktop.insight.customers import leads_of
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.project import Project
from icp_desktop.ui.customers.page import CustomersPage
from icp_desktop.ui.leads import list_view as page_module
from icp_desktop.ui.leads.lead_model import FIT, LEAD, NEXT, TIER, TIMING
from icp_desktop.ui.leads.list_view import LeadList
from icp_desktop.ui.leads.page import LeadsPage
from icp_desktop.ui.pages.page import LEADS, Place
from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.labels import PlainLabel
from tests.end_to_end.program import NobodyAnswers, Program
from tests.ui.leads.conftest import COLUMNS

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def names(page: LeadList) -> list[str]:
    model = page.table.leads
    return [model.cell(number).name for number in range(model.rowCount())]


def spoken(page: LeadList, row: int) -> list[str]:
    model = page.table.leads
    return [str(model.index(row, column).data(SPOKEN)) for column in range(5)]


def words(page: LeadList) -> list[str]:
    labels = page.panel.findChildren(PlainLabel)
    return [label.text() for label in labels if label.isVisibleTo(page.panel)]


def project(program: Program) -> Project:
    assert program.window.view is not None
    return program.window.view.context.project


def press(page: LeadList, words: str) -> None:
    for button in page.doubles.findChildren(Button):
        if button.text() == words:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(words)


def test_the_best_come_first_and_those_ruled_out_last(page: LeadList) -> None:
    assert names(page) == ["Alder", "Brook", "Cedar", "alder ", "Dale"]
    assert spoken(page, 0) == [
        "Alder, Leeds, 12 people", "Tier A", "100 to 100 of 100", "Now, Moving house", "",
    ]  # fmt: skip
    brook = spoken(page, 1)
    assert brook[1] == "Tier B or A"
    assert brook[4].endswith("?")
    assert spoken(page, 4)[1:3] == ["Ruled out", "Industry: Law, and it has to be Bakery."]
    assert page.kinds.buttons()[-1].text() == "Ruled out 1"


def test_sorted_by_name_and_by_time_and_searched(page: LeadList) -> None:
    page.table.sortByColumn(LEAD, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Cedar"
    assert page.table.leads.row_at(page.table.currentIndex().row()) == 0
    page.table.sortByColumn(TIMING, Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "Alder"
    page.table.sortByColumn(FIT, Qt.SortOrder.DescendingOrder)
    QTest.keyClicks(page.search, "ED")
    assert names(page) == ["Cedar"]
    page.search.clear()
    page.kinds.buttons()[-1].click()
    assert names(page) == ["Dale"]


def test_the_panel_says_what_is_known_first_and_then_what_is_open(
    program: Program, page: LeadList
) -> None:
    page.table.mark(1)
    program.settle()
    said = words(page)
    assert said.index("Industry") < said.index("Company size")
    assert "0 to 1" in said
    assert "B today. A if the next answer is yes." in said
    page.table.mark(3)
    assert any(text.startswith("Ruled out. Industry: Law") for text in words(page))
    assert not page.panel.ask.isVisible()


def test_an_answer_is_noted_in_the_list_and_can_be_undone(program: Program, page: LeadList) -> None:
    before = project(program)
    page.table.mark(1)
    QTest.keyClicks(page.panel.ask.answer, "about ten")
    QTest.keyClick(page.panel.ask.answer, Qt.Key.Key_Return)
    assert page.panel.ask.problem.isVisible()
    assert project(program) is before
    page.panel.ask.answer.setText("12")
    QTest.keyClick(page.panel.ask.answer, Qt.Key.Key_Return)
    program.settle()
    leads = leads_of(project(program))
    assert leads is not None
    assert leads.frame["Staff"][1] == 12.0
    assert page.table.leads.row_at(page.table.currentIndex().row()) == 1
    assert spoken(page, page.table.currentIndex().row())[1] == "Tier A"
    assert program.window.view is not None
    program.window.view.context.opened.undo()
    program.settle()
    assert project(program) == before


def test_doubles_are_shown_and_the_newer_kept(program: Program, page: LeadList) -> None:
    assert page.doubles.sentence == "1 lead is on the list twice."
    press(page, "Show both")
    assert names(page) == ["Alder", "alder "]
    press(page, "Keep the newer")
    program.settle()
    assert names(page) == ["Brook", "Cedar", "alder ", "Dale"]
    assert project(program).tables[0].rows == 4
    assert not page.doubles.isVisible()


def test_the_scorecard_is_written_where_the_person_says(
    program: Program, page: LeadList, tmp_path: Path
) -> None:
    class Saves(NobodyAnswers):
        def save_file(self, _title: str, _proposal: Path, _kind: str) -> Path | None:
            return tmp_path / "card"

    assert program.window.view is not None
    context = replace(program.window.view.context, prompts=Saves())
    page.context = context
    page.export()
    program.settle()
    sheet = load_workbook(tmp_path / "card.xlsx").worksheets[0]
    assert "Alder" in {cell.value for cell in sheet["A"]}


def test_leads_are_imported_as_leads_and_the_way_back_is_here(
    program: Program, page: LeadList, tmp_path: Path
) -> None:
    QTest.mouseClick(page.import_button, Qt.MouseButton.LeftButton)
    assert program.window.view is not None
    customers = program.window.view.page()
    assert isinstance(customers, CustomersPage)
    path = tmp_path / "new.csv"
    path.write_text("Company;Industry\nElm;Bakery\n", encoding="utf-8")
    view = customers.start_import("leads")
    view.open_path(path)
    program.settle()
    assert view.prepared is not None
    assert view.prepared.plan.role == "leads"
    QTest.mouseClick(customers.read_button, Qt.MouseButton.LeftButton)
    program.settle()
    shown = program.window.view.page()
    assert isinstance(shown, LeadsPage)
    assert shown.list is page
    assert [each.role for each in project(program).tables] == ["leads"]
    assert names(page) == ["Elm"]


def test_a_long_list_is_scored_in_the_background(
    program: Program, page: LeadList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "_AT_ONCE", 10)
    many: dict[str, list[object]] = {
        "Lead": [f"Lead {n}" for n in range(400)],
        "Trade": ["Bakery", "Law"] * 200,
        "Staff": [10.0] * 400,
        "Place": ["Leeds"] * 400,
        "Why": [None] * 400,
    }
    listed = make_table(many, COLUMNS, role="leads")
    page.context.opened.do(PutItem(folder="tables", item=listed, label="leads"))
    assert program.background.busy
    program.settle()
    assert page.table.leads.rowCount() == 400
    assert page.kinds.buttons()[-1].text() == "Ruled out 200"


def test_without_a_list_the_page_says_what_would_be_here(program: Program, page: LeadList) -> None:
    for table in project(program).tables:
        page.context.opened.do(RemoveItem(folder="tables", item=table.id, label="the list"))
    assert page.empty.isVisible()
    assert not page.export_button.isEnabled()


def test_in_a_narrow_window_the_panel_takes_the_place_of_the_list(
    program: Program, page: LeadList
) -> None:
    program.window.resize(700, 700)
    program.settle()
    assert page.table.isVisible()
    assert page.table.isColumnHidden(NEXT)
    assert not page.table.isColumnHidden(TIER)
    page.table.activated.emit(page.table.leads.index(0, 0))
    assert not page.table.isVisible()
    assert page.panel.isVisible()
    QTest.mouseClick(page.panel.back, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()


def test_a_place_comes_back_to_the_lead(program: Program, page: LeadList) -> None:
    page.show_place(Place(page=LEADS, section="2"))
    assert page.place().section == "2"
    assert page.table.leads.cell(page.table.currentIndex().row()).name == "Cedar"
    assert Decimal(page.panel.bar.accessibleName().split()[0]) == 20


def test_how_it_went_is_logged_counted_and_undone(program: Program, page: LeadList) -> None:
    before = project(program)
    page.table.mark(0)
    page.panel.went.buttons()[1].click()
    program.settle()
    page.table.mark(3)
    page.panel.went.buttons()[2].click()
    program.settle()
    assert "Won inside the profile 1 of 1, outside 0 of 1. Too few to tell." in page.about.text()
    page.panel.went.buttons()[0].click()
    program.settle()
    assert "outside 0 of 0" in page.about.text()
    for _step in range(3):
        page.context.opened.undo()
    program.settle()
    assert project(program) == before
    assert page.panel.went.value() == "open"
