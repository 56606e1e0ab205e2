import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from icp_desktop.storage.loose_file import open_file

Run = Callable[..., Any]


def test_a_version_is_kept_listed_and_brought_back(run: Run, studio: str) -> None:
    first = open_file(Path(studio)).project
    assert run("versions", studio).out == "No version has been kept yet.\n"
    assert run("keep", studio, "Spring", "--reason", "Before the talks").code == 0
    run("answer", studio, "people.location", "Elsewhere")
    second = open_file(Path(studio)).project
    assert run("restore", studio, "Spring").code == 0
    assert open_file(Path(studio)).project == first
    kept = json.loads(run("versions", studio, "--json").out)
    assert [set(each) for each in kept] == [{"id", "name", "reason", "kept"}] * 2
    assert (kept[1]["name"], kept[1]["reason"]) == ("Spring", "Before the talks")
    assert kept[1]["kept"] == datetime.now(UTC).astimezone().date().isoformat()
    assert run("restore", studio, kept[0]["id"]).code == 0
    assert open_file(Path(studio)).project == second
    assert "Spring" in run("versions", studio).out


def test_an_unknown_version_names_those_there_are(run: Run, studio: str) -> None:
    run("keep", studio, "Spring")
    assert run("restore", studio, "Sprng").sentence == (
        "There is no version “Sprng”. Did you mean “Spring”? The versions are “Spring”."
    )


def test_where_no_version_is_kept_there_is_none_to_go_back_to(run: Run, studio: str) -> None:
    assert run("restore", studio, "x").sentence == (
        "There is no version “x”. No version has been kept yet."
    )


def test_a_name_is_taken_once(run: Run, studio: str) -> None:
    run("keep", studio, "Spring")
    assert run("keep", studio, " Spring ").sentence.startswith("There is a version “Spring”")
    assert len(json.loads(run("versions", studio, "--json").out)) == 1


def test_a_version_needs_a_name(run: Run, studio: str) -> None:
    assert run("keep", studio, " \x07 ").sentence.startswith("A version needs a name")


def test_a_name_of_endless_length_is_refused_shortly(run: Run, studio: str) -> None:
    sentence = run("keep", studio, "x" * 1_000_000).sentence
    assert "has 1000000 characters, and there is room for 200" in sentence
    assert len(sentence) < 200


def test_a_version_may_be_called_anything(run: Run, studio: str) -> None:
    name = "=1+1 / : ? مرحبا 👩‍👩‍👧 <b>"
    assert run("keep", studio, name, "--reason", name).code == 0
    assert run("restore", studio, name).code == 0
    assert name in run("versions", studio).out
