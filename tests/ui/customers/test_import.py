"""Reading a list in: shown first, corrected by hand, kept as one step, left without a trace."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from icp_desktop.model.project import Project
from icp_desktop.tables.frames import read_frame
from icp_desktop.ui.customers.import_view import ImportView
from icp_desktop.ui.customers.page import CustomersPage
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel
from tests.end_to_end.program import Program
from tests.ui.customers.conftest import Reader

CUSTOMERS_CSV = (
    "name;joined;spend\nAlder;01/02/2024;5,50\nBrook;03/04/2024;7\nAlder;01/02/2024;5,50\n"
)


def _project(program: Program) -> Project:
    view = program.window.view
    assert view is not None
    return view.context.project


def _words(view: ImportView) -> str:
    labels = view.preview.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(view))


def _choose(combo: Combo, entry: str) -> None:
    place = combo.findData(entry)
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_a_list_is_shown_and_nothing_is_kept_yet(program: Program, read: Reader) -> None:
    view = read(CUSTOMERS_CSV)
    assert _project(program).tables == ()
    words = _words(view)
    assert "2 customers would be read in, 1 left out." in words
    assert "Days in “joined” are taken as" in words
    assert "1 row: the same as an earlier row" in words
    assert view.preview.model.words(0, 0) == "Alder"
    assert view.read_button.text() == "Read in 2 customers"


def test_it_is_kept_as_one_step_that_can_be_undone(
    program: Program, page: CustomersPage, read: Reader
) -> None:
    before = _project(program)
    view = read(CUSTOMERS_CSV)
    QTest.mouseClick(view.read_button, Qt.MouseButton.LeftButton)
    program.settle()
    (table,) = _project(program).tables
    assert read_frame(table)["spend"].to_list() == [5.5, 7.0]
    assert page.place().view == "list"
    shown = program.window.view
    assert shown is not None
    shown.context.opened.undo()
    assert _project(program) is before


def test_the_order_of_days_is_corrected_by_hand(program: Program, read: Reader) -> None:
    view = read(CUSTOMERS_CSV)
    row = view.preview.columns.row(1)
    _choose(row.variant, "dmy")
    program.settle()
    assert "taken as" not in _words(view)
    assert view.preview.model.words(0, 1) == "1 February 2024"
    view.accept()
    (table,) = _project(program).tables
    assert str(read_frame(table)["joined"][0]) == "2024-02-01"


def test_a_column_gets_another_meaning_or_stays_out(program: Program, read: Reader) -> None:
    view = read(CUSTOMERS_CSV)
    _choose(view.preview.columns.row(2).meaning, "lifetime_value")
    program.settle()
    _choose(view.preview.columns.row(1).meaning, "-")
    program.settle()
    view.accept()
    (table,) = _project(program).tables
    assert [(each.heading, each.meaning) for each in table.columns] == [
        ("name", "name"),
        ("spend", "lifetime_value"),
    ]


def test_a_row_is_taken_in_that_would_stay_out(program: Program, read: Reader) -> None:
    view = read(CUSTOMERS_CSV)
    boxes = view.preview.problems.findChildren(QCheckBox)
    boxes[-1].click()
    program.settle()
    assert view.read_button.text() == "Read in 3 customers"
    view.accept()
    assert _project(program).tables[0].rows == 3


def test_the_sign_between_cells_and_the_headings_are_corrected(
    program: Program, read: Reader
) -> None:
    view = read(CUSTOMERS_CSV)
    _choose(view.preview.file.heading, "0")
    program.settle()
    assert view.preview.model.words(0, 0) == "name"
    _choose(view.preview.file.delimiter, "|")
    program.settle()
    assert view.preview.model.columnCount() == 1


def test_a_list_of_deals_joins_the_customers_and_proposes_near_names(
    program: Program, read: Reader
) -> None:
    read("name,city\nGTX Pro,Leeds\nBrook Ltd,York\nTechnology,Hull\n").accept()
    program.settle()
    view = read("order,customer,amount\n1,GTXPro,5\n2,Brook,6\n3,Technolgy,7\n4,,8\n5,Zebra,9\n")
    assert view.prepared is not None
    assert view.prepared.plan.role == "deals"
    assert "1 names no customer. 4 name customers who are not in the list." in _words(view)
    ticks = {box.text(): box.isChecked() for box in view.preview.names.findChildren(QCheckBox)}
    assert ticks == {
        "Read “GTXPro” as “GTX Pro”": True,
        "Read “Brook” as “Brook Ltd”": False,
        "Read “Technolgy” as “Technology”": False,
    }
    view.accept()
    deals = _project(program).tables[1]
    assert read_frame(deals)["customer"].to_list() == [
        "GTX Pro",
        "Brook",
        "Technolgy",
        None,
        "Zebra",
    ]


def test_rows_from_the_clipboard_are_read(program: Program, page: CustomersPage) -> None:
    QGuiApplication.clipboard().setText("Customer\tOrders\nAlder\t3\nBrook\t4\n")
    view = page.start_import()
    view.start_block.take_pasted()
    program.settle()
    view.accept()
    assert read_frame(_project(program).tables[0])["Orders"].to_list() == [3.0, 4.0]


def test_a_shortlist_is_typed_and_marks_customers_that_are_there(
    program: Program, page: CustomersPage, read: Reader
) -> None:
    read("name,city\nAlder,Leeds\nBrook,York\n").accept()
    view = page.start_import()
    view.start_block.best.setPlainText("Brook\nCedar")
    view.start_block.worst.setPlainText("Alder")
    view.start_block.take_shortlist()
    program.settle()
    view.accept()
    (table,) = _project(program).tables
    rows = {row[0]: row[1:] for row in read_frame(table).rows()}
    assert rows == {"Alder": ("Leeds", "worst"), "Brook": ("York", "best"), "Cedar": (None, "best")}


def test_leaving_keeps_nothing(program: Program, page: CustomersPage, read: Reader) -> None:
    before = _project(program)
    read(CUSTOMERS_CSV)
    page.leave_import()
    program.settle()
    assert _project(program) is before
    assert page.place().view == "list"


def test_cancelling_while_it_is_read_keeps_nothing(
    program: Program, page: CustomersPage, tmp_path: Path
) -> None:
    before = _project(program)
    path = tmp_path / "list.csv"
    path.write_text(CUSTOMERS_CSV, encoding="utf-8")
    view = page.start_import()
    view.open_path(path)
    view.stop()
    program.settle()
    assert view.prepared is None
    assert not view.read_button.isEnabled()
    assert _project(program) is before


def test_a_file_that_is_no_list_is_named_in_a_sentence(
    program: Program, page: CustomersPage, tmp_path: Path
) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    view = page.start_import()
    view.open_path(path)
    program.settle()
    shown = program.window.view
    assert shown is not None
    assert "“old.xls” is in the old Excel format" in shown.messages()["trouble"].sentence
