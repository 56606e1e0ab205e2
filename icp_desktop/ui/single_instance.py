"""One window at a time: a second start hands its file to the first and ends.

The lock is taken before anything else, so that two starts at once can't both open the library. It
names its process: where that has died, Qt clears it without asking. A lock that can't be made at
all (a read-only folder) is not a second window, and the program starts without it.
"""

import json
import logging
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from icp_desktop.ui.local_socket import LocalDoor

log = logging.getLogger(__name__)
Standing = Literal["first", "second", "unguarded"]
_LOCK = "running.lock"
_SOCKET = "running.socket"
_LONGEST_SOCKET_PATH = 100  # bytes; the system allows about 107
_LONGEST_MESSAGE = 64 * 1024


class SingleInstance(QObject):
    """Holds the lock of the running program and hears of second starts.

    `asked` carries the path a second start was given, or "" if only the window is wanted.
    """

    asked = Signal(object)  # as a text Qt would lose bytes of a name that are no text

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Guard the program that keeps its data in `folder`."""
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # only a dead process makes it stale, never its age
        self._door: LocalDoor | None = None

    def claim(self) -> Standing:
        """Take the lock, and say whether this is the first start."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return "unguarded"
        if self._lock.tryLock(0):
            return "first"
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            return "second"
        log.warning("the lock of the program could not be made")
        return "unguarded"

    def listen(self) -> None:
        """Begin to hear of second starts; only the holder of the lock may."""
        from icp_desktop.ui.local_socket import LocalDoor

        self._door = LocalDoor(self._address(), _LONGEST_MESSAGE, self)
        self._door.heard.connect(self._on_heard)
        if not self._door.open():
            log.warning("second starts can't be heard")

    def hand_over(self, file: str | None, patience: float = 5.0) -> bool:
        """Give a file to the first window and say whether it took it; wait while it starts up."""
        from icp_desktop.ui.local_socket import knock

        path = str(Path(file).absolute()) if file else ""
        message = json.dumps({"file": path}).encode()
        end = time.monotonic() + patience
        while not knock(self._address(), message):
            if time.monotonic() > end:
                return False
            time.sleep(0.05)
        return True

    def close(self) -> None:
        """Give the lock back."""
        if self._door is not None:
            self._door.close()
            self._door = None
        self._lock.unlock()

    def _address(self) -> str:
        path = str(self._folder.resolve() / _SOCKET)
        if sys.platform != "win32" and len(path.encode()) <= _LONGEST_SOCKET_PATH:
            return path
        import hashlib

        return "icp-desktop-" + hashlib.sha256(path.encode()).hexdigest()[:24]

    def _on_heard(self, message: bytes) -> None:
        try:
            found = json.loads(message)
        except (ValueError, RecursionError):
            return
        file = found.get("file") if isinstance(found, dict) else None
        if isinstance(file, str):
            self.asked.emit(file)
