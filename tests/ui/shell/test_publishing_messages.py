"""What is said of the project file: each way in which file and library can differ."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icp_desktop.model.edits import SetValue
from icp_desktop.model.values import Text
from icp_desktop.storage.project_file import read_project_file, write_project_file
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.merge_page import MergePage
from icp_desktop.ui.widgets.message_bar import MessageBar
from icp_desktop.ui.workspace import Workspace
from tests.ui.shell.answers import FIELD, Answers, answer, make_project, open_project, rest, said


def _publish(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.session.workspace
    assert workspace is not None
    workspace.publish()
    rest(window, qtbot)


def _published(window: MainWindow, qtbot: QtBot) -> Workspace:
    """An open project with an answer, and its file on disk."""
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    _publish(window, qtbot)
    assert workspace.file is not None
    assert said(read_project_file(workspace.file).project) == "Nurses"
    return workspace


def _change_elsewhere(path: Path, text: str) -> None:
    """What another computer does to the file in a shared folder."""
    file = read_project_file(path)
    edit = SetValue(place="city", field=FIELD, value=Text(text=text))
    write_project_file(path, edit.apply(file.project), file.history)


def _bar(window: MainWindow) -> MessageBar:
    return window.view.messages()["file"]


def _press(bar: MessageBar, words: str) -> None:
    button = next(each for each in bar._buttons if each.accessibleName() == words)
    button.click()


def test_saving_says_where(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _published(window, qtbot)
    answer(workspace, "Doctors")
    window.commands.action("save").trigger()
    rest(window, qtbot)
    assert said(read_project_file(workspace.file).project) == "Doctors"
    assert workspace.file.name in window.view._toast.sentence


def test_a_file_changed_elsewhere_is_taken_and_can_be_undone(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = _published(window, qtbot)
    _change_elsewhere(workspace.file, "Teachers")
    _publish(window, qtbot)
    assert said(workspace.opened.project) == "Teachers"
    assert workspace.file.name in _bar(window).sentence
    workspace.opened.undo()
    assert said(workspace.opened.project) == "Nurses"


def test_both_changed_keeps_both_and_merges_line_by_line(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _published(window, qtbot)
    original = workspace.file
    _change_elsewhere(original, "Teachers")
    answer(workspace, "Doctors")
    _publish(window, qtbot)
    assert said(read_project_file(original).project) == "Teachers"
    beside = [each for each in original.parent.glob("*.icp") if each != original]
    assert said(read_project_file(beside[0]).project) == "Doctors"
    _press(_bar(window), "Compare and merge…")
    qtbot.waitUntil(lambda: isinstance(window.screens.current(), MergePage), timeout=5_000)
    page = window.screens.current()
    line = page.proposal.suggestions[0]
    assert (line.ours, line.theirs) == ("Doctors", "Teachers")
    page.tick(line.id, on=True)
    page.accept_button.click()
    rest(window, qtbot)
    assert said(workspace.opened.project) == "Teachers"
    _publish(window, qtbot)
    assert "file" not in window.view.messages()
    workspace.opened.undo()
    assert said(workspace.opened.project) == "Doctors"


def test_the_other_ways_are_asked_for(window: MainWindow, qtbot: QtBot, prompts: Answers) -> None:
    workspace = _published(window, qtbot)
    _change_elsewhere(workspace.file, "Teachers")
    answer(workspace, "Doctors")
    _publish(window, qtbot)
    prompts.index = 2  # keep mine
    _press(_bar(window), "Other ways…")
    rest(window, qtbot)
    assert said(read_project_file(workspace.file).project) == "Doctors"
    names = [each.name for each in window.session.store.library.versions("halfmoon")]
    assert len(names) == 1  # what was in the file is kept


def test_an_earlier_state_of_the_file_is_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _published(window, qtbot)
    earlier = workspace.file.read_bytes()
    answer(workspace, "Doctors")
    _publish(window, qtbot)
    workspace.file.write_bytes(earlier)
    _publish(window, qtbot)
    assert "earlier state" in _bar(window).sentence
    assert said(workspace.opened.project) == "Doctors"


@pytest.mark.parametrize(
    ("index", "there", "here"), [(0, True, True), (1, False, True), (2, False, False)]
)
def test_a_file_that_is_gone_is_never_made_again_unasked(
    window: MainWindow, qtbot: QtBot, prompts: Answers, index: int, there: bool, here: bool
) -> None:
    workspace = _published(window, qtbot)
    path = workspace.file
    path.unlink()
    _publish(window, qtbot)
    assert not path.exists()
    assert "no longer" in _bar(window).sentence
    prompts.index = index  # write it again, keep it only here, remove it here too
    _press(_bar(window), "Other ways…")
    rest(window, qtbot)
    assert path.exists() == there
    assert window.session.store.library.has("halfmoon") == here
    if not here:
        assert window.session.workspace is None
        assert "removed" in window.screens.current().messages()["file"].sentence


def test_a_folder_that_is_gone_waits_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _published(window, qtbot)
    folder, away = workspace.file.parent, workspace.file.parent.with_name("away")
    folder.rename(away)
    answer(workspace, "Doctors")
    _publish(window, qtbot)
    assert "is not there now" in _bar(window).sentence
    assert window.body.rail.status.endswith("file waits")
    away.rename(folder)
    _press(_bar(window), "Try again")
    rest(window, qtbot)
    assert said(read_project_file(workspace.file).project) == "Doctors"
    assert "file" not in window.view.messages()
    assert window.body.rail.status == "Everything saved"


def test_something_else_at_the_path_moves_ours_on(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _published(window, qtbot)
    path = workspace.file
    write_project_file(path, make_project("another", "Papercrane"))
    answer(workspace, "Doctors")
    _publish(window, qtbot)
    assert read_project_file(path).project.client == "Papercrane"
    assert "left alone" in _bar(window).sentence
    moved = [each for each in path.parent.glob("*.icp") if each != path]
    assert said(read_project_file(moved[0]).project) == "Doctors"


def test_a_place_that_can_not_be_written_offers_another(
    window: MainWindow, qtbot: QtBot, prompts: Answers, tmp_path: Path
) -> None:
    workspace = open_project(window, qtbot)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    workspace.choose_file(in_the_way / "x.icp")
    rest(window, qtbot)
    good = tmp_path / "elsewhere"
    prompts.path = good / "mine"
    _press(_bar(window), "Choose another place")
    rest(window, qtbot)
    assert (good / "mine.icp").exists()
    assert "file" not in window.view.messages()


def test_a_file_among_temporary_ones_is_only_taken_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    path = folder / "mailed.icp"
    write_project_file(path, make_project())
    before = path.read_bytes()
    window.open_paths([str(path)])
    qtbot.waitUntil(lambda: window.view is not None, timeout=5_000)
    rest(window, qtbot)
    assert "taken in" in _bar(window).sentence
    assert window.session.workspace.file is None
    answer(window.session.workspace, "Doctors")
    _publish(window, qtbot)
    assert path.read_bytes() == before


def test_a_copy_at_another_path_is_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _published(window, qtbot)
    copy = workspace.file.with_name("copy.icp")
    shutil.copy(workspace.file, copy)
    window.open_paths([str(copy)])
    rest(window, qtbot)
    _press(_bar(window), "It is a copy")
    rest(window, qtbot)
    now = window.session.workspace
    assert now.project_id != "halfmoon"
    assert now.file == copy
    assert len(window.session.store.library.projects()) == 2


def test_a_conflicted_copy_beside_the_file_is_reported(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _published(window, qtbot)
    path = workspace.file
    theirs = path.with_name(f"{path.stem} (conflicted copy 2026-11-20){path.suffix}")
    shutil.copy(path, theirs)
    _change_elsewhere(theirs, "Teachers")
    window.open_paths([str(path)])
    rest(window, qtbot)
    bar = window.screens.current().messages()["copies"]
    assert theirs.name in bar.sentence
    _press(bar, "Compare")
    qtbot.waitUntil(lambda: isinstance(window.screens.current(), MergePage), timeout=5_000)
    assert window.screens.current().proposal.suggestions[0].theirs == "Teachers"


def test_a_failing_library_keeps_the_work_and_offers_a_copy(
    window: MainWindow,
    qtbot: QtBot,
    prompts: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from icp_desktop.errors import KnownError

    workspace = open_project(window, qtbot)

    def full(_before: object, _after: object) -> None:
        raise KnownError("The disk is full. Make room, and they will be saved.")

    monkeypatch.setattr(workspace.autosave, "_save", full)
    answer(workspace, "Precious")
    qtbot.waitUntil(lambda: "autosave" in window.view.messages(), timeout=5_000)
    assert window.body.rail.status == "Not saved"
    prompts.path = tmp_path / "rescue.icp"
    _press(window.view.messages()["autosave"], "Choose another place")
    assert said(read_project_file(tmp_path / "rescue.icp").project) == "Precious"
    prompts.index = None  # stay
    window.close()
    assert window.isVisible()
    monkeypatch.undo()
    assert workspace.autosave.finish()


def test_leaving_the_window_publishes(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    workspace = _published(window, qtbot)
    answer(workspace, "Doctors")
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    rest(window, qtbot)
    assert said(read_project_file(workspace.file).project) == "Doctors"


def test_an_unwanted_state_leaves_other_projects_alone(window: MainWindow, qtbot: QtBot) -> None:
    open_project(window, qtbot)
    other = replace(make_project("other", "Papercrane"))
    window.session.create(other)
    qtbot.waitUntil(lambda: window.session.workspace.project_id == "other", timeout=5_000)
    rest(window, qtbot)
    assert {row.client for row in window.session.store.library.projects()} == {
        "Halfmoon Fitness",
        "Papercrane",
    }
