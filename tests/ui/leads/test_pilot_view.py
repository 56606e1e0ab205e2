"""Pilots through the window: begun from the list, logged, changed, taken back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from icp_desktop.model.items import PutItem
from icp_desktop.model.pilot import Pilot, PilotLead
from icp_desktop.model.project import Project
from icp_desktop.model.values import Day
from icp_desktop.ui.leads.lead_model import LEAD
from icp_desktop.ui.leads.list_view import LeadList
from icp_desktop.ui.leads.page import LeadsPage
from icp_desktop.ui.pages.page import LEADS, Place
from tests.end_to_end.program import Program

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
LEFT = Qt.MouseButton.LeftButton


def project(program: Program) -> Project:
    assert program.window.view is not None
    return program.window.view.context.project


def begin(program: Program, leads: LeadsPage) -> None:
    QTest.mouseClick(leads.list.pilot_button, LEFT)
    QTest.keyClicks(leads.pilots.form.success, "A first order")
    QTest.keyClick(leads.pilots.form.success, Qt.Key.Key_Return)
    program.settle()


@pytest.fixture
def spring(program: Program, leads: LeadsPage) -> Pilot:
    """A pilot that is there already, seen in its tab."""
    each = [PilotLead(name=f"Lead {n}", inside=n < 6, tier="A" if n < 6 else "C") for n in range(9)]
    pilot = Pilot(
        id="spring",
        name="Spring",
        profile="ideal00001",
        success="A demo",
        start=date(2026, 1, 5),
        end=date(2026, 2, 1),
        leads=tuple(each),
    )
    leads.context.opened.do(PutItem(folder="pilots", item=pilot))
    program.go(Place(page=LEADS, view="pilots"))
    return pilot


def test_a_pilot_begins_with_what_the_list_shows(program: Program, leads: LeadsPage) -> None:
    QTest.mouseClick(leads.list.pilot_button, LEFT)
    form = leads.pilots.form
    assert form.isVisible()
    assert form.balance.text().startswith("4 leads: 1 inside the profile, 3 outside.")
    QTest.mouseClick(form.begin_button, LEFT)
    assert "what counts as success" in form.problem.text()
    assert project(program).pilots == ()
    QTest.keyClicks(form.success, "A first order")
    QTest.mouseClick(form.begin_button, LEFT)
    program.settle()
    (pilot,) = project(program).pilots
    assert [each.name for each in pilot.leads] == ["alder ", "Brook", "Cedar", "Dale"]
    assert pilot.profile == "ideal00001"
    assert not form.isVisible()
    assert leads.pilots.success.text() == "Success: A first order"
    leads.context.opened.undo()
    program.settle()
    assert leads.pilots.empty.isVisible()


def test_only_those_that_are_marked_or_found_are_taken(
    program: Program, leads: LeadsPage, page: LeadList
) -> None:
    page.kinds.buttons()[-1].click()
    assert page.picked_rows() == (3,)
    page.kinds.buttons()[0].click()
    QTest.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.picked_rows() == (0, 1)
    begin(program, leads)
    assert [each.name for each in project(program).pilots[0].leads] == ["Alder", "Brook"]


def test_who_is_inside_stays_as_it_was_when_it_began(program: Program, leads: LeadsPage) -> None:
    begin(program, leads)
    before = project(program).pilots
    (ideal, bad) = project(program).profiles
    other = replace(ideal, answers=ideal.answers[:1])
    leads.context.opened.do(PutItem(folder="profiles", item=other))
    assert bad
    assert project(program).pilots is before


def test_how_a_lead_went_is_logged_and_the_next_is_ready(
    program: Program, leads: LeadsPage, spring: Pilot
) -> None:
    view = leads.pilots
    assert view.said.text() == "Nothing is logged yet."
    assert view.who.text() == "How it went with Lead 0"
    for _lead in range(8):
        view.went.buttons()[1 if int(view.who.text()[-1]) < 6 else 2].click()
        program.settle()
    assert view.who.text() == "How it went with Lead 8"
    assert view.said.text().startswith(
        "Success inside the profile 6 of 6, outside 0 of 2. 1 is still open. Too few to tell"
    )
    model = view.table.leads
    assert [str(model.index(0, n).data(SPOKEN)) for n in range(3)] == [
        "Lead 0", "Inside, Tier A", "Success",
    ]  # fmt: skip
    leads.context.opened.undo()
    program.settle()
    assert "outside 0 of 1" in view.said.text()


def test_a_pilot_is_changed_and_removed_with_the_way_back(
    program: Program, leads: LeadsPage, spring: Pilot
) -> None:
    view = leads.pilots
    QTest.mouseClick(view.change_button, LEFT)
    view.form.end.edited.emit(None)
    view.form.end.show_value(Day(day=date(2025, 1, 1)))
    QTest.mouseClick(view.form.begin_button, LEFT)
    assert "before it begins" in view.form.problem.text()
    view.form.end.show_value(Day(day=date(2026, 3, 1)))
    view.form.success.setText("An order")
    QTest.mouseClick(view.form.begin_button, LEFT)
    program.settle()
    (after,) = project(program).pilots
    assert after == replace(spring, success="An order", end=date(2026, 3, 1))
    QTest.mouseClick(view.remove_button, LEFT)
    program.settle()
    assert project(program).pilots == ()
    leads.context.opened.undo()
    assert project(program).pilots == (after,)


def test_escape_puts_the_form_away_and_leaves_nothing(program: Program, leads: LeadsPage) -> None:
    before = project(program)
    QTest.mouseClick(leads.list.pilot_button, LEFT)
    QTest.keyClick(leads.pilots.form.success, Qt.Key.Key_Escape)
    assert not leads.pilots.form.isVisible()
    assert leads.pilots.empty.isVisible()
    assert project(program) is before


def test_several_are_told_apart_and_a_place_comes_back(
    program: Program, leads: LeadsPage, spring: Pilot
) -> None:
    other = replace(spring, id="autumn", name="Autumn")
    leads.context.opened.do(PutItem(folder="pilots", item=other))
    leads.show_place(Place(page=LEADS, view="pilots", section="autumn"))
    assert leads.place().section == "autumn"
    assert leads.pilots.choice.isVisible()
    leads.pilots.choice.picked.emit("spring")
    assert leads.place() == Place(
        page=LEADS, profile=leads.place().profile, view="pilots", section="spring"
    )
    leads.tabs.chosen.emit("list")
    assert leads.list.isVisible()
    assert leads.list.table.isColumnHidden(LEAD) is False
