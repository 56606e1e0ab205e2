"""The program opens no network connection, ever: seen from the kernel, children included.

Blocking Python's own sockets would not stop those of Qt or of a library in C.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Only what leaves: an address of the internet that something connects or sends to.
LEAVES = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\(.*\bAF_INET6?\b")


def traced(log: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        "trace=network",
        "-o",
        str(log),
        *words,
    ]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def leaving(log: Path) -> list[str]:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if LEAVES.search(line)]


@pytest.fixture(autouse=True)
def _strace(tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed, so what the kernel is asked for can’t be seen")
    if traced(tmp_path / "probe", "true").returncode != 0:
        pytest.skip("this system does not allow strace to look at other processes")


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    code = (
        "import socket, subprocess, sys\n"
        "with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:\n"
        "    s.sendto(b'x', ('127.0.0.1', 9))\n"
    )
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], check=True)"
    assert traced(log, sys.executable, "-c", child).returncode == 0
    assert leaving(log) != []


def test_the_self_test_stays_offline(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    done = traced(
        log,
        # The sample that makes the most kinds of documents stands for all, which take a minute.
        *(sys.executable, "-m", "icp_desktop", "self-test", "--sample", "insurance-brokers"),
        ICP_DESKTOP_HOME=str(tmp_path / "home"),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert leaving(log) == []


def test_every_page_stays_offline(tmp_path: Path) -> None:
    log = tmp_path / "trace"
    tour = (sys.executable, "-m", "tests.end_to_end.tour_of_pages", str(tmp_path / "home"))
    done = traced(log, *tour, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stdout + done.stderr
    assert {"home", "settings", "overview", "documents", "versions"} <= set(done.stdout.split("\n"))
    assert leaving(log) == []
