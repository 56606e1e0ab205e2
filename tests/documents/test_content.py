from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from icp_desktop.documents.catalogue import (
    DOCUMENTS,
    Document,
    default_document,
    find_document,
    make_document,
)
from icp_desktop.documents.content import Request, chosen_profile
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.documents.words import join_items
from icp_desktop.documents.worksheet_content import make_worksheet_content
from icp_desktop.errors import KnownError
from icp_desktop.i18n import using
from icp_desktop.model.evidence import Evidence, NextTest, Source
from icp_desktop.model.project import Answer, Market, Profile, Retirement, Weight
from icp_desktop.model.values import MoneyRange, NumberRange, Pair, Pairs, Term, Terms, Text
from icp_desktop.worksheet.samples import sample_ids
from icp_desktop.worksheet.shipped import worksheet_of

Make = Callable[..., Request]
MARKETS: tuple[Market, ...] = ("b2b", "b2c", "both")


def proof(
    source: Source, count: int | None = None, total: int | None = None, **more: Any
) -> tuple[Evidence, ...]:
    return (Evidence(id=f"{source}{count}", source=source, count=count, total=total, **more),)


def answer(
    field: str,
    text: str,
    weight: Weight = "nice",
    evidence: tuple[Evidence, ...] = (),
    **more: Any,
) -> Answer:
    return Answer(field=field, value=Text(text=text), weight=weight, evidence=evidence, **more)


def test_headline_names_the_must_have_that_is_a_guess(make_request: Make) -> None:
    request = make_request(
        answer("needs.why_now", "A new job", "must"),
        answer("people.location", "Near", "must", proof("customers", 31, 42)),
    )
    assert (
        make_profile_content(request).headline
        == "1 of 25 answers proven. One must-have is still a guess: why now."
    )


@pytest.mark.parametrize(
    ("answers", "headline"),
    [
        ((), "None of 25 answers is given yet."),
        (
            (answer("needs.why_now", "x"), answer("people.location", "y", "should")),
            "0 of 25 answers proven.",
        ),
        (
            (answer("needs.why_now", "x", "must"), answer("people.location", "y", "must")),
            "0 of 25 answers proven. 2 must-haves are still guesses: location, why now.",
        ),
        (
            (answer("needs.why_now", "x", "must", proof("team", 3)),),
            "0 of 25 answers proven. 1 must-have rests on opinion alone: why now.",
        ),
        (
            (answer("needs.why_now", "x", "must", proof("interviews", 3, 9)),),
            "1 of 25 answers proven. Every must-have is proven.",
        ),
    ],
)
def test_headline_says_the_finding(
    make_request: Make, answers: tuple[Answer, ...], headline: str
) -> None:
    assert make_profile_content(make_request(*answers)).headline == headline


def test_unanswered_fields_take_no_row_but_are_named(make_request: Make) -> None:
    content = make_profile_content(make_request(answer("people.location", "Near")))
    people = content.blocks[0]
    assert [row.label for row in people.rows] == ["Location"]
    assert "Age range" in people.open_labels
    assert people.marks[2] == "assumption"
    assert people.marks[0] is None
    assert (people.proven, people.total) == (0, 5)


def test_every_asked_field_is_either_a_row_or_open(sample_request: Make) -> None:
    for sample in sample_ids():
        request = sample_request(sample)
        profile = chosen_profile(request)
        content = make_profile_content(request)
        rows = (row for block in content.sections for row in (*block.rows, *block.open_rows))
        asked = {
            field.id
            for section in worksheet_of(request.project).sections
            for field in section.asked(profile.market)
        }
        assert asked <= {row.field_id for row in rows}


def test_a_new_field_appears_by_one_entry(make_request: Make) -> None:
    request = make_request(Answer(field="people.pets", value=Text(text="A greyhound")))
    entry = """
[[sections.fields]]
id = "people.pets"
kind = "text"
core = ["b2b", "b2c", "both"]
label = "Pets"
why = "Pets set the hours."
question = "Which pets live with them?"
good = "A dog, walked at six."
weak = "Pets."
"""
    source = request.project.worksheet
    place = source.index('[[sections.fields]]\nid = "people.age_range"')
    worksheet = source[:place] + entry.lstrip() + "\n" + source[place:]
    project = replace(request.project, worksheet=worksheet)
    content = make_profile_content(replace(request, project=project))
    assert [row.words for row in content.blocks[0].rows] == ["A greyhound"]
    blank = make_worksheet_content(replace(request, project=project))
    assert "Which pets live with them?" in {
        field.question for section in blank.sections for field in section.fields
    }


def test_items_carry_their_own_proof(make_request: Make) -> None:
    items = (
        Term(id="a", text="A sore back", evidence=proof("interviews", 6, 9)),
        Term(id="b", text="Low energy", next_test=NextTest(what="Ask five members.")),
    )
    request = make_request(Answer(field="mindset.values", value=Terms(items=items), weight="must"))
    content = make_profile_content(request)
    row = next(row for block in content.blocks for row in block.rows)
    assert row.mixed
    assert [line.grade for line in row.lines] == ["interviews", "assumption"]
    assert row.lines[0].proof_words == "6 of 9 interviews"
    (unproven,) = content.not_yet_proven
    assert unproven.words == "Low energy"
    assert unproven.test == "Ask five members."


def test_not_yet_proven_puts_must_haves_first_and_guesses_before_opinions(
    make_request: Make,
) -> None:
    content = make_profile_content(
        make_request(
            answer("people.location", "nice guess"),
            answer("company.workplace", "should opinion", "should", proof("team", 2)),
            answer("buying.decision", "must opinion", "must", proof("team", 2)),
            answer("needs.why_now", "must guess", "must"),
            answer("needs.result", "known", "must", proof("outside")),
        )
    )
    assert [each.words for each in content.not_yet_proven] == [
        "must guess",
        "must opinion",
        "should opinion",
        "nice guess",
    ]


def test_proof_is_counted_noted_and_quoted(make_request: Make) -> None:
    evidence = (
        *proof("customers", 31, 42, note="Likely, not yet clear."),
        *proof("outside", note="", reference="City statistics", page="14", day=date(2025, 5, 3)),
        *proof("interviews", 6, 9, note="“My back. I sit nine hours.” member, 38"),
        *proof("team", 4, against=True, note="Four are over 60"),
    )
    request = make_request(answer("people.location", "Near", "must", evidence))
    row = make_profile_content(request).blocks[0].rows[0]
    assert [each.words for each in row.proofs] == [
        "31 of 42 best",
        "6 of 9 interviews",
        "1 source",
    ]
    assert row.proofs[0].notes == ("Likely, not yet clear.",)
    assert row.proofs[2].notes == ("City statistics, p. 14, 3 May 2025",)
    assert row.quotations[0].words == "My back. I sit nine hours."
    assert row.quotations[0].who == "member, 38"
    assert row.against == ("4 colleagues. Four are over 60.",)


def test_who_it_is_not_gathers_the_other_profile_and_what_rules_out(make_request: Make) -> None:
    negative = Profile(
        id="no",
        name="Not a fit",
        market="b2c",
        kind="negative",
        answers=(
            answer("buying.channels", "Came through a voucher", "rules_out"),
            answer("mindset.places", "Any hour"),
        ),
    )
    request = make_request(
        answer("people.location", "Abroad", "rules_out"), others=(negative,), name="City"
    )
    content = make_profile_content(request)
    assert content.who_not is not None
    assert [(row.words, row.weight_words) for row in content.who_not.rows] == [
        ("Abroad", "Rules out"),
        ("Came through a voucher", "Rules out"),
        ("Any hour", "Warns"),
    ]
    assert not any(block.rows for block in content.blocks)
    own = make_profile_content(replace(request, profile_id="no"))
    assert own.kind_words == "Not a fit"
    assert own.who_not is None
    assert [row.words for row in own.musts] == ["Came through a voucher"]
    assert [row.words for row in own.ruled_out] == ["Any hour"]


def test_without_a_negative_profile_there_is_no_such_section(make_request: Make) -> None:
    assert make_profile_content(make_request(answer("people.location", "Near"))).who_not is None


def test_a_retired_profile_says_so(make_request: Make) -> None:
    request = make_request()
    retired = replace(
        request.project.profiles[0], retired=Retirement(reason="Too few.", day=date(2026, 5, 3))
    )
    project = replace(request.project, profiles=(retired,))
    content = make_profile_content(replace(request, project=project))
    assert content.retired == "Retired on 3 May 2026: Too few."


def test_figures_follow_the_language_of_the_document(make_request: Make) -> None:
    money = MoneyRange(low=Decimal("1234.5"), high=Decimal(2000), currency="EUR")
    request = make_request(Answer(field="people.income", value=money))
    with using("de"):
        words = make_profile_content(request).blocks[0].rows[0].words
    assert "1.234,50" in words


def test_footer_names_version_and_who_it_was_made_for(make_request: Make) -> None:
    footer = make_profile_content(make_request(version="4", prepared_by="Rowan Ash")).footer
    assert footer == "Version 4, 21 November 2026 · Prepared for Halfmoon Fitness by Rowan Ash"
    assert make_profile_content(make_request(client="")).footer == "Draft of 21 November 2026"


def test_nothing_named_nothing_open_is_chosen_in_order(make_request: Make) -> None:
    request = make_request()
    first = request.project.profiles[0]
    retired = replace(first, id="old", retired=Retirement(reason="r", day=request.today))
    negative = replace(first, id="no", kind="negative")
    project = replace(request.project, profiles=(retired, negative, first))
    assert chosen_profile(replace(request, project=project, profile_id="")).id == "only"
    with pytest.raises(KnownError, match="no such profile"):
        chosen_profile(replace(request, profile_id="elsewhere"))
    with pytest.raises(KnownError):
        chosen_profile(replace(request, project=replace(project, profiles=()), profile_id=""))


def test_items_with_commas_are_kept_apart() -> None:
    assert join_items(["a", "b"]) == "a, b"
    assert join_items(["two, kept", "b"]) == "two, kept; b"
    assert join_items(["Is it slow?", "b", ""]) == "Is it slow? b"
    assert join_items([]) == ""


def test_pairs_and_ranges_read_as_lines(make_request: Make) -> None:
    pairs = Pairs(items=(Pair(id="a", first="A long contract", second="Leave any month"),))
    request = make_request(
        Answer(field="buying.objections", value=pairs),
        Answer(field="people.age_range", value=NumberRange(low=Decimal(30), high=None)),
    )
    rows = {r.field_id: r for b in make_profile_content(request).blocks for r in b.rows}
    row = rows["buying.objections"]
    assert (row.lines[0].text, row.lines[0].second) == ("A long contract", "Leave any month")
    assert row.second_label == "Our reply"
    assert row.short == "A long contract"
    assert rows["people.age_range"].words == "from 30"


def test_blank_worksheet_asks_what_leads_in_its_market(make_request: Make) -> None:
    labels = {}
    for market in MARKETS:
        content = make_worksheet_content(make_request(market=market))
        labels[market] = [f.label for section in content.sections for f in section.fields]
        assert len(labels[market]) == 28
    assert labels["b2b"] != labels["b2c"]


def test_how_it_was_made_counts_what_is_behind(make_request: Make) -> None:
    request = make_request(
        answer("people.location", "Near", evidence=proof("customers", 31, 42)),
        answer("needs.result", "x", evidence=proof("outside", reference="City statistics")),
    )
    made = {fact.label: fact.text for fact in make_profile_content(request).how_made}
    assert made["Customer data"] == "1 answer counted, among 42 customers."
    assert made["Outside sources"] == "City statistics."
    assert made["Interviews"] == "No talks yet."


def test_catalogue_lists_what_there_is() -> None:
    assert default_document(".pdf") == "profile"
    assert default_document("Profile of ours.MD") == "profile"
    assert default_document("xlsx") == "workbook"
    assert default_document(".json") == "data"
    assert find_document("worksheet").blank
    with pytest.raises(KnownError, match="profile, one-page"):
        find_document("poster")
    with pytest.raises(KnownError, match=r"\.pdf, \.docx, \.html, \.md"):
        default_document(".odt")


def test_a_document_that_has_no_such_form_says_which_it_has(make_request: Make) -> None:
    with pytest.raises(KnownError, match=r"only as: \.xlsx"):
        make_document("workbook", ".pdf", make_request())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_every_document_can_be_made_in_every_form(document: Document, make_request: Make) -> None:
    request: Request = make_request(answer("people.location", "Near"))
    for suffix in document.formats:
        assert make_document(document.id, suffix, request)
