"""What the tests of the window share: a home of its own, prompts that answer, a library."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from icp_desktop.model.project import Profile, Project
from icp_desktop.storage.library import Library
from icp_desktop.ui.store import Store
from icp_desktop.worksheet.shipped import standard_source


class Answers:
    """Prompts that answer what a test has laid ready; a question without an answer is left."""

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


def make_project(project_id: str = "halfmoon", client: str = "Halfmoon Fitness") -> Project:
    """A consumer project with one profile and no answers; plainly invented."""
    profile = Profile(id="city", name="City professionals", market="b2c")
    return Project(
        id=project_id,
        client=client,
        name="Profiles",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
    )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("ICP_DESKTOP_HOME", str(folder))
    return folder


@pytest.fixture
def prompts() -> Answers:
    return Answers()


@pytest.fixture
def store(qapp: QApplication, home: Path) -> Iterator[Store]:
    made = Store(Library.open(home))
    yield made
    made.close()
