"""What runs in a process of its own: a window, probed for when it answers and what it weighs.

`python -m tests.benchmarks.child empty|home|preview [weigh]` prints one line of JSON: `ready`, the
monotonic nanosecond at which a key was delivered after the first page was painted, and with "weigh"
`memory`, the bytes of the process a little later. "preview" waits for the first preview.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

PAINTED = {"empty": "QMainWindow", "home": "HomePage", "preview": "PaperView"}
SETTLES = 3_000  # ms from the first key until the memory is read; the program warms up in between


def memory() -> int:
    """Return the resident bytes of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


class Probe(QObject):
    """Waits until a page is painted, posts a key and notes when it was delivered."""

    def __init__(self, app: QCoreApplication, page: str, *, weigh: bool) -> None:
        super().__init__(app)
        self._app = app
        self._page = page
        self._weigh = weigh
        self._sent = False
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # noqa: N802
        kind = event.type()
        if not self._sent and kind == QEvent.Type.Paint and self._is_page(watched):
            self._sent = True
            # Posted, so it comes after what is being painted and after whatever waits already.
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(watched.window(), key)
        elif self._sent and kind == QEvent.Type.KeyPress:
            self._app.removeEventFilter(self)
            self._tell_later(time.monotonic_ns())
        return False

    def _is_page(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget):
            return False
        if self._page != "PaperView":
            return type(watched).__name__ == self._page
        paper = watched.parentWidget()
        return type(paper).__name__ == "PaperView" and paper.paper.pageCount() > 0

    def _tell_later(self, ready: int) -> None:
        if not self._weigh:
            finish({"ready": ready})
        QTimer.singleShot(SETTLES, lambda: finish({"ready": ready, "memory": memory()}))


def finish(found: dict[str, Any]) -> None:
    """Print what was found and end at once: closing down is not measured."""
    print(json.dumps(found), flush=True)
    os._exit(0)


def run(what: str, *, weigh: bool) -> None:
    """Open a window and report."""
    original = QApplication.exec

    def probed(*_words: object) -> int:
        app = QApplication.instance()
        assert app is not None
        Probe(app, PAINTED[what], weigh=weigh)
        return original()

    QApplication.exec = probed  # type: ignore[assignment]
    if what == "empty":
        app = QApplication(sys.argv[:1])
        window = QMainWindow()
        window.resize(1280, 800)
        window.show()
        app.exec()
    else:
        from icp_desktop.__main__ import main

        main([])


if __name__ == "__main__":
    run(sys.argv[1], weigh="weigh" in sys.argv)
