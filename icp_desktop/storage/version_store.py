"""The versions of projects inside the library."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from icp_desktop.codec.parts import DamagedPartError, Parts, from_parts
from icp_desktop.i18n import _
from icp_desktop.storage.database import Database
from icp_desktop.storage.versions import (
    MOST_VERSIONS,
    History,
    Version,
    digest_of,
    full_of_versions,
    version_digest,
)

if TYPE_CHECKING:
    from icp_desktop.model.project import Project

Row = tuple[Any, ...]
MOST_AUTOMATIC = 50  # of these the oldest give way; those kept by hand never do


class VersionStore:
    """Versions by project; a body lies there once per project, by its digest."""

    def __init__(self, database: Database) -> None:
        """Work on the library's database."""
        self._database = database

    def versions(self, project_id: str) -> tuple[Version, ...]:
        """Return the versions of a project, oldest first; damaged ones are left out."""
        rows, listed = self._rows(project_id)
        found = (_version(row, listed.get(row[0], ())) for row in rows)
        return tuple(
            version
            for version, digest in found
            if version is not None and version_digest(version) == digest
        )

    def sound(self, project_id: str) -> History:
        """Return the versions with their bodies, but for those whose bodies are damaged.

        The damaged ones stay in the library; one of them must not hold up a backup of the rest.
        """
        bodies = self._bodies(project_id)
        versions = tuple(
            version
            for version in self.versions(project_id)
            if all(digest in bodies for _name, digest in version.parts)
        )
        needed = {digest for version in versions for _name, digest in version.parts}
        return History(versions=versions, bodies={each: bodies[each] for each in sorted(needed)})

    def damaged(self, project_id: str) -> int:
        """Return how many versions can't be read any more."""
        with self._database.reading() as connection:
            query = "SELECT count(*) FROM version WHERE project = ?"
            count = connection.execute(query, (project_id,)).fetchone()[0]
        return int(count) - len(self.sound(project_id).versions)

    def mend(self, project_id: str) -> None:
        """Take the word of a damaged row whose parts are all there; drop what lacks some."""
        bodies = self._bodies(project_id)
        rows, listed = self._rows(project_id)
        with self._database.writing() as connection:
            for row in rows:
                version, digest = _version(row, listed.get(row[0], ()))
                if version is None or not version.parts or not _readable(version, bodies):
                    connection.execute(
                        "DELETE FROM version WHERE project = ? AND id = ?", (project_id, row[0])
                    )
                elif version_digest(version) != digest:
                    connection.execute(
                        "UPDATE version SET digest = ? WHERE project = ? AND id = ?",
                        (version_digest(version), project_id, version.id),
                    )
            _drop_unused_bodies(connection, project_id)

    def project(self, project_id: str, version_id: str) -> "Project":
        """Return a project as it was; raise KeyError or DamagedPartError."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT p.name, p.digest, b.body FROM version_part p LEFT JOIN body b "
                "ON b.project = p.project AND b.digest = p.digest "
                "WHERE p.project = ? AND p.version = ?",
                (project_id, version_id),
            ).fetchall()
        if not rows:
            raise KeyError(version_id)
        parts = {}
        for name, digest, body in rows:
            if body is None or digest_of(body) != digest:
                raise DamagedPartError(name, _("its bytes have changed"))
            parts[name] = body
        return from_parts(parts)

    def add(self, project_id: str, version: Version, parts: Parts) -> None:
        """Add a version at the end."""
        with self._database.writing() as connection:
            count, last = connection.execute(
                "SELECT count(*), coalesce(max(position), 0) FROM version WHERE project = ?",
                (project_id,),
            ).fetchone()
            if count >= MOST_VERSIONS:
                raise full_of_versions()
            _put_bodies(connection, project_id, parts.values())
            _put_version(connection, project_id, last + 1, version)
            _thin_automatic(connection, project_id)

    def rename(self, project_id: str, version_id: str, *, name: str, reason: str) -> None:
        """Give a version another name and reason; raise KeyError if there is none."""
        before = History(versions=self.versions(project_id)).version(version_id)
        after = replace(before, name=name, reason=reason)
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE version SET name = ?, reason = ?, digest = ? WHERE project = ? AND id = ?",
                (name, reason, version_digest(after), project_id, version_id),
            )

    def write(self, project_id: str, history: History) -> None:
        """Put versions in, in their order and with their names; those not given stay too."""
        with self._database.writing() as connection:
            _put_bodies(connection, project_id, history.bodies.values())
            for position, version in enumerate(history.versions, 1):
                _put_version(connection, project_id, position, version)

    def rewrite(self, project_id: str, history: History) -> None:
        """Put versions in the place of those with their ids; drop bodies that none names."""
        self.write(project_id, history)
        with self._database.writing() as connection:
            _drop_unused_bodies(connection, project_id)

    def _rows(self, project_id: str) -> tuple[list[Row], dict[str, tuple[tuple[str, str], ...]]]:
        """Return the rows of the versions, and the parts of each by the id of the version."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT id, name, reason, day, automatic, digest FROM version WHERE project = ? "
                "ORDER BY position",
                (project_id,),
            ).fetchall()
            parts = connection.execute(
                "SELECT version, name, digest FROM version_part WHERE project = ? "
                "ORDER BY version, name",
                (project_id,),
            ).fetchall()
        listed: dict[str, tuple[tuple[str, str], ...]] = {}
        for version_id, name, digest in parts:
            listed[version_id] = (*listed.get(version_id, ()), (name, digest))
        return rows, listed

    def _bodies(self, project_id: str) -> dict[str, bytes]:
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT digest, body FROM body WHERE project = ?", (project_id,)
            ).fetchall()
        return {digest: body for digest, body in rows if digest_of(body) == digest}


def _version(row: Row, parts: tuple[tuple[str, str], ...]) -> tuple[Version | None, str]:
    """Return the version of a row, None if it makes no sense, and the digest it should have."""
    version_id, name, reason, day, automatic, digest = row
    try:
        version = Version(
            id=version_id,
            name=name,
            reason=reason,
            day=date.fromisoformat(day),
            automatic=bool(automatic),
            parts=parts,
        )
    except ValueError:
        return None, digest
    return version, digest


def _readable(version: Version, bodies: Mapping[str, bytes]) -> bool:
    try:
        from_parts({name: bodies[digest] for name, digest in version.parts if digest in bodies})
    except DamagedPartError:
        return False
    return True


def _put_bodies(connection: sqlite3.Connection, project_id: str, bodies: Iterable[bytes]) -> None:
    connection.executemany(
        "INSERT INTO body (project, digest, body) VALUES (?, ?, ?) "
        "ON CONFLICT (project, digest) DO UPDATE SET body = excluded.body",  # heals a damaged one
        ((project_id, digest_of(body), body) for body in bodies),
    )


def _put_version(
    connection: sqlite3.Connection, project_id: str, position: int, version: Version
) -> None:
    connection.execute(
        "INSERT INTO version (id, project, position, name, reason, day, automatic, digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (project, id) DO UPDATE SET "
        "position = excluded.position, name = excluded.name, reason = excluded.reason, "
        "day = excluded.day, automatic = excluded.automatic, digest = excluded.digest",
        (
            version.id,
            project_id,
            position,
            version.name,
            version.reason,
            version.day.isoformat(),
            int(version.automatic),
            version_digest(version),
        ),
    )
    connection.execute(
        "DELETE FROM version_part WHERE project = ? AND version = ?", (project_id, version.id)
    )
    connection.executemany(
        "INSERT INTO version_part (project, version, name, digest) VALUES (?, ?, ?, ?)",
        ((project_id, version.id, name, digest) for name, digest in version.parts),
    )


def _thin_automatic(connection: sqlite3.Connection, project_id: str) -> None:
    done = connection.execute(
        "DELETE FROM version WHERE project = ?1 AND automatic = 1 AND id NOT IN (SELECT id FROM "
        "version WHERE project = ?1 AND automatic = 1 ORDER BY position DESC LIMIT ?2)",
        (project_id, MOST_AUTOMATIC),
    )
    if done.rowcount:
        _drop_unused_bodies(connection, project_id)


def _drop_unused_bodies(connection: sqlite3.Connection, project_id: str) -> None:
    connection.execute(
        "DELETE FROM body WHERE project = ?1 AND digest NOT IN "
        "(SELECT digest FROM version_part WHERE project = ?1)",
        (project_id,),
    )
