"""Puts the window together: lock, settings, appearance, library, crash reports, main window.

Nothing of Qt is named in the imports here, so that the library is loaded before it: PySide looks
through the source of every module that is loaded after it, which a start would have to wait for.
"""

import linecache
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, set_program_language
from icp_desktop.paths import config_folder, data_folder
from icp_desktop.settings import SettingsFile
from icp_desktop.storage.library import Library, LibraryDamagedError
from icp_desktop.storage.places import PlaceError
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.application import Application, after, delete_now
from icp_desktop.ui.background import Background
from icp_desktop.ui.crash import CrashReporter
from icp_desktop.ui.garbage import GarbageCollection
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.single_instance import SingleInstance
from icp_desktop.ui.start_problem import StartProblem, Way
from icp_desktop.ui.store import Store

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)
_LISTENING = 50  # ms after the window is shown; a second start is patient
_QUIET = 1_500  # ms after the window is shown
_REFUSED = 2  # the exit code where the program could not be started
_CLEARING = 1_000  # ms after a project is closed
_WARMING = 1_000  # ms after the first project is shown; only then paper is needed


def run(file: Path | None = None) -> int:
    """Open the window and return the exit code once it is closed.

    A second start hands its file to the first window and ends with 0.
    """
    guard = SingleInstance(data_folder())
    if guard.claim() == "second":
        if guard.hand_over(str(file) if file else None):
            return 0
        return tell(_not_answering())
    app = Application(sys.argv[:1])
    program = Program(app, guard)
    app.file_opened.connect(program.open)
    program.start(str(file) if file else None)
    code = app.exec()
    program.close()
    return code


def tell(sentence: str) -> int:
    """Say in a window of its own why the program does not start; return the exit code for that.

    Who starts it by a click sees no terminal.
    """
    app = Application(sys.argv[:1])
    appearance = _dress(app, SettingsFile(config_folder() / "settings.json"))
    problem = StartProblem(appearance, sentence, ())
    problem.show()
    app.exec()
    delete_now([problem])
    return _REFUSED


class Program:
    """Everything that lives as long as the application does."""

    def __init__(self, app: "QApplication", guard: SingleInstance) -> None:
        """Read the settings and dress the application."""
        self._closed = self._warm = False
        self.guard = guard
        self.settings = SettingsFile(config_folder() / "settings.json")
        self.appearance = _dress(app, self.settings)
        self.crash = CrashReporter()
        self.crash.install()
        self.background = Background(name="jobs")
        self.background.crashed.connect(self.crash.report)
        self._garbage = GarbageCollection(lambda: self.background.busy)
        self.store: Store | None = None
        self.window: MainWindow | None = None
        self._asked = ""
        self._problem: StartProblem | None = None
        self._spent: list[StartProblem] = []

    def start(self, file: str | None) -> None:
        """Open the library and show the window, or say what keeps it from being opened."""
        try:
            library = Library.open(data_folder())
        except LibraryDamagedError as error:
            self._show_problem(str(error), ((_("Start afresh from the backups"), self._refresh),))
            return
        except KnownError as error:
            again = (_("Try again"), lambda: self._again(file))
            elsewhere = (_("Work in another folder this time"), lambda: self._elsewhere(file))
            told = _no_folder(data_folder()) if isinstance(error, PlaceError) else str(error)
            self._show_problem(told, (again, elsewhere))
            return
        self._show_window(library, file)

    def open(self, file: str) -> None:
        """Come to the front, with a file if one was asked for."""
        if self.window is None:
            self._asked = file  # opened once there is a window again
        elif file:
            self.window.open_paths([file])
        else:
            self.window.raise_window()

    def close(self) -> None:
        """Stop the threads and give everything back."""
        self._closed = True
        self.background.close()
        if self.store is not None:
            self.store.close()
        self.crash.remove()
        self.guard.close()
        self._garbage.close()
        delete_now([self.window, self._problem, *self._spent])

    def _show_window(self, library: Library, file: str | None) -> None:
        self.store = Store(library)
        self.store.writer.crashed.connect(self.crash.report)
        window = MainWindow(
            self.appearance, self.store, settings=self.settings, background=self.background
        )
        self.window = window
        self.crash.set_save(window.save_everything)
        self.crash.set_show(self._show_crash)
        self.guard.asked.connect(self.open)
        window.session.closed.connect(lambda: after(_CLEARING, self._clear))
        window.session.opened.connect(lambda _workspace: after(_WARMING, self._warm_up))
        window.start(self._asked or file)
        window.show()
        after(_LISTENING, self._listen)
        after(_QUIET, self._look_after)

    def _listen(self) -> None:
        if not self._closed:
            self.guard.listen()

    def _look_after(self) -> None:
        """Check in quiet whether library and files are as they were left."""
        linecache.clearcache()  # PySide has read the source of every module it saw being loaded
        if self._closed or self.window is None:
            return
        from icp_desktop.ui.housekeeping import look_after, watch_program

        look_after(self.window)
        watch_program(self.window)

    def _clear(self) -> None:
        if not self._closed:
            self._garbage.collect_all()

    def _warm_up(self) -> None:
        """Load in quiet what would make the person wait at the first preview."""
        if self._closed or self._warm:
            return
        from icp_desktop.ui.housekeeping import warm_up

        self._warm = True
        self.background.run(warm_up, label="", done=lambda _nothing: None)

    def _show_crash(self, report: str, saved: bool) -> None:
        from icp_desktop.ui.crash_dialog import CrashDialog

        dialog = CrashDialog(report, saved, self.window)
        dialog.open()

    def _show_problem(self, sentence: str, ways: tuple[Way, ...]) -> None:
        self._problem = StartProblem(self.appearance, sentence, ways)
        self._problem.show()

    def _again(self, file: str | None) -> None:
        before, self._problem = self._problem, None
        self.start(file)
        self._put_away(before)

    def _elsewhere(self, file: str | None) -> None:
        """Keep the library in a folder the person names, until the program is closed."""
        from icp_desktop.ui.prompts import DialogPrompts

        assert self._problem is not None
        prompts = DialogPrompts(self._problem)
        folder = prompts.folder(_("Where is your work to be kept this time?"), Path.home())
        if folder is None:
            return
        try:
            library = Library.open(folder)
        except KnownError as error:
            self._problem.sentence.setText(str(error))
            return
        before, self._problem = self._problem, None
        self._show_window(library, file)
        self._put_away(before)

    def _put_away(self, problem: StartProblem | None) -> None:
        """Close a window whose button is just being clicked, so it has to live a little longer."""
        if problem is not None:
            problem.close()
            self._spent.append(problem)

    def _refresh(self) -> None:
        """Move the damaged library aside and start from the newest backups."""
        from icp_desktop.storage.recovery import start_fresh

        before, self._problem = self._problem, None
        try:
            fresh = start_fresh(data_folder(), datetime.now(UTC))
        except KnownError as error:
            self._show_problem(str(error), ())
        else:
            self._show_window(fresh.library, None)
            assert self.window is not None
            self.window.screens.current().tell("start", "note", _fresh_words(fresh.moved))
        self._put_away(before)


def _dress(app: "QApplication", settings: SettingsFile) -> Appearance:
    """Speak and look as the person has chosen."""
    current = settings.current
    set_program_language(current.language)
    return Appearance(app, scheme=current.scheme, scale=current.scale, calm=current.less_motion)


def _fresh_words(moved: Path | None) -> str:
    return _(
        "The newest backup of every project is back. The damaged library was kept as “{name}”.",
        name=moved.name if moved is not None else "",
    )


def _no_folder(folder: Path) -> str:
    return _(
        "Your work is kept in the folder “{folder}”, and nothing can be saved there. Make it a "
        "folder you may write to, then try again.",
        folder=folder,
    )


def _not_answering() -> str:
    return _(
        "ICP Desktop is already open, but its window does not answer. Close it, then start again."
    )
