import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icp_desktop.storage.loose_file import open_file
from icp_desktop.tables.frames import read_frame

Run = Callable[..., Any]
CUSTOMERS = "Name;Branche;Umsatz\nAlder Dental;Dental;1.234,50\nBrook Legal;Legal;n/a\n"
ORDERS = (
    "order number,customer,order date,amount\n"
    "1,Alder Dental,2026-03-01,100\n2,Alder-Dental,2026-03-05,200\n3,,2026-03-06,5\n"
)


@pytest.fixture
def lists(run: Run, studio: str) -> Path:
    Path("customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    Path("orders.csv").write_text(ORDERS, encoding="utf-8")
    return Path(studio)


def test_a_list_is_kept_and_said(run: Run, lists: Path) -> None:
    told = run("import", str(lists), "customers.csv", "--as", "customers")
    assert told.code == 0
    assert "Kept: 2 customers." in told.out
    assert "“Umsatz” is in" in told.out
    (table,) = open_file(lists).project.tables
    assert read_frame(table)["Umsatz"].to_list() == [1234.5, None]


def test_a_trial_keeps_nothing(run: Run, lists: Path) -> None:
    before = lists.read_bytes()
    told = run("import", str(lists), "customers.csv", "--as", "customers", "--dry-run")
    assert "nothing was kept" in told.out
    assert lists.read_bytes() == before


def test_deals_join_by_name_and_near_names_only_when_told(run: Run, lists: Path) -> None:
    run("import", str(lists), "customers.csv", "--as", "customers")
    words = ("import", str(lists), "orders.csv", "--as", "deals", "--json")
    found = json.loads(run(*words).out)
    assert found["join"] == {
        "found": 1,
        "nameless": 1,
        "unknown": 1,
        "near": [{"written": "Alder-Dental", "meant": "Alder Dental", "rows": 1}],
    }
    found = json.loads(run(*words, "--same", "Alder-Dental=Alder Dental").out)
    assert (found["join"]["found"], found["join"]["unknown"]) == (2, 0)
    assert len(open_file(lists).project.tables) == 2


def test_a_column_is_matched_by_hand(run: Run, lists: Path) -> None:
    words = ("import", str(lists), "customers.csv", "--as", "customers", "--json")
    found = json.loads(run(*words, "--match", "lifetime_value=Umsatz").out)
    assert [each["meaning"] for each in found["columns"]][2] == "lifetime_value"
    found = json.loads(run(*words, "--match", "none=Umsatz").out)
    assert [each["meaning"] for each in found["columns"]][2] == ""


def test_german_headings_and_a_year_behind_one_are_understood(run: Run, studio: str) -> None:
    Path("kunden.csv").write_text(
        "Kundennr;Firma;Branche;Mitarbeiter;Ort;Umsatz 2025;Kunde seit\n"
        "1;Erle GmbH;Zahnarzt;12;Köln;12.345,60;01.03.2019\n"
        "2;Bach KG;Tischler;8;Bonn;1.200,00;15.07.2020\n",
        encoding="utf-8",
    )
    run("new", "firms.icp", "--market", "b2b")
    told = json.loads(run("import", "firms.icp", "kunden.csv", "--as", "customers", "--json").out)
    assert [column["meaning"] for column in told["columns"]] == [
        "id",
        "name",
        "company.industry",
        "company.size",
        "company.location",
        "revenue",
        "joined",
    ]


def test_of_two_years_none_is_taken_unasked(run: Run, lists: Path) -> None:
    Path("years.csv").write_text(
        "Name,Sales 2024,Sales 2025\nAlder,10.5,30\nBrook,20.5,40\n", encoding="utf-8"
    )
    told = json.loads(run("import", str(lists), "years.csv", "--as", "customers", "--json").out)
    assert [column["meaning"] for column in told["columns"]] == ["name", "", ""]


def test_a_list_without_rows_never_takes_the_place_of_one_that_is_there(
    run: Run, lists: Path
) -> None:
    run("import", str(lists), "customers.csv", "--as", "customers")
    before = lists.read_bytes()
    Path("customers.csv").write_text("Name;Umsatz\n", encoding="utf-8")
    told = run("import", str(lists), "customers.csv", "--as", "customers")
    assert told.code == 2
    assert "holds no row that can be kept" in told.err
    assert lists.read_bytes() == before


def test_rows_are_added_to_the_list_that_is_there(run: Run, lists: Path) -> None:
    run("import", str(lists), "customers.csv", "--as", "customers")
    Path("customers.csv").write_text("Name;Umsatz\nCedar;5,5\nBrook Legal;7,5\n", encoding="utf-8")
    run("import", str(lists), "customers.csv", "--as", "customers", "--add")
    (table,) = open_file(lists).project.tables
    frame = read_frame(table)
    assert frame["Name"].to_list() == ["Alder Dental", "Cedar", "Brook Legal"]
    assert frame["Umsatz"].to_list() == [1234.5, 5.5, 7.5]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("customers.csv",), "Say what the list holds: --as customers|deals|leads."),
        (("none.csv", "--as", "deals"), "“none.csv” can’t be read: No such file or directory."),
        (("customers.csv", "--as", "customers", "--match", "x"), "“x” does not match a column."),
        (
            ("customers.csv", "--as", "customers", "--match", "nam=Name"),
            "There is no meaning “nam”.",
        ),
        (("customers.csv", "--as", "customers", "--match", "name=N"), "There is no column “N”."),
        (("customers.csv", "--as", "customers", "--same", "a=b"), "“a=b” is not among the names"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    run: Run, lists: Path, words: tuple[str, ...], sentence: str
) -> None:
    assert run("import", str(lists), *words).sentence.startswith(sentence)


def test_a_list_is_kept_though_nobody_reads_to_the_end_what_is_said(
    run: Run, lists: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_lines: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("icp_desktop.cli.importing.say", gone)
    run("import", str(lists), "customers.csv", "--as", "customers")
    assert [table.rows for table in open_file(lists).project.tables] == [2]
