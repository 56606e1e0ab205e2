"""A sample comes with its versions: in the library, in a file, and as often as it is tried."""

from dataclasses import replace
from pathlib import Path

from icp_desktop.storage.library import Library
from icp_desktop.storage.project_file import read_project_file, write_project_file
from icp_desktop.storage.sample_history import sample_history
from icp_desktop.storage.versions import EMPTY
from icp_desktop.worksheet.samples import make_sample


def test_versions_are_kept_and_read_again(tmp_path: Path) -> None:
    project = replace(make_sample("insurance-brokers"), id="mine000001")
    history = sample_history(project)
    with Library.open(tmp_path) as library:
        library.add(project, history=history)
        versions = library.versions("mine000001")
        assert [each.name for each in versions] == ["First draft", "Summer review"]
        assert library.version("mine000001", versions[-1].id).id == "mine000001"
    write_project_file(tmp_path / "a.icp", project, history)
    assert read_project_file(tmp_path / "a.icp").history.versions == history.versions


def test_other_projects_have_none() -> None:
    assert sample_history(make_sample("fitness-studio")) == EMPTY
    assert sample_history(replace(make_sample("insurance-brokers"), sample="")) == EMPTY
