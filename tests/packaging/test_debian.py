"""The files that tell a Linux desktop about the program, and how the package lays them out."""

import configparser
import gzip
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from defusedxml import ElementTree

from icp_desktop.cli.call import COMMANDS
from icp_desktop.storage.container import MIME
from icp_desktop.storage.project_file import project_file_bytes
from icp_desktop.ui.application import DESKTOP_ID
from icp_desktop.worksheet.samples import make_sample

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
DESKTOP = LINUX / f"{DESKTOP_ID}.desktop"
METAINFO = LINUX / f"{DESKTOP_ID}.metainfo.xml"
MIME_XML = LINUX / "icp-desktop.xml"
_NAMES = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}


def desktop_entry() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def test_a_double_click_on_a_project_starts_the_program() -> None:
    entry = desktop_entry()
    assert entry["MimeType"] == f"{MIME};"
    assert entry["Exec"] == "icp-desktop %f"
    assert entry["Icon"] == DESKTOP_ID
    assert entry["Terminal"] == "false"


def test_a_project_file_is_known_by_its_first_bytes_and_by_its_name() -> None:
    kind = ElementTree.parse(MIME_XML).getroot().find("m:mime-type", _NAMES)
    assert kind is not None
    assert kind.get("type") == MIME
    assert [glob.get("pattern") for glob in kind.findall("m:glob", _NAMES)] == ["*.icp"]
    data = project_file_bytes(make_sample("fitness-studio"))
    (outer,) = kind.findall("m:magic/m:match", _NAMES)
    (inner,) = outer.findall("m:match", _NAMES)
    for match in (outer, inner):
        value = match.attrib["value"].encode().decode("unicode_escape").encode("latin-1")
        at = int(match.attrib["offset"])
        assert data[at : at + len(value)] == value
    assert inner.attrib["offset"] == "30"


def test_stores_are_told_the_same_as_the_desktop(script: Callable[[str], ModuleType]) -> None:
    root = ElementTree.parse(METAINFO).getroot()
    assert root.findtext("id") == DESKTOP_ID
    assert root.findtext("launchable") == DESKTOP.name
    assert root.findtext("provides/mediatype") == MIME
    newest = script("changes").read_changes(ROOT / "CHANGELOG.md")[0]
    releases = root.findall("releases/release")
    assert releases[0].get("version") == newest.version == script("distributions").version()
    shown = {Path(str(each.text)).stem for each in root.findall("screenshots/screenshot/image")}
    taken = (ROOT / "packaging" / "screenshots.py").read_text()
    assert len(shown) >= 3
    assert all(f'"{name}": Place(' in taken for name in shown)


def test_the_manual_page_names_every_command(script: Callable[[str], ModuleType]) -> None:
    page = script("make_deb").make_manual().replace("\\-", "-")
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", page)] == []


@pytest.mark.peers
@pytest.mark.parametrize(
    "words",
    [
        ("desktop-file-validate", str(DESKTOP)),
        ("appstreamcli", "validate", "--no-net", str(METAINFO)),
    ],
    ids=lambda words: words[0],
)
def test_the_validators_find_no_fault(words: tuple[str, ...]) -> None:
    if shutil.which(words[0]) is None:
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_the_package_lays_everything_out_where_the_desktop_looks(
    script: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deb = script("make_deb")
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "icp-desktop").write_text("the program")
    (bundle / "_internal" / "data").write_text("x")
    monkeypatch.setattr(deb, "BUNDLE", bundle)
    monkeypatch.setattr(deb, "_architecture", lambda: "amd64")
    tree = tmp_path / "tree"
    deb.make_tree(tree, "1.2.3-4")
    share = tree / "usr" / "share"
    icons = {path.relative_to(share / "icons" / "hicolor") for path in share.rglob("*.png")}
    assert Path(f"48x48/apps/{DESKTOP_ID}.png") in icons
    assert Path(f"256x256/mimetypes/{MIME.replace('/', '-')}.png") in icons
    for name in ("applications", "metainfo", "mime/packages", "icons/hicolor/scalable/mimetypes"):
        assert any((share / name).iterdir())
    program = tree / "usr" / "bin" / "icp-desktop"
    assert program.resolve() == tree / "usr" / "lib" / "icp-desktop" / "icp-desktop"
    assert program.stat().st_mode & 0o777 == 0o755
    assert (tree / "usr/lib/icp-desktop/_internal/data").stat().st_mode & 0o777 == 0o644
    log = gzip.decompress((share / "doc/icp-desktop/changelog.Debian.gz").read_bytes()).decode()
    assert log.startswith("icp-desktop (1.2.3-4) unstable; urgency=medium\n\n  * ")
    control = deb.make_control(tree, "1.2.3-4", "libc6 (>= 2.36)")
    assert "Recommends: fontconfig-config, fonts-noto-core, xdg-utils\n" in control
    assert "\nDepends: libc6 (>= 2.36)\n" in control
    assert control.endswith("\n")
