"""Notices that the program was replaced by another version while its window is open.

What is loaded only when it is needed would then come from the other version, or not at all.
"""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLES = 2_000  # ms until a package manager has put the new file where the old one was


class ReplacedProgram(QObject):
    """Emits `replaced` once."""

    replaced = Signal()

    def __init__(
        self, program: Path, parent: QObject | None = None, *, settles: int = _SETTLES
    ) -> None:
        """Watch the file that was started."""
        super().__init__(parent)
        self._program = program
        self._started = _identity(program)
        self._timer = QTimer(self, singleShot=True, interval=settles)
        self._timer.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher([str(program)], self)
        self._watcher.fileChanged.connect(lambda _path: self._timer.start())

    def _look(self) -> None:
        if _identity(self._program) == self._started:
            return
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self.replaced.emit()


def _identity(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
