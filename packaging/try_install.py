"""Installs the wheel into empty environments outside the checkout and tries the program there.

usage: try_install.py [pinned] [lowest] [newest]      all three if none is named

pinned: the versions of constraints.txt; lowest: the least version pyproject.toml allows of every
dependency; newest: the latest ones there are. In each: `pip check`, the self-test, and the window.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from distributions import ROOT, build_distributions, project, run

_LEAST = re.compile(r"([A-Za-z0-9._-]+)>=([0-9.]+)")
_ALIVE = 8.0  # seconds a window has to stay open


def lowest() -> str:
    """Return constraints that hold every direct dependency to the least version allowed."""
    found = []
    for line in project()["dependencies"]:  # type: ignore[attr-defined]
        match = _LEAST.fullmatch(line.replace(" ", ""))
        if match is None:
            message = f"“{line}” names no least version"
            raise ValueError(message)
        found.append(f"{match[1]}=={match[2]}")
    return "\n".join(found)


def pinned() -> str:
    """Return the constraints of the checkout."""
    return (ROOT / "constraints.txt").read_text()


def newest() -> str:
    """Return no constraints."""
    return ""


SETS: dict[str, Callable[[], str]] = {"pinned": pinned, "lowest": lowest, "newest": newest}


def try_set(name: str, wheel: Path) -> None:
    """Install the wheel with one set of versions and try the program; raise where it fails."""
    with tempfile.TemporaryDirectory(prefix="icp-install-") as folder:
        place = Path(folder)
        home = place / "home"
        home.mkdir()
        (place / "constraints.txt").write_text(SETS[name]())
        run(sys.executable, "-m", "venv", place / "venv")
        binaries = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
        pip = (binaries / "python", "-m", "pip", "--disable-pip-version-check")
        run(*pip, "install", "--quiet", "-c", place / "constraints.txt", wheel)
        run(*pip, "check")
        run(*pip, "list", "--format", "freeze")
        environment = clean_environment(home)
        program = binaries / "icp-desktop"
        run(program, "self-test", cwd=home, env=environment)
        sample = home / "sample.icp"
        run(program, "new", sample, "--sample", "software-firm", cwd=home, env=environment)
        keep_window_open(program, sample, environment)


def clean_environment(home: Path) -> dict[str, str]:
    """Return the surroundings of a person who never saw the checkout."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**kept, "HOME": str(home), "ICP_DESKTOP_HOME": str(home / "icp")}


def keep_window_open(program: Path, file: Path, environment: dict[str, str]) -> None:
    """Open a project in the window for some seconds; raise if it ends or complains."""
    shown = {**environment, "QT_QPA_PLATFORM": environment.get("QT_QPA_PLATFORM", "offscreen")}
    with subprocess.Popen(  # noqa: S603 - our own program
        [program, file], cwd=file.parent, env=shown, stderr=subprocess.PIPE, text=True
    ) as window:
        time.sleep(_ALIVE)
        alive = window.poll() is None
        window.terminate()
        said = window.communicate()[1]
    if not alive or "Traceback" in said:
        message = f"the window did not stay open:\n{said}"
        raise RuntimeError(message)
    print("the window opened and stayed open")


def main(names: list[str]) -> int:
    """Try the sets that are named, or all."""
    _, wheel = build_distributions(ROOT / "build" / "distributions")
    for name in names or list(SETS):
        print(f"--- {name} versions", flush=True)
        try_set(name, wheel)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
