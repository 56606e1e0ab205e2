"""Finds the licences that a bundle has to bring on the computer on which it is made.

Qt's own packages come without them. Each system has them somewhere: Debian in common-licenses,
MSYS2 and Homebrew beside the libraries. ICP_LICENCE_FOLDER names another place to look in first.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

# Under which name it goes into the bundle, and how it begins.
WANTED = {
    "LGPL-3.txt": "GNU LESSER GENERAL PUBLIC LICENSE Version 3, 29 June 2007",
    "GPL-3.txt": "GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007",
    "LGPL-2.1.txt": "GNU LESSER GENERAL PUBLIC LICENSE Version 2.1, February 1999",
}
_NAMES = re.compile(r"(l?gpl|copying|licen[cs]e)", re.IGNORECASE)
_LONGEST = 100_000  # bytes
_HEAD = 400  # bytes that tell which licence it is


def places(system: str, environment: Mapping[str, str]) -> list[Path]:
    """Return where to look, the best first; `system` is a value of `sys.platform`."""
    named = environment.get("ICP_LICENCE_FOLDER", "")
    pango = environment.get("ICP_PANGO_FOLDER", "")
    found = [Path(named)] if named else []
    if system == "linux":
        found += [Path("/usr/share/common-licenses"), Path("/usr/share/licenses")]
    elif pango:
        found.append(Path(pango).parent / ("share/licenses" if system == "win32" else "opt"))
    return found


def find_texts(folders: Iterable[Path]) -> dict[str, Path]:
    """Return the file of each licence; raise LookupError if one is nowhere."""
    found: dict[str, Path] = {}
    for file in _candidates(folders):
        head = " ".join(file.read_bytes()[:_HEAD].decode("utf-8", "replace").split())
        for name, beginning in WANTED.items():
            if head.startswith(beginning):
                found.setdefault(name, file)
        if len(found) == len(WANTED):
            return found
    missing = ", ".join(Path(name).stem for name in WANTED if name not in found)
    message = f"no text of {missing} was found; name a folder with it in ICP_LICENCE_FOLDER"
    raise LookupError(message)


def texts_here(system: str) -> dict[str, Path]:
    """Return the file of each licence on this computer."""
    return find_texts(places(system, os.environ))


def _candidates(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for pattern in ("*", "*/*", "*/LICENSES/*"):
            for file in sorted(folder.glob(pattern)):
                if _NAMES.search(file.name) and file.is_file() and _fits(file):
                    yield file


def _fits(file: Path) -> bool:
    return file.stat().st_size <= _LONGEST
