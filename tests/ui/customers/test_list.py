"""The lists of a project, row by row: any length, any width, nothing scrolls sideways."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.list_view import ListView
from icp_desktop.ui.customers.page import CustomersPage
from icp_desktop.ui.pages.page import CUSTOMERS, Place
from icp_desktop.ui.widgets.labels import PlainLabel
from tests.end_to_end.program import Program
from tests.ui.customers.conftest import Reader

_WIDE = ",".join(["name", *(f"trait {n}" for n in range(30))])


def _view(program: Program, page: CustomersPage) -> ListView:
    program.go(Place(page=CUSTOMERS, view="list"))
    view = page.findChild(ListView)
    assert view is not None
    return view


def test_without_a_list_it_says_how_to_get_one(program: Program, page: CustomersPage) -> None:
    view = _view(program, page)
    assert view.empty.isVisible()
    QTest.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert page.place().view == "import"


def test_columns_are_leafed_through_by_key_and_by_click(
    program: Program, page: CustomersPage, read: Reader
) -> None:
    read(f"{_WIDE}\nA{',1' * 30}\nB{',2' * 30}\n").accept()
    rows = _view(program, page).rows
    first = rows.shown_columns()
    assert first[0] == 0
    QTest.keyClick(rows.table, Qt.Key.Key_Right)
    second = rows.shown_columns()
    assert second[0] == 0
    assert set(first) & set(second) == {0}
    QTest.mouseClick(rows.back, Qt.MouseButton.LeftButton)
    assert rows.shown_columns() == first
    assert not rows.table.horizontalScrollBar().isVisible()


def test_a_click_on_a_heading_sorts_figures_as_figures(
    program: Program, page: CustomersPage, read: Reader
) -> None:
    read("name,orders,year\nA,10,1999\nB,9,2001\nC,,2000\n").accept()
    view = _view(program, page)
    view.rows.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [view.model.words(n, 0) for n in range(3)] == ["A", "B", "C"]
    view.rows.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [view.model.words(n, 0) for n in range(3)] == ["B", "A", "C"]
    assert view.model.words(0, 2) == "2001"


def test_a_list_of_a_hundred_thousand_rows_puts_only_what_is_seen_into_words(
    program: Program, page: CustomersPage, read: Reader, tmp_path: Path
) -> None:
    lines = "".join(f"Firm {n},{n},2024-01-01\n" for n in range(100_000))
    read(f"name,orders,joined\n{lines}").accept()
    view = _view(program, page)
    asked: list[tuple[int, int]] = []
    words = view.model.words

    def counted(row: int, column: int) -> str:
        asked.append((row, column))
        return words(row, column)

    view.model.words = counted  # type: ignore[method-assign]
    view.rows.table.scrollToBottom()
    program.settle()
    assert asked
    assert len({row for row, _column in asked}) < 200
    assert max(row for row, _column in asked) == 99_999


def test_a_list_can_be_removed_and_brought_back(
    program: Program, page: CustomersPage, read: Reader
) -> None:
    read("name,orders\nA,10\n").accept()
    view = _view(program, page)
    view.remove()
    program.settle()
    assert view.empty.isVisible()
    shown = program.window.view
    assert shown is not None
    shown.context.opened.undo()
    program.settle()
    assert view.rows.isVisible()


def test_in_large_type_below_a_message_four_rows_are_still_there(
    program: Program, read: Reader, themed: Appearance
) -> None:
    read(f"{_WIDE}\nA{',1' * 30}\nB{',2' * 30}\n").accept()
    themed.set_scale(2.0)  # every page is made anew
    program.window.resize(1024, 700)
    view = program.window.view
    assert view is not None
    page = view.page()
    assert isinstance(page, CustomersPage)
    page.context.host.complain("A long sentence that says what is wrong and what to do. " * 4)
    rows = _view(program, page).rows
    assert rows.table.height() >= themed.px(37 + 4 * 36)
    assert "Column 2 of 31" in [label.text() for label in rows.findChildren(PlainLabel)]
