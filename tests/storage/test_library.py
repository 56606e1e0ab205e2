"""The library when things go wrong: faults, damage, two starts, older and newer programs."""

import random
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hand_clock import HandClock
from strategies import filled_project

from icp_desktop.codec.parts import DamagedPartError
from icp_desktop.errors import KnownError
from icp_desktop.storage import database, library_lock
from icp_desktop.storage.database import LibraryWriteError, NewerLibraryError
from icp_desktop.storage.library import LIBRARY_FILE, Library, LibraryDamagedError
from icp_desktop.storage.library_lock import LibraryBusyError, LockUnavailableError
from icp_desktop.storage.places import PlaceError
from icp_desktop.storage.schema import CURRENT, Schema

DAY = date(2026, 11, 21)


class FailingConnection(sqlite3.Connection):
    """A connection whose k-th statement fails."""

    left = 10**9

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        type(self).left -= 1
        if type(self).left == 0:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return super().execute(sql, *args)

    def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
        self.execute("SELECT 1")
        return super().executemany(sql, *args)


def connect_failing(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, factory=FailingConnection
    )


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one project, two versions and a backup, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    with Library.open(folder, clock=HandClock()) as library:
        project = filled_project(answers=30)
        library.save(None, project)
        library.keep_version("p1", name="One", reason="why", day=DAY)
        library.keep_version("p1", name="Two", reason="", day=DAY, automatic=True)
        library.backups.write(project, library.history("p1"), library.now())
    return folder


def test_every_failing_statement_leaves_the_state_before(filled: Path, tmp_path: Path) -> None:
    """H-R3: the k-th statement fails, COMMIT among them, until none fails any more."""
    for k in range(1, 100):
        folder = tmp_path / str(k)
        shutil.copytree(filled, folder)
        with Library(folder, connect=connect_failing) as library:
            before = library.load("p1").project
            after = replace(before, client="After", interviews=())
            FailingConnection.left = k
            try:
                library.save(before, after)
                fired = False
            except LibraryWriteError as error:
                fired = True
                assert "the disk is full" in str(error)  # noqa: PT017 - not every k fails
            FailingConnection.left = 10**9
            assert library.load("p1").project == (before if fired else after)
            library.save(before, after)  # the next try goes through
            assert library.load("p1").project == after
        if not fired:
            assert k > 5
            return
    pytest.fail("the faults never ended")


def test_a_library_that_was_never_there_is_made_whole(tmp_path: Path) -> None:
    for k in range(1, 100):
        folder = tmp_path / str(k)
        FailingConnection.left = k
        try:
            Library(folder, connect=connect_failing).close()
            fired = False
        except KnownError:
            fired = True
        FailingConnection.left = 10**9
        Library.open(folder).close()  # what is left is none or a whole one
        if not fired:
            return
    pytest.fail("the faults never ended")


def test_flipped_bits_in_parts_are_noticed(filled: Path, tmp_path: Path) -> None:
    """H-R5: by digest, part by part."""
    shutil.copytree(filled, tmp_path / "data")
    path = tmp_path / "data" / LIBRARY_FILE
    chance = random.Random(7)
    with Library.open(tmp_path / "data") as library:
        parts = library.raw_parts("p1")
    for _flip in range(60):
        name = chance.choice(sorted(parts))
        body = bytearray(parts[name])
        body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
        _run(path, "UPDATE part SET body = ? WHERE name = ?", bytes(body), name)
        with Library.open(tmp_path / "data") as library, pytest.raises(DamagedPartError) as caught:
            library.load("p1")
        assert caught.value.part == name
        _run(path, "UPDATE part SET body = ? WHERE name = ?", parts[name], name)


def test_flipped_bits_in_the_file_never_change_a_value(filled: Path, tmp_path: Path) -> None:
    """H-R5: refused, noticed when read, or without effect."""
    folder = tmp_path / "data"
    shutil.copytree(filled, folder)
    path = folder / LIBRARY_FILE
    data = path.read_bytes()
    project = filled_project(answers=30)
    chance = random.Random(3)
    noticed = 0
    for _flip in range(300):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        try:
            with Library.open(folder) as library:
                library.projects()
                if library.has("p1"):
                    assert library.load("p1").project == project
                for version in library.history("p1").versions:
                    assert (version.name, version.reason) in {("One", "why"), ("Two", "")}
                    assert library.version("p1", version.id) == project
                noticed += bool(library.damaged_versions("p1")) or not library.has("p1")
        except KnownError:
            noticed += 1
            assert path.read_bytes()[:20] == flipped[:20]
    assert noticed > 50


def test_a_cut_library_is_told_and_left_alone(filled: Path, tmp_path: Path) -> None:
    """H-R6, for the library: nothing is healed by beginning with an empty one."""
    folder = tmp_path / "data"
    shutil.copytree(filled, folder)
    path = folder / LIBRARY_FILE
    data = path.read_bytes()
    for length in (0, 1, 15, 16, 100, *range(512, len(data), 512)):
        path.write_bytes(data[:length])
        with pytest.raises(LibraryDamagedError, match="is damaged") as caught:
            Library.open(folder)
        assert path.read_bytes() == data[:length]
        assert [each.project_id for each in caught.value.backups] == ["p1"]
        assert caught.value.path == path


def test_other_files_under_its_name_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / LIBRARY_FILE
    _run(path, "CREATE TABLE others (x)")
    for data in (path.read_bytes(), bytes(8192), b"%PDF-1.7" + bytes(5_000)):
        path.write_bytes(data)
        with pytest.raises(LibraryDamagedError):
            Library.open(tmp_path)
        assert path.read_bytes() == data


def test_the_journal_of_a_library_that_was_taken_away_does_no_harm(tmp_path: Path) -> None:
    journal = tmp_path / f"{LIBRARY_FILE}-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5_000))
    Library.open(tmp_path).close()
    assert not journal.exists()
    assert (tmp_path / "old library-journal").exists()


def test_the_settings_of_the_database(library: Library) -> None:
    with library._database.reading() as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    expected = {"journal_mode": "delete", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    assert found == expected


def test_a_newer_library_is_refused_and_not_touched(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled, tmp_path / "data")
    path = tmp_path / "data" / LIBRARY_FILE
    _run(path, f"PRAGMA user_version = {NEXT.version}")
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match="newer version of ICP Desktop") as caught:
        Library.open(tmp_path / "data")
    assert caught.value.needed == NEXT.version
    assert path.read_bytes() == before


NEXT = Schema(
    version=CURRENT.version + 1,
    script=CURRENT.script + "CREATE TABLE asset (digest TEXT PRIMARY KEY) STRICT;",
    migrations={CURRENT.version: "CREATE TABLE asset (digest TEXT PRIMARY KEY) STRICT"},
)


def test_an_older_library_moves_on_a_copy(filled: Path, tmp_path: Path) -> None:
    """H-R7: a migration keeps the library as it was beside the new one."""
    folder = tmp_path / "data"
    shutil.copytree(filled, folder)
    before = (folder / LIBRARY_FILE).read_bytes()
    with Library(folder, schema=NEXT) as library:
        assert library.load("p1").project == filled_project(answers=30)
        assert len(library.versions("p1")) == 2
    kept = folder / f"library before version {NEXT.version}.sqlite"
    assert kept.read_bytes() == before
    with pytest.raises(NewerLibraryError):
        Library.open(folder)
    moved = (folder / LIBRARY_FILE).read_bytes()
    Library(folder, schema=NEXT).close()  # a second opening changes nothing
    assert (folder / LIBRARY_FILE).read_bytes() == moved
    assert sorted(each.name for each in folder.glob("library*.sqlite")) == [kept.name, LIBRARY_FILE]
    kept.replace(folder / LIBRARY_FILE)
    with Library.open(folder) as library:  # and the older program could go on with it
        assert library.load("p1").project == filled_project(answers=30)


@pytest.mark.parametrize("step", ["CREATE TABLE x (y)", "no SQL at all"])
def test_a_migration_that_fails_leaves_the_library(filled: Path, tmp_path: Path, step: str) -> None:
    folder = tmp_path / "data"
    shutil.copytree(filled, folder)
    before = (folder / LIBRARY_FILE).read_bytes()
    broken = replace(NEXT, migrations={CURRENT.version: step})
    with pytest.raises((KnownError, sqlite3.OperationalError)):
        Library(folder, schema=broken)
    assert (folder / LIBRARY_FILE).read_bytes() == before
    assert [each.name for each in folder.glob("*.sqlite")] == [LIBRARY_FILE]
    with Library.open(folder) as library:
        assert library.load("p1").project == filled_project(answers=30)


def test_two_starts(library: Library) -> None:
    """H-R11: the second is told that there is a first."""
    with pytest.raises(LibraryBusyError, match="already open"):
        Library.open(library.folder)
    code = (
        "import sys; from pathlib import Path; from icp_desktop.storage.library import Library\n"
        "try: Library.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)"
    )
    command = [sys.executable, "-c", code, str(library.folder)]
    root = Path(database.__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "LibraryBusyError"
    library.close()
    Library.open(library.folder).close()


def test_the_lock_of_a_killed_program_is_free_at_once(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from icp_desktop.storage.library import Library\n"
        "kept = Library.open(Path(sys.argv[1])); print('open', flush=True); os.kill(os.getpid(), 9)"
    )
    if sys.platform == "win32":
        code = code.replace("os.kill(os.getpid(), 9)", "os._exit(9)")
    root = Path(database.__file__).parents[2]
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert done.stdout.strip() == "open"
    assert (tmp_path / "library.lock").read_text().startswith("process ")
    Library.open(tmp_path).close()


def test_no_lock_is_not_already_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(_file: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(library_lock, "_lock", unsupported)
    with pytest.raises(LockUnavailableError, match="does not let the program lock"):
        Library.open(tmp_path)
    assert not (tmp_path / LIBRARY_FILE).exists()


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PlaceError):
        Library.open(tmp_path / "file" / "data")


def test_a_library_moved_away_while_open_is_told(library: Library, tmp_path: Path) -> None:
    project = filled_project()
    library.save(None, project)
    (library.folder / LIBRARY_FILE).rename(tmp_path / "elsewhere.sqlite")
    with pytest.raises(LibraryWriteError, match="moved away"):
        library.save(project, replace(project, client="Later"))
    (tmp_path / "elsewhere.sqlite").rename(library.folder / LIBRARY_FILE)
    library.save(project, replace(project, client="Later"))
    assert library.load("p1").project.client == "Later"


def test_a_damaged_row_of_the_home_page_is_counted_again(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled, tmp_path / "data")
    for column, value in (("counts", "{"), ("touched", "x"), ("market", "x"), ("place", "[")):
        _run(tmp_path / "data" / LIBRARY_FILE, f"UPDATE project SET {column} = ?", value)
    with Library.open(tmp_path / "data") as library:
        row = library.projects()[0]
        assert (row.client, row.market, row.counts.total) == ("Krume & Sons", "b2b", 3)
        assert library.load("p1").place == {}


def _run(path: Path, sql: str, *values: object) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(sql, values)
    connection.close()
