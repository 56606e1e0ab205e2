"""H-R7: what earlier releases wrote can be read, and is not changed by reading."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from strategies import filled_project

from icp_desktop.codec.parts import FORMAT
from icp_desktop.storage.library import LIBRARY_FILE, Library
from icp_desktop.storage.opening import Opener
from icp_desktop.storage.project_file import read_project_file
from icp_desktop.storage.publisher import Publisher
from icp_desktop.storage.schema import CURRENT

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("project-v*.icp"))
LIBRARIES = sorted(HERE.glob("library-v*.sqlite"))


def test_each_format_has_its_golden_file() -> None:
    assert [each.name for each in FILES] == [f"project-v{n}.icp" for n in range(1, FORMAT + 1)]
    expected = [f"library-v{n}.sqlite" for n in range(1, CURRENT.version + 1)]
    assert [each.name for each in LIBRARIES] == expected


@pytest.mark.parametrize("golden", FILES, ids=lambda path: path.name)
def test_project_files(golden: Path, tmp_path: Path) -> None:
    path = tmp_path / "Krume.icp"
    shutil.copyfile(golden, path)
    before = path.read_bytes()
    file = read_project_file(path)
    project, first = file.project, filled_project(answers=8)
    assert (project.name, project.profiles) == ("Profiles, second draft", first.profiles)
    assert (project.about, project.interviews) == (first.about, first.interviews)
    (version,) = file.history.versions
    assert (version.name, version.day) == ("Draft", date(2026, 11, 21))
    assert file.history.project(version.id) == first
    with Library.open(tmp_path / "data") as library:
        publisher = Publisher(library, temporary=())
        assert Opener(publisher).open_file(path).kind == "opened"
        assert publisher.publish("p1").kind == "nothing"
    assert path.read_bytes() == before  # until something is changed


@pytest.mark.parametrize("golden", LIBRARIES, ids=lambda path: path.name)
def test_libraries(golden: Path, tmp_path: Path) -> None:
    shutil.copyfile(golden, tmp_path / LIBRARY_FILE)
    with Library.open(tmp_path) as library:
        stored = library.load("p1")
        first = filled_project(answers=8)
        assert stored.project.name == "Profiles, second draft"
        assert stored.project.profiles == first.profiles
        assert stored.place == {"page": "worksheet"}
        (version,) = library.versions("p1")
        assert library.version("p1", version.id) == first
        assert library.projects()[0].client == "Krume & Sons"
    moved = (tmp_path / LIBRARY_FILE).read_bytes()
    if golden is LIBRARIES[-1]:
        assert moved == golden.read_bytes()
    Library.open(tmp_path).close()
    assert (tmp_path / LIBRARY_FILE).read_bytes() == moved
