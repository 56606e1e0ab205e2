"""What the tests of the customers page share: the page in a window, and files to read in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.import_view import ImportView
from icp_desktop.ui.customers.page import CustomersPage
from icp_desktop.ui.pages.page import CUSTOMERS, Place
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end.program import Program

Reader = Callable[[str], ImportView]


@pytest.fixture
def program(themed: Appearance, tmp_path: Path) -> Iterator[Program]:
    """The window with a sample, on the customers page."""
    program = Program(themed, tmp_path / "home")
    program.add(make_sample("software-firm"))
    program.show(1280, 800)
    program.go(Place(page=CUSTOMERS))
    yield program
    program.close()


@pytest.fixture
def page(program: Program) -> CustomersPage:
    view = program.window.view
    assert view is not None
    page = view.page()
    assert isinstance(page, CustomersPage)
    return page


@pytest.fixture
def read(program: Program, page: CustomersPage, tmp_path: Path) -> Reader:
    """Return a function that has a list with this text read and shown."""

    def show(text: str) -> ImportView:
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        view = page.start_import()
        view.open_path(path)
        program.settle()
        return view

    return show
