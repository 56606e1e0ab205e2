"""The project file `Client - Project.icp`: one project with its versions, read and written whole.

A zip (see `container`) of `manifest.json` and the parts of `codec.parts`; parts of versions that
differ from those lie under `versions/<sha256>`, each body once. The manifest holds the format
version, the version of the program that is needed, a SHA-256 per part and the list of versions.
Nothing in a project file is ever executed, and fields that its worksheet no longer asks are kept.
"""

import json
import os
import re
import stat
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icp_desktop.codec.parts import (
    FORMAT,
    DamagedPartError,
    from_parts,
    is_body_name,
    is_part_name,
    to_parts,
)
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import is_id
from icp_desktop.model.record import field, record
from icp_desktop.progress import SILENT, Progress
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.container import LARGEST_FILE, Container, NotAProjectError, pack
from icp_desktop.storage.keepable import UnkeepableError, whole_parts
from icp_desktop.storage.places import read_error
from icp_desktop.storage.versions import (
    EMPTY,
    LONGEST_NAME,
    MOST_VERSIONS,
    History,
    Version,
    content_digest,
    digest_of,
    digests_of,
)

if TYPE_CHECKING:
    from icp_desktop.model.project import Project

SUFFIX = ".icp"
NEEDS = "0.1.0"  # the first version of the program that reads this FORMAT
MANIFEST = "manifest.json"
_VERSIONS = "versions/"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST_STATE = 32 << 20  # bytes of the parts that are turned into records
_PIECE = 1 << 20
_MOST_TABLES = 100_000  # JSON tables in them; read in about two seconds


class NewerFormatError(KnownError):
    """A file was written by a newer program; `needed` is its format."""

    def __init__(self, name: str, needed: int, program: str) -> None:
        """Say which version of the program is needed."""
        self.needed = needed
        super().__init__(
            _(
                "“{name}” needs ICP Desktop {program} or newer (file format {needed}; this version "
                "reads up to {known}). Install the newer version to open it. The file was not "
                "changed.",
                name=name[:160],
                program=program,
                needed=needed,
                known=FORMAT,
            )
        )


@record
class ProjectFile:
    """What a project file holds.

    `digest` is the SHA-256 of the file; `content` that of what it says, however it was packed.
    """

    project: "Project"
    history: History = EMPTY
    digest: str = field(default="")
    content: str = field(default="")


def read_project_file(source: Path | bytes, *, progress: Progress = SILENT) -> ProjectFile:
    """Read and check a project file; raise a KnownError of one sentence if it is not sound."""
    if isinstance(source, Path):
        data, name = read_bytes(source, progress=progress), source.name
    else:
        data, name = source, _("This file")
    container = Container(data, name)
    manifest = _manifest(container, name)
    digests = _digests(manifest.get("parts"), MANIFEST)
    versions = _versions(manifest)
    _check_names(container, digests, versions, name)
    parts = container.read_all(digests, progress)
    for part, body in parts.items():
        _check_digest(part, body, digests[part])
    records = [body for part, body in parts.items() if not is_body_name(part)]
    tables = sum(body.count(b"{") for body in records)
    if sum(map(len, records)) > _LARGEST_STATE or tables > _MOST_TABLES:
        raise NotAProjectError(name, _("it unpacks to more than a project can hold"))
    project = from_parts(parts)
    from icp_desktop.worksheet.toml_source import read_worksheet

    read_worksheet(project.worksheet)
    ours = to_parts(project)
    if stray := sorted(set(parts) - set(ours)):
        raise DamagedPartError(stray[0], _("nothing refers to it"))
    present = {digests[part]: body for part, body in parts.items()}
    history = History(versions=versions, bodies=_bodies(container, versions, present, progress))
    return ProjectFile(
        project=project,
        history=history,
        digest=digest_of(data),
        content=content_digest(digests_of(ours), history),
    )


def project_file_bytes(project: "Project", history: History = EMPTY) -> bytes:
    """Return the bytes of a project file; the same project makes the same bytes.

    Raises KnownError if they could not be read again, so that no such file is ever written.
    """
    parts = whole_parts(project)
    digests = dict(digests_of(parts))
    manifest = {
        "format": FORMAT,
        "needs": NEEDS,
        "program": program_version(),
        "project": project.id,
        "parts": digests,
        "versions": [_plain(each) for each in history.versions],
    }
    data = json.dumps(manifest, ensure_ascii=False, indent=2).encode()
    kept = sorted(history.bodies.keys() - set(digests.values()))
    bodies = {f"{_VERSIONS}{digest}": history.bodies[digest] for digest in kept}
    packed = pack({MANIFEST: data, **parts, **bodies})
    try:
        read_project_file(packed)
    except NotAProjectError as error:
        raise UnkeepableError(_("it is larger than a project file can be")) from error
    return packed


def write_project_file(
    path: Path,
    project: "Project",
    history: History = EMPTY,
    *,
    before_replace: Callable[[], None] | None = None,
) -> str:
    """Write a project file whole and return its digest; raise PlaceError as `write_whole` does."""
    data = project_file_bytes(project, history)
    write_whole(path, data, before_replace=before_replace)
    return digest_of(data)


def read_bytes(path: Path, *, progress: Progress = SILENT) -> bytes:
    """Return the bytes of a file that may be a project; raise ReadError or NotAProjectError.

    Between pieces it can be cancelled: a file in the cloud may take long to come.
    """
    pieces = []
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NotAProjectError(path.name, _("it is not a file"))
        if found.st_size > LARGEST_FILE:
            raise NotAProjectError(path.name, _("it is larger than a project can be"))
        with path.open("rb") as file:
            for done in range(0, LARGEST_FILE, _PIECE):
                progress.step(min(done, found.st_size), found.st_size, path.name)
                if not (piece := file.read(_PIECE)):
                    break
                pieces.append(piece)
    except OSError as error:
        raise read_error(path, error) from error
    return b"".join(pieces)


def project_id_of(path: Path) -> str:
    """Return the id of the project in a file without reading all of it, "" if there is none."""
    try:
        found = _manifest(Container(read_bytes(path), path.name), path.name).get("project")
    except KnownError:
        return ""
    return found if isinstance(found, str) and is_id(found) else ""


def program_version() -> str:
    """Return the version of this program."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("icp-desktop")
    except PackageNotFoundError:
        return NEEDS  # run from a checkout that was never installed


def is_online_only(path: Path) -> bool:
    """Say whether a file is a placeholder of a cloud folder whose content is not on this disk."""
    try:
        found = os.stat(path)  # noqa: PTH116 - attributes that differ per system
    except OSError:
        return False
    attributes = getattr(found, "st_file_attributes", 0)
    if attributes & 0x441000 or getattr(found, "st_flags", 0) & 0x40000000:
        return True  # Windows: offline, recall on open or on access; macOS: dataless
    return found.st_size > 0 and getattr(found, "st_blocks", 1) == 0


def _manifest(container: Container, name: str) -> Mapping[str, Any]:
    try:
        manifest = json.loads(container.read(MANIFEST))
    except (ValueError, RecursionError) as error:
        raise DamagedPartError(MANIFEST, _("it can’t be read")) from error
    if not isinstance(manifest, dict):
        raise DamagedPartError(MANIFEST, _("it is not a table"))
    found = manifest.get("format")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise DamagedPartError(MANIFEST, _("it has no format version"))
    if found > FORMAT:
        raise NewerFormatError(name, found, _short(manifest.get("needs")))
    return manifest


def _short(found: object) -> str:
    return found[:20] if isinstance(found, str) and found else "?"


def _digests(found: object, where: str) -> dict[str, str]:
    if (
        not isinstance(found, dict)
        or not all(isinstance(each, str) and _DIGEST.fullmatch(each) for each in found.values())
        or not all(map(is_part_name, found))
    ):
        raise DamagedPartError(where, _("its list of parts is wrong"))
    return found


def _versions(manifest: Mapping[str, Any]) -> tuple[Version, ...]:
    found = manifest.get("versions")
    if not isinstance(found, list) or len(found) > MOST_VERSIONS:
        raise DamagedPartError(MANIFEST, _("its list of versions is wrong"))
    versions = tuple(_version(each) for each in found)
    if len({each.id for each in versions}) != len(versions):
        raise DamagedPartError(MANIFEST, _("a version is in it twice"))
    return versions


def _version(found: object) -> Version:
    fault = DamagedPartError(MANIFEST, _("one of its versions is wrong"))
    keys = {"id", "name", "reason", "day", "automatic", "parts"}
    if (
        not isinstance(found, dict)
        or set(found) != keys
        or not isinstance(found["automatic"], bool)
    ):
        raise fault
    texts = [found[key] for key in ("id", "name", "reason", "day")]
    if not all(isinstance(text, str) and len(text) <= LONGEST_NAME for text in texts):
        raise fault
    if not is_id(found["id"]):
        raise fault
    try:
        day = date.fromisoformat(found["day"])
        "".join(texts).encode()
    except ValueError as error:
        raise fault from error
    return Version(
        id=found["id"],
        name=found["name"],
        reason=found["reason"],
        day=day,
        automatic=found["automatic"],
        parts=tuple(sorted(_digests(found["parts"], MANIFEST).items())),
    )


def _plain(each: Version) -> dict[str, Any]:
    return {
        "id": each.id,
        "name": each.name,
        "reason": each.reason,
        "day": each.day.isoformat(),
        "automatic": each.automatic,
        "parts": dict(each.parts),
    }


def _check_names(
    container: Container, digests: Mapping[str, str], versions: tuple[Version, ...], name: str
) -> None:
    """Check that the file holds what its manifest says, and nothing else."""
    needed = {digest for each in versions for _part, digest in each.parts}
    expected = {MANIFEST, *digests, *(f"{_VERSIONS}{each}" for each in needed)}
    if unknown := sorted(set(container.names) - expected):
        raise NotAProjectError(
            name, _("it holds something that has no place in it (“{part}”)", part=unknown[0][:80])
        )
    present = {f"{_VERSIONS}{each}" for each in digests.values()}
    if missing := sorted(expected - present - set(container.names)):
        raise DamagedPartError(missing[0], _("it is missing"))


def _check_digest(part: str, body: bytes, digest: str) -> None:
    if digest_of(body) != digest:
        raise DamagedPartError(part, _("its bytes have changed"))


def _bodies(
    container: Container,
    versions: tuple[Version, ...],
    present: Mapping[str, bytes],
    progress: Progress,
) -> dict[str, bytes]:
    """Return what the versions are made of; what the present state has too lies there once."""
    needed = {digest for each in versions for _part, digest in each.parts}
    bodies = {digest: present[digest] for digest in sorted(needed & present.keys())}
    names = [name for name in container.names if name.startswith(_VERSIONS)]
    for name, body in container.read_all(names, progress).items():
        digest = name.removeprefix(_VERSIONS)
        _check_digest(name, body, digest)
        bodies[digest] = body
    return bodies
