"""When the program itself is at fault: save first, then offer a report that names nobody.

A report holds kinds of errors, places in the code and versions. The words of an error are left
out, for they may quote an answer or a path with a person's name.
"""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

log = logging.getLogger(__name__)
_DEEPEST = 30  # frames and causes that a report names
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def name_versions() -> str:
    """Return what the program, its language, its windows and the system are, with versions."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    import PySide6

    try:
        own = version("icp-desktop")
    except PackageNotFoundError:  # run from a checkout that was never installed
        own = "?"
    return (
        f"ICP Desktop {own}, Python {platform.python_version()}, "
        f"Qt {PySide6.__version__}, {platform.system()} {platform.release()}"
    )


def write_report(error: BaseException) -> str:
    """Return a report of an error without a word of the person's."""
    lines = [name_versions(), ""]
    cause: BaseException | None = error
    for _n in range(_DEEPEST):
        if cause is None:
            break
        lines.append(
            f"{type(cause).__module__}.{type(cause).__qualname__} (its words are left out)"
        )
        lines += [f"  {place}" for place in _places(cause.__traceback__)]
        following = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        if following is not None:
            lines.append("which came after")
        cause = following
    return "\n".join(lines)


class CrashReporter(QObject):
    """Hears of every exception nobody caught, on any thread, and of what Qt complains about."""

    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare; nothing is heard until `install`."""
        super().__init__(parent)
        self._save: Callable[[], bool] = lambda: True
        self._show: Callable[[str, bool], None] = lambda _report, _saved: None
        self._busy = False
        self._shown: set[str] = set()
        self._caught.connect(self.report)

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread_died
        qInstallMessageHandler(self._on_qt_message)

    def remove(self) -> None:
        """Stop listening."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def set_save(self, save: Callable[[], bool]) -> None:
        """Say how the work is saved before anything is shown."""
        self._save = save

    def set_show(self, show: Callable[[str, bool], None]) -> None:
        """Say how a report is shown; it is told whether the work was saved."""
        self._show = show

    def report(self, error: BaseException) -> None:
        """Save the work, then show a report; the same fault is shown once."""
        text = write_report(error)
        log.error("uncaught %s", type(error).__name__)
        if self._busy:  # saving or showing went wrong too: nothing more can be done here
            return
        self._busy = True
        try:
            saved = self._saved()
            if text not in self._shown:
                self._shown.add(text)
                self._show(text, saved)
        finally:
            self._busy = False

    def _saved(self) -> bool:
        try:
            return self._save()
        except Exception as error:  # noqa: BLE001 - a report has to appear in any case
            log.error("saving failed with %s", type(error).__name__)  # noqa: TRY400
            return False

    def _on_uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def _on_thread_died(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self._caught.emit(happened.exc_value)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        # The text is kept out: it may quote what was typed or a path.
        place = f"{PurePath(context.file).name}:{context.line}" if context.file else "Qt"
        words = "" if _may_name_someone(text) else f": {text[:200]}"
        log.log(_LEVELS.get(kind, logging.ERROR), "%s%s", place, words)


def _may_name_someone(text: str) -> bool:
    """Say whether a message may hold more than the fixed words of Qt."""
    return any(sign in text for sign in ('"', "'", "/", "\\", "“"))


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_DEEPEST:]
    return [f"{_code_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]


def _code_place(filename: str) -> str:
    """Return where code lies, from its package on; the folders above may name a person."""
    parts = PurePath(filename).parts
    for start in ("icp_desktop", "site-packages"):
        if start in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(start) :])
    return parts[-1] if parts else "?"
