"""The checker: a case for and a case against each rule, and profiles as beginners write them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from tables_made import make_table

from icp_desktop.checks.objection_words import RULE_WORDS, RuleId
from icp_desktop.checks.objections import all_objections, objections, rules
from icp_desktop.checks.standing import doubts
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.forms import Voice
from icp_desktop.model.interview import Interview
from icp_desktop.model.project import Answer, Market, Profile, Project, Weight
from icp_desktop.model.project_edits import Silence
from icp_desktop.model.review import Review, ReviewPlan
from icp_desktop.model.table import Column
from icp_desktop.model.values import MoneyRange, NumberRange, Term, Terms, Text, Value
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import standard_source, worksheet_of

TODAY = date(2026, 11, 25)
PROOF = (Evidence(id="e", source="interviews", count=3, total=5),)


def words(*entries: str) -> Terms:
    return Terms(items=tuple(Term(id=f"t{n}", text=text) for n, text in enumerate(entries)))


def people(low: int | None, high: int | None) -> NumberRange:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return NumberRange(low=ends[0], high=ends[1], unit="people")


def years(low: int, high: int) -> NumberRange:
    return NumberRange(low=Decimal(low), high=Decimal(high), unit="years")


def euros(low: int, high: int) -> MoneyRange:
    return MoneyRange(low=Decimal(low), high=Decimal(high), currency="EUR", unit="year")


def answer(field: str, value: Value, weight: Weight = "nice", **more: object) -> Answer:
    return Answer(field=field, value=value, weight=weight, **more)  # type: ignore[arg-type]


def ideal(*answers: Answer, name: str = "Town bakers", market: Market = "b2b") -> Profile:
    return Profile(id=name.casefold().replace(" ", "-"), name=name, market=market, answers=answers)


def bad(*answers: Answer) -> Profile:
    return Profile(id="bad", name="Bad", market="b2b", kind="negative", answers=answers)


def project(*profiles: Profile, **more: object) -> Project:
    made = Project(
        id="p",
        client="Krume",
        name="Profiles",
        worksheet=standard_source(),
        currency="EUR",
        profiles=profiles,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def raised(case: Project) -> set[str]:
    return {each.rule for each in objections(case, worksheet_of(case), TODAY)}


SOLID = (
    answer("company.industry", words("Bakeries", "cafés"), "must", evidence=PROOF),
    answer("company.size", people(5, 20), "should"),
    answer("company.location", Text(text="Within 40 km of Krumstadt")),
    answer("needs.pains", words("Dough rises unevenly")),
    answer("needs.goals", words("An hour more sleep")),
    answer("mindset.values", words("Nothing is thrown away")),
    answer("buying.channels", words("At the Tuesday market")),
    answer("company.revenue", euros(200_000, 900_000)),
)
CUSTOMERS = make_table(
    {"name": ["a", "b", "c"], "trade": ["Bakery", "Café", "Bakery"]},
    (Column(heading="name", meaning="name"), Column(heading="trade", meaning="company.industry")),
)


def guesses() -> tuple[Answer, ...]:
    return tuple(replace(each, evidence=()) for each in SOLID)


def without_must() -> tuple[Answer, ...]:
    return tuple(replace(each, weight="nice") for each in SOLID)


def colleague(number: int, role: str) -> Interview:
    return Interview(id=f"i{number}", role=role, group="colleague", notes="So it is.")


def late(day: date) -> Answer:
    test = NextTest(what="Ask three", by=day)
    return answer("needs.why_now", Text(text="A new oven is due"), next_test=test)


def reviewed(*profiles: Profile) -> Project:
    """A project after a review that left its guesses as they were."""
    case = project(*profiles)
    past = Review(
        id="r",
        begun=date(2026, 8, 1),
        finished=date(2026, 8, 3),
        doubts=doubts(case, worksheet_of(case)),
    )
    return replace(case, reviews=(past,))


FOR: dict[RuleId, Project] = {
    "vague": project(ideal(answer("mindset.values", words("Quality", "good service")))),
    "too_broad": project(ideal(answer("company.size", people(1, 5_000)))),
    "too_rigid": project(ideal(answer("company.size", people(40, 41), "must"))),
    "person_in_company": project(ideal(answer("company.industry", words("Mothers with a dog")))),
    "contradiction": project(ideal(answer("company.size", people(50, 5)))),
    "no_customer": project(
        ideal(answer("company.industry", words("Butchers"), "must")), tables=(CUSTOMERS,)
    ),
    "nearly_equal": project(ideal(*SOLID), ideal(*SOLID, name="Town cafés")),
    "too_many": project(*(ideal(*SOLID[:1], name=f"Kind {n}") for n in range(4))),
    "one_department": project(
        ideal(*SOLID), interviews=(colleague(1, "Sales"), colleague(2, "sales "))
    ),
    "old_test": project(ideal(late(date(2026, 9, 1)))),
    "old_belief": reviewed(ideal(*guesses())),
    "review_due": project(ideal(*SOLID), review_plan=ReviewPlan(next=date(2026, 11, 1))),
    "no_must": project(ideal(*without_must())),
    "wish_list": project(ideal(*guesses())),
}
AGAINST: dict[RuleId, Project] = {
    "vague": project(ideal(answer("mindset.values", words("Quality", "Sour dough of their own")))),
    "too_broad": project(ideal(answer("company.size", people(5, 50)))),
    "too_rigid": project(ideal(answer("company.size", people(40, 60), "must"))),
    "person_in_company": project(ideal(answer("company.industry", words("Bakeries")))),
    "contradiction": project(
        ideal(*SOLID), bad(answer("company.industry", words("Chains"), "rules_out"))
    ),
    "no_customer": project(
        ideal(answer("company.industry", words("Bakeries"), "must")), tables=(CUSTOMERS,)
    ),
    "nearly_equal": project(
        ideal(*SOLID), ideal(answer("company.size", people(1, 4)), name="Kiosks")
    ),
    "too_many": project(*(ideal(*SOLID[:1], name=f"Kind {n}") for n in range(3))),
    "one_department": project(
        ideal(*SOLID),
        interviews=(colleague(1, "Sales"),),
        voices=(Voice(id="v", profile="town-bakers", role="Service"),),
    ),
    "old_test": project(ideal(late(date(2026, 12, 24)))),
    "old_belief": replace(
        reviewed(ideal(*guesses())),
        profiles=(ideal(answer("company.industry", words("Mills", "cafés"), evidence=PROOF)),),
    ),
    "review_due": project(ideal(*SOLID), review_plan=ReviewPlan(next=date(2026, 11, 25))),
    "no_must": project(ideal(*SOLID)),
    "wish_list": project(ideal(*SOLID)),
}


def test_every_rule_has_its_two_cases() -> None:
    ids = {rule.id for rule in rules()}
    assert ids == set(FOR) == set(AGAINST)


@pytest.mark.parametrize("rule", sorted(FOR))
def test_a_rule_finds_what_it_is_for(rule: RuleId) -> None:
    found = [e for e in objections(FOR[rule], worksheet_of(FOR[rule]), TODAY) if e.rule == rule]
    assert found
    for each in found:
        assert all(text.endswith((".", "”")) for text in (each.what, each.why, each.fix))
        assert each.id.startswith(f"{rule}:")


@pytest.mark.parametrize("rule", sorted(AGAINST))
def test_a_rule_lets_what_is_sound_pass(rule: RuleId) -> None:
    assert rule not in raised(AGAINST[rule])


# This sample shows a review that is due, with two guesses that outlived the last one.
DUE_IN_A_SAMPLE: dict[str, set[RuleId]] = {"insurance-brokers": {"review_due", "old_belief"}}


@pytest.mark.parametrize("sample", sample_ids())
def test_nothing_false_is_objected_to_in_the_samples(sample: str) -> None:
    case = make_sample(sample)
    found = objections(case, worksheet_of(case), date(2026, 11, 25))
    assert {each.rule for each in found} == DUE_IN_A_SAMPLE.get(sample, set())


def test_an_objection_is_silenced_and_raised_again() -> None:
    case = FOR["too_broad"]
    (found,) = [e for e in objections(case, worksheet_of(case), TODAY) if e.rule == "too_broad"]
    quiet = Silence(objection=found.id).apply(case)
    assert "too_broad" not in raised(quiet)
    assert Silence(objection=found.id).apply(quiet) is quiet
    assert raised(Silence(objection=found.id, silent=False).apply(quiet)) == raised(case)


def test_what_is_silenced_is_still_there_to_be_raised_again() -> None:
    case = FOR["too_broad"]
    (found,) = all_objections(case, worksheet_of(case), TODAY)
    quiet = Silence(objection=found.id).apply(case)
    assert objections(quiet, worksheet_of(quiet), TODAY) == ()
    assert all_objections(quiet, worksheet_of(quiet), TODAY) == (found,)


def test_the_next_review_that_is_late_is_raised_though_the_last_one_was_silenced() -> None:
    case = FOR["review_due"]
    (found,) = objections(case, worksheet_of(case), TODAY)
    quiet = Silence(objection=found.id).apply(case)
    assert objections(quiet, worksheet_of(quiet), TODAY) == ()
    later = replace(quiet, review_plan=ReviewPlan(next=date(2027, 2, 1)))
    assert objections(later, worksheet_of(later), date(2027, 2, 2)) != ()


def test_a_guess_is_told_once_though_several_entries_of_a_list_are_guesses() -> None:
    case = FOR["old_belief"]
    found = [e for e in objections(case, worksheet_of(case), TODAY) if e.rule == "old_belief"]
    assert len({each.field for each in found}) == len(found) == len(SOLID)


def test_retired_profiles_are_left_alone() -> None:
    from icp_desktop.model.edits import RetireProfile

    case = FOR["too_broad"]
    gone = RetireProfile(profile="town-bakers", reason="Sold", day=TODAY).apply(case)
    assert raised(gone) == set()


# Profiles as beginners write them, each with what a seasoned adviser would object to first.
BEGINNERS: dict[str, tuple[RuleId, Project]] = {
    "everyone with a business": (
        "too_broad", project(ideal(answer("company.industry", words("Everyone with a business")))),
    ),
    "all ages, worldwide": (
        "too_broad",
        project(
            ideal(
                answer("people.age_range", years(18, 90)),
                answer("people.location", Text(text="Worldwide")),
                market="b2c",
            )
        ),
    ),
    "from one to ten thousand": (
        "too_broad", project(ideal(answer("company.size", people(1, 10_000)))),
    ),
    "one person described": (
        "person_in_company",
        project(ideal(answer("company.structure", Text(text="Sabine, married, likes yoga")))),
    ),
    "the owner has to be a man of fifty": (
        "person_in_company", project(ideal(answer("people.age_range", years(45, 55), "must"))),
    ),
    "quality and service": (
        "vague", project(ideal(answer("mindset.values", words("Quality", "Good service")))),
    ),
    "more sales": ("vague", project(ideal(answer("needs.goals", words("More sales", "growth"))))),
    "a wish list": ("wish_list", project(ideal(*guesses()))),
    "everything is a must": (
        "too_rigid",
        project(
            ideal(
                *(replace(each, weight="must") for each in SOLID),
                answer("buying.decision", Text(text="The owner"), "must"),
                answer("needs.triggers", words("A new oven"), "must"),
                answer("mindset.places", words("The guild"), "must"),
            )
        ),
    ),
    "two that are one": ("nearly_equal", project(ideal(*SOLID), ideal(*SOLID, name="Cafés"))),
    "five at once": (
        "too_many", project(*(ideal(*SOLID[:1], name=f"Kind {n}") for n in range(5))),
    ),
    "wanted and not wanted": (
        "contradiction",
        project(ideal(*SOLID), bad(answer("company.industry", words("cafés"), "rules_out"))),
    ),
}  # fmt: skip


def test_what_an_adviser_would_object_to_is_found() -> None:
    missed = [name for name, (rule, case) in BEGINNERS.items() if rule not in raised(case)]
    assert len(BEGINNERS) == 12
    assert missed == []


def test_every_rule_has_its_words_and_a_case() -> None:
    assert [rule.id for rule in rules()] == [words.id for words in RULE_WORDS]
    assert {rule.id for rule in rules()} == set(get_args(RuleId))
    for words in RULE_WORDS:
        assert all((words.title, words.when, words.why, words.fix))
