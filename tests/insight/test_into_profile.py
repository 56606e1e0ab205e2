"""A finding becomes value and proof in one step, and can be taken back in one."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tables_made import make_table, trading_list, with_tables

from icp_desktop.checks.grades import answer_grade, grade_words
from icp_desktop.documents.proofs import gather_proofs
from icp_desktop.insight.analysis import Analysis, analyse
from icp_desktop.insight.bad_fit_costs import cost_of_one, lacks_rate
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.customers import customers_of
from icp_desktop.insight.in_use import count_earlier
from icp_desktop.insight.into_profile import Use, fields_for, profile_for, use_finding
from icp_desktop.insight.rule_words import read_rule
from icp_desktop.insight.words import headline, sentence
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.items import PutItem
from icp_desktop.model.judging import BadFitCosts
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.table import Column
from icp_desktop.model.values import NumberRange, Term, Terms, Value
from icp_desktop.open_project import OpenProject
from icp_desktop.ui.pages.proof_words import proof_notes
from icp_desktop.worksheet.shipped import worksheet_of

IDEAL = Profile(id="ideal00001", name="Ideal", market="b2b")


def given_project(answers: tuple[Answer, ...] = ()) -> Project:
    trades = (
        ["Dental practices"] * 8 + ["Law"] + ["Dental practices"] + ["Law"] * 10 + ["Care"] * 10
    )
    cells: dict[str, list[object]] = {
        "name": [f"c{n}" for n in range(30)],
        "spend": [float(100 - n) for n in range(30)],
        "trade": trades,
        "staff": [float(20 - n) for n in range(9)] + [float(80 - n) for n in range(21)],
    }
    columns = (
        Column(heading="name", meaning="name"),
        Column(heading="spend", meaning="revenue", type="money"),
        Column(heading="trade", meaning="company.industry"),
        Column(heading="staff", meaning="company.size", type="number"),
    )
    base = with_tables(make_table(cells, columns))
    return replace(base, profiles=(replace(IDEAL, answers=answers),))


def find(project: Project, side: str, column: str) -> tuple[Finding, Analysis]:
    customers = customers_of(project)
    assert customers is not None
    text = "top 9 by spend" if side == "best" else "bottom 9 by spend"
    analysis = analyse(customers, side, read_rule(text, customers))  # type: ignore[arg-type]
    assert analysis is not None
    found = {row.trait.feature.key: row for row in analysis.contrast.every[::-1]}
    return found[column], analysis


def take(project: Project, side: str, column: str) -> tuple[Use, Project]:
    finding, analysis = find(project, side, column)
    profile = profile_for(project, analysis, project.profiles[0])
    assert profile is not None
    field = fields_for(finding.trait, worksheet_of(project), profile)[0]
    use = use_finding(finding, analysis, project, profile, field)
    assert use is not None
    return use, use.edit.apply(project)


def test_counts_come_first() -> None:
    finding, analysis = find(given_project(), "best", "trade")
    assert headline(finding.trait) == "They are Dental practices."
    words = sentence(finding, analysis.subject)
    assert words == "8 of your 9 best are Dental practices, 1 of the other 21."


def test_an_open_field_gets_the_value_and_its_count() -> None:
    use, project = take(given_project(), "best", "trade")
    answer = project.profiles[0].answer("company.industry")
    assert use.how == "new"
    assert isinstance(answer.value, Terms)
    assert [item.text for item in answer.value.items] == ["Dental practices"]
    assert grade_words(answer) == "8 of 9 best"
    (proof,) = answer.value.items[0].evidence
    assert proof.table == project.tables[0].body.digest
    assert proof.reference == "customers.csv"


def test_a_range_becomes_a_range() -> None:
    _use, project = take(given_project(), "best", "staff")
    answer = project.profiles[0].answer("company.size")
    assert answer.value == NumberRange(low=None, high=Decimal(49), unit="people")
    assert grade_words(answer) == "9 of 9 best"


@pytest.mark.parametrize(
    ("before", "how"),
    [
        (Terms(items=(Term(id="t1", text="dental practices"),)), "confirms"),
        (Terms(items=(Term(id="t1", text="Bakeries"),)), "new"),
    ],
)
def test_what_was_answered_stays_and_gains_proof(before: Value, how: str) -> None:
    project = given_project((Answer(field="company.industry", value=before, weight="must"),))
    use, after = take(project, "best", "trade")
    answer = after.profiles[0].answer("company.industry")
    assert use.how == how
    assert answer.weight == "must"
    assert isinstance(answer.value, Terms)
    assert answer.value.items[0].id == "t1"
    assert answer.value.items[-1].evidence[0].count == 8


def test_a_second_count_of_the_same_list_takes_the_place_of_the_first() -> None:
    _use, once = take(given_project(), "best", "trade")
    _use, twice = take(once, "best", "trade")
    value = twice.profiles[0].answer("company.industry").value
    assert isinstance(value, Terms)
    assert len(value.items) == 1
    assert len(value.items[0].evidence) == 1


def test_a_count_is_of_earlier_data_once_its_list_was_imported_again() -> None:
    opened = OpenProject(given_project())
    finding, analysis = find(opened.project, "best", "trade")
    profile = opened.project.profiles[0]
    field = worksheet_of(opened.project).field("company.industry")
    use = use_finding(finding, analysis, opened.project, profile, field)
    assert use is not None
    opened.do(use.edit)
    assert count_earlier(opened.project) == 0
    again = trading_list()
    opened.do(
        PutItem(
            folder="tables", item=replace(again, id=opened.project.tables[0].id, name="newer.csv")
        )
    )
    answer = opened.project.profiles[0].answer("company.industry")
    assert count_earlier(opened.project) == 1
    assert "an earlier list" in gather_proofs(answer)[0].notes[0]
    assert "an earlier list" in proof_notes(answer)
    opened.undo()
    assert count_earlier(opened.project) == 0
    opened.redo()
    finding, analysis = find(opened.project, "best", "trade")
    use = use_finding(finding, analysis, opened.project, opened.project.profiles[0], field)
    assert use is not None
    opened.do(use.edit)
    assert count_earlier(opened.project) == 0


def test_other_proof_is_kept() -> None:
    said = Evidence(id="e1", source="team", count=3)
    answer = Answer(
        field="company.size",
        value=NumberRange(low=None, high=Decimal(100), unit="people"),
        evidence=(said,),
    )
    use, project = take(given_project((answer,)), "best", "staff")
    after = project.profiles[0].answer("company.size")
    assert use.how == "confirms"
    assert after.value == answer.value
    assert after.evidence[0] == said
    assert answer_grade(after) == "customers"


def test_what_the_worst_share_goes_to_the_profile_that_is_no_fit() -> None:
    project = given_project()
    use, after = take(project, "worst", "trade")
    assert use.added_profile
    negative = after.profiles[-1]
    assert (negative.kind, negative.market) == ("negative", "b2b")
    answer = negative.answer("company.industry")
    assert answer.weight == "warns"
    assert grade_words(answer, "negative") == "9 of 9 worst"


def test_it_is_one_step() -> None:
    project = given_project()
    finding, analysis = find(project, "worst", "trade")
    profile = profile_for(project, analysis, None)
    assert profile is not None
    field = fields_for(finding.trait, worksheet_of(project), profile)[0]
    use = use_finding(finding, analysis, project, profile, field)
    assert use is not None
    opened = OpenProject(project)
    assert opened.do(use.edit)
    assert opened.undo()
    assert opened.project is project


def test_what_the_best_lack_speaks_against_an_answer_that_names_it() -> None:
    law = Terms(items=(Term(id="t1", text="Law"),))
    project = given_project((Answer(field="company.industry", value=law),))
    finding, analysis = find(project, "best", "trade")
    rows = {row.trait.value: row for row in analysis.contrast.every}
    field = worksheet_of(project).field("company.industry")
    use = use_finding(rows["Law"], analysis, project, project.profiles[0], field)
    assert use is not None
    assert use.how == "against"
    value = use.after.value
    assert isinstance(value, Terms)
    assert value.items[0].evidence[0].against
    empty = given_project()
    assert use_finding(rows["Law"], analysis, empty, empty.profiles[0], field) is None
    assert finding.counts.gap > 0


def test_what_a_bad_fit_costs_is_the_persons_own_arithmetic() -> None:
    assert cost_of_one(BadFitCosts()) is None
    hours = BadFitCosts(hours=Decimal(12), hourly_rate=Decimal("45.50"))
    assert cost_of_one(hours) == Decimal(546)
    assert cost_of_one(replace(hours, refunds=Decimal(100), discounts=Decimal(50))) == Decimal(696)
    only_hours = BadFitCosts(hours=Decimal(12))
    assert cost_of_one(only_hours) is None
    assert lacks_rate(only_hours)
