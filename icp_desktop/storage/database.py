"""The library's database: made whole, checked before use, moved to a newer form on a copy."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later
from icp_desktop.storage.atomic import LEFT_OVER, replace_file, write_whole
from icp_desktop.storage.file_names import free_path
from icp_desktop.storage.places import read_error
from icp_desktop.storage.schema import APPLICATION_ID, CURRENT, Schema

_MAGIC = b"SQLite format 3\0"
_THOROUGH = 64 << 20  # bytes up to which every page is checked at opening, in well under a second
_LARGEST_VALUE = 64 << 20
_SETTINGS = (
    ("journal_mode", "delete"),  # one file when closed; sync clients and copies see all of it
    ("synchronous", 2),  # FULL: on disk when the status line says so
    ("secure_delete", 1),  # what is deleted is gone from the file
    ("foreign_keys", 1),
    ("cell_size_check", 1),
    ("fullfsync", 1),  # macOS: through the disk's own buffer; nothing elsewhere
)
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_REASONS = {
    sqlite3.SQLITE_FULL: later("the disk is full"),
    sqlite3.SQLITE_IOERR: later("the disk is full or does not answer"),
    sqlite3.SQLITE_READONLY: later("the library can only be read, or was moved away"),
    sqlite3.SQLITE_CANTOPEN: later("the library can’t be opened"),
    sqlite3.SQLITE_PERM: later("you are not allowed to write there"),
    sqlite3.SQLITE_BUSY: later("another program has the library open"),
    sqlite3.SQLITE_LOCKED: later("another program has the library open"),
    sqlite3.SQLITE_NOMEM: later("there is not enough memory"),
    sqlite3.SQLITE_TOOBIG: later("something in it is too large"),
}

Connect = Callable[[Path], sqlite3.Connection]


class LibraryUnusableError(KnownError):
    """The database is damaged, or is none of ours; `path` says which file."""

    def __init__(self, path: Path, reason: str) -> None:
        """Say what is wrong with it."""
        self.path = path
        self.reason = reason
        super().__init__(
            _(
                "The library “{path}” is damaged ({reason}). It was not changed. Your project "
                "files and backups are not affected.",
                path=path,
                reason=reason,
            )
        )


class NewerLibraryError(KnownError):
    """The library was written by a newer program."""

    def __init__(self, path: Path, needed: int) -> None:
        """Say so; nothing was changed."""
        self.path = path
        self.needed = needed
        super().__init__(
            _(
                "The library “{path}” was last used by a newer version of ICP Desktop (library "
                "version {needed}). Install that version to go on; nothing was changed.",
                path=path,
                needed=needed,
            )
        )


class LibraryWriteError(KnownError):
    """The library could not be written; the work is still in the window."""

    def __init__(self, path: Path, reason: str) -> None:
        """Say why and what to do."""
        self.path = path
        super().__init__(
            _(
                "Your last changes are not saved yet: {reason}. Leave this window open, make room "
                "or free the folder “{folder}”, and they will be saved.",
                reason=reason,
                folder=path.parent,
            )
        )


class LibraryReadError(KnownError):
    """The library could not be read just now."""

    def __init__(self, path: Path, reason: str) -> None:
        """Say why and what to do."""
        self.path = path
        super().__init__(
            _(
                "The library could not be read: {reason}. Nothing was changed. Check the folder "
                "“{folder}”, then try again.",
                reason=reason,
                folder=path.parent,
            )
        )


def connect(path: Path) -> sqlite3.Connection:
    """Open a database without reading it; autocommit, for use from any thread in turn."""
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")  # damage is noticed by digest, not by a crash


class Database:
    """A checked database; every use goes through `reading` or `writing`."""

    def __init__(self, path: Path, *, schema: Schema = CURRENT, connect: Connect = connect) -> None:
        """Open it, make it if there is none, and move an older one on a copy."""
        self._path = path
        self._schema = schema
        self._connect = connect
        self._lock = RLock()
        with self._told(LibraryReadError):
            if not path.exists():
                self._make()
            self._connection = self._opened(path)
            try:
                if self._version() < schema.version:
                    self._migrate()
                self._check_schema(self._connection)
                self._check_pages()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close it; again does nothing."""
        with self._lock:
            self._connection.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for queries; failures become KnownErrors."""
        with self._lock, self._told(LibraryReadError):
            yield self._connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction: all of it is on disk afterwards, or nothing."""
        with self._lock, self._told():
            if self._connection.in_transaction:  # a rollback that failed is tried again
                self._connection.execute("ROLLBACK")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _told(
        self, fault: type[LibraryReadError | LibraryWriteError] = LibraryWriteError
    ) -> Iterator[None]:
        """Turn what SQLite and the system say into words for people."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in _DAMAGED:
                raise LibraryUnusableError(self._path, _("its pages can’t be read")) from error
            if code in _REASONS:
                raise fault(self._path, _(_REASONS[code])) from error
            raise

    def _opened(self, path: Path) -> sqlite3.Connection:
        try:
            with path.open("rb") as file:
                start = file.read(len(_MAGIC))
        except OSError as error:
            raise read_error(path, error) from error
        if start != _MAGIC:
            raise LibraryUnusableError(path, _("it is empty or no library"))
        connection = self._connect(path)
        connection.text_factory = _text
        try:
            connection.execute("PRAGMA trusted_schema = 0")
            self._check_owner(connection)
            self._set_up(connection)
        except UnicodeDecodeError as error:  # SQLite quotes a damaged page in what it complains of
            connection.close()
            raise LibraryUnusableError(path, _("its pages can’t be read")) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_up(self, connection: sqlite3.Connection) -> None:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
        for name, value in _SETTINGS:
            connection.execute(f"PRAGMA {name} = {value}")
            if connection.execute(f"PRAGMA {name}").fetchone()[0] != value:
                raise LibraryReadError(self._path, _("the library can only be read"))

    def _check_owner(self, connection: sqlite3.Connection) -> None:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise LibraryUnusableError(self._path, _("it is empty or no library"))
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > self._schema.version:
            raise NewerLibraryError(self._path, version)
        for kind in ("trigger", "view"):  # they would run by themselves; ours has none
            if connection.execute("SELECT 1 FROM sqlite_schema WHERE type = ?", (kind,)).fetchone():
                raise LibraryUnusableError(self._path, _("it holds commands that are not ours"))

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def _make(self) -> None:
        """Make an empty library beside its place and move it there whole."""
        journal = self._path.with_name(f"{self._path.name}-journal")
        if journal.exists():  # of a library that someone took away; it must not reach the new one
            journal.rename(free_path(journal.with_name("old library-journal")))
        temporary = self._temporary()
        try:
            connection = self._connect(temporary)
            try:
                connection.executescript(self._schema.script)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {self._schema.version}")
            finally:
                connection.close()
            replace_file(temporary, self._path)
        finally:
            temporary.unlink(missing_ok=True)

    def _migrate(self) -> None:
        """Move a copy to the present version, keep the old library beside it, then change over.

        Until the last step nothing but the copy is touched.
        """
        version = self._version()
        temporary = self._temporary()
        try:
            copy = self._connect(temporary)
            try:
                self._connection.backup(copy)
                for step in range(version, self._schema.version):
                    copy.executescript(
                        f"BEGIN; {self._schema.migrations[step]}; "
                        f"PRAGMA user_version = {step + 1}; COMMIT"
                    )
                self._check_schema(copy)
            finally:
                copy.close()
            kept = self._path.with_name(f"library before version {version + 1}.sqlite")
            write_whole(free_path(kept), self._path.read_bytes())
            self._connection.close()
            replace_file(temporary, self._path)
        finally:
            temporary.unlink(missing_ok=True)
        self._connection = self._opened(self._path)

    def _temporary(self) -> Path:
        """Return where a library is built; what a killed program left there is removed."""
        temporary = self._path.with_name(f"{LEFT_OVER}library.sqlite")
        for name in (temporary.name, f"{temporary.name}-journal"):
            temporary.with_name(name).unlink(missing_ok=True)
        return temporary

    def _check_schema(self, connection: sqlite3.Connection) -> None:
        """Compare the tables with ours, to the letter, before anything is asked of them."""
        query = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
        ours = sqlite3.connect(":memory:")
        try:
            ours.executescript(self._schema.script)
            expected = ours.execute(query).fetchall()
        finally:
            ours.close()
        if connection.execute(query).fetchall() != expected:
            raise LibraryUnusableError(self._path, _("its tables are not those of a library"))

    def _check_pages(self) -> None:
        size = self._path.stat().st_size
        if size % int(self._connection.execute("PRAGMA page_size").fetchone()[0]):
            raise LibraryUnusableError(self._path, _("its end is missing"))
        check = "integrity_check" if size < _THOROUGH else "quick_check"
        if self._connection.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
            raise LibraryUnusableError(self._path, _("its pages don’t fit together"))
