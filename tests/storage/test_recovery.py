"""Getting work back after damage, and from the archive."""

import sqlite3
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hand_clock import HandClock
from strategies import filled_project

from icp_desktop.codec.parts import DamagedPartError
from icp_desktop.errors import KnownError
from icp_desktop.storage import atomic
from icp_desktop.storage.library import LIBRARY_FILE, Library, LibraryDamagedError
from icp_desktop.storage.library_lock import LibraryBusyError
from icp_desktop.storage.opening import Opener
from icp_desktop.storage.publisher import Publisher
from icp_desktop.storage.recovery import (
    backup_for,
    bring_back,
    check_library,
    clean_up,
    repair,
    start_fresh,
)
from icp_desktop.storage.versions import EMPTY

DAY = date(2026, 11, 21)


def filled(folder: Path, clock: HandClock) -> None:
    with Library.open(folder, clock=clock) as library:
        for project_id in ("p1", "p2"):
            project = filled_project(project_id)
            library.save(None, project)
            library.keep_version(project_id, name="Draft", reason="", day=DAY)
            library.backups.write(project, library.history(project_id), clock())


def damage(folder: Path, sql: str) -> None:
    connection = sqlite3.connect(folder / LIBRARY_FILE, isolation_level=None)
    connection.execute(sql)
    connection.close()


def test_a_damaged_library_is_moved_aside_and_begun_from_the_backups(
    tmp_path: Path, clock: HandClock
) -> None:
    filled(tmp_path, clock)
    rotten = b"rotten" * 1_000
    (tmp_path / LIBRARY_FILE).write_bytes(rotten)
    (tmp_path / f"{LIBRARY_FILE}-journal").write_bytes(b"journal")
    for backup in (tmp_path / "backups" / "p2").iterdir():
        backup.write_bytes(b"rotten, too")
    with pytest.raises(LibraryDamagedError) as caught:
        Library.open(tmp_path)
    assert [each.project_id for each in caught.value.backups] == ["p1", "p2"]
    fresh = start_fresh(tmp_path, clock())
    with fresh.library as library:
        assert (fresh.restored, fresh.failed) == (("p1",), ("p2",))
        assert library.load("p1").project == filled_project()
        assert [each.name for each in library.versions("p1")] == ["Draft"]
    assert fresh.moved == tmp_path / "library damaged 2026-11-21.sqlite"
    assert fresh.moved.read_bytes() == rotten
    assert fresh.moved.with_name(f"{fresh.moved.name}-journal").read_bytes() == b"journal"
    (tmp_path / LIBRARY_FILE).write_bytes(rotten)  # and once more on the same day
    second = start_fresh(tmp_path, clock())
    second.library.close()
    assert second.moved == tmp_path / "library damaged 2026-11-21 (2).sqlite"
    assert fresh.moved.exists()


def test_nobody_begins_afresh_under_an_open_window(library: Library, clock: HandClock) -> None:
    with pytest.raises(LibraryBusyError):
        start_fresh(library.folder, clock())
    assert (library.folder / LIBRARY_FILE).exists()


def test_a_damaged_project_is_named_with_its_backup_and_repaired(
    tmp_path: Path, clock: HandClock
) -> None:
    filled(tmp_path, clock)
    damage(tmp_path, "UPDATE part SET body = x'7b' WHERE project = 'p1' AND name LIKE 'prof%'")
    with Library.open(tmp_path, clock=clock) as library:
        (found,) = check_library(library)
        assert (found.project_id, found.client) == ("p1", "Krume & Sons")
        assert "profiles/bakers.json" in found.sentence
        assert found.backup is not None
        with pytest.raises(DamagedPartError):
            library.load("p1")
        repaired = repair(library, "p1")
        assert repaired.project == library.load("p1").project == filled_project()
        assert check_library(library) == ()
        with zipfile.ZipFile(repaired.salvaged) as file:
            assert file.read("profiles/bakers.json") == b"{"
        assert len(library.backups.all("p1")) == 1


def test_without_a_good_backup_nothing_is_changed(tmp_path: Path, clock: HandClock) -> None:
    with Library.open(tmp_path, clock=clock) as library:
        library.save(None, filled_project())
    damage(tmp_path, "UPDATE part SET body = x'7b' WHERE name LIKE 'prof%'")
    with Library.open(tmp_path, clock=clock) as library:
        with pytest.raises(KnownError, match="no backup of this project"):
            repair(library, "p1")
        assert library.raw_parts("p1")["profiles/bakers.json"] == b"{"
        assert check_library(library)[0].backup is None


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE body SET body = x'7b'",
        "UPDATE version SET name = 'Drift'",
        "UPDATE version SET day = 'x'",
        "DELETE FROM version_part WHERE name = 'project.json'",
    ],
)
def test_a_damaged_version_is_told_and_holds_nothing_up(
    tmp_path: Path, clock: HandClock, sql: str
) -> None:
    filled(tmp_path, clock)
    damage(tmp_path, f"{sql} {'AND' if 'WHERE' in sql else 'WHERE'} project = 'p1'")
    with Library.open(tmp_path, clock=clock) as library:
        assert "1 version of this project can’t be read" in check_library(library)[0].sentence
        library.backups.write(filled_project(), library.history("p1"), clock())
        publisher = Publisher(library, temporary=())
        outcome = Opener(publisher).choose_file("p1", tmp_path / "files" / "a.icp")
        assert outcome.kind == "published"
        latest = replace(filled_project(), name="Later than any backup")
        library.save(None, latest)
        for backup in library.backups.all("p1")[:1]:
            backup.path.unlink()
        repaired = repair(library, "p1")
        assert repaired.project == latest  # the project itself was whole
        assert check_library(library) == ()
        (version,) = library.versions("p1")
        assert version.name == "Draft"
        assert library.version("p1", version.id) == filled_project()


@pytest.mark.parametrize("lost", [True, False])
def test_versions_without_a_backup_are_given_up_or_taken_at_their_word(
    tmp_path: Path, clock: HandClock, lost: bool
) -> None:
    with Library.open(tmp_path, clock=clock) as library:
        library.save(None, filled_project())
        library.keep_version("p1", name="Draft", reason="", day=DAY)
        library.keep_version("p1", name="Second", reason="", day=DAY)
    damage(
        tmp_path, "UPDATE body SET body = x'7b'" if lost else "UPDATE version SET name = 'Drift'"
    )
    with Library.open(tmp_path, clock=clock) as library:
        repaired = repair(library, "p1")
        assert (repaired.project, repaired.backup) == (filled_project(), None)
        names = [each.name for each in library.versions("p1")]
        assert names == ([] if lost else ["Drift", "Drift"])
        assert check_library(library) == ()


def test_a_removed_project_comes_back(library: Library) -> None:
    library.save(None, filled_project())
    library.keep_version("p1", name="Draft", reason="", day=DAY)
    kept = library.remove("p1")
    assert bring_back(library, kept) == filled_project()
    assert library.load("p1").project == filled_project()
    assert [each.name for each in library.versions("p1")] == ["Draft"]
    assert kept.exists()
    with pytest.raises(KnownError, match="here already"):
        bring_back(library, kept)
    assert library.remove("p1") != kept  # a second removal overwrites nothing


def test_the_backup_of_a_damaged_file(library: Library, tmp_path: Path) -> None:
    project = filled_project()
    backup = library.backups.write(project, EMPTY, library.now())
    data = bytearray(backup.read_bytes())
    data[data.index(b"profiles/bakers.json") + 60] ^= 1
    path = tmp_path / "Krume.icp"
    path.write_bytes(data)
    with pytest.raises(DamagedPartError):
        Opener(Publisher(library, temporary=())).open_file(path)
    found = backup_for(library, path)
    assert found is not None
    assert found.path == backup
    assert bring_back(library, found.path) == library.load("p1").project == project
    path.write_bytes(b"nothing of ours")
    assert backup_for(library, path) is None


def test_left_overs_are_cleaned_everywhere(library: Library, tmp_path: Path) -> None:
    project = filled_project()
    library.save(None, project)
    library.backups.write(project, library.history("p1"), library.now())
    publisher = Publisher(library, temporary=())
    Opener(publisher).choose_file("p1", tmp_path / "files" / "a.icp")
    name = f".icp-{atomic._host()}-4000000-0123abcd.tmp"
    places = [library.folder, library.backups.folder / "p1", tmp_path / "files"]
    for place in places:
        (place / name).touch()
    assert clean_up(library) == 3
    assert not any((place / name).exists() for place in places)
    assert library.load("p1").project == replace(project)
