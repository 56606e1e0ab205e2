"""Hostile project files and libraries, each opened in a process of its own that is measured.

`python hostile_files.py FOLDER` prints one JSON table: per case what was said, how many seconds
it took and how many megabytes it needed at most.
"""

import hashlib
import io
import json
import os
import random
import resource
import sqlite3
import struct
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from strategies import filled_project

from icp_desktop.errors import KnownError
from icp_desktop.storage.container import MIME, pack
from icp_desktop.storage.library import Library
from icp_desktop.storage.project_file import project_file_bytes, read_project_file

Edit = Callable[[dict[str, Any]], None]


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist() if name != "mimetype"}


GOOD = project_file_bytes(filled_project())
PARTS = unpacked(GOOD)
PROFILE = "profiles/bakers.json"


def signed(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Parts with a manifest that fits them, as a clever attacker would make it."""
    manifest = json.loads(PARTS["manifest.json"])
    manifest["parts"] = {
        name: hashlib.sha256(body).hexdigest()
        for name, body in parts.items()
        if name != "manifest.json" and not name.startswith("versions/")
    }
    return {**parts, "manifest.json": json.dumps(manifest).encode()}


def with_body(name: str, body: bytes) -> bytes:
    return pack(signed({**PARTS, name: body}))


def with_json(name: str, edit: Edit) -> bytes:
    table = json.loads(PARTS[name])
    edit(table)
    return with_body(name, json.dumps(table).encode())


def raw(name: str, text: str) -> bytes:
    """A part with a value that our own JSON would not write, in the place of a text."""
    return with_body(name, PARTS[name].replace(b'"Krume & Sons"', text.encode(), 1))


def with_entry(name: str) -> bytes:
    return pack({**PARTS, name: b"x"})


def twice(first: str, second: str) -> bytes:
    """A zip in which two entries have names that are the same to some system."""
    stream = io.BytesIO(pack({**PARTS, first: b"{}", "x" * len(second): b"{}"}))
    return stream.getvalue().replace(b"x" * len(second), second.encode())


def million_entries() -> bytes:
    """A directory of a million entries that all point to the first one."""
    record = struct.pack("<4s6H3L5H2L", b"PK\1\2", *[0] * 5, 33, 0, 1, 1, 1, *[0] * 5, 0) + b"a"
    directory = record * 1_000_000
    start = GOOD[:100]
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, len(directory), len(start), 0)
    return start + directory + end


def lying(change: Callable[[bytearray, int], None]) -> bytes:
    """The good file with the directory entry of the profile changed."""
    data = bytearray(GOOD)
    position = GOOD.rfind(PROFILE.encode()) - 46
    assert data[position : position + 4] == b"PK\1\2"
    change(data, position)
    return bytes(data)


def claim(size: int) -> Callable[[bytearray, int], None]:
    def change(data: bytearray, position: int) -> None:
        struct.pack_into("<L", data, position + 24, size)

    return change


def flag(bits: int) -> Callable[[bytearray, int], None]:
    def change(data: bytearray, position: int) -> None:
        struct.pack_into("<H", data, position + 8, bits)

    return change


def method(number: int) -> Callable[[bytearray, int], None]:
    def change(data: bytearray, position: int) -> None:
        struct.pack_into("<H", data, position + 10, number)

    return change


def noise(megabytes: int, *tokens: bytes) -> bytes:
    """Tokens in no order, so that they do not pack like a bomb."""
    chance = random.Random(3)
    return b"".join(chance.choices(tokens, k=(megabytes << 20) // max(map(len, tokens))))


def bomb(parts: int, size: int) -> bytes:
    return pack({**PARTS, **{f"versions/{n:064x}": bytes(size) for n in range(parts)}})


def overlapping_bomb() -> bytes:
    """Many entries that share one packed body."""
    one = pack({**PARTS, "versions/" + "0" * 64: bytes(7 << 20)})
    at = one.rfind(b"PK\1\2")
    record = one[at : one.rfind(b"PK\5\6")]
    end = list(struct.unpack("<4s4H2LH", one[-22:]))
    records = [record.replace(b"0" * 64, f"{n:064d}".encode()) for n in range(1, 900)]
    end[5] += sum(map(len, records))
    return one[:-22] + b"".join(records) + struct.pack("<4s4H2LH", *end)


def two_of_a_kind() -> bytes:
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as file:
        entry = zipfile.ZipInfo("project.jsom")
        file.writestr(entry, PARTS["project.json"])
    return stream.getvalue().replace(b"project.jsom", b"project.json")


def packed_with(kind: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr(zipfile.ZipInfo("mimetype"), MIME)
        for name, body in PARTS.items():
            file.writestr(name, body, kind)
    return stream.getvalue()


def files() -> Iterator[tuple[str, Callable[[], bytes]]]:
    deep = "[" * 100_000 + "]" * 100_000
    dotted = "a." * 200_000 + "b = 1"
    for name in ("../x", "/etc/x", "C:/x", "..\\x", "profiles/../x", "tables/x.csv", "x\0.json"):
        yield f"name {name!r}", lambda name=name: with_entry(name)
    yield "the same name twice", two_of_a_kind
    yield "names that differ in case", lambda: twice("versions/a", "versions/A")
    yield "a million entries", million_entries
    yield "claims to be small", lambda: lying(claim(10))
    yield "claims to be huge", lambda: lying(claim(2**32 - 1))
    yield "claims a little more", lambda: lying(claim(len(PARTS[PROFILE]) + 1))
    yield "encrypted", lambda: lying(flag(1))
    yield "patched data", lambda: lying(flag(0x20))
    yield "unknown packing", lambda: lying(method(99))
    yield "packed with bzip2", lambda: packed_with(zipfile.ZIP_BZIP2)
    yield "packed with lzma", lambda: packed_with(zipfile.ZIP_LZMA)
    yield "bomb of one part", lambda: bomb(1, 300 << 20)
    yield "bomb of many parts", lambda: bomb(30, 8 << 20)
    yield "bomb of parts that share a body", overlapping_bomb
    yield "unknown key", lambda: with_json("project.json", lambda t: t.update(run="calc"))
    yield (
        "unknown kind of value",
        lambda: with_body(PROFILE, PARTS[PROFILE].replace(b'"terms"', b'"shell"')),
    )
    yield "deep lists", lambda: with_body(PROFILE, deep.encode())
    yield "deep lists in a text", lambda: raw("project.json", deep)
    lists = (b"[],", b"[ ],", b"{},", b"[0],")
    yield "lists without end", lambda: with_body(PROFILE, b"[" + noise(7, *lists) + b"0]")
    empty = (b"{},", b"{ },", b'{"a": 1},')
    yield (
        "answers without end",
        lambda: with_body(PROFILE, b'{"answers": [' + noise(7, *empty) + b"{}]}"),
    )
    for figure in ("9" * 5_000, "NaN", "Infinity", "1e308", "-1e999", "1.5", "0x10"):
        yield f"figure {figure[:9]}", lambda figure=figure: raw("project.json", figure)
    yield (
        "figure of a range",
        lambda: with_body(PROFILE, PARTS[PROFILE].replace(b'"19.5"', b'"1E+999999999"')),
    )
    proof = (b'{"id": "a", "source": "team"},', b'{"id": "bc", "source": "team"},')
    dense = b", ".join(
        b'{"field": "f%d", "evidence": [%s]}' % (n, b"".join(proof * 5_000)[:-1]) for n in range(24)
    )
    head = b'{"id": "bakers", "name": "x", "market": "b2b", "answers": ['
    yield "proof without end", lambda: with_body(PROFILE, head + dense + b"]}")
    for size in (2, 7, 10):
        title = noise(size, *(b"%d" % n for n in range(100))).decode()
        yield (
            f"{size} megabytes of title",
            lambda title=title: with_json("project.json", lambda t: t.update(name=title)),
        )
    yield "half a character", lambda: raw("project.json", '"\\ud800"')
    yield "an id that is a path", lambda: with_json("project.json", lambda t: t.update(id="../x"))
    yield "worksheet of dotted names", lambda: with_body("worksheet.toml", dotted.encode())
    yield "worksheet of deep lists", lambda: with_body("worksheet.toml", b"a = " + deep.encode())
    yield "worksheet of tables", lambda: with_body("worksheet.toml", b"[[sections]]\n" * 70_000)
    yield (
        "worksheet of lists",
        lambda: with_body("worksheet.toml", b"a = [" + b"[]," * 300_000 + b"]"),
    )


def poisoned(script: str) -> Callable[[Path], None]:
    def poison(folder: Path) -> None:
        with Library.open(folder) as library:
            library.save(None, filled_project())
        connection = sqlite3.connect(folder / "library.sqlite")
        connection.executescript(script)
        connection.close()

    return poison


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"
LIBRARIES = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON part BEGIN DELETE FROM project; END",
    "view": "CREATE VIEW v AS SELECT load_extension('x')",
    "view in the place of a table": "ALTER TABLE project RENAME TO p2; "
    f"CREATE VIEW project AS {ENDLESS}",
    "recursive view": f"CREATE VIEW v AS {ENDLESS}",
    "another table": "CREATE TABLE more (x)",
    "another index": "CREATE INDEX i ON part (digest)",
    "a default that computes": "DROP TABLE publication; CREATE TABLE publication "
    "(x DEFAULT (randomblob(100000000)))",
    "a table less": "DROP TABLE publication",
    "a newer version": "PRAGMA user_version = 99",
    "another owner": "PRAGMA application_id = 7",
}


def measured(task: Callable[[], object]) -> dict[str, Any]:
    """Run a task in a process of its own and say what came of it."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.monotonic()
        try:
            task()
            said = "accepted"
        except KnownError as error:
            said = f"refused: {error}"
        except BaseException as error:  # noqa: BLE001 - that is what is looked for
            said = f"crashed: {error!r}"[:500]
        took = time.monotonic() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        os.write(writing, json.dumps([said, took, max(peak, before) / 1024]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said, took, peak = json.loads(pipe.read() or b'["died", 0, 0]')
    os.waitpid(pid, 0)
    return {"said": said, "seconds": took, "megabytes": peak}


def main(folder: Path) -> None:
    """Open everything and print what came of it."""
    found = {}
    path = folder / "Client - Project.icp"
    for name, make in files():
        if pid := os.fork():  # made elsewhere, so that its memory is not counted
            os.waitpid(pid, 0)
        else:
            path.write_bytes(make())
            os._exit(0)
        found[name] = measured(lambda: read_project_file(path))
        path.unlink()
    for name, script in LIBRARIES.items():
        place = folder / name
        poisoned(script)(place)
        before = (place / "library.sqlite").read_bytes()
        found[f"library: {name}"] = measured(lambda place=place: Library.open(place).close())
        if (place / "library.sqlite").read_bytes() != before:
            found[f"library: {name}"]["said"] = "changed"
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
