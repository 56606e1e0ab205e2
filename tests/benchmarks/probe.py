"""Looks from within a window at when it answers and what it weighs."""

import json
import os
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

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
        # Looking at every event of the program costs it time; a page is there already, paper not.
        there = [each for each in QApplication.allWidgets() if type(each).__name__ == page]
        there = [] if page == "PaperView" else there
        self._watched: set[QObject] = {*there, *(each.window() for each in there)} or {app}
        for each in self._watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # noqa: N802
        kind = event.type()
        if not self._sent and kind == QEvent.Type.Paint and self._is_page(watched):
            self._sent = True
            # Posted, so it comes after what is being painted and after whatever waits already.
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(watched.window(), key)
        elif self._sent and kind == QEvent.Type.KeyPress:
            for each in self._watched:
                each.removeEventFilter(self)
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
