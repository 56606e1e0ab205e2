"""A real-world-like set split by date: a profile from the first half, scored on the second."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tables_made import make_table

from icp_desktop.insight.customers import leads_of
from icp_desktop.insight.scoring import Scored, score
from icp_desktop.insight.won_lost import (
    WonLost,
    inside_outside,
    lead_table,
    say_won_lost,
    states_of,
)
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.table import Column
from icp_desktop.model.values import Term, Terms
from icp_desktop.worksheet.shipped import standard_source, worksheet_of

_HERE = Path(__file__).resolve()
FOLDER = next(
    (found for each in _HERE.parents if (found := each / "shared" / "data" / "crm").is_dir()),
    _HERE.parents[2] / "shared" / "data" / "crm",
)
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the accounts and opportunities are not on this machine"
)
COLUMNS = (
    Column(heading="opportunity_id", meaning="name"),
    Column(heading="sector", meaning="company.industry"),
    Column(heading="deal_stage", meaning="stage"),
)


@pytest.fixture(scope="module")
def halves() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Closed opportunities of known accounts, those that closed first and those after."""
    accounts = pl.read_csv(FOLDER / "accounts.csv", infer_schema=False)
    deals = pl.read_csv(FOLDER / "sales_pipeline.csv", infer_schema=False)
    closed = deals.filter(pl.col("deal_stage").is_in(["Won", "Lost"])).join(accounts, on="account")
    closed = closed.with_columns(pl.col("close_date").str.to_date("%m/%d/%Y", strict=False))
    closed = closed.sort("close_date", "opportunity_id")
    middle = len(closed) // 2
    return closed[:middle], closed[middle:]


@pytest.fixture(scope="module")
def scored(halves: tuple[pl.DataFrame, pl.DataFrame]) -> tuple[Scored, WonLost]:
    """The second half, held against the sectors that were won more often in the first."""
    first, second = halves
    won = (pl.col("deal_stage") == "Won").mean()
    rate = first.select(won).item()
    better = first.group_by("sector").agg(won.alias("rate")).filter(pl.col("rate") > rate)
    sectors = sorted(better["sector"])
    wanted = Terms(items=tuple(Term(id=f"t{n}", text=each) for n, each in enumerate(sectors)))
    answer = Answer(field="company.industry", value=wanted, weight="must")
    listed = second.select(column.heading for column in COLUMNS)
    project = Project(
        id="crm0000001",
        client="Invented",
        name="",
        worksheet=standard_source(),
        profiles=(Profile(id="ideal00001", name="Ideal", market="b2b", answers=(answer,)),),
        tables=(make_table(listed, COLUMNS, role="leads"),),
    )
    leads, table = leads_of(project), lead_table(project)
    assert leads is not None
    assert table is not None
    found = score(project, project.profiles[0], worksheet_of(project), leads)
    return found, inside_outside(found, states_of(table))


def test_the_halves_do_not_overlap(halves: tuple[pl.DataFrame, pl.DataFrame]) -> None:
    first, second = halves
    assert min(len(first), len(second)) > 1000
    last, begins = first["close_date"].max(), second["close_date"].min()
    assert isinstance(last, date)
    assert isinstance(begins, date)
    assert last <= begins


def test_inside_against_outside_is_counted_as_it_is(
    halves: tuple[pl.DataFrame, pl.DataFrame], scored: tuple[Scored, WonLost]
) -> None:
    found, went = scored
    inside = (found.frame["c0"] == 1).to_list()
    won = (halves[1]["deal_stage"] == "Won").to_list()
    counts = went.counts
    assert (counts.of_best, counts.of_others) == (sum(inside), len(inside) - sum(inside))
    both = sum(a and b for a, b in zip(inside, won, strict=True))
    assert (counts.best, counts.others) == (both, sum(won) - both)
    assert min(counts.of_best, counts.of_others) > 100


def test_what_is_said_of_it_is_honest(scored: tuple[Scored, WonLost]) -> None:
    """Sectors of this set hardly differ; nobody may read a promise into them."""
    went = scored[1]
    assert abs(went.counts.gap) < 0.05
    assert went.sure == "none"
    assert say_won_lost(went).endswith("No difference worth acting on.")
