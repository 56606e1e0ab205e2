"""How leads went inside the profile against outside, with how sure in words."""

from dataclasses import replace

import pytest
from leads_made import project_of, scored

from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.won_lost import (
    State,
    WonLost,
    inside_outside,
    lead_table,
    say_won_lost,
    states_of,
)
from icp_desktop.model.project import Project
from icp_desktop.tables.noting import with_note


def leads_with(*cells: str) -> Project:
    """Leads of whom the first half fit, each with what stands under “Outcome”."""
    fits = [{"Trade": 1 if n < len(cells) / 2 else 3} for n in range(len(cells))]
    project = project_of(fits, {"company.industry": "must"}, [])
    table = project.tables[0]
    for row, cell in enumerate(cells):
        table = with_note(table, row, "stage", "Outcome", cell)
    return replace(project, tables=(table,))


def went(project: Project) -> WonLost:
    table = lead_table(project)
    assert table is not None
    return inside_outside(scored(project), states_of(table))


@pytest.mark.parametrize(
    ("cell", "state"),
    [("won", "won"), ("Closed Won", "won"), ("lost", "lost"), ("churned", "left"), ("", "open")],
)
def test_a_cell_says_how_it_went(cell: str, state: State) -> None:
    table = lead_table(leads_with(cell, "won"))
    assert table is not None
    assert states_of(table) == (state, "won")


def test_who_left_again_had_been_won() -> None:
    found = went(leads_with("won", "left", "lost", "", "lost", "left"))
    assert found.counts == Counts(best=2, of_best=3, others=1, of_others=2)
    assert say_won_lost(found) == (
        "Won inside the profile 2 of 3, outside 1 of 2. 2 left again, 1 of them inside. "
        "Too few to tell."
    )


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(best=18, of_best=20, others=2, of_others=20), "The profile tells them apart."),
        (Counts(best=2, of_best=20, others=18, of_others=20), "look at the profile again."),
        (Counts(best=500, of_best=1000, others=495, of_others=1000), "worth acting on."),
        (Counts(best=3, of_best=4, others=1, of_others=20), "Too few to tell."),
    ],
)
def test_how_sure_is_said_in_words(counts: Counts, words: str) -> None:
    assert say_won_lost(WonLost(counts=counts, left_inside=0, left_outside=0)).endswith(words)


def test_nothing_is_said_before_anything_is_decided() -> None:
    assert say_won_lost(went(leads_with("", ""))) == ""
