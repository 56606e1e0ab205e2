"""Takes the pictures of the README from the real window, with a sample in it.

usage: screenshots.py [FOLDER]; without a screen the offscreen platform is used.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["ICP_DESKTOP_HOME"] = tempfile.mkdtemp(prefix="icp-desktop-pictures-")

from PySide6.QtCore import QEventLoop, QTimer

from icp_desktop.app import Application, Program
from icp_desktop.paths import config_folder, data_folder
from icp_desktop.settings import SettingsFile
from icp_desktop.ui.pages.page import DOCUMENTS, OVERVIEW, WORKSHEET, Place
from icp_desktop.ui.single_instance import SingleInstance

PICTURES = Path("resources/help/pictures")
WIDTH, HEIGHT = 1280, 800
LONGEST_WAIT = 10_000  # ms for a page and its preview
PLACES = {
    "overview": Place(page=OVERVIEW),
    "worksheet": Place(page=WORKSHEET, section="buying", field="buying.decision", view="form"),
    "tour": Place(page=WORKSHEET, section="needs", field="needs.why_now", view="tour"),
    "documents": Place(page=DOCUMENTS, view="profile"),
}


def wait(milliseconds: int) -> None:
    """Let the window work; unlike QTest.qWait this lets the other threads work too."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until_quiet(program: Program) -> None:
    """Let the window work until nothing is under way in the background."""
    assert program.store is not None
    for _ in range(2):
        wait(600)  # the preview follows 300 ms after the last change
        for _ in range(LONGEST_WAIT // 50):
            if not (program.background.busy or program.store.writer.busy):
                break
            wait(50)


def take_pictures(folder: Path) -> None:
    """Open a sample, go to each place and save what the window shows."""
    folder.mkdir(parents=True, exist_ok=True)
    home = Path(os.environ["ICP_DESKTOP_HOME"])
    SettingsFile(config_folder() / "settings.json").change(
        role="own", folder=str(home), scheme="light", less_motion=True
    )
    app = Application(["icp-desktop"])
    program = Program(app, SingleInstance(data_folder()))
    program.start(None)
    window = program.window
    assert window is not None
    window.resize(WIDTH, HEIGHT)
    window.session.try_sample("fitness-studio")
    for name, place in PLACES.items():
        wait_until_quiet(program)
        window.go(place)
        wait_until_quiet(program)
        picture = folder / f"{name}.png"
        window.grab().save(str(picture))
        print(picture)
    window.close()
    wait_until_quiet(program)
    program.close()
    app.shutdown()


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
