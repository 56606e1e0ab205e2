"""Project files from elsewhere: read or refused in one sentence, never touched."""

import hashlib
import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from strategies import filled_project

from icp_desktop.codec.parts import DamagedPartError
from icp_desktop.errors import KnownError
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.values import Text
from icp_desktop.progress import Cancelled
from icp_desktop.storage.container import MIME, NotAProjectError, pack
from icp_desktop.storage.keepable import UnkeepableError
from icp_desktop.storage.places import ReadError
from icp_desktop.storage.project_file import (
    NewerFormatError,
    project_file_bytes,
    project_id_of,
    read_project_file,
)
from icp_desktop.storage.versions import EMPTY, digest_of, keep

DAY = date(2026, 11, 21)
Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def data() -> bytes:
    project = filled_project()
    about = (Answer(field="about.offers", value=Text(text="Bread")),)
    earlier = Project(
        id=project.id, client="Krume", name="Draft", worksheet="id = 'x'", about=about
    )
    return project_file_bytes(project, keep(EMPTY, earlier, name="One", reason="", day=DAY))


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist() if name != "mimetype"}


def with_manifest(data: bytes, change: Change) -> bytes:
    parts = unpacked(data)
    manifest = json.loads(parts["manifest.json"])
    change(manifest)
    return pack({**parts, "manifest.json": json.dumps(manifest).encode()})


def with_part(data: bytes, name: str, body: bytes) -> bytes:
    parts = {**unpacked(data), name: body}
    manifest = json.loads(parts["manifest.json"])
    manifest["parts"][name] = hashlib.sha256(body).hexdigest()
    return pack({**parts, "manifest.json": json.dumps(manifest).encode()})


def refused(data: bytes, tmp_path: Path) -> KnownError:
    """Read a file that must be refused; its bytes stay as they are."""
    path = tmp_path / "Client - Project.icp"
    path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        read_project_file(path)
    assert path.read_bytes() == data
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400
    return caught.value


def test_the_kind_of_file_shows_in_its_first_bytes(data: bytes) -> None:
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MIME)] == MIME.encode()


def test_anyone_can_unpack_it(data: bytes) -> None:
    parts = unpacked(data)
    assert json.loads(parts["profiles/bakers.json"])["name"] == "Town bakers"
    manifest = json.loads(parts["manifest.json"])
    assert manifest["format"] == 1
    assert manifest["parts"]["project.json"] == digest_of(parts["project.json"])
    assert manifest["versions"][0]["name"] == "One"
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}


def test_flipped_bits_are_noticed_or_change_nothing(data: bytes) -> None:
    """H-R5: a thousand single bits."""
    expected = read_project_file(data)
    chance = random.Random(5)
    refusals = 0
    for _flip in range(1_000):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            found = read_project_file(bytes(flipped))
        except KnownError:
            refusals += 1
        else:
            assert (found.project, found.history) == (expected.project, expected.history)
    assert 700 < refusals < 1_000


def test_cut_short_zeroed_and_renamed_files_are_refused(data: bytes, tmp_path: Path) -> None:
    """H-R6."""
    picture = b"\x89PNG\r\n\x1a\n" + bytes(500)
    other_zip = io.BytesIO()
    with zipfile.ZipFile(other_zip, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    lengths = [0, 1, 15, 16, 30, 38, 60, 100, *range(512, len(data), 512), len(data) - 1]
    for broken in (
        *(data[:length] for length in lengths),
        bytes(len(data)),
        b"XX" + data[2:],
        b"%PDF-1.7\n" + bytes(500),
        picture,
        other_zip.getvalue(),
        data + b"\0" * 30,
        b"MZ" + data,
    ):
        error = refused(broken, tmp_path)
        assert isinstance(error, NotAProjectError)
        assert "“Client - Project.icp” can’t be opened as a project" in str(error)


def test_a_newer_format_is_refused_with_the_version_needed(data: bytes, tmp_path: Path) -> None:
    """H-R8: also when it holds parts that we do not know."""
    parts = unpacked(data)
    manifest = {**json.loads(parts["manifest.json"]), "format": 2, "needs": "3.4"}
    newer = {**parts, "manifest.json": json.dumps(manifest).encode(), "tables/x.csv": b"1"}
    error = refused(pack(newer), tmp_path)
    assert isinstance(error, NewerFormatError)
    assert "needs ICP Desktop 3.4 or newer" in str(error)
    assert error.needed == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(format="1"),
        lambda m: m.update(format=True),
        lambda m: m.update(format=0),
        lambda m: m.pop("format"),
        lambda m: m.update(parts=[]),
        lambda m: m["parts"].update({"project.json": 7}),
        lambda m: m["parts"].update({"../x": "0" * 64}),
        lambda m: m["parts"].pop("worksheet.toml"),
        lambda m: m["parts"].update({"profiles/more.json": "0" * 64}),
        lambda m: m.update(versions={}),
        lambda m: m.update(versions=m["versions"] * 2),
        lambda m: m.update(versions=m["versions"] * 1_001),
        lambda m: m["versions"][0].update(more=1),
        lambda m: m["versions"][0].update(id="../../x"),
        lambda m: m["versions"][0].update(id=7),
        lambda m: m["versions"][0].update(day="yesterday"),
        lambda m: m["versions"][0].update(automatic=0),
        lambda m: m["versions"][0].update(name="x" * 5_000),
        lambda m: m["versions"][0].update(name="\ud800"),
        lambda m: m["versions"][0]["parts"].update({"project.json": "f" * 64}),
    ],
)
def test_wrong_manifests_are_refused(data: bytes, tmp_path: Path, change: Change) -> None:
    refused(with_manifest(data, change), tmp_path)


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000, b"1" * 9_999])
def test_manifests_that_are_none_are_refused(data: bytes, tmp_path: Path, body: bytes) -> None:
    error = refused(pack({**unpacked(data), "manifest.json": body}), tmp_path)
    assert isinstance(error, DamagedPartError)
    assert error.part == "manifest.json"


def test_what_a_version_shares_with_the_present_state_lies_there_once() -> None:
    project = filled_project()
    history = keep(EMPTY, project, name="One", reason="", day=DAY)
    data = project_file_bytes(project, history)
    assert not any(name.startswith("versions/") for name in unpacked(data))
    assert read_project_file(data).history == history


def test_a_damaged_part_names_itself(data: bytes, tmp_path: Path) -> None:
    parts = unpacked(data)
    for name, changed in (
        ("profiles/bakers.json", parts["profiles/bakers.json"].replace(b"Town", b"City")),
        ("interviews/talk1.json", None),
        ("worksheet.toml", b""),
        (next(name for name in parts if name.startswith("versions/")), b"{}"),
    ):
        body = {} if changed is None else {name: changed}
        rest = {each: parts[each] for each in parts if each != name}
        error = refused(pack({**rest, **body}), tmp_path)
        assert isinstance(error, DamagedPartError)
        assert error.part == name
        assert name[:80] in str(error)


def test_a_hostile_worksheet_is_refused(data: bytes, tmp_path: Path) -> None:
    for source in (b"", b"x = [", b"a." * 50_000 + b"b = 1", b"id = 1", b"[[sections]]\n" * 50_000):
        error = refused(with_part(data, "worksheet.toml", source), tmp_path)
        assert "worksheet" in str(error)


def test_a_part_that_nothing_refers_to_is_refused(data: bytes, tmp_path: Path) -> None:
    stray = unpacked(data)["profiles/bakers.json"].replace(b"bakers", b"strays")
    error = refused(with_part(data, "profiles/strays.json", stray), tmp_path)
    assert isinstance(error, DamagedPartError)
    assert error.part == "profiles/strays.json"


def test_a_long_text_of_one_letter_is_no_bomb() -> None:
    project = filled_project(text="a" * 900_000)
    assert read_project_file(project_file_bytes(project)).project == project


def test_what_no_file_can_hold_is_not_written() -> None:
    project = filled_project()
    talk = project.interviews[0]
    long = replace(talk.answers[0], text="ab" * 499_000)
    talks = tuple(replace(talk, id=f"t{n}", answers=(long,) * 8) for n in range(18))
    with pytest.raises(UnkeepableError, match="larger than a project file can be"):
        project_file_bytes(replace(project, interviews=talks))


def test_fields_that_the_worksheet_dropped_are_kept() -> None:
    project = filled_project()
    assert "field.0" not in project.worksheet
    assert read_project_file(project_file_bytes(project)).project == project


class Impatient:
    """Cancels at a certain step."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def step(self, done: int, total: int, what: str = "") -> None:
        assert 0 <= done <= total
        self.patience -= 1
        if not self.patience:
            raise Cancelled


@pytest.mark.parametrize("patience", [1, 2, 3, 5])
def test_reading_can_be_cancelled(data: bytes, tmp_path: Path, patience: int) -> None:
    """H-R16: from a file in the cloud, too, which comes piece by piece."""
    path = tmp_path / "a.icp"
    path.write_bytes(data)
    with pytest.raises(Cancelled):
        read_project_file(path, progress=Impatient(patience))


def test_the_same_content_packed_otherwise_is_the_same_content(data: bytes) -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as file:
        file.writestr(zipfile.ZipInfo("mimetype"), MIME)
        for name, body in sorted(unpacked(data).items(), reverse=True):
            file.writestr(name, body, zipfile.ZIP_DEFLATED)
    first, second = read_project_file(data), read_project_file(other.getvalue())
    assert first.digest != second.digest
    assert first.content == second.content
    changed = replace(first.project, name="Another")
    assert read_project_file(project_file_bytes(changed)).content != first.content


def test_the_id_without_reading_all(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.icp"
    path.write_bytes(data)
    assert project_id_of(path) == "p1"
    path.write_bytes(data[:50])
    assert project_id_of(path) == ""
    assert project_id_of(tmp_path / "gone.icp") == ""


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is not in the folder"):
        read_project_file(tmp_path / "gone.icp")
    with pytest.raises(NotAProjectError, match="it is not a file"):
        read_project_file(tmp_path)


def test_the_end_record_may_not_promise_too_much(data: bytes, tmp_path: Path) -> None:
    for change in ({"count": 65_535}, {"directory": 2**31}, {"comment": 5}):
        fields = list(struct.unpack("<4s4H2LH", data[-22:]))
        fields[4] = change.get("count", fields[4])
        fields[5] = change.get("directory", fields[5])
        fields[7] = change.get("comment", fields[7])
        refused(data[:-22] + struct.pack("<4s4H2LH", *fields), tmp_path)
