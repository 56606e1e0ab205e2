"""Whose parts are in a bundle, and under which licence."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

MOMENT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
LICENCES = {
    "gmp/COPYING.LESSERv3": " GNU LESSER GENERAL PUBLIC LICENSE\n   Version 3, 29 June 2007\n",
    "gcc/COPYING3": "GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n",
    "glib2/COPYING": "GNU LESSER GENERAL PUBLIC LICENSE\n Version 2.1, February 1999\n",
    "gcc/COPYING": "GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991\n",
}


@pytest.fixture(scope="module")
def components(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("components")


@pytest.fixture(scope="module")
def natives(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("native_parts")


@pytest.fixture(scope="module")
def bill(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("bill_of_materials")


@pytest.fixture(scope="module")
def texts(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("licence_texts")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write what PyInstaller leaves behind: an own library, one of Qt, one of the system."""
    entries = [
        ("libicudata.so.73", "/e/site-packages/PySide6/Qt/lib/libicudata.so.73", "BINARY"),
        ("libpango-1.0.so.0", "/opt/lib/libpango-1.0.so.0", "BINARY"),
        ("libpangoft2-1.0.so.0", "/opt/lib/libpangoft2-1.0.so.0", "BINARY"),
        ("_ssl.so", "/usr/lib/python3/lib-dynload/_ssl.so", "EXTENSION"),
    ]
    path = tmp_path / "COLLECT-00.toc"
    path.write_text(repr((entries,)))
    return path


def here() -> Path:
    """Return the folder of the packages that run this test."""
    return Path(pytest.__file__).parent.parent


def test_every_library_of_every_system_has_an_owner_and_a_licence(
    natives: ModuleType, script: Callable[[str], ModuleType]
) -> None:
    contents = script("bundle_contents")
    names = [name for system in contents.SYSTEMS for name in contents.PANGO[system]]
    names += [name for system in contents.SYSTEMS for name in contents.PANGO_FRIENDS[system]]
    assert [name for name in names if natives.native_part(name) is None] == []


def test_what_the_program_needs_is_listed_with_version_and_licence_and_nothing_else(
    components: ModuleType, table: Path
) -> None:
    found = {each.name: each for each in components.find_components(here(), table)}
    assert {"weasyprint", "PySide6_Essentials", "shiboken6", "pillow", "Python"} <= set(found)
    assert not {"pytest", "ruff", "mypy", "hypothesis", "pypdf"} & set(found)
    assert [each.name for each in found.values() if not (each.licence and each.version)] == []
    assert "LGPL-3.0-only" in found["PySide6_Essentials"].licence
    assert found["ICU"].version == "73"
    assert found["ICU"].texts[0].is_file()
    assert found["Pango"].licence == "LGPL-2.0-or-later"
    assert list(found).count("Pango") == 1


def test_a_library_nobody_knows_stops_the_build(components: ModuleType, tmp_path: Path) -> None:
    table = tmp_path / "COLLECT-00.toc"
    table.write_text(repr(([("libnovel.so.1", "/opt/lib/libnovel.so.1", "BINARY")],)))
    with pytest.raises(ValueError, match=r"libnovel\.so\.1"):
        components.find_components(here(), table)


def test_libraries_of_homebrew_and_msys2_tell_their_version(
    natives: ModuleType, tmp_path: Path
) -> None:
    keg = tmp_path / "homebrew" / "Cellar" / "pango" / "1.57.0"
    tree = tmp_path / "msys64" / "ucrt64"
    listed = tmp_path / "msys64/var/lib/pacman/local/mingw-w64-ucrt-x86_64-pango-1.57.0-2/files"
    words = tree / "share" / "licenses" / "pango" / "COPYING"
    for file in (keg / "lib" / "libpango-1.0.0.dylib", keg / "COPYING", listed, words):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    listed.write_text("%FILES%\nucrt64/bin/\nucrt64/bin/libpango-1.0-0.dll\n")
    linked = tmp_path / "homebrew" / "lib"
    linked.mkdir()
    (linked / "libpango-1.0.0.dylib").symlink_to(keg / "lib" / "libpango-1.0.0.dylib")
    found = natives.from_homebrew(linked / "libpango-1.0.0.dylib")
    assert found == ("pkg:brew/pango@1.57.0", "1.57.0", (keg / "COPYING",))
    address = "pkg:alpm/msys2/mingw-w64-ucrt-x86_64-pango@1.57.0-2"
    found = natives.from_msys2(tree / "bin" / "libpango-1.0-0.dll")
    assert found == (address, "1.57.0-2", (words,))
    assert natives.from_msys2(tree / "bin" / "libother.dll") is None


def test_the_list_says_what_is_in_it_in_the_form_of_cyclonedx(
    bill: ModuleType, components: ModuleType, table: Path
) -> None:
    parts = components.find_components(here(), table)
    made = json.loads(json.dumps(bill.make_list(parts, "1.2.3", MOMENT)))
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert made["metadata"]["timestamp"] == "2026-11-25T08:30:00Z"
    assert made["metadata"]["component"]["version"] == "1.2.3"
    references = [each["bom-ref"] for each in made["components"]]
    assert len(references) == len(set(references))
    assert "icp-desktop" not in {each["name"] for each in made["components"]}
    assert made == json.loads(json.dumps(bill.make_list(parts, "1.2.3", MOMENT)))


def test_the_licences_lie_beside_the_program_in_one_encoding(
    bill: ModuleType,
    natives: ModuleType,
    texts: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = plant(tmp_path / "licences")
    monkeypatch.setattr(bill, "texts_here", lambda _system: texts.find_texts([system]))
    old = tmp_path / "COPYING"
    old.write_bytes("J\xf6rg wrote this".encode("latin-1"))
    part = natives.Component(name="Old Part", version="1", licence="MIT", texts=(old, old))
    folder = tmp_path / "made"
    bill.write_licences(folder, [part])
    names = {path.name for path in folder.iterdir()}
    assert names == {"NOTICE.txt", *texts.WANTED, "Old-Part.txt", "Old-Part-2.txt"}
    assert (folder / "Old-Part.txt").read_text(encoding="utf-8") == "J\xf6rg wrote this"


def plant(folder: Path) -> Path:
    """Lay out licences as other systems do."""
    for name, text in LICENCES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_licences_are_known_by_their_words(texts: ModuleType, tmp_path: Path) -> None:
    found = texts.find_texts([tmp_path / "nowhere", plant(tmp_path / "licences")])
    assert {
        name: path.relative_to(tmp_path / "licences").as_posix() for name, path in found.items()
    } == {
        "LGPL-3.txt": "gmp/COPYING.LESSERv3",
        "GPL-3.txt": "gcc/COPYING3",
        "LGPL-2.1.txt": "glib2/COPYING",
    }


def test_without_a_licence_nothing_is_given_away(texts: ModuleType, tmp_path: Path) -> None:
    folder = plant(tmp_path / "licences")
    (folder / "gmp" / "COPYING.LESSERv3").unlink()
    with pytest.raises(LookupError, match="LGPL-3 was found; name a folder"):
        texts.find_texts([folder])


@pytest.mark.parametrize(
    ("system", "place"), [("win32", "/ucrt64/share/licenses"), ("darwin", "/ucrt64/opt")]
)
def test_each_system_has_its_place_of_licences(texts: ModuleType, system: str, place: str) -> None:
    environment = {"ICP_PANGO_FOLDER": "/ucrt64/bin", "ICP_LICENCE_FOLDER": "/my/own"}
    assert texts.places(system, environment) == [Path("/my/own"), Path(place)]
