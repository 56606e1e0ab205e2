"""Sending a copy and merging what comes back, through the real window."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from icp_desktop.model.edits import SetValue
from icp_desktop.model.values import Text
from icp_desktop.storage.project_file import read_project_file, write_project_file
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.merge_page import MergePage
from icp_desktop.ui.workspace import Workspace
from tests.ui.shell.answers import FIELD, Answers, answer, open_project, rest, said


def _send(window: MainWindow, qtbot: QtBot, prompts: Answers, path: Path) -> Workspace:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    prompts.words, prompts.path = ["Ann"], path
    window.commands.action("send_copy").trigger()
    rest(window, qtbot)
    assert path.is_file()
    return workspace


def _work_on(path: Path, text: str) -> None:
    opened = read_project_file(path)
    edit = SetValue(place="city", field=FIELD, value=Text(text=text))
    write_project_file(path, edit.apply(opened.project), opened.history)


def _merge_page(window: MainWindow, qtbot: QtBot) -> MergePage:
    qtbot.waitUntil(lambda: isinstance(window.screens.current(), MergePage), timeout=5_000)
    page = window.screens.current()
    assert isinstance(page, MergePage)
    return page


def _names(workspace: Workspace) -> list[str]:
    return [each.name for each in workspace.store.library.versions(workspace.project_id)]


def test_a_copy_goes_out_comes_back_by_drop_and_is_merged_in_one_step(
    window: MainWindow, qtbot: QtBot, prompts: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "for Ann.icp"
    workspace = _send(window, qtbot, prompts, path)
    before = workspace.opened.project
    _work_on(path, "Teachers")
    window.open_paths([str(path)])
    page = _merge_page(window, qtbot)
    assert page.proposal.title == "Merge “Copy for Ann”"
    (line,) = page.proposal.suggestions
    assert (line.ours, line.theirs, line.chosen) == ("Nurses", "Teachers", True)
    page.accept_button.click()
    rest(window, qtbot)
    assert said(workspace.opened.project) == "Teachers"
    workspace.opened.undo()
    assert workspace.opened.project is before
    assert _names(workspace) == [
        "Copy for Ann", "Before merging Copy for Ann", "Copy for Ann, as it came back",
    ]  # fmt: skip


def test_what_both_changed_stays_as_a_comment(
    window: MainWindow, qtbot: QtBot, prompts: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "for Ann.icp"
    workspace = _send(window, qtbot, prompts, path)
    _work_on(path, "Teachers")
    answer(workspace, "Doctors")
    prompts.path = path
    window.commands.action("merge_copy").trigger()
    page = _merge_page(window, qtbot)
    page.accept_button.click()
    rest(window, qtbot)
    assert said(workspace.opened.project) == "Doctors"
    (comment,) = workspace.opened.project.comments
    assert (comment.field, comment.text) == (FIELD, "In the copy it says: Teachers")
    prompts.path = path
    window.commands.action("merge_copy").trigger()
    rest(window, qtbot)
    assert "was merged already" in window.screens.current().messages()["trouble"].sentence


def test_a_copy_of_another_project_is_refused(
    window: MainWindow, qtbot: QtBot, prompts: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "other.icp"
    workspace = open_project(window, qtbot)
    write_project_file(path, replace(workspace.opened.project, id="another"))
    prompts.path = path
    window.commands.action("merge_copy").trigger()
    rest(window, qtbot)
    assert "copy of another project" in window.screens.current().messages()["trouble"].sentence
