"""A start where something is wrong: the window comes up, or a window says why not."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from icp_desktop.storage.project_file import write_project_file
from icp_desktop.worksheet.samples import make_sample

_SCRIPT = Path(__file__).with_name("first_window.py")
_NO_FONTS = '<?xml version="1.0"?><fontconfig><cachedir>{cache}</cachedir></fontconfig>'


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Halfmoon Fitness.icp"
    write_project_file(path, make_sample("fitness-studio"))
    return path


def start(home: Path, *words: Path, **surroundings: str) -> dict[str, Any]:
    """Start the program in a home and return what its first window shows."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    environment = {**kept, "ICP_DESKTOP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(_SCRIPT), *map(str, words)],
        env={**environment, **surroundings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("locale", ["tlh_QX.UTF-8", "C", "../../etc"])
def test_a_locale_that_is_not_there_changes_nothing(
    tmp_path: Path, sample: Path, locale: str
) -> None:
    told = start(tmp_path / "home", sample, LC_ALL=locale, LANG=locale, LANGUAGE=locale)
    assert (told["problem"], told["title"]) == ("", "Halfmoon Fitness – ICP Desktop")


def test_without_any_font_of_the_system_the_own_one_is_used(tmp_path: Path, sample: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(_NO_FONTS.format(cache=tmp_path / "cache"))
    told = start(tmp_path / "home", sample, FONTCONFIG_FILE=str(config))
    assert told["title"] == "Halfmoon Fitness – ICP Desktop"
    assert told["family"].startswith("Source Sans")
    made = tmp_path / "profile.pdf"
    export = [sys.executable, "-m", "icp_desktop", "export", str(sample), str(made)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(config)}
    done = subprocess.run(export, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert made.read_bytes().startswith(b"%PDF-")


def test_a_home_that_can_only_be_read_is_told_in_a_window(tmp_path: Path, sample: Path) -> None:
    locked = tmp_path / "no folder"
    locked.write_text("not even a person with all rights makes a folder in here")
    told = start(locked / "home", sample)
    assert told["standing"] == "unguarded"
    assert f"“{locked / 'home'}”, and nothing can be saved there" in told["problem"]
    assert told["title"] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file sizes")
def test_a_full_disk_is_told_in_a_window(tmp_path: Path, sample: Path) -> None:
    told = start(tmp_path / "home", sample, ICP_TEST_ROOM="20000")
    assert "the disk is full" in told["problem"]
    assert "Nothing was changed." in told["problem"]


def test_a_file_that_the_system_asks_for_by_an_event_is_opened(
    tmp_path: Path, sample: Path
) -> None:
    told = start(tmp_path / "home", ICP_TEST_EVENT=str(sample))
    assert told["title"] == "Halfmoon Fitness – ICP Desktop"
