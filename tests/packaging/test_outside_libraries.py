"""What a bundle leaves to the system, told by a stand-in for the tools of Debian."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

TOLD = {
    "program": "  NEEDED  libown.so.1\n  NEEDED  libX11.so.6\n  NEEDED  libc.so.6\n"
    "  0x0d696914 0x00 05 GLIBC_2.34\n",
    "libown.so.1": "  NEEDED  ld-linux-x86-64.so.2\n  NEEDED  libstdc++.so.6\n  0x0 GLIBC_2.9\n",
}
OWNERS = {
    "/lib/libX11.so.6": "libx11-6:amd64: /lib/libX11.so.6\n",
    "/lib/libc.so.6": "libc6:amd64: /lib/libc.so.6\n",
    "/lib/libstdc++.so.6": "libstdc++6:amd64: /lib/libstdc++.so.6\n",
}


@pytest.fixture
def outside(script: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = script("outside_libraries")

    def ask(*words: str) -> str:
        if words[0] == "objdump":
            return TOLD.get(Path(words[-1]).name, "")
        if words[0] == "/sbin/ldconfig":
            return "3 libs\n" + "".join(f"\t{Path(p).name} (libc6) => {p}\n" for p in OWNERS)
        return OWNERS.get(words[-1], "")

    monkeypatch.setattr(module, "_ask", ask)
    return module


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    folder.mkdir()
    for name in TOLD:
        (folder / name).write_bytes(b"\x7fELF and more")
    (folder / "text.so").write_text("no library")
    return folder


def test_what_the_bundle_lacks_becomes_the_packages_it_depends_on(
    outside: ModuleType, bundle: Path
) -> None:
    assert outside.needed_from_outside(bundle) == {"libX11.so.6", "libc.so.6", "libstdc++.so.6"}
    assert outside.debian_dependencies(bundle) == [
        "libc6 (>= 2.34)",
        "libstdc++6 (>= 12)",
        "libx11-6",
    ]


def test_a_library_of_no_package_stops_the_build(
    outside: ModuleType, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TOLD, "program", "  NEEDED  libmissing.so.1\n")
    with pytest.raises(LookupError, match=r"libmissing\.so\.1 has to be installed"):
        outside.debian_dependencies(bundle)
