"""One writer: a lock on the library that ends with the program that holds it, however it ends.

The system's own lock on an open file is used, not the mere presence of a file: after a crash or
`kill -9` it is free at once. The file says who holds it, for a person who looks.
"""

import contextlib
import errno
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.storage.places import place_error

_NAME = "library.lock"
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class LibraryBusyError(KnownError):
    """Another window of the program has the library open."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            _(
                "ICP Desktop is already open with this library. Go on in the window that is open, "
                "or close it first."
            )
        )


class LockUnavailableError(KnownError):
    """The folder of the library can't lock files: not the same as being open already."""

    def __init__(self, folder: Path, reason: str) -> None:
        """Say which folder."""
        super().__init__(
            _(
                "The folder “{folder}” does not let the program lock its library ({reason}), so "
                "it was not opened. Choose a folder on this computer for it.",
                folder=folder,
                reason=reason,
            )
        )


class LibraryLock:
    """The right to write; taken when made, given back by `release`."""

    def __init__(self, folder: Path) -> None:
        """Take the lock; raise LibraryBusyError, LockUnavailableError or PlaceError."""
        path = folder / _NAME
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise place_error(path, error) from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            if error.errno in _TAKEN:
                raise LibraryBusyError from error
            raise LockUnavailableError(folder, error.strerror or "") from error
        with contextlib.suppress(OSError):  # the words are a courtesy; the lock is what counts
            os.ftruncate(self._file, 0)
            started = datetime.now(UTC).isoformat(timespec="seconds")
            os.write(self._file, f"process {os.getpid()}, since {started}\n".encode())

    def release(self) -> None:
        """Give the lock back; again does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, 1 << 20, os.SEEK_SET)  # a byte beyond the words, which stay readable
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
