"""Opens the window, goes past every page with its previews, and ends; for whoever looks on.

`python -m tests.end_to_end.tour_of_pages HOME` prints the names of the pages.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from icp_desktop.ui.appearance import Appearance
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end.program import Program


def main(home: Path) -> None:
    """Go past every page."""
    os.environ["ICP_DESKTOP_HOME"] = str(home)
    app = QApplication(sys.argv[:1])
    program = Program(Appearance(app, calm=True), home)
    program.add(make_sample("fitness-studio"))
    program.show(1280, 800)
    for name in program.stations():
        print(name)
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
