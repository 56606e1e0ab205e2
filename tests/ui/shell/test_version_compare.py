"""Two states compared on the page of versions, in the real window."""

from pathlib import Path

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.place import VERSIONS, Place
from icp_desktop.ui.pages.versions import VersionsPage
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.workspace import Workspace
from tests.ui.shell.answers import Answers, answer, open_project, rest


def _versions(window: MainWindow, qtbot: QtBot) -> tuple[Workspace, VersionsPage]:
    workspace = open_project(window, qtbot)
    window.go(Place(page=VERSIONS))
    page = window.view.page()
    assert isinstance(page, VersionsPage)
    for text, name in (("Nurses", "Spring"), ("Teachers", "Summer")):
        answer(workspace, text)
        page.keep(name, "")
        rest(window, qtbot)
    answer(workspace, "Doctors")
    return workspace, page


def _press_row(page: VersionsPage, name: str, words: str) -> None:
    row = next(each for each in page.versions.rows() if each.strong == name)
    next(each for each in row.actions if each.words == words).act()


def _shown(page: VersionsPage) -> list[tuple[str, str]]:
    labels = [each for row in page.compare.rows.rows() for each in row.findChildren(PlainLabel)]
    return [
        (str(each.property("changed")), each.text()) for each in labels if each.property("changed")
    ]


def test_a_version_is_compared_with_now_and_follows_what_is_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace, page = _versions(window, qtbot)
    _press_row(page, "Spring", "What changed")
    assert page.compare.isVisible()
    assert page.compare.summary.text() == "1 answer differs."
    assert _shown(page) == [("was", "Nurses"), ("now", "Doctors")]
    answer(workspace, "Bakers")
    assert _shown(page) == [("was", "Nurses"), ("now", "Bakers")]


def test_any_two_versions_are_compared(window: MainWindow, qtbot: QtBot) -> None:
    _workspace, page = _versions(window, qtbot)
    _press_row(page, "Spring", "What changed")
    newer = page.compare.newer
    newer.setCurrentIndex(next(n for n in range(newer.count()) if "Summer" in newer.itemText(n)))
    assert _shown(page) == [("was", "Nurses"), ("now", "Teachers")]
    page.compare.close_button.click()
    assert not page.compare.isVisible()


def test_what_changed_is_saved_as_a_document(
    window: MainWindow, qtbot: QtBot, prompts: Answers, tmp_path: Path
) -> None:
    _workspace, page = _versions(window, qtbot)
    _press_row(page, "Spring", "What changed")
    prompts.path = tmp_path / "changes.pdf"
    page.compare.print_button.click()
    rest(window, qtbot)
    text = "".join(each.extract_text() for each in PdfReader(prompts.path).pages)
    assert "What changed since Spring" in text
    assert "Nurses" in text
    assert "Doctors" in text


def test_going_back_keeps_what_was_there_under_a_plain_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace, page = _versions(window, qtbot)
    before = workspace.opened.project
    _press_row(page, "Spring", "Go back to it")
    rest(window, qtbot)
    library = workspace.store.library
    kept = library.versions(workspace.project_id)[-1]
    assert kept.name == "Before going back to Spring"
    assert library.version(workspace.project_id, kept.id) == before
