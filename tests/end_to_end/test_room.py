"""Room mode: a whole section in a session with a client, and nothing of any other client."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from icp_desktop.model.edits import ReplaceProject
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.values import is_empty
from icp_desktop.ui.pages.page import OVERVIEW, WORKSHEET, Place
from icp_desktop.ui.pages.room import RoomView
from icp_desktop.ui.pages.room_card import RoomCard
from icp_desktop.ui.pages.tour_end import TourEnd
from icp_desktop.ui.window_room import COMMANDS_IN_ROOM
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import standard_source, worksheet_of
from tests.end_to_end import walk
from tests.end_to_end.conftest import Start
from tests.end_to_end.program import Program
from tests.end_to_end.screen import painted_texts, told_texts

OTHERS = ("Zanzibar Zithers", "Quixote Quills")  # plainly invented, and in nobody else's name
CTRL = Qt.KeyboardModifier.ControlModifier


def client(name: str) -> Project:
    profile = Profile(id="p1", name=f"Best of {name}", market="b2c")
    return Project(
        id=name.split(maxsplit=1)[0].lower(),
        client=name,
        name=f"Profiles of {name}",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
    )


def in_room(start: Start, **look: object) -> Program:
    """Open a client among others, go to the first question of a section, enter the room."""
    program: Program = start(role="clients", **look)
    for name in OTHERS:
        program.library.add(client(name))
    program.add(client("Halfmoon Fitness"))
    program.window.screens.show_home()
    program.go(Place(page=WORKSHEET, view="tour", section="needs", field="needs.pains"))
    program.window.commands.action("room").trigger()
    program.settle()
    return program


def room_of(program: Program) -> RoomView:
    shown = [view for view in program.window.findChildren(RoomView) if view.isVisible()]
    assert len(shown) == 1
    return shown[0]


def texts_of(program: Program) -> Iterator[str]:
    """Yield whatever can be read in the window: painted, told, in menus, finder and commands."""
    window = program.window
    yield window.windowTitle()
    yield from painted_texts(window)
    yield from (told.text for told in told_texts(window))
    for command in ("undo", "redo"):
        yield window.commands.action(command).text()
    for each in window.findChildren(object):
        interface = QAccessible.queryAccessibleInterface(each) if each.isWidgetType() else None
        if interface is not None and each.isVisible():
            yield interface.text(QAccessible.Text.Name)


def strangers(program: Program) -> list[str]:
    words = [word for name in OTHERS for word in name.split()]
    return [text for text in texts_of(program) if any(word in text for word in words)]


def say(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def test_a_whole_section_is_answered_in_the_room_by_keyboard(start: Start) -> None:
    program = in_room(start, size=(1920, 1080))
    window, room = program.window, room_of(program)
    assert window.appearance.theme.scale == 1.6
    project = window.view.context.project
    needs = next(s for s in worksheet_of(project).sections if s.id == "needs")
    fields = [field.id for field in needs.core("b2c")]
    grown = [len(room.panel.said)]
    for number, field in enumerate(fields):
        assert room.field == field
        assert isinstance(room.card, RoomCard)
        say(f"Answer {number}")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        program.wait_until(lambda: len(room.panel.said) > grown[-1])
        grown.append(len(room.panel.said))
        assert room.panel.said[-1].words == f"Answer {number}"
    profile = window.view.context.project.profiles[0]
    assert all(not is_empty(profile.answer(field).value) for field in fields)
    assert isinstance(room.card, TourEnd)  # needs are the last section
    assert grown == list(range(grown[0], grown[0] + len(fields) + 1))
    window.commands.action("room").trigger()
    program.settle()
    assert window.appearance.theme.scale == 1.0
    assert window.view.current.view == "tour"
    assert window.menuBar().isVisible()
    assert window.body.rail.isVisible()


def test_no_other_client_can_be_seen(start: Start) -> None:
    program = in_room(start)
    window = program.window
    assert strangers(program) == []
    say("Something")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    program.settle()
    assert strangers(program) == []
    window.commands.action("find").trigger()
    program.settle()
    finder = window.window_commands._find.finder
    assert finder.shown()
    assert strangers(program) == []
    for name in OTHERS:
        say(name.split()[0])
        assert [each for each in finder.shown() if "Zanz" in each.text or "Quix" in each.text] == []
        finder.field.clear()
    finder.close_finder()
    window.open_paths([f"/tmp/{OTHERS[0]} - Profiles.icp"])
    program.settle()
    assert strangers(program) == []
    assert window.view.messages()["held"].isVisible()


def test_nothing_leads_out_of_the_room_but_the_way_out(start: Start) -> None:
    program = in_room(start)
    window = program.window
    possible = {
        each for each in window.commands._actions if window.commands.action(each).isEnabled()
    }
    assert possible <= COMMANDS_IN_ROOM
    for keys in ("Ctrl+0", "Ctrl+1", "Ctrl+O", "Ctrl+N", "Ctrl+,"):
        combination = QKeySequence(keys)[0]
        focus = QApplication.focusWidget()
        QTest.keyClick(focus, combination.key(), combination.keyboardModifiers())
        program.settle()
        assert room_of(program).isVisible()
    window.go(Place(page=OVERVIEW))
    program.settle()
    assert room_of(program).isVisible()
    window.view.leave_button.click()
    program.settle()
    assert not window.room.active
    assert window.commands.action("home").isEnabled()


def test_undo_works_by_its_shortcut_though_the_menus_are_hidden(start: Start) -> None:
    program = in_room(start)
    say("Something")
    answers = lambda: program.window.view.context.project.profiles[0].answers  # noqa: E731
    program.wait_until(lambda: bool(answers()))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    program.settle()
    assert not answers()


def test_the_room_does_not_outlive_the_window(start: Start) -> None:
    program = in_room(start)
    assert program.settings.current.scale == 1.0
    program.window.commands.action("larger").trigger()
    assert program.window.appearance.theme.scale == pytest.approx(1.7)
    assert program.settings.current.scale == 1.0
    program.window.session.close_project()
    program.settle()
    assert not program.window.room.active
    assert program.window.menuBar().isVisible()


def test_a_file_that_was_handed_over_is_opened_afterwards(start: Start) -> None:
    program = in_room(start)
    window = program.window
    window.open_paths(["/nowhere/Halfmoon.txt"])
    program.settle()
    assert set(window.view.messages()) == {"held"}
    window.room.leave()
    program.settle()
    assert "held" not in window.view.messages()
    assert window.view.messages()  # it says why a text is no project


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1920, 1080)], ids=str)
@pytest.mark.parametrize("kind", ["full", "empty"])
def test_everything_fits_the_room(start: Start, size: tuple[int, int], kind: str) -> None:
    program: Program = start(make_sample("fitness-studio"), role="clients", size=size)
    program.open_project()
    if kind == "empty":
        view = program.window.view
        bare = replace(view.profile, answers=(), summary="")
        project = replace(view.context.project, profiles=(bare,), about=())
        view.context.opened.do(ReplaceProject(project=project))
    program.window.commands.action("room").trigger()
    program.settle()
    room = room_of(program)
    found = [str(each) for each in walk.find_unreached(program.window)]
    for _step in range(len(room._stops()) + 1):
        found += [f"{room.field}: {each}" for each in walk.all_findings(program.window)]
        room.step(1)
        program.settle()
    assert found == []
