"""What the tests of the leads page share: a project with leads, shown in a window."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tables_made import make_table

from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.table import Column
from icp_desktop.model.values import NumberRange, Term, Terms, Text
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.leads.list_view import LeadList
from icp_desktop.ui.leads.page import LeadsPage
from icp_desktop.ui.pages.page import LEADS, Place
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end.program import Program

BAKERS = Terms(items=(Term(id="a", text="Bakery"),))
LAWYERS = Terms(items=(Term(id="b", text="Law"),))
COLUMNS = (
    Column(heading="Lead", meaning="name"),
    Column(heading="Trade", meaning="company.industry"),
    Column(heading="Staff", meaning="company.size", type="number"),
    Column(heading="Place", meaning="company.location"),
    Column(heading="Why", meaning="needs.why_now"),
)
CELLS: dict[str, list[object]] = {
    "Lead": ["Alder", "Brook", "Cedar", "Dale", "alder "],
    "Trade": ["Bakery", "Bakery", None, "Law", None],
    "Staff": [12.0, None, None, 7.0, 300.0],
    "Place": ["Leeds", "Cork", "Leeds", None, None],
    "Why": ["Moving house", None, "Nothing", None, None],
}


def leads_project() -> Project:
    answers = (
        Answer(field="company.industry", value=BAKERS, weight="must"),
        Answer(
            field="company.size", value=NumberRange(low=Decimal(5), high=Decimal(20), unit="people")
        ),
        Answer(field="company.location", value=Terms(items=(Term(id="p", text="Leeds"),))),
        Answer(field="needs.why_now", value=Text(text="Moving house")),
    )
    bad = (Answer(field="company.industry", value=LAWYERS, weight="rules_out"),)
    return replace(
        make_sample("software-firm"),
        sample="",
        profiles=(
            Profile(id="ideal00001", name="Ideal", market="b2b", answers=answers),
            Profile(id="bad0000001", name="Bad", market="b2b", kind="negative", answers=bad),
        ),
        tables=(make_table(CELLS, COLUMNS, role="leads", name="leads.csv"),),
    )


@pytest.fixture
def program(themed: Appearance, tmp_path: Path) -> Iterator[Program]:
    """The window with the project, on the leads page."""
    program = Program(themed, tmp_path / "home")
    program.add(leads_project())
    program.show(1280, 800)
    program.go(Place(page=LEADS))
    yield program
    program.close()


@pytest.fixture
def leads(program: Program) -> LeadsPage:
    """The whole page."""
    view = program.window.view
    assert view is not None
    page = view.page()
    assert isinstance(page, LeadsPage)
    return page


@pytest.fixture
def page(leads: LeadsPage) -> LeadList:
    """The list."""
    return leads.list
