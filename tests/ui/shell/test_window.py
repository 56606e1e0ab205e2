"""The window as a person uses it: make, fill, undo, close, and come back to the same place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from icp_desktop.settings import SettingsFile
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.ask_line import AskLine
from icp_desktop.ui.pages.page import OVERVIEW, VERSIONS, WORKSHEET, Place
from icp_desktop.ui.store import Store
from tests.ui.shell.answers import Answers, answer, make_project, open_project, rest, said


def test_a_new_project_is_asked_for_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.action("new").trigger()
    card = window.screens.home.card
    assert card is not None
    qtbot.keyClicks(card.name, "Tin Whistle & Sons")
    card.market.show_choice("b2c")
    card.form_button.click()
    qtbot.waitUntil(lambda: window.view is not None)
    rest(window, qtbot)
    project = window.view.context.project
    assert project.client == "Tin Whistle & Sons"
    assert project.profiles[0].market == "b2c"
    assert window.view.current.page == WORKSHEET
    files = list(window.session.folder.glob("*.icp"))
    assert [file.name for file in files] == ["Tin Whistle & Sons - Ideal customers.icp"]


def test_without_customers_the_log_of_sources_leads(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.action("new").trigger()
    card = window.screens.home.card
    assert card is not None
    qtbot.keyClicks(card.name, "Tin Whistle & Sons")
    none_yet = next(b for b in card.situation.buttons() if b.accessibleName() == "None yet")
    none_yet.click()
    assert card.tour_button.text() == "Start with outside sources"
    card.tour_button.click()
    qtbot.waitUntil(lambda: window.view is not None)
    rest(window, qtbot)
    assert window.view.context.project.situation == "none"
    assert (window.view.current.page, window.view.current.view) == ("proof", "sources")


def test_a_project_without_a_name_is_not_begun(window: MainWindow, qtbot: QtBot) -> None:
    window.commands.action("new").trigger()
    card = window.screens.home.card
    card.tour_button.click()
    assert not card.problem.isHidden()
    assert window.session.workspace is None
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert window.screens.home.card is None


def test_what_is_typed_is_on_disk_and_said_to_be(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    assert window.body.rail.status == "Saving…"
    qtbot.waitSignal(workspace.autosave.saved, timeout=3_000).wait()
    assert window.body.rail.status.startswith("Saved ")
    assert said(window.session.store.library.load("halfmoon").project) == "Nurses"


def test_undo_and_redo_name_their_step(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    undo, redo = window.commands.action("undo"), window.commands.action("redo")
    assert not undo.isEnabled()
    answer(workspace, "Nurses")
    assert undo.text() == "Undo: Occupation"
    assert "Occupation" in window.view.undo_button.accessibleName()
    undo.trigger()
    assert said(workspace.opened.project) == ""
    assert redo.text() == "Redo: Occupation"
    redo.trigger()
    assert said(workspace.opened.project) == "Nurses"


def test_ctrl_z_in_a_field_undoes_in_the_project(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    window.go(Place(page=WORKSHEET, profile="city", section="people", field="people.occupation"))
    window.activateWindow()
    fields = [
        each
        for kind in (QPlainTextEdit, QLineEdit)
        for each in window.view.findChildren(kind)
        if each.isVisible() and not each.isReadOnly()
    ]
    fields[0].setFocus()
    qtbot.waitUntil(fields[0].hasFocus)
    qtbot.keyClicks(fields[0], "7")
    qtbot.waitUntil(lambda: workspace.opened.undo_label is not None)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert workspace.opened.undo_label is None
    assert workspace.opened.redo_label is not None


def test_closing_and_opening_again_comes_back_to_the_place(
    make_window: Callable[[], MainWindow], qtbot: QtBot, settings: SettingsFile
) -> None:
    first = make_window()
    first.start()
    first.show()
    workspace = open_project(first, qtbot)
    place = Place(page=WORKSHEET, profile="city", section="buying", view="form")
    first.go(place)
    answer(workspace, "Nurses")
    first.close()
    assert settings.current.open_project == "halfmoon"
    second = make_window()
    second.start()
    second.show()
    assert second.view is not None
    assert said(second.view.context.project) == "Nurses"
    assert second.view.current.page == WORKSHEET
    assert second.view.current.section == "buying"


def test_leaving_for_home_keeps_undo(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    window.screens.show_home()
    assert window.current_view() is None
    assert not window.commands.action("undo").isEnabled()
    window.session.open_project("halfmoon")
    assert window.commands.action("undo").isEnabled()


def test_the_title_names_nobody_on_the_home_page(window: MainWindow, qtbot: QtBot) -> None:
    open_project(window, qtbot)
    assert "Halfmoon" in window.windowTitle()
    window.screens.show_home()
    assert "Halfmoon" not in window.windowTitle()


def test_a_dropped_project_is_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    from icp_desktop.storage.project_file import write_project_file

    folder = tmp_path / "from a friend"
    folder.mkdir()
    path = folder / "theirs.icp"
    write_project_file(path, make_project("other", "Papercrane"))
    _drop(window, path)
    qtbot.waitUntil(lambda: window.view is not None, timeout=5_000)
    assert window.view.context.project.client == "Papercrane"


def test_anything_else_that_is_dropped_is_explained(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "customers <b>list.xlsx"
    path.write_bytes(b"PK")
    _drop(window, path)
    said_there = window.screens.current().messages()["file"].sentence
    assert "customers <b>list.xlsx" in said_there
    assert ".icp" in said_there


def test_a_file_that_is_no_project_is_refused_in_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "holiday.icp"
    path.write_bytes(b"\xff\xd8\xff\xe0 not a project")
    window.open_paths([str(path)])
    qtbot.waitUntil(lambda: "trouble" in window.screens.current().messages(), timeout=5_000)
    assert "holiday.icp" in window.screens.current().messages()["trouble"].sentence
    assert path.read_bytes().startswith(b"\xff\xd8")


def test_every_command_is_in_the_menus_and_no_shortcut_twice(window: MainWindow) -> None:
    from icp_desktop.ui.commands import COMMANDS

    shown = [
        action
        for top in window.menuBar().actions()
        for action in top.menu().actions()
        if not action.isSeparator()
    ]
    assert len(shown) == len(COMMANDS)
    keys = [key.toString() for action in shown for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_menu_changes_the_way_of_filling_in_at_the_same_field(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_project(window, qtbot)
    window.go(Place(page=WORKSHEET, profile="city", view="form", field="needs.why_now"))
    window.commands.action("tour").trigger()
    now = window.view.current
    assert (now.view, now.field) == ("tour", "needs.why_now")
    window.go(Place(page=OVERVIEW, profile="city"))
    window.commands.action("form").trigger()
    now = window.view.current
    assert (now.page, now.view, now.field) == (WORKSHEET, "form", "needs.why_now")
    window.commands.action("questions").trigger()
    assert window.view.current.view == "yourself"


def test_f6_goes_round_the_parts(window: MainWindow, qtbot: QtBot) -> None:
    open_project(window, qtbot)
    window.activateWindow()
    window.body.rail.focus_places()
    window.commands.action("next_part").trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.view.isAncestorOf(focus)
    window.commands.action("next_part").trigger()
    assert QApplication.focusWidget() is window.body.rail.places
    window.commands.action("last_part").trigger()
    assert window.view.isAncestorOf(QApplication.focusWidget())


def test_find_leads_to_an_answer(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Night nurses")
    window.commands.action("find").trigger()
    finder = window.window_commands._find.finder
    qtbot.keyClicks(finder.field, "night")
    first, *help_topics = finder.shown()  # the help speaks of nights, too, and comes last
    assert (first.text, first.detail) == ("Night nurses", "Occupation")
    assert all(each.detail != "Occupation" for each in help_topics)
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isHidden()
    assert window.view.current.page == WORKSHEET
    assert window.view.current.field == "people.occupation"


def test_find_on_the_home_page_leads_to_projects_and_commands(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    store.library.add(make_project())
    window.commands.action("find").trigger()
    finder = window.window_commands._find.finder
    qtbot.keyClicks(finder.field, "halfmoon")
    assert [each.text for each in finder.shown()] == ["Halfmoon Fitness"]
    finder.field.clear()
    qtbot.keyClicks(finder.field, "zzzz")
    assert finder.shown() == ()
    assert "zzzz" in finder.nothing.text()
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    assert finder.isHidden()


def test_text_grows_and_shrinks(window: MainWindow, settings: SettingsFile) -> None:
    window.commands.action("larger").trigger()
    assert settings.current.scale == 1.1
    assert window.appearance.theme.scale == 1.1
    for _n in range(20):
        window.commands.action("larger").trigger()
    assert settings.current.scale == 2.0
    window.commands.action("usual_size").trigger()
    assert window.appearance.theme.scale == 1.0


def test_pages_that_were_not_shown_catch_up(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    window.go(Place(page=WORKSHEET, profile="city"))
    window.go(Place(page=OVERVIEW, profile="city"))
    answer(workspace, "Nurses")
    window.go(Place(page=WORKSHEET, profile="city", section="people"))
    assert window.view._seen[WORKSHEET].after is workspace.opened.project


def write(window: MainWindow, words: str) -> None:
    """Write an answer where the page of profiles asks for one."""
    line = window.view.page().findChild(AskLine).line
    assert line.hasFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_profiles_are_added_renamed_and_retired_as_steps(
    window: MainWindow, qtbot: QtBot, prompts: Answers
) -> None:
    workspace = open_project(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.commands.action("add_profile").trigger()
    write(window, "Night owls")
    added = workspace.opened.project.profiles[-1]
    assert added.name == "Night owls"
    window.go(Place(page=WORKSHEET, profile=added.id))
    window.commands.action("rename_profile").trigger()
    write(window, "Early birds")
    window.commands.action("retire_profile").trigger()
    write(window, "They moved away")
    assert window.view.profile.name == "Early birds"
    assert window.view.profile.retired.reason == "They moved away"
    assert not prompts.asked
    for _n in range(3):
        workspace.opened.undo()
    assert [each.name for each in workspace.opened.project.profiles] == ["City professionals"]
    assert window.view.current.profile == "city"  # the one that was shown is gone


def test_the_not_a_fit_profile_is_made_once(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    window.commands.action("add_negative").trigger()
    window.commands.action("add_negative").trigger()
    kinds = [each.kind for each in workspace.opened.project.profiles]
    assert kinds == ["ideal", "negative"]
    assert window.view.profile.kind == "negative"


def test_the_rail_folds_and_the_preview_is_shared_out(window: MainWindow, qtbot: QtBot) -> None:
    open_project(window, qtbot)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.body.rail.folded)
    assert window.body.rail.width() == 56
    window.resize(1300, 700)
    qtbot.waitUntil(lambda: not window.body.rail.folded)
    assert window.body.rail.width() == 208


@pytest.mark.parametrize("page", [OVERVIEW, WORKSHEET, VERSIONS])
def test_nothing_scrolls_sideways_at_the_smallest_size(
    window: MainWindow, qtbot: QtBot, page: str
) -> None:
    open_project(window, qtbot)
    window.appearance.set_scale(2.0)
    window.resize(1024, 700)
    window.go(Place(page=page, profile="city"))
    qtbot.wait(50)
    assert window.width() == 1024
    assert window.view.width() <= 1024 - window.body.rail.width()


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPointF(50, 50), actions, data, left, none)
    QApplication.sendEvent(window.windowHandle(), enter)
    assert enter.isAccepted()
    assert path.name in window.screens.home.drop_zone._name.text()
    drop = QDropEvent(QPointF(50, 50), actions, data, left, none)
    QApplication.sendEvent(window.windowHandle(), drop)
