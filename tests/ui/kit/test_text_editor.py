import time
from collections.abc import Callable

import pytest
from editor_stage import Stage, make_field
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from icp_desktop.model.values import (
    Text,
)
from icp_desktop.ui.appearance import Appearance
from icp_desktop.worksheet.definitions import Field, Size
from icp_desktop.worksheet.reading import LONGEST_TEXT

MakeStage = Callable[[Field], Stage]


def test_typing_words_emits_each_change_and_seals_at_the_end(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    scene.type("Hi")
    assert scene.edits == [Text(text="H"), Text(text="Hi")]
    assert scene.seals == 0
    scene.leave()
    assert scene.seals == 1
    scene.editor.focus_widget().setFocus()
    scene.press(Qt.Key.Key_Backspace)
    scene.press(Qt.Key.Key_Backspace)
    assert scene.edits[-1] is None


def test_caret_and_selection_survive_what_is_already_shown(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    scene.type("Alone")
    area = scene.editor.focus_widget()
    scene.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    before = (area.textCursor().position(), area.textCursor().anchor())
    scene.editor.show_value(Text(text="Alone"))
    assert (area.textCursor().position(), area.textCursor().anchor()) == before
    scene.editor.show_value(Text(text="Al"))
    assert area.toPlainText() == "Al"
    assert area.textCursor().position() == 2


def test_a_space_at_the_end_is_not_taken_away_while_typing(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    scene.type("Alone ")
    scene.editor.show_value(Text(text="Alone"))
    scene.type("too")
    assert scene.edits[-1] == Text(text="Alone too")


def test_tab_leaves_a_text(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    scene.press(Qt.Key.Key_Tab)
    assert scene.window.focusWidget() is scene.elsewhere
    assert scene.seals == 1


@pytest.mark.parametrize(("size", "lines"), [("short", 1), ("text", 2), ("long", 3)])
def test_a_text_starts_at_its_size_and_grows(
    qtbot: QtBot, stage: MakeStage, size: Size, lines: int
) -> None:
    scene = stage(make_field("text", size=size))
    area = scene.editor.focus_widget()
    spacing = area.fontMetrics().lineSpacing()
    assert area.height() == 34 + (lines - 1) * spacing
    scene.editor.show_value(Text(text="\n".join("12345")))
    assert area.height() == 34 + 4 * spacing
    qtbot.waitUntil(lambda: scene.editor.height() == area.height())
    scene.editor.show_value(Text(text="word " * 2000))
    assert area.height() < 34 + 20 * spacing
    scene.editor.show_value(None)
    assert area.height() == 34 + (lines - 1) * spacing


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("text", ["No time", "words that wrap " * 5, "a\nb\nc"])
def test_a_text_that_fits_has_nothing_to_scroll(
    qtbot: QtBot, themed: Appearance, stage: MakeStage, text: str, large: bool, scale: float
) -> None:
    themed.set_scale(scale)
    scene = stage(make_field("text"))
    scene.editor.set_scale_large(large)
    scene.editor.show_value(Text(text=text))
    area = scene.editor.focus_widget()
    qtbot.waitUntil(lambda: scene.editor.height() >= area.height())
    assert area.verticalScrollBar().maximum() == 0


def test_ten_megabytes_are_cut_before_they_reach_the_field(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    started = time.perf_counter()
    scene.paste("word \x00\x07" * 1_500_000)
    assert time.perf_counter() - started < 3
    text = scene.edits[-1].text
    assert len(text) <= LONGEST_TEXT
    assert "\x00" not in text
    assert "left out" in scene.editor.problem
    scene.press(Qt.Key.Key_Backspace)
    assert scene.editor.problem == ""


def test_typing_stops_where_an_answer_is_full(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    scene.editor.show_value(Text(text="x" * (LONGEST_TEXT - 1)))
    scene.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    scene.type("abc")
    assert len(scene.editor.focus_widget().toPlainText()) == LONGEST_TEXT


def test_a_full_answer_of_emoji_is_cut_once_and_said(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    scene.paste("\N{GRINNING FACE}" * (LONGEST_TEXT - 2))
    assert len(scene.edits[-1].text) == LONGEST_TEXT - 2
    assert scene.editor.problem == ""
    scene.paste("\N{GRINNING FACE}" * 10)
    assert len(scene.edits[-1].text) == LONGEST_TEXT
    assert "left out" in scene.editor.problem
    scene.type("x")
    assert scene.edits[-1] == Text(text="\N{GRINNING FACE}" * LONGEST_TEXT)


def test_a_key_in_a_text_that_was_too_long_already_takes_nothing_away(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    foreign = "word " * (LONGEST_TEXT // 2)
    scene.editor.show_value(Text(text=foreign))
    scene.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    scene.press(Qt.Key.Key_Backspace)
    scene.type("x")
    scene.type("y")
    assert scene.edits[-1] == Text(text=f"{foreign[:-1]}x")


def test_a_dropped_file_is_left_to_the_window(stage: MakeStage) -> None:
    area = stage(make_field("text")).editor.focus_widget()
    file, link = QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile("/somewhere/client.icp")])
    link.setUrls([QUrl("https://example.org/")])
    assert not area.canInsertFromMimeData(file)
    assert area.canInsertFromMimeData(link)


def test_a_key_in_a_text_costs_less_than_a_millisecond(stage: MakeStage) -> None:
    scene = stage(make_field("text"))
    scene.editor.show_value(Text(text="A usual answer of a hundred letters or so. " * 3))
    area, best = scene.editor.focus_widget(), 1.0
    for _round in range(5):
        started = time.perf_counter()
        QTest.keyClicks(area, "x" * 50)
        best = min(best, (time.perf_counter() - started) / 50)
    assert best < 0.001
