import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def listed(run: Run) -> str:
    """A project with thirty customers, of whom eight of the nine best are dental practices."""
    trades = ["Dental practices"] * 8 + ["Law"] + ["Dental practices"] + ["Law"] * 20
    rows = [f"Customer {n},{100 - n},{trade},{(n * 7) % 30 + 5}" for n, trade in enumerate(trades)]
    Path("c.csv").write_text(
        "\n".join(["name,lifetime value,industry,employees", *rows]), encoding="utf-8"
    )
    run("new", "a.icp", "--market", "b2b", "--name", "Invented")
    assert run("import", "a.icp", "c.csv", "--as", "customers").code == 0
    return "a.icp"


def test_what_sets_the_best_apart_is_said_with_counts_first(run: Run, listed: str) -> None:
    told = run("contrast", listed, "--best", "top 9 by lifetime value")
    assert told.code == 0
    assert "Best means the top 9 by lifetime value: 9 of 30." in told.out
    assert "Clear: 8 of your 9 best are Dental practices, 1 of the other 21." in told.out
    assert "Too few to tell" in told.out
    assert "would settle it." in told.out


def test_a_contrast_comes_as_data(run: Run, listed: str) -> None:
    words = (
        "contrast",
        listed,
        "--best",
        "top 9 by lifetime value",
        "--worst",
        "bottom 5 by lifetime value",
    )
    found = json.loads(run(*words, "--json").out)
    best, worst = found["comparisons"]
    assert (found["list"], found["customers"], best["best"], worst["best"]) == ("c.csv", 30, 9, 5)
    (finding,) = best["clear"]
    assert (finding["meaning"], finding["best"], finding["others"]) == ("company.industry", 8, 1)
    assert finding["low"] < finding["gap"] < finding["high"]
    assert {"column": "lifetime value", "reason": "decides"} in best["set_apart"]


def test_a_wrong_rule_is_one_line(run: Run, listed: str) -> None:
    assert "top 20% by revenue" in run("contrast", listed, "--best", "the nice ones").sentence


def test_without_a_list_it_says_how_to_get_one(run: Run, studio: str) -> None:
    for command in ("contrast", "backtest"):
        assert "import" in run(command, studio).sentence


def test_a_profile_is_put_to_the_test(run: Run, listed: str) -> None:
    run("answer", listed, "company.industry", "Dental practices")
    run("answer", listed, "company.location", "Leeds")
    told = run("backtest", listed)
    assert told.code == 0
    assert "Best: 9 of 10" in told.out
    assert "No column tells of: Location." in told.out
    found = json.loads(run("backtest", listed, "--json").out)
    assert found["groups"][0] == {"group": "best", "accepted": 9, "of": 10}
    (criterion,) = found["criteria"]
    assert criterion["without"]["best"] == 1
    assert found["unchecked"] == ["Location"]


def test_nothing_to_hold_against_the_list_is_said(run: Run, listed: str) -> None:
    assert "No answer of" in run("backtest", listed).out


def test_a_list_that_tells_nobody_from_another_says_what_to_read_in(run: Run) -> None:
    assert run("new", "bare.icp", "--market", "b2b").code == 0
    Path("names.csv").write_text("Name,Sector\nAlder,law\nBrook,care\n", encoding="utf-8")
    run("import", "bare.icp", "names.csv", "--as", "customers")
    run("answer", "bare.icp", "company.industry", "law")
    assert "Nobody is known to be best or worst" in run("backtest", "bare.icp").out


@pytest.mark.parametrize(
    ("rule", "words"),
    [("Sector is nothing", "Nobody meets"), ("Revenue >= 0", "Everybody meets")],
)
def test_a_rule_that_leaves_one_side_empty_is_refused(run: Run, rule: str, words: str) -> None:
    assert run("new", "two.icp", "--market", "b2b").code == 0
    Path("two.csv").write_text("Name,Sector,Revenue\nA,law,5\nB,care,7\n", encoding="utf-8")
    run("import", "two.icp", "two.csv", "--as", "customers")
    told = run("contrast", "two.icp", "--best", rule)
    assert told.code == 2
    assert words in told.err
