"""What the tests of the window share: a home of its own, prompts that answer, a real window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icp_desktop.paths import config_folder
from icp_desktop.settings import SettingsFile
from icp_desktop.storage.library import Library
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import Background
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.store import Store
from tests.ui.shell.answers import Answers


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("ICP_DESKTOP_HOME", str(folder))
    return folder


@pytest.fixture
def prompts() -> Answers:
    return Answers()


@pytest.fixture
def settings(home: Path) -> SettingsFile:
    made = SettingsFile(config_folder() / "settings.json")
    # The preview lays out pages for seconds; the tests that need it open it.
    made.change(role="clients", folder=str(home / "Projects"), show_preview=False)
    return made


@pytest.fixture
def store(qapp: QApplication, home: Path) -> Iterator[Store]:
    made = Store(Library.open(home))
    # The folders of a test lie among the temporary ones, where nothing is published to.
    made.publisher.temporary = (home.parent / "temporary",)
    yield made
    made.close()


@pytest.fixture
def make_window(
    themed: Appearance, store: Store, settings: SettingsFile, prompts: Answers, qtbot: QtBot
) -> Iterator[Callable[[], MainWindow]]:
    background = Background(name="jobs")
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(
            themed, store, settings=settings, background=background, prompts=prompts
        )
        window.resize(1280, 800)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.session.close_project()
        window.close()
        window.deleteLater()
    background.close()
    qtbot.wait(10)


@pytest.fixture
def window(make_window: Callable[[], MainWindow], qtbot: QtBot) -> MainWindow:
    made = make_window()
    made.start()
    made.show()
    qtbot.waitExposed(made)
    return made
