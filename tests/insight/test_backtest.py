"""Whom the profile would have let in, what each criterion costs, and how it moves."""

from datetime import date
from decimal import Decimal

from tables_made import make_table, with_tables

from icp_desktop.insight.backtest import Criterion, back_test, criteria_of, may_widen
from icp_desktop.insight.customers import Customers, customers_of
from icp_desktop.insight.traits import places
from icp_desktop.model.judging import Condition, Judging, Rule
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.table import Column
from icp_desktop.model.values import NumberRange, Term, Terms, Text
from icp_desktop.progress import SILENT
from icp_desktop.worksheet.shipped import worksheet_of

DAY = date(2026, 11, 2)


def project_with(*answers: Answer, negative: tuple[Answer, ...] = ()) -> Project:
    cells: dict[str, list[object]] = {
        "name": [f"c{n}" for n in range(8)],
        "spend": [90.0, 80.0, 70.0, 60.0, 50.0, 40.0, 30.0, 20.0],
        "staff": [12.0, 30.0, 60.0, None, 20.0, 5.0, 15.0, 300.0],
        "trade": ["law", "law", "care", "care", "law", "law", "care", "retail"],
        "left": [False] * 6 + [True] * 2,
    }
    columns = (
        Column(heading="name", meaning="name"),
        Column(heading="spend", meaning="revenue", type="money"),
        Column(heading="staff", meaning="company.size", type="number"),
        Column(heading="trade", meaning="company.industry"),
        Column(heading="left", meaning="left", type="yes_no"),
    )
    base = with_tables(make_table(cells, columns))
    best = Rule(conditions=(Condition(column="spend", test="top", value="3"),))
    worst = Rule(conditions=(Condition(column="spend", test="bottom", value="2"),))
    profiles = [Profile(id="ideal00001", name="Ideal", market="b2b", answers=answers)]
    if negative:
        profiles.append(
            Profile(id="bad0000001", name="Bad", market="b2b", kind="negative", answers=negative)
        )
    from dataclasses import replace

    return replace(base, profiles=tuple(profiles), judging=Judging(best=best, worst=worst))


def size(low: int, high: int, **more: object) -> Answer:
    value = NumberRange(low=Decimal(low), high=Decimal(high), unit="people")
    return Answer(field="company.size", value=value, **more)  # type: ignore[arg-type]


def trade(*names: str, **more: object) -> Answer:
    value = Terms(items=tuple(Term(id=name, text=name) for name in names))
    return Answer(field="company.industry", value=value, **more)  # type: ignore[arg-type]


def run(project: Project, **changes: str):  # noqa: ANN201
    customers = customers_of(project)
    assert customers is not None
    named = {key.replace("_", "."): change for key, change in changes.items()}
    return back_test(
        project,
        project.profiles[0],
        worksheet_of(project),
        customers,
        named,  # type: ignore[arg-type]
        SILENT,
    )


def told(result) -> dict[str, tuple[int, int]]:  # noqa: ANN001
    return {each.name: (each.count, each.total) for each in result.groups}


def test_each_group_is_counted() -> None:
    result = run(project_with(size(10, 50, weight="must"), trade("law", weight="should")))
    # law with 10 to 50 staff fits in full; care with 10 to 50 has 3 of 5
    assert places(result.accepted, 8) == [0, 1, 4, 6]
    assert told(result) == {"best": (2, 3), "others": (1, 3), "worst": (1, 2), "departed": (1, 2)}


def test_what_a_criterion_costs_is_whom_it_keeps_out() -> None:
    result = run(project_with(size(10, 50, weight="must"), trade("law", weight="should")))
    costs = {cost.criterion.field.id: cost.more for cost in result.costs}
    # without the size every law firm fits and nobody else; without the trade all of the size
    assert costs["company.size"] == (0, 1, -1, -1)
    assert costs["company.industry"] == (0, 0, 0, 0)


def test_a_criterion_can_be_dropped_or_let_out() -> None:
    project = project_with(size(10, 50, weight="must"))
    assert told(run(project))["best"] == (2, 3)
    assert told(run(project, company_size="wider"))["best"] == (3, 3)  # to 62.5
    assert told(run(project, company_size="softer"))["best"] == (2, 3)
    assert told(run(project, company_size="dropped"))["best"] == (3, 3)


def test_what_rules_out_keeps_out() -> None:
    project = project_with(
        trade("law", "care"),
        negative=(trade("care", weight="rules_out"), size(1, 9, weight="warns")),
    )
    result = run(project)
    assert places(result.accepted, 8) == [0, 1, 4, 5]
    assert {criterion.weight for criterion in result.criteria} == {"nice", "rules_out", "warns"}


def test_answers_no_column_tells_of_are_named_and_left_out() -> None:
    pains = Answer(field="company.location", value=Text(text="Leeds"), weight="must")
    result = run(project_with(pains, trade("law")))
    assert result.unchecked == ("Location",)
    assert [criterion.field.id for criterion in result.criteria] == ["company.industry"]


def test_who_is_not_known_well_enough_is_counted() -> None:
    assert run(project_with(size(10, 50, weight="must"))).open == 1


def test_only_ranges_can_be_let_out() -> None:
    project = project_with(size(10, 50), trade("law"))
    customers = customers_of(project)
    assert isinstance(customers, Customers)
    criteria, _unchecked = criteria_of(
        project, project.profiles[0], worksheet_of(project), customers
    )
    assert [may_widen(each) for each in criteria if isinstance(each, Criterion)] == [True, False]
