"""What won and lost leads teach, taken into the profile by one click, and back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from tables_made import make_table

from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Project
from icp_desktop.model.table import Column
from icp_desktop.model.values import Terms
from icp_desktop.ui.leads.list_view import LeadList
from icp_desktop.ui.widgets.buttons import Button
from tests.end_to_end.program import Program

COLUMNS = (
    Column(heading="Lead", meaning="name"),
    Column(heading="Trade", meaning="company.industry"),
    Column(heading="Place", meaning="company.location"),
    Column(heading="Tool", meaning="company.tech_stack"),
    Column(heading="Outcome", meaning="stage"),
)


def leads(turned: bool = False) -> PutItem:
    """Half won; the place is spread evenly, the tool “Ledger” is with those who were won."""
    won, lost = ("lost", "won") if turned else ("won", "lost")
    cells: dict[str, list[object]] = {
        "Lead": [f"Lead {n}" for n in range(200)],
        "Trade": ["Bakery"] * 200,
        "Place": ["Leeds", "Cork"] * 100,
        "Tool": ["Ledger" if n < 100 else None for n in range(200)],
        "Outcome": [won if n < 100 else lost for n in range(200)],
    }
    cells["Tool"] = ["Ledger" if n < 100 else "Paper" for n in range(200)]
    return PutItem(folder="tables", item=make_table(cells, COLUMNS, role="leads"))


@pytest.fixture
def listed(program: Program, page: LeadList) -> LeadList:
    (old,) = page.context.project.tables
    edit = leads()
    page.context.opened.do(replace(edit, item=replace(edit.item, id=old.id)))  # type: ignore[type-var]
    program.settle()
    return page


def button(page: LeadList, name: str) -> QPushButton:
    found = page.lessons.findChildren(Button)
    return next(each for each in found if each.accessibleName().startswith(name))


def project(program: Program) -> Project:
    assert program.window.view is not None
    return program.window.view.context.project


def test_what_the_won_have_goes_into_the_profile_and_comes_back(
    program: Program, listed: LeadList
) -> None:
    before = project(program)
    rows = {row.strong: row.line for row in listed.lessons.rows()}
    assert rows["Tool: Ledger"].startswith("100 of 100 won, 0 of 100 lost have it")
    button(listed, "Take into the profile, Tool: Ledger").click()
    program.settle()
    answer = project(program).profiles[0].answer("company.tech_stack")
    assert isinstance(answer.value, Terms)
    (term,) = answer.value.items
    assert term.text == "Ledger"
    assert (term.evidence[0].count, term.evidence[0].total) == (100, 100)
    assert "Tool: Ledger" not in {row.strong for row in listed.lessons.rows()}
    listed.context.opened.undo()
    program.settle()
    assert project(program) == before


def test_what_tells_nothing_can_count_less(program: Program, listed: LeadList) -> None:
    (ideal, bad) = project(program).profiles
    answers = tuple(
        replace(each, weight="should") if each.field == "company.location" else each
        for each in ideal.answers
    )
    listed.context.opened.do(PutItem(folder="profiles", item=replace(ideal, answers=answers)))
    assert bad
    program.settle()
    row = next(row for row in listed.lessons.rows() if row.strong == "Location")
    assert row.line == "50 of 100 won, 50 of 100 lost meet it, so it does not tell them apart."
    button(listed, "Let it count less, Location").click()
    program.settle()
    assert project(program).profiles[0].answer("company.location").weight == "nice"
    row = next(row for row in listed.lessons.rows() if row.strong == "Location")
    assert row.line.endswith("It counts least already.")
    assert row.actions == ()


def test_what_the_lost_have_goes_to_those_who_are_not_a_fit(
    program: Program, page: LeadList
) -> None:
    edit = leads(turned=True)
    (old,) = page.context.project.tables
    page.context.opened.do(replace(edit, item=replace(edit.item, id=old.id)))  # type: ignore[type-var]
    program.settle()
    row = next(row for row in page.lessons.rows() if row.strong.startswith("Tool"))
    (action,) = row.actions
    action.act()
    program.settle()
    bad = project(program).profiles[1].answer("company.tech_stack")
    ideal = project(program).profiles[0].answer("company.tech_stack")
    assert (bad.value is None) != (ideal.value is None)
