"""What runs in a child process: a window, probed for when it answers and what it weighs.

`python -m tests.benchmarks.child empty|home HOME`; prints one line of JSON:
`ready` (monotonic ns when a key was delivered after the first paint) and `pss` (bytes).
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

SETTLES = 1500  # ms after the first key until the memory is read


def memory() -> int:
    """Return the bytes of this process, shared pages counted by share, where the system tells."""
    fields = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    pss = next(line for line in fields if line.startswith("Pss:"))
    return int(pss.split()[1]) * 1024


class Probe(QObject):
    """Waits for the first paint of a window, sends it a key and notes when that was delivered."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._sent = False
        self.ready = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # noqa: N802
        kind = event.type()
        if kind == QEvent.Type.Paint and not self._sent and isinstance(watched, QWidget):
            if isinstance(watched.window(), QMainWindow) and watched.window().isVisible():
                self._sent = True
                # Posted, so it comes after what is being painted and whatever waits already.
                key = QKeyEvent(
                    QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier
                )
                QCoreApplication.postEvent(watched.window(), key)
        elif kind == QEvent.Type.KeyPress and self._sent and not self.ready:
            self.ready = time.monotonic_ns()
            self._app.removeEventFilter(self)
            QTimer.singleShot(SETTLES, self._tell)
        return False

    def _tell(self) -> None:
        print(json.dumps({"ready": self.ready, "pss": memory()}), flush=True)
        os._exit(0)


def main(what: str) -> None:
    """Open a window and report."""
    original = QApplication.exec

    def probed(*_words: Any) -> int:
        probe = Probe(QApplication.instance())
        assert probe is not None
        return original()

    QApplication.exec = probed  # type: ignore[method-assign]
    if what == "empty":
        app = QApplication(sys.argv[:1])
        window = QMainWindow()
        window.resize(1280, 800)
        window.show()
        app.exec()
    else:
        from icp_desktop import app as program

        program.run([])


if __name__ == "__main__":
    main(sys.argv[1])
