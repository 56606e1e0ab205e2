"""`icp-desktop score`: a list for this call alone, the project's own, or today's customers."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from icp_desktop.storage.loose_file import create_file, open_file
from tests.cli.conftest import Run

LEADS = """Company;Industry;Employees;Revenue;Why now
Fenland Cover;Insurance brokers;85;12000000;bought a smaller broker
Sixways Goods;Online shops;20;900000;
=1+1 Brokers;Insurance brokers;;;
Tollgate;;;;
"""


@pytest.fixture
def brokers(run: Run, tmp_path: Path) -> str:
    assert run("new", "b.icp", "--sample", "insurance-brokers").code == 0
    (tmp_path / "leads.csv").write_text(LEADS)
    return "b.icp"


def test_a_list_is_scored_and_not_kept(run: Run, brokers: str, tmp_path: Path) -> None:
    before = (tmp_path / brokers).read_bytes()
    told = json.loads(run("score", brokers, "leads.csv", "--json").out)
    assert (tmp_path / brokers).read_bytes() == before
    leads = {each["name"]: each for each in told["leads"]}
    assert list(leads) == ["Fenland Cover", "=1+1 Brokers", "Tollgate", "Sixways Goods"]
    assert leads["Fenland Cover"]["timing"] == "now"
    assert leads["Sixways Goods"]["ruled_out"] is True
    reasons = {each["field"]: each for each in leads["Fenland Cover"]["reasons"]}
    assert reasons["company.size"]["meets"] is True
    assert (reasons["company.size"]["least"], reasons["company.size"]["most"]) == (3, 3)
    assert reasons["people.titles"]["meets"] is None
    assert leads["Fenland Cover"]["ask_next"]["question"].endswith("?")
    assert leads["Tollgate"]["low"] == 0
    assert leads["Tollgate"]["may_reach"] == "A"
    columns = {each["field"]: each["column"] for each in told["criteria"]}
    assert columns["company.industry"] == "Industry"
    assert columns["people.titles"] is None
    assert "people.gender" not in columns


def test_in_words_the_best_come_first(run: Run, brokers: str) -> None:
    lines = run("score", brokers, "leads.csv").out.splitlines()
    assert lines[0] == "4 leads held against “Mid-market insurance brokers”"
    assert lines[1].startswith("Tier C or A")
    assert "Fenland Cover" in lines[1]
    assert "Ruled out" in lines[4]
    assert lines[-1].startswith("No column tells of: Age range")


def test_without_a_list_the_leads_or_the_customers_are_scored(run: Run, brokers: str) -> None:
    assert run("score", brokers).out.startswith("38 leads held against")
    kept = open_file(Path(brokers)).project
    lists = tuple(each for each in kept.tables if each.role != "leads")
    create_file(Path("c.icp"), replace(kept, tables=lists))
    assert len(json.loads(run("score", "c.icp", "--json").out)["leads"]) == 60
    assert run("score", "c.icp").out.startswith("60 customers held against")
    assert run("import", "c.icp", "leads.csv", "--as", "leads").code == 0
    assert len(json.loads(run("score", "c.icp", "--json").out)["leads"]) == 4


def test_a_scorecard_and_a_list_are_written(run: Run, brokers: str, tmp_path: Path) -> None:
    assert "card.xlsx is made." in run("score", brokers, "leads.csv", "card.xlsx").out
    card = load_workbook(tmp_path / "card.xlsx").worksheets[0]
    assert card.cell(row=7, column=1).value == "Fenland Cover"
    assert run("score", brokers, "leads.csv", "out.csv").code == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"))))
    assert [row[0] for row in rows] == [
        "Lead", "Fenland Cover", "'=1+1 Brokers", "Tollgate", "Sixways Goods",
    ]  # fmt: skip
    assert rows[4][5] == "Yes"


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("gone.icp",), "gone.icp"),
        (("b.icp", "leads.csv", "a.xlsx", "b.xlsx"), "no more"),
        (("b.icp", "leads.pdf"), "neither a list"),
        (("b.icp", "leads.csv", "out.ods"), ".xlsx or .csv"),
        (("b.icp", "empty.csv"), "empty"),
        (("b.icp", "--profile", "Nobody"), "Nobody"),
    ],
)
def test_wrong_calls_get_one_sentence(
    run: Run, brokers: str, tmp_path: Path, words: tuple[str, ...], part: str
) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    assert part in run("score", *words).sentence


def test_a_project_without_anybody_says_what_to_do(run: Run, studio: str) -> None:
    assert "nobody to score" in run("score", studio).sentence


def test_how_leads_went_is_said_with_how_sure(run: Run, brokers: str, tmp_path: Path) -> None:
    rows = [f"In {n};Insurance brokers;85;12000000;{'won' if n else 'lost'}" for n in range(8)]
    rows += [f"Out {n};Online shops;20;900000;lost" for n in range(8)]
    head = "Company;Industry;Employees;Revenue;Outcome"
    (tmp_path / "went.csv").write_text("\n".join([head, *rows, ""]))
    told = run("score", brokers, "went.csv").out
    assert "Inside the profile is who is not ruled out and in Tier B or better today." in told
    assert "Won inside the profile" in told
    outcomes = json.loads(run("score", brokers, "went.csv", "--json").out)["outcomes"]
    counts = (outcomes["inside"], outcomes["outside"])
    assert sum(each["won"] for each in counts) == 7
    assert sum(each["of"] for each in counts) == 16


BAD = {
    "no column of the profile": (
        "Company;Shoe size\nAlder;7\nBrook;8\n",
        "No column of the list tells of anything in the profile",
    ),
    "nobody is left": (
        "Company;Industry\nAlder;Online shops\nBrook;Online shops\n",
        "Everybody is ruled out.",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_what_tells_nothing_is_said_in_words(
    run: Run, brokers: str, tmp_path: Path, what: str
) -> None:
    listed, words = BAD[what]
    (tmp_path / "bad.csv").write_text(listed)
    told = run("score", brokers, "bad.csv")
    assert told.code == 0
    assert words in told.out


def test_a_profile_without_answers_asks_nothing(run: Run, tmp_path: Path) -> None:
    assert run("new", "empty.icp").code == 0
    (tmp_path / "leads.csv").write_text(LEADS)
    told = run("score", "empty.icp", "leads.csv")
    assert told.code == 0
    assert "The profile asks nothing of them yet" in told.out


def test_text_in_a_number_and_doubles_are_scored_as_far_as_known(
    run: Run, brokers: str, tmp_path: Path
) -> None:
    rows = [f"Firm {n};Insurance brokers;{50 + n}" for n in range(9)]
    rows += ["Firm 1;Insurance brokers;51", "Odd;Insurance brokers;about forty"]
    (tmp_path / "odd.csv").write_text("\n".join(["Company;Industry;Employees", *rows, ""]))
    leads = json.loads(run("score", brokers, "odd.csv", "--json").out)["leads"]
    odd = next(each for each in leads if each["name"] == "Odd")
    size = next(each for each in odd["reasons"] if each["field"] == "company.size")
    assert size["meets"] is None
    assert odd["high"] > odd["low"]


@pytest.mark.parametrize("out", ["out.csv", "card.xlsx"])
def test_what_was_written_is_not_taken_for_a_list_of_leads(
    run: Run, brokers: str, tmp_path: Path, out: str
) -> None:
    assert run("score", brokers, out).code == 0
    before = (tmp_path / out).read_bytes()
    said = run("score", brokers, out).sentence
    assert f"“{out}” was written by this command" in said
    assert (tmp_path / out).read_bytes() == before
    assert "was written" in run("score", brokers, out, "other.csv").sentence
    assert not (tmp_path / "other.csv").exists()
    assert run("score", brokers, "leads.csv", out).code == 0
