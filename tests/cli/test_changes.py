import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from icp_desktop.storage.loose_file import open_file

Run = Callable[..., Any]


def test_two_files_differ_in_what_was_answered_and_nothing_else(run: Run, studio: str) -> None:
    Path("b.icp").write_bytes(Path(studio).read_bytes())
    assert run("diff", studio, "b.icp").out == "Nothing differs.\n"
    run("answer", "b.icp", "people.location", "Elsewhere")
    told = run("diff", studio, "b.icp")
    assert told.code == 0
    profile = open_file(Path(studio)).project.profiles[0]
    lines = told.out.splitlines()
    assert lines[0] == "1 answer differs."
    assert lines[2:4] == [profile.name, "  Location"]
    assert "    + Elsewhere" in lines
    data = json.loads(run("diff", studio, "b.icp", "--json").out)
    (change,) = data["changes"]
    assert (change["place"], change["field"]) == (profile.id, "people.location")
    assert {"name", "old", "new", "paths"} == set(change["parts"][0])


def test_a_version_is_compared_with_now_and_with_another(run: Run, studio: str) -> None:
    run("keep", studio, "Spring")
    run("answer", studio, "people.location", "Elsewhere")
    run("keep", studio, "Summer")
    run("answer", studio, "people.location", "")
    now = run("diff", studio, "--from", "Spring").out
    assert "Location" in now
    assert "Elsewhere" not in now
    between = run("diff", studio, "--from", "Spring", "--to", "Summer").out
    assert "+ Elsewhere" in between
    assert run("diff", studio, "--from", "Spring", "--to", "Spring").out == "Nothing differs.\n"


def test_other_projects_are_compared_and_said_to_be_others(run: Run, studio: str) -> None:
    run("new", "b.icp", "--sample", "parts-supplier")
    told = run("diff", studio, "b.icp")
    assert told.code == 0
    assert told.out.startswith("These are two different projects.\n")


def test_what_can_not_be_compared_is_said_in_one_sentence(run: Run, studio: str) -> None:
    assert run("diff", studio).sentence.startswith("Two states are needed")
    assert run("diff", studio, "--from", "x").sentence == "There is no version “x”."
    assert "none.icp" in run("diff", studio, "none.icp").sentence
    Path("broken.icp").write_bytes(Path(studio).read_bytes()[:400])
    assert "broken.icp" in run("diff", studio, "broken.icp").sentence


def test_a_copy_is_merged_by_the_version_both_have(run: Run, studio: str) -> None:
    run("keep", studio, "Sent to Ann")
    Path("ann.icp").write_bytes(Path(studio).read_bytes())
    run("answer", studio, "people.location", "Harbour")
    run("answer", "ann.icp", "people.location", "Old town")
    run("answer", "ann.icp", "people.occupation", "Nurses")
    before = open_file(Path(studio)).project
    told = run("merge", studio, "ann.icp", "--dry-run")
    assert told.code == 0
    assert "[ ] Location" in told.out
    assert "[x] " in told.out
    assert open_file(Path(studio)).project == before
    assert run("merge", studio, "ann.icp").code == 0
    merged = open_file(Path(studio)).project
    assert [each.text for each in merged.comments] == ["In the copy it says: Old town"]
    assert "Harbour" in run("show", studio).out
    assert "Nurses" in run("show", studio).out
    again = run("merge", studio, "ann.icp").sentence
    assert again.startswith("“ann.icp” was merged already, on ")
    run("restore", studio, "Before merging ann")
    assert open_file(Path(studio)).project == before


def test_theirs_can_be_taken_where_both_changed_the_same(run: Run, studio: str) -> None:
    run("keep", studio, "Sent to Ann")
    Path("ann.icp").write_bytes(Path(studio).read_bytes())
    run("answer", studio, "people.location", "Harbour")
    run("answer", "ann.icp", "people.location", "Old town")
    offered = json.loads(run("merge", studio, "ann.icp", "--theirs", "--json").out)
    (conflict,) = (each for each in offered if each["conflict"])
    assert (conflict["ours"], conflict["theirs"], conflict["taken"]) == (
        "Harbour", "Old town", True,
    )  # fmt: skip
    (comment,) = open_file(Path(studio)).project.comments
    assert comment.text == "Before the merge it said here: Harbour"


def test_a_merge_of_what_is_no_copy_is_refused_in_one_sentence(run: Run, studio: str) -> None:
    run("new", "b.icp", "--sample", "parts-supplier")
    assert "is a copy of another project" in run("merge", studio, "b.icp").sentence
    Path("broken.icp").write_bytes(Path(studio).read_bytes()[:400])
    assert "broken.icp" in run("merge", studio, "broken.icp").sentence
    assert run("merge", studio, studio).out.startswith("There is nothing new in it.")
