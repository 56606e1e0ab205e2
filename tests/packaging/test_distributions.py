import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("icp_desktop", "resources", "templates")


@pytest.fixture(scope="module")
def built(
    script: Callable[[str], ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("dist")
    made: tuple[Path, Path] = script("distributions").build_distributions(folder)
    return made


def files_of(top: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_program_and_what_it_shows_inside_one_package(
    built: tuple[Path, Path],
) -> None:
    names = set(zipfile.ZipFile(built[1]).namelist())
    wanted = files_of("icp_desktop")
    wanted |= {f"icp_desktop/{name}" for top in SHIPPED[1:] for name in files_of(top)}
    inside = {name for name in names if ".dist-info/" not in name}
    assert inside == wanted
    assert {name.split("/")[0] for name in names} - {"icp_desktop"} == {
        built[1].name.removesuffix("-py3-none-any.whl") + ".dist-info"
    }


def test_the_source_distribution_is_enough_to_build_test_and_package(
    built: tuple[Path, Path],
) -> None:
    with tarfile.open(built[0]) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    for top in (*SHIPPED, "packaging"):
        assert files_of(top) <= names
    assert {"pyproject.toml", "Makefile", "constraints.txt", "LICENSE"} <= names
    assert not {name for name in names if "__pycache__" in name or name.startswith(".venv")}


def test_every_dependency_names_its_least_version(script: Callable[[str], ModuleType]) -> None:
    lines = script("try_install").lowest().splitlines()
    assert len(lines) >= 10
    assert "weasyprint==70" in lines
