"""Files from outside are read whole, or refused in a sentence before they are read."""

import os
from pathlib import Path

import pytest

from icp_desktop.errors import KnownError
from icp_desktop.storage.packages import PackageError, look_into
from icp_desktop.storage.returned_file import read_returned


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7")
    assert read_returned(file) == b"%PDF-1.7"


def test_500_megabytes_are_not_read(tmp_path: Path) -> None:
    file = tmp_path / "film.pdf"
    with file.open("wb") as out:
        out.truncate(500_000_000)
    with pytest.raises(KnownError, match=r"“film.pdf” has 500 megabytes, and no form has more"):
        read_returned(file)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.touch(), "is empty, 0 bytes long"),
        (lambda _path: None, "is not in the folder"),
        (os.mkfifo, "is not a file that can be read"),
    ],
    ids=["a folder", "0 bytes", "gone", "a pipe"],
)
def test_what_is_no_file_gets_its_own_sentence(make: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "it"
    make(path)  # type: ignore[operator]
    with pytest.raises(KnownError, match=words):
        read_returned(path)


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(PackageError):
        look_into(b"PK\x03\x04 and then nothing", 1_000)
