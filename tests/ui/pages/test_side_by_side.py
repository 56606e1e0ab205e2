"""Profiles side by side: compared cell by cell, copied, retired, and kept few."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from icp_desktop.model.project import Profile, Project
from icp_desktop.model.values import is_empty
from icp_desktop.ui.pages.overview import OverviewPage
from icp_desktop.ui.pages.page import OVERVIEW, Place
from icp_desktop.ui.pages.side_by_side import SideBySide
from icp_desktop.ui.widgets.buttons import Button
from tests.ui.pages.conftest import Enter, Stage

SIDE = Place(page=OVERVIEW, view="side")


def sides(stage: Stage) -> SideBySide:
    found = stage.page.findChild(SideBySide)
    assert found is not None
    return found


def names(stage: Stage) -> list[str]:
    return [each.name for each in stage.project.profiles]


def do(stage: Stage, profile: str, start: str) -> None:
    """Take the entry of the menu of a profile that begins with some words."""
    head = next(h for h in sides(stage).heads.heads if h.profile.name == profile)
    menu = head.button.menu()
    next(a for a in menu.actions() if a.text().startswith(start)).trigger()
    stage.settle()


def two(fitness: Project) -> Project:
    """The sample with a second profile that shares some answers."""
    first = fitness.profiles[0]
    second = replace(first, id="second", name="Shift workers", answers=first.answers[3:12])
    return replace(fitness, profiles=(first, second, *fitness.profiles[1:]))


def test_all_profiles_in_use_stand_side_by_side(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, two(fitness), SIDE)
    table = sides(stage).table
    heads = [head.profile.name for head in sides(stage).heads.heads]
    assert heads == ["City professionals", "Shift workers", "Not a fit"]
    widths = [head.width() for head in sides(stage).heads.heads]
    assert widths == list(table.columns)
    lines = {line.text: n for n, line in enumerate(table.model_of_cells.lines) if line.field}
    row = lines["Age range"]
    shown = [table.model().index(row, column).data() for column in range(4)]
    assert shown == ["Age range", "30–50 years", "Still open", "Still open"]


def test_a_screen_reader_is_told_profile_field_and_proof(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, two(fitness), SIDE)
    table = sides(stage).table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Table
    told = [
        str(table.model().index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(table.model().rowCount())
    ]
    assert "Age range, City professionals: 30–50 years. 31 of 42 best. Should have." in told


def test_enter_opens_the_field_of_the_cell(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, two(fitness), SIDE)
    assert sides(stage).table.hasFocus()
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Right)
    stage.press(Qt.Key.Key_Return)
    place = stage.host.places[-1]
    assert (place.page, place.profile) == ("worksheet", "second")
    assert place.field == "people.gender"


def test_a_click_opens_it_too(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, two(fitness), SIDE)
    table = sides(stage).table
    cell = table.visualRect(table.model().index(1, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell))
    assert stage.host.places[-1].field == "people.age_range"


def test_only_what_differs_is_left(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, two(fitness), SIDE)
    shown = sides(stage).table.model_of_cells
    everything = len(shown.lines)
    sides(stage).different.click()
    fields = [line.field for line in shown.lines if line.field is not None]
    assert fields
    assert all(field.differs for field in fields)
    assert len(shown.lines) < everything


def test_a_copy_takes_its_personas_along_as_its_own(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, SIDE)
    do(stage, "City professionals", "Copy as a new profile")
    stage.type("Nurses")
    stage.press(Qt.Key.Key_Return)
    copy = stage.project.profiles[-1]
    first = stage.project.personas_of(fitness.profiles[0].id)
    copies = stage.project.personas_of(copy.id)
    assert [each.title for each in copies] == [each.title for each in first]
    assert not {each.id for each in first} & {each.id for each in copies}
    stage.context.opened.undo()
    assert stage.project is fitness, "one step"


def test_a_copy_is_whole_and_its_own(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, SIDE)
    do(stage, "City professionals", "Copy as a new profile")
    assert stage.focus().accessibleName() == "What is the copy of “City professionals” called?"
    stage.type("Nurses")
    stage.press(Qt.Key.Key_Return)
    first, copy = stage.project.profiles[0], stage.project.profiles[-1]
    assert copy.name == "Nurses"
    assert [a.field for a in copy.answers] == [a.field for a in first.answers]
    ids = {e.id for a in first.answers for e in a.evidence}
    assert not ids & {e.id for a in copy.answers for e in a.evidence}
    assert stage.context.opened.undo()
    assert stage.project is fitness or stage.project == fitness


def test_gaps_are_filled_without_proof_and_nothing_is_overwritten(
    enter: Enter, fitness: Project
) -> None:
    project = two(fitness)
    stage = enter(OverviewPage, project, SIDE)
    do(stage, "City professionals", "Fill the gaps of “Shift workers”")
    before, after = project.profile("second"), stage.project.profile("second")
    kept = {answer.field: answer for answer in before.answers}
    for answer in stage.project.profiles[0].answers:
        now = after.answer(answer.field)
        if answer.field in kept and not is_empty(kept[answer.field].value):
            assert now is kept[answer.field]
        elif not is_empty(answer.value):
            assert not now.evidence
            assert not is_empty(now.value)
    assert "as guesses" in stage.host.said[-1]


def test_a_profile_is_retired_with_the_reason_and_used_again(
    enter: Enter, fitness: Project
) -> None:
    stage = enter(OverviewPage, two(fitness), SIDE)
    do(stage, "Shift workers", "Retire")
    stage.press(Qt.Key.Key_Return)
    assert stage.project.profile("second").retired is None  # a reason is asked for
    stage.type("The clinic moved away")
    stage.press(Qt.Key.Key_Return)
    stage.settle()
    retired = stage.project.profile("second").retired
    assert retired is not None
    assert retired.reason == "The clinic moved away"
    assert [h.profile.name for h in sides(stage).heads.heads] == ["City professionals", "Not a fit"]
    again = next(
        b
        for b in stage.page.findChildren(Button)
        if b.accessibleName() == "Use “Shift workers” again"
    )
    again.click()
    assert stage.project.profile("second").retired is None


def test_three_profiles_are_a_gentle_stop(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, SIDE)
    for name in ("Two", "Three"):
        sides(stage).add_button.click()
        assert not sides(stage).ask_line.line.accessibleDescription()
        stage.type(name)
        stage.press(Qt.Key.Key_Return)
    sides(stage).add_button.click()
    assert "One to three can be followed" in sides(stage).ask_line.line.accessibleDescription()
    stage.press(Qt.Key.Key_Escape)
    assert names(stage) == ["City professionals", "Not a fit", "Two", "Three"]
    sides(stage).add_button.click()
    stage.type("Four")
    stage.press(Qt.Key.Key_Return)
    assert names(stage)[-1] == "Four"


def test_there_is_one_profile_that_is_not_a_fit(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, replace(fitness, profiles=fitness.profiles[:1]), SIDE)
    button = sides(stage).negative_button
    button.click()
    stage.settle()
    assert [each.kind for each in stage.project.profiles] == ["ideal", "negative"]
    assert not button.isVisible()


def test_a_project_without_profiles_offers_to_add_one(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, replace(fitness, profiles=()), SIDE)
    assert stage.focus() is sides(stage).add_button
    assert not sides(stage).table.isVisible()


@pytest.mark.parametrize("width", [400, 968])
def test_the_answers_get_the_width_there_is(enter: Enter, fitness: Project, width: int) -> None:
    second = Profile(id="b", name="Bakers", market="b2b")
    project = replace(fitness, profiles=(*fitness.profiles, second))
    stage = enter(OverviewPage, project, SIDE, (width, 600))
    table = sides(stage).table
    assert table.model_of_cells.narrow == (width == 400)
    assert sum(table.columns) + table.names_width == table.viewport().width()
    assert table.verticalScrollBar().maximum() == 0
