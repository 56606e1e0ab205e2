"""Two starts at once, a killed program, and a folder where no lock can be made."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icp_desktop.ui.single_instance import SingleInstance

_HOLDER = """
import sys, time
from pathlib import Path
from icp_desktop.ui.single_instance import SingleInstance
guard = SingleInstance(Path(sys.argv[1]))
print(guard.claim(), flush=True)
time.sleep(60)
"""
_CALLER = """
import sys
from pathlib import Path
from icp_desktop.ui.single_instance import SingleInstance
guard = SingleInstance(Path(sys.argv[1]))
standing = guard.claim()
print(standing, guard.hand_over(sys.argv[2] or None) if standing == "second" else "")
"""
_KNOCKER = """
import sys
from icp_desktop.ui.local_socket import knock
for message in (b"[1]", b"{", b'{"file": 3}', b'{"file": "a"}'):
    knock(sys.argv[1], message)
"""


@pytest.fixture
def first(qapp: QApplication, tmp_path: Path) -> Iterator[SingleInstance]:
    guard = SingleInstance(tmp_path)
    assert guard.claim() == "first"
    guard.listen()
    yield guard
    guard.close()


def _start(code: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True)


# A name with a byte that is no text; only Linux has such names.
_NO_TEXT = pytest.param(
    "caf\udce9.icp", marks=pytest.mark.skipif(sys.platform != "linux", reason="no such names")
)


@pytest.mark.parametrize("file", ["Halfmoon – Größe.icp", "", _NO_TEXT])
def test_a_second_start_hands_its_file_over_and_ends(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot, file: str
) -> None:
    heard: list[str] = []
    first.asked.connect(heard.append)
    given = str(tmp_path / file) if file else ""
    second = _start(_CALLER, str(tmp_path), given)
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    out, _err = second.communicate(timeout=10)
    assert out.split() == ["second", "True"]
    assert heard == [given]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a matter of Unix")
def test_the_lock_of_a_killed_program_is_cleared_without_asking(
    tmp_path: Path, qapp: QApplication
) -> None:
    holder = _start(_HOLDER, str(tmp_path))
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "first"
    guard = SingleInstance(tmp_path)
    assert guard.claim() == "second"
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate(timeout=10)
    assert guard.claim() == "first"
    guard.listen()  # what it left of its door is in nobody's way
    guard.close()


def test_a_first_window_that_does_not_answer_is_told_apart(
    tmp_path: Path, qapp: QApplication
) -> None:
    holder = _start(_HOLDER, str(tmp_path))
    assert holder.stdout is not None
    holder.stdout.readline()
    try:
        guard = SingleInstance(tmp_path)
        assert guard.claim() == "second"
        started = time.monotonic()
        assert not guard.hand_over("x.icp", patience=0.2)
        assert time.monotonic() - started < 5
    finally:
        holder.kill()
        holder.communicate(timeout=10)


def test_a_place_without_a_lock_is_not_a_second_window(tmp_path: Path, qapp: QApplication) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    assert SingleInstance(in_the_way / "data").claim() == "unguarded"


def test_a_message_that_is_no_message_is_ignored(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    heard: list[str] = []
    first.asked.connect(heard.append)
    caller = _start(_KNOCKER, first._address())
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    caller.communicate(timeout=10)
    assert heard == ["a"]
