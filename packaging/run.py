"""What `make run` does: opens the window, or does the main job without one where no screen is."""

import os
import subprocess
import sys
from pathlib import Path

SAMPLE = "fitness-studio"


def has_screen() -> bool:
    """Say whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def call(*words: str) -> int:
    """Run the program with some words and return its exit code."""
    command = [sys.executable, "-m", "icp_desktop", *words]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - the words are ours


def make_documents(folder: Path) -> int:
    """Make the sample project with its PDF and workbook and print where they are."""
    folder.mkdir(exist_ok=True)
    project = folder / f"{SAMPLE}.icp"
    project.unlink(missing_ok=True)
    print(
        "There is no screen here, so the window stays closed. Making a sample's documents:",
        flush=True,
    )
    code = call("new", str(project), "--sample", SAMPLE)
    for suffix in (".pdf", ".xlsx"):
        code = code or call("export", str(project), str(project.with_suffix(suffix)))
    return code


if __name__ == "__main__":
    sys.exit(call() if has_screen() else make_documents(Path("out")))
