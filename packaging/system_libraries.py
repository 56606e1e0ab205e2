"""Sees to the system libraries that Qt and WeasyPrint load, where the rights allow.

Run by the Makefile before the first start. Exit code 0: all there; 1: some are missing, and the
one line that installs them has been printed.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

# What is loaded at run time, and the Debian package it comes in.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libcups.so.2": "libcups2",
}


def missing_packages(libraries: Mapping[str, str] = LIBRARIES) -> list[str]:
    """Return the Debian packages of the libraries that do not load."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def install(packages: list[str]) -> bool:
    """Install packages by apt-get as root or through a sudo that asks nothing."""
    if shutil.which("apt-get") is None:
        return False
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if rights and shutil.which("sudo") is None:
        return False
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        command = [*rights, "apt-get", *words]
        done = subprocess.run(  # noqa: S603 - the words are ours
            command, env=environment, check=False, stdout=subprocess.DEVNULL
        )
        if done.returncode and words[0] == "install":
            return False
    return True


def main() -> int:
    """Check, install, check again."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = missing_packages()
    if not missing:
        return 0
    print(f"System libraries are missing: {' '.join(missing)}.", flush=True)
    if install(missing) and not missing_packages():
        print("They have been installed.")
        return 0
    line = f"apt-get install {' '.join(missing_packages() or missing)}"
    print(f"They could not be installed from here. Run this line as root, then again:\n  {line}")
    print("On another distribution, install the packages that bring these libraries.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
