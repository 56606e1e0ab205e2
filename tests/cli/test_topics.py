import json
from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_the_help_is_listed_and_read(run: Run) -> None:
    listed = run("help")
    assert listed.code == 0
    assert any(line.split()[0] == "proof" for line in listed.out.splitlines())
    read = run("help", "proof")
    assert read.out.startswith("How you know\n============\n")
    assert "Customer data" in read.out
    ids = {each["id"] for each in json.loads(run("help", "--json").out)}
    for topic in ids:
        assert run("help", topic).code == 0
    assert "keyboard" not in ids  # its keys are those of the window


def test_the_help_is_searched(run: Run) -> None:
    found = run("help", "--search", "forget persons words")
    assert found.code == 1
    found = run("help", "--search", "forget person")
    assert found.code == 0
    assert "interviews" in found.out


def test_a_topic_that_is_not_there_is_refused_with_the_nearest(run: Run) -> None:
    assert "Did you mean “proof”?" in run("help", "prof").sentence
