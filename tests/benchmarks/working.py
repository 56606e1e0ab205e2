"""Typing and preview in the real window, at the size of a large project; run as a process.

`python -m tests.benchmarks.working` prints one line of JSON with the raw figures in milliseconds.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from icp_desktop.documents import pdf, press
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.background import quiet_gc
from icp_desktop.ui.pages.page import WORKSHEET, Place
from icp_desktop.ui.preview import PreviewPanel
from tests.benchmarks.big_project import make_big_project
from tests.end_to_end.program import Program

TEXT = "one person to ring who measures on the same day and leaves a price on a page "
ROUNDS, KEYS, PREVIEWS = 3, 120, 5
AFTER_KEY = 100  # ms in which what a key leads to is counted in
CALM = 700  # ms without a paint until the picture counts as finished


class BusyTime:
    """Adds up how long the thread of the window is at work, whatever for."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._since = time.perf_counter()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._on_awake)
        dispatcher.aboutToBlock.connect(self._on_block)

    def start(self) -> None:
        """Begin to count from now."""
        self.seconds = 0.0
        self._since = time.perf_counter()

    def stop(self) -> float:
        """Return the seconds since `start`; to be called while the thread is awake."""
        return self.seconds + time.perf_counter() - self._since

    def _on_awake(self) -> None:
        self._since = time.perf_counter()

    def _on_block(self) -> None:
        now = time.perf_counter()
        self.seconds += now - self._since
        self._since = now


class LastPaint(QObject):
    """Notes when a widget was painted last."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.when = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.when = time.perf_counter()
        return False


class Heartbeat:
    """Beats every millisecond and notes the longest time between two beats."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to beat."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait(milliseconds: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def find_text_field(window: QWidget) -> QPlainTextEdit:
    """Return the first field for free words that is shown."""
    fields = window.findChildren(QPlainTextEdit)
    return next(field for field in fields if field.isVisible() and not field.isReadOnly())


def measure_keys(window: QWidget) -> list[dict[str, list[float]]]:
    """Return, for each round, the time per key press at the wall and of the processor."""
    field, busy = find_text_field(window), BusyTime()
    field.setFocus()
    rounds = []
    for _round in range(ROUNDS):
        wall, cpu = [], []
        for number in range(KEYS):
            wait(3)
            started = time.thread_time()
            busy.start()
            QTest.keyClicks(field, TEXT[number % len(TEXT)])
            wait(AFTER_KEY)
            wall.append(1000 * busy.stop())
            cpu.append(1000 * (time.thread_time() - started))
        rounds.append({"wall": wall, "cpu": cpu})
        wait(CALM * 3)
    return rounds


def measure_previews(program: Program, panel: PreviewPanel) -> dict[str, list[float]]:
    """Return what a preview takes: from key press, from start of rendering, bare; and stalls."""
    found: dict[str, list[float]] = {"key": [], "shown": [], "bare": [], "stall": []}
    field, paint, heart = (
        find_text_field(program.window),
        LastPaint(panel.paper.viewport()),
        Heartbeat(),
    )
    began, pages = [0.0], [""]
    # The first job after a key lays the pages out; a later one clears up after it.
    program.background.started.connect(
        lambda _job: began.__setitem__(0, began[0] or time.perf_counter())
    )
    _remember_html(pages)
    for run in range(2 * PREVIEWS):
        listening = run % 2 == 1  # the beat itself costs a little, so it has runs of its own
        if listening:
            heart.start()
        began[0] = 0.0
        pressed = time.perf_counter()
        QTest.keyClicks(field, "x")
        panel_done = _next(panel)
        program.wait_until(lambda done=panel_done: bool(done))
        _until_calm(paint)
        heart.stop()
        if listening:
            found["stall"].append(1000 * heart.longest)
            continue
        found["key"].append(1000 * (paint.when - pressed))
        found["shown"].append(1000 * (paint.when - began[0]))
        found["bare"].append(1000 * _bare(pages[0]))
    return found


def _next(panel: PreviewPanel) -> list[bool]:
    done: list[bool] = []
    panel.rendered.connect(lambda: done.append(True), Qt.ConnectionType.SingleShotConnection)
    return done


def _until_calm(paint: LastPaint) -> None:
    while (time.perf_counter() - paint.when) * 1000 < CALM:
        wait(50)


def _remember_html(pages: list[str]) -> None:
    """Keep the HTML that is laid out, to give the very same to bare WeasyPrint."""
    original: Callable[..., Any] = pdf.lay_out

    def lay_out(html: str, *rest: Any) -> Any:
        pages[0] = html
        return original(html, *rest)

    pdf.lay_out = lay_out


def _bare(html: str) -> float:
    from weasyprint import HTML

    fonts, sheet = press._kept_fonts(), press._sheet("profile", "A4")
    with quiet_gc():
        started = time.perf_counter()
        HTML(string=html, url_fetcher=press._fetcher()).write_pdf(
            stylesheets=[fonts.faces, sheet],
            font_config=fonts.configuration,
            pdf_variant="pdf/ua-1",
        )
        return time.perf_counter() - started


def main() -> None:
    """Open the big project at its form, beside the preview, and measure."""
    app = QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        os.environ["ICP_DESKTOP_HOME"] = folder
        program = Program(Appearance(app, scheme="light"), Path(folder))
        program.add(make_big_project())
        program.show(1280, 800)
        program.go(Place(page=WORKSHEET, view="form", section="company"))
        panel = program.window.preview.panel
        assert panel is not None
        program.wait_until(lambda: panel.result is not None)
        wait(2 * CALM)
        keys = measure_keys(program.window)
        previews = measure_previews(program, panel)
        print(json.dumps({"keys": keys, "previews": previews}), flush=True)
        program.close()


if __name__ == "__main__":
    main()
