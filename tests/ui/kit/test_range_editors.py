from collections.abc import Callable
from decimal import Decimal

import pytest
from editor_stage import VALUES, Stage, make_field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop import i18n
from icp_desktop.model.values import (
    MoneyRange,
    NumberRange,
)
from icp_desktop.worksheet.definitions import Field

MakeStage = Callable[[Field], Stage]


def test_figures_are_emitted_as_they_become_whole(stage: MakeStage) -> None:
    scene = stage(make_field("number_range"))
    scene.type("2")
    assert scene.edits == [NumberRange(low=Decimal(2), high=None, unit="w")]
    scene.press(Qt.Key.Key_Tab)
    scene.type("4")
    assert scene.edits[-1] == NumberRange(low=Decimal(2), high=Decimal(4), unit="w")
    assert scene.seals == 0


def test_a_first_figure_above_the_second_is_kept_explained_and_swapped(stage: MakeStage) -> None:
    scene = stage(make_field("number_range"))
    scene.type("129")
    scene.press(Qt.Key.Key_Tab)
    scene.type("89")
    scene.leave()
    assert scene.edits[-1] == NumberRange(low=Decimal(129), high=None, unit="w")
    assert "higher than the second" in scene.editor.problem
    shown = [line.text() for line in scene.editor.findChildren(QLineEdit)]
    assert shown == ["129", "89"]
    swap = next(
        button for button in scene.editor.findChildren(QWidget)
        if button.accessibleName() == "Swap them"
    )  # fmt: skip
    swap.click()
    assert scene.edits[-1] == NumberRange(low=Decimal(89), high=Decimal(129), unit="w")
    assert scene.editor.problem == ""


@pytest.mark.parametrize("typed", ["2x", "1,2,3", "--", "1e400", "9" * 60, "NaN", "٣٣x"])
def test_what_is_no_figure_is_kept_and_explained(stage: MakeStage, typed: str) -> None:
    scene = stage(make_field("number_range"))
    line = scene.editor.focus_widget()
    line.setText(typed[:-1])
    scene.press(Qt.Key.Key_End)
    scene.edits.clear()
    scene.type(typed[-1])
    scene.leave()
    assert line.text() == typed
    assert "is not a figure" in scene.editor.problem
    line.setFocus()
    line.selectAll()
    scene.type("5")
    assert scene.editor.problem == ""
    assert scene.edits[-1].low == Decimal(5)


def test_a_half_typed_figure_is_explained_after_a_pause(stage: MakeStage, qtbot: QtBot) -> None:
    scene = stage(make_field("number_range"))
    scene.type("x")
    assert scene.editor.problem == ""
    with qtbot.waitSignal(scene.editor.problem_changed, timeout=2000) as said:
        pass
    assert "is not a figure" in said.args[0]


def test_figures_are_read_as_the_language_writes_them(stage: MakeStage) -> None:
    with i18n.using("de"):
        scene = stage(make_field("number_range"))
        scene.type("2,5")
        assert scene.edits[-1].low == Decimal("2.5")
        scene.editor.show_value(NumberRange(low=Decimal(2500), high=None, unit="w"))
        assert scene.editor.focus_widget().text() == "2.500"


def test_money_keeps_the_currency_it_was_given_in(stage: MakeStage) -> None:
    scene = stage(make_field("money_range"))
    scene.type("89")
    assert scene.edits[-1].currency == "GBP"
    scene.editor.show_value(VALUES["money_range"][1])
    scene.editor.focus_widget().setFocus()
    scene.press(Qt.Key.Key_End)
    scene.type("0")
    assert scene.edits[-1] == MoneyRange(low=Decimal(10), high=None, currency="EUR", unit="w")


def test_clearing_both_figures_takes_the_answer_back(stage: MakeStage) -> None:
    scene = stage(make_field("number_range"))
    scene.type("2")
    scene.press(Qt.Key.Key_Backspace)
    assert scene.edits[-1] is None
