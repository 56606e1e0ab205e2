"""The library: every project of one person, in one database in the folder of the user.

The running edit lives here. Only parts whose record is another object are written, in one
transaction; once `save` returns they are on disk.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from icp_desktop.codec.parts import DamagedPartError, Parts, count_parts, from_parts
from icp_desktop.i18n import _
from icp_desktop.model.record import record
from icp_desktop.storage.atomic import make_folder
from icp_desktop.storage.backups import Backup, Backups
from icp_desktop.storage.database import Connect, Database, LibraryUnusableError, connect
from icp_desktop.storage.index import (
    ALL_ROWS,
    PUT_FORMS,
    PUT_REVIEW,
    PUT_ROW,
    IndexRow,
    from_columns,
    index_row,
    to_columns,
    to_forms,
    to_review,
)
from icp_desktop.storage.keepable import parts_to_write, whole_parts
from icp_desktop.storage.library_lock import LibraryLock
from icp_desktop.storage.publications import Publications
from icp_desktop.storage.schema import CURRENT, Schema
from icp_desktop.storage.version_store import VersionStore
from icp_desktop.storage.versions import (
    EMPTY,
    History,
    Version,
    content_digest,
    digest_of,
    make_version,
)

if TYPE_CHECKING:
    from icp_desktop.model.project import Project

LIBRARY_FILE = "library.sqlite"
_LONGEST_PLACE = 4_000


class LibraryDamagedError(LibraryUnusableError):
    """The library can't be used; `backups` are the newest of each project, to start afresh from."""

    def __init__(self, path: Path, reason: str, backups: tuple[Backup, ...]) -> None:
        """Carry what is needed to offer a fresh start."""
        self.backups = backups
        super().__init__(path, reason)


@record
class StoredProject:
    """A project with where the person was in it and where it is published."""

    project: "Project"
    place: Mapping[str, str]
    file: Path | None = None


def utc_now() -> datetime:
    """Return the present time in UTC."""
    return datetime.now(UTC)


class Library:
    """An open library; there is one writer at a time, and it may be used from any thread."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        schema: Schema = CURRENT,
        connect: Connect = connect,
    ) -> None:
        """Open the library of a folder; made if there is none.

        Raises LibraryBusyError, LibraryDamagedError, NewerLibraryError or PlaceError.
        """
        self.folder = folder
        self.backups = Backups(folder / "backups")
        self._clock = clock
        make_folder(folder)
        self._lock = LibraryLock(folder)  # before anything else is touched
        path = folder / LIBRARY_FILE
        try:
            self._database = Database(path, schema=schema, connect=connect)
        except LibraryUnusableError as error:
            self._lock.release()
            newest = self.backups.newest_of_each()
            raise LibraryDamagedError(path, error.reason, newest) from error
        except BaseException:
            self._lock.release()
            raise
        self.publications = Publications(self._database)
        self._versions = VersionStore(self._database)

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], datetime] = utc_now) -> Self:
        """Open the library of a folder."""
        return cls(folder, clock=clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it and give the lock back; again does nothing."""
        self._database.close()
        self._lock.release()

    def now(self) -> datetime:
        """Return the time by the library's clock."""
        return self._clock()

    # What there is

    def projects(self) -> tuple[IndexRow, ...]:
        """Return a line per project, the last touched first."""
        with self._database.reading() as connection:
            rows = connection.execute(ALL_ROWS).fetchall()
        return tuple(from_columns(row) or self._counted_again(row) for row in rows)

    def has(self, project_id: str) -> bool:
        """Say whether a project is in the library."""
        with self._database.reading() as connection:
            query = "SELECT 1 FROM project WHERE id = ?"
            return connection.execute(query, (project_id,)).fetchone() is not None

    def load(self, project_id: str) -> StoredProject:
        """Return a project; raise KeyError if there is none, DamagedPartError if it is damaged."""
        with self._database.reading() as connection:
            query = "SELECT place, file FROM project WHERE id = ?"
            row = connection.execute(query, (project_id,)).fetchone()
        if row is None:
            raise KeyError(project_id)
        return StoredProject(
            project=from_parts(self._parts(project_id)),
            place=_place(row[0]),
            file=None if row[1] is None else Path(row[1]),
        )

    def raw_parts(self, project_id: str) -> Parts:
        """Return the parts as they lie there, damaged or not."""
        with self._database.reading() as connection:
            query = "SELECT name, body FROM part WHERE project = ?"
            return dict(connection.execute(query, (project_id,)).fetchall())

    def digests(self) -> dict[str, str]:
        """Return for each project what tells whether it has changed, the last touched first."""
        query = (
            "SELECT project.id, part.digest FROM project LEFT JOIN part ON part.project = "
            "project.id ORDER BY project.touched DESC, project.id, part.name"
        )
        found: dict[str, list[str]] = {}
        with self._database.reading() as connection:
            for project_id, digest in connection.execute(query):
                found.setdefault(project_id, []).append(digest or "")
        return {each: digest_of("".join(all_).encode()) for each, all_ in found.items()}

    def content(self, project_id: str) -> str:
        """Return the digest of what the project and its versions kept by hand say."""
        with self._database.reading() as connection:
            query = "SELECT name, digest FROM part WHERE project = ?"
            digests = connection.execute(query, (project_id,)).fetchall()
        return content_digest(digests, self._versions.sound(project_id))

    # Keeping

    def add(
        self, project: "Project", *, history: History = EMPTY, file: Path | None = None
    ) -> None:
        """Add a project with its versions; raise PathTakenError if its file is another's."""
        self.save(None, project)
        self._versions.write(project.id, history)
        if file is not None:
            self.publications.bind(project.id, file)

    def save(self, before: "Project | None", after: "Project") -> None:
        """Keep the present state; `before` is what was last saved, None writes everything."""
        parts, dropped = parts_to_write(before, after) if before else (whole_parts(after), ())
        count = count_parts(after)
        with self._database.writing() as connection:
            row = index_row(after, self._clock())
            connection.execute(PUT_ROW, to_columns(row))
            connection.execute(PUT_FORMS, to_forms(row))
            connection.execute(PUT_REVIEW, to_review(row))
            if before is None:
                connection.execute("DELETE FROM part WHERE project = ?", (after.id,))
            _put_parts(connection, after.id, parts, dropped)
            query = "SELECT count(*) FROM part WHERE project = ?"
            whole = connection.execute(query, (after.id,)).fetchone()[0] == count
        if not whole:  # `before` was not what the library had
            self.save(None, after)

    def touch(self, project_id: str) -> None:
        """Note that a project was opened now."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE project SET touched = ? WHERE id = ?",
                (self._clock().isoformat(), project_id),
            )

    def remember_place(self, project_id: str, place: Mapping[str, str]) -> None:
        """Remember where the person is, such as page, section and field."""
        text = json.dumps(dict(place), ensure_ascii=False)
        if len(text) > _LONGEST_PLACE:
            return  # a place is a few ids; what is longer is none
        with self._database.writing() as connection:
            connection.execute("UPDATE project SET place = ? WHERE id = ?", (text, project_id))

    def remove(self, project_id: str) -> Path:
        """Take a project out; it is written whole to the folder "removed" first, and returned."""
        project = self.load(project_id).project
        kept = self.backups.keep_removed(
            self.folder / "removed", project, self.history(project_id), self._clock()
        )
        with self._database.writing() as connection:
            connection.execute("DELETE FROM project WHERE id = ?", (project_id,))
        return kept

    def removed(self) -> tuple[Path, ...]:
        """Return the files of removed projects, the newest first."""
        found = (self.folder / "removed").glob("*.icp")
        return tuple(sorted(found, key=lambda path: path.stat().st_mtime, reverse=True))

    # Versions

    def history(self, project_id: str) -> History:
        """Return the versions of a project with their bodies; damaged ones are left out."""
        return self._versions.sound(project_id)

    def versions(self, project_id: str) -> tuple[Version, ...]:
        """Return the versions of a project, oldest first."""
        return self._versions.versions(project_id)

    def version(self, project_id: str, version_id: str) -> "Project":
        """Return a project as it was; raise KeyError or DamagedPartError."""
        return self._versions.project(project_id, version_id)

    def keep_version(
        self,
        project_id: str,
        *,
        name: str,
        reason: str,
        day: date,
        automatic: bool = False,
        project: "Project | None" = None,
        version_id: str = "",
    ) -> Version:
        """Keep the present state, or another state that is given, under a name."""
        state = project or self.load(project_id).project
        version, parts = make_version(
            state, name=name, reason=reason, day=day, automatic=automatic, version_id=version_id
        )
        self._versions.add(project_id, version, parts)
        return version

    def rename_version(self, project_id: str, version_id: str, *, name: str, reason: str) -> None:
        """Give a version another name and reason; raise KeyError if there is none."""
        self._versions.rename(project_id, version_id, name=name, reason=reason)

    def restore(self, project_id: str, version_id: str, *, name: str, day: date) -> "Project":
        """Keep the present state under `name`, then return an earlier one to be taken."""
        earlier = self.version(project_id, version_id)
        self.keep_version(project_id, name=name, reason="", day=day, automatic=True)
        return earlier

    def put_history(self, project_id: str, history: History) -> None:
        """Put versions in; those that are there already take order and name from here."""
        self._versions.write(project_id, history)

    def rewrite_history(self, project_id: str, history: History) -> None:
        """Put versions in the place of those with their ids; what they held before is gone."""
        self._versions.rewrite(project_id, history)

    def damaged_versions(self, project_id: str) -> int:
        """Return how many versions can't be read any more; they are left out elsewhere."""
        return self._versions.damaged(project_id)

    def mend_versions(self, project_id: str) -> None:
        """Make versions sound that can be, and give up those that can't be read any more."""
        self._versions.mend(project_id)

    def _counted_again(self, row: tuple[Any, ...]) -> IndexRow:
        """Return the line of a project whose row is damaged; it only repeats what the parts say."""
        try:
            return index_row(self.load(row[0]).project, self._clock())
        except DamagedPartError:
            from icp_desktop.model.project import Project

            bare = Project(id=row[0], client=row[1], name=row[2], worksheet="")
            return index_row(bare, self._clock())

    def _parts(self, project_id: str) -> Parts:
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT name, digest, body FROM part WHERE project = ?", (project_id,)
            ).fetchall()
        parts = {}
        for name, digest, body in rows:
            if digest_of(body) != digest:
                raise DamagedPartError(name, _("its bytes have changed"))
            parts[name] = body
        return parts


def _put_parts(
    connection: sqlite3.Connection, project_id: str, parts: Parts, dropped: Iterable[str]
) -> None:
    connection.executemany(
        "INSERT INTO part (project, name, digest, body) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (project, name) DO UPDATE SET digest = excluded.digest, body = excluded.body",
        ((project_id, name, digest_of(body), body) for name, body in parts.items()),
    )
    connection.executemany(
        "DELETE FROM part WHERE project = ? AND name = ?", ((project_id, name) for name in dropped)
    )


def _place(text: str) -> Mapping[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}
