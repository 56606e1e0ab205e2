"""A project file on its own, as the command line uses it."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from strategies import filled_project

from icp_desktop.errors import KnownError
from icp_desktop.storage import loose_file
from icp_desktop.storage.loose_file import (
    ChangedMeanwhileError,
    create_file,
    keep_version,
    open_file,
    restore,
    save_file,
    versions,
)

DAY = date(2026, 11, 21)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Krume.icp"
    create_file(path, filled_project())
    return path


def test_open_change_save(path: Path) -> None:
    opened = open_file(path)
    changed = replace(opened.project, name="Later")
    saved = save_file(path, opened, changed)
    assert open_file(path) == saved
    assert saved.project == changed
    assert save_file(path, saved, filled_project()).project == filled_project()


def test_a_new_file_overwrites_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(KnownError, match=r"“Krume\.icp” is there already"):
        create_file(path, replace(filled_project(), name="New"))
    assert path.read_bytes() == before


def test_versions_in_the_file(path: Path) -> None:
    first = keep_version(path, "Draft", "Before the talks", DAY)
    opened = open_file(path)
    assert opened.project == filled_project()
    save_file(path, opened, replace(opened.project, name="Later"))
    assert versions(path) == (first,)
    assert restore(path, "Draft", DAY) == filled_project()
    assert open_file(path).project == filled_project()
    draft, before = versions(path)
    assert (draft, before.name) == (first, "Before going back to Draft")
    assert restore(path, before.id, DAY).name == "Later"
    with pytest.raises(KnownError, match="There is no version “Final”"):
        restore(path, "Final", DAY)


def test_what_another_program_wrote_meanwhile_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_file(path)
    save_file(path, open_file(path), replace(opened.project, name="Theirs"))
    with pytest.raises(ChangedMeanwhileError, match="changed by another program"):
        save_file(path, opened, replace(opened.project, name="Mine"))
    assert open_file(path).project.name == "Theirs"
    path.unlink()
    with pytest.raises(ChangedMeanwhileError):
        save_file(path, opened, opened.project)
    assert list(path.parent.iterdir()) == []


def test_it_needs_neither_library_nor_window() -> None:
    code = (
        "import sys, icp_desktop.storage.loose_file, icp_desktop.storage.copies;"
        "print([m for m in sys.modules if m == 'sqlite3' or 'library' in m or 'PySide6' in m])"
    )
    root = Path(loose_file.__file__).parents[2]
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"
