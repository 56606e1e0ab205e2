"""Starts the program and says what its first window shows: `python first_window.py [FILE]`.

ICP_TEST_ROOM limits how large a file may become, as a full disk does; ICP_TEST_EVENT names a file
that the system asks for by an event before there is a window, as macOS does.
"""

import json
import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent, QFontInfo

from icp_desktop import app as program_module
from icp_desktop.app import Application, Program
from icp_desktop.paths import data_folder
from icp_desktop.ui.single_instance import SingleInstance

_SETTLED = 300  # ms, so that what a start puts off is done too


def main(file: str | None) -> None:
    """Start as `icp_desktop.app.run` does, report, close."""
    if room := os.environ.get("ICP_TEST_ROOM"):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
    program_module._QUIET = 10
    guard = SingleInstance(data_folder())
    standing = guard.claim()
    app = Application(["icp-desktop"])
    program = Program(app, guard)
    app.file_opened.connect(program.open)
    if asked := os.environ.get("ICP_TEST_EVENT"):
        app.sendEvent(app, QFileOpenEvent(asked))
    program.start(file)
    told: dict[str, object] = {"standing": standing, "family": QFontInfo(app.font()).family()}

    def is_busy() -> bool:
        store = program.store
        return program.background.busy or (store is not None and store.writer.busy)

    def report() -> None:
        if is_busy():
            QTimer.singleShot(_SETTLED, report)
            return
        problem = program._problem
        told["problem"] = problem.sentence.text() if problem is not None else ""
        told["title"] = program.window.windowTitle() if program.window is not None else ""
        app.quit()

    QTimer.singleShot(_SETTLED, report)
    app.exec()
    program.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
