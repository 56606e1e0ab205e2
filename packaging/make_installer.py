"""Makes the installer for Windows from the bundle, and signs both.

usage: make_installer.py      on Windows, after make_bundle.py; gives dist/ICP-Desktop-*-Setup.exe

Needs Inno Setup 6 (ISCC.exe on the path or in its usual folder). To sign, ICP_SIGN holds the words
for signtool, such as: /n "The ICP Desktop team" /fd sha256 /tr ADDRESS /td sha256
Without it nothing is signed, and Windows warns before the first start.
"""

import os
import shlex
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from distributions import ROOT, run, version
from make_bundle import BUNDLE

SCRIPT = ROOT / "packaging" / "windows" / "icp-desktop.iss"
OUTPUT = ROOT / "dist"
_SIGNED = frozenset({".exe", ".dll", ".pyd"})
_AT_ONCE = 50  # files per call; a command line has an end
_USUAL = Path(r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe")


def files_to_sign(files: Iterable[Path]) -> list[Path]:
    """Return the programs and libraries; Smart App Control asks for a signature on every one."""
    return sorted(file for file in files if file.suffix.lower() in _SIGNED)


def sign_calls(files: Sequence[Path], words: str) -> list[list[str]]:
    """Return the calls of signtool that sign the files."""
    start = ["signtool", "sign", *shlex.split(words)]
    parts = range(0, len(files), _AT_ONCE)
    return [[*start, *map(str, files[at : at + _AT_ONCE])] for at in parts]


def compiler_call(compiler: str, sign: str) -> list[str]:
    """Return the call of Inno Setup’s compiler."""
    given = {
        "Version": version(),
        "Bundle": str(BUNDLE),
        "Output": str(OUTPUT),
        "Icons": str(ROOT / "build" / "icons"),
    }
    words = [compiler, "/Q", *(f"/D{name}={value}" for name, value in given.items())]
    if sign:
        # $q is a quotation mark and $f the file, in the language of Inno Setup.
        words += ["/DSign", f"/Sstandard=signtool sign {sign.replace(chr(34), '$q')} $f"]
    return [*words, str(SCRIPT)]


def find_compiler() -> str:
    """Return the path of Inno Setup’s compiler."""
    found = shutil.which("ISCC") or (str(_USUAL) if _USUAL.exists() else "")
    if not found:
        message = "Inno Setup 6 is missing; install it, then again"
        raise SystemExit(message)
    return found


def main() -> int:
    """Sign what is in the bundle, make the installer, which signs itself."""
    sign = os.environ.get("ICP_SIGN", "")
    if sign:
        for call in sign_calls(files_to_sign(BUNDLE.rglob("*")), sign):
            run(*call)
    run(*compiler_call(find_compiler(), sign))
    print(OUTPUT / f"ICP-Desktop-{version()}-Setup.exe")
    return 0


if __name__ == "__main__":
    sys.exit(main())
