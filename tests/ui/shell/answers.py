"""Prompts that answer, and a plainly invented project."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from icp_desktop.model.edits import SetValue
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.values import Text
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.workspace import Workspace
from icp_desktop.worksheet.shipped import standard_source

FIELD = "people.occupation"


class Answers:
    """Answers what a test has laid ready; a question without an answer is left."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.path: Path | None = None
        self.words: list[str | None] = []
        self.index: int | None = None

    def open_file(self, title: str, folder: Path, kinds: str) -> Path | None:
        self.asked.append(title)
        return self.path

    def save_file(self, title: str, proposal: Path, kinds: str) -> Path | None:
        self.asked.append(title)
        return self.path

    def folder(self, title: str, proposal: Path) -> Path | None:
        self.asked.append(title)
        return self.path

    def text(self, title: str, label: str, proposal: str = "") -> str | None:
        self.asked.append(title)
        return self.words.pop(0) if self.words else None

    def choice(self, title: str, sentence: str, choices: tuple[str, ...]) -> int | None:
        self.asked.append(title)
        return self.index

    def colour(self, title: str, proposal: str) -> str | None:
        self.asked.append(title)
        return self.words.pop(0) if self.words else None


def make_project(project_id: str = "halfmoon", client: str = "Halfmoon Fitness") -> Project:
    """A consumer project with one profile and no answers."""
    profile = Profile(id="city", name="City professionals", market="b2c")
    return Project(
        id=project_id,
        client=client,
        name="Profiles",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
    )


def answer(workspace: Workspace, text: str) -> None:
    """Answer one field of the profile."""
    opened = workspace.opened
    opened.seal()
    opened.do(SetValue(place="city", field=FIELD, value=Text(text=text), label="Occupation"))


def said(project: Project) -> str:
    """What that field says."""
    value = project.profile("city").answer(FIELD).value
    return value.text if isinstance(value, Text) else ""


def open_project(window: MainWindow, qtbot: QtBot) -> Workspace:
    """Create the project in the window and wait until its file lies there."""
    window.session.create(make_project())
    qtbot.waitUntil(lambda: window.session.workspace is not None, timeout=5_000)
    workspace = window.session.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: not workspace.store.writer.busy, timeout=5_000)
    return workspace


def rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is being written or made."""
    store = window.session.store
    qtbot.waitUntil(lambda: not store.writer.busy and not window.background.busy, timeout=15_000)
