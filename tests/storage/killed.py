"""Work that gets killed, in a process of its own: `python killed.py MODE FOLDER KILLS SEED`.

Each round starts a worker that writes without pause and acknowledges each write, kills it at a
random moment and looks at what is left. Prints one JSON line with what was found.
"""

import contextlib
import json
import os
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from strategies import filled_project

from icp_desktop.model.project import Project
from icp_desktop.storage import atomic
from icp_desktop.storage.library import Library
from icp_desktop.storage.opening import Opener
from icp_desktop.storage.project_file import read_project_file
from icp_desktop.storage.publisher import Publisher
from icp_desktop.storage.recovery import check_library, clean_up

FILE = "files/Client - Project.icp"


def numbered(number: int) -> Project:
    """The state after so many writes: every part of it carries the number."""
    project = filled_project(answers=60)
    return replace(
        project,
        name=str(number),
        profiles=tuple(replace(each, summary=str(number)) for each in project.profiles),
        interviews=tuple(replace(each, role=str(number)) for each in project.interviews),
    )


def number_in(project: Project) -> int:
    """The number of a state; a torn one would hold several."""
    numbers = {project.name}
    numbers.update(each.summary for each in project.profiles)
    numbers.update(each.role for each in project.interviews)
    assert len(numbers) == 1, f"torn: {numbers}"
    return int(numbers.pop())


class SlowDisk:
    """The `os` module with slow writes, so that many kills fall into the middle of one."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def write(self, file: int, data: memoryview) -> int:
        time.sleep(0.0005)
        return os.write(file, data[:200])


def work(mode: str, folder: Path, acknowledge: int) -> None:
    """Write until killed."""
    atomic.os = SlowDisk()
    with Library.open(folder) as library:
        publisher = Publisher(library, temporary=())
        before = library.load("p1").project
        while True:
            after = numbered(number_in(before) + 1)
            library.save(before, after)
            if mode == "publish":
                assert publisher.publish("p1").kind == "published"
            os.write(acknowledge, f"{after.name}\n".encode())
            before = after


def look(mode: str, folder: Path, acknowledged: int) -> dict[str, Any]:
    """Open what is left, as the next start does."""
    file = folder / FILE
    published = number_in(read_project_file(file).project)
    started = time.monotonic()
    with Library.open(folder) as library:
        state = number_in(library.load("p1").project)
        took = time.monotonic() - started
        cleaned = clean_up(library)
        kind = Publisher(library, temporary=()).publish("p1").kind
        damaged = len(check_library(library))
    left = [each.name for each in file.parent.iterdir() if each.name != file.name]
    if mode == "autosave":
        published = state
    return {
        "lost": acknowledged > state or acknowledged > published,
        "ahead": max(state, published) - acknowledged,
        "damaged": damaged,
        "left": left,
        "kind": kind,
        "cleaned": cleaned,
        "took": took,
    }


def start(mode: str, folder: Path, acknowledge: int) -> Any:
    """Start a worker; forked where that can be done, for speed."""
    if hasattr(os, "fork"):
        pid = os.fork()
        if not pid:
            try:
                work(mode, folder, acknowledge)
            finally:
                os._exit(1)
        return pid
    command = [sys.executable, __file__, "work", mode, str(folder)]
    return subprocess.Popen(command, stdout=acknowledge)


def kill(worker: Any) -> None:
    """Kill it as hard as the system can."""
    if isinstance(worker, int):
        os.kill(worker, 9)
        os.waitpid(worker, 0)
    else:
        worker.kill()
        worker.wait()


def wait_for_half_a_file(file: Path) -> None:
    """Wait until a file is being written beside the one that is there."""
    until = time.monotonic() + 5
    while time.monotonic() < until and len([*file.parent.iterdir()]) < 2:
        time.sleep(0.0005)


def one_round(mode: str, folder: Path, chance: random.Random) -> dict[str, Any]:
    """Start, kill, look."""
    reading, writing = os.pipe()
    worker = start(mode, folder, writing)
    os.close(writing)
    said = os.read(reading, 1 << 16)  # it has started, and written once
    assert said, "the worker did not start"
    if mode == "publish" and chance.random() < 0.5:
        wait_for_half_a_file(folder / FILE)
    else:
        time.sleep(chance.uniform(0, 0.04))
    kill(worker)
    with contextlib.suppress(OSError):
        while more := os.read(reading, 1 << 16):
            said += more
    os.close(reading)
    acknowledged = int(said.decode().rsplit("\n", 2)[-2])
    return look(mode, folder, acknowledged)


def main(mode: str, folder: Path, kills: int, seed: int) -> None:
    """Prepare a library with a published project, then kill and look."""
    chance = random.Random(seed)
    with Library.open(folder) as library:
        library.save(None, numbered(0))
        Opener(Publisher(library, temporary=())).choose_file("p1", folder / FILE)
    print(json.dumps([one_round(mode, folder, chance) for _round in range(kills)]))


if __name__ == "__main__":
    if sys.argv[1] == "work":
        work(sys.argv[2], Path(sys.argv[3]), sys.stdout.fileno())
    else:
        main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
