from collections.abc import Callable
from dataclasses import replace

from editor_stage import PROOF, VALUES, Stage, make_field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from icp_desktop.model.values import (
    Term,
    Terms,
)
from icp_desktop.ui.editors.term_chip import TermChip
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.reading import MOST_ITEMS

MakeStage = Callable[[Field], Stage]


def test_enter_and_comma_add_terms(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.type("A word of mouth")
    scene.press(Qt.Key.Key_Return)
    scene.type("Instagram, Radio")
    scene.leave()
    assert [item.text for item in scene.edits[-1].items] == [
        "A word of mouth",
        "Instagram",
        "Radio",
    ]
    assert len({item.id for item in scene.edits[-1].items}) == 3
    assert scene.seals == 1


def test_backspace_twice_removes_the_last_term(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.editor.show_value(VALUES["terms"][0])
    scene.press(Qt.Key.Key_Backspace)
    assert scene.edits == []
    scene.press(Qt.Key.Key_Backspace)
    assert [item.id for item in scene.edits[-1].items] == ["1"]
    assert scene.window.focusWidget() is scene.editor.focus_widget()
    assert scene.seals == 0


def test_arrows_walk_the_terms_and_delete_keeps_the_proof_of_others(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    three = Terms(items=tuple(Term(id=n, text=f"t{n}", evidence=PROOF) for n in "123"))
    scene.editor.show_value(three)
    for _each in range(3):
        scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_Right)
    scene.press(Qt.Key.Key_Delete)
    assert scene.edits == [Terms(items=(three.items[0], three.items[2]))]
    assert scene.seals == 0


def test_a_term_is_corrected_in_place_and_keeps_id_and_proof(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.editor.show_value(VALUES["terms"][0])
    scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_Return)
    assert scene.edits == []
    scene.type("A friend")
    scene.press(Qt.Key.Key_Return)
    first, second = scene.edits[-1].items
    assert (first.id, first.text, first.evidence) == ("1", "A friend", PROOF)
    assert second == VALUES["terms"][0].items[1]


def test_opening_a_term_without_changing_it_is_no_edit(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.editor.show_value(VALUES["terms"][0])
    scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_F2)
    scene.leave()
    assert scene.edits == []
    assert scene.editor.value() == VALUES["terms"][0]


def test_a_term_that_is_being_corrected_stays_when_another_is_removed(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    first, second = VALUES["terms"][0].items
    scene.editor.show_value(VALUES["terms"][0])
    scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_F2)
    scene.type("Research")
    scene.editor.findChildren(TermChip)[0].removed.emit()
    scene.leave()
    assert scene.edits[-1] == Terms(items=(replace(second, text="Research"),))
    assert first not in scene.edits[-1].items


def test_undo_of_a_term_that_is_being_corrected_does_not_bring_it_back(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.editor.show_value(VALUES["terms"][0])
    scene.press(Qt.Key.Key_Left)
    scene.press(Qt.Key.Key_F2)
    scene.editor.show_value(Terms(items=VALUES["terms"][0].items[:1]))
    scene.leave()
    assert scene.edits == []


def test_a_pasted_comma_is_one_that_was_typed(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.paste("Radio, Posters")
    scene.leave()
    assert [item.text for item in scene.edits[-1].items] == ["Radio", "Posters"]


def test_pasted_lines_become_terms_up_to_the_most(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.paste("one\ntwo\r\n\nthree\tfour")
    assert [item.text for item in scene.edits[-1].items] == ["one", "two", "three", "four"]
    scene.paste("\n".join(f"line {n}" for n in range(500)))
    assert len(scene.edits[-1].items) == MOST_ITEMS
    assert str(MOST_ITEMS) in scene.editor.problem


def test_a_term_twice_is_said_not_added(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.type("Radio,radio,")
    assert [item.text for item in scene.edits[-1].items] == ["Radio"]
    assert "already" in scene.editor.problem


def test_the_field_lights_up_with_the_focus_and_nothing_moves(stage: MakeStage) -> None:
    scene = stage(make_field("terms"))
    scene.editor.show_value(VALUES["terms"][0])
    box = scene.editor.focus_widget().parentWidget()
    QApplication.processEvents()
    lit = (box.property("lit"), box.height(), scene.editor.focus_widget().pos())
    scene.leave()
    QApplication.processEvents()
    dark = (box.property("lit"), box.height(), scene.editor.focus_widget().pos())
    assert lit == ("true", 34, dark[2])
    assert dark[:2] == ("false", 34)
