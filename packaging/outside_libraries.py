"""Finds out what a bundle leaves to the system, and in which Debian packages that is."""

import re
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")
_LOADER = re.compile(r"ld-linux.*")
_STANDARD_LIBRARY = "libstdc++6 (>= 12)"  # Qt’s wheels are made with GCC 12 or older


def binaries(folder: Path) -> list[Path]:
    """Return the programs and libraries in a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in files if not path.is_symlink() and _starts_as_elf(path)]


def needed_from_outside(folder: Path) -> set[str]:
    """Return the names of libraries that something in the folder needs and nothing in it is."""
    own = {path.name for path in folder.rglob("*")}
    needed = {name for file in binaries(folder) for name in _NEEDED.findall(_told(file))}
    return {name for name in needed - own if not _LOADER.fullmatch(name)}


def debian_dependencies(folder: Path) -> list[str]:
    """Return what a Debian package of the folder has to depend on.

    Only the C libraries are held to a version: those two decide whether a program runs at all.
    """
    packages = {_package_of(name) for name in needed_from_outside(folder)}
    major, minor = _newest_glibc(binaries(folder))
    exact = {"libc6": f"libc6 (>= {major}.{minor})", "libstdc++6": _STANDARD_LIBRARY}
    return sorted(exact.get(package, package) for package in packages)


def _newest_glibc(files: Iterable[Path]) -> tuple[int, int]:
    found = {(2, 0)}
    for file in files:
        found |= {(int(a), int(b)) for a, b in _GLIBC.findall(_told(file))}
    return max(found)


def _package_of(library: str) -> str:
    place = _places().get(library)
    if place is not None:
        for path in (place, place.resolve(), Path("/usr") / place.relative_to("/")):
            told = _ask("dpkg-query", "--search", str(path))
            if told:
                return told.split(":")[0].split(",")[0].strip()
    message = f"{library} has to be installed here, from a package, to know what to depend on"
    raise LookupError(message)


@cache
def _places() -> dict[str, Path]:
    lines = (line.split() for line in _ask("/sbin/ldconfig", "-p").splitlines()[1:])
    return {words[0]: Path(words[-1]) for words in lines if words}


def _told(file: Path) -> str:
    return _ask("objdump", "-p", str(file))


def _starts_as_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


@cache
def _ask(*words: str) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - the words are ours
    return done.stdout
