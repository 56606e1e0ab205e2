"""What every command of the menus does."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from icp_desktop.i18n import _
from icp_desktop.settings import LARGEST_SCALE, SMALLEST_SCALE
from icp_desktop.ui.copies import choose_copy, send_copy
from icp_desktop.ui.page_makers import PAGE_TITLES
from icp_desktop.ui.pages.place import (
    DOCUMENTS,
    FORM,
    TEN_QUESTIONS,
    TOUR,
    VERSIONS,
    WORKSHEET,
    Place,
)

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow
    from icp_desktop.ui.project_commands import ProjectCommands
    from icp_desktop.ui.project_view import ProjectView
    from icp_desktop.ui.window_find import WindowFind
    from icp_desktop.ui.window_help import WindowHelp

PROJECT_FILES = "*.icp"
_STEP = 0.1
_ON_PROFILES = {  # commands with the function of `ProjectCommands` that carries them out
    "details": "change_details",
    "add_profile": "add_profile",
    "compare_profiles": "compare_profiles",
    "copy_profile": "copy_profile",
    "rename_profile": "rename_profile",
    "retire_profile": "retire_profile",
    "add_negative": "add_negative",
}
_TOPICS = ("method", "persona", "words", "safety", "keyboard", "about")  # of the help
_ON_TEXT = {"cut": "cut", "copy": "copy", "paste": "paste", "select_all": "selectAll"}


class WindowCommands(QObject):
    """Carries out commands for the window."""

    def __init__(self, window: "MainWindow") -> None:
        """Work on a window."""
        super().__init__(window)
        self._window = window

    @cached_property
    def _projects(self) -> "ProjectCommands":
        from icp_desktop.ui.project_commands import ProjectCommands

        return ProjectCommands(self._window.prompts)

    @cached_property
    def help(self) -> "WindowHelp":
        """What F1 does."""
        from icp_desktop.ui.window_help import WindowHelp

        return WindowHelp(self._window)

    @cached_property
    def _find(self) -> "WindowFind":
        from icp_desktop.ui.window_find import WindowFind

        return WindowFind(self._window)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return the function behind every command."""
        window = self._window
        places = {name: self._goer(name) for name in PAGE_TITLES}
        profiles = {name: self._on_profiles(act) for name, act in _ON_PROFILES.items()}
        return (
            places
            | profiles
            | {name: partial(_on_text, act) for name, act in _ON_TEXT.items()}
            | {topic: partial(window.screens.show_help, topic) for topic in _TOPICS}
            | {
                "new": self.new,
                "open": self.open,
                "take_in": self.take_in,
                "save": self.save,
                "choose_file": self.choose_file,
                "save_copy": self.save_copy,
                "send_copy": lambda: send_copy(window),
                "merge_copy": lambda: choose_copy(window),
                "show_folder": self.show_folder,
                "export": self._goer(DOCUMENTS),
                "print": window.preview.print_shown,
                "close": window.screens.show_home,
                "quit": self.quit,
                "undo": self._on_view(lambda view: view.context.opened.undo()),
                "redo": self._on_view(lambda view: view.context.opened.redo()),
                "find": self.find,
                "form": self._filler(FORM),
                "tour": self._filler(TOUR),
                "questions": self._filler(TEN_QUESTIONS),
                "home": window.screens.show_home,
                "preview": window.preview.toggle,
                "dim_paper": self.dim_paper,
                "room": window.room.toggle,
                "larger": lambda: self.scale(window.appearance.theme.scale + _STEP),
                "smaller": lambda: self.scale(window.appearance.theme.scale - _STEP),
                "usual_size": lambda: self.scale(1.0),
                "next_part": lambda: self.move_focus(1),
                "last_part": lambda: self.move_focus(-1),
                "full_screen": self.full_screen,
                "settings": window.screens.show_settings,
                "keep_version": self._on_view(self._keep_version),
                "remove_project": self._on_view(
                    lambda view: window.session.archive(view.workspace.project_id)
                ),
                "prove": self._on_view(_prove),
                "field_help": self.field_help,
                "help": window.screens.show_help,
            }
        )

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self._window.close()

    def new(self) -> None:
        """Ask what a new project needs, on the home page."""
        self._window.screens.show_home()
        if self._window.settings.current.role:
            self._window.screens.home.start_new()

    def open(self) -> None:
        """Ask for a project file."""
        kinds = f"{_('Projects')} ({PROJECT_FILES})"
        folder = self._window.session.folder
        path = self._window.prompts.open_file(
            _("Open a project file"), folder if folder.is_dir() else Path.home(), kinds
        )
        if path is not None:
            self._window.open_paths([str(path)])

    def take_in(self) -> None:
        """Ask for a form that came back, and show what it would change."""
        from icp_desktop.ui.collecting import choose_forms

        choose_forms(self._window)

    def save(self) -> None:
        """Write everything, and bring the project file up to date."""
        workspace = self._window.session.workspace
        if workspace is None:
            return
        if workspace.file is None:
            self.choose_file()
            return
        view = self._window.current_view()

        def done(outcome: object) -> None:
            kind = getattr(outcome, "kind", "")
            if view is not None and workspace.file is not None and kind in {"published", "nothing"}:
                view.say(_("Saved in “{file}”.", file=workspace.file.name))

        workspace.publish(done)

    def choose_file(self) -> None:
        """Ask where the file of the project is to lie from now on."""
        workspace = self._window.session.workspace
        if workspace is not None:
            path = self._ask_project_path(_("Where is the project file to lie?"))
            if path is not None:
                workspace.choose_file(path)

    def save_copy(self) -> None:
        """Ask where a copy of the project goes and write it there in the background."""
        self.save_copy_now()

    def save_copy_now(self) -> bool:
        """Write a copy of the whole project at once and say whether it lies there."""
        from icp_desktop.errors import KnownError
        from icp_desktop.storage.project_file import write_project_file

        workspace = self._window.session.workspace
        path = self._ask_project_path(_("Save a copy of the project"))
        if workspace is None or path is None:
            return False
        try:
            write_project_file(path, workspace.opened.project)
        except KnownError as error:
            elsewhere = ((_("Choose another place"), self.save_copy),)
            self._window.tell_trouble(str(error), elsewhere)
            return False
        self._window.screens.current().say(_("A copy is in “{file}”.", file=path.name))
        return True

    def show_folder(self) -> None:
        """Show the project file in the file manager."""
        from icp_desktop.ui.folders import show_in_folder

        workspace = self._window.session.workspace
        if workspace is not None and workspace.file is not None:
            show_in_folder(workspace.file)
        elif view := self._window.current_view():
            choose = ((_("Choose a place"), self.choose_file),)
            view.tell("file", "note", _("This project is kept only here; it has no file."), choose)

    def find(self) -> None:
        """Open the finder over the window."""
        self._find.open()

    def dim_paper(self) -> None:
        """Lay a veil over the paper on screen, or take it away."""
        dim = not self._window.settings.current.dim_paper
        self._window.settings.change(dim_paper=dim)
        self._window.commands.action("dim_paper").setChecked(dim)
        self._window.preview.renew()

    def scale(self, wanted: float) -> None:
        """Show all text larger or smaller."""
        scale = round(min(max(wanted, SMALLEST_SCALE), LARGEST_SCALE), 1)
        if not self._window.room.active:  # where the size is that of the session
            self._window.settings.change(scale=scale)
        self._window.appearance.set_scale(scale)

    def full_screen(self) -> None:
        """Fill the screen, or not."""
        window = self._window
        full = not window.isFullScreen()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        window.commands.action("full_screen").setChecked(full)

    def move_focus(self, step: int) -> None:
        """Go round rail, page and preview."""
        body = self._window.body
        parts: list[QWidget] = [] if self._window.room.active else [body.rail.places]
        if body.screens.isVisible():
            parts.append(self._window.screens.current())
        if body.preview is not None and body.preview_open:
            parts.append(body.preview)
        focus = QApplication.focusWidget()
        here = next(
            (
                n
                for n, part in enumerate(parts)
                if focus and (part is focus or part.isAncestorOf(focus))
            ),
            -1 if step > 0 else 0,
        )
        _enter(parts[(here + step) % len(parts)])

    def field_help(self) -> None:
        """Explain where the person is."""
        self.help.show_here()

    def _keep_version(self, view: "ProjectView") -> None:
        from icp_desktop.ui.pages.versions import VersionsPage

        view.go(Place(page=VERSIONS))
        page = view.page()
        assert isinstance(page, VersionsPage)
        page.start_keeping()

    def _goer(self, name: str) -> Callable[[], None]:
        def go() -> None:
            view = self._window.view
            if view is not None:
                self._window.go(Place(page=name, profile=view.current.profile))

        return go

    def _filler(self, way: str) -> Callable[[], None]:
        """Return a handler that shows the worksheet another way, at the field of the person."""

        def fill(view: "ProjectView") -> None:
            if view.current.page != WORKSHEET:
                self._window.go(Place(page=WORKSHEET, profile=view.current.profile))
            self._window.go(replace(view.current, view=way, scroll=0))

        return self._on_view(fill)

    def _on_profiles(self, name: str) -> Callable[[], None]:
        """Return a handler for what the Project menu does; its module is loaded when it is used."""

        def act(view: "ProjectView") -> None:
            getattr(self._projects, name)(view)

        return self._on_view(act)

    def _on_view(self, act: "Callable[[ProjectView], object]") -> Callable[[], None]:
        def handler() -> None:
            view = self._window.current_view()
            if view is not None:
                act(view)

        return handler

    def _ask_project_path(self, title: str) -> Path | None:
        from icp_desktop.storage.file_names import file_name

        workspace = self._window.session.workspace
        if workspace is None:
            return None
        project = workspace.opened.project
        folder = self._window.session.folder
        folder = folder if folder.is_dir() else Path.home()
        proposal = folder / file_name(project.client, project.name)
        path = self._window.prompts.save_file(title, proposal, f"{_('Projects')} ({PROJECT_FILES})")
        if path is None:
            return None
        return path if path.suffix.casefold() == ".icp" else path.with_name(f"{path.name}.icp")


def _enter(part: QWidget) -> None:
    """Put the focus on the first thing in a part that takes it."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for child in part.findChildren(QWidget):
        if (
            child.focusPolicy() & Qt.FocusPolicy.TabFocus
            and child.isVisible()
            and child.isEnabled()
        ):
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _prove(view: "ProjectView") -> None:
    page = view.page()
    if page is not None:
        page.prove()


def _on_text(action: str) -> None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        getattr(focus, action)()
