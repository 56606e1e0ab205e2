"""What people type is shown as it was typed, wherever it is shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.tooltips import set_tool_tip
from tests.end_to_end.planted import PICTURE, Planted, find_interpreted, plant, signs_seen


@pytest.fixture
def planted(qapp: object, tmp_path: Path) -> tuple[Planted, ...]:
    return plant(tmp_path)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 900)
    QVBoxLayout(made)
    return made


def test_fifteen_texts_are_planted(planted: tuple[Planted, ...]) -> None:
    assert len({each.sign for each in planted}) == 15


def test_plain_labels_and_escaped_tips_are_literal(
    qtbot: QtBot, window: QWidget, planted: tuple[Planted, ...]
) -> None:
    for each in planted:
        label, button = PlainLabel(each.text), QPushButton(literal(each.text))
        set_tool_tip(label, each.text)
        for widget in (label, ElidedLabel(each.text), button):
            window.layout().addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    assert find_interpreted(window, planted) == []
    assert signs_seen(window) == {each.sign for each in planted}


def test_an_ordinary_label_is_found_out(
    qtbot: QtBot, window: QWidget, planted: tuple[Planted, ...]
) -> None:
    for each in planted:
        window.layout().addWidget(QLabel(each.text))
    with qtbot.waitExposed(window):
        window.show()
    found = find_interpreted(window, planted)
    assert sum("guesses" in each for each in found) == len(planted)
    assert any("painted: “ZQ01”" in each for each in found)
    assert "a planted picture is shown" in found, PICTURE


def test_a_bare_tip_and_a_bare_menu_are_found_out(
    qtbot: QtBot, window: QWidget, planted: tuple[Planted, ...]
) -> None:
    label, menu = PlainLabel("x"), QMenu(window)
    label.setToolTip(planted[0].text)
    menu.addAction("R&D-ZQ12")
    window.layout().addWidget(label)
    with qtbot.waitExposed(window):
        window.show()
    found = find_interpreted(window, planted)
    assert [each.split(":")[0] for each in found] == ["told", "told"]
