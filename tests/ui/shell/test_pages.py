"""Home, settings, first run, versions, help: what the window shows besides the project's pages."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from icp_desktop.settings import SettingsFile
from icp_desktop.storage.project_file import project_file_bytes
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.moments import say_since
from icp_desktop.ui.pages.first_run import FirstRunPage
from icp_desktop.ui.pages.home import ARCHIVE, SAMPLES
from icp_desktop.ui.pages.page import VERSIONS, Place
from icp_desktop.ui.pages.two_line_rows import TwoLineRow
from icp_desktop.ui.pages.versions import VersionsPage
from icp_desktop.ui.store import Store
from icp_desktop.ui.synced_folders import synced_by
from icp_desktop.ui.widgets.labels import PlainLabel
from tests.ui.shell.answers import Answers, answer, make_project, open_project, rest, said


def test_home_lists_every_project_with_one_click_to_open(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    store.library.add(make_project())
    store.library.add(make_project("papercrane", "Papercrane <b>Agency</b>"))
    window.screens.show_home()
    table = window.screens.home.table
    assert [table.model_of_rows.row_at(n).client for n in range(2)] == [
        "Papercrane <b>Agency</b>",
        "Halfmoon Fitness",
    ]
    place = table.visualRect(table.model_of_rows.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.view.context.project.client == "Halfmoon Fitness"


def test_home_says_that_it_is_empty_and_offers_samples(window: MainWindow, qtbot: QtBot) -> None:
    home = window.screens.home
    assert not home.empty.isHidden()
    qtbot.waitUntil(lambda: home.samples.count >= 3)
    home.samples.rows()[0].go()
    rest(window, qtbot)
    assert window.view.context.project.sample
    first = window.view.context.project.id
    window.screens.show_home(SAMPLES)
    home.samples.rows()[0].go()
    rest(window, qtbot)
    assert window.view.context.project.id == first  # the one that was tried before


def test_the_table_is_sorted_by_its_heads(window: MainWindow, store: Store) -> None:
    for project_id, client in (("b", "Bluebird"), ("a", "Aster"), ("c", "Copperkettle")):
        store.library.add(make_project(project_id, client))
    window.screens.show_home()
    table = window.screens.home.table
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    model = table.model_of_rows
    assert [model.row_at(n).client for n in range(3)] == ["Aster", "Bluebird", "Copperkettle"]
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Aster, City professionals"


def test_the_archive_takes_and_gives_back(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    file = workspace.file
    window.commands.action("remove_project").trigger()
    rest(window, qtbot)
    assert window.session.workspace is None
    assert store.library.projects() == ()
    assert file.exists()
    assert "archive" in window.screens.current()._toast.sentence
    window.screens.current()._toast._button.click()  # Undo
    rest(window, qtbot)
    row = store.library.projects()[0]
    assert row.file == file
    assert store.library.removed() == ()
    assert said(store.library.load(row.id).project) == "Nurses"


def test_the_archive_can_be_looked_through(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    store.library.add(make_project())
    window.session.archive("halfmoon")
    rest(window, qtbot)
    window.screens.show_home(ARCHIVE)
    rows = window.screens.home.archive.rows()
    assert "Halfmoon Fitness" in rows[0].name
    rows[0].go()
    rest(window, qtbot)
    assert store.library.has("halfmoon")


def test_a_row_has_a_menu_for_the_keyboard_too(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    store.library.add(make_project())
    window.screens.show_home()
    home = window.screens.home
    home.table.selectRow(0)
    home.table.menu_asked.emit("halfmoon", QPoint(300, 300))
    menu = home.findChild(QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open",
        "Duplicate",
        "New project with the same questions",
        "Move to the archive",
    ]
    menu.close()
    qtbot.keyClick(home.table, Qt.Key.Key_Delete)
    rest(window, qtbot)
    assert not store.library.has("halfmoon")


def test_a_damaged_project_waits_on_the_home_page_with_its_backup(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    from icp_desktop.ui.housekeeping import look_after

    project = make_project()
    store.library.add(project)
    store.library.backups.write(project, store.library.history(project.id), datetime.now(UTC))
    with store.library._database.writing() as connection:
        connection.execute("UPDATE part SET body = x'00' WHERE name LIKE 'profiles/%'")
    window.session.open_project("halfmoon")
    assert "damaged" in window.screens.current().messages()["trouble"].sentence
    look_after(window)
    rest(window, qtbot)
    row = window.screens.home.waiting.rows()[0]
    assert row.name == "Halfmoon Fitness"
    row.go()
    rest(window, qtbot)
    assert window.view.context.project == project
    assert window.screens.home.waiting.count == 0


def test_a_file_that_was_changed_elsewhere_waits_on_the_home_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    from icp_desktop.storage.project_file import read_project_file, write_project_file
    from icp_desktop.ui.housekeeping import look_after

    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    window.session.close_project()
    rest(window, qtbot)
    file = read_project_file(workspace.file)
    write_project_file(workspace.file, replace(file.project, client="Halfmoon Studio"))
    window.screens.show_home()
    look_after(window)
    rest(window, qtbot)
    row = window.screens.home.waiting.rows()[0]
    assert "changed outside" in row.text
    row.go()
    rest(window, qtbot)
    assert window.view.context.project.client == "Halfmoon Studio"
    assert window.screens.home.waiting.count == 0


def test_a_file_that_is_renamed_deleted_replaced_and_moved_is_told_on_the_home_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    from icp_desktop.storage.project_file import write_project_file
    from icp_desktop.ui.housekeeping import look_after

    path = open_project(window, qtbot).file
    assert path is not None
    window.session.close_project()
    rest(window, qtbot)
    whole = path.read_bytes()

    def told() -> list[str]:
        window.screens.show_home()
        look_after(window)
        rest(window, qtbot)
        return [row.text for row in window.screens.home.waiting.rows()]

    assert told() == []
    renamed = path.rename(path.with_name("Other.icp"))
    assert told() == [f"Its file “{path.name}” is no longer where it was."]
    renamed.unlink()
    assert told() == [f"Its file “{path.name}” is no longer where it was."]
    write_project_file(path, replace(make_project(), id="another"))
    assert told() == [f"In place of its file “{path.name}” lies another project."]
    path.write_bytes(b"no project at all")
    assert "can’t be read any more" in told()[0]
    path.write_bytes(whole)
    assert told() == []
    path.parent.rename(path.parent.with_name("Elsewhere"))
    assert told() == [f"The folder of its file “{path.name}” is not there."]
    window.screens.home.waiting.rows()[0].go()
    rest(window, qtbot)
    assert window.view.context.project.client == "Halfmoon Fitness"
    path.parent.with_name("Elsewhere").rename(path.parent)


def test_settings_are_in_force_at_once(
    window: MainWindow, settings: SettingsFile, prompts: Answers, tmp_path: Path
) -> None:
    window.screens.show_settings()
    page = window.screens.current()
    page.scheme.chosen.emit("dark")
    assert window.appearance.theme.scheme == "dark"
    page.scale.setCurrentIndex(page.scale.findData("1.5"))
    page.scale.activated.emit(page.scale.currentIndex())
    assert window.appearance.theme.scale == 1.5
    page.calm.setChecked(True)
    page.dim.setChecked(True)
    page.paper.chosen.emit("Letter")
    page.prepared_by.setText("Rowan Ash Advice")
    page.prepared_by.editingFinished.emit()
    page.role.chosen.emit("own")
    prompts.path = tmp_path / "files"
    page.folder.change_button.click()
    current = SettingsFile(settings._path).current  # as the next start reads them
    assert (current.scheme, current.scale, current.less_motion) == ("dark", 1.5, True)
    assert (current.dim_paper, current.paper) == (True, "Letter")
    assert (current.prepared_by, current.role) == ("Rowan Ash Advice", "own")
    assert current.folder == str(tmp_path / "files")
    assert "My profiles" in [item.text for item in window.body.rail.places.items()]


def test_the_details_of_the_project_are_a_step(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    window.screens.show_settings()
    page = window.screens.current()
    page.client.setText("Halfmoon Studio")
    page.client.editingFinished.emit()
    page.project_currency.show_id("EUR")
    page.project_currency.activated.emit(0)
    project = workspace.opened.project
    assert (project.client, project.currency) == ("Halfmoon Studio", "EUR")
    assert any(item.text == "Halfmoon Studio" for item in window.body.rail.places.items())
    workspace.opened.undo()
    workspace.opened.undo()
    assert workspace.opened.project.client == "Halfmoon Fitness"


def test_the_first_questions_are_asked_once(
    make_window: Callable[[], MainWindow], settings: SettingsFile, home: Path
) -> None:
    settings.change(role="", folder="")
    window = make_window()
    window.start()
    window.show()
    page = window.screens.current()
    assert isinstance(page, FirstRunPage)
    assert page.folder.folder == home / "Documents" / "ICP Desktop"
    page.choose("clients")
    page.start_button.click()
    assert settings.current.role == "clients"
    assert settings.current.folder == str(home / "Documents" / "ICP Desktop")
    assert window.screens.current() is window.screens.home
    assert window.screens.home.head.title.text() == "Clients"


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/home/x/Dropbox/Clients", "Dropbox"),
        ("/home/x/OneDrive - Firm/ICP", "OneDrive"),
        ("/Users/x/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/x/Documents", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: str, program: str) -> None:
    assert synced_by(Path(path)) == program


def press(row: TwoLineRow, words: str) -> None:
    """Do what a row offers under some words."""
    next(each for each in row.actions if each.words == words).act()


def test_versions_are_kept_restored_and_renamed(
    window: MainWindow, qtbot: QtBot, prompts: Answers
) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    window.commands.action("keep_version").trigger()
    page = window.view.page()
    assert isinstance(page, VersionsPage)
    qtbot.keyClicks(page.card.name, "First draft")
    qtbot.keyClicks(page.card.reason, "Before the workshop")
    page.card.keep_button.click()
    rest(window, qtbot)
    assert page.versions.rows()[0].strong == "First draft"
    assert "Before the workshop" in page.versions.rows()[0].line
    assert window.view.context.last_version() == "First draft"
    answer(workspace, "Doctors")
    press(page.versions.rows()[0], "Go back to it")
    rest(window, qtbot)
    assert said(workspace.opened.project) == "Nurses"
    assert len(page.versions.rows()) == 2  # what was there is kept
    workspace.opened.undo()
    assert said(workspace.opened.project) == "Doctors"
    prompts.words = ["The draft"]
    press(page.versions.rows()[1], "Rename…")
    rest(window, qtbot)
    assert page.versions.rows()[1].strong == "The draft"


def test_a_copy_of_a_version_is_a_project_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    window.go(Place(page=VERSIONS))
    page = window.view.page()
    page.keep("First draft", "")
    answer(workspace, "Doctors")
    rest(window, qtbot)
    press(page.versions.rows()[0], "Open a copy")
    qtbot.waitUntil(lambda: window.session.workspace.project_id != "halfmoon", timeout=5_000)
    rest(window, qtbot)
    assert said(window.view.context.project) == "Nurses"
    assert "First draft" in window.view.context.project.name
    assert said(window.session.store.library.load("halfmoon").project) == "Doctors"


def test_a_version_needs_a_name(window: MainWindow, qtbot: QtBot) -> None:
    open_project(window, qtbot)
    window.commands.action("keep_version").trigger()
    page = window.view.page()
    page.card.keep_button.click()
    assert not page.card.isHidden()
    assert page.card.name.property("error")


def test_a_backup_can_be_gone_back_to(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    library = workspace.store.library
    old = datetime.now(UTC) - timedelta(hours=3)
    library.backups.write(workspace.opened.project, library.history("halfmoon"), old)
    answer(workspace, "Doctors")
    window.go(Place(page=VERSIONS))
    page = window.view.page()
    page.backups.rows()[0].actions[1].act()
    rest(window, qtbot)
    assert said(workspace.opened.project) == "Nurses"
    assert project_file_bytes(workspace.opened.project)
    assert len(page.versions.rows()) == 1


def test_closing_leaves_a_backup(
    make_window: Callable[[], MainWindow], store: Store, qtbot: QtBot
) -> None:
    window = make_window()
    window.start()
    window.show()
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    window.close()
    store.writer.finish()
    assert said(store.library.backups.read(store.library.backups.all("halfmoon")[0]).project)


def test_help_says_how_data_is_kept_safe_and_lists_the_keys(window: MainWindow) -> None:
    window.commands.action("safety").trigger()
    page = window.screens.current()
    shown = page._stack.currentWidget().findChildren(PlainLabel)
    assert any("never goes online" in each.text() for each in shown)
    window.commands.action("keyboard").trigger()
    words = [each.text() for each in page._stack.currentWidget().findChildren(PlainLabel)]
    assert "Find" in words
    assert "Ctrl+K" in words


def test_f1_explains_the_field(window: MainWindow, qtbot: QtBot) -> None:
    from icp_desktop.ui.field_help import FieldHelp

    open_project(window, qtbot)
    window.go(Place(page="worksheet", profile="city", section="people", field="people.occupation"))
    window.commands.action("field_help").trigger()
    dialog = window.findChild(FieldHelp)
    assert dialog.windowTitle() == "Occupation"
    assert any("Good" in each.text() for each in dialog.findChildren(PlainLabel))
    dialog.close()


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "Yesterday"), (3, "3 days ago"), (15, "2 weeks ago"), (90, "3 months ago")],
)
def test_how_long_ago_something_was(days: int, words: str) -> None:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert say_since(now - timedelta(days=days), now) == words
