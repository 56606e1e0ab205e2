"""The home page in the real window at 500 projects: from the click to what is painted.

`python -m tests.benchmarks.clients` prints one line of JSON with the raw figures in milliseconds.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from icp_desktop.model.forms import Form
from icp_desktop.model.project import Project
from icp_desktop.model.review import ReviewPlan
from icp_desktop.ui.appearance import Appearance
from icp_desktop.worksheet.samples import make_sample, sample_ids
from tests.benchmarks.figures import Line
from tests.end_to_end.program import Program

PROJECTS, ROUNDS = 500, 15
PAINTED = 150.0  # ms


def measure() -> Iterator[Line]:
    """Yield how long the home page takes, the first time and when it is come back to."""
    command = [sys.executable, "-m", "tests.benchmarks.clients"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    for name, key in (
        ("home page of 500 projects, click to painted", "clicked"),
        ("home page of 500 projects, sorted anew", "sorted"),
        ("home page of 500 projects, letter to found", "sought"),
    ):
        wall, own = zip(*found[key], strict=True)
        raw = f"longest {max(wall):.1f} ms, of the processor {median(own):.1f} ms"
        yield Line(name, median(wall), PAINTED, "ms", raw)


def _project(made: Project, number: int) -> Project:
    """Return one of many: every fifth has a form that is late, every third a review to come."""
    today = date.today()  # noqa: DTZ011 - the day the program goes by
    form = Form(
        id="f",
        questionnaire="pains",
        title="Pains",
        edition=1,
        sent=today - timedelta(days=20),
        channel="pdf",
        due=today - timedelta(days=1),
    )
    return replace(
        made,
        id=f"p{number}",
        client=f"{made.client} {number}",
        sample="",
        forms=(form,) if number % 5 == 0 else (),
        review_plan=ReviewPlan(
            next=today + timedelta(days=number - 20) if number % 3 == 0 else None
        ),
    )


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds until what an act leads to is painted: at the wall, and our own."""
    started, own = time.perf_counter(), time.thread_time()
    act()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - started), 1000 * (time.thread_time() - own)


def main() -> None:
    """Fill a library; go home from a project time and again, sort and look for one."""
    app = QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        os.environ["ICP_DESKTOP_HOME"] = folder
        program = Program(Appearance(app, scheme="light"), Path(folder))
        samples = [make_sample(each) for each in sample_ids()]
        for number in range(PROJECTS):
            program.library.add(_project(samples[number % len(samples)], number))
        program.show(1280, 800)
        screens, home = program.window.screens, program.window.screens.home
        found: dict[str, list[tuple[float, float]]] = {"clicked": [], "sorted": [], "sought": []}
        for each in range(ROUNDS):
            program.window.session.open_project(f"p{each}")
            program.settle()
            found["clicked"].append(_timed(screens.show_home))
            order = Qt.SortOrder(each % 2)
            found["sorted"].append(_timed(partial(home.table.sortByColumn, each % 6, order)))
            found["sought"].append(_timed(lambda: home.search.setText("ledger")))
            home.search.clear()
            program.settle()
        print(json.dumps(found), flush=True)
        program.close()


if __name__ == "__main__":
    main()
