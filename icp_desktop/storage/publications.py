"""What the library knows of files: where a project is published and what was written there."""

import os
import sqlite3
import sys
from pathlib import Path

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.record import record
from icp_desktop.storage.database import Database


@record
class Published:
    """One state of a file of ours, by the digest of the file and of what it says."""

    digest: str
    content: str


class PathTakenError(KnownError):
    """Another project is published at this path."""

    def __init__(self, path: Path) -> None:
        """Say which path."""
        self.path = path
        super().__init__(
            _(
                "“{name}” belongs to another project of yours. Choose another name.",
                name=path.name,
            )
        )


class Publications:
    """The files of the projects of a library. Paths are unique, and clocks decide nothing."""

    def __init__(self, database: Database) -> None:
        """Work on the library's database."""
        self._database = database

    def file(self, project_id: str) -> Path | None:
        """Return where a project is published, None if only here."""
        return self._path(project_id, "file")

    def beside(self, project_id: str) -> Path | None:
        """Return where its state goes while a conflict is unsettled."""
        return self._path(project_id, "beside")

    def bind(self, project_id: str, path: Path | None) -> None:
        """Publish a project at another path from now on, or nowhere; raise PathTakenError."""
        values = (None, None) if path is None else (str(path), path_key(path))
        try:
            with self._database.writing() as connection:
                connection.execute(
                    "UPDATE project SET file = ?, file_key = ?, beside = NULL WHERE id = ?",
                    (*values, project_id),
                )
        except sqlite3.IntegrityError as error:
            raise PathTakenError(path or Path()) from error

    def put_beside(self, project_id: str, path: Path | None) -> None:
        """Remember where its state goes while a conflict is unsettled; None: it is settled."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE project SET beside = ? WHERE id = ?",
                (None if path is None else str(path), project_id),
            )

    def bound_to(self, path: Path) -> str | None:
        """Return the id of the project that is published at a path."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT id FROM project WHERE file_key = ?", (path_key(path),)
            ).fetchone()
        return None if row is None else str(row[0])

    def base(self, project_id: str, path: Path) -> Published | None:
        """Return what was last written or read at a path."""
        known = self.known(project_id, path)
        return known[-1] if known else None

    def known(self, project_id: str, path: Path) -> tuple[Published, ...]:
        """Return everything that was written or read at a path, in order."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT digest, content FROM publication WHERE project = ? AND file_key = ? "
                "AND NOT pending ORDER BY position",
                (project_id, path_key(path)),
            ).fetchall()
        return tuple(Published(digest=digest, content=content) for digest, content in rows)

    def intended(self, project_id: str, path: Path) -> tuple[Published, ...]:
        """Return what was about to be written at a path when the program ended, if anything."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT digest, content FROM publication WHERE project = ? AND file_key = ? "
                "AND pending ORDER BY position",
                (project_id, path_key(path)),
            ).fetchall()
        return tuple(Published(digest=digest, content=content) for digest, content in rows)

    def intend(self, project_id: str, path: Path, published: Published) -> None:
        """Note what is about to be written, so that it is known for ours if we end just then."""
        with self._database.writing() as connection:
            _insert(connection, project_id, path, published, pending=True)

    def note(self, project_id: str, path: Path, published: Published) -> None:
        """Note what is now at a path: it is the base of the next comparison."""
        same = self.base(project_id, path) == published
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM publication WHERE project = ? AND file_key = ? AND pending",
                (project_id, path_key(path)),
            )
            if not same:
                _insert(connection, project_id, path, published, pending=False)

    def _path(self, project_id: str, column: str) -> Path | None:
        query = {
            "file": "SELECT file FROM project WHERE id = ?",
            "beside": "SELECT beside FROM project WHERE id = ?",
        }[column]
        with self._database.reading() as connection:
            row = connection.execute(query, (project_id,)).fetchone()
        return None if row is None or row[0] is None else Path(row[0])


def _insert(
    connection: sqlite3.Connection,
    project_id: str,
    path: Path,
    published: Published,
    *,
    pending: bool,
) -> None:
    connection.execute(
        "INSERT INTO publication (project, file_key, digest, content, pending) "
        "VALUES (?, ?, ?, ?, ?)",
        (project_id, path_key(path), published.digest, published.content, int(pending)),
    )


def path_key(path: Path) -> str:
    """Return a path in the form in which the same place is always the same text."""
    text = os.path.normcase(os.path.realpath(path))
    if sys.platform == "darwin":
        text = text.casefold()
    return text.encode("utf-8", "backslashreplace").decode()
