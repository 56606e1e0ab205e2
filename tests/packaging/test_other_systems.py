"""The recipes for Windows and macOS, as far as another system can tell whether they are right."""

import plistlib
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from defusedxml import ElementTree

from icp_desktop.storage.container import MIME

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
SECTIONS = {
    *("Setup", "Languages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run"),
}


@pytest.fixture(scope="module")
def installer(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("make_installer")


@pytest.fixture(scope="module")
def dmg(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("make_dmg")


def read_inno() -> dict[str, list[dict[str, str]]]:
    """Return the entries of the script by section, with the words defined in it put in."""
    text = (PACKAGING / "windows" / "icp-desktop.iss").read_text()
    defined = dict(re.findall(r'^#define (\w+) "(.*)"$', text, re.MULTILINE))
    for name, value in defined.items():
        text = text.replace(f"{{#{name}}}", value)
    found: dict[str, list[dict[str, str]]] = {}
    section = ""
    for line in text.splitlines():
        if not line.strip() or line.strip()[0] in ";#":
            continue
        if head := re.fullmatch(r"\[(\w+)\]", line):
            section = head[1]
            found[section] = []
        elif section == "Setup":
            name, _equals, value = line.partition("=")
            found[section].append({name: value})
        else:
            pairs = re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;]+)(?:; |$)', line)
            assert "; ".join(f"{name}: {value}" for name, value in pairs) == line
            entry = {name: _unquoted(value) for name, value in pairs}
            found[section].append(entry)
    return found


def _unquoted(value: str) -> str:
    return value[1:-1].replace('""', '"') if value[0] == '"' else value


def test_the_installer_opens_projects_by_double_click_and_takes_that_back() -> None:
    script = read_inno()
    assert set(script) == SECTIONS
    keys = {
        (entry["Subkey"].removeprefix("Software\\Classes\\"), entry.get("ValueName", "")): entry
        for entry in script["Registry"]
    }
    assert keys[".icp", "Content Type"]["ValueData"] == MIME
    kind = keys[".icp", ""]["ValueData"]
    command = keys[f"{kind}\\shell\\open\\command", ""]["ValueData"]
    assert command == r'"{app}\ICP Desktop.exe" "%1"'
    assert all(entry["Root"] == "HKA" for entry in script["Registry"])
    assert keys[kind, ""]["Flags"] == "uninsdeletekey"
    assert all("uninsdelete" in keys[key].get("Flags", "") for key in keys if key[0] == ".icp")


def test_the_installer_names_what_the_bundle_holds(script: Callable[[str], ModuleType]) -> None:
    inno = read_inno()
    programs = {f"{name}.exe" for name, _console in script("bundle_contents").PROGRAMS["win32"]}
    named = {entry["Filename"].removeprefix("{app}\\") for entry in inno["Run"] + inno["Icons"]}
    assert named <= programs
    setup = {name: value for entry in inno["Setup"] for name, value in entry.items()}
    assert setup["LicenseFile"].endswith(r"_internal\LICENSE")
    assert {"{#Version}", "{#Bundle}", "{#Output}", "{#Icons}"} <= set(
        re.findall(r"\{#\w+\}", (PACKAGING / "windows" / "icp-desktop.iss").read_text())
    )
    assert inno["InstallDelete"] == [{"Type": "filesandordirs", "Name": r"{app}\_internal"}]


def test_everything_that_runs_on_windows_is_signed_if_there_is_a_key(installer: ModuleType) -> None:
    files = [Path(f"b/{n}.dll") for n in range(120)] + [Path("b/a.PYD"), Path("b/a.txt")]
    chosen = installer.files_to_sign([*files, Path("b/icp-desktop.exe")])
    assert len(chosen) == 122
    calls = installer.sign_calls(chosen, '/n "The team" /fd sha256')
    assert [call[:6] for call in calls] == [
        ["signtool", "sign", "/n", "The team", "/fd", "sha256"]
    ] * 3
    assert sum(len(call) - 6 for call in calls) == 122
    call = installer.compiler_call("ISCC", '/n "The team"')
    assert "/Sstandard=signtool sign /n $qThe team$q $f" in call
    assert "/DSign" in call
    assert not [word for word in installer.compiler_call("ISCC", "") if "ign" in word.split("=")[0]]


def test_macos_is_signed_from_the_inside_out(dmg: ModuleType) -> None:
    inside = Path("A.app/Contents/Frameworks")
    gui = inside / "PySide6/Qt/lib/QtGui.framework/Versions/A"
    files = [
        gui / "QtGui",
        gui / "Resources/Info.plist",
        inside / "libpango-1.0.0.dylib",
        inside / "PySide6/QtGui.abi3.so",
        inside / "icp_desktop/resources/a.toml",
        inside / "Python",
    ]
    parts = dmg.inner_parts(files)
    assert set(parts) == {gui, *files[2:4], files[5]}
    assert parts[0] == gui
    depths = [len(part.parts) for part in parts]
    assert depths == sorted(depths, reverse=True)
    assert "--entitlements" not in dmg.sign_call(parts[0], "Team")
    assert "--entitlements" in dmg.sign_call(Path("A.app"), "Team")
    assert {"--timestamp", "runtime"} <= set(dmg.sign_call(parts[0], "Team"))
    assert dmg.sign_call(parts[0], "")[:4] == ["codesign", "--force", "--sign", "-"]
    submit, staple = dmg.notary_calls(Path("a.dmg"), "profile")
    assert "--wait" in submit
    assert staple[-1] == "a.dmg"


def test_people_may_replace_libraries_on_macos(dmg: ModuleType) -> None:
    rights = plistlib.loads(dmg.ENTITLEMENTS.read_bytes())
    assert rights["com.apple.security.cs.disable-library-validation"] is True


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_each_system_knows_where_its_fonts_are(system: str) -> None:
    root = ElementTree.parse(PACKAGING / "fontconfig" / f"{system}.conf").getroot()
    assert root.tag == "fontconfig"
    assert root.findall("dir")
    assert root.find("cachedir") is not None
