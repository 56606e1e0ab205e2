"""A package manager that puts another version in the place of the running one."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icp_desktop.ui.housekeeping import watch_program
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.replaced_program import ReplacedProgram


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "icp-desktop"
    path.write_text("the version that was started")
    return path


def replace_it(program: Path) -> None:
    """Do as dpkg does: link the old file aside, move the new one over it, remove the link."""
    aside = program.with_name("icp-desktop.dpkg-tmp")
    aside.hardlink_to(program)
    newer = program.with_name("icp-desktop.dpkg-new")
    newer.write_text("the next version")
    newer.replace(program)
    aside.unlink()


def test_another_version_in_its_place_is_noticed_once(program: Path, qtbot: QtBot) -> None:
    heard: list[None] = []
    watch = ReplacedProgram(program, settles=0)
    watch.replaced.connect(lambda: heard.append(None))
    replace_it(program)
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    replace_it(program)
    qtbot.wait(20)
    assert len(heard) == 1


def test_a_look_at_the_file_changes_nothing(program: Path, qtbot: QtBot) -> None:
    watch = ReplacedProgram(program, settles=0)
    program.chmod(0o700)
    with qtbot.assertNotEmitted(watch.replaced, wait=100):
        program.read_text()


def test_the_person_is_told_to_start_again(
    window: MainWindow, qtbot: QtBot, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(program))
    watch_program(window)
    replace_it(program)
    messages = window.screens.current().messages
    qtbot.waitUntil(lambda: "replaced" in messages(), timeout=8_000)
    assert "Your work is saved." in messages()["replaced"].sentence
