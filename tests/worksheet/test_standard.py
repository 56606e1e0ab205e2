"""The shipped worksheet: complete, in plain words, and short enough for its places."""

import re
from collections import Counter, defaultdict

import pytest

from icp_desktop.model.project import MARKETS, Market
from icp_desktop.model.values import KINDS
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.shipped import standard_source
from icp_desktop.worksheet.toml_source import read_worksheet

SECTIONS = ["about", "people", "company", "mindset", "buying", "needs"]
SIXTEEN = {
    "people": ["age_range", "gender", "location", "income"],
    "company": ["industry", "size", "location", "revenue"],
    "mindset": ["interests", "values", "behaviours", "lifestyle"],
    "buying": ["frequency", "order_value", "decision", "channels"],
}
JARGON = (
    "leverage",
    "persona",
    "personas",
    "stakeholder",
    "stakeholders",
    "segment",
    "segments",
    "target audience",
    "target group",
    "vertical",
    "touchpoint",
    "touchpoints",
    "funnel",
    "pipeline",
    "value proposition",
    "engagement",
    "demographics",
    "firmographics",
    "psychographics",
    "b2b",
    "b2c",
    "roi",
    "please",
    "successfully",
    "invalid",
)
# Characters that fit the place: a line of the form, a line of the printed margin, a tile.
LONGEST = {
    "label": 30,
    "why": 70,
    "question": 70,
    "good": 64,
    "weak": 40,
    "placeholder": 50,
    "first": 20,
    "second": 20,
}
FIRMS_AND_PEOPLE_DIFFER = [
    "people.age_range",
    "people.gender",
    "people.location",
    "people.income",
    "people.occupation",
    "mindset.interests",
    "mindset.values",
    "mindset.behaviours",
    "mindset.lifestyle",
    "mindset.places",
    "buying.frequency",
    "buying.order_value",
    "buying.decision",
    "buying.channels",
    "buying.objections",
    "needs.pains",
    "needs.goals",
    "needs.result",
    "needs.why_now",
]


@pytest.fixture(scope="module")
def worksheet() -> Worksheet:
    return read_worksheet(standard_source())


def texts(worksheet: Worksheet) -> list[tuple[str, str, str]]:
    """Every text of the worksheet as (place, name, text), in every market that is asked."""
    found = []
    for section in worksheet.sections:
        for market in MARKETS:
            words = section.wording(market)
            found += [(f"{section.id}/{market}", n, getattr(words, n)) for n in words.__slots__]
        for field in section.fields:
            for market in field.audience:
                wording = field.wording(market)
                place = f"{field.id}/{market}"
                found += [(place, n, getattr(wording, n)) for n in wording.__slots__]
            found += [(field.id, "option", o.label) for o in (*field.choices, *field.units)]
    return found


def asked_by(worksheet: Worksheet, market: Market) -> list[Field]:
    return [field for section in worksheet.sections for field in section.asked(market)]


def test_the_sections_are_these_in_this_order(worksheet: Worksheet) -> None:
    assert [section.id for section in worksheet.sections] == SECTIONS
    scopes = [section.scope for section in worksheet.sections]
    assert scopes == ["business", *["profile"] * 5]


def test_a_field_carries_the_name_of_its_section(worksheet: Worksheet) -> None:
    for section in worksheet.sections:
        for field in section.fields:
            assert re.fullmatch(rf"{section.id}\.[a-z_]+", field.id)


@pytest.mark.parametrize("market", MARKETS)
def test_five_fields_lead_each_section(worksheet: Worksheet, market: Market) -> None:
    leading = {section.id: len(section.core(market)) for section in worksheet.sections}
    assert leading == {"about": 3, **dict.fromkeys(SECTIONS[1:], 5)}


@pytest.mark.parametrize("market", ["b2b", "both"])
def test_the_sixteen_lead_their_sections(worksheet: Worksheet, market: Market) -> None:
    for section in worksheet.sections:
        expected = [f"{section.id}.{name}" for name in SIXTEEN.get(section.id, [])]
        assert [field.id for field in section.core(market)][: len(expected)] == expected


def test_consumers_are_asked_about_work_and_household(worksheet: Worksheet) -> None:
    company = next(section for section in worksheet.sections if section.id == "company")

    assert company.wording("b2c").label == "Work and household"
    assert company.wording("b2b").label == company.wording("both").label == "Company"
    consumer = ["line_of_work", "employer_size", "workplace", "household", "consumer_budget"]
    assert [field.id for field in company.asked("b2c")] == [f"company.{name}" for name in consumer]
    both = [field.id for field in company.asked("both")]
    assert {f"company.{name}" for name in consumer} < set(both[5:])


def test_every_kind_is_used(worksheet: Worksheet) -> None:
    assert {field.kind for field in worksheet.fields()} == set(KINDS)


def test_ranges_have_units_and_pairs_name_their_halves(worksheet: Worksheet) -> None:
    for field in worksheet.fields():
        assert bool(field.units) == (field.kind in {"number_range", "money_range"}), field.id
        assert bool(field.choices) == (field.kind == "choice"), field.id
        for market in field.audience:
            halves = (field.wording(market).first, field.wording(market).second)
            assert all(halves) if field.kind == "pairs" else not any(halves), field.id


def test_no_text_is_missing(worksheet: Worksheet) -> None:
    missing = [
        (place, name)
        for place, name, text in texts(worksheet)
        if not text.strip() and name not in {"first", "second"}
    ]
    assert missing == []


def test_texts_fit_their_places(worksheet: Worksheet) -> None:
    long = [
        (place, name, text)
        for place, name, text in texts(worksheet)
        if len(text) > LONGEST.get(name, 80)
    ]
    assert long == []


def test_questions_ask_and_examples_are_sentences(worksheet: Worksheet) -> None:
    for field in worksheet.fields():
        for market in field.audience:
            words = field.wording(market)
            assert words.question.endswith("?"), (field.id, market)
            assert words.good.endswith("."), (field.id, market)
            assert words.weak.endswith((".", "?")), (field.id, market)
            assert words.good != words.weak


def test_words_are_plain(worksheet: Worksheet) -> None:
    for place, name, text in texts(worksheet):
        lower = text.casefold()
        found = [word for word in JARGON if re.search(rf"\b{re.escape(word)}\b", lower)]
        assert not found, (place, name, text)
        if "kpi" in lower:
            assert place == "needs.goals/b2b"
        assert not set(text) & set("'\"!"), (place, name, text)


def test_words_differ_where_firms_and_people_differ(worksheet: Worksheet) -> None:
    for field_id in FIRMS_AND_PEOPLE_DIFFER:
        field = worksheet.field(field_id)
        firms, people = field.wording("b2b"), field.wording("b2c")
        assert firms.question != people.question, field_id
        assert firms.good != people.good, field_id
    for section in worksheet.sections[1:]:
        assert section.wording("b2b").lead != section.wording("b2c").lead, section.id


@pytest.mark.parametrize("market", MARKETS)
def test_labels_and_questions_are_not_shared(worksheet: Worksheet, market: Market) -> None:
    words = [field.wording(market) for field in asked_by(worksheet, market)]
    for name in ("label", "question", "why", "good"):
        counted = Counter(getattr(each, name) for each in words)
        assert [text for text, n in counted.items() if n > 1] == []


@pytest.mark.parametrize("market", MARKETS)
def test_three_channels_are_kept_apart(worksheet: Worksheet, market: Market) -> None:
    ids = ("mindset.places", "buying.contact", "buying.channels")
    time, talk, shop = (worksheet.field(each).wording(market) for each in ids)

    assert (time.label, talk.label) == ("Where they spend time", "How they like to be spoken to")
    assert shop.label == "Where they buy"
    assert re.search(r"\b(meet|anyway)\b", time.question)
    assert "answer" in talk.question
    assert "order" in shop.question
    headings = [set(worksheet.field(each).headings) for each in ids]
    assert not headings[0] & headings[1]
    assert not headings[1] & headings[2]
    assert not headings[0] & headings[2]


def test_headings_are_lower_case_and_several(worksheet: Worksheet) -> None:
    for field in worksheet.fields():
        assert 5 <= len(field.headings) <= 12, field.id
        assert len(set(field.headings)) == len(field.headings), field.id
        assert all(each == each.lower().strip() for each in field.headings), field.id


@pytest.mark.parametrize("market", MARKETS)
def test_a_heading_leads_to_one_field(worksheet: Worksheet, market: Market) -> None:
    known = defaultdict(list)
    for field in asked_by(worksheet, market):
        for heading in field.headings:
            known[heading].append(field.id)
    # A town may be that of the firm or of the person; nothing else may be taken for another.
    shared = {tuple(fields) for fields in known.values() if len(fields) > 1}
    assert shared <= {("people.location", "company.location")}


def test_every_field_says_which_idea_it_comes_from(worksheet: Worksheet) -> None:
    known = {"S0", "S1", "S2", "S3", "S4"}
    assert all(field.seed and set(field.seed) <= known for field in worksheet.fields())
