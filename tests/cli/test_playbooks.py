"""The playbook on the command line: each line with what it rests on."""

import json
from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_the_playbook_is_said_line_by_line_with_why(run: Run) -> None:
    run("new", "a.icp", "--sample", "fitness-studio")
    told = run("playbook", "a.icp")
    assert told.code == 0
    assert (
        "    - For: The team lead: No time? 45 minutes, door to door within the hour." in told.out
    )
    assert "Because: Pains (I, 6 of 9 interviews); The team lead (I, 6 of 9 interviews)" in told.out
    assert "To be found out: What is different for them a year later? (Result achieved)" in told.out


def test_as_data_each_line_names_its_sources(run: Run) -> None:
    run("new", "a.icp", "--sample", "software-firm")
    told = json.loads(run("playbook", "a.icp", "--json").out)
    assert told["name"] == "Mid-sized technology firms"
    lines = [line for chapter in told["chapters"] for line in chapter["lines"]]
    assert all(line["because"] and line["state"] == "composed" for line in lines)
    assert {"field", "item", "grade", "words"} <= set(lines[0]["because"][0])


def test_a_profile_that_is_not_there_is_named(run: Run) -> None:
    run("new", "a.icp", "--sample", "fitness-studio")
    assert "There is no single profile" in run("playbook", "a.icp", "--profile", "Nobody").sentence
