"""Forgetting a person in versions and backups, with a word on what is beyond our reach."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from icp_desktop.codec.parts import DamagedPartError, to_parts
from icp_desktop.errors import KnownError
from icp_desktop.model.forgetting import Person, forget, rewording
from icp_desktop.model.record import record
from icp_desktop.storage.atomic import write_whole
from icp_desktop.storage.project_file import project_file_bytes, read_project_file
from icp_desktop.storage.versions import History, digest_of, digests_of

if TYPE_CHECKING:
    from icp_desktop.storage.library import Library


@record
class Forgotten:
    """In how many versions and backups a person was found, and what could not be looked into."""

    versions: int
    backups: int
    unread: tuple[Path, ...]
    damaged_versions: int


def forget_in_library(library: "Library", project_id: str, person: Person) -> Forgotten:
    """Forget a person in every version, backup and archived file of a project."""
    history = library.history(project_id)
    lighter, versions = forget_in_history(history, person)
    if versions:
        library.rewrite_history(project_id, lighter)
    backups, unread = 0, []
    archived = [path for path in library.removed() if _is_of(path, project_id)]
    for path in (*(each.path for each in library.backups.all(project_id)), *archived):
        try:
            backups += _forget_in_file(path, person)
        except (KnownError, OSError):
            unread.append(path)
    return Forgotten(
        versions=versions,
        backups=backups,
        unread=tuple(unread),
        damaged_versions=library.damaged_versions(project_id),
    )


def forget_in_history(history: History, person: Person) -> tuple[History, int]:
    """Return versions without the person, and how many told of them."""
    reword = rewording(person)
    versions, bodies, found = [], dict[str, bytes](), 0
    for version in history.versions:
        try:
            before = history.project(version.id)
        except DamagedPartError:
            continue
        after = forget(before, person)
        parts = to_parts(after)
        kept = replace(
            version,
            name=reword(version.name),
            reason=reword(version.reason),
            parts=digests_of(parts) if after is not before else version.parts,
        )
        if after is before:
            bodies |= {digest: history.bodies[digest] for _name, digest in version.parts}
        else:
            bodies |= {digest_of(body): body for body in parts.values()}
        found += kept != version
        versions.append(kept)
    return History(versions=tuple(versions), bodies=bodies), found


def _forget_in_file(path: Path, person: Person) -> bool:
    file = read_project_file(path)
    project = forget(file.project, person)
    history, found = forget_in_history(file.history, person)
    if project is file.project and not found:
        return False
    write_whole(path, project_file_bytes(project, history))
    return True


def _is_of(path: Path, project_id: str) -> bool:
    try:
        return read_project_file(path).project.id == project_id
    except (KnownError, OSError):
        return False
