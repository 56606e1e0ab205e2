from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


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
