"""Files that are dropped or given go to the right place, or it is said why not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icp_desktop.storage.project_file import write_project_file
from icp_desktop.ui import file_routes
from icp_desktop.ui.file_routes import Route, route_of
from icp_desktop.ui.main_window import MainWindow
from tests.ui.shell.answers import make_project, open_project, rest


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "Papercrane.icp"
    write_project_file(path, make_project("paper", "Papercrane"))
    return path


def told(window: MainWindow) -> str:
    return window.screens.current().messages()["file"].sentence


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("picture.heic", "not a project of this program"),
        ("no ending", "not a project of this program"),
    ],
)
def test_what_can_not_be_opened_is_named_with_the_reason(
    window: MainWindow, tmp_path: Path, name: str, reason: str
) -> None:
    if route_of(Path(name)).opener is not None:
        pytest.skip("a page takes such files")
    path = tmp_path / name
    path.write_bytes(b"")
    window.open_paths([str(path)])
    assert f"“{name}”" in told(window)
    assert reason in told(window)
    assert ".icp" in told(window)


def test_a_folder_is_not_taken_for_a_file(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "Projects.icp"
    folder.mkdir()
    window.open_paths([str(folder)])
    assert "is a folder" in told(window)


def test_of_several_files_the_first_is_opened_and_the_others_are_counted(
    window: MainWindow, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    window.open_paths([str(project), str(tmp_path / "b.icp"), str(tmp_path / "c.docx")])
    qtbot.waitUntil(lambda: window.view is not None, timeout=5_000)
    assert window.view is window.screens.current()
    assert window.view.context.project.client == "Papercrane"
    assert told(window).startswith("2 other files were not opened.")
    rest(window, qtbot)


def test_a_page_that_takes_files_needs_one_line(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    got: list[tuple[Path, ...]] = []

    def opener(_window: MainWindow, paths: tuple[Path, ...], seen: Callable[[], None]) -> None:
        got.append(paths)
        seen()

    line = Route(endings=(".zzz",), opener=opener, many=True)
    monkeypatch.setattr(file_routes, "ROUTES", (*file_routes.ROUTES, line))
    names = ("a.zzz", "b.ZZZ", "c.docx")
    window.open_paths([str(tmp_path / name) for name in names])
    assert got == [(tmp_path / "a.zzz", tmp_path / "b.ZZZ")]
    assert told(window) == "1 other file was not opened. Drop it by itself."


def test_a_start_with_another_file_goes_where_the_person_was(
    make_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    first = make_window()
    open_project(first, qtbot)
    rest(first, qtbot)
    first.close()
    second = make_window()
    second.start(str(tmp_path / "photo.jpeg"))
    assert second.view is second.screens.current()
    assert "“photo.jpeg”" in told(second)
    rest(second, qtbot)


def test_no_ending_is_in_two_lines() -> None:
    endings = [ending for route in file_routes.ROUTES for ending in route.endings]
    assert len(endings) == len(set(endings))
    assert all(ending == ending.casefold() and ending.startswith(".") for ending in endings)
    assert all(route.opener or route.why_not for route in file_routes.ROUTES)


def test_a_list_is_shown_in_the_project_that_is_open(
    window: MainWindow, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    from icp_desktop.ui.customers.page import CustomersPage

    path = tmp_path / "Customers.CSV"
    path.write_text("Name;Orders\nAlder;3\nBrook;4\n", encoding="utf-8")
    window.open_paths([str(path)])
    assert told(window).startswith("“Customers.CSV” is a table. Open a project first")
    window.open_paths([str(project)])
    qtbot.waitUntil(lambda: window.view is not None, timeout=5_000)
    window.open_paths([str(path)])
    assert window.view is not None
    page = window.view.page()
    assert isinstance(page, CustomersPage)
    shown = page.import_view()
    qtbot.waitUntil(lambda: shown.prepared is not None, timeout=5_000)
    assert window.view.context.project.tables == ()
    rest(window, qtbot)
