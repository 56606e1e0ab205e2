import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from weasyprint.text import ffi


@pytest.fixture(scope="module")
def hook(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("bundle_hook")


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_fonts_are_found_where_the_system_says_nothing(
    hook: ModuleType, system: str, tmp_path: Path
) -> None:
    environment: dict[str, str] = {}
    hook.set_fonts(tmp_path, system, environment, config=str(tmp_path / "none"))
    assert environment == {"FONTCONFIG_FILE": str(tmp_path / "fontconfig" / f"{system}.conf")}


def test_a_linux_system_and_a_person_keep_their_say(hook: ModuleType, tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text("<fontconfig/>")
    environment: dict[str, str] = {}
    hook.set_fonts(tmp_path, "linux", environment, config=str(config))
    assert environment == {}
    environment = {"FONTCONFIG_FILE": "/my/own.conf"}
    hook.set_fonts(tmp_path, "darwin", environment)
    assert environment == {"FONTCONFIG_FILE": "/my/own.conf"}


def test_other_programs_get_their_own_libraries_back(hook: ModuleType) -> None:
    environment = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/opt/x", "HOME": "/h"}
    hook.spare_others(environment)
    assert environment == {"LD_LIBRARY_PATH": "/opt/x", "HOME": "/h"}
    environment = {"LD_LIBRARY_PATH": "/bundle"}
    hook.spare_others(environment)
    assert environment == {}


def test_the_pango_of_the_bundle_comes_first(hook: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.0.dylib").touch()
    loaded: list[object] = []
    load = hook.prefer_own(tmp_path, lambda _ffi, name, flags: loaded.append((name, flags)))
    for name in ("libpango-1.0.0.dylib", "libother.dylib", "/usr/lib/libz.dylib", None):
        load(object(), name, 2)
    assert loaded == [
        (str(tmp_path / "libpango-1.0.0.dylib"), 2),
        ("libother.dylib", 2),
        ("/usr/lib/libz.dylib", 2),
        (None, 2),
    ]


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_each_name_that_weasyprint_asks_for_leads_to_our_own_library(
    hook: ModuleType, script: Callable[[str], ModuleType], tmp_path: Path, system: str
) -> None:
    shipped = script("bundle_contents").PANGO[system]
    for name in shipped:
        (tmp_path / name).touch()
    source = Path(ffi.__file__).read_text()
    calls = re.findall(r"= _dlopen\(\s*ffi, (.+?)\)", source, re.DOTALL)
    asked = [re.findall(r"'([^']+)'", call) for call in calls if "vector" not in call]
    assert len(asked) == len(shipped)
    found = [
        next(filter(None, (hook.own_library(tmp_path, each) for each in names)), "")
        for names in asked
    ]
    assert {Path(path).name for path in found} == set(shipped)
