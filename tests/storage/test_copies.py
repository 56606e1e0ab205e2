"""Copies that are sent and come back: what both came from is known, and nothing is lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from strategies import filled_project

from icp_desktop.codec.parts import DamagedPartError
from icp_desktop.errors import KnownError
from icp_desktop.model.project import Project
from icp_desktop.storage.copies import is_returned, read_returned, send, take_in
from icp_desktop.storage.project_file import read_project_file, write_project_file
from icp_desktop.storage.versions import EMPTY, History, keep

DAY = date(2026, 11, 25)


def sent(path: Path, project: Project) -> History:
    """Send a copy and return our versions."""
    ours, copy = send(EMPTY, project, "Ann", DAY)
    write_project_file(path, project, copy)
    return ours


def change(path: Path, **changes: object) -> Project:
    """Let the receiver work on a copy."""
    opened = read_project_file(path)
    changed = replace(opened.project, **changes)  # type: ignore[arg-type]
    write_project_file(path, changed, opened.history)
    return changed


def test_both_came_from_what_was_sent(tmp_path: Path) -> None:
    path, project = tmp_path / "for Ann.icp", filled_project()
    ours = sent(path, project)
    theirs = change(path, client="Crust Ltd")
    came = read_returned(path, replace(project, name="Buyers"), ours)
    assert (came.base, came.exact, came.project) == (project, True, theirs)
    assert came.name == "Copy for Ann"
    assert is_returned(ours.versions, came.history.versions)
    assert not is_returned(ours.versions, ours.versions)


def test_what_is_merged_can_all_be_found_again(tmp_path: Path) -> None:
    path, project = tmp_path / "for Ann.icp", filled_project()
    ours = sent(path, project)
    theirs = change(path, client="Crust Ltd")
    mine = replace(project, name="Buyers")
    kept = take_in(ours, mine, read_returned(path, mine, ours), DAY)
    assert [each.name for each in kept.versions] == [
        "Copy for Ann", "Before merging Copy for Ann", "Copy for Ann, as it came back",
    ]  # fmt: skip
    assert [kept.project(each.id) for each in kept.versions] == [project, mine, theirs]


def test_the_same_copy_is_not_merged_twice(tmp_path: Path) -> None:
    path, project = tmp_path / "for Ann.icp", filled_project()
    ours = sent(path, project)
    change(path, client="Crust Ltd")
    kept = take_in(ours, project, read_returned(path, project, ours), DAY)
    with pytest.raises(KnownError) as told:
        read_returned(path, project, kept)
    assert str(told.value) == (
        "“for Ann.icp” was merged already, on 2026-11-25, and holds nothing new since."
    )
    change(path, name="Later")
    again = read_returned(path, project, kept)
    assert again.exact
    assert [each.client for each in again.seen] == ["Crust Ltd"]


def test_we_can_send_on_what_we_merged(tmp_path: Path) -> None:
    """The receiver merges a later state of ours by the same sending."""
    path, project = tmp_path / "for Ann.icp", filled_project()
    ours = sent(path, project)
    back = tmp_path / "from us.icp"
    write_project_file(back, replace(project, name="Ours, later"), ours)
    hers = read_project_file(path)
    came = read_returned(back, hers.project, hers.history)
    assert (came.base, came.exact) == (project, True)


def test_a_version_that_both_have_is_an_older_base(tmp_path: Path) -> None:
    path, project = tmp_path / "a.icp", filled_project()
    ours = keep(EMPTY, project, name="Spring", reason="", day=DAY)
    write_project_file(path, replace(project, client="Crust Ltd"), ours)
    came = read_returned(path, project, ours)
    assert (came.base, came.exact, came.name) == (project, False, "a")


def test_without_a_common_version_nobody_knows(tmp_path: Path) -> None:
    path, project = tmp_path / "a.icp", filled_project()
    write_project_file(path, replace(project, client="Crust Ltd"))
    came = read_returned(path, project, EMPTY)
    assert (came.base, came.exact, came.seen) == (None, False, ())


def test_a_copy_of_another_project_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "other.icp"
    write_project_file(path, filled_project("p2"))
    with pytest.raises(KnownError) as told:
        read_returned(path, filled_project("p1"), EMPTY)
    assert str(told.value) == (
        "“other.icp” is a copy of another project, “Krume & Sons”. Open that project to merge it; "
        "nothing was changed."
    )


def test_a_damaged_copy_says_what_is_damaged(tmp_path: Path) -> None:
    path, project = tmp_path / "a.icp", filled_project()
    sent(path, project)
    path.write_bytes(path.read_bytes()[:-60])
    with pytest.raises(KnownError, match=r"a\.icp"):
        read_returned(path, project, EMPTY)


def test_a_base_that_is_damaged_is_none(tmp_path: Path) -> None:
    path, project = tmp_path / "a.icp", filled_project()
    ours = sent(path, project)
    broken = replace(ours, bodies={})
    with pytest.raises(DamagedPartError):
        broken.project(broken.versions[0].id)
    came = read_returned(path, project, broken)
    assert came.base is None
