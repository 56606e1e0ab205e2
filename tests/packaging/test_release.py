"""A version is told everywhere alike, and what is given away can be checked."""

import hashlib
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DAY = date(2026, 12, 1)
CHANGES = "# Changes\n\n## 0.2.0, not yet released\n\n- B\n\n## 0.1.0, 2026-11-21\n\n- A\n"


@pytest.fixture
def release(
    script: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    """Load release.py with a tree of its own to change."""
    module = script("release")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    for name in ("CHANGELOG", "METAINFO"):
        copy = tmp_path / Path(getattr(module, name)).name
        shutil.copy(getattr(module, name), copy)
        monkeypatch.setattr(module, name, copy)
    (tmp_path / "CHANGELOG.md").write_text(CHANGES)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.setattr(module, "version", lambda: version_in(tmp_path))
    return module


def version_in(folder: Path) -> str:
    text = (folder / "pyproject.toml").read_text()
    return text.split('\nversion = "')[1].split('"')[0]


def test_changes_are_read_newest_first(script: Callable[[str], ModuleType], tmp_path: Path) -> None:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(CHANGES)
    second, first = script("changes").read_changes(path)
    assert (second.version, second.day, second.text) == ("0.2.0", None, "- B")
    assert (first.version, first.day, first.text) == ("0.1.0", date(2026, 11, 21), "- A")


def test_a_version_is_dated_once_and_told_to_the_stores(
    release: ModuleType, tmp_path: Path
) -> None:
    made = release.settle_version("0.2.0", DAY)
    assert (made.version, made.day, made.text) == ("0.2.0", DAY, "- B")
    assert version_in(tmp_path) == "0.2.0"
    assert "## 0.2.0, 2026-12-01\n" in (tmp_path / "CHANGELOG.md").read_text()
    stores = release.METAINFO.read_text()
    lines = [line.strip() for line in stores.splitlines() if "<release " in line]
    assert lines[0] == '<release version="0.2.0" date="2026-12-01" type="development"/>'
    assert len(lines) >= 2
    again = release.settle_version("", date(2027, 1, 1))
    assert again.day == DAY
    assert release.METAINFO.read_text() == stores


def test_a_version_without_a_word_about_it_is_not_released(
    release: ModuleType, tmp_path: Path
) -> None:
    with pytest.raises(SystemExit, match="Write what is new above it"):
        release.settle_version("0.3.0", DAY)
    assert (tmp_path / "CHANGELOG.md").read_text() == CHANGES
    assert version_in(tmp_path) == version_in(ROOT)
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n")
    with pytest.raises(SystemExit, match="names no version"):
        release.settle_version("", DAY)


def test_checksums_are_those_that_the_usual_tool_checks(
    release: ModuleType, tmp_path: Path
) -> None:
    files = [tmp_path / "b.deb", tmp_path / "a.whl"]
    for file in files:
        file.write_bytes(file.name.encode())
    told = release.checksums(files)
    assert told.splitlines()[0] == f"{hashlib.sha256(b'a.whl').hexdigest()}  a.whl"
    if shutil.which("sha256sum") is None:
        return
    (tmp_path / "SHA256SUMS").write_text(told)
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=False
    )
    assert done.returncode == 0


def test_the_packed_bundle_belongs_to_nobody_and_keeps_its_links(
    release: ModuleType, tmp_path: Path
) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "icp-desktop").write_text("program")
    (bundle / "icp-desktop").chmod(0o755)
    (bundle / "lib.so").symlink_to("lib.so.1")
    packed = release.pack_bundle(bundle, tmp_path / "icp-desktop-1.0.0-linux-x86_64.tar.xz")
    with tarfile.open(packed) as archive:
        entries = {each.name.partition("/")[2]: each for each in archive.getmembers()}
    assert {each.name.split("/")[0] for each in entries.values()} == {
        "icp-desktop-1.0.0-linux-x86_64"
    }
    assert entries["icp-desktop"].mode & 0o111
    assert entries["lib.so"].linkname == "lib.so.1"
    assert {(each.uid, each.uname) for each in entries.values()} == {(0, "root")}
