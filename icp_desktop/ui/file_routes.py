"""Where files go that are dropped on the window, opened by the system or named at the start.

One line per kind of file, known by the ending of its name. A page that takes such files puts what
opens them into its line; a line without it says in words why they can't be opened.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.i18n import _, later, n_
from icp_desktop.model.record import record

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow

# Opens files of one kind that came at once, and calls back as soon as the person sees them.
Opener = Callable[["MainWindow", tuple[Path, ...], Callable[[], None]], None]
PROJECT_ENDING = ".icp"


@record
class Route:
    """A kind of file: its endings, what opens such files, or in words why nothing does.

    `many`: takes several at once, else only the first. `starts_project`: shows a project of its
    own; all others are opened beside the project that was open last.
    """

    endings: tuple[str, ...] = ()
    opener: Opener | None = None
    why_not: str = ""
    many: bool = False
    starts_project: bool = False


def open_project(window: "MainWindow", paths: tuple[Path, ...], seen: Callable[[], None]) -> None:
    """Open a project file, or merge it where it is a copy that was sent from the open project."""
    from icp_desktop.ui.copies import merge_or_open

    merge_or_open(window, paths[0], seen)


def open_forms(window: "MainWindow", paths: tuple[Path, ...], seen: Callable[[], None]) -> None:
    """Take in forms that came back; what needs to be loaded for that is loaded now."""
    from icp_desktop.ui import collecting

    collecting.open_forms(window, paths, seen, _OTHERWISE.get(paths[0].suffix.casefold()))


def open_notes(window: "MainWindow", paths: tuple[Path, ...], seen: Callable[[], None]) -> None:
    """Read notes of talks into the project that is open."""
    from icp_desktop.ui.pages.place import INTERVIEWS, Place
    from icp_desktop.ui.talks.page import InterviewsPage

    if window.view is None:
        sentence = _(
            "“{name}” holds notes. Open a project first, then drop them on it.", name=paths[0].name
        )
        window.screens.current().tell("file", "due", sentence)
        return
    window.go(Place(page=INTERVIEWS))
    page = window.view.page()
    if isinstance(page, InterviewsPage):
        page.read_notes(paths)
    seen()


def open_table(window: "MainWindow", paths: tuple[Path, ...], seen: Callable[[], None]) -> None:
    """Read a list of customers into the project that is open, to be looked at first."""
    from icp_desktop.ui.customers.page import CustomersPage
    from icp_desktop.ui.pages.place import CUSTOMERS, Place

    if window.view is None:
        sentence = _(
            "“{name}” is a table. Open a project first, one that ends in {ending}, then drop it "
            "there.",
            name=paths[0].name,
            ending=PROJECT_ENDING,
        )
        window.screens.current().tell("file", "due", sentence)
        return
    window.go(Place(page=CUSTOMERS))
    page = window.view.page()
    if isinstance(page, CustomersPage):
        page.start_import().open_path(paths[0])
    seen()


# What takes a file that could have been a form and is none.
_OTHERWISE: dict[str, Opener] = {
    ".xlsx": open_table,
    ".ods": open_table,
    ".pdf": open_notes,
    ".txt": open_notes,
}
ROUTES = (
    Route(endings=(PROJECT_ENDING,), opener=open_project, starts_project=True),
    Route(endings=(".md", ".markdown", ".docx"), opener=open_notes, many=True),
    Route(endings=(".csv", ".tsv", ".tab", ".xls", ".htm", ".html"), opener=open_table),
    Route(endings=(".pdf", ".xlsx", ".ods", ".txt", ".eml"), opener=open_forms, many=True),
)
_FOLDER = Route(
    why_not=later("“{name}” is a folder. Choose a project file in it; those end in {ending}."),
)
_ANYTHING_ELSE = Route(
    why_not=later("“{name}” is not a project of this program. Project files end in {ending}."),
)


def route_of(path: Path) -> Route:
    """Return the line for a file."""
    ending = path.suffix.casefold()
    for route in ROUTES:
        if ending in route.endings and not path.is_dir():
            return route
    return _FOLDER if path.is_dir() else _ANYTHING_ELSE


def open_files(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Open what came at once: the files of the first one's kind. Say what was not opened, and why.

    A sentence is put on the screen that the person sees in the end.
    """
    route = route_of(paths[0])
    if route.opener is None:
        sentence = _(route.why_not, name=paths[0].name, ending=PROJECT_ENDING)
        window.screens.current().tell("file", "due", sentence)
        return
    taken = [path for path in paths if route_of(path) is route] if route.many else paths[:1]
    left = len(paths) - len(taken)

    def seen() -> None:
        if left:
            sentence = n_(
                "{n} other file was not opened. Drop it by itself.",
                "{n} other files were not opened. Drop them one by one.",
                left,
            )
            window.screens.current().tell("file", "note", sentence)

    route.opener(window, tuple(taken), seen)
