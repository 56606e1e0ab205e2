"""The start: a second window, a library that can't be opened, crashes, long work."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icp_desktop.app import Program
from icp_desktop.paths import config_folder, data_folder
from icp_desktop.settings import SettingsFile
from icp_desktop.storage.library import LIBRARY_FILE, Library
from icp_desktop.ui.crash_dialog import CrashDialog
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.single_instance import SingleInstance
from tests.ui.shell.answers import answer, make_project, open_project, rest, said

_SECOND = """
import sys
from pathlib import Path
from icp_desktop.app import run
sys.exit(run(Path(sys.argv[1])))
"""

# Starts the program where something keeps it from it, prints what a window says, and closes that.
_TOLD = """
import sys
from PySide6.QtCore import QTimer
from icp_desktop import app
from icp_desktop.__main__ import main
from icp_desktop.ui.single_instance import SingleInstance
SingleInstance.claim = lambda self: "second"
SingleInstance.hand_over = lambda self, file: False
out = sys.stdout
class Shown(app.StartProblem):
    def showEvent(self, event):
        print(self.sentence.text(), file=out)
        QTimer.singleShot(0, self.close)
app.StartProblem = Shown
if sys.argv[1:]:
    sys.stdout = sys.stderr = None
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def make_program(qapp: QApplication, home: Path, qtbot: QtBot) -> Iterator[Callable[[], Program]]:
    SettingsFile(config_folder() / "settings.json").change(role="own", show_preview=False)
    made: list[Program] = []

    def make() -> Program:
        guard = SingleInstance(data_folder())
        assert guard.claim() == "first"
        program = Program(qapp, guard)
        made.append(program)
        return program

    yield make
    for program in made:
        if program.window is not None:
            program.window.session.close_project()
        program.close()
    qtbot.wait(10)


def test_the_first_window_opens_what_the_second_start_was_given(
    make_program: Callable[[], Program], qtbot: QtBot, tmp_path: Path
) -> None:
    from icp_desktop.storage.project_file import write_project_file

    path = tmp_path / "Papercrane.icp"
    write_project_file(path, make_project("paper", "Papercrane"))
    program = make_program()
    program.start(None)
    program.guard.listen()
    second = subprocess.Popen([sys.executable, "-c", _SECOND, str(path)])
    qtbot.waitUntil(lambda: program.window.view is not None, timeout=15_000)
    assert second.wait(10) == 0
    assert program.window.view.context.project.client == "Papercrane"
    rest(program.window, qtbot)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "is already open, but its window does not answer"),
        (("gone.icp",), "no file “gone.icp”"),
    ],
    ids=["first window hangs", "no terminal and no file"],
)
def test_what_keeps_a_start_by_click_from_it_is_said_in_a_window(
    home: Path, words: tuple[str, ...], told: str
) -> None:
    command = [sys.executable, "-c", _TOLD, *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2, done.stderr
    assert told in done.stdout


def test_a_damaged_library_is_told_and_the_backups_bring_it_back(
    make_program: Callable[[], Program], home: Path, qtbot: QtBot
) -> None:
    with Library.open(home) as library:
        project = make_project()
        library.add(project)
        library.backups.write(project, library.history(project.id), library.now())
    (home / LIBRARY_FILE).write_bytes(b"this is no database" * 100)
    program = make_program()
    program.start(None)
    problem = program._problem
    assert "damaged" in problem.sentence.text()
    assert "Traceback" not in problem.sentence.text()
    problem.buttons[0].click()
    assert [row.client for row in program.store.library.projects()] == ["Halfmoon Fitness"]
    assert "library damaged" in program.window.screens.current().messages()["start"].sentence
    rest(program.window, qtbot)


def test_a_newer_library_is_left_alone(make_program: Callable[[], Program], home: Path) -> None:
    import sqlite3

    Library.open(home).close()
    with sqlite3.connect(home / LIBRARY_FILE) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (home / LIBRARY_FILE).read_bytes()
    program = make_program()
    program.start(None)
    assert "newer" in program._problem.sentence.text()
    assert (home / LIBRARY_FILE).read_bytes() == before


def test_a_folder_in_the_way_is_told_and_trying_again_works(
    make_program: Callable[[], Program], home: Path, qtbot: QtBot
) -> None:
    (home / LIBRARY_FILE).mkdir()
    program = make_program()
    program.start(None)
    assert program.window is None
    assert program._problem.isVisible()
    (home / LIBRARY_FILE).rmdir()
    again = next(each for each in program._problem.buttons if each.text() == "Try again")
    again.click()
    assert program.window is not None
    rest(program.window, qtbot)


def test_a_file_that_is_asked_for_meanwhile_is_opened_as_soon_as_there_is_a_window(
    make_program: Callable[[], Program], home: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    from icp_desktop.storage.project_file import write_project_file

    path = tmp_path / "Papercrane.icp"
    write_project_file(path, make_project("paper", "Papercrane"))
    (home / LIBRARY_FILE).mkdir()
    program = make_program()
    program.start(None)
    program.open(str(path))
    (home / LIBRARY_FILE).rmdir()
    program._problem.buttons[0].click()
    qtbot.waitUntil(lambda: program.window.view is not None, timeout=5_000)
    assert program.window.view.context.project.client == "Papercrane"
    rest(program.window, qtbot)


def test_a_crash_saves_first_and_offers_a_report(
    make_program: Callable[[], Program], qtbot: QtBot
) -> None:
    program = make_program()
    program.start(None)
    workspace = open_project(program.window, qtbot)
    answer(workspace, "Maja Sommerfeld")
    program.crash.report(ValueError("Maja Sommerfeld"))
    assert said(program.store.library.load("halfmoon").project) == "Maja Sommerfeld"
    dialog = program.window.findChild(CrashDialog)
    assert "Sommerfeld" not in dialog.report.toPlainText()
    assert "ValueError" in dialog.report.toPlainText()
    dialog.close()


def test_a_job_that_fails_by_mistake_shows_a_report_and_its_starter_words(
    make_program: Callable[[], Program], qtbot: QtBot
) -> None:
    program = make_program()
    program.start(None)

    def work(_progress: object) -> None:
        raise RuntimeError("Maja Sommerfeld")

    program.background.run(work, label="", done=lambda _r: None)
    qtbot.waitUntil(lambda: program.window.findChild(CrashDialog) is not None)
    dialog = program.window.findChild(CrashDialog)
    assert "Sommerfeld" not in dialog.report.toPlainText()
    assert "mistake" in program.window.screens.current().messages()["trouble"].sentence
    dialog.close()


def test_a_start_loads_none_of_the_heavy_libraries(home: Path) -> None:
    SettingsFile(config_folder() / "settings.json").change(role="own")
    with Library.open(home) as library:
        library.add(make_project())
    code = (
        "import sys, json, os\n"
        "from icp_desktop.app import Program\n"
        "from icp_desktop.paths import data_folder\n"
        "from icp_desktop.ui.application import Application\n"
        "from icp_desktop.ui.single_instance import SingleInstance\n"
        "app = Application(['x'])\n"
        "program = Program(app, SingleInstance(data_folder()))\n"
        "program.start(None)\n"
        "app.processEvents()\n"
        "print(json.dumps(sorted(sys.modules)))\n"
        "sys.stdout.flush()\n"
        "os._exit(0)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    loaded = set(json.loads(ran.stdout))
    heavy = {
        "weasyprint", "jinja2", "openpyxl", "cattrs", "babel", "PySide6.QtPdf",
        "PySide6.QtPdfWidgets", "PySide6.QtNetwork", "icp_desktop.ui.project_view",
    }  # fmt: skip
    assert loaded & heavy == set()


def test_long_work_shows_how_far_it_is_and_can_be_stopped(window: MainWindow, qtbot: QtBot) -> None:
    import time

    def work(progress: object) -> None:
        for n in range(2_000):
            progress.step(n, 2_000)  # type: ignore[attr-defined]
            time.sleep(0.005)

    window.background.run(work, label="Reading the list", done=lambda _r: None)
    screen = window.screens.current()
    qtbot.waitUntil(
        lambda: screen._progress is not None and screen._progress.isVisible(), timeout=3_000
    )
    screen._progress.cancelled.emit()
    qtbot.waitUntil(lambda: not window.background.busy)
    assert not screen._progress.isVisible()
