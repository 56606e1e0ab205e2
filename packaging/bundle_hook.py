"""Run inside the bundle before the program: makes it find its own Pango and fonts, and no others.

Kept small, as each start pays for it. The functions take what they work on, so that a test can
call them for a system it does not run on.
"""

import os
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any

_SYSTEM_FONTS = "/etc/fonts/fonts.conf"
_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def set_fonts(
    inside: Path, system: str, environment: MutableMapping[str, str], config: str = _SYSTEM_FONTS
) -> None:
    """Point fontconfig to the bundle's configuration where the system has none that fits.

    Linux has one as a rule, with the person's own wishes. On Windows and macOS the libraries look
    in the folders of the computer they were built on.
    """
    if "FONTCONFIG_FILE" in environment or "FONTCONFIG_PATH" in environment:
        return
    if system != "linux" or not Path(config).exists():
        environment["FONTCONFIG_FILE"] = str(inside / "fontconfig" / f"{system}.conf")


def spare_others(environment: MutableMapping[str, str]) -> None:
    """Take the bundle's libraries out of the way of programs that are started from here.

    The loader has read these variables already; what they say now reaches only others, such as the
    reader of a PDF, which would otherwise come up with our libraries instead of its own.
    """
    for name in _LIBRARY_PATHS:
        before = environment.pop(f"{name}_ORIG", None)
        environment.pop(name, None)
        if before:
            environment[name] = before


def own_library(inside: Path, name: object) -> str:
    """Return the path of the bundle's library that is meant by a plain name, "" if it has none.

    Windows lets the ending go; macOS knows a library by a short name, beside the one with the
    number that its friends are linked to and that is in the bundle.
    """
    if not isinstance(name, str) or Path(name).is_absolute():
        return ""
    for each in (name, f"{name}.dll", name.replace(".dylib", ".0.dylib")):
        if (inside / each).is_file():
            return str(inside / each)
    return ""


def prefer_own(inside: Path, load: Callable[..., Any]) -> Callable[..., Any]:
    """Return a `dlopen` for cffi that takes a library from the bundle if it is there.

    Neither macOS nor Windows looks there by itself for a plain name; they would take the Pango of
    another program, or none.
    """

    def load_own(self: object, name: object, flags: int = 0) -> Any:
        return load(self, own_library(inside, name) or name, flags)

    return load_own


def prepare(inside: Path, system: str) -> None:
    """Do all of it."""
    set_fonts(inside, system, os.environ)
    if system == "linux":
        spare_others(os.environ)
        return
    if hasattr(os, "add_dll_directory"):
        os.add_dll_directory(str(inside))
    import cffi

    cffi.FFI.dlopen = prefer_own(inside, cffi.FFI.dlopen)


if hasattr(sys, "_MEIPASS"):
    prepare(Path(sys._MEIPASS), sys.platform)  # noqa: SLF001 - how PyInstaller tells it
