"""A chapter of the playbook: lines are written over, hidden, added and shown in portions."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.runs_label import RunsLabel
from icp_desktop.ui.playbook.changed_block import mark_new
from icp_desktop.ui.playbook.chapter_view import ChapterView
from icp_desktop.ui.playbook.find_out_row import FindOutRow
from icp_desktop.ui.playbook.line_row import LineRow
from icp_desktop.ui.playbook.shown import ShownChapter, ShownGroup, ShownLine, ShownReason
from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.labels import PlainLabel
from tests.end_to_end import walk

PAINS = ShownReason(
    field="needs.pains",
    label="Pains",
    item="No time",
    mark="interviews",
    counted="6 of 9 interviews",
)
ONE = ShownLine(id="one", text="No time? We open at six.", head="The planner", reasons=(PAINS,))
OTHER = ShownLine(id="other", text="Sore back? Start slowly.")


def chapter(*lines: ShownLine) -> ShownChapter:
    return ShownChapter(id="messages", title="Messages", groups=(ShownGroup(id="g", lines=lines),))


@pytest.fixture
def view(qtbot: QtBot, themed: Appearance) -> ChapterView:
    shown = ChapterView(themed)
    qtbot.addWidget(shown)
    shown.resize(760, 600)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.show_chapter(chapter(ONE, OTHER))
    QApplication.processEvents()
    return shown


def words(view: ChapterView) -> str:
    shown = (w for w in walk.shown_widgets(view) if isinstance(w, PlainLabel | RunsLabel))
    return "\n".join(label.text() for label in shown)


def row(view: ChapterView, line: str) -> LineRow:
    found = view.rows[line]
    assert isinstance(found, LineRow)
    return found


def button(view: ChapterView, name: str) -> Button:
    shown = (w for w in walk.shown_widgets(view) if isinstance(w, Button))
    return next(each for each in shown if each.text() == name)


def test_a_line_says_for_whom_and_why_and_leads_there(view: ChapterView, qtbot: QtBot) -> None:
    assert "The planner\nNo time? We open at six." in words(view)

    with qtbot.waitSignal(view.asked) as told:
        button(view, "Pains").click()

    assert told.args == [PAINS]


def test_what_is_typed_is_told_at_once_and_the_caret_stays(view: ChapterView) -> None:
    told: list[str] = []
    view.written.connect(lambda line, text: told.append(text))
    view.written.connect(
        lambda line, text: view.show_chapter(chapter(replace(line, text=text, by_hand=True), OTHER))
    )
    row(view, "one").edit()
    area = row(view, "one").area
    assert area is not None
    assert area.hasFocus()

    QTest.keyClick(area, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(area, " Daily.")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert told[-1] == "No time? We open at six. Daily."
    assert not row(view, "one").editing
    assert "We open at six. Daily." in words(view)
    assert "Your own words." in words(view)


def test_escape_brings_the_composed_text_back(view: ChapterView, qtbot: QtBot) -> None:
    view.written.connect(
        lambda line, text: view.show_chapter(chapter(replace(line, text=text, by_hand=True), OTHER))
    )
    row(view, "one").edit()
    area = QApplication.focusWidget()
    assert area is not None
    QTest.keyClicks(area, "x")

    wished: list[str] = []
    view.done.connect(lambda wish, _line: wished.append(wish))
    QTest.keyClick(area, Qt.Key.Key_Escape)

    assert wished == ["restore"]
    assert not row(view, "one").editing


def test_an_emptied_line_keeps_what_it_said(view: ChapterView) -> None:
    told: list[str] = []
    view.written.connect(lambda _line, text: told.append(text))
    row(view, "one").edit()
    area = QApplication.focusWidget()
    assert area is not None
    QTest.keyClick(area, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(area, Qt.Key.Key_Delete)
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert told == []
    assert "No time? We open at six." in words(view)


def test_old_and_new_stand_side_by_side_to_choose_from(view: ChapterView) -> None:
    wished: list[tuple[str, str]] = []
    view.done.connect(lambda wish, line: wished.append((wish, line.id)))
    view.show_chapter(chapter(replace(ONE, changed=True, fresh="No time? We open at five."), OTHER))
    QApplication.processEvents()

    assert "What this rests on has changed." in words(view)
    assert "No time? We open at six.\nNew\nNo time? We open at five." in words(view)
    button(view, "Take the new text").click()
    button(view, "Keep this one").click()

    assert wished == [("take", "one"), ("keep", "one")]


def test_only_the_words_that_are_new_are_marked() -> None:
    runs = mark_new("We open at six.", "We open at five, daily.")

    assert "".join(run.text for run in runs) == "We open at five, daily."
    assert [run.text for run in runs if run.marked] == ["five, daily."]


def test_a_question_leads_to_its_field_and_becomes_a_line(view: ChapterView, qtbot: QtBot) -> None:
    asks = ShownLine(id="one", text="What hurts?", reasons=(PAINS,), asks=True)
    view.show_chapter(chapter(asks, OTHER))
    QApplication.processEvents()
    assert isinstance(view.rows["one"], FindOutRow)
    assert "Find out: What hurts?" in words(view)
    with qtbot.waitSignal(view.asked) as told:
        button(view, "Answer “Pains”").click()
    assert told.args == [PAINS]

    view.show_chapter(chapter(ONE, OTHER))

    assert isinstance(view.rows["one"], LineRow)
    assert list(view.rows) == ["one", "other"]


def test_hidden_lines_come_back_when_asked_for(view: ChapterView) -> None:
    view.show_chapter(chapter(ONE, replace(OTHER, hidden=True)))
    QApplication.processEvents()
    assert list(view.rows) == ["one"]

    button(view, "Show 1 hidden line").click()
    assert list(view.rows) == ["one", "other"]

    button(view, "Leave out what is hidden").click()
    assert list(view.rows) == ["one"]


def test_after_a_line_goes_the_focus_is_in_the_next(view: ChapterView) -> None:
    row(view, "one").more_button.setFocus()

    view.show_chapter(chapter(replace(ONE, hidden=True), OTHER))
    QApplication.processEvents()

    assert view.focusWidget() is row(view, "other").edit_button


def test_a_long_chapter_is_shown_in_portions(view: ChapterView) -> None:
    view.show_chapter(chapter(*(ShownLine(id=str(n), text=f"Line {n}") for n in range(90))))
    QApplication.processEvents()
    kept = view.rows["0"]
    assert len(view.rows) == 40

    button(view, "Show 50 more").click()
    assert len(view.rows) == 80
    assert view.rows["0"] is kept

    button(view, "Show 10 more").click()
    assert len(view.rows) == 90


def test_an_own_line_is_added_by_enter(view: ChapterView, qtbot: QtBot) -> None:
    view.line.setFocus()
    with qtbot.waitSignal(view.added) as told:
        QTest.keyClicks(view.line, "Say it slowly.")
        QTest.keyClick(view.line, Qt.Key.Key_Return)

    assert told.args == ["Say it slowly."]
    assert view.line.text() == ""


def test_everything_is_reached_by_tab_in_the_order_it_stands(view: ChapterView) -> None:
    view.show_chapter(chapter(OTHER, ONE))
    QApplication.processEvents()
    view.copy_button.setFocus()
    seen = []
    for _step in range(9):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        seen.append(view.focusWidget())

    first, second = row(view, "other"), row(view, "one")
    assert seen[:3] == [first.edit_button, first.copy_button, first.more_button]
    assert seen[4:8] == [second.edit_button, second.copy_button, second.more_button, view.line]
    assert not walk.find_nameless(view)
