"""Measures the bundle against that of an empty window: time to the first page painted, and size.

usage: measure_bundle.py [--table]      --table prints the shares as for CONTRIBUTING.md

Needs Xvfb. Both programs start on a screen of their own, in turns, and the picture on that screen
is watched from outside: an empty window counts from its first pixel, ours from the words on it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bundle_shares import shares
from distributions import ROOT
from make_bundle import BUNDLE, collect, finish_libraries

RUNS = 9
GOAL = 2.5
EMPTY = ROOT / "build" / "bundle" / "empty" / "empty-window"
_DISPLAY = ":93"
_WIDTH, _HEIGHT = 1280, 800
_LONGEST = 60.0  # seconds


def make_empty() -> None:
    """Make the bundle of the empty window with the environment of ours."""
    python = ROOT / "build" / "bundle" / "environment" / "bin" / "python"
    spec = ROOT / "packaging" / "empty_window.spec"
    collect(python, spec, EMPTY.parent, ROOT / "build" / "bundle" / "work")
    finish_libraries(EMPTY, python)


@contextmanager
def screen(folder: Path) -> Iterator[Path]:
    """Run a screen and give the file that holds its picture."""
    size = f"{_WIDTH}x{_HEIGHT}x24"
    words = ["Xvfb", _DISPLAY, "-screen", "0", size, "-fbdir", str(folder), "-nocursor"]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as server:  # noqa: S603 - ours
        picture = folder / "Xvfb_screen0"
        while not Path(f"/tmp/.X11-unix/X{_DISPLAY[1:]}").exists() or not picture.exists():  # noqa: S108 - where X keeps it
            time.sleep(0.02)
        try:
            yield picture
        finally:
            server.terminate()


def colours(picture: Path) -> int:
    """Return how many colours are on the screen, of every second row and column."""
    data = picture.read_bytes()[-4 * _WIDTH * _HEIGHT :]
    found: set[bytes] = set()
    for row in range(0, _HEIGHT, 2):
        line = data[4 * _WIDTH * row : 4 * _WIDTH * (row + 1)]
        if line.strip(b"\0"):
            found.update(line[at : at + 3] for at in range(0, len(line), 8))
    return len(found - {b"\0\0\0"})


def time_start(program: Path, picture: Path, least: int, home: Path) -> float:
    """Return the seconds from start until the screen shows so many colours."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    environment = {**kept, "DISPLAY": _DISPLAY, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    started = time.perf_counter()
    with subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ours
        while colours(picture) < least:
            if process.poll() is not None or time.perf_counter() - started > _LONGEST:
                message = f"{program.name} showed no window"
                raise RuntimeError(message)
            time.sleep(0.002)
        seconds = time.perf_counter() - started
        process.terminate()
    while colours(picture):
        time.sleep(0.01)
    return seconds


def measure_starts() -> tuple[list[float], list[float]]:
    """Return the seconds of ours and of the empty window, from runs that take turns."""
    ours: list[float] = []
    empty: list[float] = []
    with tempfile.TemporaryDirectory() as place, screen(Path(place)) as picture:
        home = Path(place) / "home"
        home.mkdir()
        program = BUNDLE / "icp-desktop"
        for turn in range(RUNS + 1):  # the first turn fills the caches
            first = time_start(program, picture, 12, home)
            second = time_start(EMPTY / "empty-window", picture, 1, home)
            if turn:
                ours.append(first)
                empty.append(second)
    return ours, empty


def size(folder: Path) -> int:
    """Return the bytes of a bundle."""
    return sum(path.stat().st_size for path in folder.rglob("*") if not path.is_symlink())


def main(words: list[str]) -> int:
    """Measure and print."""
    if "--table" in words:
        print(table())
        return 0
    make_empty()
    ours, empty = measure_starts()
    first, second = statistics.median(ours), statistics.median(empty)
    print(f"start to first page / empty window: {first / second:.2f} (goal {GOAL}), ", end="")
    print(f"{first:.2f} s / {second:.2f} s, median of {RUNS}")
    big, small = size(BUNDLE), size(EMPTY)
    print(f"size / empty window: {big / small:.2f}, {big / 1e6:.0f} MB / {small / 1e6:.0f} MB")
    print(table())
    return 0 if first / second <= GOAL else 1


def table() -> str:
    """Return what is in the bundle as a Markdown table."""
    lines = ["| What | MB | Why |", "|---|---:|---|"]
    lines += [f"| {what} | {mb / 1e6:.1f} | {why} |" for what, mb, why in shares(BUNDLE)]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
