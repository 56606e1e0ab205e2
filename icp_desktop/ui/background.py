"""Long work off the thread of the window: jobs compute, the open project commits.

A job is a pure closure over an immutable snapshot. It takes no lock and opens no database, and its
result comes back through one queued signal, so that all it leads to happens on the thread of the
window. One thread does the jobs in order: the libraries that lay out pages are not made for two.
"""

import gc
import logging
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.progress import Cancelled, Progress

log = logging.getLogger(__name__)
T = TypeVar("T")
Outcome = tuple[Any, BaseException | None]


class Job:
    """One piece of work that is waiting, running or over; also what the work reports to."""

    def __init__(self, label: str, report: "Callable[[Job], None]") -> None:
        """Make a job that has not begun; `report` is called on the thread of the work."""
        self.label = label
        self.done = 0
        self.total = 0
        self.what = ""
        self.over = False
        self._report = report
        self._unwanted = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Say whether the result is no longer wanted."""
        return self._unwanted.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; neither `done` nor `failed` will be called."""
        self._unwanted.set()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report progress; raise Cancelled if the result is no longer wanted."""
        if self.cancelled:
            raise Cancelled
        self.done, self.total, self.what = done, total, what
        self._report(self)


class _Task:
    """A job with what it does and who is told of the end."""

    def __init__(
        self,
        job: Job,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        self.job = job
        self.work = work
        self.done = done
        self.failed = failed
        self.outcome: Outcome = (None, None)


class Background(QObject):
    """Runs jobs one after the other on a thread of its own.

    `started`, `stepped` and `ended` carry the Job, for whoever shows progress. `failed` carries the
    KnownError of a job whose starter did not ask for it, `crashed` any other exception: a bug.
    """

    started = Signal(object)
    stepped = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    _finished = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None, *, name: str = "jobs") -> None:
        """Start no thread yet: it comes with the first job and bears the name."""
        super().__init__(parent)
        self._name = name
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._latest: dict[str, Job] = {}
        self._open: list[Job] = []
        self._thread: threading.Thread | None = None
        self._closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._on_finished, queued)
        self._reported.connect(self._on_reported, queued)

    @property
    def busy(self) -> bool:
        """Say whether a job is waiting or running."""
        return bool(self._open)

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        label: str,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        latest: str | None = None,
    ) -> Job:
        """Do `work` off the thread of the window, then call `done` with its result on it.

        `label` is what the progress line says; with "" nothing is shown. `failed` gets a KnownError
        whose text is for the person. Of jobs with the same `latest` only the newest comes to an
        end; the others are cancelled.
        """
        job = Job(label, self._reported.emit)
        if latest is not None:
            if latest in self._latest:
                self._latest[latest].cancel()
            self._latest[latest] = job
        self._open.append(job)
        self._tasks.put(_Task(job, work, done, failed))
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._loop, name=self._name, daemon=True)
            self._thread.start()
        self.started.emit(job)
        return job

    def cancel_all(self) -> None:
        """Cancel every job that has not ended."""
        for job in self._open:
            job.cancel()

    def finish(self, patience: float = 10.0) -> bool:
        """Wait until every job so far has ended and been told of; say whether that came about."""
        if self._thread is None:
            return True
        reached = threading.Event()
        self._tasks.put(_Task(Job("", _nothing), lambda _p: reached.set(), _nothing, None))
        in_time = reached.wait(patience)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        return in_time

    def close(self, patience: float = 5.0) -> None:
        """Cancel everything and wait up to `patience` seconds for the running job to stop."""
        self._closed = True
        self.cancel_all()
        self._tasks.put(None)
        if self._thread is not None:
            self._thread.join(patience)
            self._thread = None

    def _loop(self) -> None:
        while (task := self._tasks.get()) is not None:
            task.outcome = _outcome(task)
            task.work = _nothing  # the snapshot may be large, and nobody needs it any longer
            try:
                self._finished.emit(task)
            except RuntimeError:  # the window is gone
                return

    def _on_reported(self, job: Job) -> None:
        if not job.over and not job.cancelled:
            self.stepped.emit(job)

    def _on_finished(self, task: _Task) -> None:
        job = task.job
        job.over = True
        if job not in self._open:  # only a mark in the queue
            return
        self._open.remove(job)
        for group in [name for name, newest in self._latest.items() if newest is job]:
            del self._latest[group]
        self.ended.emit(job)
        result, error = task.outcome
        if job.cancelled:
            return
        if error is None:
            task.done(result)
            return
        self._tell(task, error)

    def _tell(self, task: _Task, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            self.crashed.emit(error)
            error = KnownError(
                _("This did not work because of a mistake in the program. Your work is kept.")
            )
        if task.failed is not None:
            task.failed(error)
        else:
            self.failed.emit(error)


@contextmanager
def quiet_gc() -> Iterator[None]:
    """Pause the collector of cyclic garbage while pages are laid out.

    Its full runs over the many boxes of a page stop every thread for up to 0.2 s, the one of the
    window too; without them the longest stop is about 20 ms.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _outcome(task: _Task) -> Outcome:
    if task.job.cancelled:
        return None, None
    try:
        return task.work(task.job), None
    except Cancelled:
        task.job.cancel()
        return None, None
    except KnownError as error:
        return None, error
    except Exception as error:  # noqa: BLE001 - whatever it is goes to the crash report
        log.error("a job failed with %s", type(error).__name__)  # noqa: TRY400 - no texts in logs
        return None, error


def _nothing(_given: object) -> None:
    """Stand for work that is over, and for nobody who listens."""
