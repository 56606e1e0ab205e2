"""Comments on answers in the real window: written, settled, taken away, listed, undone."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from icp_desktop.model.comment import Comment
from icp_desktop.model.edits import ReplaceProject
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.comment_thread import CommentThread
from icp_desktop.ui.pages.field_row import FieldRow
from icp_desktop.ui.pages.place import COMMENTS, PROOF, WORKSHEET, Place
from icp_desktop.ui.pages.proof import ProofPage
from icp_desktop.ui.workspace import Workspace
from tests.ui.shell.answers import FIELD, answer, open_project

DAY = date(2026, 11, 25)


def _row(window: MainWindow) -> FieldRow:
    window.go(Place(page=WORKSHEET, profile="city", section="people", field=FIELD, view="form"))
    rows = window.view.page().findChildren(FieldRow)
    return next(each for each in rows if each.field.id == FIELD)


def _thread(window: MainWindow) -> CommentThread:
    thread = _row(window).comments
    if not thread.is_unfolded:
        thread.button.click()
    return thread


def _press(thread: CommentThread, words: str) -> None:
    QApplication.processEvents()  # lines that were made just now are shown by then
    buttons = [e for e in thread.findChildren(QPushButton) if e.isVisible() and e.text() == words]
    buttons[0].click()


def _write(window: MainWindow, text: str) -> CommentThread:
    window.settings.change(prepared_by="Rosa Ahlers")
    thread = _thread(window)
    QTest.keyClicks(thread.line, text)
    QTest.keyClick(thread.line, Qt.Key.Key_Return)
    return thread


def _open(window: MainWindow, qtbot: QtBot) -> Workspace:
    workspace = open_project(window, qtbot)
    answer(workspace, "Nurses")
    return workspace


def test_a_comment_is_written_settled_and_taken_away(window: MainWindow, qtbot: QtBot) -> None:
    window.settings.change(prepared_by="Rosa Ahlers")
    opened = _open(window, qtbot).opened
    thread = _write(window, "Really?")
    (comment,) = opened.project.comments
    assert (comment.place, comment.field, comment.text, comment.who) == (
        "city", FIELD, "Really?", "Rosa Ahlers",
    )  # fmt: skip
    assert thread.button.text() == "1 comment"
    _press(thread, "Settle")
    assert opened.project.comments == (replace(comment, settled=True),)
    assert thread.button.text() == "Comments, all settled"
    _press(thread, "Open again")
    _press(thread, "Remove")
    assert opened.project.comments == ()
    opened.undo()
    assert opened.project.comments == (comment,)
    assert thread.button.text() == "1 comment"


def test_an_empty_comment_is_none(window: MainWindow, qtbot: QtBot) -> None:
    opened = _open(window, qtbot).opened
    before = opened.project
    _write(window, "   ")
    assert opened.project is before


def test_a_row_shows_its_count_also_when_it_is_not_open(window: MainWindow, qtbot: QtBot) -> None:
    workspace = _open(window, qtbot)
    thread = _row(window).comments
    thread.set_open(False)
    assert thread.isHidden()
    comment = Comment(id="c", day=DAY, text="Ask again", place="city", field=FIELD)
    project = replace(workspace.opened.project, comments=(comment,))
    workspace.opened.do(ReplaceProject(project=project))
    assert not thread.isHidden()
    assert thread.button.text() == "1 comment"


def test_open_comments_are_listed_and_lead_to_their_answer(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = _open(window, qtbot)
    _write(window, "Really?")
    window.go(Place(page=PROOF, view=COMMENTS))
    page = window.view.page()
    assert isinstance(page, ProofPage)
    assert page.comments.count.text() == "1 comment is open."
    model = page.comments.model
    assert "Occupation · City professionals" in model.about(model.comment(0))
    page.comments.view.activated.emit(model.index(0))
    assert (window.view.current.page, window.view.current.field) == (WORKSHEET, FIELD)
    comment = workspace.opened.project.comments[0]
    project = replace(workspace.opened.project, comments=(replace(comment, settled=True),))
    workspace.opened.do(ReplaceProject(project=project))
    window.go(Place(page=PROOF, view=COMMENTS))
    assert model.rowCount() == 0
    assert page.comments.empty.isVisible()


def test_five_thousand_comments_are_listed_without_a_widget_each(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = _open(window, qtbot)
    many = tuple(
        Comment(id=f"c{n}", day=DAY, text=f"Comment {n}", place="city", field=FIELD)
        for n in range(5_000)
    )
    project = replace(workspace.opened.project, comments=many)
    workspace.opened.do(ReplaceProject(project=project))
    window.go(Place(page=PROOF, view=COMMENTS))
    page = window.view.page()
    assert isinstance(page, ProofPage)
    assert page.comments.model.rowCount() == 5_000
    thread = _thread(window)
    assert thread.button.text() == "5000 comments"
    assert len(thread.findChildren(QPushButton)) < 100
