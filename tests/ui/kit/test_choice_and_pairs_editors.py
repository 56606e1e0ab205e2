from collections.abc import Callable
from datetime import date

import pytest
from editor_stage import PROOF, Stage, make_field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QToolButton

from icp_desktop.model.values import (
    Choice,
    Day,
    Pair,
    Pairs,
    YesNo,
)
from icp_desktop.ui.editors.choices import ChoiceEditor, SegmentEditor
from icp_desktop.ui.editors.day import read_day
from icp_desktop.worksheet.definitions import Field

MakeStage = Callable[[Field], Stage]


def test_a_few_short_choices_stand_side_by_side_many_in_a_box(stage: MakeStage) -> None:
    assert isinstance(stage(make_field("choice", choices=3)).editor, SegmentEditor)
    assert isinstance(stage(make_field("choice", choices=6)).editor, ChoiceEditor)


def test_a_choice_is_made_and_taken_back_by_keyboard(stage: MakeStage) -> None:
    scene = stage(make_field("choice", choices=3))
    scene.press(Qt.Key.Key_Right)
    assert scene.edits == [Choice(choice="b")]
    scene.press(Qt.Key.Key_Delete)
    assert scene.edits[-1] is None
    box = stage(make_field("choice", choices=6))
    box.press(Qt.Key.Key_Down)
    assert box.edits == [Choice(choice="a")]
    box.press(Qt.Key.Key_Up)
    assert box.edits[-1] is None


def test_yes_and_no_and_neither(stage: MakeStage) -> None:
    scene = stage(make_field("yes_no"))
    yes, no = scene.editor.findChildren(QToolButton)
    yes.click()
    no.click()
    no.click()
    assert scene.edits == [YesNo(yes=True), YesNo(yes=False), None]


@pytest.mark.parametrize("typed", ["2026-11-21", "21 November 2026", "21 Nov 2026", "21.11.2026"])
def test_a_date_is_read_in_the_usual_forms_and_written_out(stage: MakeStage, typed: str) -> None:
    scene = stage(make_field("date"))
    scene.type(typed)
    assert scene.edits[-1] == Day(day=date(2026, 11, 21))
    scene.leave()
    assert scene.editor.focus_widget().text() == "21 November 2026"
    assert scene.editor.problem == ""


def test_what_is_no_date_is_kept_and_explained(stage: MakeStage) -> None:
    scene = stage(make_field("date"))
    scene.type("next spring")
    scene.leave()
    assert scene.edits == []
    assert "is not a date" in scene.editor.problem
    assert scene.editor.focus_widget().text() == "next spring"
    assert read_day("30 February 2026") is None


def test_pairs_are_filled_by_keyboard_alone(stage: MakeStage) -> None:
    scene = stage(make_field("pairs"))
    scene.type("No time")
    scene.press(Qt.Key.Key_Return)
    scene.type("Early slots")
    scene.press(Qt.Key.Key_Return)
    scene.type("Sore back")
    texts = [(item.first, item.second) for item in scene.edits[-1].items]
    assert texts == [("No time", "Early slots"), ("Sore back", "")]
    assert scene.edits[0].items[0].id == scene.edits[-1].items[0].id
    assert scene.seals == 0


def test_backspace_in_an_empty_row_removes_it(stage: MakeStage) -> None:
    scene = stage(make_field("pairs"))
    scene.type("No time")
    scene.press(Qt.Key.Key_Return)
    scene.type("Slots")
    scene.press(Qt.Key.Key_Return)
    assert len(scene.editor.findChildren(QPlainTextEdit)) == 4
    scene.press(Qt.Key.Key_Backspace)
    assert scene.window.focusWidget().toPlainText() == "Slots"
    assert scene.seals == 0


def test_a_removed_pair_leaves_the_proof_of_the_others(stage: MakeStage) -> None:
    scene = stage(make_field("pairs"))
    kept = Pair(id="2", first="Sore back", evidence=PROOF)
    scene.editor.show_value(Pairs(items=(Pair(id="1", first="No time"), kept)))
    remove = next(
        button for button in scene.editor.findChildren(QToolButton)
        if button.accessibleName() == "Remove Pain 1"
    )  # fmt: skip
    remove.click()
    assert scene.edits == [Pairs(items=(kept,))]


def test_every_row_is_set_large_in_the_tour_also_one_that_comes_later(stage: MakeStage) -> None:
    scene = stage(make_field("pairs"))
    scene.editor.set_scale_large(True)
    scene.editor.show_value(
        Pairs(items=(Pair(id="1", first="No time"), Pair(id="2", first="Sore")))
    )
    areas = scene.editor.findChildren(QPlainTextEdit)
    assert len(areas) == 4
    assert {area.property("large") for area in areas} == {"true"}
