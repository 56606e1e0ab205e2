"""The rules of the walk find what they are for, and leave what is well alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from icp_desktop.ui.appearance import Appearance
from tests.end_to_end import walk


@pytest.fixture
def window(qtbot: QtBot, themed: Appearance) -> QWidget:
    made = QWidget()
    made.setObjectName("window")
    made.resize(400, 300)
    qtbot.addWidget(made)
    return made


def show(qtbot: QtBot, window: QWidget) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def rules(findings: list[walk.Finding]) -> list[str]:
    return [finding.rule for finding in findings]


def test_a_well_made_window_has_no_findings(qtbot: QtBot, window: QWidget) -> None:
    column = QVBoxLayout(window)
    label, line = QLabel("&Name"), QLineEdit()
    label.setBuddy(line)
    wrapped = QLabel("A sentence that needs more than one line in a window as narrow as this one.")
    wrapped.setWordWrap(True)
    combo = QComboBox()
    combo.addItems(["One", "Two"])
    combo.setAccessibleName("How many")
    keep = QPushButton("Keep")
    keep.setMinimumHeight(28)
    for widget in (label, line, wrapped, combo, keep):
        column.addWidget(widget)
    show(qtbot, window)
    assert walk.all_findings(window) == []
    assert walk.find_unreached(window) == []


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_text_wider_than_its_widget_is_cut_off(
    qtbot: QtBot, window: QWidget, kind: type[QLabel] | type[QPushButton]
) -> None:
    kind("A long text that does not fit into forty pixels", window).resize(40, 40)
    show(qtbot, window)
    assert "cut off" in rules(walk.find_cut_texts(window))


def test_a_wrapped_label_without_room_below_is_cut_off(qtbot: QtBot, window: QWidget) -> None:
    label = QLabel("word " * 60, window)
    label.setWordWrap(True)
    label.resize(100, 30)
    show(qtbot, window)
    assert rules(walk.find_cut_texts(window)) == ["cut off"]


def test_hints_choices_and_heads_are_looked_at(qtbot: QtBot, window: QWidget) -> None:
    line = QLineEdit(window)
    line.setPlaceholderText("What only fits into a wide field")
    line.resize(60, 30)
    combo = QComboBox(window)
    combo.addItem("A choice that is longer than its box")
    combo.setGeometry(0, 40, 80, 30)
    table = QTableWidget(1, 1, window)
    table.setHorizontalHeaderLabels(["A head that is longer than its column"])
    table.setGeometry(0, 80, 200, 100)
    table.setColumnWidth(0, 30)
    show(qtbot, window)
    assert {"hint cut off", "choice cut off", "head cut off"} <= set(
        rules(walk.find_cut_texts(window))
    )


def test_what_sticks_out_or_overlaps_is_found(qtbot: QtBot, window: QWidget) -> None:
    QPushButton("Out", window).setGeometry(380, 0, 90, 30)
    QLabel("One text", window).setGeometry(0, 50, 90, 30)
    QLabel("Another", window).setGeometry(20, 60, 90, 30)
    show(qtbot, window)
    assert rules(walk.find_covered(window)) == ["sticks out", "overlaps"]


def test_what_is_below_in_a_scroll_area_is_not_hidden(qtbot: QtBot, window: QWidget) -> None:
    area = QScrollArea(window)
    area.setWidgetResizable(True)
    inner = QWidget()
    column = QVBoxLayout(inner)
    for number in range(30):
        column.addWidget(QPushButton(f"Button {number}"))
    area.setWidget(inner)
    area.setGeometry(0, 0, 200, 200)
    show(qtbot, window)
    assert walk.find_covered(window) == []
    assert walk.find_sideways(window) == []
    inner.setMinimumWidth(500)
    qtbot.waitUntil(lambda: walk.find_sideways(window) != [])


def test_a_control_without_a_name_is_found(qtbot: QtBot, window: QWidget) -> None:
    row = QHBoxLayout(window)
    row.addWidget(QLineEdit())
    bare, named = QToolButton(), QToolButton()
    named.setAccessibleName("Undo")
    row.addWidget(bare)
    row.addWidget(named)
    show(qtbot, window)
    assert rules(walk.find_nameless(window)) == ["no name", "no name"]


def test_a_button_that_is_hard_to_hit_is_found(qtbot: QtBot, window: QWidget) -> None:
    QPushButton("x", window).resize(16, 16)
    show(qtbot, window)
    assert rules(walk.find_small_targets(window)) == ["small target"]


def test_a_button_outside_the_round_of_tab_is_not_reached(qtbot: QtBot, window: QWidget) -> None:
    column = QVBoxLayout(window)
    for word in ("One", "Two", "Three"):
        column.addWidget(QPushButton(word))
    lost = QPushButton("Lost")
    lost.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    column.insertWidget(0, lost)
    show(qtbot, window)
    found = walk.find_unreached(window)
    # Plain buttons hand the focus on by arrow keys; only a widget that arrows skip is out of reach.
    assert rules(found) == ["not reached"]
    assert "Lost" in str(found[0])


def test_a_field_that_keeps_tab_for_itself_is_found(qtbot: QtBot, window: QWidget) -> None:
    column = QVBoxLayout(window)
    field = QPlainTextEdit()
    column.addWidget(field)
    column.addWidget(QPushButton("Never reached"))
    show(qtbot, window)
    field.setFocus()
    assert rules(walk.find_unreached(window)) == ["Tab gets stuck"]
