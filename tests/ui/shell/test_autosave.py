"""Autosave: soon, in order, off the thread of the window, and nothing is lost when it fails."""

import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icp_desktop.errors import KnownError
from icp_desktop.model.edits import SetValue
from icp_desktop.model.project import Project
from icp_desktop.model.values import Text
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.autosave import Autosave
from icp_desktop.ui.background import Background
from icp_desktop.ui.project_signal import ProjectSignal
from icp_desktop.ui.store import Store
from tests.ui.shell.answers import make_project


def _answer(opened: OpenProject, text: str) -> None:
    edit = SetValue(place="city", field="people.occupation", value=Text(text=text))
    opened.do(edit, merge="occupation")


def _said(project: Project) -> str:
    value = project.profile("city").answer("people.occupation").value
    return value.text if isinstance(value, Text) else ""


class _Desk:
    """An open project whose saves can be made to fail."""

    def __init__(self, store: Store) -> None:
        project = make_project()
        store.library.add(project)
        self.store = store
        self.threads: list[str] = []
        self.trouble: KnownError | None = None
        self.opened = OpenProject(project)
        self.changes = ProjectSignal(self.opened)
        self.autosave = Autosave(self.opened, self.changes, save=self._save, writer=store.writer)

    def _save(self, before: Project | None, after: Project) -> None:
        self.threads.append(threading.current_thread().name)
        if self.trouble is not None:
            raise self.trouble
        self.store.library.save(before, after)

    def on_disk(self) -> str:
        return _said(self.store.library.load("halfmoon").project)


@pytest.fixture
def desk(store: Store) -> _Desk:
    return _Desk(store)


def test_a_change_is_on_disk_within_a_second_of_the_last_key(desk: _Desk, qtbot: QtBot) -> None:
    started = time.monotonic()
    with qtbot.waitSignal(desk.autosave.saved, timeout=3_000):
        _answer(desk.opened, "Nurses")
    assert 0.35 < time.monotonic() - started < 1.5
    assert desk.on_disk() == "Nurses"
    assert desk.threads == ["writer"]


def test_who_types_on_is_saved_within_two_seconds(desk: _Desk, qtbot: QtBot) -> None:
    saved: list[float] = []
    started = time.monotonic()
    desk.autosave.saved.connect(lambda _t: saved.append(time.monotonic() - started))
    words = ""
    while desk.on_disk() == "" and time.monotonic() - started < 5:
        words += "x"
        _answer(desk.opened, words)
        qtbot.wait(100)  # never 0.4 s of rest
    assert time.monotonic() - started < 2.6


def test_saved_is_said_only_once_all_is_on_disk(desk: _Desk, qtbot: QtBot) -> None:
    told: list[str] = []
    desk.autosave.saved.connect(lambda _t: told.append(desk.on_disk()))
    _answer(desk.opened, "one")
    desk.autosave.flush()
    _answer(desk.opened, "two")  # while the first is on its way
    qtbot.waitUntil(lambda: bool(told), timeout=3_000)
    assert told == ["two"]


def test_finishing_waits_for_the_disk(desk: _Desk) -> None:
    _answer(desk.opened, "at the last moment")
    assert desk.autosave.finish()
    assert desk.on_disk() == "at the last moment"


def test_a_failure_is_told_and_the_work_is_kept(desk: _Desk, qtbot: QtBot) -> None:
    desk.trouble = KnownError("The disk is full.")
    with qtbot.waitSignal(desk.autosave.failed) as told:
        _answer(desk.opened, "precious")
    assert str(told.args[0]) == "The disk is full."
    assert not desk.autosave.is_saved
    assert not desk.autosave.finish()
    desk.trouble = None
    assert desk.autosave.finish()
    assert desk.on_disk() == "precious"


def test_undo_is_saved_like_anything_else(desk: _Desk) -> None:
    _answer(desk.opened, "first")
    assert desk.autosave.finish()
    desk.opened.undo()
    assert desk.autosave.finish()
    assert desk.on_disk() == ""


def test_the_writer_delivers_even_when_nobody_runs_the_loop(qapp: object, tmp_path: Path) -> None:
    writer = Background(name="writer")
    got: list[int] = []
    for n in range(3):
        writer.run(lambda _p, n=n: n, label="", done=got.append)
    assert writer.finish()
    assert got == [0, 1, 2]
    writer.close()
