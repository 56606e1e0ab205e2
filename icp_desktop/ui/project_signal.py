"""Turns what the open project tells its subscribers into one Qt signal."""

from PySide6.QtCore import QObject, Signal

from icp_desktop.open_project import Change, OpenProject


class ProjectSignal(QObject):
    """Emits `changed(Change)` for every change of an open project, on the thread of the window."""

    changed = Signal(object)

    def __init__(self, opened: OpenProject, parent: QObject | None = None) -> None:
        """Listen to a project until `close` is called."""
        super().__init__(parent)
        self._unsubscribe = opened.subscribe(self._on_change)

    def close(self) -> None:
        """Stop listening."""
        self._unsubscribe()

    def _on_change(self, change: Change) -> None:
        self.changed.emit(change)
