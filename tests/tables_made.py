"""Lists of customers and deals for tests: from rows in the test, as an import would keep them."""

from dataclasses import replace
from datetime import date

import polars as pl

from icp_desktop.model.judging import Condition, Judging, Rule
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.table import Column, Spelling, Table, TableRole
from icp_desktop.model.values import Term, Terms
from icp_desktop.tables.frames import write_body
from icp_desktop.worksheet.shipped import standard_source


def make_table(
    cells: dict[str, list[object]] | pl.DataFrame,
    columns: tuple[Column, ...],
    role: TableRole = "customers",
    name: str = "customers.csv",
) -> Table:
    """Return a list as an import keeps it."""
    frame = cells if isinstance(cells, pl.DataFrame) else pl.DataFrame(cells, strict=False)
    return Table(
        id=f"{role}1",
        name=name,
        role=role,
        body=write_body(frame),
        columns=columns,
        rows=len(frame),
        day=date(2026, 11, 2),
    )


def with_tables(*tables: Table) -> Project:
    """Return a project that holds nothing but lists."""
    return Project(
        id="lists00001", client="Invented", name="", worksheet=standard_source(), tables=tables
    )


def spelt(column: str, meaning: str, **written: str) -> Column:
    """Return a column with cells that stand for others."""
    spellings = tuple(Spelling(written=a, meant=b) for a, b in written.items())
    return Column(heading=column, meaning=meaning, spellings=spellings)


def trading_list() -> Table:
    """Thirty customers: eight of the nine best are dental practices, one of the other 21."""
    dental, law, care = "Dental practices", "Law", "Care"
    trades = [dental] * 8 + [law, dental] + [law] * 10 + [care] * 10
    cells: dict[str, list[object]] = {
        "name": [f"Customer {n}" for n in range(30)],
        "spend": [float(100 - n) for n in range(30)],
        "trade": trades,
        "van": ["own", "hired", "none"] * 10,
    }
    columns = (
        Column(heading="name", meaning="name"),
        Column(heading="spend", meaning="revenue", type="money", currency="GBP"),
        Column(heading="trade", meaning="company.industry"),
        Column(heading="van"),
    )
    return make_table(cells, columns)


def with_profile(*tables: Table) -> Project:
    """Return a project with lists, rules for the nine best and worst, and a profile."""
    best = Rule(conditions=(Condition(column="spend", test="top", value="9"),))
    worst = Rule(conditions=(Condition(column="spend", test="bottom", value="9"),))
    trade = Terms(items=(Term(id="t1", text="Dental practices"),))
    answer = Answer(field="company.industry", value=trade, weight="must")
    profile = Profile(id="ideal00001", name="Ideal", market="b2b", answers=(answer,))
    return replace(
        with_tables(*tables), profiles=(profile,), judging=Judging(best=best, worst=worst)
    )
