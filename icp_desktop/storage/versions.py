"""Named versions of a project: what it was, kept by digest so that equal parts lie there once."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING

from icp_desktop.codec.parts import Parts, from_parts, to_parts
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.record import record

if TYPE_CHECKING:
    from icp_desktop.model.project import Project

MOST_VERSIONS = 1_000
LONGEST_NAME = 1_000


@record
class Version:
    """What a project was on a day: its parts by digest, a name and the reason for keeping it.

    `automatic` is one that the program kept before it changed much, such as before a restore.
    """

    id: str
    name: str
    reason: str
    day: date
    automatic: bool = False
    parts: tuple[tuple[str, str], ...]  # name and digest, in order of the names

    @property
    def is_milestone(self) -> bool:
        """Say whether a person kept it as a step of the work, not to send or merge a copy."""
        return not self.automatic and not self.id.startswith(("sent.", "copy.", "came."))


@record
class History:
    """The versions of a project, oldest first, and the bodies their digests stand for."""

    versions: tuple[Version, ...] = ()
    bodies: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def version(self, version_id: str) -> Version:
        """Return a version by its id; raise KeyError if there is none."""
        for version in self.versions:
            if version.id == version_id:
                return version
        raise KeyError(version_id)

    def project(self, version_id: str) -> "Project":
        """Return the project as it was; raise DamagedPartError if it can't be read any more."""
        version = self.version(version_id)
        return from_parts(
            {name: self.bodies[digest] for name, digest in version.parts if digest in self.bodies}
        )

    def by_hand(self) -> "History":
        """Return the versions that a person kept; the others stay on this computer."""
        return _with_versions(self, (each for each in self.versions if not each.automatic))


EMPTY = History()


def bare_name(name: str) -> str:
    """Return the name of a version to stand within another name, which is shown in quotes."""
    return name.replace("“", "").replace("”", "")


def digest_of(body: bytes) -> str:
    """Return the SHA-256 of a body in hexadecimal letters."""
    import hashlib

    return hashlib.sha256(body).hexdigest()


def digests_of(parts: Parts) -> tuple[tuple[str, str], ...]:
    """Return the names and digests of parts in order of the names."""
    return tuple((name, digest_of(parts[name])) for name in sorted(parts))


def version_digest(version: Version) -> str:
    """Return the digest of what a version says of itself, to notice damage by."""
    said = [
        version.id,
        version.name,
        version.reason,
        version.day.isoformat(),
        version.automatic,
        version.parts,
    ]
    return digest_of(json.dumps(said).encode())


def content_digest(parts: Iterable[tuple[str, str]], history: History) -> str:
    """Return one digest of a state with the versions kept by hand.

    Two files with the same one say the same, whichever program packed them.
    """
    said = [
        sorted(parts),
        sorted(version_digest(each) for each in history.versions if not each.automatic),
    ]
    return digest_of(json.dumps(said, ensure_ascii=True).encode())


def make_version(
    project: "Project",
    *,
    name: str,
    reason: str,
    day: date,
    automatic: bool = False,
    version_id: str = "",
) -> tuple[Version, Parts]:
    """Return a version of a project as it is, and its parts; its id is a new one unless given."""
    if len(name) > LONGEST_NAME or len(reason) > LONGEST_NAME:
        raise KnownError(
            _("The name or the reason of this version is too long. Use fewer than 1,000 letters.")
        )
    parts = to_parts(project)
    version = Version(
        id=version_id or new_id(),
        name=name,
        reason=reason,
        day=day,
        automatic=automatic,
        parts=digests_of(parts),
    )
    return version, parts


def keep(
    history: History,
    project: "Project",
    *,
    name: str,
    reason: str,
    day: date,
    automatic: bool = False,
) -> History:
    """Return the history with the project as it is added under a name."""
    if len(history.versions) >= MOST_VERSIONS:
        raise full_of_versions()
    version, parts = make_version(project, name=name, reason=reason, day=day, automatic=automatic)
    bodies = {**history.bodies, **{digest_of(body): body for body in parts.values()}}
    return History(versions=(*history.versions, version), bodies=bodies)


def full_of_versions() -> KnownError:
    """Return what is told when there is no room for one more version."""
    return KnownError(_("This project has a thousand versions, and no more can be kept with it."))


def rename(history: History, version_id: str, *, name: str, reason: str) -> History:
    """Return the history with another name and reason for one version."""
    before = history.version(version_id)
    after = replace(before, name=name, reason=reason)
    versions = tuple(after if each is before else each for each in history.versions)
    return replace(history, versions=versions)


def union(ours: History, theirs: History) -> History:
    """Return the versions of both; where both have one, it has the name theirs gives it."""
    named = {each.id: each for each in theirs.versions}
    versions = [named.pop(each.id, each) for each in ours.versions]
    merged = sorted((*versions, *named.values()), key=lambda each: each.day)
    if merged == list(ours.versions):
        return ours
    return _with_versions(History(bodies={**ours.bodies, **theirs.bodies}), merged)


def _with_versions(history: History, versions: Iterable[Version]) -> History:
    kept = tuple(versions)
    needed = {digest for version in kept for _name, digest in version.parts}
    bodies = {digest: body for digest, body in history.bodies.items() if digest in needed}
    return History(versions=kept, bodies=bodies)
