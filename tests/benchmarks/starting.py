"""Start and memory: the program against an empty window, each in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from icp_desktop.settings import SettingsFile
from icp_desktop.storage.library import Library
from icp_desktop.worksheet.samples import make_sample, sample_ids
from tests.benchmarks.big_project import make_big_project
from tests.benchmarks.figures import Line, ratio

Environment = AbstractContextManager[dict[str, str]]
ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
WEIGHINGS = 3
SLOWEST_START, HEAVIEST_HOME, HEAVIEST_PREVIEW = 2.0, 1.5, 3.0


def measure_start() -> Iterator[Line]:
    """Yield how long it takes until the first page answers, on each platform there is."""
    raw = "{:.0f} ms / {:.0f} ms"
    for platform, environment in _platforms():
        with TemporaryDirectory() as folder, environment as variables:
            bare, full = _home(Path(folder) / "bare"), _home(Path(folder) / "full", projects=True)
            times: dict[str, list[float]] = {"empty": [], "bare": [], "full": []}
            for run in range(RUNS + 1):
                for name, what, home in (
                    ("empty", "empty", bare),
                    ("bare", "home", bare),
                    ("full", "home", full),
                ):
                    taken = _seconds(what, home, variables) * 1000
                    if run:  # the first one warms bytecode and files
                        times[name].append(taken)
        name = f"start to the first page, {platform} / empty window"
        yield ratio(name, SLOWEST_START, times["bare"], times["empty"], raw)
        yield ratio(
            "  the same with three projects", SLOWEST_START, times["full"], times["empty"], raw
        )


def measure_memory() -> Iterator[Line]:
    """Yield what the program weighs at the home page and after the first preview."""
    weights: dict[str, list[float]] = {"empty": [], "home": [], "preview": []}
    with TemporaryDirectory() as folder:
        home, big = _home(Path(folder) / "bare"), _home_of_big_project(Path(folder) / "big")
        for _run in range(WEIGHINGS):
            for what, found in weights.items():
                grown = _child(what, big if what == "preview" else home, {}, "weigh")
                found.append(grown["memory"] / 2**20)
    raw = "{:.0f} MB / {:.0f} MB"
    empty = weights["empty"]
    yield ratio(
        "memory at the home page / empty window", HEAVIEST_HOME, weights["home"], empty, raw
    )
    yield ratio(
        "memory after the first preview / empty window",
        HEAVIEST_PREVIEW,
        weights["preview"],
        empty,
        raw,
    )


def _seconds(what: str, home: Path, variables: dict[str, str]) -> float:
    started = time.monotonic_ns()
    return (_child(what, home, variables)["ready"] - started) / 1e9


def _child(what: str, home: Path, variables: dict[str, str], *more: str) -> dict[str, int]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "ICP_DESKTOP_HOME": str(home),
        **variables,
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody's second start compiles anew
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.child", what, *more],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if not done.stdout:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return found


def _platforms() -> list[tuple[str, Environment]]:
    platforms = [("offscreen", _offscreen())]
    if shutil.which("Xvfb"):
        platforms.append(("Xvfb", _xvfb()))
    return platforms


@contextmanager
def _offscreen() -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def _xvfb() -> Iterator[dict[str, str]]:
    """Start a virtual screen and end it again."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


def _home(folder: Path, *, projects: bool = False) -> Path:
    """Return a home that has been through the first questions."""
    settings = SettingsFile(folder / "config" / "settings.json")
    settings.change(role="own", folder=str(folder / "files"), currency="GBP")
    with Library.open(folder) as library:
        for sample in sample_ids() if projects else ():
            library.add(replace(make_sample(sample), sample=""))
    return folder


def _home_of_big_project(folder: Path) -> Path:
    """Return a home in which the big project was left at the form, beside its preview."""
    _home(folder)
    project = make_big_project()
    with Library.open(folder) as library:
        library.add(project)
        library.remember_place(project.id, {"page": "worksheet", "view": "form"})
    SettingsFile(folder / "config" / "settings.json").change(open_project=project.id)
    return folder
