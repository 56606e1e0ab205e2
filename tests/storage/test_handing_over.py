"""A pack is written whole, over nothing, and nothing in it leads out of it."""

import zipfile
from pathlib import Path

import pytest

from icp_desktop.errors import KnownError
from icp_desktop.storage.handing_over import write_pack, zip_bytes

FILES = {"README.txt": b"read", "data/answers.csv": b"a,b\n"}


def test_a_zip_holds_the_files_and_tells_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "Pack.zip"
    write_pack(path, FILES)
    with zipfile.ZipFile(path) as pack:
        assert {name: pack.read(name) for name in pack.namelist()} == FILES
        assert {each.date_time for each in pack.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.comment + each.extra for each in pack.infolist()} == {b""}
    assert zip_bytes(FILES) == path.read_bytes()


def test_a_folder_holds_the_files(tmp_path: Path) -> None:
    write_pack(tmp_path / "Pack", FILES)
    found = {p.relative_to(tmp_path / "Pack").as_posix(): p for p in tmp_path.rglob("*.*")}
    assert {name: path.read_bytes() for name, path in found.items()} == FILES
    assert [each.name for each in tmp_path.iterdir()] == ["Pack"]


@pytest.mark.parametrize("name", ["Pack.zip", "Pack"])
@pytest.mark.parametrize("there", ["file", "folder", "link"])
def test_nothing_is_written_over(tmp_path: Path, name: str, there: str) -> None:
    path = tmp_path / name
    if there == "file":
        path.write_bytes(b"mine")
    elif there == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(KnownError, match="is there already"):
        write_pack(path, FILES)
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert there != "file" or path.read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    for name in ("Pack.zip", "Pack"):
        with pytest.raises(KnownError, match="is not there"):
            write_pack(tmp_path / "gone" / name, FILES)


@pytest.mark.parametrize("name", ["../out", "/etc/out", "a/../../out", "", "a\\b"])
def test_no_name_leads_out_of_a_pack(tmp_path: Path, name: str) -> None:
    for pack in ("Pack.zip", "Pack"):
        with pytest.raises(ValueError, match=r".*"):
            write_pack(tmp_path / pack, {"README.txt": b"", name: b"x"})
        assert list(tmp_path.iterdir()) == []
