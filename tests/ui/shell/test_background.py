"""Long work: results come back on the thread of the window, the latest wins, cancelling works."""

import gc
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icp_desktop.errors import KnownError
from icp_desktop.progress import Progress
from icp_desktop.ui.background import Background, quiet_gc


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_back_here(
    background: Background, qtbot: QtBot
) -> None:
    seen: list[tuple[str, int]] = []

    def work(_progress: Progress) -> str:
        return threading.current_thread().name

    def done(name: str) -> None:
        seen.append((name, threading.get_ident()))

    background.run(work, label="", done=done)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("jobs", threading.get_ident())]
    assert not background.busy


def test_only_the_latest_of_a_group_is_delivered(background: Background, qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[int] = []
    ran: list[int] = []
    background.run(lambda _p: gate.wait(5), label="", done=lambda _r: None)
    for n in range(5):
        background.run(lambda _p, n=n: ran.append(n) or n, label="", done=got.append, latest="view")
    gate.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert got == [4]
    assert ran == [4]  # what is no longer wanted is not even begun


def test_cancelling_stops_at_the_next_step(background: Background, qtbot: QtBot) -> None:
    steps: list[int] = []
    told: list[object] = []

    def work(progress: Progress) -> None:
        for n in range(10_000):
            progress.step(n, 10_000)
            steps.append(n)
            time.sleep(0.002)

    job = background.run(work, label="Counting", done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: len(steps) > 2)
    job.cancel()
    qtbot.waitUntil(lambda: not background.busy)
    assert told == []
    assert len(steps) < 10_000


def test_steps_are_reported(background: Background, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        progress.step(3, 7, "Page")

    with qtbot.waitSignal(background.stepped) as waited:
        background.run(work, label="Making", done=lambda _r: None)
    job = waited.args[0]
    assert (job.label, job.done, job.total, job.what) == ("Making", 3, 7, "Page")


def test_a_known_error_goes_to_the_one_who_asked(background: Background, qtbot: QtBot) -> None:
    told: list[str] = []

    def work(_progress: Progress) -> None:
        raise KnownError("The disk is full. Free some space, then save again.")

    background.run(
        work, label="", done=lambda _r: told.append("done"), failed=lambda e: told.append(str(e))
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["The disk is full. Free some space, then save again."]


def test_a_known_error_nobody_asked_for_is_announced(background: Background, qtbot: QtBot) -> None:
    def work(_progress: Progress) -> None:
        raise KnownError("It is open elsewhere.")

    with qtbot.waitSignal(background.failed) as waited:
        background.run(work, label="", done=lambda _r: None)
    assert str(waited.args[0]) == "It is open elsewhere."


def test_a_bug_goes_to_the_crash_report_and_its_words_to_nobody(
    background: Background, qtbot: QtBot
) -> None:
    told: list[str] = []

    def work(_progress: Progress) -> None:
        raise ValueError("Halfmoon Fitness")

    with qtbot.waitSignal(background.crashed) as waited:
        background.run(work, label="", done=lambda _r: None, failed=lambda e: told.append(str(e)))
    assert isinstance(waited.args[0], ValueError)
    qtbot.waitUntil(lambda: bool(told))
    assert "Halfmoon" not in told[0]


def test_the_collector_is_paused_and_comes_back() -> None:
    gc.enable()  # the fixtures of these tests have it wait
    with quiet_gc(), quiet_gc():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_closing_waits_for_the_running_job(qapp: QApplication) -> None:
    background = Background()
    ended = threading.Event()

    def work(_progress: Progress) -> None:
        time.sleep(0.1)
        ended.set()

    background.run(work, label="", done=lambda _r: None)
    time.sleep(0.02)
    background.close()
    assert ended.is_set()
