"""The screens of the window: home, help, settings and the rest, each built when first shown."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from icp_desktop.i18n import _
from icp_desktop.ui.folders import show_in_folder
from icp_desktop.ui.home_actions import begin_like, duplicate
from icp_desktop.ui.overdue import due_review, overdue_forms
from icp_desktop.ui.pages.home import METHODS, PROJECTS, SAMPLES, HomePage, Sample, Waiting
from icp_desktop.ui.screen import Screen

if TYPE_CHECKING:
    from icp_desktop.documents.merging import Copy
    from icp_desktop.model.project import Project
    from icp_desktop.ui.main_window import MainWindow
    from icp_desktop.ui.pages.settings import SettingsPage
    from icp_desktop.ui.proposal_page import ProposalPage
    from icp_desktop.worksheet.method import Method
    from icp_desktop.worksheet.sample_heads import SampleHead

_AFTER_PAGE = 50  # ms
HELP, SETTINGS, FIRST_RUN, MERGE, PROJECT = "help", "settings", "first_run", "merge", "project"


class WindowScreens(QObject):
    """Shows one screen at a time; `changed` says that another one is shown."""

    changed = Signal()

    def __init__(self, window: "MainWindow") -> None:
        """Build no screen yet."""
        super().__init__(window)
        self._window = window
        self._home: HomePage | None = None
        self._settings: SettingsPage | None = None
        self._temporary: Screen | None = None
        self._waiting: list[Waiting] = []
        self._late: list[Waiting] = []  # forms that should have been back
        self._samples: tuple[Sample, ...] = ()
        self._counts = (0, 0, 0)
        self._name = PROJECTS

    @property
    def name(self) -> str:
        """The id of what is shown, as the rail knows it."""
        return self._name

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many projects there are, how many in the archive, how many own worksheets."""
        return self._counts

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What waits for the person."""
        return tuple(self._waiting)

    @property
    def home(self) -> HomePage:
        """The home page."""
        if self._home is None:
            self._home = self._make_home()
        return self._home

    def current(self) -> Screen:
        """Return the screen that is shown."""
        shown = self._window.body.screens.currentWidget()
        return shown if isinstance(shown, Screen) else self.home

    def add(self, screen: Screen) -> None:
        """Take a screen in."""
        self._window.body.screens.addWidget(screen)

    def drop(self, screen: Screen) -> None:
        """Let go of a screen."""
        self._window.body.screens.removeWidget(screen)
        screen.deleteLater()
        if screen is self._temporary:
            self._temporary = None

    def show(self, screen: Screen, name: str = PROJECT) -> None:
        """Show a screen; a temporary one that was shown before is gone for good."""
        before, self._name = self._temporary, name
        self._window.body.screens.setCurrentWidget(screen)
        if before is not None and before is not screen:
            self.drop(before)
        self.changed.emit()

    def show_home(self, view: str = PROJECTS) -> None:
        """Show the projects, the samples or the archive; before the first time, two questions."""
        if not self._window.settings.current.role:
            self._show_first_run()
            return
        if view == SAMPLES:
            self.home.show_samples(self._find_samples())
        self.home.show_view(view)
        self.renew_home()
        self.show(self.home, view)

    def show_help(self, topic: str = "", section: int = -1) -> None:
        """Show the help, at a topic."""
        page = self._window.window_commands.help.page
        page.search.clear()
        self.show(page, HELP)
        page.show_topic(topic, section)

    def show_settings(self) -> None:
        """Show the settings."""
        if self._settings is None:
            from icp_desktop.ui.pages.settings import SettingsPage

            window = self._window
            self._settings = SettingsPage(window.appearance, window.settings, window.prompts)
            self._settings.changed.connect(self._on_settings)
            self.add(self._settings)
        view = self._window.view
        self._settings.show_project(view.context.opened if view is not None else None)
        self.show(self._settings, SETTINGS)

    def show_other_state(self, theirs: "Project") -> None:
        """Show what differs in a state of the open project of which nobody knows the past."""
        from icp_desktop.documents.merging import Copy

        self.show_merge(Copy(project=theirs, name=_("The other file")), _("Compare and merge"))

    def show_merge(
        self,
        copy: "Copy",
        title: str,
        merging: "Callable[[Project], None] | None" = None,
    ) -> None:
        """Show what a copy has otherwise; `merging` gets our state before anything is taken."""
        from icp_desktop.ui.merge_page import MergePage

        view = self._window.view
        if view is None:
            return
        page = MergePage(self._window.appearance, view.context.opened, copy, title=title)
        if merging is not None:
            page.merging.connect(merging)
        page.accepted.connect(self._on_merged)
        page.left.connect(self._back_to_project)
        self.add(page)
        self.show(page, MERGE)
        self._temporary = page

    def show_proposal(self, page: "ProposalPage") -> None:
        """Show what could be taken over into the open project, line by line."""
        page.accepted.connect(self._on_taken)
        page.left.connect(self._back_to_project)
        self.add(page)
        self.show(page, MERGE)
        self._temporary = page

    def renew_home(self) -> None:
        """Read the list of projects anew; one query."""
        library = self._window.session.store.library
        rows = library.projects()
        archived = library.removed()
        methods = self._methods()
        self._counts = (len(rows), len(archived), len(methods))
        if self._home is not None:
            self._home.show_rows(rows, datetime.now().astimezone())
            self._home.show_archive(archived)
            self._home.show_methods(methods)
            if not rows:
                QTimer.singleShot(_AFTER_PAGE, self._show_samples)  # read once the page is there
            self._late = [
                each
                for row in rows
                for find in (due_review, overdue_forms)
                if (each := find(self._window, row))
            ]
            self._show_waiting()
        self._window.rail.renew()

    def take_saved(self) -> None:
        """Read the list of projects anew where it is shown and one of them was saved meanwhile."""
        if self._home is not None and self.current() is self._home:
            self.renew_home()

    def _show_samples(self) -> None:
        if self._home is not None:
            self._home.show_samples(self._find_samples())

    def show_waiting(self, waiting: Sequence[Waiting]) -> None:
        """Show on the home page what waits for the person."""
        self._waiting = list(waiting)
        self._show_waiting()

    def _show_waiting(self) -> None:
        if self._home is not None:
            self._home.show_waiting([*self._waiting, *self._late])

    def say_archived(self, path: Path) -> None:
        """Say that a project was put away, with the way back."""
        kept = {row.id for row in self._window.session.store.library.projects()}
        self._waiting = [each for each in self._waiting if each.key in kept]
        self.show_home()
        session = self._window.session
        self.current().say(
            _("Moved to the archive. Its file stays where it is."),
            undo=lambda: session.bring_back(path),
        )

    def say_copies(self, copies: Sequence[Path]) -> None:
        """Say that a sync program left other states of the project beside its file."""
        first = copies[0]
        sentence = _(
            "Beside this file lies “{name}”, another state of it. Compare the "
            "two, and take over what is missing here.",
            name=first.name,
        )
        self.current().tell("copies", "due", sentence, ((_("Compare"), lambda: self._read(first)),))

    def show_dragged(self, name: str) -> None:
        """Show on the home page that a file hovers over the window, or none."""
        if self._home is not None and name:
            self._home.drop_zone.show_waiting(name)
        elif self._home is not None:
            self._home.drop_zone.show_rest()

    def _read(self, path: Path) -> None:
        from icp_desktop.documents.merging import Copy
        from icp_desktop.storage.project_file import read_project_file

        def done(theirs: "Project") -> None:
            self.current().untell("copies")
            copy = Copy(project=theirs, name=path.stem)
            self.show_merge(copy, _("Compare with “{name}”", name=path.name))

        self._window.background.run(
            lambda _progress: read_project_file(path).project,
            label=_("Reading “{name}”", name=path.name),
            done=done,
        )

    def _on_merged(self) -> None:
        workspace = self._window.session.workspace
        self._on_taken()
        if workspace is not None:
            workspace.settle()

    def _on_taken(self) -> None:
        workspace = self._window.session.workspace
        self._back_to_project()
        if workspace is not None:
            self.current().say(
                _("Taken over what you chose."), undo=lambda: _undo(workspace.opened)
            )

    def _back_to_project(self) -> None:
        view = self._window.view
        if view is not None:
            self.show(view)
        else:
            self.show_home()

    def _make_home(self) -> HomePage:
        window = self._window
        home = HomePage(window.appearance, window.settings)
        home.open_asked.connect(window.session.open_project)
        home.new_made.connect(window.session.create)
        home.file_asked.connect(window.commands.action("open").trigger)
        home.sample_asked.connect(window.session.try_sample)
        home.archive_asked.connect(window.session.archive)
        home.copy_asked.connect(partial(duplicate, window))
        home.like_asked.connect(partial(begin_like, window))
        home.restore_asked.connect(window.session.bring_back)
        home.method_removed.connect(self._remove_method)
        home.folder_asked.connect(lambda path: show_in_folder(Path(path)))
        self.add(home)
        return home

    def _methods(self) -> "tuple[tuple[Path, Method], ...]":
        """Return the own worksheets; without the folder nothing has to be loaded."""
        folder = self._window.session.store.library.folder / METHODS
        if not folder.is_dir():
            return ()
        from icp_desktop.worksheet.method import kept_methods

        return kept_methods(folder)

    def _remove_method(self, path: Path) -> None:
        """Take an own worksheet away, with the way back."""
        try:
            data = path.read_bytes()
            path.unlink()
        except OSError as error:
            from icp_desktop.storage.places import read_error

            self._window.tell_trouble(str(read_error(path, error)), ())
            return

        def bring_back() -> None:
            path.write_bytes(data)
            self.renew_home()

        self.renew_home()
        self.home.say(_("Removed. Projects that use it are as they were."), undo=bring_back)

    def _find_samples(self) -> tuple[Sample, ...]:
        if not self._samples:
            from icp_desktop.worksheet.sample_heads import sample_head, sample_ids

            self._samples = tuple(_sample(sample_head(each)) for each in sample_ids())
        return self._samples

    def _show_first_run(self) -> None:
        from icp_desktop.ui.pages.first_run import FirstRunPage

        window = self._window
        page = FirstRunPage(window.appearance, window.settings, window.prompts)
        page.answered.connect(self.show_home)
        self.add(page)
        self.show(page, FIRST_RUN)
        self._temporary = page

    def _on_settings(self) -> None:
        self._window.preview.renew()
        self._window.rail.renew()


def _sample(head: "SampleHead") -> Sample:
    """Return a sample whose title does not say the name again."""
    rest = head.title.removeprefix(f"{head.client}, ")
    return Sample(id=head.id, client=head.client, title=rest[:1].upper() + rest[1:])


def _undo(opened: object) -> None:
    from icp_desktop.open_project import OpenProject

    assert isinstance(opened, OpenProject)
    opened.undo()
