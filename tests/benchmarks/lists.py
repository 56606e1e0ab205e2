"""Reading lists in: against the bare libraries, and how it grows; each in a process of its own.

`python -m tests.benchmarks.lists csv|workbook|grow FILE` prints one line of JSON: seconds of ours
and of the bare library in turn, or seconds and bytes of reading one file.
"""

import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.figures import Line, ratio
from tests.benchmarks.invented_files import write_csv, write_workbook

ROUNDS = 7
CSV_GOAL, WORKBOOK_GOAL = 4.0, 1.3
SIZES = (1_000, 10_000, 100_000, 1_000_000)
SPREAD = 1.0  # times the growth of the rows
_RAW = "{:.2f} s / {:.2f} s"


def measure() -> Iterator[Line]:
    """Yield how long reading takes, and how time and memory grow with the rows."""
    with TemporaryDirectory() as folder:
        csv, book = Path(folder, "list.csv"), Path(folder, "list.xlsx")
        write_csv(csv, 100_000)
        write_workbook(book, 100_000)
        found = _child("csv", csv)
        name = "CSV 100,000 x 20 to typed table / bare polars.read_csv"
        yield ratio(name, CSV_GOAL, found["ours"], found["bare"], _RAW)
        found = _child("workbook", book)
        name = "xlsx 100,000 x 9 to typed table / bare calamine"
        yield ratio(name, WORKBOOK_GOAL, found["ours"], found["bare"], _RAW)
        yield from _growth(Path(folder))


def _growth(folder: Path) -> Iterator[Line]:
    seconds, sizes = {}, {}
    for rows in SIZES:
        path = folder / f"{rows}.csv"
        write_csv(path, rows)
        found = _child("grow", path)
        path.unlink()
        seconds[rows], sizes[rows] = min(found["seconds"]), found["memory"]
    for first, last in ((SIZES[0], SIZES[-1]), (SIZES[-2], SIZES[-1])):
        times = last / first
        name = f"growth of time from {first:,} to {last:,} rows / growth of rows"
        raw = f"{seconds[first]:.3f} s / {seconds[last]:.2f} s"
        yield Line(name, seconds[last] / seconds[first] / times, SPREAD, "x", raw)
        name = f"growth of memory from {first:,} to {last:,} rows / growth of rows"
        raw = f"{sizes[first] / 1e6:.1f} MB / {sizes[last] / 1e6:.0f} MB"
        yield Line(name, sizes[last] / sizes[first] / times, SPREAD, "x", raw)


def _child(what: str, path: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.lists", what, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _read(path: Path) -> None:
    from icp_desktop.tables import workbooks
    from icp_desktop.tables.checking import check
    from icp_desktop.tables.opening import open_source
    from icp_desktop.tables.planning import draft, setting_of
    from icp_desktop.worksheet.samples import make_sample

    workbooks.forget()
    drafted = draft(open_source(path), "customers", setting_of(make_sample("software-firm")))
    checked = check(drafted.plan, drafted.grid)
    assert checked.taken == len(checked.rows)


def _bare_csv(path: Path) -> None:
    import polars as pl

    pl.read_csv(path, infer_schema_length=100, ignore_errors=True)


def _bare_workbook(path: Path) -> None:
    import python_calamine

    python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def _timed(act: Callable[[Path], None], path: Path) -> float:
    start = time.perf_counter()
    act(path)
    return time.perf_counter() - start


def _in_turn(bare: Callable[[Path], None], path: Path, rounds: int) -> dict[str, list[float]]:
    _read(path)
    bare(path)
    found: dict[str, list[float]] = {"ours": [], "bare": []}
    gc.disable()  # as the program itself does
    for _round in range(rounds):
        found["ours"].append(_timed(_read, path))
        found["bare"].append(_timed(bare, path))
        gc.collect()
    return found


def _grown(path: Path) -> dict[str, Any]:
    import polars as pl

    pl.DataFrame({"a": ["1"]}).select(pl.all().cast(pl.Float64))  # its threads are there now
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first = _timed(_read, path)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds = [first, _timed(_read, path), _timed(_read, path)]
    return {"seconds": seconds, "memory": (after - before) * 1024}


def main(what: str, path: Path) -> None:
    """Print the raw figures of one child."""
    match what:
        case "csv":
            found: dict[str, Any] = dict(_in_turn(_bare_csv, path, ROUNDS))
        case "workbook":
            found = dict(_in_turn(_bare_workbook, path, 3))
        case _:
            found = _grown(path)
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
