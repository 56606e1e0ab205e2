"""A worksheet of one's own: what is added, hidden, renamed and moved, and what stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icp_desktop.errors import KnownError
from icp_desktop.model.project import MARKETS
from icp_desktop.worksheet import tailoring
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.tailoring import OwnField, outline
from icp_desktop.worksheet.toml_source import read_worksheet

STANDARD = standard_source()


def ids(source: str) -> list[str]:
    return [field.id for field in read_worksheet(source).fields()]


def test_the_outline_names_everything_in_order() -> None:
    sections = outline(STANDARD)
    assert [each.id for each in sections] == [s.id for s in read_worksheet(STANDARD).sections]
    assert [field.id for each in sections for field in each.fields] == ids(STANDARD)
    assert not any(each.own or each.hidden for each in sections)
    industry = next(f for f in sections[2].fields if f.id == "company.industry")
    assert (industry.label, industry.kind, industry.leads) == ("Industry", "terms", True)


def test_an_own_question_is_asked_in_every_market() -> None:
    own = OwnField(label="Dog owners", question="Do they have a dog?", kind="yes_no")
    source, field_id = tailoring.add_field(STANDARD, "people", own)
    worksheet = read_worksheet(source)
    people = worksheet.section_of(field_id)
    for market in MARKETS:
        assert people.core(market)[-1].wording(market).question == "Do they have a dog?"
    assert ids(source)[: len(ids(STANDARD))] != ids(STANDARD)
    assert [each for each in ids(source) if each != field_id] == ids(STANDARD)
    assert tailoring.own_field(source, field_id) == own


def test_an_own_section_holds_own_questions() -> None:
    source, section_id = tailoring.add_section(STANDARD, "  Our van rounds ")
    own = OwnField(label="Round", kind="choice", choices=("North", "South"), leads=False)
    source, field_id = tailoring.add_field(source, section_id, own)
    section = read_worksheet(source).sections[-1]
    assert section.wording("b2c").label == "Our van rounds"
    assert [each.label for each in section.fields[0].choices] == ["North", "South"]
    assert section.core("b2b") == ()
    assert section.asked("b2b")[0].id == field_id


def test_a_renamed_choice_stays_chosen() -> None:
    own = OwnField(label="Round", kind="choice", choices=("North", "South"))
    source, field_id = tailoring.add_field(STANDARD, "people", own)
    before = read_worksheet(source).field(field_id).choices
    changed = OwnField(label="Round", kind="choice", choices=("Nord", "South", "West"))
    after = read_worksheet(tailoring.change_field(source, field_id, changed)).field(field_id)
    assert [each.id for each in after.choices[:2]] == [each.id for each in before]
    assert after.choices[0].label == "Nord"


@pytest.mark.parametrize(
    "own",
    [OwnField(label="  "), OwnField(label="Round", kind="choice"), OwnField(label="x" * 3_000)],
)
def test_what_can_not_be_asked_is_refused_in_words(own: OwnField) -> None:
    with pytest.raises(KnownError):
        tailoring.add_field(STANDARD, "people", own)


def test_hidden_questions_are_not_asked_and_come_back_in_place() -> None:
    hidden = tailoring.show(STANDARD, "people.income", hidden=True)
    worksheet = read_worksheet(hidden)
    assert "people.income" not in ids(hidden)
    assert worksheet.field("people.income").kind == "money_range"
    assert next(f for f in outline(hidden)[1].fields if f.id == "people.income").hidden
    assert ids(tailoring.show(hidden, "people.income", hidden=False)) == ids(STANDARD)


def test_a_hidden_section_goes_with_its_questions() -> None:
    hidden = tailoring.show(STANDARD, "people", hidden=True)
    assert all(section.id != "people" for section in read_worksheet(hidden).sections)
    assert not [each for each in ids(hidden) if each.startswith("people.")]
    assert read_worksheet(hidden).field("people.age_range").id == "people.age_range"
    back = tailoring.show(hidden, "people", hidden=False)
    assert read_worksheet(back) == read_worksheet(STANDARD)


def test_other_words_hold_in_every_market() -> None:
    source = tailoring.rename_field(STANDARD, "company.industry", "Trade", "What do they make?")
    source = tailoring.rename_section(source, "company", "The shop")
    worksheet = read_worksheet(source)
    field = worksheet.field("company.industry")
    for market in MARKETS:
        words = field.wording(market)
        assert (words.label, words.question) == ("Trade", "What do they make?")
        assert worksheet.section_of("company.industry").wording(market).label == "The shop"


def test_moving_stops_at_the_ends() -> None:
    assert tailoring.move(STANDARD, "about", -1) == STANDARD
    down = tailoring.move(STANDARD, "about", 1)
    assert [each.id for each in outline(down)][:2] == ["people", "about"]
    assert read_worksheet(tailoring.move(down, "about", -1)) == read_worksheet(STANDARD)
    first = tailoring.move(STANDARD, "people.gender", -1)
    assert [f.id for f in outline(first)[1].fields][:2] == ["people.gender", "people.age_range"]


def test_only_what_was_added_can_be_removed() -> None:
    source, field_id = tailoring.add_field(STANDARD, "people", OwnField(label="Dogs"))
    assert ids(tailoring.remove_own(source, field_id)) == ids(STANDARD)
    with pytest.raises(KeyError):
        tailoring.remove_own(source, "people.gender")


def test_a_question_moves_on_and_off_the_map() -> None:
    off = tailoring.lead(STANDARD, "people.gender", leads=False)
    field = read_worksheet(off).field("people.gender")
    assert field.core == ()
    assert field.audience == MARKETS
    on = tailoring.lead(off, "people.gender", leads=True)
    assert read_worksheet(on).field("people.gender").core == MARKETS


@settings(deadline=None, max_examples=25)  # each reads the whole worksheet a dozen times
@given(st.lists(st.tuples(st.sampled_from("hmls"), st.integers(0, 60)), max_size=8))
def test_no_question_is_ever_lost(steps: list[tuple[str, int]]) -> None:
    everything = {field.id for each in outline(STANDARD) for field in each.fields}
    source = STANDARD
    for step, number in steps:
        found = [field for each in outline(source) for field in each.fields]
        field = found[number % len(found)]
        match step:
            case "h":
                source = tailoring.show(source, field.id, hidden=not field.hidden)
            case "m":
                source = tailoring.move(source, field.id, 1 if number % 2 else -1)
            case "l":
                source = tailoring.lead(source, field.id, leads=not field.leads)
            case _:
                section = outline(source)[number % len(outline(source))]
                source = tailoring.show(source, section.id, hidden=not section.hidden)
    assert {field.id for each in outline(source) for field in each.fields} == everything
    known = read_worksheet(source)
    assert {f.id for f in (*known.fields(), *known.hidden_fields())} == everything
