"""What the tests of pages share: a context made by hand, and a window around a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal
from icp_desktop.open_project import OpenProject
from icp_desktop.settings import SettingsFile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import Background
from icp_desktop.ui.pages.page import Context, Page, Place
from icp_desktop.ui.project_signal import ProjectSignal
from icp_desktop.worksheet.samples import make_sample


@dataclass
class HostDouble:
    """Writes down what pages ask for."""

    places: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)

    def go(self, place: Place) -> None:
        self.places.append(place)

    def say(
        self,
        sentence: str,
        *,
        undo: bool = False,
        action: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        self.said.append(sentence)

    def complain(
        self, sentence: str, actions: tuple[tuple[str, Callable[[], None]], ...] = ()
    ) -> None:
        self.complaints.append(sentence)

    def propose(self, proposal: Proposal, ours: str, theirs: str) -> None:
        self.proposals.append(proposal)

    def show_preview(self, document_id: str) -> None:
        self.said.append(document_id)


@dataclass
class PromptsDouble:
    """Answers with what a test has laid ready."""

    words: str | None = None
    path: Path | None = None

    def open_file(self, title: str, folder: Path, kinds: str) -> Path | None:
        return self.path

    def save_file(self, title: str, proposal: Path, kinds: str) -> Path | None:
        return self.path

    def folder(self, title: str, proposal: Path) -> Path | None:
        return self.path

    def text(self, title: str, label: str, proposal: str = "") -> str | None:
        return self.words

    def choice(self, title: str, sentence: str, choices: tuple[str, ...]) -> int | None:
        return None

    def colour(self, title: str, proposal: str) -> str | None:
        return self.words


@dataclass
class Stage:
    """A shown page with everything a test wants to look at."""

    context: Context
    host: HostDouble
    prompts: PromptsDouble
    window: QWidget
    page: Page

    @property
    def project(self) -> Project:
        return self.context.project

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(self.focus(), text)

    def press(
        self, key: Qt.Key, times: int = 1, *, held: Qt.KeyboardModifier | None = None
    ) -> None:
        """Press a key where the focus is."""
        for _time in range(times):
            QTest.keyClick(self.focus(), key, held or Qt.KeyboardModifier.NoModifier)
            QApplication.processEvents()

    def focus(self) -> QWidget:
        """Return the widget that has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def settle(self) -> None:
        """Let layouts and posted events come to rest."""
        for _time in range(3):
            QApplication.processEvents()


Enter = Callable[..., Stage]


@pytest.fixture
def fitness() -> Project:
    """The sample with a full profile of consumers."""
    return make_sample("fitness-studio")


@pytest.fixture
def enter(
    qtbot: QtBot, themed: Appearance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Enter]:
    """Show a page of a project in a window of its own."""
    monkeypatch.setenv("ICP_DESKTOP_HOME", str(tmp_path))
    backgrounds: list[Background] = []

    def make(
        make_page: Callable[[Context], Page],
        project: Project,
        place: Place,
        size: tuple[int, int] = (968, 606),
    ) -> Stage:
        opened, host, prompts = OpenProject(project), HostDouble(), PromptsDouble()
        backgrounds.append(Background())
        context = Context(
            appearance=themed,
            opened=opened,
            changes=ProjectSignal(opened),
            settings=SettingsFile(tmp_path / "settings.json"),
            background=backgrounds[-1],
            prompts=prompts,
            host=host,
            home=tmp_path,
        )
        page = make_page(context)
        window = QWidget()
        rows = QVBoxLayout(window)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in page.head_widgets():
            rows.addWidget(widget)
        rows.addWidget(page, 1)
        context.changes.changed.connect(page.take_change)
        window.resize(*size)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        page.show_place(place)
        stage = Stage(context, host, prompts, window, page)
        stage.settle()
        return stage

    yield make
    for background in backgrounds:
        background.close()
