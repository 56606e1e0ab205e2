from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from icp_desktop.documents import press
from icp_desktop.ui import fonts

ROOT = Path(__file__).parents[2]
# As they are named in the wheels of PySide6 6.12 for each system.
NEEDED = {
    "linux": ("PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/lib/libQt6Widgets.so.6"),
    "win32": (r"PySide6\plugins\platforms\qwindows.dll", r"PySide6\Qt6Widgets.dll"),
    "darwin": (
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
    ),
}
UNNEEDED = {
    "linux": (
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
        "libstdc++.so.6",
        "libX11.so.6",
        "libcrypto.so.3",
    ),
    "win32": (
        r"PySide6\plugins\tls\qschannelbackend.dll",
        r"PySide6\plugins\networkinformation\qnetworklistmanager.dll",
        r"PySide6\opengl32sw.dll",
    ),
    "darwin": (
        "PySide6/Qt/plugins/tls/libqsecuretransportbackend.dylib",
        "PySide6/Qt/plugins/platforms/libqminimal.dylib",
        "PySide6/Qt/translations/qtbase_de.qm",
    ),
}


@pytest.fixture(scope="module")
def contents(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("bundle_contents")


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_what_is_needed_stays_and_the_rest_goes(contents: ModuleType, system: str) -> None:
    spoken = frozenset({"en"})
    assert all(contents.is_kept(name, system, spoken) for name in NEEDED[system])
    assert not any(contents.is_kept(name, system, spoken) for name in UNNEEDED[system])


def test_languages_nobody_is_spoken_to_in_stay_out(contents: ModuleType) -> None:
    spoken = contents.languages(ROOT / "resources")
    assert "en" in spoken
    names = ("babel/locale-data/en_IE.dat", "babel/locale-data/root.dat", "babel/global.dat")
    assert all(contents.is_kept(name, "linux", spoken) for name in names)
    assert not contents.is_kept("babel/locale-data/sr_Latn.dat", "linux", frozenset({"en"}))
    assert not contents.is_kept("pyphen/dictionaries/hyph_hu_HU.dic", "linux", frozenset({"en"}))


def test_every_face_that_is_asked_for_is_there(contents: ModuleType, tmp_path: Path) -> None:
    asked = {f"{name}.ttf" for name, _weight, _style in press.FACES}
    asked |= {f"{name}.otf" for name in fonts._FACES}
    assert set(contents.FACES) == asked
    files = contents.shipped_files(ROOT, tmp_path, "linux")
    assert {Path(source).name for source, _folder in files} >= {
        f"SourceSansPro-{face}" for face in asked
    }


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_shipped_files_exist(contents: ModuleType, system: str, tmp_path: Path) -> None:
    sources = [Path(source) for source, _folder in contents.shipped_files(ROOT, tmp_path, system)]
    assert [path for path in sources if tmp_path not in path.parents and not path.exists()] == []


def test_libraries_that_nothing_leads_to_go(contents: ModuleType) -> None:
    entries = [
        ("QtGui.abi3.so", "/s/QtGui.abi3.so", "EXTENSION"),
        ("q/libGui.so.6", "/s/libGui.so.6", "BINARY"),
        ("libGui.so.6", "q/libGui.so.6", "SYMLINK"),
        ("libfreetype.so.6", "/s/libfreetype.so.6", "BINARY"),
        ("libgtk-3.so.0", "/s/libgtk-3.so.0", "BINARY"),
        ("q/libgtk.so", "libgtk-3.so.0", "SYMLINK"),
        ("libpango.so.0", "/s/libpango.so.0", "BINARY"),
        ("libpython3.11.so.1.0", "/s/libpython3.11.so.1.0", "BINARY"),
    ]
    imports = {"/s/QtGui.abi3.so": ["libGui.so.6"], "/s/libGui.so.6": ["libfreetype.so.6"]}
    kept = contents.reachable(entries, lambda file: imports.get(file, []), ["libpango.so.0"])
    assert {entry[0] for entry in entries} - {entry[0] for entry in kept} == {
        "libgtk-3.so.0",
        "q/libgtk.so",
    }


def test_a_framework_goes_with_all_its_parts(contents: ModuleType) -> None:
    quick, gui = "Qt/QtQuick.framework/", "Qt/QtGui.framework/"
    entries = [
        ("QtGui.abi3.so", "/s/QtGui.abi3.so", "EXTENSION"),
        (gui + "Versions/A/QtGui", "/s/QtGui", "BINARY"),
        (gui + "QtGui", "Versions/Current/QtGui", "SYMLINK"),
        (quick + "Versions/A/QtQuick", "/s/QtQuick", "BINARY"),
        (quick + "QtQuick", "Versions/Current/QtQuick", "SYMLINK"),
    ]
    needs = {"/s/QtGui.abi3.so": ["@rpath/QtGui.framework/Versions/A/QtGui"]}
    kept = contents.reachable(entries, lambda file: needs.get(file, []), [])
    assert {entry[0] for entry in kept} == {entry[0] for entry in entries[:3]}


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_a_foreign_pango_and_a_missing_runtime_show(contents: ModuleType, system: str) -> None:
    natives = [*contents.PANGO[system], *contents.PANGO_FRIENDS[system], contents.PDFIUM[system]]
    whole = [*(f"inside/{name}" for name in natives), r"_polars_runtime_compat\_polars_runtime.x"]
    assert contents.missing_natives(whole, system) == []
    assert contents.missing_natives(whole[1:], system) == natives[:1]
    assert contents.missing_natives(whole[:-1], system) == ["_polars_runtime_compat"]


def test_the_runtime_of_polars_is_the_one_that_fits_it() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = dict(line.split("==") for line in lines if "==" in line)
    assert pins["polars"] == pins["polars-runtime-compat"]
