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
