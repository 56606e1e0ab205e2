"""What goes wrong at a place on disk, in plain words."""

import errno
from pathlib import Path
from typing import Literal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later

Cause = Literal["full", "rights", "read_only", "in_use", "gone", "name", "other"]

_CAUSES: dict[int, Cause] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "rights",
    errno.EPERM: "rights",
    errno.EROFS: "read_only",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ENODEV: "gone",
    errno.ENXIO: "gone",
    errno.ESTALE: "gone",
    errno.EHOSTDOWN: "gone",
    errno.ENAMETOOLONG: "name",
    errno.EINVAL: "name",
    errno.EISDIR: "name",
    errno.ELOOP: "name",
}
# Windows tells more than the POSIX numbers it is mapped to.
_WINDOWS_CAUSES: dict[int, Cause] = {
    19: "read_only",  # the medium is write-protected
    32: "in_use",  # another program has it open
    33: "in_use",  # another program has locked a part of it
    39: "full",
    53: "gone",  # the network path was not found
    112: "full",
    123: "name",  # characters that no name may have
    206: "name",  # too long
}
_SENTENCES: dict[Cause, str] = {
    "full": later(
        "There is not enough room for “{name}”. What was there before is unchanged. Make room or "
        "choose another place, then save again."
    ),
    "rights": later(
        "You are not allowed to save “{name}” in “{folder}”. What was there before is unchanged. "
        "Choose another place, then save again."
    ),
    "read_only": later(
        "“{name}” can’t be saved in “{folder}”, because it can only be read there. Choose another "
        "place, then save again."
    ),
    "in_use": later("“{name}” is open in another program. Close it there, then save again."),
    "gone": later(
        "The folder “{folder}” is not there, so “{name}” was not saved. Bring the folder back or "
        "choose another place, then save again."
    ),
    "name": later(
        "“{name}” can’t be used as a file name in “{folder}”. Choose a shorter or simpler name, "
        "then save again."
    ),
    "other": later(
        "“{name}” could not be saved in “{folder}” ({reason}). What was there before is unchanged. "
        "Choose another place, then save again."
    ),
}
_READING: dict[Cause, str] = {
    "rights": later(
        "You are not allowed to read “{name}”. Ask whoever keeps the folder “{folder}”."
    ),
    "in_use": later("“{name}” is locked by another program. Close it there, then open it again."),
    "gone": later("“{name}” is not in the folder “{folder}” (any more). Look where it has gone."),
    "name": later("“{name}” is not a file. Choose a file."),
}
_CANNOT_READ = later(
    "“{name}” could not be read ({reason}). If it lies on a network or in the cloud, check that "
    "it is there, then open it again."
)


class PlaceError(KnownError):
    """A place on disk does not do what is wanted; `cause` says why, `path` which."""

    def __init__(self, path: Path, cause: Cause, reason: str = "") -> None:
        """Say what happened while writing at `path`."""
        self.path = path
        self.cause: Cause = cause
        super().__init__(_told(_SENTENCES[cause], path, reason))


class ReadError(KnownError):
    """A file can't be read; `cause` says why, `path` which."""

    def __init__(self, path: Path, cause: Cause, reason: str = "") -> None:
        """Say what happened while reading `path`."""
        self.path = path
        self.cause: Cause = cause
        super().__init__(_told(_READING.get(cause, _CANNOT_READ), path, reason))


def place_error(path: Path, error: OSError) -> PlaceError:
    """Return what a failure to write at `path` means to the person."""
    return PlaceError(path, _cause(error), error.strerror or str(error))


def read_error(path: Path, error: OSError) -> ReadError:
    """Return what a failure to read `path` means to the person."""
    return ReadError(path, _cause(error), error.strerror or str(error))


def is_in_use(error: OSError) -> bool:
    """Say whether Windows refused because another program holds the file for a moment."""
    return getattr(error, "winerror", None) in {5, 32}


def _cause(error: OSError) -> Cause:
    windows = getattr(error, "winerror", None)
    if windows in _WINDOWS_CAUSES:
        return _WINDOWS_CAUSES[windows]
    return _CAUSES.get(error.errno or 0, "other")


def _told(sentence: str, path: Path, reason: str) -> str:
    return _(
        sentence, name=_shown(path.name), folder=_shown(str(path.absolute().parent)), reason=reason
    )


def _shown(name: str) -> str:
    """Return a name for a sentence: without bytes that are no text, and not endlessly long."""
    text = name.encode("utf-8", "replace").decode()
    return text if len(text) <= 160 else f"{text[:80]}…{text[-60:]}"
