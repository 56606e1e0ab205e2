"""What the rail of the window shows, and what its status line says."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from icp_desktop.i18n import _
from icp_desktop.ui.moments import say_time
from icp_desktop.ui.page_makers import PAGE_GROUPS, PAGE_ICONS, PAGE_TITLES
from icp_desktop.ui.pages.home import ARCHIVE, OWN, PROJECTS, SAMPLES
from icp_desktop.ui.pages.place import (
    CUSTOMERS,
    INTERVIEWS,
    LEADS,
    PERSONAS,
    TAILOR,
    WORKSHEET,
    Place,
)
from icp_desktop.ui.rail import HELP, SETTINGS
from icp_desktop.ui.rail_list import RailItem
from icp_desktop.ui.window_screens import FIRST_RUN, MERGE

if TYPE_CHECKING:
    from icp_desktop.model.project import Project
    from icp_desktop.storage.outcomes import Outcome
    from icp_desktop.ui.main_window import MainWindow
    from icp_desktop.ui.workspace import Workspace

_LED_TO_FROM = {TAILOR: WORKSHEET}  # pages that are no item of the rail, and where they belong
_LINE, _GAP = RailItem(kind="line"), RailItem(kind="gap")


class WindowRail(QObject):
    """Keeps the rail in line with what is shown and what is saved."""

    def __init__(self, window: "MainWindow") -> None:
        """Listen to the rail."""
        super().__init__(window)
        self._window = window
        self._rail = window.body.rail
        self._items: tuple[RailItem, ...] = ()
        self._file_waits = False
        self._rail.chosen.connect(self.go)
        self._rail.find_asked.connect(lambda: window.commands.action("find").trigger())

    def renew(self) -> None:
        """Show the places there are and mark the one that is shown."""
        name = self._window.screens.name
        view = self._window.view
        at_home = name in {PROJECTS, SAMPLES, ARCHIVE, OWN, FIRST_RUN} or view is None
        items = self._home_items() if at_home else self._project_items()
        if items != self._items:
            self._items = items
            self._rail.show_items(items)
        if not at_home and view is not None and name not in {HELP, SETTINGS, MERGE}:
            name = _LED_TO_FROM.get(view.current.page, view.current.page)
        self._rail.show_current(name)
        if at_home and self._window.session.workspace is None:
            self._rail.show_status(_("Everything saved"))

    def go(self, item: str) -> None:
        """Go where the person pointed."""
        screens = self._window.screens
        if item in PAGE_TITLES:
            view = self._window.view
            self._window.go(Place(page=item, profile=view.current.profile if view else ""))
        elif item == HELP:
            screens.show_help()
        elif item == SETTINGS:
            screens.show_settings()
        else:
            screens.show_home(item)

    def follow(self, workspace: "Workspace | None") -> None:
        """Say what becomes of the changes of a project."""
        self._file_waits = False
        if workspace is None:
            self._rail.show_status(_("Everything saved"))
            return
        workspace.autosave.saved.connect(self._on_saved)
        workspace.autosave.unsaved.connect(self._on_unsaved)
        workspace.autosave.failed.connect(self._on_failed)
        workspace.told.connect(self._on_told)
        workspace.published.connect(self._on_published)
        self._rail.show_status(_("Everything saved"))

    def _home_items(self) -> tuple[RailItem, ...]:
        projects, archived, own = self._window.screens.counts
        return (
            self._home_item(str(projects)),
            RailItem(id=SAMPLES, text=_("Samples"), icon="star"),
            RailItem(id=ARCHIVE, text=_("Archive"), icon="archive", count=str(archived or "")),
            RailItem(id=OWN, text=_("Own worksheets"), icon="worksheet", count=str(own or "")),
        )

    def _project_items(self) -> tuple[RailItem, ...]:
        view = self._window.view
        assert view is not None
        project = view.context.project
        detail = _("Sample") if project.sample else project.name
        pages: list[RailItem] = []
        for group in PAGE_GROUPS:
            if pages:
                pages.append(_GAP)
            pages += [
                RailItem(
                    id=each,
                    text=_(PAGE_TITLES[each]),
                    icon=PAGE_ICONS[each],
                    count=_count(each, project),
                )
                for each in group
            ]
        client = RailItem(text=project.client, detail=detail, kind="client")
        return (self._home_item(""), _LINE, client, *pages)

    def _home_item(self, count: str) -> RailItem:
        if self._window.settings.current.role == "clients":
            return RailItem(id=PROJECTS, text=_("Clients"), icon="briefcase", count=count)
        return RailItem(id=PROJECTS, text=_("My profiles"), icon="home", count=count)

    def _on_saved(self, when: datetime) -> None:
        time = say_time(when)
        if self._file_waits:
            self._rail.show_status(_("Saved {time}, file waits", time=time), "clock")
        else:
            self._rail.show_status(_("Saved {time}", time=time))
        if self._window.view is not None:
            self._window.view.untell("autosave")

    def _on_unsaved(self) -> None:
        self._rail.show_status(_("Saving…"), "clock")

    def _on_failed(self, error: Exception) -> None:
        self._rail.show_status(_("Not saved"), "warning", trouble=True)
        if self._window.view is not None:
            elsewhere = (_("Choose another place"), self._window.window_commands.save_copy)
            self._window.view.tell("autosave", "failed", str(error), (elsewhere,))

    def _on_told(self, outcome: "Outcome") -> None:
        self._file_waits = outcome.kind in {"waiting", "failed"}
        if self._file_waits:
            self._rail.show_status(_("Saved here, file waits"), "clock")

    def _on_published(self, _path: object) -> None:
        was_waiting, self._file_waits = self._file_waits, False
        if was_waiting:
            self._rail.show_status(_("Everything saved"))
            if self._window.view is not None:
                self._window.view.show_published()


def _count(page: str, project: "Project") -> str:
    """Return how many things a page holds, "" where that says nothing."""
    if page == LEADS:
        return str(sum(t.rows for t in project.tables if t.role == "leads") or "")
    if page == PERSONAS:
        return str(len(project.personas) or "")
    if page == CUSTOMERS:
        return str(sum(t.rows for t in project.tables if t.role == "customers") or "")
    return str(len(project.interviews) or "") if page == INTERVIEWS else ""
