"""F1: the right topic from every page, dialog and part; and the keys the help names are true."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from icp_desktop.help.text import topic_text
from icp_desktop.help.topics import help_topics, topic_for
from icp_desktop.ui.commands import COMMANDS
from icp_desktop.ui.crash_dialog import CrashDialog
from icp_desktop.ui.field_help import FieldHelp
from icp_desktop.ui.help_pages import ON_PAGES, native_keys
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.page_makers import PAGE_TITLES
from icp_desktop.ui.pages.help import HelpPage
from icp_desktop.ui.pages.home import ARCHIVE, OWN, PROJECTS, SAMPLES
from icp_desktop.ui.pages.objection_list import ObjectionList
from icp_desktop.ui.pages.place import INTERVIEWS, OVERVIEW, WORKSHEET, Place
from icp_desktop.ui.question_dialogs import TextDialog
from icp_desktop.ui.store import Store
from icp_desktop.ui.topic_dialog import TopicDialog
from icp_desktop.ui.window_help import part_topic
from icp_desktop.ui.window_screens import FIRST_RUN, HELP, MERGE, SETTINGS
from icp_desktop.worksheet.samples import make_sample

KEYS = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z0-9][A-Za-z0-9]*|[+=,-])|\bF\d+\b")
VIEWS = {
    "overview/side": "several",
    "customers/import": "lists",
    "interviews/forms": "asking",
    "proof/comments": "comments",
}


@pytest.fixture
def project_window(window: MainWindow, store: Store) -> MainWindow:
    project = make_sample("insurance-brokers")
    store.library.add(project)
    assert window.session.open_project(project.id)
    return window


def press_f1(window: MainWindow) -> str:
    """Press F1 and return the id of the topic that is shown."""
    window.commands.action("field_help").trigger()
    page = window.screens.current()
    assert isinstance(page, HelpPage)
    return page.shown().id


def test_every_page_and_every_screen_has_its_topic() -> None:
    topics = help_topics()
    for page in PAGE_TITLES:
        assert topic_for(topics, page), page
    for screen in (PROJECTS, SAMPLES, ARCHIVE, OWN, SETTINGS, FIRST_RUN, MERGE, "worksheet/room"):
        assert topic_for(topics, screen), screen


def test_every_place_in_a_topic_is_one_there_is() -> None:
    screens = {PROJECTS, SAMPLES, ARCHIVE, OWN, SETTINGS, FIRST_RUN, MERGE, HELP}
    for topic in help_topics():
        for place in topic.opens_from:
            assert place.split("/")[0] in {*PAGE_TITLES, *screens}, place


@pytest.mark.parametrize("page", PAGE_TITLES)
def test_f1_opens_the_topic_of_the_page(project_window: MainWindow, page: str) -> None:
    project_window.go(Place(page=page))
    place = project_window.view.current
    wanted = topic_for(help_topics(), f"{place.page}/{place.view}", page)
    if place.field:
        return  # there it explains the field
    assert press_f1(project_window) == wanted


@pytest.mark.parametrize("page", ["playbook", "reviews", "personas", "leads"])
def test_f1_on_pages_named_like_their_topic(project_window: MainWindow, page: str) -> None:
    project_window.go(Place(page=page))
    assert press_f1(project_window) == page


@pytest.mark.parametrize("place", VIEWS)
def test_f1_knows_the_views_of_a_page(project_window: MainWindow, place: str) -> None:
    page, view = place.split("/")
    project_window.go(Place(page=page, view=view))
    assert press_f1(project_window) == VIEWS[place]


def test_f1_on_the_first_page_and_in_the_settings(window: MainWindow) -> None:
    assert press_f1(window) == "home"
    window.screens.show_settings()
    assert press_f1(window) == "settings"


def test_f1_at_a_field_explains_it_and_once_more_the_page(project_window: MainWindow) -> None:
    project_window.go(Place(page=WORKSHEET, view="form", section="needs", field="needs.why_now"))
    project_window.commands.action("field_help").trigger()
    shown = project_window.findChildren(FieldHelp)
    assert [each.windowTitle() for each in shown] == ["Why now"]
    f1_in(shown[0], "Filling in the worksheet")


def test_f1_in_a_part_opens_its_topic(project_window: MainWindow) -> None:
    project_window.go(Place(page=OVERVIEW, view="map"))
    parts = project_window.findChildren(ObjectionList)
    inside = QWidget(parts[0])
    assert part_topic(inside) == "rules"
    assert part_topic(project_window) == ""
    for each in project_window.findChildren(QWidget):
        if topic := each.property("help"):
            assert str(topic) in {known.id for known in help_topics()}


def test_f1_in_a_room_leaves_the_room_as_it_is(project_window: MainWindow) -> None:
    project_window.go(Place(page=WORKSHEET, view="tour"))
    project_window.commands.action("room").trigger()
    help_here = project_window.window_commands.help
    assert help_here.topic_here() == "room"
    project_window.screens.current().setFocus()
    project_window.commands.action("field_help").trigger()
    assert project_window.current_view() is project_window.view
    assert project_window.room.active
    for dialog in project_window.findChildren(QDialog):
        dialog.reject()


def f1_in(dialog: QDialog, title: str) -> None:
    dialog.show()
    shortcut = next(
        each
        for each in dialog.findChildren(QShortcut)
        if each.key() == QKeySequence(QKeySequence.StandardKey.HelpContents)
    )
    shortcut.activated.emit()
    over = dialog.findChildren(TopicDialog)
    assert [each.windowTitle() for each in over] == [title]
    assert over[0].text.toPlainText().startswith(title)
    over[0].reject()
    dialog.reject()


def test_f1_in_dialogs_shows_a_topic_over_them(window: MainWindow) -> None:
    f1_in(TextDialog("Name", "Name", "", window, "versions"), "Versions and backups")
    f1_in(CrashDialog("a report", saved=True, parent=window), "How your data is kept safe")


def test_every_key_named_in_the_help_is_one_of_a_command_or_a_page(window: MainWindow) -> None:
    known = {native_keys(key) for _title, keys in ON_PAGES for key, _words in keys}
    for command in COMMANDS:
        sequences = window.commands.action(command.id).shortcuts()
        known |= {each.toString() for each in sequences}
    for topic in help_topics():
        for named in KEYS.findall(topic_text(topic)):
            assert named in known, (topic.id, named)


def test_every_key_of_a_page_is_told(project_window: MainWindow) -> None:
    told = {native_keys(key) for _title, keys in ON_PAGES for key, _words in keys}
    for place in (Place(page=WORKSHEET, view="tour"), Place(page=INTERVIEWS, view="talks")):
        project_window.go(place)
        page = project_window.view.page()
        keys = {each.key().toString() for each in page.findChildren(QShortcut)}
        assert keys
        assert {each.replace("Enter", "Return") for each in keys} <= told


def test_every_shortcut_of_a_command_is_listed(window: MainWindow) -> None:
    topic = next(t for t in window.window_commands.help.topics if t.id == "keyboard")
    listed = {row[1] for section in topic.sections for row in section.table[1:]}
    assert {keys for _words, keys in window.commands.shortcuts()} <= listed


def test_the_help_is_read_by_keyboard_alone(window: MainWindow) -> None:
    window.screens.show_help("fields")
    page = window.screens.current()
    assert isinstance(page, HelpPage)
    page._stack.currentWidget().setFocus()
    QApplication.processEvents()
    bar = page._stack.currentWidget().verticalScrollBar()
    QTest.keyClick(page._stack.currentWidget(), Qt.Key.Key_PageDown)
    assert bar.value() > 0
