"""The samples fit the worksheet and show every grade of proof."""

import csv
import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from icp_desktop.checks.grades import GRADES, all_evidence, answer_grade, is_disputed
from icp_desktop.codec.parts import from_parts, to_parts
from icp_desktop.errors import KnownError
from icp_desktop.i18n import using
from icp_desktop.model.evidence import SOURCES, Evidence
from icp_desktop.model.ids import is_id
from icp_desktop.model.project import NEGATIVE_WEIGHTS, WEIGHTS, Answer, Market, Project
from icp_desktop.model.values import (
    Choice,
    MoneyRange,
    NumberRange,
    Pairs,
    Terms,
    Text,
    Value,
    is_empty,
)
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.samples import make_sample, sample_ids, sample_title
from icp_desktop.worksheet.shipped import standard_source, worksheet_of

TODAY = date(2026, 11, 21)
MARKETS_OF = {
    "fashion-shop": "b2c",
    "fitness-studio": "b2c",
    "insurance-brokers": "b2b",
    "marketing-agencies": "b2b",
    "operations-platform": "b2b",
    "parts-supplier": "b2b",
    "software-firm": "b2b",
}


@pytest.fixture(params=sorted(MARKETS_OF))
def project(request: pytest.FixtureRequest) -> Project:
    return make_sample(request.param)


def answers_of(project: Project) -> list[Answer]:
    return [*project.about, *(each for profile in project.profiles for each in profile.answers)]


def evidence_of(project: Project) -> list[Evidence]:
    return [each for answer in answers_of(project) for each in all_evidence(answer)]


def words_of(value: Value | None) -> list[str]:
    match value:
        case Text():
            return [value.text]
        case Terms():
            return [item.text for item in value.items]
        case Pairs():
            return [text for item in value.items for text in (item.first, item.second)]
    return []


def ids_of(project: Project) -> list[str]:
    ids = [project.id, *(profile.id for profile in project.profiles)]
    for persona in project.personas:
        ids += [persona.id, *(line.id for line in persona.lines)]
        ids += [each.id for line in persona.lines for each in line.evidence]
    for answer in answers_of(project):
        ids += [each.id for each in all_evidence(answer)]
        if isinstance(answer.value, Terms | Pairs):
            ids += [item.id for item in answer.value.items]
    return ids


def assert_fits(value: Value | None, field: Field, currency: str) -> None:
    assert value is not None, field.id
    assert not is_empty(value), field.id
    assert value.kind == field.kind, field.id
    match value:
        case Choice():
            assert value.choice in {option.id for option in field.choices}, field.id
        case NumberRange() | MoneyRange():
            assert value.unit in {option.id for option in field.units}, field.id
            assert value.low is not None
            assert value.high is not None
            assert value.low <= value.high, field.id
    if isinstance(value, MoneyRange):
        assert value.currency == currency


def test_there_are_seven_samples() -> None:
    assert set(sample_ids()) == set(MARKETS_OF)
    assert len({sample_title(each) for each in sample_ids()}) == 7


def test_an_unknown_sample_is_refused_with_the_names_there_are() -> None:
    for unknown in ("bakery", "../samples/fitness-studio", "", "FITNESS-STUDIO"):
        with pytest.raises(KnownError, match="fashion-shop, fitness-studio, insurance-brokers"):
            make_sample(unknown)
        with pytest.raises(KnownError):
            sample_title(unknown)


def test_a_sample_is_the_same_project_each_time(project: Project) -> None:
    assert make_sample(project.sample) == project


def test_a_sample_can_be_kept_and_read_again(project: Project) -> None:
    assert from_parts(to_parts(project)) == project


def test_a_sample_in_english_asks_in_english_whatever_the_program_speaks() -> None:
    with using("qps"):
        assert make_sample("fitness-studio").worksheet == standard_source()


def test_ids_are_usable_and_used_once() -> None:
    ids = [each for sample in sample_ids() for each in ids_of(make_sample(sample))]

    assert all(is_id(each) for each in ids)
    assert len(set(ids)) == len(ids)


def test_a_sample_names_itself_and_its_market(project: Project) -> None:
    assert project.sample in MARKETS_OF
    assert {profile.market for profile in project.profiles} == {MARKETS_OF[project.sample]}
    assert project.profiles[0].kind == "ideal"
    assert len([profile for profile in project.profiles if profile.kind == "ideal"]) == 1
    assert project.client
    assert project.name


def test_every_answer_fits_its_field(project: Project) -> None:
    worksheet = worksheet_of(project)
    for answer in answers_of(project):
        field = worksheet.field(answer.field)
        assert_fits(answer.value, field, project.currency)
        assert answer.weight in (*WEIGHTS, *NEGATIVE_WEIGHTS)
    for profile in project.profiles:
        fitting = WEIGHTS if profile.kind == "ideal" else NEGATIVE_WEIGHTS
        assert all(answer.weight in fitting for answer in profile.answers)


def test_answers_stand_where_they_are_asked_and_once(project: Project) -> None:
    worksheet = worksheet_of(project)
    for answer in project.about:
        assert worksheet.section_of(answer.field).scope == "business"
    for profile in project.profiles:
        fields = [answer.field for answer in profile.answers]
        assert len(set(fields)) == len(fields)
        for field in fields:
            assert worksheet.section_of(field).scope == "profile"
            assert profile.market in worksheet.field(field).audience


def test_nearly_all_leading_fields_are_answered(project: Project) -> None:
    worksheet = worksheet_of(project)
    profile = project.profiles[0]
    leading = [
        field.id
        for section in worksheet.sections
        if section.scope == "profile"
        for field in section.core(profile.market)
    ]
    answered = {answer.field for answer in profile.answers}
    assert 2 <= len(set(leading) - answered) <= 3
    assert len(answered - set(leading)) >= 8
    assert len(project.about) == 4


def test_every_grade_weight_and_doubt_is_shown(project: Project) -> None:
    profile = project.profiles[0]

    assert {answer_grade(answer) for answer in profile.answers} == set(GRADES)
    assert {each.source for each in evidence_of(project)} == set(SOURCES)
    assert {answer.weight for answer in profile.answers} == {"must", "should", "nice"}
    assert 1 <= sum(is_disputed(answer) for answer in profile.answers) <= 2


def test_every_guess_has_a_next_test(project: Project) -> None:
    for answer in project.profiles[0].answers:
        if answer_grade(answer) != "assumption":
            continue
        items = answer.value.items if isinstance(answer.value, Terms | Pairs) else ()
        guesses = [item for item in items if not [e for e in item.evidence if not e.against]]
        assert answer.next_test or (guesses and all(item.next_test for item in guesses)), (
            answer.field
        )
        for test in (answer.next_test, *(item.next_test for item in guesses)):
            assert not test or (test.what and test.keep_if and test.who and test.by)


def test_evidence_counts_add_up(project: Project) -> None:
    totals: dict[str, set[int]] = {"customers": set(), "interviews": set()}
    ideal = replace(project, profiles=project.profiles[:1])  # the others count the worst customers
    for each in evidence_of(ideal):
        assert each.source in get_args(Evidence.__annotations__["source"])
        if each.source in totals:
            assert each.count is not None
            assert each.total is not None
            assert 0 < each.count <= each.total
            totals[each.source].add(each.total)
        if each.source == "outside":
            assert each.reference
            assert each.day is not None
            assert each.day <= TODAY
        if each.source == "team":
            assert each.count
    # One list and one round of talks: every count is out of the same number.
    assert all(len(each) == 1 for each in totals.values())


def test_one_answer_at_least_goes_on_in_a_second_paragraph(project: Project) -> None:
    texts = [a.value.text for a in project.profiles[0].answers if isinstance(a.value, Text)]
    long = [text for text in texts if "\n\n" in text]

    assert long
    assert all(len(text.split("\n")[0]) <= 120 for text in texts)
    assert all(text == text.strip() for text in texts)


def test_texts_fit_the_screen_and_terms_hold_no_commas(project: Project) -> None:
    for answer in answers_of(project):
        for text in words_of(answer.value):
            assert all(len(part) <= 160 for part in text.split("\n"))
            assert not re.search(r"['\"!]", text), text
        if isinstance(answer.value, Terms):
            # They are printed as a list with commas.
            assert not [text for text in words_of(answer.value) if re.search("[,;]", text)]
        assert all(len(each.note) <= 120 for each in all_evidence(answer))
        test = answer.next_test
        assert all(len(words) <= 120 for words in (test.what, test.keep_if, test.who))


@pytest.mark.parametrize("market", ["b2b", "b2c"])
def test_each_market_has_a_sample(market: Market) -> None:
    assert market in {make_sample(each).profiles[0].market for each in sample_ids()}


def test_the_broker_sample_brings_the_talks_and_the_list_it_speaks_of() -> None:
    project = make_sample("insurance-brokers")
    assert len(project.interviews) == 8
    assert all(each.consent != "none" for each in project.interviews)
    for talk in project.interviews:
        for quote in talk.quotes:
            assert talk.text_of(quote.question)[quote.start : quote.end] == quote.text
    named = {theme for talk in project.interviews for q in talk.quotes for theme in q.themes}
    assert named == {theme.id for theme in project.themes}
    counts = {each.theme: (each.count, each.total) for each in evidence_of(project) if each.theme}
    assert set(counts) <= named
    assert all(0 < count <= total == 8 for count, total in counts.values() if count and total)

    table = next(each for each in project.tables if each.role == "customers")
    rows = list(csv.DictReader(table.body.data.decode().splitlines()))
    assert len(rows) == table.rows == 60
    best = sorted(rows, key=lambda row: -float(row["Fees a year"]))[:12]
    assert all(row["Left"] == "no" for row in best)
    for heading, wanted, count in (
        ("Industry", "Insurance brokers", 9),
        ("Bought a broker", "yes", 8),
        ("How they found us", "A recommendation", 8),
    ):
        assert sum(row[heading] == wanted for row in best) == count
    assert sum(50 <= int(row["People"]) <= 250 for row in best) == 10
    assert {each.table for each in evidence_of(project)} == {"", table.body.digest}


def test_personas_lead_to_what_the_profile_says_and_to_quotes() -> None:
    for sample in sorted(set(MARKETS_OF) - {"fashion-shop"}):
        project = make_sample(sample)
        profile = project.profiles[0]
        assert len(project.personas_of(profile.id)) >= 2, sample
        for persona in project.personas:
            assert persona.parts
            assert (persona.shown, persona.name, persona.picture) == (False, "", None)
            assert {line.topic for line in persona.lines} >= {"goals", "challenges", "channels"}
            for line in persona.lines:
                value = profile.answer(line.field).value if line.field else None
                items = value.items if isinstance(value, Terms | Pairs) else ()
                assert not line.field or line.item in {item.id for item in items}


def test_the_lines_of_the_brokers_keep_quotes() -> None:
    project = make_sample("insurance-brokers")
    quotes = {quote.id for talk in project.interviews for quote in talk.quotes}
    for persona in project.personas:
        assert persona.quote in quotes
        named = {each for line in persona.lines for piece in line.evidence for each in piece.quotes}
        assert named
        assert named <= quotes
