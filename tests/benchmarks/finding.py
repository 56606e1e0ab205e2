"""Find anything in the real window at 500 projects: from key press to results on the screen.

`python -m tests.benchmarks.finding` prints one line of JSON with the raw figures in milliseconds.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from icp_desktop.ui.appearance import Appearance
from icp_desktop.worksheet.sample_heads import sample_ids
from icp_desktop.worksheet.samples import make_sample
from tests.benchmarks.figures import Line, percentile
from tests.end_to_end.program import Program

PROJECTS = 500
FIRST_RESULTS = 50.0  # ms
TYPED = ("s", "set", "price", "insur", "people who", "clinic", "zithern", "a", "month end", "owner")


def measure() -> Iterator[Line]:
    """Yield how long results take as the finder opens, while others are read, and after that."""
    command = [sys.executable, "-m", "tests.benchmarks.finding"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    for name, key in (
        ("finder at 500 projects, Ctrl+K to first results", "opened"),
        ("finder while projects are read, key to results, 99 of 100", "reading"),
        ("finder at 500 projects, key to results, 99 of 100", "ready"),
    ):
        wall, own = zip(*found[key], strict=True)
        raw = f"median {median(wall):.1f} ms, of the processor {median(own):.1f} ms"
        if key == "opened":
            raw += f"; answers of all projects after {found['read'] / 1000:.1f} s in the background"
        figure = median(wall) if key == "opened" else percentile(wall, 0.99)
        yield Line(name, figure, FIRST_RESULTS, "ms", raw)


def _fill(program: Program) -> None:
    samples = [make_sample(each) for each in sample_ids()]
    for number in range(PROJECTS):
        made = samples[number % len(samples)]
        client = f"{made.client} {number}"
        program.library.add(replace(made, id=f"p{number}", client=client, sample=""))


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds until what an act leads to is painted: at the wall, and our own."""
    started, own = time.perf_counter(), time.thread_time()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - started), 1000 * (time.thread_time() - own)


def _typed(program: Program) -> list[tuple[float, float]]:
    """Type into the open finder, each text letter by letter; return the time of each key."""
    finder = program.window.window_commands._find.finder
    times = []
    for text in TYPED:
        finder.field.clear()
        times += [_timed(partial(QTest.keyClick, finder.field, letter)) for letter in text]
    return times


def main() -> None:
    """Fill a library, open the finder at home, and type."""
    app = QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        os.environ["ICP_DESKTOP_HOME"] = folder
        program = Program(Appearance(app, scheme="light"), Path(folder))
        _fill(program)
        program.show(1280, 800)
        find = program.window.commands.action("find")
        opened = [_timed(find.trigger)]
        started = time.perf_counter()
        reading = _typed(program)
        shelf = program.window.window_commands._find.shelf
        program.wait_until(lambda: shelf.complete)
        read = 1000 * (time.perf_counter() - started)
        ready = [figure for _round in range(3) for figure in _typed(program)]
        for _round in range(9):
            program.window.window_commands._find.finder.close_finder()
            program.settle()
            opened.append(_timed(find.trigger))
        program.wait_until(lambda: shelf.complete)
        found = {"opened": opened, "reading": reading, "ready": ready, "read": read}
        print(json.dumps(found), flush=True)
        program.close()


if __name__ == "__main__":
    main()
