"""What people type is shown as it was typed, wherever it is shown."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.documents.merging import Copy
from icp_desktop.ui.question_dialogs import TextDialog
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.tooltips import set_tool_tip
from tests.end_to_end.planted import (
    PICTURE,
    Planted,
    find_interpreted,
    make_planted_project,
    plant,
    signs_seen,
)
from tests.end_to_end.program import Program

Start = Callable[..., Program]


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
    menu.addAction("R&DZQ12")
    window.layout().addWidget(label)
    with qtbot.waitExposed(window):
        window.show()
    found = find_interpreted(window, planted)
    assert [each.split(":")[0] for each in found] == ["told", "told"]


def test_every_page_shows_what_was_typed(start: Start, planted: tuple[Planted, ...]) -> None:
    program = start(make_planted_project(planted), size=(1280, 2400))
    today = date(2026, 11, 21)
    program.library.keep_version("planted", name=planted[2].text, reason=planted[5].text, day=today)
    program.settings.change(prepared_by=planted[7].text)
    found: dict[str, str] = {}
    seen: set[str] = set()
    for name in program.stations():
        seen |= signs_seen(program.window)
        for what in find_interpreted(program.window, planted):
            found.setdefault(what, name)
    assert not found, "\n".join(f"{name}: {what}" for what, name in found.items())
    assert seen == {each.sign for each in planted}


def test_toasts_messages_dialogs_and_merges_show_what_was_typed(
    start: Start, planted: tuple[Planted, ...]
) -> None:
    project = make_planted_project(planted)
    program = start(project, size=(1280, 2400))
    program.open_project()
    view, window = program.window.view, program.window
    everything = " ".join(each.text for each in planted)
    view.say(everything, undo=True)
    view.complain(everything, ((planted[0].text, lambda: None),))
    program.settle()
    assert find_interpreted(window, planted) == []
    other = replace(project, client=planted[3].text, name=planted[4].text, profiles=())
    window.screens.show_merge(Copy(project=other, name=everything), everything)
    program.settle()
    assert find_interpreted(window, planted) == []
    window.window_commands.find()
    program.settle()
    assert find_interpreted(window, planted) == []
    dialog = TextDialog(planted[0].text, everything, planted[1].text, window)
    dialog.show()
    assert find_interpreted(dialog, planted) == []
    dialog.close()
