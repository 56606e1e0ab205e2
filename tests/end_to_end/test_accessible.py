"""With eyes closed: every page and dialog tells role, name, state and order of what is in it."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.crash_dialog import CrashDialog
from icp_desktop.ui.field_help import FieldHelp
from icp_desktop.ui.pages.page import OVERVIEW, WORKSHEET, Place
from icp_desktop.ui.question_dialogs import TextDialog
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import worksheet_of
from tests.end_to_end import accessible
from tests.end_to_end.conftest import Start
from tests.end_to_end.program import Program

Role = QAccessible.Role


def two_profiles() -> Project:
    project = make_sample("fitness-studio")
    first = project.profiles[0]
    second = replace(first, id="second", name="Shift workers", answers=first.answers[3:12])
    return replace(project, profiles=(first, second, *project.profiles[1:]))


@pytest.fixture
def program(start: Start) -> Program:
    made: Program = start(two_profiles())
    return made


def on_the_way(program: Program, find: object) -> str:
    found: dict[str, list[str]] = {}
    assert callable(find)
    for name in program.stations():
        for each in find(program.window):
            found.setdefault(each, []).append(name)
    return "\n".join(f"{what}  [{pages[0]}; {len(pages)} pages]" for what, pages in found.items())


def test_every_page_tells_role_name_and_state(program: Program) -> None:
    assert on_the_way(program, accessible.findings) == ""


def test_tab_goes_down_every_page_in_the_order_of_reading(program: Program) -> None:
    assert on_the_way(program, accessible.backward) == ""


def test_the_first_questions_too(start: Start) -> None:
    program: Program = start(role="")
    assert accessible.findings(program.window) == []


def test_the_room_too(program: Program) -> None:
    program.go(Place(page=WORKSHEET, view="tour"))
    program.window.commands.action("room").trigger()
    program.settle()
    assert accessible.findings(program.window) == []
    assert accessible.backward(program.window) == []


def test_the_finder_tells_what_it_found(program: Program) -> None:
    program.open_project()
    program.window.commands.action("find").trigger()
    program.settle()
    assert accessible.findings(program.window) == []
    told = accessible.nodes(program.window)
    items = [node.name for node in told if node.role == Role.ListItem]
    assert any(name.startswith("Worksheet, Pages") for name in items)


def test_a_field_is_told_with_its_question_its_proof_and_its_weight(program: Program) -> None:
    place = Place(page=WORKSHEET, view="form", section="needs", field="needs.why_now")
    program.go(place)
    told = accessible.nodes(program.window)
    words = worksheet_of(program.window.view.context.project).field("needs.why_now").wording("b2c")
    edit = next(n for n in told if n.role == Role.EditableText and n.name == words.label)
    assert edit.description == words.question
    names = [node.name for node in told]
    assert f"How you know “{words.label}”: Assumption" in names
    assert f"Weight of “{words.label}”: Must have" in names
    assert names.index(f"Weight of “{words.label}”: Must have") < len(names)


def test_a_tile_of_the_map_tells_all_that_it_shows(program: Program) -> None:
    program.go(Place(page=OVERVIEW, view="map"))
    told = [node for node in accessible.nodes(program.window) if node.role == Role.Button]
    tile = next(node for node in told if node.name.startswith("Why now, Needs"))
    assert "A doctor’s advice" in tile.name
    assert "Assumption" in tile.name
    assert "Must have" in tile.name


def test_choices_tell_which_one_is_chosen(program: Program) -> None:
    program.go(Place(page=WORKSHEET, view="tour"))
    told = accessible.nodes(program.window)
    chosen = {node.name: node.checked for node in told if node.name in ("Form", "Tour")}
    assert chosen == {"Form": False, "Tour": True}
    grades = [node for node in told if node.role == Role.RadioButton]
    assert sum(node.checked for node in grades) == 1


@pytest.mark.parametrize("kind", ["text", "help", "crash"])
def test_dialogs_tell_what_they_ask(qtbot: QtBot, themed: Appearance, kind: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = worksheet_of(make_sample("fitness-studio")).field("needs.why_now")
    made: dict[str, QDialog] = {
        "text": TextDialog("Rename the business", "What is it called?", "Halfmoon", window),
        "help": FieldHelp(field.wording("b2c"), 400, window),
        "crash": CrashDialog("Something went wrong", True, window),
    }
    dialog = made[kind]
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert accessible.findings(dialog) == []
    told = accessible.nodes(dialog)
    assert told[0].role == Role.Dialog
    assert told[0].name == dialog.windowTitle()
    said = [node.name for node in told if node.role == Role.StaticText]
    assert said
    dialog.close()
