"""Find anything, in the window: what there is where the person is; at home all projects."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from icp_desktop.search.lines import Line, all_lines
from icp_desktop.ui.finder import Finder
from icp_desktop.ui.finding import MOST_OF_A_GROUP, Finding
from icp_desktop.ui.findings import at_home, everything, finding_of, help_findings

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.ui.main_window import MainWindow


class WindowFind(QObject):
    """Opens the finder over the window."""

    def __init__(self, window: "MainWindow") -> None:
        """Make the finder; nothing is read yet."""
        super().__init__(window)
        self._window = window
        self._lines: tuple[Project, tuple[Line, ...]] | None = None
        self.finder = Finder(window.appearance, window.body)
        self.shelf = window.session.store.shelf
        self.shelf.grown.connect(self.finder.renew)

    def open(self) -> None:
        """Open the finder; only at home it finds what other projects say."""
        window, shelf = self._window, self.shelf
        if window.room.active:
            self.finder.open(everything(window))
            return
        ask_help = window.window_commands.help.search
        if not at_home(window):
            helped = partial(help_findings, window)
            found = everything(window, self._lines_of)
            self.finder.open(found, elsewhere=helped, ask_help=ask_help)
            return
        rows = window.session.store.library.projects()
        clients = {row.id: row.client for row in rows}
        found = everything(window, rows=rows)
        shelf.renew()
        self.finder.open(
            found,
            elsewhere=partial(self._of_others, clients),
            reading=lambda: not shelf.complete,
            ask_help=ask_help,
        )

    def _of_others(
        self, clients: dict[str, str], words: tuple[str, ...]
    ) -> list[tuple[int, Finding]]:
        said = [
            (place, finding_of(self._window, project, clients[project], line))
            for place, project, line in self.shelf.search(words, MOST_OF_A_GROUP)
            if project in clients
        ]
        return [*said, *help_findings(self._window, words)]

    def _lines_of(self, project: "Project") -> tuple[Line, ...]:
        """Return the lines of a project; those of the state that was searched last are kept."""
        if self._lines is None or self._lines[0] is not project:
            self._lines = (project, all_lines(project))
        return self._lines[1]
