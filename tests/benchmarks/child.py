"""What runs in a process of its own: a window, probed for when it answers and what it weighs.

`python -m tests.benchmarks.child empty|home|preview [weigh]` prints one line of JSON: `ready`, the
monotonic nanosecond at which a key was delivered after the first page was painted, and with "weigh"
`memory`, the bytes of the process a little later. "preview" waits for the first preview.
"""

import gc
import sys
from importlib import import_module

PAINTED = {"empty": "QMainWindow", "home": "HomePage", "preview": "PaperView"}
# In the order of a start, which comes before Qt is told to look on.
OURS = ("icp_desktop.__main__", "icp_desktop.cli.no_window", "icp_desktop.app")


def run(what: str, *, weigh: bool) -> None:
    """Open a window and report."""
    if what != "empty":
        gc.disable()  # as the program itself does
        for name in OURS:
            import_module(name)
    from PySide6.QtWidgets import QApplication, QMainWindow

    from tests.benchmarks.probe import Probe

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
