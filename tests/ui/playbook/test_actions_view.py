"""What is to be done: in the order of days, red where late, ticked, changed, added."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icp_desktop.model.play import Action
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.moments import today
from icp_desktop.ui.playbook.actions_view import ActionsView
from icp_desktop.ui.widgets.labels import PlainLabel
from tests.end_to_end import walk

LATE = Action(profile="p", id="late", what="Ask five", who="Tom", by=today() - timedelta(days=1))
SOON = Action(profile="p", id="soon", what="Write posts", by=today() + timedelta(days=3))
OPEN = Action(profile="p", id="open", what="Some day")
DONE = Action(profile="p", id="done", what="Print it", by=date(2020, 1, 1), done=date(2020, 1, 2))


@pytest.fixture
def view(qtbot: QtBot, themed: Appearance) -> ActionsView:
    shown = ActionsView(themed)
    qtbot.addWidget(shown)
    shown.resize(760, 600)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.show_actions((DONE, OPEN, SOON, LATE))
    QApplication.processEvents()
    return shown


def test_the_nearest_day_comes_first_and_what_is_done_last(view: ActionsView) -> None:
    assert list(view.rows) == ["late", "soon", "open", "done"]
    said = [w.text() for w in walk.shown_widgets(view) if isinstance(w, PlainLabel)]
    assert "3 of 4 still to do, 1 overdue" in said


def test_only_what_is_late_is_red_and_says_so(view: ActionsView) -> None:
    red = [
        w.text()
        for w in walk.shown_widgets(view)
        if isinstance(w, PlainLabel) and w.property("tone") == "danger"
    ]
    assert len(red) == 1
    assert red[0].startswith("Overdue: Tom, by ")


def test_a_tick_says_that_it_is_done(view: ActionsView, qtbot: QtBot) -> None:
    tick = view.rows["late"].tick
    assert tick.accessibleName() == "Done: Ask five"
    with qtbot.waitSignal(view.put) as told:
        QTest.keyClick(tick, Qt.Key.Key_Space)
    assert told.args == [replace(LATE, done=today())]


def test_an_action_is_changed_in_place_and_escape_brings_it_back(view: ActionsView) -> None:
    told: list[Action] = []
    view.put.connect(told.append)
    view.edit("soon")
    editor = view.rows["soon"].editor
    assert editor is not None
    assert QApplication.focusWidget() is editor.who

    QTest.keyClicks(editor.who, "Ann")
    assert told[-1] == replace(SOON, who="Ann")
    QTest.keyClick(editor.who, Qt.Key.Key_Escape)

    assert told[-1] == SOON
    assert QApplication.focusWidget() is view.rows["soon"].edit_button


def test_a_new_action_is_taken_by_enter(view: ActionsView, qtbot: QtBot) -> None:
    editor = view.editor
    editor.what.setFocus()
    QTest.keyClicks(editor.what, "Ring them")
    QTest.keyClick(editor.what, Qt.Key.Key_Tab)
    QTest.keyClicks(editor.who, "Tom")
    with qtbot.waitSignal(view.added) as told:
        QTest.keyClick(editor.who, Qt.Key.Key_Return)

    assert (told.args[0].what, told.args[0].who) == ("Ring them", "Tom")
    assert editor.what.text() == ""
    assert QApplication.focusWidget() is editor.what


def test_nothing_moves_while_something_is_being_typed(view: ActionsView) -> None:
    view.edit("soon")
    sooner = replace(SOON, by=today() - timedelta(days=9))

    view.show_actions((DONE, OPEN, sooner, LATE))

    assert list(view.rows) == ["late", "soon", "open", "done"]
