"""Everything the finder can lead to, where the person is: in a project, at home, or in a room."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from icp_desktop.i18n import _
from icp_desktop.search.lines import Line, LineKind, all_lines, answer_lines, field_lines
from icp_desktop.ui.commands import COMMANDS
from icp_desktop.ui.finding import MOST_OF_A_GROUP, Finding, Group
from icp_desktop.ui.page_makers import PAGE_TITLES
from icp_desktop.ui.pages.home import ARCHIVE, OWN, PROJECTS, SAMPLES
from icp_desktop.ui.pages.place import (
    CUSTOMERS,
    INTERVIEWS,
    LEADS,
    PROOF,
    SOURCES,
    WORKSHEET,
    Place,
)

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.storage.index import IndexRow
    from icp_desktop.ui.main_window import MainWindow
    from icp_desktop.ui.project_view import ProjectView

LinesOf = Callable[["Project"], tuple[Line, ...]]
_NOT_TYPED_FOR = {"cut", "copy", "paste", "select_all", "find", "next_part", "last_part"}
_FOUND_AS_PAGES = {"home", "settings", "help"}
_GROUPS: dict[LineKind, Group] = {"field": "field", "answer": "answer", "source": "answer"}
_HOME = frozenset((PROJECTS, SAMPLES, ARCHIVE, OWN))
_PAGES: dict[LineKind, tuple[str, str]] = {  # the page of a line and its view there
    "field": (WORKSHEET, ""),
    "answer": (WORKSHEET, ""),
    "talk": (INTERVIEWS, "talks"),
    "quote": (INTERVIEWS, "talks"),
    "theme": (INTERVIEWS, "themes"),
    "source": (PROOF, SOURCES),
    "list": (CUSTOMERS, "list"),
    "person": ("personas", ""),
}


def at_home(window: "MainWindow") -> bool:
    """Say whether the list of projects is shown; only there the other projects are found."""
    return window.screens.name in _HOME


def everything(
    window: "MainWindow", lines_of: LinesOf = all_lines, rows: "Iterable[IndexRow] | None" = None
) -> list[Finding]:
    """Return what can be found now; in a room that is what is asked and answered there."""
    view = window.view
    if window.room.active and view is not None:
        return list(_of_room(window, view))
    found: list[Finding] = []
    if at_home(window) or view is None:
        found += _of_home(window, rows or window.session.store.library.projects())
    else:
        found += _of_project(window, view, lines_of)
    found += _commands(window)
    return found


def help_findings(window: "MainWindow", words: tuple[str, ...]) -> list[tuple[int, Finding]]:
    """Return the sections of the help that hold every word, with their ranks."""
    found = []
    for place, hit in window.window_commands.help.index.ranked(words)[:MOST_OF_A_GROUP]:
        go = partial(window.screens.show_help, hit.topic, hit.section)
        found.append((place, Finding(text=hit.head, detail=hit.title, go=go, group="help")))
    return found


def finding_of(window: "MainWindow", project_id: str, client: str, line: Line) -> Finding:
    """Return the way to a line of a project that is not open."""
    place = place_of(line)
    detail = f"{client}, {line.detail}" if line.detail else client
    go = partial(window.session.open_project, project_id, place)
    return Finding(text=line.text, detail=detail, go=go, group="answer")


def place_of(line: Line) -> Place:
    """Return where a line of a project stands."""
    page, view = _PAGES[line.kind]
    if line.kind in {"field", "answer"}:
        return Place(page=page, profile=line.owner, section=line.section, field=line.field)
    if line.kind == "list" and line.also == "leads":
        return Place(page=LEADS)
    return Place(page=page, view=view, section=line.owner, field=line.field)


def _of_room(window: "MainWindow", view: "ProjectView") -> Iterator[Finding]:
    project, profile = view.context.project, view.current.profile
    for line in (*field_lines(project, profile), *answer_lines(project, profile)):
        yield _line(window, line, profile)


def _of_project(window: "MainWindow", view: "ProjectView", lines_of: LinesOf) -> Iterator[Finding]:
    project, profile = view.context.project, view.current.profile
    for name, title in PAGE_TITLES.items():
        yield _place(window, _(title), "", Place(page=name, profile=profile), "page")
    yield from _always(window)
    for each in project.profiles:
        place = Place(page=view.current.page, profile=each.id)
        yield _place(window, each.name, project.client, place, "profile")
    for line in (*field_lines(project, profile), *lines_of(project)):
        if _PAGES[line.kind][0] in PAGE_TITLES:
            yield _line(window, line, profile)


def _of_home(window: "MainWindow", rows: "Iterable[IndexRow]") -> Iterator[Finding]:
    screens = window.screens
    clients = window.settings.current.role == "clients"
    for name, title in (
        (PROJECTS, _("Clients") if clients else _("My profiles")),
        (SAMPLES, _("Samples")),
        (ARCHIVE, _("Archive")),
        (OWN, _("Own worksheets")),
    ):
        yield Finding(text=title, detail="", go=partial(screens.show_home, name))
    yield from _always(window)
    for row in rows:
        go = partial(window.session.open_project, row.id)
        names = ", ".join(row.profiles)
        also = row.name
        yield Finding(text=row.client, detail=names, go=go, also=also, group="other")


def _always(window: "MainWindow") -> Iterator[Finding]:
    screens = window.screens
    yield Finding(text=_("Settings"), detail="", go=screens.show_settings)
    yield Finding(text=_("Help"), detail="", go=screens.show_help)


def _commands(window: "MainWindow") -> Iterator[Finding]:
    left_out = _NOT_TYPED_FOR | _FOUND_AS_PAGES | set(PAGE_TITLES)
    left_out |= {topic.id for topic in window.window_commands.help.topics}  # found as topics
    for command in COMMANDS:
        action = window.commands.action(command.id)
        if action.isEnabled() and command.id not in left_out:
            words = action.text().replace("&&", "&")
            keys = window.commands.keys_of(command.id)
            yield Finding(text=words, detail=keys, go=action.trigger, group="command")


def _line(window: "MainWindow", line: Line, profile: str) -> Finding:
    place = place_of(line)
    group = _GROUPS.get(line.kind, "talk")
    if not place.profile:
        place = replace(place, profile=profile)
    go = partial(window.go, place)
    return Finding(text=line.text, detail=line.detail, go=go, also=line.also, group=group)


def _place(window: "MainWindow", text: str, detail: str, place: Place, group: Group) -> Finding:
    return Finding(text=text, detail=detail, go=partial(window.go, place), group=group)
