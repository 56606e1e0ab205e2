from collections.abc import Callable

import pytest
from editor_stage import VALUES, WORDS, Stage, make_field
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from icp_desktop.model.values import (
    KINDS,
    Kind,
)
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.editors.factory import EDITORS, make_editor
from icp_desktop.worksheet.definitions import Field

MakeStage = Callable[[Field], Stage]


def test_every_kind_has_an_editor() -> None:
    assert set(EDITORS) == set(KINDS) == set(VALUES)


@pytest.mark.parametrize("kind", KINDS)
def test_showing_a_value_never_emits_and_gives_it_back(stage: MakeStage, kind: Kind) -> None:
    scene = stage(make_field(kind))
    for value in (*VALUES[kind], None, VALUES[kind][0]):
        scene.editor.show_value(value)
        assert scene.editor.value() == value
        assert scene.editor.problem == ""
    scene.leave()
    assert scene.edits == []
    assert scene.seals == 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_is_named_and_described(stage: MakeStage, kind: Kind) -> None:
    editor = stage(make_field(kind)).editor
    editor.show_value(VALUES[kind][0])
    for widget in editor.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), f"{type(widget).__name__} has no name"
    control = editor.focus_widget()
    said = control.accessibleName() + control.accessibleDescription()
    said += control.parentWidget().accessibleName()
    assert "Purchase frequency" in said or "Pain" in said


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_lives_through_every_size_and_scheme(
    stage: MakeStage, themed: Appearance, kind: Kind
) -> None:
    editor: Editor = stage(make_field(kind)).editor
    editor.show_value(VALUES[kind][0])
    editor.set_scale_large(True)
    themed.set_scheme("contrast")
    themed.set_scale(2.0)
    assert editor.value() == VALUES[kind][0]
    assert editor.minimumSizeHint().width() <= themed.px(330)


def test_undo_keys_are_left_to_the_project(stage: MakeStage, qtbot: QtBot) -> None:
    for kind in ("text", "terms", "number_range", "date"):
        scene = stage(make_field(kind))
        action = QAction(scene.window)
        action.setShortcut(QKeySequence.StandardKey.Undo)
        scene.window.addAction(action)
        scene.type("2")
        with qtbot.waitSignal(action.triggered, timeout=500):
            scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_that_is_gone_hears_no_more_of_the_theme(
    qtbot: QtBot, themed: Appearance, kind: Kind
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editor = make_editor(make_field(kind), WORDS, currency="GBP", appearance=themed, parent=window)
    editor.show_value(VALUES[kind][0])
    editor.deleteLater()
    qtbot.wait(1)
    assert not isValid(editor)
    themed.set_scale(2.0)  # an exception in a slot would fail this test
