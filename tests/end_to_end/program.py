"""The real window on a home of its own, and a way past every page it has."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from icp_desktop.model.project import Project
from icp_desktop.settings import Role, SettingsFile
from icp_desktop.storage.library import Library
from icp_desktop.tables.opening import pasted
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import Background
from icp_desktop.ui.customers.page import CustomersPage
from icp_desktop.ui.garbage import GarbageCollection
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.home import ARCHIVE, OWN, SAMPLES
from icp_desktop.ui.pages.page import (
    CUSTOMERS,
    DOCUMENTS,
    INTERVIEWS,
    LEADS,
    OVERVIEW,
    PERSONAS,
    PLAYBOOK,
    PROOF,
    REVIEWS,
    TAILOR,
    VERSIONS,
    WORKSHEET,
    Place,
)
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.store import Store
from icp_desktop.worksheet.shipped import worksheet_of

Way = Callable[[], object]
A_LIST = "customers, a list before it is kept"
DOUBTFUL_LIST = (
    "Name;Sector;Joined;Spend;Tools\nÅskär;technolgy;01/02/2024;€5;Slack; \n"
    "Brøgk;technolgy;03/04/2024;$6;Zoom|Slack\nÇedår;medical;05/06/2024;7;\n"
    "Çedår;medical;05/06/2024;7;\nØak;medical;never;€9;;surplus\n"
)
_PATIENCE = 60.0  # seconds; a busy machine is no fault of the window
HELP_TOPICS = (
    "method",
    "customers",
    "leads",
    "persona",
    "playbook",
    "start",
    "words",
    "safety",
    "keyboard",
    "about",
    "documents",
    "rules",
    "fields",
    "command-line",
)


class NobodyAnswers:
    """Prompts in front of which nobody sits."""

    def open_file(self, _title: str, _folder: Path, _kinds: str) -> Path | None:
        return None

    def save_file(self, _title: str, _proposal: Path, _kinds: str) -> Path | None:
        return None

    def folder(self, _title: str, _proposal: Path) -> Path | None:
        return None

    def text(self, _title: str, _label: str, _proposal: str = "") -> str | None:
        return None

    def colour(self, _title: str, _proposal: str) -> str | None:
        return None

    def choice(self, _title: str, _sentence: str, _choices: tuple[str, ...]) -> int | None:
        return None


class Program:
    """The parts of the program, wired as it wires them itself."""

    def __init__(
        self,
        appearance: Appearance,
        home: Path,
        *,
        role: Role = "own",
        prompts: Prompts | None = None,
    ) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.settings = SettingsFile(home / "config" / "settings.json")
        if role:
            self.settings.change(role=role, folder=str(home / "files"), currency="GBP")
        self.library = Library.open(home)
        self.store = Store(self.library)
        self.background = Background()
        self._garbage = GarbageCollection(lambda: self.background.busy)
        self.window = MainWindow(
            appearance,
            self.store,
            settings=self.settings,
            background=self.background,
            prompts=prompts or NobodyAnswers(),
        )
        self._project = ""
        self._closed = False

    def add(self, project: Project) -> None:
        """Put a project into the library."""
        self.library.add(project)
        self._project = project.id

    def show(self, width: int, height: int) -> None:
        """Show the window in a size, active, with the home page or the first questions."""
        self.window.resize(width, height)
        self.window.start()
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.settle()

    def open_project(self) -> None:
        """Open the project where it was left."""
        assert self.window.session.open_project(self._project)
        self.settle()

    def go(self, place: Place) -> None:
        """Show a place of the project."""
        self.open_project()
        self.window.go(place)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being written, rendered or laid out any more."""
        self.wait_until(lambda: not (self.background.busy or self.store.writer.busy))
        for _round in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Run the event loop until something is so.

        `QTest.qWait` would hold Python's lock, and other threads would starve.
        """
        loop, timer = QEventLoop(), QTimer(interval=5)
        until = monotonic() + _PATIENCE
        seen = []  # it is so now; what still waits in the loop may end that again

        def look() -> None:
            if is_so():
                seen.append(True)
            if seen or monotonic() > until:
                loop.quit()

        timer.timeout.connect(look)
        timer.start()
        loop.exec()
        timer.stop()
        assert seen, "the window does not come to rest"

    def close(self) -> None:
        """Close everything, as the program does at its end; a second time does nothing."""
        if self._closed:
            return
        self._closed = True
        self._garbage.close()
        self.window.close()
        self.background.close()
        self.store.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, 0)
        QApplication.processEvents()

    def stations(self) -> Iterator[str]:
        """Go past every page; the window shows it while its name is out."""
        for name, way in self.ways():
            way()
            self.settle()
            yield name

    def ways(self) -> list[tuple[str, Way]]:
        """Return the name of every page with the way to it."""
        screens = self.window.screens
        if not self.settings.current.role:
            return [("first questions", screens.show_home)]
        ways: list[tuple[str, Way]] = [
            ("home", screens.show_home),
            ("home, a new project", screens.home.start_new),
            ("home, samples", lambda: screens.show_home(SAMPLES)),
            ("home, archive", lambda: screens.show_home(ARCHIVE)),
            ("home, own worksheets", lambda: screens.show_home(OWN)),
            ("settings", screens.show_settings),
        ]
        ways += [(f"help {topic}", partial(screens.show_help, topic)) for topic in HELP_TOPICS]
        return ways + (self._ways_in_project() if self._project else [])

    def _ways_in_project(self) -> list[tuple[str, Way]]:
        project = self.library.load(self._project).project
        market = project.profiles[0].market if project.profiles else "both"
        sections = worksheet_of(project).sections
        places = {
            "overview": Place(page=OVERVIEW, view="map"),
            "side by side": Place(page=OVERVIEW, view="side"),
        }
        for section in sections:
            form = Place(page=WORKSHEET, view="form", section=section.id)
            places[f"form, {section.id}"] = form
            for field in section.core(market)[:5:2]:
                tour = replace(form, view="tour", field=field.id)
                places[f"tour, {field.id}"] = tour
        places["questions, yourself"] = Place(page=WORKSHEET, view="yourself")
        for view in ("talks", "themes", "quotes", "forms", "questions", "team"):
            places[f"interviews, {view}"] = Place(page=INTERVIEWS, view=view)
        for view in ("unproven", "sources", "comments"):
            places[f"proof, {view}"] = Place(page=PROOF, view=view)
        for view in ("list", "best", "worst", "back-test", "import"):
            places[f"customers, {view}"] = Place(page=CUSTOMERS, view=view)
        places |= {"leads": Place(page=LEADS), "leads, pilots": Place(page=LEADS, view="pilots")}
        for view in ("messages", "channels", "talking", "actions"):
            places[f"playbook, {view}"] = Place(page=PLAYBOOK, view=view)
        places["personas"] = Place(page=PERSONAS)
        places["leads, blind test"] = Place(page=LEADS, view="blind")
        shipped = Place(page=INTERVIEWS, view="questions", section="good-customer")
        places["interviews, a questionnaire"] = shipped
        for own in project.questionnaires:
            written = replace(shipped, section=own.id)
            places[f"interviews, {own.id}"] = written
        places["reviews"] = Place(page=REVIEWS)
        for held in (each for each in project.reviews if each.finished):
            places[f"reviews, {held.id}"] = Place(page=REVIEWS, section=held.id)
        places |= {"documents": Place(page=DOCUMENTS), "versions": Place(page=VERSIONS)}
        places |= {
            "your questions": Place(page=TAILOR),
            "your questions, one": Place(page=TAILOR, field="people.gender"),
        }
        ways: list[tuple[str, Way]] = [
            (name, partial(self.go, place)) for name, place in places.items()
        ]
        return [*ways, (A_LIST, self._look_at_a_list)]

    def _look_at_a_list(self) -> None:
        """Show a list that is in doubt and has problems, before it is kept."""
        self.go(Place(page=CUSTOMERS))
        assert self.window.view is not None
        page = self.window.view.page()
        assert isinstance(page, CustomersPage)
        page.start_import().open_source(pasted(DOUBTFUL_LIST))
