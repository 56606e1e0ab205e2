"""When library and file differ: the tables, one line each, and then with real files."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from strategies import filled_project

from icp_desktop.codec.parts import to_parts
from icp_desktop.model.merging import forks, take
from icp_desktop.model.project import Project
from icp_desktop.storage import project_file, publisher, sightings
from icp_desktop.storage.library import Library
from icp_desktop.storage.loose_file import keep_version as keep_in_file
from icp_desktop.storage.loose_file import open_file, save_file
from icp_desktop.storage.opening import Opener
from icp_desktop.storage.outcomes import Outcome
from icp_desktop.storage.project_file import project_file_bytes, write_project_file
from icp_desktop.storage.publications import PathTakenError
from icp_desktop.storage.publisher import Publisher
from icp_desktop.storage.publishing import Action, Opening, Seen, decide, decide_opening

DAY = date(2026, 11, 21)
NEVER_DIFFERENT: list[tuple[Seen, Action]] = [
    ("same", "note"),
    ("earlier", "ask_earlier"),
    ("folder_absent", "wait"),
    ("online_only", "wait"),
    ("unreachable", "wait"),
    ("unreadable", "next_name"),
    ("newer", "next_name"),
    ("other", "next_name"),
]
TABLE: list[tuple[Seen, bool, bool, Action]] = [
    # seen, library changed, first, what to do
    ("base", False, False, "nothing"),
    ("base", True, False, "publish"),
    ("changed", False, False, "take"),
    ("changed", True, False, "keep_both"),
    ("absent", False, False, "ask_gone"),
    ("absent", True, False, "ask_gone"),
    ("absent", True, True, "publish"),
    ("changed", True, True, "ask_which"),
    *((seen, False, False, action) for seen, action in NEVER_DIFFERENT),
    *((seen, True, False, action) for seen, action in NEVER_DIFFERENT),
    *((seen, True, True, action) for seen, action in NEVER_DIFFERENT),
]


@pytest.mark.parametrize(("seen", "changed", "first", "action"), TABLE)
def test_the_table(seen: Seen, changed: bool, first: bool, action: Action) -> None:
    assert decide(seen, changed=changed, first=first) == action


def test_every_sight_has_an_answer() -> None:
    answers = {
        decide(seen, changed=changed, first=first)
        for seen in get_args(Seen)
        for changed in (False, True)
        for first in (False, True)
    }
    assert answers == set(get_args(Action))


OPENINGS: list[tuple[str, Opening]] = [
    # known, here, elsewhere, same, publishable
    ("-    -    -         -    publishable", "import"),
    ("-    -    -         -    -", "import_only"),
    ("known here elsewhere -    publishable", "compare"),
    ("known here elsewhere same -", "compare"),
    ("known -    elsewhere same -", "open"),
    ("known -    -         same -", "open"),
    ("known -    elsewhere -    -", "ask_which"),
    ("known -    elsewhere -    publishable", "ask_copy_or_move"),
    ("known -    elsewhere same publishable", "ask_copy_or_move"),
    ("known -    -         same publishable", "bind"),
    ("known -    -         -    publishable", "ask_which"),
]


@pytest.mark.parametrize(("facts", "opening"), OPENINGS)
def test_the_table_of_openings(facts: str, opening: Opening) -> None:
    known = facts.split()
    names = ("known", "here", "elsewhere", "same", "publishable")
    assert decide_opening(**{name: name in known for name in names}) == opening


class Desk:
    """A library with one project that is published to a file, and what is needed around it."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library = library
        self.folder = folder
        self.path = folder / "Krume.icp"
        self.publisher = Publisher(library, host="oven", today=lambda: DAY, temporary=())
        self.opener = Opener(self.publisher)
        library.save(None, filled_project())
        assert self.opener.choose_file("p1", self.path).kind == "published"

    def change(self, name: str) -> None:
        before = self.library.load("p1").project
        self.library.save(before, replace(before, name=name))

    def change_file(self, name: str, path: Path | None = None) -> None:
        opened = open_file(path or self.path)
        save_file(path or self.path, opened, replace(opened.project, name=name))

    def publish(self) -> Outcome:
        return self.publisher.publish("p1")

    @property
    def here(self) -> str:
        return self.library.load("p1").project.name

    @property
    def there(self) -> str:
        return open_file(self.path).project.name

    @property
    def kept(self) -> list[str]:
        versions = self.library.versions("p1")
        return [self.library.version("p1", each.id).name for each in versions]

    @property
    def files(self) -> list[str]:
        return sorted(each.name for each in self.folder.iterdir())


@pytest.fixture
def desk(library: Library, tmp_path: Path) -> Desk:
    return Desk(library, tmp_path / "Documents")


def choose(outcome: Outcome, choice: str) -> Outcome:
    found = {each.id: each for each in outcome.choices}
    assert all(each.label for each in outcome.choices)
    return found[choice].carry_out()


def test_file_is_base(desk: Desk) -> None:
    before = desk.path.read_bytes()
    assert desk.publish() == Outcome(kind="nothing", project_id="p1", path=desk.path)
    assert desk.path.read_bytes() == before
    desk.change("Later")
    assert desk.publish().kind == "published"
    assert desk.there == "Later"
    assert desk.library.load("p1").file == desk.path
    assert desk.library.projects()[0].file == desk.path


def test_a_project_without_a_file_is_left_here(library: Library) -> None:
    library.save(None, filled_project())
    assert Publisher(library).publish("p1") == Outcome(kind="nothing", project_id="p1")


def test_file_changed_and_library_as_it_was(desk: Desk) -> None:
    desk.change_file("From elsewhere")
    outcome = desk.publish()
    assert (outcome.kind, outcome.path) == ("taken", desk.path)
    assert outcome.project == desk.library.load("p1").project
    assert "“Krume.icp” was changed outside of this window" in outcome.sentence
    assert (desk.here, desk.there, desk.kept) == ("From elsewhere", "From elsewhere", ["Profiles"])
    assert desk.publish().kind == "nothing"


def test_two_computers_come_to_rest(desk: Desk, tmp_path: Path) -> None:
    """Versions that the program keeps by itself must not travel to and fro without end."""
    with Library.open(tmp_path / "other") as other:
        second = Publisher(other, today=lambda: DAY, temporary=())
        assert Opener(second).open_file(desk.path).kind == "opened"
        desk.change("One")
        desk.library.keep_version("p1", name="By hand", reason="", day=DAY)
        desk.publish()
        assert second.publish("p1").kind == "taken"
        for _turn in range(3):
            assert desk.publish().kind == "nothing"
            assert second.publish("p1").kind == "nothing"
        assert "By hand" in [each.name for each in other.versions("p1")]
        assert other.load("p1").project == desk.library.load("p1").project


@pytest.mark.parametrize("changed", [False, True])
def test_file_is_an_earlier_one_of_ours(desk: Desk, changed: bool) -> None:
    earlier = desk.path.read_bytes()
    desk.change("Later")
    desk.publish()
    if changed:
        desk.change("Later still")
    desk.path.write_bytes(earlier)
    outcome = desk.publish()
    assert outcome.kind == "ask"
    assert "an earlier state of this project" in outcome.sentence
    assert desk.path.read_bytes() == earlier
    assert desk.publish().kind == "ask"  # until it is answered
    latest = desk.here
    if changed:
        assert choose(outcome, "take_theirs").kind == "taken"
        assert (desk.here, desk.kept) == ("Profiles", [latest])
    else:
        assert choose(outcome, "keep_mine").kind == "published"
        assert (desk.there, desk.kept) == (latest, ["Profiles"])
    assert desk.publish().kind == "nothing"


def both_changed(desk: Desk) -> Outcome:
    desk.change("Mine")
    desk.change_file("Theirs")
    return desk.publish()


def test_both_changed(desk: Desk) -> None:
    """H-R10: the file is left alone, ours is written beside it, a merge is offered."""
    outcome = both_changed(desk)
    beside = desk.folder / "Krume (from oven, 2026-11-21).icp"
    assert (outcome.kind, outcome.path) == ("kept_beside", beside)
    assert [each.id for each in outcome.choices] == ["merge", "take_theirs", "keep_mine"]
    assert "was left as it is" in outcome.sentence
    assert (desk.there, open_file(beside).project.name, desk.here) == ("Theirs", "Mine", "Mine")
    assert desk.publish().kind == "kept_beside"
    desk.change("Mine, later")
    assert desk.publish().path == beside  # the same one, brought up to date
    assert open_file(beside).project.name == "Mine, later"
    assert desk.files == [beside.name, "Krume.icp"]


def test_both_changed_and_the_file_beside_was_touched(desk: Desk) -> None:
    first = both_changed(desk).path
    assert first is not None
    desk.change_file("Touched", first)
    desk.change("Mine, later")
    second = desk.publish().path
    assert second is not None
    assert second.name == "Krume (from oven, 2026-11-21) (2).icp"
    assert open_file(first).project.name == "Touched"


def test_both_changed_then_take_theirs(desk: Desk) -> None:
    outcome = choose(both_changed(desk), "take_theirs")
    assert outcome.kind == "taken"
    assert (desk.here, desk.there, desk.kept) == ("Theirs", "Theirs", ["Mine"])
    assert desk.publish().kind == "nothing"


def test_both_changed_then_keep_mine(desk: Desk) -> None:
    outcome = choose(both_changed(desk), "keep_mine")
    assert outcome.kind == "published"
    assert (desk.here, desk.there, desk.kept) == ("Mine", "Mine", ["Theirs"])
    assert desk.publish().kind == "nothing"


def test_both_changed_then_merge(desk: Desk) -> None:
    desk.change_file("Theirs")
    before = desk.library.load("p1").project
    desk.library.save(before, replace(before, client="Mine"))
    outcome = choose(desk.publish(), "merge")
    assert outcome.kind == "merge"
    assert outcome.theirs is not None
    ours = desk.library.load("p1").project
    found = forks(None, ours, outcome.theirs)
    assert [each.path for each in found] == [("client",), ("name",)]
    merged = take(found[1]).apply(ours)
    desk.library.save(ours, merged)
    assert desk.publisher.settle("p1").kind == "published"
    read = open_file(desk.path).project
    assert (read.client, read.name) == ("Mine", "Theirs")
    assert desk.publish().kind == "nothing"


def test_a_merge_that_was_overtaken_starts_again(desk: Desk) -> None:
    choose(both_changed(desk), "merge")
    desk.change_file("Theirs, later")
    assert desk.publisher.settle("p1").kind == "kept_beside"
    assert desk.there == "Theirs, later"


def test_both_changed_to_the_same(desk: Desk) -> None:
    desk.change("Agreed")
    desk.change_file("Agreed")
    assert desk.publish().kind == "nothing"
    assert desk.files == ["Krume.icp"]
    desk.change("Later")
    assert desk.publish().kind == "published"


def test_a_conflict_that_goes_away_by_itself(desk: Desk) -> None:
    both_changed(desk)
    desk.change_file("Mine")
    assert desk.publish().kind == "nothing"
    assert desk.library.publications.beside("p1") is None


def gone(desk: Desk) -> Outcome:
    desk.change("Later")
    desk.path.unlink()
    outcome = desk.publish()
    assert outcome.kind == "ask"
    assert not desk.path.exists()  # never made again silently
    assert [each.id for each in outcome.choices] == ["write_again", "only_here", "remove"]
    return outcome


def test_file_gone_then_written_again(desk: Desk) -> None:
    assert choose(gone(desk), "write_again").kind == "published"
    assert desk.there == "Later"


def test_file_gone_and_back_before_it_is_written_again(desk: Desk) -> None:
    before = desk.path.read_bytes()
    outcome = gone(desk)
    desk.path.write_bytes(before)
    assert choose(outcome, "write_again").kind == "published"
    assert desk.there == "Later"


def test_file_gone_then_kept_only_here(desk: Desk) -> None:
    choose(gone(desk), "only_here")
    assert desk.publish().kind == "nothing"
    assert desk.library.load("p1").file is None
    assert desk.files == []


def test_file_gone_then_removed(desk: Desk) -> None:
    outcome = choose(gone(desk), "remove")
    assert (outcome.kind, desk.library.projects()) == ("removed", ())
    assert outcome.path is not None
    assert open_file(outcome.path).project.name == "Later"


def test_folder_gone(desk: Desk) -> None:
    """H-R9: also a folder that is renamed while the project is open."""
    moved = desk.folder.with_name("Renamed")
    desk.folder.rename(moved)
    desk.change("Later")
    outcome = desk.publish()
    assert outcome.kind == "waiting"
    assert "Your work is kept here" in outcome.sentence
    assert not desk.folder.exists()
    moved.rename(desk.folder)
    assert choose(outcome, "again").kind == "published"
    assert desk.there == "Later"


def test_a_placeholder_of_the_cloud_is_not_overwritten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no files with holes to play this with")
    desk.change("Later")
    desk.path.unlink()
    with desk.path.open("wb") as file:
        file.truncate(5_000)  # a size, and nothing on the disk
    assert project_file.is_online_only(desk.path)
    outcome = desk.publish()
    assert (outcome.kind, desk.path.stat().st_blocks) == ("waiting", 0)
    assert "in the cloud" in outcome.sentence


def test_a_file_that_can_not_be_read_is_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """H-R16: an input error of a cloud or network folder."""

    def broken(path: Path) -> bytes:
        raise project_file.read_error(path, OSError(5, "Input/output error"))

    desk.change("Later")
    monkeypatch.setattr(sightings, "read_bytes", broken)
    assert desk.publish().kind == "waiting"


@pytest.mark.parametrize("what", ["other", "unreadable", "newer"])
def test_something_else_at_the_path(desk: Desk, what: str) -> None:
    desk.change("Later")
    data = {
        "other": lambda: project_file_bytes(filled_project("p2")),
        "unreadable": lambda: b"no project",
        "newer": _newer,
    }[what]()
    desk.path.write_bytes(data)
    outcome = desk.publish()
    assert (outcome.kind, outcome.path) == ("moved_on", desk.folder / "Krume (2).icp")
    assert desk.path.read_bytes() == data
    assert open_file(desk.folder / "Krume (2).icp").project.name == "Later"
    assert desk.publish().kind == "nothing"


def _newer() -> bytes:
    import io
    import zipfile

    from icp_desktop.storage.container import pack

    with zipfile.ZipFile(io.BytesIO(project_file_bytes(filled_project()))) as file:
        parts = {name: file.read(name) for name in file.namelist() if name != "mimetype"}
    manifest = parts["manifest.json"].replace(b'"format": 1', b'"format": 2')
    return pack({**parts, "manifest.json": manifest})


def test_a_change_between_the_look_and_the_write(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program writes at the worst moment: its state is neither lost nor overwritten."""
    desk.change("Mine")
    meddle = [True]

    def late(path: Path) -> str:
        if meddle:
            meddle.clear()
            desk.change_file("Theirs")
        return sightings.present_digest(path)

    monkeypatch.setattr(publisher, "present_digest", late)
    outcome = desk.publish()
    assert (outcome.kind, desk.there) == ("kept_beside", "Theirs")


def test_a_file_that_never_rests_is_left_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.change("Mine")
    monkeypatch.setattr(publisher, "present_digest", lambda _path: "another each time")
    assert desk.publish().kind == "waiting"
    assert desk.there == "Profiles"


def test_killed_between_the_write_and_the_note(desk: Desk) -> None:
    """The file is ours although the library did not come to note it."""
    before = desk.library.publications.known("p1", desk.path)
    desk.change("Later")
    desk.publish()
    written = desk.library.publications.base("p1", desk.path)
    assert written is not None
    with desk.library._database.writing() as connection:
        connection.execute("DELETE FROM publication WHERE position > ?", (len(before),))
    desk.library.publications.intend("p1", desk.path, written)
    desk.change("Later still")
    assert desk.publish().kind == "published"
    assert desk.files == ["Krume.icp"]


@pytest.mark.parametrize("mode", ["file", "folder"])
def test_read_only(desk: Desk, mode: str) -> None:
    """H-R9: the work is kept here and the cause is told."""
    if mode == "folder" and os.name == "posix" and os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    place = desk.path if mode == "file" else desk.folder
    place.chmod(0o444 if mode == "file" else 0o555)
    desk.change("Later")
    outcome = desk.publish()
    place.chmod(0o755)
    assert outcome.kind == "failed"
    assert "Choose another place" in outcome.sentence
    assert (desk.here, desk.there) == ("Later", "Profiles")
    assert choose(outcome, "again").kind == "published"


def test_paths_are_unique(desk: Desk) -> None:
    desk.library.save(None, filled_project("p2"))
    outcome = desk.opener.choose_file("p2", desk.path)
    assert (outcome.kind, desk.there) == ("failed", "Profiles")
    assert "belongs to another project" in outcome.sentence
    with pytest.raises(PathTakenError):
        desk.library.publications.bind("p2", desk.folder / ".." / "Documents" / "Krume.icp")


def test_choosing_another_place(desk: Desk) -> None:
    new = desk.folder / "new" / "Krume.icp"
    assert desk.opener.choose_file("p1", new).kind == "published"
    desk.change("Later")
    assert desk.publish().path == new
    assert desk.there == "Profiles"  # what was at the old place stays


def test_a_place_that_is_taken_by_a_file_is_not_overwritten(desk: Desk) -> None:
    other = desk.folder / "Other.icp"
    other.write_bytes(b"a letter")
    assert desk.opener.choose_file("p1", other).kind == "moved_on"
    assert other.read_bytes() == b"a letter"
    state = replace(filled_project(), name="An older copy")
    write_project_file(desk.folder / "Copy.icp", state)
    outcome = desk.opener.choose_file("p1", desk.folder / "Copy.icp")
    assert outcome.kind == "ask"
    assert open_file(desk.folder / "Copy.icp").project == state


def test_opening_a_new_file(library: Library, tmp_path: Path) -> None:
    opener = Opener(Publisher(library, temporary=()))
    path = tmp_path / "a.icp"
    write_project_file(path, filled_project())
    keep_in_file(path, "Draft", "why", DAY)
    before = path.read_bytes()
    outcome = opener.open_file(path)
    assert (outcome.kind, outcome.project, outcome.path) == ("opened", filled_project(), path)
    assert [each.name for each in library.versions("p1")] == ["Draft"]
    assert Publisher(library, temporary=()).publish("p1").kind == "nothing"
    assert path.read_bytes() == before


def test_opening_it_again(desk: Desk) -> None:
    desk.change_file("Theirs")
    outcome = desk.opener.open_file(desk.path)
    assert (outcome.kind, desk.here) == ("taken", "Theirs")
    desk.change("Mine")
    outcome = desk.opener.open_file(desk.path)
    assert outcome.kind == "opened"
    assert outcome.project is not None
    assert outcome.project.name == desk.there == "Mine"


@pytest.mark.parametrize("place", ["temporary", "read-only"])
def test_where_nothing_is_published_to(library: Library, tmp_path: Path, place: str) -> None:
    path = tmp_path / "mail" / "a.icp"
    path.parent.mkdir()
    write_project_file(path, filled_project())
    if place == "read-only":
        path.chmod(0o444)
    temporary = (path.parent,) if place == "temporary" else ()
    desk = Publisher(library, temporary=temporary)
    outcome = Opener(desk).open_file(path)
    assert (outcome.kind, outcome.project, outcome.path) == ("opened", filled_project(), None)
    assert "choose a place for its file" in outcome.sentence
    before = path.read_bytes()
    changed = replace(filled_project(), name="Later")
    library.save(None, changed)
    assert desk.publish("p1").kind == "nothing"
    assert path.read_bytes() == before
    outcome = Opener(desk).open_file(path)  # and again, now that both differ
    assert outcome.kind == "ask"
    assert choose(outcome, "keep_mine").kind == "nothing"
    assert library.load("p1").project == changed
    if place == "temporary":
        assert Opener(desk).choose_file("p1", path).kind == "failed"


def second_path(desk: Desk) -> tuple[Path, Outcome]:
    copy = desk.folder / "Copy.icp"
    shutil.copy(desk.path, copy)
    desk.change_file("In the copy", copy)
    outcome = desk.opener.open_file(copy)
    assert outcome.kind == "ask"
    assert {each.id for each in outcome.choices} == {"copy", "move"}
    return copy, outcome


def test_the_same_project_at_a_second_path_is_a_copy(desk: Desk) -> None:
    copy, outcome = second_path(desk)
    assert outcome.choices[0].id == "copy"
    outcome = choose(outcome, "copy")
    assert outcome.project is not None
    assert outcome.project_id != "p1"
    assert open_file(copy).project == outcome.project
    assert replace(outcome.project, id="p1", name="Profiles") == filled_project()
    assert (len(desk.library.projects()), desk.here, desk.there) == (2, "Profiles", "Profiles")
    assert desk.publisher.publish(outcome.project_id).kind == "nothing"
    assert desk.publish().kind == "nothing"


def test_the_same_project_at_a_second_path_was_moved(desk: Desk) -> None:
    moved = desk.folder / "Moved.icp"
    desk.change("Later")
    desk.path.rename(moved)
    outcome = desk.opener.open_file(moved)
    assert outcome.choices[0].id == "move"
    outcome = choose(outcome, "move")
    assert (outcome.kind, outcome.path) == ("opened", moved)
    assert open_file(moved).project.name == "Later"
    assert len(desk.library.projects()) == 1
    assert desk.publish().kind == "nothing"


def test_a_project_that_was_kept_only_here_meets_its_file(desk: Desk) -> None:
    desk.publisher.keep_only_here("p1")
    assert desk.opener.open_file(desk.path).kind == "opened"
    assert desk.library.load("p1").file == desk.path
    desk.publisher.keep_only_here("p1")
    desk.change("Later")
    outcome = desk.opener.open_file(desk.path)
    assert outcome.kind == "ask"
    assert choose(outcome, "copy").project_id != "p1"
    assert len(desk.library.projects()) == 2


def test_another_project_where_ours_was(desk: Desk) -> None:
    write_project_file(desk.path, filled_project("p2"))
    desk.change("Later")
    outcome = desk.opener.open_file(desk.path)
    assert (outcome.kind, outcome.project_id) == ("opened", "p2")
    files = {row.id: row.file for row in desk.library.projects()}
    assert files == {"p1": desk.folder / "Krume (2).icp", "p2": desk.path}


def test_opening_our_own_file_that_has_become_damaged(desk: Desk) -> None:
    desk.change("Later")
    desk.publish()
    damaged = desk.path.read_bytes()[:-30]
    desk.path.write_bytes(damaged)
    outcome = desk.opener.open_file(desk.path)
    assert (outcome.kind, outcome.path) == ("moved_on", desk.folder / "Krume (2).icp")
    assert "can’t be read as a project any more" in outcome.sentence
    assert outcome.project is not None
    assert outcome.project.name == "Later"
    assert desk.path.read_bytes() == damaged


def test_backups_and_removed_projects_are_never_published_to(desk: Desk) -> None:
    project = desk.library.load("p1").project
    backup = desk.library.backups.write(project, desk.library.history("p1"), desk.library.now())
    before = backup.read_bytes()
    removed = desk.library.remove("p1")
    for path in (backup, removed):
        outcome = desk.opener.open_file(path)
        assert (outcome.kind, outcome.path) == ("opened", None)
        desk.change("Later")
        assert desk.publish().kind == "nothing"
        desk.library.remove("p1")
    assert backup.read_bytes() == before
    desk.library.save(None, project)
    assert desk.opener.choose_file("p1", backup).kind == "failed"


def test_conflicted_copies_are_reported(desk: Desk) -> None:
    names = (
        "Krume (Ottilie's conflicted copy 2026-11-20).icp",
        "Krume-OVEN.icp",
        "krume.sync-conflict-20261120.icp",
    )
    for name in names:
        shutil.copy(desk.path, desk.folder / name)
    write_project_file(desk.folder / "Krume other.icp", filled_project("p2"))
    (desk.folder / "Krume broken.icp").write_bytes(b"PK")
    shutil.copy(desk.path, desk.folder / "Brume.icp")
    outcome = desk.opener.open_file(desk.path)
    assert sorted(each.name for each in outcome.copies) == sorted(names)


@pytest.mark.parametrize(
    "touch",
    [
        lambda path: os.utime(path, (0, 0)),
        lambda path: os.utime(path, (2**31, 2**31)),
        lambda path: path.write_bytes(path.read_bytes()),
    ],
)
def test_clocks_decide_nothing(desk: Desk, touch: Callable[[Path], None]) -> None:
    touch(desk.path)
    assert desk.publish().kind == "nothing"
    desk.change("Later")
    touch(desk.path)
    assert desk.publish().kind == "published"


def test_temporary_folders_and_the_folder_the_person_chose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ICP_DESKTOP_HOME", str(tmp_path / "home"))
    folders = sightings.temporary_folders()
    assert folders
    assert sightings.is_temporary(folders[0] / "x" / "a.icp", folders)
    assert not sightings.is_temporary(Path.home() / "a.icp", ())
    assert sightings.is_temporary(Path("/home/x/INetCache/Content.Outlook/7/a.icp"), ())
    chosen = tmp_path / "home" / "Documents" / "ICP Desktop" / "a.icp"
    assert not sightings.is_temporary(chosen, (tmp_path,))


def test_a_path_that_is_no_text_is_not_published_to(library: Library, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has such names")
    path = tmp_path / os.fsdecode(b"a\xff.icp")
    write_project_file(path, filled_project())
    outcome = Opener(Publisher(library, temporary=())).open_file(path)
    assert (outcome.kind, outcome.path) == ("opened", None)
    str(outcome.sentence)


def test_what_is_published_is_what_the_library_has(desk: Desk) -> None:
    project: Project = open_file(desk.path).project
    assert to_parts(project) == desk.library.raw_parts("p1")


def test_a_file_that_is_renamed_moved_deleted_and_replaced_in_turn(desk: Desk) -> None:
    """Whatever is done to the file, the project is whole here and nothing is written over."""
    renamed = desk.folder / "Crumbs.icp"
    desk.path.rename(renamed)
    desk.change("One")
    assert desk.publish().kind == "ask"  # never made again silently
    assert choose(desk.opener.open_file(renamed), "move").path == renamed
    assert open_file(renamed).project.name == "One"

    (desk.folder / "Years" / "2026").mkdir(parents=True)
    moved = desk.folder / "Years" / "2026" / "Crumbs.icp"
    renamed.rename(moved)
    desk.change("Two")
    assert desk.publish().kind == "ask"
    assert choose(desk.opener.open_file(moved), "move").path == moved
    assert open_file(moved).project.name == "Two"

    moved.unlink()
    desk.change("Three")
    outcome = desk.publish()
    assert outcome.kind == "ask"
    assert not moved.exists()
    assert choose(outcome, "write_again").path == moved
    assert open_file(moved).project.name == "Three"

    write_project_file(moved, filled_project("p2"))
    theirs = moved.read_bytes()
    desk.change("Four")
    outcome = desk.publish()
    assert (outcome.kind, outcome.path) == ("moved_on", moved.with_name("Crumbs (2).icp"))
    assert moved.read_bytes() == theirs
    assert open_file(moved.with_name("Crumbs (2).icp")).project.name == "Four"

    moved.with_name("Crumbs (2).icp").write_bytes(b"no project at all")
    desk.change("Five")
    outcome = desk.publish()
    assert outcome.path is not None
    assert outcome.path not in (moved, moved.with_name("Crumbs (2).icp"))
    assert open_file(outcome.path).project.name == desk.here == "Five"
    assert moved.with_name("Crumbs (2).icp").read_bytes() == b"no project at all"
    assert desk.publish().kind == "nothing"
    assert [row.id for row in desk.library.projects()] == ["p1"]
