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
from pathlib import Path

from bundle_shares import shares
from distributions import ROOT
from make_bundle import BUNDLE, collect, finish_libraries
from xvfb_screen import Screen

RUNS = 9
GOAL = 2.5
EMPTY = ROOT / "build" / "bundle" / "empty" / "empty-window"
_LONGEST = 60.0  # seconds


def make_empty() -> None:
    """Make the bundle of the empty window with the environment of ours."""
    python = ROOT / "build" / "bundle" / "environment" / "bin" / "python"
    spec = ROOT / "packaging" / "empty_window.spec"
    collect(python, spec, EMPTY.parent, ROOT / "build" / "bundle" / "work")
    finish_libraries(EMPTY, python)


def time_start(program: Path, screen: Screen, least: int, home: Path) -> float:
    """Return the seconds from start until the screen shows so many colours."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    environment = {**kept, "DISPLAY": screen.display, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    started = time.perf_counter()
    with subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ours
        while screen.colours() < least:
            if process.poll() is not None or time.perf_counter() - started > _LONGEST:
                message = f"{program.name} showed no window"
                raise RuntimeError(message)
            time.sleep(0.002)
        seconds = time.perf_counter() - started
        process.terminate()
    while screen.colours():
        time.sleep(0.01)
    return seconds


def measure_starts() -> tuple[list[float], list[float]]:
    """Return the seconds of ours and of the empty window, from runs that take turns."""
    ours: list[float] = []
    empty: list[float] = []
    with tempfile.TemporaryDirectory() as place, Screen() as screen:
        home = Path(place) / "home"
        home.mkdir()
        program = BUNDLE / "icp-desktop"
        for turn in range(RUNS + 1):  # the first turn fills the caches
            first = time_start(program, screen, 12, home)
            second = time_start(EMPTY / "empty-window", screen, 1, home)
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
