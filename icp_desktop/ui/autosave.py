"""Keeps every change in the library while the person works on.

Writing happens off the thread of the window, in order, on the one thread that writes. A change is
on its way 0.4 s after the last key and at most 2 s after the first one that is not yet on disk.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from icp_desktop.errors import KnownError
from icp_desktop.model.project import Project
from icp_desktop.open_project import OpenProject
from icp_desktop.progress import Progress
from icp_desktop.ui.background import Background
from icp_desktop.ui.project_signal import ProjectSignal

AFTER_LAST_CHANGE = 400  # ms
AFTER_FIRST_CHANGE = 2_000  # ms
AFTER_FAILURE = 10_000  # ms until it is tried again unasked
Save = Callable[[Project | None, Project], None]


class Autosave(QObject):
    """Writes what has changed in an open project.

    `saved` carries the time (local) at which all was on disk; `unsaved` says that something is not;
    `failed` carries the KnownError that kept it from being written. The work itself stays open.
    """

    saved = Signal(object)
    unsaved = Signal()
    failed = Signal(object)

    def __init__(
        self,
        opened: OpenProject,
        changes: ProjectSignal,
        *,
        save: Save,
        writer: Background,
        parent: QObject | None = None,
    ) -> None:
        """Watch a project whose current value is on disk already."""
        super().__init__(parent)
        self._opened = opened
        self._save = save
        self._writer = writer
        self._on_disk = opened.project
        self._writing: Project | None = None
        self._failing = False
        self._after_last = self._timer(AFTER_LAST_CHANGE)
        self._after_first = self._timer(AFTER_FIRST_CHANGE)
        self._again = self._timer(AFTER_FAILURE)
        changes.changed.connect(self._on_changed)

    @property
    def is_saved(self) -> bool:
        """Say whether everything is on disk."""
        return self._on_disk is self._opened.project

    @property
    def on_disk(self) -> Project:
        """The project as it was last written."""
        return self._on_disk

    def flush(self) -> None:
        """Write now what has changed, without waiting for it."""
        self._stop()
        project = self._opened.project
        if project is self._on_disk or self._writing is not None:
            return
        self._writing = project
        base = self._on_disk
        save = self._save

        def work(_progress: Progress) -> None:
            save(base, project)

        self._writer.run(work, label="", done=lambda _r: self._on_written(), failed=self._on_failed)

    def finish(self, patience: float = 10.0) -> bool:
        """Write what has changed and wait for it; say whether all is on disk."""
        for _n in range(3):  # the second one is for what changed during the first
            self.flush()
            if not self._writer.finish(patience) or self.is_saved or self._failing:
                break
        return self.is_saved

    def stop(self) -> None:
        """Write no more."""
        self._stop()
        self._opened = OpenProject(self._on_disk)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    def _stop(self) -> None:
        for timer in (self._after_last, self._after_first, self._again):
            timer.stop()

    def _on_changed(self) -> None:
        self.unsaved.emit()
        self._after_last.start()
        if not self._after_first.isActive():
            self._after_first.start()

    def _on_written(self) -> None:
        assert self._writing is not None
        self._on_disk, self._writing = self._writing, None
        self._failing = False
        if self.is_saved:
            self.saved.emit(datetime.now().astimezone())
        else:
            self._after_last.start()

    def _on_failed(self, error: Exception) -> None:
        self._writing = None
        self._failing = True
        self._again.start()
        assert isinstance(error, KnownError)
        self.failed.emit(error)
