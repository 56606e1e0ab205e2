"""A real-world-like set of accounts and opportunities, imported with no choice made by hand."""

from pathlib import Path

import polars as pl
import pytest
from tables.invented import DAY, setting

from icp_desktop.model.table import Table
from icp_desktop.tables.checking import check
from icp_desktop.tables.frames import columns_with, read_frame
from icp_desktop.tables.importing import make_table
from icp_desktop.tables.joining import join
from icp_desktop.tables.opening import open_source
from icp_desktop.tables.outcomes import outcome
from icp_desktop.tables.planning import draft

_HERE = Path(__file__).resolve()
FOLDER = next(
    (found for each in _HERE.parents if (found := each / "shared" / "data" / "crm").is_dir()),
    _HERE.parents[3] / "shared" / "data" / "crm",
)
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the accounts and opportunities are not on this machine"
)


@pytest.fixture(scope="module")
def customers() -> Table:
    drafted = draft(open_source(FOLDER / "accounts.csv"), "customers", setting())
    return make_table(check(drafted.plan, drafted.grid), "customers", DAY)


@pytest.fixture(scope="module")
def deals() -> Table:
    drafted = draft(open_source(FOLDER / "sales_pipeline.csv"), "deals", setting())
    return make_table(check(drafted.plan, drafted.grid), "deals", DAY)


def test_every_column_is_matched(customers: Table, deals: Table) -> None:
    assert {each.heading: each.meaning for each in customers.columns} == {
        "account": "name",
        "sector": "company.industry",
        "year_established": "",
        "revenue": "company.revenue",
        "employees": "company.size",
        "office_location": "company.location",
        "subsidiary_of": "company.structure",
    }
    assert {each.heading: each.meaning for each in deals.columns} == {
        "opportunity_id": "deal_id",
        "sales_agent": "owner",
        "product": "product",
        "account": "customer",
        "deal_stage": "stage",
        "engage_date": "opened",
        "close_date": "closed",
        "close_value": "value",
    }


def test_orders_revenue_win_rate_and_days_are_right(deals: Table) -> None:
    frame = read_frame(deals)
    stage = outcome("stage")
    state = pl.Series("state", [stage.stands_for(cell) for cell in frame["deal_stage"]])
    frame = frame.with_columns(state)
    won = frame.filter(pl.col("state") == "won")
    closed = frame.filter(pl.col("state").is_in(["won", "lost"]))
    assert (won.height, closed.height) == (4238, 6711)
    assert won["close_value"].sum() == 10_005_534
    code = won.filter(pl.col("account") == "Kan-code")
    assert (code.height, code["close_value"].sum()) == (115, 341_455)
    first = won.row(0, named=True)  # 10/20/2016 to 3/1/2017
    assert (first["close_date"] - first["engage_date"]).days == 132


def test_deals_without_an_account_are_reported_and_not_lost(customers: Table, deals: Table) -> None:
    assert (customers.rows, deals.rows) == (85, 8800)
    found = join(deals, customers)
    assert (found.found, found.nameless, found.unknown) == (7375, 1425, 0)
    assert read_frame(deals)["account"].null_count() == 1425
    assert [each.meaning for each in columns_with(deals, "customer")] == ["customer"]
