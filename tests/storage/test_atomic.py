"""A file is always the old one or the new one, and who can't save is told why."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icp_desktop.storage import atomic
from icp_desktop.storage.atomic import clean_left_overs, make_folder, write_whole
from icp_desktop.storage.places import PlaceError, place_error, read_error

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and links as POSIX knows them")


class FailingSystem:
    """The `os` module with some calls replaced."""

    def __init__(self, **calls: Callable[..., Any]) -> None:
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        return self._calls.get(name) or getattr(os, name)


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_whole(path, b"one")
    assert path.read_bytes() == b"one"
    write_whole(path, b"two" * 1_000_000)
    assert path.read_bytes() == b"two" * 1_000_000
    assert names_in(tmp_path) == ["a.pdf"]


@posix
def test_rights_are_kept_and_new_files_get_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    before = os.umask(0o027)
    try:
        write_whole(path, b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_whole(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@posix
def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "a.pdf"
    link.symlink_to(tmp_path / "real" / "b.pdf")
    write_whole(link, b"one")
    assert link.is_symlink()
    assert (tmp_path / "real" / "b.pdf").read_bytes() == b"one"
    assert names_in(tmp_path / "real") == ["b.pdf"]


def test_a_last_look_can_stop_the_write(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def stop() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        write_whole(path, b"new", before_replace=stop)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.pdf"]


@pytest.mark.parametrize("existing", [True, False])
def test_every_failing_call_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existing: bool
) -> None:
    """H-R3: the k-th call fails, for every k until nothing fails any more."""
    path = tmp_path / "Profile.pdf"
    data = b"new" * 1_000_000
    for k in range(1, 100):
        path.unlink(missing_ok=True)
        if existing:
            path.write_bytes(b"old")
        calls = [0]

        def counted(name: str, k: int = k, calls: list[int] = calls) -> Callable[..., Any]:
            def call(*args: Any, **kwargs: Any) -> Any:
                calls[0] += 1
                if calls[0] == k:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                return getattr(os, name)(*args, **kwargs)

            return call

        watched = ("open", "write", "fsync", "fchmod", "close", "replace")
        failing = FailingSystem(**{name: counted(name) for name in watched})
        monkeypatch.setattr(atomic, "os", failing)
        told = "not enough room for “Profile.pdf”"
        try:
            write_whole(path, data)
        except PlaceError as error:
            told = str(error)
        monkeypatch.undo()
        assert "not enough room for “Profile.pdf”" in told
        found = path.read_bytes() if path.exists() else None
        assert found in ([b"old", data] if existing else [None, data])
        assert [n for n in names_in(tmp_path) if n != "Profile.pdf"] == []
        if calls[0] < k:
            assert k > 8
            assert found == data
            return
    pytest.fail("the faults never ended")


def test_a_short_write_is_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def three_bytes(file: int, data: memoryview) -> int:
        return os.write(file, data[:3])

    monkeypatch.setattr(atomic, "os", FailingSystem(write=three_bytes))
    write_whole(tmp_path / "a", b"0123456789")
    assert (tmp_path / "a").read_bytes() == b"0123456789"


def windows_error(code: int) -> OSError:
    error = PermissionError(errno.EACCES, "blocked")
    error.winerror = code
    return error


@pytest.mark.parametrize(("blocked", "code"), [(1, 5), (3, 32), (4, 32)])
def test_a_file_held_for_a_moment_is_replaced_on_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blocked: int, code: int
) -> None:
    """H-R12: held for 50 ms, for 150 ms."""
    left = [blocked]

    def replace(source: Path, target: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise windows_error(code)
        source.replace(target)

    monkeypatch.setattr(atomic, "os", FailingSystem(replace=replace))
    write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert left == [0]


def test_a_file_held_for_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """H-R12, third case: after 185 ms of tries the person is asked; the old file stays."""
    tries = []

    def replace(*_paths: Path) -> None:
        tries.append(1)
        raise windows_error(32)

    path = tmp_path / "Profile.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(atomic, "os", FailingSystem(replace=replace))
    with pytest.raises(PlaceError) as caught:
        write_whole(path, b"new")
    expected = "“Profile.pdf” is open in another program. Close it there, then save again."
    assert str(caught.value) == expected
    assert (caught.value.cause, len(tries)) == ("in_use", 5)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["Profile.pdf"]


def test_other_refusals_are_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def replace(*_paths: Path) -> None:
        tries.append(1)
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(atomic, "os", FailingSystem(replace=replace))
    with pytest.raises(PlaceError, match="not allowed"):
        write_whole(tmp_path / "a", b"")
    assert len(tries) == 1


@pytest.mark.parametrize(
    ("number", "cause", "words"),
    [
        (errno.ENOSPC, "full", "not enough room"),
        (errno.EDQUOT, "full", "not enough room"),
        (errno.EFBIG, "full", "not enough room"),
        (errno.EACCES, "rights", "not allowed to save"),
        (errno.EROFS, "read_only", "only be read"),
        (errno.ENOENT, "gone", "is not there"),
        (errno.ENAMETOOLONG, "name", "as a file name"),
        (errno.EIO, "other", os.strerror(errno.EIO)),
    ],
)
def test_each_cause_is_named(tmp_path: Path, number: int, cause: str, words: str) -> None:
    error = place_error(tmp_path / "a{b}.pdf", OSError(number, os.strerror(number)))
    assert error.cause == cause
    assert words in str(error)
    assert "a{b}.pdf" in str(error)


def test_windows_codes_count_more_than_their_numbers() -> None:
    assert place_error(Path("a"), windows_error(32)).cause == "in_use"
    assert place_error(Path("a"), windows_error(112)).cause == "full"
    assert place_error(Path("a"), windows_error(206)).cause == "name"
    assert place_error(Path("a"), windows_error(5)).cause == "rights"


def test_a_name_without_text_can_still_be_told() -> None:
    odd = Path(os.fsdecode(b"a\xff.pdf"))
    str(read_error(odd, FileNotFoundError(errno.ENOENT, ""))).encode()


def test_real_refusals(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    for path, cause in (
        (tmp_path / "gone" / "a.pdf", "gone"),
        (tmp_path / "file" / "a.pdf", "gone"),
        (tmp_path / ("x" * 300), "name"),
        (tmp_path / "folder", "name"),
    ):
        with pytest.raises(PlaceError) as caught:
            write_whole(path, b"")
        assert caught.value.cause == cause
    assert names_in(tmp_path) == ["file", "folder"]
    with pytest.raises(PlaceError):
        make_folder(tmp_path / "file" / "below")


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PlaceError) as caught:
        write_whole(path, b"new")
    assert caught.value.cause == "read_only"
    assert path.read_bytes() == b"old"


def test_only_stale_temporary_files_of_ours_are_removed(tmp_path: Path) -> None:
    host = atomic._host()
    finished = 4_000_000  # above the highest process number there is
    ours = f".icp-{host}-{finished}-0123abcd.tmp"
    running = f".icp-{host}-{os.getpid()}-0123abcd.tmp"
    elsewhere = ".icp-00000000-1-0123abcd.tmp"
    old = ".icp-00000000-2-0123abcd.tmp"
    others = [".icp-notes.txt", "Profile.pdf", f".icp-{host}-{finished}-0123abcd.tmp.bak"]
    for name in (ours, running, elsewhere, old, *others):
        (tmp_path / name).touch()
    os.utime(tmp_path / old, (0, 0))
    assert clean_left_overs(tmp_path) == 2
    assert names_in(tmp_path) == sorted([running, elsewhere, *others])
    assert clean_left_overs(tmp_path / "nowhere") == 0
