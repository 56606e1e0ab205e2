"""What is kept comes back equal, however it was kept."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hand_clock import HandClock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import edits_of, filled_project, projects

from icp_desktop.codec.parts import to_parts
from icp_desktop.model.edits import SetValue
from icp_desktop.model.project import Project
from icp_desktop.model.project_edits import SetProjectDetails
from icp_desktop.model.values import Text
from icp_desktop.open_project import OpenProject
from icp_desktop.storage.keepable import UnkeepableError
from icp_desktop.storage.library import Library
from icp_desktop.storage.loose_file import open_file
from icp_desktop.storage.project_file import project_file_bytes, read_project_file
from icp_desktop.storage.versions import EMPTY, digests_of, keep, rename, union

DAY = date(2026, 11, 21)
quick = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One library for all examples of a property."""
    made = Library.open(tmp_path_factory.mktemp("shared"))
    yield made
    made.close()


@quick
@given(projects)
def test_a_project_file_gives_the_project_back(project: Project) -> None:
    data = project_file_bytes(project)
    assert read_project_file(data).project == project
    assert project_file_bytes(project) == data


@quick
@given(projects)
def test_the_library_gives_the_project_back(shared: Library, project: Project) -> None:
    shared.save(None, project)
    assert shared.load(project.id).project == project


@quick
@given(st.data())
def test_changes_saved_one_by_one_are_the_same_as_all_at_once(
    shared: Library, data: st.DataObject
) -> None:
    before = data.draw(projects)
    shared.save(None, before)
    for _step in range(data.draw(st.integers(1, 6))):
        after = data.draw(edits_of(before)).apply(before)
        shared.save(before, after)
        before = after
    assert shared.load(before.id).project == before
    assert shared.raw_parts(before.id) == to_parts(before)


@quick
@given(st.data())
def test_undo_brings_back_the_digests(shared: Library, data: st.DataObject) -> None:
    opened = OpenProject(data.draw(projects))
    first = saved = opened.project
    shared.save(None, first)
    for _step in range(data.draw(st.integers(1, 5))):
        opened.do(data.draw(edits_of(opened.project)))
        opened.seal()
    shared.save(saved, opened.project)
    saved = opened.project
    while opened.undo():
        pass
    shared.save(saved, opened.project)
    assert opened.project is first
    assert digests_of(shared.raw_parts(first.id)) == digests_of(to_parts(first))


def test_only_what_changed_is_written(library: Library, tmp_path: Path) -> None:
    before = filled_project()
    library.save(None, before)
    path = tmp_path / "data" / "library.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE part SET body = x'00', digest = 'mine' WHERE name LIKE 'i%'")
    connection.close()
    edit = SetValue(place="bakers", field="company.size", value=Text(text="a dozen"))
    library.save(before, edit.apply(before))
    assert library.raw_parts(before.id)["interviews/talk1.json"] == b"\0"


def test_a_wrong_before_writes_everything(library: Library) -> None:
    project = filled_project()
    library.save(None, replace(project, profiles=()))
    library.save(project, replace(project, client="Another"))
    assert library.load(project.id).project == replace(project, client="Another")


def test_home_is_one_line_per_project_the_last_touched_first(
    library: Library, clock: HandClock
) -> None:
    library.save(None, filled_project("first"))
    clock.go(minutes=1)
    library.save(None, replace(filled_project("second"), interviews=(), profiles=()))
    first, second = library.projects()[::-1]
    assert (first.client, first.profiles, first.market) == ("Krume & Sons", ("Town bakers",), "b2b")
    assert (first.counts.interviews, first.counts.open, first.counts.assumption) == (0, 2, 1)
    assert (first.counts.answered, first.counts.proven, first.counts.total) == (1, 0, 3)
    assert (first.stage, first.interviews) == ("interviews", 1)
    assert (second.profiles, second.stage, second.counts.total) == ((), "start", 0)
    clock.go(minutes=1)
    library.touch("first")
    assert [row.id for row in library.projects()] == ["first", "second"]
    assert library.projects()[0].touched == clock.now


def test_the_place_is_remembered(library: Library) -> None:
    library.save(None, filled_project())
    assert library.load("p1").place == {}
    library.remember_place("p1", {"page": "worksheet", "field": "company.size"})
    assert library.load("p1").place == {"page": "worksheet", "field": "company.size"}


def test_what_could_not_be_read_again_is_never_kept(library: Library) -> None:
    project = filled_project()
    library.save(None, project)
    too_long = SetValue(place="bakers", field="x.y", value=Text(text="a" * 1_000_001))
    half = SetProjectDetails(client="\ud800", name="", language="en", currency="EUR")
    twin = replace(project.profiles[0], name="Twin")
    for broken in (
        too_long.apply(project),
        half.apply(project),
        replace(project, profiles=(*project.profiles, twin)),
    ):
        with pytest.raises(UnkeepableError, match="can’t be saved"):
            library.save(project, broken)
        with pytest.raises(UnkeepableError):
            project_file_bytes(broken)
    assert library.load(project.id).project == project


def test_versions_keep_rename_and_restore(library: Library) -> None:
    first = filled_project()
    library.save(None, first)
    kept = library.keep_version("p1", name="Draft", reason="Before the talks", day=DAY)
    second = replace(first, client="Another")
    library.save(first, second)
    library.rename_version("p1", kept.id, name="First draft", reason="")
    assert library.restore("p1", kept.id, name="Before going back", day=DAY) == first
    names = [(each.name, each.automatic) for each in library.versions("p1")]
    assert names == [("First draft", False), ("Before going back", True)]
    before = library.versions("p1")[-1]
    assert library.version("p1", before.id) == second
    assert library.history("p1").project(kept.id) == first
    with pytest.raises(KeyError):
        library.version("p1", "nowhere")
    with pytest.raises(KeyError):
        library.rename_version("p1", "nowhere", name="", reason="")


def test_automatic_versions_give_way_and_those_by_hand_stay(library: Library) -> None:
    project = filled_project()
    library.save(None, project)
    library.keep_version("p1", name="By hand", reason="", day=DAY)
    for number in range(55):
        changed = replace(project, name=str(number))
        library.keep_version("p1", name="", reason="", day=DAY, automatic=True, project=changed)
    versions = library.versions("p1")
    assert [each.name for each in versions if not each.automatic] == ["By hand"]
    assert len(versions) == 51
    assert library.version("p1", versions[-1].id).name == "54"


def test_versions_travel_in_the_file_each_body_once(tmp_path: Path) -> None:
    first = filled_project()
    second = replace(first, client="Another")
    history = keep(EMPTY, first, name="One", reason="why", day=DAY)
    history = keep(history, second, name="Two", reason="", day=DAY, automatic=True)
    assert len(history.bodies) == len(to_parts(first)) + 1
    read = read_project_file(project_file_bytes(second, history))
    assert read.history == history
    assert read.history.project(history.versions[0].id) == first
    assert [each.name for each in history.by_hand().versions] == ["One"]
    path = tmp_path / "a.icp"
    path.write_bytes(project_file_bytes(second, history))
    assert open_file(path).content == read.content


def test_versions_of_two_files_come_together() -> None:
    project = filled_project()
    common = keep(EMPTY, project, name="Common", reason="", day=DAY)
    ours = keep(common, replace(project, name="Ours"), name="Ours", reason="", day=DAY)
    theirs = rename(common, common.versions[0].id, name="Renamed", reason="")
    theirs = keep(theirs, replace(project, name="X"), name="Theirs", reason="", day=DAY)
    both = union(ours, theirs)
    assert [each.name for each in both.versions] == ["Renamed", "Ours", "Theirs"]
    assert {both.project(each.id).name for each in both.versions} == {"Profiles", "Ours", "X"}
    assert union(both, theirs) is both


def test_a_removed_project_is_written_whole_first(library: Library) -> None:
    project = filled_project()
    library.save(None, project)
    library.keep_version("p1", name="Draft", reason="", day=DAY, automatic=True)
    kept = library.remove("p1")
    assert library.projects() == ()
    assert library.removed() == (kept,)
    assert kept.name == "Krume & Sons - Profiles (2026-11-21).icp"
    file = open_file(kept)
    assert (file.project, file.history.versions[0].name) == (project, "Draft")


def test_nothing_is_left_of_what_was_removed(library: Library, tmp_path: Path) -> None:
    secret = "Ottilie-Planted-Name"
    project = replace(filled_project(), client=secret)
    library.save(None, project)
    library.keep_version("p1", name=secret, reason=secret, day=DAY)
    library.remember_place("p1", {"find": secret})
    assert secret.encode() in (tmp_path / "data" / "library.sqlite").read_bytes()
    library.remove("p1")
    assert secret.encode() not in (tmp_path / "data" / "library.sqlite").read_bytes()
