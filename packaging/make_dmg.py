"""Signs the application for macOS, packs it into a disk image and has Apple look through it.

usage: make_dmg.py          on macOS, after make_bundle.py; gives dist/ICP-Desktop-*.dmg

ICP_SIGN names the "Developer ID Application" identity of the key chain; without it the signature is
one for this computer alone. ICP_NOTARY names the profile that `xcrun notarytool store-credentials`
has kept; without it nothing is sent to Apple, and macOS warns before the first start.
"""

import os
import platform
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from distributions import ROOT, run, version

APP = ROOT / "dist" / "ICP Desktop.app"
ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"
_WORK = ROOT / "build" / "dmg"
_LIBRARIES = frozenset({".dylib", ".so"})


def image_name() -> str:
    """Return the name of the disk image; Homebrew’s libraries are for one kind of processor."""
    return f"ICP-Desktop-{version()}-macos-{platform.machine()}.dmg"


def inner_parts(files: Iterable[Path]) -> list[Path]:
    """Return what has to be signed before the application itself, the innermost first.

    Frameworks are signed whole, by their versioned folder; everything else one by one.
    """
    parts: set[Path] = set()
    for file in files:
        version_folder = _framework_version(file)
        if version_folder is not None:
            parts.add(version_folder)
        elif file.suffix in _LIBRARIES or file.name == "Python":
            parts.add(file)
    return sorted(parts, key=lambda part: (-len(part.parts), str(part)))


def sign_call(part: Path, identity: str) -> list[str]:
    """Return the call that signs a part; only the application itself has entitlements."""
    words = ["codesign", "--force", "--sign", identity or "-"]
    if identity:
        words += ["--timestamp", "--options", "runtime"]
    if part.suffix == ".app":
        words += ["--entitlements", str(ENTITLEMENTS)]
    return [*words, str(part)]


def image_call(folder: Path, image: Path) -> list[str]:
    """Return the call that packs a folder into a disk image."""
    words = ["hdiutil", "create", "-volname", "ICP Desktop", "-format", "ULFO", "-ov"]
    return [*words, "-srcfolder", str(folder), str(image)]


def notary_calls(image: Path, profile: str) -> list[list[str]]:
    """Return the calls that have an image looked through and fasten the answer to it."""
    submit = ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"]
    return [submit, ["xcrun", "stapler", "staple", str(image)]]


def _framework_version(file: Path) -> Path | None:
    """Return .../QtGui.framework/Versions/A for whatever lies in it."""
    for parent in file.parents:
        if parent.parent.name == "Versions" and parent.parent.parent.suffix == ".framework":
            return parent
    return None


def main() -> int:
    """Sign from the inside out, check, pack, and have it looked through."""
    identity, profile = os.environ.get("ICP_SIGN", ""), os.environ.get("ICP_NOTARY", "")
    files = (file for file in APP.rglob("*") if file.is_file() and not file.is_symlink())
    for part in (*inner_parts(files), APP):
        run(*sign_call(part, identity))
    run("codesign", "--verify", "--deep", "--strict", APP)
    shutil.rmtree(_WORK, ignore_errors=True)
    _WORK.mkdir(parents=True)
    shutil.copytree(APP, _WORK / APP.name, symlinks=True)
    (_WORK / "Applications").symlink_to("/Applications")
    image = ROOT / "dist" / image_name()
    run(*image_call(_WORK, image))
    if identity:
        run("codesign", "--sign", identity, "--timestamp", image)
    for call in notary_calls(image, profile) if profile else ():
        run(*call)
    print(image)
    return 0


if __name__ == "__main__":
    sys.exit(main())
