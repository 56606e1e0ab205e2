"""H-R3 for one save as the window makes it: into the library, then into the file."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from strategies import filled_project

from icp_desktop.errors import KnownError
from icp_desktop.storage import atomic
from icp_desktop.storage.library import Library
from icp_desktop.storage.loose_file import open_file
from icp_desktop.storage.opening import Opener
from icp_desktop.storage.publisher import Publisher


class Faults:
    """Counts the calls that can fail, and fails the k-th."""

    def __init__(self) -> None:
        self.left = 0

    def count(self) -> bool:
        self.left -= 1
        return self.left == 0


FAULTS = Faults()


class FailingConnection(sqlite3.Connection):
    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        if FAULTS.count():
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
            raise error
        return super().execute(sql, *args)


class FailingSystem:
    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in {"open", "write", "fsync", "close", "replace"}:
            return real

        def call(*args: Any, **kwargs: Any) -> Any:
            if FAULTS.count():
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **kwargs)

        return call


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(atomic, "os", FailingSystem())
    yield
    FAULTS.left = 0


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, factory=FailingConnection
    )


def save(library: Library, publisher: Publisher, name: str) -> str:
    """Save and publish; return what the person is told, "" if nothing is wrong."""
    try:
        before = library.load("p1").project
        library.save(before, replace(before, name=name))
    except KnownError as error:
        return str(error)
    outcome = publisher.publish("p1")
    return outcome.sentence if outcome.kind == "failed" else ""


def test_every_fault_in_one_save(tmp_path: Path, failing: None) -> None:
    first = tmp_path / "first"
    file = tmp_path / "files" / "Krume.icp"
    with Library.open(first) as library:
        library.save(None, filled_project())
        Opener(Publisher(library, temporary=())).choose_file("p1", file)
    start = file.read_bytes()
    for k in range(1, 400):
        file.write_bytes(start)
        folder = tmp_path / str(k)
        shutil.copytree(first, folder)
        with Library(folder, connect=connect) as library:
            publisher = Publisher(library, temporary=())
            FAULTS.left = k
            told = save(library, publisher, "Later")
            fired = FAULTS.left <= 0
            FAULTS.left = 0
            names = {open_file(file).project.name, library.load("p1").project.name}
            assert names <= {"Profiles", "Later"}
            assert bool(told) == fired or names == {"Later"}  # a fault after the last step
            if told:
                assert "room" in told or "full" in told
            assert save(library, publisher, "Last") == ""  # and the next save goes through
            assert open_file(file).project.name == "Last"
        assert [each.name for each in file.parent.iterdir()] == ["Krume.icp"]
        shutil.rmtree(folder)
        if not fired:
            assert k > 20
            return
    pytest.fail("the faults never ended")
