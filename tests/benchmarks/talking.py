"""Three hundred interviews of fifteen answers: themes counted, the page shown, a key typed.

`python -m tests.benchmarks.talking` prints one line of JSON with the raw figures in milliseconds.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.figures import Line, percentile, ratio

SLOWEST, SLOWEST_RATIO = 100.0, 40.0  # ms; times a bare count
TALKS, ANSWERS, ROUNDS, KEYS = 300, 15, 15, 60


def measure() -> Iterator[Line]:
    """Yield what the page of interviews and the counts of themes cost."""
    command = [sys.executable, "-m", "tests.benchmarks.talking"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    raw = f"{TALKS} talks of {ANSWERS} answers, {found['quotes']} quotes"
    yield Line("themes counted, by segment, in order", median(found["counts"]), SLOWEST, "ms", raw)
    name = "themes counted / a bare count over the same texts"
    yield ratio(name, SLOWEST_RATIO, found["counts"], found["bare"], "{:.1f} ms / {:.2f} ms")
    raw = f"first time, its code loaded: {found['first']:.0f} ms"
    yield Line(
        "page of interviews shown with another talk", median(found["page"]), SLOWEST, "ms", raw
    )
    raw = f"tab of themes {median(found['themes']):.0f} ms"
    slow = percentile(found["keys"], 0.99)
    yield Line("a key typed into an answer, 99 of 100", slow, SLOWEST, "ms", raw)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _run() -> dict[str, Any]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from invented_talks import with_talks

    from icp_desktop.insight.themes import anything_new, by_segment, count_themes
    from icp_desktop.model.project import Project
    from icp_desktop.worksheet.samples import make_sample

    project = with_talks(make_sample("software-firm"), TALKS, ANSWERS)

    def count() -> None:
        count_themes(project)
        by_segment(project, "segment")
        anything_new(project)

    def bare(project: Project = project) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for talk in project.interviews:
            for quote in talk.quotes:
                for theme in quote.themes:
                    found.setdefault(theme, set()).add(talk.id)
        return found

    counts, bares = [], []
    for _round in range(ROUNDS):
        counts.append(_timed(count))
        bares.append(_timed(bare))
    quotes = sum(len(talk.quotes) for talk in project.interviews)
    return {"counts": counts, "bare": bares, "quotes": quotes} | _in_window(project)


def _in_window(project: Any) -> dict[str, Any]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from icp_desktop.ui.appearance import Appearance
    from icp_desktop.ui.pages.page import INTERVIEWS, OVERVIEW, Place
    from tests.end_to_end.program import Program

    app = QApplication([])
    with TemporaryDirectory() as folder:
        os.environ["ICP_DESKTOP_HOME"] = folder
        program = Program(Appearance(app, calm=True), Path(folder))
        program.add(project)
        program.show(1280, 800)
        program.go(Place(page=OVERVIEW))

        def show(talk: str = "", view: str = "talks") -> None:
            program.window.go(Place(page=INTERVIEWS, view=view, section=talk))
            QApplication.sendPostedEvents()
            program.window.grab()

        first = _timed(show)
        page = [_timed(lambda n=n: show(f"talk{n}")) for n in range(ROUNDS)]  # type: ignore[misc]
        themes = []
        for _round in range(5):
            themes.append(_timed(lambda: show(view="themes")))
            show()
        show("talk7")
        view = program.window.current_view()
        assert view is not None
        field: Any = view.page()._view("talks").rows[0].text
        field.setFocus()

        def press() -> None:
            QTest.keyClicks(field, "a")
            app.processEvents()

        keys = [_timed(press) for _key in range(KEYS)]
        program.settle()
        program.close()
    return {"first": first, "page": page, "themes": themes, "keys": keys}


if __name__ == "__main__":
    print(json.dumps(_run()))
