"""Writing a file so that it is always the old one or the new one, never anything between.

The new content goes to a temporary file in the same folder, is forced to disk and then takes the
place of the old one in one step. There is no other way of writing: where this fails, nothing has
been touched and the person chooses another place.
"""

import contextlib
import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

from icp_desktop.storage.places import PlaceError, is_in_use, place_error

LEFT_OVER = ".icp-"  # how the names of our temporary files begin
_SHAPE = re.compile(r"\.icp-(?P<host>[0-9a-f]{8})-(?P<pid>\d{1,10})-[0-9a-f]{8}\.tmp")
_PAUSES = (0.010, 0.025, 0.050, 0.100)  # a sync client or virus scanner lets go within these
_CHUNK = 1 << 20
_FOREIGN_AGE = 24 * 3600  # seconds after which another computer's temporary file is surely stale


def write_whole(
    path: Path, data: bytes, *, before_replace: Callable[[], None] | None = None
) -> None:
    """Write a file whole; raise PlaceError, with the old file untouched, if that can't be done.

    Links are followed and the rights of an old file are kept. `before_replace` is called when
    only the last step remains; if it raises, nothing is written.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = _mode_of(target)
        temporary = _written_beside(target, data, mode)
    except OSError as error:
        raise place_error(path, error) from error
    try:
        if before_replace is not None:
            before_replace()
        replace_file(temporary, target)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def replace_file(temporary: Path, target: Path) -> None:
    """Put a finished file in the place of another for good; both lie in one folder.

    Where a sync client or virus scanner holds the file, as happens on Windows, it is tried again
    for 185 ms. Raises PlaceError.
    """
    try:
        _replace(temporary, target)
        _sync_folder(target.parent)
    except OSError as error:
        raise place_error(target, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, unless they are there; raise PlaceError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise place_error(folder, error) from error


def clean_left_overs(folder: Path) -> int:
    """Remove the temporary files that a killed program left in a folder; say how many.

    A file of this computer is stale when its program has ended; that of another computer, which
    a synced folder may show, only after a day.
    """
    removed = 0
    try:
        found = [entry for entry in os.scandir(folder) if entry.name.startswith(LEFT_OVER)]
    except OSError:
        return 0  # the folder is not there: nothing to clean
    for entry in found:
        with contextlib.suppress(OSError):
            if _is_stale(entry):
                Path(entry.path).unlink()
                removed += 1
    return removed


def _mode_of(target: Path) -> int | None:
    """Return the rights of the file that is there, None if there is none."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    mode = stat.S_IMODE(found.st_mode)
    if not mode & 0o222:  # the owner said so; replacing the file would go round it
        raise PlaceError(target, "read_only")
    return mode


def _written_beside(target: Path, data: bytes, mode: int | None) -> Path:
    import secrets

    name = f"{LEFT_OVER}{_host()}-{os.getpid()}-{secrets.token_hex(4)}.tmp"
    temporary = target.parent / name
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    file = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        try:
            _write_all(file, data)
            if mode is not None and sys.platform != "win32":
                os.fchmod(file, mode)
            os.fsync(file)
        finally:
            os.close(file)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view[:_CHUNK]) :]


def _replace(temporary: Path, target: Path) -> None:
    for pause in (*_PAUSES, None):
        try:
            os.replace(temporary, target)  # noqa: PTH105 - the one call that tests make fail
        except OSError as error:
            if not is_in_use(error):
                raise
            if pause is None:
                raise PlaceError(target, "in_use") from error
            time.sleep(pause)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Force the new name to disk where the system can; some network folders can't."""
    if sys.platform == "win32":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.EBADF}:
            raise
    finally:
        os.close(file)


def _is_stale(entry: os.DirEntry[str]) -> bool:
    shape = _SHAPE.fullmatch(entry.name)
    if shape is None or not entry.is_file(follow_symlinks=False):
        return False
    if shape["host"] == _host():
        pid = int(shape["pid"])
        return pid != os.getpid() and not is_running(pid)
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _FOREIGN_AGE


def is_running(pid: int) -> bool:
    """Say whether a process of this computer is alive."""
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # it is there and belongs to someone else
    return True


def _host() -> str:
    """Return a short mark of this computer that does not tell its name."""
    import hashlib
    import socket

    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]
