"""Lists become customers: deals counted on those they belong to, nothing lost, nothing guessed."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tables_made import make_table, spelt, with_tables

from icp_desktop.errors import KnownError
from icp_desktop.insight.analysis import analyse, available
from icp_desktop.insight.customers import HERE, Customers, customers_of
from icp_desktop.insight.rule_words import read_rule, say_rule
from icp_desktop.insight.rules import apply_rule, proposed_rule, rule_for
from icp_desktop.insight.traits import places
from icp_desktop.insight.words import say_win_rates, sentence
from icp_desktop.model.judging import Condition, Rule
from icp_desktop.model.table import Column, Table

CRM = Path(__file__).parents[2].parent / "shared" / "data" / "crm"

DEALS = (
    Column(heading="who", meaning="customer"),
    Column(heading="stage", meaning="stage"),
    Column(heading="value", meaning="value", type="money"),
    Column(heading="opened", meaning="opened", type="date"),
    Column(heading="closed", meaning="closed", type="date"),
)


def some_customers() -> Table:
    cells: dict[str, list[object]] = {
        "name": [f"Customer {n}" for n in range(10)],
        "spend": [float(100 * n) for n in range(9)] + [None],
        "status": ["active"] * 7 + ["churned"] * 3,
        "sector": ["law"] * 5 + ["care"] * 5,
    }
    columns = (
        Column(heading="name", meaning="name"),
        Column(heading="spend", meaning="revenue", type="money", currency="GBP"),
        Column(heading="status", meaning="status"),
        Column(heading="sector", meaning="company.industry"),
    )
    return make_table(cells, columns)


def some_deals() -> Table:
    day = date(2026, 1, 1)
    rows = [
        ("customer 1 ", "Won", 50.0, day, date(2026, 1, 11)),
        ("Customer 1", "Won", 70.0, day, date(2026, 1, 31)),
        ("Customer 1", "Lost", 0.0, day, date(2026, 1, 3)),
        ("Customer 2", "Lost", 0.0, day, date(2026, 1, 3)),
        ("Customer 2", "Engaging", None, day, None),
        ("Nobody", "Won", 11.0, day, date(2026, 2, 1)),
        (None, "Won", 12.0, day, date(2026, 2, 1)),
    ]
    cells = {column.heading: [row[place] for row in rows] for place, column in enumerate(DEALS)}
    return make_table(cells, DEALS, "deals", "deals.csv")


def customers(*tables: Table) -> Customers:
    found = customers_of(with_tables(*tables))
    assert found is not None
    return found


def test_without_a_list_there_are_no_customers() -> None:
    assert customers_of(with_tables()) is None


def test_deals_are_counted_on_their_customers_whatever_the_case() -> None:
    frame = customers(some_customers(), some_deals()).frame
    first = frame.row(1, named=True)
    assert (first["=orders"], first["=revenue"], first["=average"]) == (2, 120, 60)
    assert first["=win_rate"] == pytest.approx(66.67, abs=0.01)
    assert first["=days"] == 20
    assert first["=last"] == date(2026, 1, 31)
    second = frame.row(2, named=True)
    assert (second["=orders"], second["=win_rate"], second["=days"]) == (0, 0, None)
    assert frame.row(3, named=True)["=orders"] is None


def test_deals_of_nobody_on_the_list_are_told_not_lost() -> None:
    found = customers(some_customers(), some_deals())
    assert found.unjoined == 2
    assert found.deals is not None
    assert len(found.deals) == 7


def test_a_list_of_orders_alone_names_its_customers() -> None:
    found = customers(some_deals())
    assert found.names == ("customer 1", "customer 2", "nobody")
    assert found.frame["=revenue"].to_list() == [120, 0, 11]
    assert found.unjoined == 1


def test_what_was_meant_joins_not_what_was_written() -> None:
    cells: dict[str, list[object]] = {"who": ["Custmer 3"], "value": [5.0]}
    columns = (spelt("who", "customer", **{"Custmer 3": "Customer 3"}), DEALS[2])
    frame = customers(some_customers(), make_table(cells, columns, "deals")).frame
    assert frame["=revenue"].to_list() == [None, None, None, 5.0, *[None] * 6]


def test_who_is_still_there_follows_from_the_status() -> None:
    found = customers(some_customers())
    assert found.frame[HERE].to_list() == [True] * 7 + [False] * 3


@pytest.mark.parametrize(
    ("text", "rows", "words"),
    [
        ("top 20% by spend", [7, 8], "top fifth by spend"),
        ("best 2 by revenue", [7, 8], "the top 2 by spend"),
        ("bottom 3 by spend", [0, 1, 2], "the lowest 3 by spend"),
        ("spend >= 600", [6, 7, 8], "spend of 600 or more"),
        ("spend at most 100", [0, 1], "spend of 100 at most"),
        ("status is churned", [7, 8, 9], "status is “churned”"),
        ("Sector != law and spend <= 600", [5, 6], "sector is not “law” and spend of 600 at most"),
        (
            "top 50% by spend and still a customer is yes",
            [5, 6],
            "top half by spend and still a customer",
        ),
    ],
)
def test_rules_are_read_applied_and_told(text: str, rows: list[int], words: str) -> None:
    found = customers(some_customers())
    rule = read_rule(text, found)
    groups = apply_rule(found, rule)
    assert places(groups.best, found.rows) == rows
    assert say_rule(found, rule) == words
    assert not groups.best & groups.others


def test_whoever_can_not_be_judged_is_on_neither_side() -> None:
    found = customers(some_customers())
    groups = apply_rule(found, read_rule("top 20% by spend", found))
    assert places(groups.others, found.rows) == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("text", ["", "the nice ones", "top 20% by shoe size", "spend >= lots"])
def test_what_is_no_rule_is_refused_with_an_example(text: str) -> None:
    found = customers(some_customers())
    with pytest.raises(KnownError, match=r"top 20% by revenue|Write a number"):
        apply_rule(found, read_rule(text, found))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("spend >= 10.000", "Write a number"),
        ("spend >= 1,5", "Write a number"),
        ("spend >= 1.200,50", "Write a number"),
        ("spend >= nan", "Write a number"),
        ("top 0 by spend", "nobody to compare"),
        ("top 200% by spend", "nobody to compare"),
        ("top 5 by sector", "holds words"),
    ],
)
def test_a_figure_that_reads_two_ways_or_ranks_nobody_is_refused(text: str, reason: str) -> None:
    found = customers(some_customers())
    with pytest.raises(KnownError, match=reason):
        apply_rule(found, read_rule(text, found))


def test_the_columns_of_a_rule_are_named_once_each() -> None:
    found = customers(some_customers())
    with pytest.raises(KnownError) as refused:
        read_rule("the nice ones", found)
    named = str(refused.value).split("Columns: ")[1].rstrip(".").split(", ")
    assert len(named) == len(set(named)) > 2


def test_orders_that_tell_nothing_of_themselves_are_compared_by_their_customers() -> None:
    columns = tuple(column for column in DEALS if column.meaning != "product")
    rows = [(f"Customer {n % 9}", ("Won", "Lost")[n % 2], float(n)) for n in range(40)]
    cells: dict[str, list[object]] = {
        columns[0].heading: [row[0] for row in rows],
        next(each.heading for each in columns if each.meaning == "stage"): [r[1] for r in rows],
        next(each.heading for each in columns if each.meaning == "value"): [r[2] for r in rows],
    }
    bare = tuple(column for column in columns if column.heading in cells)
    found = customers(some_customers(), make_table(cells, bare, "deals", "orders.csv"))
    analysis = analyse(found, "won")
    assert analysis is not None
    assert analysis.rows == 40
    assert {row.trait.feature.key for row in analysis.contrast.every} >= {"sector"}


def test_ties_at_the_border_go_together() -> None:
    cells: dict[str, list[object]] = {"spend": [9.0, 8.0, 8.0, 8.0, *[1.0] * 16]}
    columns = (Column(heading="spend", meaning="revenue", type="money"),)
    found = customers(make_table(cells, columns))
    assert places(apply_rule(found, read_rule("top 2 by spend", found)).best, 20) == [0, 1, 2, 3]
    assert places(apply_rule(found, read_rule("top 6 by spend", found)).best, 20) == [0, 1, 2, 3]


def test_the_rule_that_fits_the_columns_is_proposed() -> None:
    found = customers(some_customers())
    best, worst = proposed_rule(found, "best"), proposed_rule(found, "worst")
    assert best is not None
    assert worst is not None
    assert say_rule(found, best) == "top third by spend and still a customer"
    assert say_rule(found, worst) == "lowest third by spend"


def test_a_typed_shortlist_says_itself_who_is_best() -> None:
    cells: dict[str, list[object]] = {"name": list("abcd"), "kind": ["best", "worst"] * 2}
    columns = (Column(heading="name", meaning="name"), Column(heading="kind", meaning="verdict"))
    found = customers(make_table(cells, columns))
    best = proposed_rule(found, "best")
    assert best is not None
    assert places(apply_rule(found, best).best, 4) == [0, 2]
    assert say_rule(found, best) == "marked as best"


def test_an_own_rule_gives_way_when_its_column_is_gone() -> None:
    found = customers(some_customers())
    own = Rule(conditions=(Condition(column="shoe size", test="is", value="44"),))
    assert rule_for(found, "best", own) == proposed_rule(found, "best")


def test_a_column_that_says_the_outcome_again_is_set_apart() -> None:
    spend = [float(n * n) for n in range(40)]
    cells: dict[str, list[object]] = {
        "name": [f"c{n}" for n in range(40)],
        "spend": spend,
        "ltv": [each * 3 + 5 for each in spend],
        "sector": ["law"] * 20 + ["care"] * 20,
    }
    columns = (
        Column(heading="name", meaning="name"),
        Column(heading="spend", meaning="revenue", type="money"),
        Column(heading="ltv", meaning="lifetime_value", type="money"),
        Column(heading="sector", meaning="company.industry"),
    )
    found = customers(make_table(cells, columns))
    result = analyse(found, "best", read_rule("top 25% by spend", found))
    assert result is not None
    apart = {each.feature.key: each.reason for each in result.contrast.left_out}
    assert apart == {"spend": "decides", "ltv": "restates"}
    assert [row.trait.feature.key for row in result.contrast.found] == ["sector"]


@pytest.mark.skipif(not CRM.is_dir(), reason="the example of a firm's deals is not there")
def test_win_rate_by_sector_is_no_difference_worth_acting_on() -> None:
    found = customers(*_crm_tables())
    kan_code = found.frame.filter(pl.col("account") == "Kan-code").row(0, named=True)
    assert (kan_code["=orders"], kan_code["=revenue"]) == (115, 341_455)
    assert found.frame["=orders"].sum() == 4238
    assert found.frame["=closed deals"].sum() == 6711
    assert found.frame["=revenue"].sum() == 10_005_534
    assert found.unjoined == 1425
    assert "won" in available(found)
    result = analyse(found, "won")
    assert result is not None
    assert result.contrast.found == ()
    told = {row.trait.feature.key: row for row in result.contrast.no_difference}
    assert "sector" in told
    assert "won deals" in sentence(told["sector"], "won")
    rates = say_win_rates(told["sector"], result.contrast.every)
    assert rates == "Won of every 100: from 61 (finance) to 65 (marketing)."


def _crm_tables() -> tuple[Table, Table]:
    number = pl.col("revenue", "employees", "year_established").cast(pl.Float64)
    accounts = pl.read_csv(CRM / "accounts.csv").with_columns(number)
    day = pl.col("engage_date", "close_date").str.to_date("%m/%d/%Y")
    deals = pl.read_csv(CRM / "sales_pipeline.csv")
    deals = deals.with_columns(day, pl.col("close_value").cast(pl.Float64))
    account_columns = (
        Column(heading="account", meaning="name"),
        spelt("sector", "company.industry", technolgy="technology"),
        Column(heading="year_established", type="number"),
        Column(heading="revenue", meaning="company.revenue", type="money", currency="USD"),
        Column(heading="employees", meaning="company.size", type="number"),
        Column(heading="office_location", meaning="company.location"),
        Column(heading="subsidiary_of", meaning="company.structure"),
    )
    deal_columns = (
        Column(heading="opportunity_id", meaning="deal_id"),
        Column(heading="sales_agent", meaning="owner"),
        spelt("product", "product", GTXPro="GTX Pro"),
        Column(heading="account", meaning="customer"),
        Column(heading="deal_stage", meaning="stage"),
        Column(heading="engage_date", meaning="opened", type="date"),
        Column(heading="close_date", meaning="closed", type="date"),
        Column(heading="close_value", meaning="value", type="money", currency="USD"),
    )
    return (
        make_table(accounts, account_columns, name="accounts.csv"),
        make_table(deals, deal_columns, "deals", "sales_pipeline.csv"),
    )
