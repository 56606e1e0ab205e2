"""Opening the big project against reading its bytes and decoding the JSON in them."""

import json
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from icp_desktop.storage.library import Library
from icp_desktop.storage.project_file import read_project_file, write_project_file
from icp_desktop.worksheet.shipped import worksheet_of
from icp_desktop.worksheet.toml_source import read_worksheet
from tests.benchmarks.big_project import make_big_project
from tests.benchmarks.figures import Line, ratio

RUNS = 25
GOAL = 10.0


def measure() -> Iterator[Line]:
    """Yield the lines, from runs that take turns."""
    project = make_big_project()
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "home") as library:
        file = Path(folder) / "big.icp"
        write_project_file(file, project)
        library.add(project)
        parts: list[float] = []
        loads: list[float] = []
        files: list[float] = []
        firsts: list[float] = []
        for _run in range(RUNS):
            parts.append(_timed(lambda: _decode(file)))
            loads.append(_timed(lambda: library.load(project.id)))
            files.append(_timed(lambda: read_project_file(file)))
            read_worksheet.cache_clear()  # as at the first opening of a session
            firsts.append(_timed(lambda: worksheet_of(library.load(project.id).project)))
    raw = "{:.1f} ms / {:.1f} ms"
    scaled = [[1000 * figure for figure in each] for each in (loads, files, firsts, parts)]
    yield ratio("open the big project / read and decode its bytes", GOAL, scaled[0], scaled[3], raw)
    yield ratio("  the same, from its .icp file", GOAL, scaled[1], scaled[3], raw)
    yield ratio("  the same, and its worksheet read anew", GOAL, scaled[2], scaled[3], raw)


def _decode(file: Path) -> list[object]:
    with zipfile.ZipFile(file) as container:
        bodies = [container.read(name) for name in container.namelist() if name.endswith(".json")]
    return [json.loads(body) for body in bodies]


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started
