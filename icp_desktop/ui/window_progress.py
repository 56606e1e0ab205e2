"""Shows long work at the foot of the screen, once it has taken half a second."""

from PySide6.QtCore import QObject, QTimer

from icp_desktop.ui.background import Background, Job
from icp_desktop.ui.window_screens import WindowScreens

_PATIENCE = 500  # ms


class WindowProgress(QObject):
    """Follows the job that runs; those without a label are not shown."""

    def __init__(
        self, background: Background, screens: WindowScreens, parent: QObject | None = None
    ) -> None:
        """Follow the jobs of `background`."""
        super().__init__(parent)
        self._screens = screens
        self._job: Job | None = None
        self._delay = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._delay.timeout.connect(self._show)
        background.started.connect(self._on_started)
        background.stepped.connect(self._on_stepped)
        background.ended.connect(self._on_ended)

    def _on_started(self, job: Job) -> None:
        if job.label:
            self._job = job
            self._delay.start()

    def _on_stepped(self, job: Job) -> None:
        if job is self._job and not self._delay.isActive():
            self._show()

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._delay.stop()
            self._screens.current().end_progress()

    def _show(self) -> None:
        job = self._job
        if job is not None:
            self._screens.current().show_progress(job.label, job.done, job.total, job.cancel)
