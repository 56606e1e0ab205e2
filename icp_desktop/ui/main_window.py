"""The one window: its menus, its rail, its screens, and who answers to what."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.settings import SettingsFile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import Background
from icp_desktop.ui.commands import Commands
from icp_desktop.ui.file_drops import FileDrops
from icp_desktop.ui.file_routes import open_files, route_of
from icp_desktop.ui.pages.place import Place
from icp_desktop.ui.prompts import DialogPrompts, Prompts
from icp_desktop.ui.screen import Action
from icp_desktop.ui.session import Session
from icp_desktop.ui.store import Store
from icp_desktop.ui.undo_guard import UndoGuard
from icp_desktop.ui.window_body import WindowBody
from icp_desktop.ui.window_commands import WindowCommands
from icp_desktop.ui.window_preview import WindowPreview
from icp_desktop.ui.window_progress import WindowProgress
from icp_desktop.ui.window_rail import WindowRail
from icp_desktop.ui.window_room import COMMANDS_IN_ROOM, WindowRoom
from icp_desktop.ui.window_screens import WindowScreens

if TYPE_CHECKING:
    from icp_desktop.model.proposal import Proposal
    from icp_desktop.ui.project_view import ProjectView
    from icp_desktop.ui.workspace import Workspace

_AFTER_PAGE = 50  # ms; nobody moves the focus before there is a page


class MainWindow(QMainWindow):
    """Composes the parts; what each of them does stands in its own module."""

    def __init__(
        self,
        appearance: Appearance,
        store: Store,
        *,
        settings: SettingsFile,
        background: Background,
        prompts: Prompts | None = None,
    ) -> None:
        """Show the home page, or the first questions; nothing heavy is loaded."""
        super().__init__()
        self.appearance = appearance
        self.settings = settings
        self.background = background
        self.prompts: Prompts = prompts or DialogPrompts(self, self.topic_here)
        self.session = Session(store, settings, self)
        self.view: ProjectView | None = None
        self.setWindowTitle("ICP Desktop")
        self.setAcceptDrops(True)
        self.body = WindowBody(appearance)
        self.setCentralWidget(self.body)
        self.screens = WindowScreens(self)
        self.preview = WindowPreview(self)
        self.room = WindowRoom(self)
        self.window_commands = WindowCommands(self)
        self.commands = Commands(self.window_commands.handlers(), self)
        self.commands.fill(self.menuBar())
        self.commands.join(self)
        self.rail = WindowRail(self)
        WindowProgress(background, self.screens, self)
        QTimer.singleShot(_AFTER_PAGE, self._add_ring)
        self.drops = FileDrops(self)
        self._guard = UndoGuard(_application(), self)
        self._wire()
        self._restore_window()
        self.show_project_state()

    def start(self, file: str | None = None) -> None:
        """Go where the person was, to a file that was given, or to the first questions."""
        current = self.settings.current
        if file and route_of(Path(file)).starts_project:
            self.open_paths([file])
        elif current.open_project and self.session.store.library.has(current.open_project):
            self.session.open_project(current.open_project)
        if self.view is None:
            self.screens.show_home()
        if file and not route_of(Path(file)).starts_project:
            self.open_paths([file])

    def open_paths(self, paths: Sequence[str]) -> None:
        """Open files that were given, dropped or double-clicked; say why if that can't be."""
        self.raise_window()
        if self.room.active:
            self.room.hold(paths)
            return
        open_files(self, [Path(path) for path in paths])

    def raise_window(self) -> None:
        """Come to the front."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def go(self, place: Place) -> None:
        """Show a place of the open project."""
        if self.view is not None:
            self.screens.show(self.view)
            self.view.go(place)

    def topic_here(self) -> str:
        """Return the id of the topic of the help for what the person sees."""
        return self.window_commands.help.topic_here()

    def current_view(self) -> "ProjectView | None":
        """Return the view of the open project if it is what the person sees."""
        return self.view if self.view is self.screens.current() else None

    def show_project_state(self) -> None:
        """Bring menus, rail, title and preview in line with what is shown."""
        view = self.current_view()
        allowed = COMMANDS_IN_ROOM if self.room.active else None
        self.commands.show_project(view is not None, allowed)
        self.show_steps()
        self._guard.guard(view)
        name = view.context.project.client if view is not None else ""
        self.setWindowTitle(f"{name} – ICP Desktop" if name else "ICP Desktop")
        self.rail.renew()
        self.preview.renew()

    def show_steps(self) -> None:
        """Name what undo and redo would do."""
        view = self.current_view()
        opened = view.context.opened if view is not None else None
        self.commands.show_steps(
            opened.undo_label if opened else None, opened.redo_label if opened else None
        )

    def save_everything(self) -> bool:
        """Write what is not yet on disk and say whether all is."""
        workspace = self.session.workspace
        return workspace is None or workspace.autosave.finish()

    def tell_trouble(self, sentence: str, actions: object = ()) -> None:
        """Show what went wrong on the screen the person sees."""
        given: tuple[Action, ...] = actions if isinstance(actions, tuple) else ()
        self.screens.current().tell("trouble", "failed", sentence, given)

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        workspace = self.session.workspace
        if event.type() == QEvent.Type.ActivationChange and workspace is not None:
            workspace.publish()  # which first looks whether the file was changed elsewhere

    @override
    def closeEvent(self, event: QCloseEvent, /) -> None:
        shown = self.current_view()
        open_id = shown.workspace.project_id if shown is not None else ""
        if not self.session.close_project() and not self._closes_anyway():
            event.ignore()
            return
        state = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.settings.change(window=state, open_project=open_id)
        self.background.cancel_all()
        event.accept()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if (handle := self.windowHandle()) is not None:
            self.drops.listen(handle)

    def _add_ring(self) -> None:
        from icp_desktop.ui.focus_frame import FocusRing

        self._ring = FocusRing(self.appearance, self)

    def _wire(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        session.listed.connect(self.screens.renew_home)
        session.trouble.connect(self.tell_trouble)
        session.archived.connect(self.screens.say_archived)
        session.copies_found.connect(self.screens.say_copies)
        self.background.failed.connect(lambda error: self.tell_trouble(str(error)))
        self.background.started.connect(lambda _job: self._flush())
        self.screens.changed.connect(self.show_project_state)
        self.drops.hovered.connect(self.screens.show_dragged)
        self.drops.dropped.connect(self.open_paths)
        _application().focusChanged.connect(self._on_focus_changed)

    def _on_opened(self, workspace: "Workspace") -> None:
        if self.view is None or self.view.workspace is not workspace:
            self.view = self._make_view(workspace)
        self.screens.show(self.view)
        self.view.go(workspace.place)
        self.show_project_state()
        workspace.publish()

    def _make_view(self, workspace: "Workspace") -> "ProjectView":
        from icp_desktop.ui.project_view import ProjectView

        view = ProjectView(
            self.appearance,
            workspace,
            settings=self.settings,
            background=self.background,
            prompts=self.prompts,
            undo=self.commands.action("undo"),
            redo=self.commands.action("redo"),
            last_version=self._last_version,
        )
        view.moved.connect(self._on_moved)
        view.changed.connect(self._on_changed)
        view.preview_asked.connect(self.preview.open)
        view.merge_asked.connect(self.screens.show_other_state)
        view.proposal_asked.connect(self._propose)
        view.left.connect(self._on_left)
        view.room_left.connect(self.room.leave)
        view.place_asked.connect(self.window_commands.choose_file)
        view.add_profile_asked.connect(self.commands.action("add_profile").trigger)
        self.rail.follow(workspace)
        workspace.autosave.saved.connect(lambda _when: self.screens.take_saved())
        self.screens.add(view)
        return view

    def _on_closed(self) -> None:
        self.room.leave()
        if self.view is not None:
            self.screens.drop(self.view)
            self.view = None
        self.rail.follow(None)
        self.preview.forget()

    def _propose(self, proposal: "Proposal", ours: str, theirs: str) -> None:
        from icp_desktop.ui.proposing import propose

        propose(self, proposal, ours, theirs)

    def _on_moved(self, _place: Place) -> None:
        self.rail.renew()
        self.preview.renew()

    def _on_changed(self) -> None:
        self.show_steps()
        self.rail.renew()
        self.preview.renew()

    def _on_left(self, sentence: str) -> None:
        self.session.leave_removed()
        self.screens.show_home()
        self.screens.current().tell("file", "note", sentence)

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.view is not None and self.view.isAncestorOf(old):
            self._flush()

    def _flush(self) -> None:
        if self.session.workspace is not None:
            self.session.workspace.autosave.flush()

    def _last_version(self) -> str:
        workspace = self.session.workspace
        if workspace is None:
            return ""
        versions = self.session.store.library.versions(workspace.project_id)
        named = [each.name for each in versions if each.is_milestone]
        return named[-1] if named else ""

    def _closes_anyway(self) -> bool:
        sentence = _(
            "Your last changes could not be saved. Stay here and make room or free the folder, "
            "or save a copy of the whole project at another place."
        )
        choices = (_("Save a copy…"), _("Close and lose the changes"))
        chosen = self.prompts.choice(_("Not saved yet"), sentence, choices)
        if chosen == 0:
            return self.window_commands.save_copy_now()
        return chosen == 1

    def _restore_window(self) -> None:
        self.resize(1280, 800)
        self.setMinimumSize(480, 400)
        if state := self.settings.current.window:
            self.restoreGeometry(QByteArray.fromBase64(state.encode("ascii", "ignore")))


def make_handler(act: "Callable[[ProjectView], None]", window: MainWindow) -> Callable[[], None]:
    """Return a handler that does something with the view the person sees, if there is one."""

    def handler() -> None:
        view = window.current_view()
        if view is not None:
            act(view)

    return handler


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
