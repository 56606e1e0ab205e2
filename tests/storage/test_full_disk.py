"""H-R4: no room on the disk. What was there stays, the cause is named, small work goes on."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).with_name("full_disk.py")


def save_everything(folder: Path, limit: int) -> dict[str, Any]:
    paths = [str(SCRIPT.parents[2]), str(SCRIPT.parents[1])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, str(SCRIPT), str(folder), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr[-2_000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("a small disk can only be made by root on Linux")
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def check(found: dict[str, Any]) -> None:
    assert "not enough room for “Profile.pdf”" in found["export"]
    assert "Your last changes are not saved yet" in found["library"]
    assert "full" in found["library"]
    assert "not enough room" in found["backup"]
    assert found["small change"] == "done"  # the library went on working
    assert (found["publish"], found["published"]) == ("done", "published")
    assert (found["state"], found["again"], found["file"]) == ("Small", "Small", "Small")
    assert found["pdf"]
    assert found["backups"] == ["Krume & Sons"]
    assert found["left"] == []


def test_a_full_disk(small_disk: Path) -> None:
    check(save_everything(small_disk, 0))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    check(save_everything(tmp_path, 400_000))
