"""Room mode: the window for a client session, in which nothing of any other client can be seen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from icp_desktop.i18n import _

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow

SCALE = 1.6
COMMANDS_IN_ROOM = frozenset((
    "undo", "redo", "cut", "copy", "paste", "select_all", "find", "larger", "smaller",
    "usual_size", "next_part", "last_part", "full_screen", "field_help", "room", "quit",
))  # fmt: skip


class WindowRoom(QObject):
    """Enters and leaves room mode; it lasts no longer than the window.

    Rail, menus and preview go, and with them the way to other projects. Files that are handed over
    meanwhile wait: their names may be those of other clients.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Be no room yet."""
        super().__init__(window)
        self._window = window
        self._waiting: list[str] = []
        self.active = False

    def toggle(self) -> None:
        """Enter room mode, or leave it."""
        if self.active:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Show the questions alone, in large type."""
        window = self._window
        view = window.current_view()
        if view is None or view.profile is None:
            window.commands.action("room").setChecked(False)
            return
        self.active = True
        self._show_frame(shown=False)
        window.appearance.set_scale(max(SCALE, window.settings.current.scale))
        window.show_project_state()
        view.set_room(True)

    def leave(self) -> None:
        """Be the whole window again, at the same question, in the usual size."""
        if not self.active:
            return
        window = self._window
        self.active = False
        window.appearance.set_scale(window.settings.current.scale)
        if window.view is not None:
            window.view.set_room(False)
        self._show_frame(shown=True)
        window.show_project_state()
        waiting, self._waiting = self._waiting, []
        if waiting:
            window.open_paths(waiting)

    def hold(self, paths: Sequence[str]) -> None:
        """Keep files that were handed over until the session is done, without their names."""
        self._waiting += paths
        sentence = _("A file was handed over. It is opened when you leave room mode.")
        self._window.screens.current().tell("held", "note", sentence)

    def _show_frame(self, *, shown: bool) -> None:
        window = self._window
        window.menuBar().setVisible(shown)
        window.body.rail.setVisible(shown)
        window.commands.action("room").setChecked(not shown)
        if shown:
            window.screens.current().untell("held")
