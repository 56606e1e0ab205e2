"""Makes the Debian package from the bundle.

usage: make_deb.py [--revision N]        gives dist/icp-desktop_VERSION-N_ARCH.deb

Needs dpkg-deb and objdump. What the bundle does not hold is found out from its libraries
and becomes the list of packages this one depends on.
"""

import argparse
import gzip
import hashlib
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from changes import read_changes
from distributions import ROOT, run, version
from make_bundle import BUNDLE
from outside_libraries import debian_dependencies
from system_libraries import install, missing_packages

APP_ID = "io.github.icp_desktop.ICPDesktop"
MIME_ICON = "application-vnd.icp-desktop.project+zip"
MAINTAINER = "The ICP Desktop team <icp-desktop@users.noreply.github.com>"
RECOMMENDS = ("fontconfig-config", "fonts-noto-core", "xdg-utils")
SUGGESTS = ("fonts-noto-cjk", "fonts-noto-color-emoji")
# Needed by the bundle beyond what the program itself needs here, to learn whose package it is.
_ALSO = {"libwayland-cursor.so.0": "libwayland-cursor0"}
_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_LINUX = ROOT / "packaging" / "linux"
_DEBIAN = ROOT / "packaging" / "debian"
_WORK = ROOT / "build" / "deb"
_ABOUT = """\
Section: misc
Priority: optional
Homepage: https://icp-desktop.github.io/
Description: work out, prove and print your Ideal Customer Profile
 ICP Desktop asks in plain words who gains most from what you sell and is worth
 most to you. It shows how well each answer is proven, names the next step, and
 prints a profile that people use.
 .
 It works offline: no account, no cloud, no network connection of any kind.
 Everything is kept in files that can be read without this program.
"""


def make_tree(tree: Path, debian_version: str) -> None:
    """Lay out the files as they will lie in the system."""
    shutil.rmtree(tree, ignore_errors=True)
    share = tree / "usr" / "share"
    shutil.copytree(BUNDLE, tree / "usr" / "lib" / "icp-desktop", symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "icp-desktop").symlink_to("../lib/icp-desktop/icp-desktop")
    _copy(_LINUX / f"{APP_ID}.desktop", share / "applications")
    _copy(_LINUX / f"{APP_ID}.metainfo.xml", share / "metainfo")
    _copy(_LINUX / "icp-desktop.xml", share / "mime" / "packages")
    _add_icons(share / "icons" / "hicolor")
    docs = share / "doc" / "icp-desktop"
    _copy(_DEBIAN / "copyright", docs)
    _pack(docs / "changelog.gz", (ROOT / "CHANGELOG.md").read_bytes())
    _pack(docs / "changelog.Debian.gz", make_changelog(debian_version).encode())
    _pack(share / "man" / "man1" / "icp-desktop.1.gz", make_manual().encode())
    (share / "lintian" / "overrides").mkdir(parents=True)
    shutil.copy(_DEBIAN / "lintian-overrides", share / "lintian" / "overrides" / "icp-desktop")
    _set_modes(tree)


def make_changelog(debian_version: str) -> str:
    """Return the changelog in Debian's form, with one entry that points to the full one."""
    newest = read_changes(ROOT / "CHANGELOG.md")[0]
    day = newest.day or datetime.now(UTC).date()
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return (
        f"icp-desktop ({debian_version}) unstable; urgency=medium\n\n"
        f"  * Version {newest.version}; what is new is told in changelog.gz.\n\n"
        f" -- {MAINTAINER}  {format_datetime(moment)}\n"
    )


def make_manual() -> str:
    """Return the manual page, with the commands there are."""
    from icp_desktop.cli.call import COMMANDS

    names = ", ".join(name.replace("-", r"\-") for name in COMMANDS)
    return (_DEBIAN / "icp-desktop.1").read_text().replace("@COMMANDS@", names)


def make_control(tree: Path, debian_version: str, depends: str) -> str:
    """Return the file that tells the package manager what this is."""
    used = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir())
    return (
        f"Package: icp-desktop\nVersion: {debian_version}\nArchitecture: {_architecture()}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {used // 1024}\nDepends: {depends}\n"
        f"Recommends: {', '.join(RECOMMENDS)}\nSuggests: {', '.join(SUGGESTS)}\n{_ABOUT}"
    )


def make_package(revision: int) -> Path:
    """Make the package and return it."""
    debian_version = f"{version()}-{revision}"
    tree = _WORK / "tree"
    make_tree(tree, debian_version)
    depends = debian_dependencies(tree / "usr" / "lib" / "icp-desktop")
    control = make_control(tree, debian_version, ", ".join(depends))
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(control)
    (tree / "DEBIAN" / "md5sums").write_text(_digests(tree))
    made = ROOT / "dist" / f"icp-desktop_{debian_version}_{_architecture()}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, made, stdout=subprocess.DEVNULL)
    return made


def with_revision(deb: Path, revision: int) -> Path:
    """Return a copy of a package as another revision, for trying an upgrade."""
    tree = _WORK / "revised"
    shutil.rmtree(tree, ignore_errors=True)
    run("dpkg-deb", "--raw-extract", deb, tree)
    control = tree / "DEBIAN" / "control"
    upstream = version()
    control.write_text(
        control.read_text().replace(f"Version: {upstream}-1\n", f"Version: {upstream}-{revision}\n")
    )
    made = _WORK / deb.name.replace(f"{upstream}-1", f"{upstream}-{revision}")
    run(
        "dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, made, stdout=subprocess.DEVNULL
    )
    return made


def _add_icons(icons: Path) -> None:
    drawings = {"icp-desktop": ("apps", APP_ID), "project-file": ("mimetypes", MIME_ICON)}
    made = ROOT / "build" / "icons"
    run(sys.executable, ROOT / "packaging" / "make_icons.py", made, stdout=subprocess.DEVNULL)
    for drawing, (kind, name) in drawings.items():
        source = ROOT / "resources" / "icons" / "app" / f"{drawing}.svg"
        _copy(source, icons / "scalable" / kind, f"{name}.svg")
        for size in _SIZES:
            picture = made / f"{drawing}-{size}.png"
            _copy(picture, icons / f"{size}x{size}" / kind, f"{name}.png")


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, folder / (name or source.name))


def _pack(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data, 9, mtime=0))


def _architecture() -> str:
    words = ("dpkg", "--print-architecture")
    done = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return done.stdout.strip()


def _set_modes(tree: Path) -> None:
    """Let everybody read and nobody write; only the program itself is started."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        program = path == tree / "usr" / "lib" / "icp-desktop" / "icp-desktop"
        path.chmod(0o755 if path.is_dir() or program else 0o644)


def _digests(tree: Path) -> str:
    lines = []
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts:
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            lines.append(f"{digest}  {path.relative_to(tree)}\n")
    return "".join(lines)


def main() -> int:
    """Make the package and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--revision", type=int, default=1)
    missing = missing_packages(_ALSO)
    if missing and not install(missing):
        print(f"Run this line as root, then again:\n  apt-get install {' '.join(missing)}")
        return 1
    made = make_package(parser.parse_args().revision)
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
