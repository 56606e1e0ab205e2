"""A method file made on one computer works on another, from the command line too."""

from pathlib import Path

import pytest

from icp_desktop.storage.project_file import read_project_file
from icp_desktop.worksheet import tailoring
from icp_desktop.worksheet.method import Method, write_method
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.tailoring import OwnField
from tests.cli.conftest import Run


@pytest.fixture
def method(tmp_path: Path) -> Path:
    source, _field = tailoring.add_field(standard_source(), "people", OwnField(label="Dogs"))
    path = tmp_path / "dogs.toml"
    path.write_bytes(write_method(Method(worksheet=source), "Dog people"))
    return path


def test_a_new_project_asks_what_the_file_asks(run: Run, method: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.icp"
    assert run("new", str(out), "--worksheet", str(method)).code == 0
    project = read_project_file(out).project
    own = [f.id for s in tailoring.outline(project.worksheet) for f in s.fields if f.own]
    assert len(own) == 1
    assert run("answer", str(out), own[0], "Two dogs").code == 0
    assert "Dogs: Two dogs" in run("show", str(out)).out


def test_a_broken_file_makes_no_project(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("x = [")
    for file in (broken, tmp_path / "none.toml", tmp_path):
        done = run("new", "a.icp", "--worksheet", str(file))
        assert done.code == 2
        assert len(done.err.splitlines()) == 1
    assert not (tmp_path / "a.icp").exists()
