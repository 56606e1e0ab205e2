"""Noting an answer in a kept list, and taking doubles out of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_made import make_table

from icp_desktop.errors import KnownError
from icp_desktop.model.table import Column, Table
from icp_desktop.tables.doubles import earlier_rows, rows_by_name, without_rows
from icp_desktop.tables.frames import read_frame
from icp_desktop.tables.noting import with_note

COLUMNS = (
    Column(heading="Lead", meaning="name"),
    Column(heading="Staff", meaning="company.size", type="number"),
    Column(heading="By", meaning="needs.deadline", type="date"),
    Column(heading="Again", meaning="buying.repeat", type="yes_no"),
    Column(heading="Said", meaning="needs.goals"),
)


def leads() -> Table:
    cells: dict[str, list[object]] = {
        "Lead": ["Alder", "Brook"],
        "Staff": [None, 4.0],
        "By": [None, date(2027, 1, 2)],
        "Again": [None, True],
        "Said": [None, "Two\nlines, “quoted”"],
    }
    return make_table(cells, COLUMNS, role="leads")


@pytest.mark.parametrize(
    ("meaning", "said", "heading", "found"),
    [
        ("company.size", "1,200", "Staff", 1200.0),
        ("needs.deadline", "2027-03-04", "By", date(2027, 3, 4)),
        ("buying.repeat", "No", "Again", False),
        ("needs.goals", "=1+1, a; b", "Said", "=1+1, a; b"),
    ],
)
def test_what_was_said_is_read_back(meaning: str, said: str, heading: str, found: object) -> None:
    noted = with_note(leads(), 0, meaning, "unused", said)
    frame, before = read_frame(noted), read_frame(leads())
    assert frame[heading][0] == found
    assert frame[1].equals(before[1])
    assert noted.body.digest != leads().body.digest


@pytest.mark.parametrize(
    ("meaning", "said", "words"),
    [
        ("company.size", "about ten", "figures"),
        ("needs.deadline", "soon", "dates"),
        ("buying.repeat", "perhaps", "yes or no"),
    ],
)
def test_what_does_not_fit_the_column_is_refused_in_words(
    meaning: str, said: str, words: str
) -> None:
    with pytest.raises(KnownError, match=words):
        with_note(leads(), 0, meaning, "unused", said)


def test_a_column_is_added_under_a_heading_of_its_own() -> None:
    noted = with_note(leads(), 1, "company.industry", "Staff", "Bakery")
    assert noted.columns[-1] == Column(heading="Staff 2", meaning="company.industry")
    assert read_frame(noted)["Staff 2"].to_list() == [None, "Bakery"]


names = st.lists(st.sampled_from(["Alder", "alder", " Alder ", "Brook", "Cedar"]), max_size=8)


@given(names)
def test_of_each_name_the_newest_entry_stays(listed: list[str]) -> None:
    cells: dict[str, list[object]] = {
        "Lead": list(listed),
        "N": [float(n) for n, _ in enumerate(listed)],
    }
    columns = (COLUMNS[0], Column(heading="N", type="number"))
    if not listed:
        return
    thinner = without_rows(make_table(cells, columns), earlier_rows(listed))
    kept = read_frame(thinner)
    folded = [name.strip().casefold() for name in kept["Lead"]]
    assert len(set(folded)) == len(folded) == thinner.rows
    assert set(folded) == {name.strip().casefold() for name in listed}
    assert kept["N"][-1] == len(listed) - 1
    assert not rows_by_name(kept["Lead"].to_list())
