"""`icp-desktop pilot`: begun with some leads, logged, and said with how sure it is."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LEADS = "Company;Industry;Employees;Revenue\n" + "".join(
    f"In {n};Insurance brokers;85;12000000\nOut {n};Online shops;20;900000\n" for n in range(8)
)
BEGIN = ("--start", "Spring", "--success", "A first order", "--from", "2026-01-05")


@pytest.fixture
def brokers(run: Run, tmp_path: Path) -> str:
    assert run("new", "b.icp", "--market", "b2b", "--name", "Harbour Forms").code == 0
    assert run("answer", "b.icp", "company.industry", "Insurance brokers").code == 0
    (tmp_path / "leads.csv").write_text(LEADS)
    assert run("import", "b.icp", "leads.csv", "--as", "leads").code == 0
    return "b.icp"


def test_a_pilot_is_begun_logged_and_counted(run: Run, brokers: str) -> None:
    assert "There is no pilot yet." in run("pilot", brokers).out
    (begun,) = json.loads(run("pilot", brokers, *BEGIN, "--json").out)
    assert (begun["from"], begun["to"]) == ("2026-01-05", "2026-02-16")
    assert len(begun["leads"]) == begun["open"] == 16
    assert begun["outside"]["leads"] == 8
    words = [word for n in range(8) for word in ("--log", f"In {n}=yes", "--log", f"out {n}=no")]
    told = run("pilot", brokers, *words).out
    assert told.startswith("Spring, 5 January 2026 to 16 February 2026, over")
    assert "Inside the profile is who is not ruled out" in told
    (kept,) = json.loads(run("pilot", brokers, "--json").out)
    assert kept["open"] == 0
    assert {each["went"] for each in kept["leads"] if not each["inside"]} == {"no"}


def test_too_few_are_told_with_how_many_it_would_take(run: Run, brokers: str) -> None:
    assert run("pilot", brokers, *BEGIN, "--lead", "In 1", "--lead", "Out 1").code == 0
    told = run("pilot", brokers, "--log", "In 1=yes").out
    assert "With fewer than 5 on a side it stays too few to tell." in told
    assert "1 is still open. Too few to tell: it would take about" in told


def test_a_pilot_of_one_side_has_nobody_to_compare_with(run: Run, brokers: str) -> None:
    told = run("pilot", brokers, *BEGIN, "--tier", "out", "--tier", "C").out
    assert "Nobody is inside" in told
    told = run("pilot", brokers, "--log", "Out 1=yes").out
    assert "Nobody inside the profile is in it" in told


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--start", "Spring"), "what counts as success"),
        ((*BEGIN, "--to", "2025-12-24"), "before it begins on 5 January 2026"),
        ((*BEGIN, "--to", "soon"), "is not a date"),
        ((*BEGIN, "--lead", "Nobody"), "There is no lead “Nobody”"),
        ((*BEGIN, "--tier", "D"), "“D” is no tier"),
        (("--log", "In 1=yes"), "There is no pilot yet."),
    ],
)
def test_wrong_calls_get_one_sentence(
    run: Run, brokers: str, tmp_path: Path, words: tuple[str, ...], part: str
) -> None:
    before = (tmp_path / brokers).read_bytes()
    assert part in run("pilot", brokers, *words).sentence
    assert (tmp_path / brokers).read_bytes() == before


def test_what_is_logged_has_to_say_how_it_went_and_in_which_pilot(run: Run, brokers: str) -> None:
    for name in ("Spring", "Autumn"):
        assert run("pilot", brokers, "--start", name, "--success", "A demo").code == 0
    assert "Say which pilot" in run("pilot", brokers, "--log", "In 1=yes").sentence
    chosen = ("--pilot", "autumn")
    assert "yes, no or open" in run("pilot", brokers, *chosen, "--log", "In 1=maybe").sentence
    assert "no lead “In 99”" in run("pilot", brokers, *chosen, "--log", "In 99=yes").sentence
    assert run("pilot", brokers, *chosen, "--log", "In 1=yes").code == 0


def test_without_leads_it_says_what_to_do(run: Run, studio: str) -> None:
    assert "There are no leads" in run("pilot", studio, *BEGIN).sentence
