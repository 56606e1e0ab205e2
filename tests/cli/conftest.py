from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from icp_desktop.__main__ import main


@dataclass(frozen=True)
class Told:
    """What a call said: the exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line of a refused call, without the name of the program."""
        assert self.code == 2, self
        assert self.out == ""
        assert self.err.startswith("icp-desktop: ")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err.removeprefix("icp-desktop: ").rstrip("\n")


Run = Callable[..., Told]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that calls the program in an empty folder without a display."""
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str) -> Told:
        code = main(list(words))
        said = capsys.readouterr()
        return Told(code=code, out=said.out, err=said.err)

    return call


@pytest.fixture
def studio(run: Run) -> str:
    """Return the name of a project file made from a sample."""
    assert run("new", "a.icp", "--sample", "fitness-studio").code == 0
    return "a.icp"
