"""What lies at a path, seen with the eyes of one project."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from icp_desktop.errors import KnownError
from icp_desktop.model.record import record
from icp_desktop.paths import documents_folder
from icp_desktop.storage.places import ReadError
from icp_desktop.storage.project_file import (
    SUFFIX,
    NewerFormatError,
    ProjectFile,
    is_online_only,
    project_id_of,
    read_bytes,
    read_project_file,
)
from icp_desktop.storage.publications import Published
from icp_desktop.storage.publishing import Seen
from icp_desktop.storage.versions import digest_of

_CACHES = ("inetcache", "temporary internet files", "content.outlook", "appdata/local/temp")
_MOST_SIBLINGS = 200


@record
class Sighting:
    """What was seen at a path; `digest` is that of the file, "" if there is none to read."""

    seen: Seen
    digest: str = ""
    file: ProjectFile | None = None


def look(path: Path, project_id: str, known: Sequence[Published], content: str) -> Sighting:
    """Look at a path: `known` is what was ever written or read there, `content` what we have."""
    if not path.parent.is_dir():
        return Sighting(seen="folder_absent")
    if not os.path.lexists(path):
        return Sighting(seen="absent")
    if is_online_only(path):
        return Sighting(seen="online_only")
    try:
        data = read_bytes(path)
    except ReadError as error:
        return Sighting(seen="absent" if error.cause == "gone" else "unreachable")
    except KnownError:
        return Sighting(seen="unreadable")
    digest = digest_of(data)
    if known and known[-1].digest == digest:
        return Sighting(seen="base", digest=digest)
    try:
        file = read_project_file(data)
    except NewerFormatError:
        return Sighting(seen="newer", digest=digest)
    except KnownError:
        return Sighting(seen="unreadable", digest=digest)
    if file.project.id != project_id:
        return Sighting(seen="other", digest=digest, file=file)
    return Sighting(seen=_compare(file, known, content), digest=digest, file=file)


def _compare(file: ProjectFile, known: Sequence[Published], content: str) -> Seen:
    if known and known[-1].content == file.content:
        return "base"  # packed anew, saying the same
    if file.content == content:
        return "same"
    if any(file.digest == each.digest or file.content == each.content for each in known):
        return "earlier"
    return "changed"


def present_digest(path: Path) -> str:
    """Return the digest of the file at a path, "" if there is none that can be read."""
    try:
        return digest_of(read_bytes(path))
    except KnownError:
        return ""


def is_publishable(path: Path, temporary_folders: Sequence[Path]) -> bool:
    """Say whether a project may be published at a path: not where it can only be read."""
    target = Path(os.path.realpath(path))
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False  # a name that is no text can't be noted
    if is_temporary(target, temporary_folders) or not os.access(target.parent, os.W_OK):
        return False
    with contextlib.suppress(OSError):
        return bool(stat.S_IMODE(target.stat().st_mode) & 0o222)
    return True


def is_temporary(path: Path, temporary_folders: Sequence[Path]) -> bool:
    """Say whether a path lies where files vanish, such as the folder of an e-mail program."""
    if path.is_relative_to(Path(os.path.realpath(documents_folder()))):
        return False  # the person's own choice, wherever it lies
    if any(path.is_relative_to(Path(os.path.realpath(each))) for each in temporary_folders):
        return True
    place = path.as_posix().casefold()
    return any(cache in place for cache in _CACHES)


def temporary_folders() -> tuple[Path, ...]:
    """Return the system's folders for temporary files."""
    return tuple({Path(tempfile.gettempdir()), *_unix_folders()})


def conflicted_copies(path: Path, project_id: str) -> tuple[Path, ...]:
    """Return files beside a project file that hold the same project.

    Sync programs leave such copies under many names; the id inside tells them.
    """
    stem = path.stem.casefold()
    try:
        near = [
            entry.path
            for entry in os.scandir(path.parent)
            if entry.name.casefold().endswith(SUFFIX)
            and entry.name.casefold().startswith(stem)
            and entry.name != path.name
        ]
    except OSError:
        return ()
    found = (Path(each) for each in sorted(near)[:_MOST_SIBLINGS])
    return tuple(
        each for each in found if not is_online_only(each) and project_id_of(each) == project_id
    )


def _unix_folders() -> tuple[Path, ...]:
    return (Path("/tmp"), Path("/var/tmp")) if os.name == "posix" else ()  # noqa: S108
