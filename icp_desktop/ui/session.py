"""What is open: at most one project at a time, and the ways to open, make and put away others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.paths import documents_folder
from icp_desktop.settings import SettingsFile
from icp_desktop.ui.pages.place import PROOF, SOURCES, WORKSHEET, Place
from icp_desktop.ui.screen import Action
from icp_desktop.ui.store import Store

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.storage.outcomes import Outcome
    from icp_desktop.ui.workspace import Workspace


class Session(QObject):
    """Keeps the open project.

    `opened` carries the Workspace that is to be shown, `closed` says that there is none any more,
    `listed` that the list of projects has changed. `trouble` carries a sentence and what can be
    done about it, `archived` the file that a project was put into.
    """

    opened = Signal(object)
    closed = Signal()
    listed = Signal()
    trouble = Signal(str, object)
    archived = Signal(object)
    copies_found = Signal(object)

    def __init__(self, store: Store, settings: SettingsFile, parent: QObject | None = None) -> None:
        """Open nothing yet."""
        super().__init__(parent)
        self.store = store
        self._settings = settings
        self.workspace: Workspace | None = None

    @property
    def folder(self) -> Path:
        """Where new project files go."""
        chosen = self._settings.current.folder
        return Path(chosen) if chosen else documents_folder()

    def open_project(self, project_id: str, place: Place | None = None) -> bool:
        """Open a project of the library at a place, or where the person was; say if it worked."""
        if self.workspace is not None and self.workspace.project_id == project_id:
            if place is not None:
                self.workspace.place = place
            self.opened.emit(self.workspace)
            return True
        if not self.close_project():
            return False
        from icp_desktop.codec.parts import DamagedPartError
        from icp_desktop.ui.workspace import Workspace

        try:
            stored = self.store.library.load(project_id)
        except KeyError:
            self.trouble.emit(_("This project is not here any more."), ())
            return False
        except DamagedPartError as error:
            self._offer_repair(project_id, error)
            return False
        workspace = Workspace(stored, self.store, self)
        workspace.led_away.connect(self._on_led_away)
        workspace.copy_asked.connect(self.create)
        if place is not None:
            workspace.place = place
        self.workspace = workspace
        library = self.store.library
        self.store.write(lambda: library.touch(project_id), self._on_listed, _pass)
        self.opened.emit(workspace)
        return True

    def open_file(self, path: Path, seen: Callable[[], None] | None = None) -> None:
        """Read a project file and show its project; call back once it is seen."""
        if self.workspace is not None:
            self.workspace.autosave.flush()

        def done(outcome: "Outcome") -> None:
            self._show_outcome(outcome)
            if outcome.copies:
                self.copies_found.emit(outcome.copies)
            if seen is not None:
                seen()

        self.store.open_file(path, done, lambda error: self._on_file_refused(path, error))

    def create(self, project: "Project", view: str = "") -> None:
        """Add a new project, give it a file, and show its worksheet in a view, or its sources."""
        from icp_desktop.model.brand import Brand
        from icp_desktop.storage.house_brand import read_house_brand

        page = PROOF if view == SOURCES else WORKSHEET
        place = Place(page=page, view=view) if view else None
        if project.brand == Brand():
            project = replace(project, brand=read_house_brand(self.store.library.folder))

        def done(outcome: "Outcome") -> None:
            if self.open_project(project.id, place) and self.workspace is not None:
                self.workspace.take(replace(outcome, project=None))
            self.listed.emit()

        self.store.add(project, self.folder, done, self._on_failed)

    def try_sample(self, sample_id: str) -> None:
        """Show a sample: the one that was tried before, or a new copy that is the person's own."""
        from icp_desktop.model.ids import new_id
        from icp_desktop.storage.sample_history import sample_history
        from icp_desktop.worksheet.samples import make_sample

        for row in self.store.library.projects():
            if row.sample == sample_id:
                self.open_project(row.id)
                return
        project = replace(make_sample(sample_id), id=new_id())

        def work() -> None:
            self.store.library.add(project, history=sample_history(project))

        def done(_nothing: None) -> None:
            self.open_project(project.id)
            self.listed.emit()

        self.store.write(work, done, self._on_failed)

    def duplicate(self, project_id: str, done: Callable[["Project"], None]) -> None:
        """Add a whole copy of a project, with a file of its own; it is not opened."""
        from icp_desktop.sharing.beginning import duplicate

        if self.workspace is not None and not self.workspace.autosave.finish():
            return
        project = self.load(project_id)
        if project is None:
            return
        copy = duplicate(project)

        def added(_outcome: "Outcome") -> None:
            self.listed.emit()
            done(copy)

        self.store.add(copy, self.folder, added, self._on_failed)

    def load(self, project_id: str) -> "Project | None":
        """Return a project as it is kept; None where it can't be, which is told."""
        from icp_desktop.codec.parts import DamagedPartError

        try:
            return self.store.library.load(project_id).project
        except KeyError:
            self.trouble.emit(_("This project is not here any more."), ())
        except DamagedPartError as error:
            self._offer_repair(project_id, error)
        return None

    def archive(self, project_id: str) -> None:
        """Put a project into the archive."""
        if self.workspace is not None and self.workspace.project_id == project_id:
            if not self.workspace.autosave.finish():
                return
            self._let_go()

        def done(path: Path) -> None:
            self.archived.emit(path)
            self.listed.emit()

        self.store.archive(project_id, done, self._on_failed)

    def bring_back(self, archived: Path) -> None:
        """Take a project out of the archive."""
        self.store.bring_back(archived, self.folder, self._on_listed, self._on_failed)

    def leave_removed(self) -> None:
        """Let go of a project that was removed from the library."""
        self._let_go()
        self.listed.emit()

    def close_project(self) -> bool:
        """Close what is open; say whether all of it is on disk, else it stays open."""
        if self.workspace is None:
            return True
        if not self.workspace.close():
            return False
        self._forget()
        return True

    def _let_go(self) -> None:
        if self.workspace is not None:
            self.workspace.abandon()
            self._forget()

    def _forget(self) -> None:
        assert self.workspace is not None
        self.workspace.deleteLater()
        self.workspace = None
        self.closed.emit()

    def _show_outcome(self, outcome: "Outcome") -> None:
        same = self.workspace is not None and self.workspace.project_id == outcome.project_id
        if self.open_project(outcome.project_id) and self.workspace is not None:
            # What was read is in the library already, unless it was open before.
            self.workspace.take(outcome if same else replace(outcome, project=None))
        self.listed.emit()

    def _on_led_away(self, outcome: "Outcome") -> None:
        self._show_outcome(outcome)

    def _on_listed(self, _what: object) -> None:
        self.listed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.trouble.emit(str(error), ())

    def _on_file_refused(self, path: Path, error: Exception) -> None:
        """Say why, and offer the newest good backup where the file is damaged."""
        from icp_desktop.storage.project_file import project_id_of

        project_id = project_id_of(path)
        here = bool(project_id) and self.store.library.has(project_id)
        actions: tuple[Action, ...] = ()
        if here:
            actions = ((_("Open the one kept here"), lambda: self._open(project_id)),)
        elif project_id and (backup := self.store.library.backups.newest_good(project_id)):
            actions = ((_("Open the newest backup"), lambda: self.open_file(backup.path)),)
        self.trouble.emit(str(error), actions)

    def _open(self, project_id: str) -> None:
        self.open_project(project_id)

    def _offer_repair(self, project_id: str, error: KnownError) -> None:
        library = self.store.library

        def mend() -> None:
            from icp_desktop.storage.recovery import repair

            self.store.write(
                lambda: repair(library, project_id),
                lambda _repaired: self._open(project_id),
                self._on_failed,
            )

        good = library.backups.newest_good(project_id) is not None
        actions: tuple[tuple[str, Callable[[], None]], ...] = ()
        if good:
            actions = ((_("Bring back the newest backup"), mend),)
        self.trouble.emit(str(error), actions)


def _pass(_error: Exception) -> None:
    """The time of opening is a convenience; nothing hangs on it."""
