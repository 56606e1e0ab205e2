"""What a card can take from the profile and from talks: their very words, nothing else."""

from dataclasses import replace

from strategies import filled_project

from icp_desktop.insight.personas import (
    call_persona,
    find_quote,
    offers_of,
    quote_offer,
    quotes_heard,
    say_parts,
    take,
    theme_offer,
    titles_offered,
)
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Quote, Theme
from icp_desktop.model.persona import Persona
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text
from icp_desktop.worksheet.samples import make_sample, sample_ids
from icp_desktop.worksheet.shipped import worksheet_of

PROOF = Evidence(id="e", source="team", count=2)
WHOLE = Evidence(id="w", source="outside", reference="Yearbook")
PROFILE = Profile(
    id="bakers",
    name="Town bakers",
    market="b2b",
    answers=(
        Answer(
            field="needs.goals",
            value=Terms(items=(Term(id="g1", text="Sleep until four", evidence=(PROOF,)),)),
            evidence=(WHOLE,),
        ),
        Answer(
            field="buying.objections",
            value=Pairs(items=(Pair(id="o1", first="Too dear", second="It pays in May"),)),
        ),
        Answer(field="needs.why_now", value=Text(text="The old oven failed\n\nAt Easter.")),
        Answer(
            field="people.titles",
            value=Terms(items=(Term(id="t1", text="Owner"), Term(id="t2", text="Master baker"))),
        ),
    ),
)


def with_profile(*personas: Persona) -> Project:
    return replace(filled_project(), profiles=(PROFILE,), personas=personas)


def test_a_profile_offers_its_own_words_with_their_proof() -> None:
    offers = offers_of(PROFILE)
    assert [(each.topic, each.text) for each in offers] == [
        ("goals", "Sleep until four"),
        ("motives", "The old oven failed"),
        ("objections", "Too dear"),
        ("words", "It pays in May"),
    ]
    assert offers[0].evidence == (PROOF, WHOLE)
    assert (offers[0].field, offers[0].item) == ("needs.goals", "g1")


def test_what_was_taken_is_offered_no_more_even_where_it_was_reworded() -> None:
    offers = offers_of(PROFILE)
    lines = (replace(take(offers[0]), text="Sleep longer"), take(offers[2]))
    left = offers_of(PROFILE, Persona(id="p", profile="bakers", lines=lines))
    assert [each.topic for each in left] == ["motives", "words"]


def test_a_line_has_ids_of_its_own() -> None:
    offer = offers_of(PROFILE)[0]
    one, other = take(offer), take(offer)
    assert one.id != other.id
    assert {e.id for e in one.evidence}.isdisjoint(e.id for e in other.evidence)
    assert [e.source for e in one.evidence] == ["team", "outside"]


def test_titles_are_offered_until_there_is_a_card() -> None:
    assert titles_offered(with_profile(), PROFILE) == ("Owner", "Master baker")
    owner = Persona(id="p", profile="bakers", title="owner")
    assert titles_offered(with_profile(owner), PROFILE) == ("Master baker",)


def test_a_theme_and_a_quote_stand_behind_the_line_made_of_them() -> None:
    theme = take(theme_offer(Theme(id="cold", name="Cold ovens"), "challenges"))
    assert (theme.text, theme.evidence[0].theme) == ("Cold ovens", "cold")
    quote = take(quote_offer(Quote(id="q", question="", start=0, text="So\ncold"), "motives"))
    assert (quote.text, quote.evidence[0].quotes) == ("“So cold”", ("q",))


def test_quotes_are_found_where_the_talk_counts() -> None:
    project = make_sample("insurance-brokers")
    heard = quotes_heard(project, project.profiles[0].id)
    assert heard
    assert [quote.starred for _talk, quote in heard] == sorted(
        (quote.starred for _talk, quote in heard), reverse=True
    )
    talk, quote = heard[0]
    assert find_quote(project, quote.id) == (talk, quote)
    assert find_quote(project, "") is None
    assert find_quote(replace(project, interviews=()), quote.id) is None


def test_every_sample_offers_lines_that_lead_to_a_field() -> None:
    for sample in sample_ids():
        project = make_sample(sample)
        worksheet = worksheet_of(project)
        profile = project.profiles[0]
        offers = offers_of(profile)
        assert {each.topic for each in offers} >= {"goals", "challenges", "channels"}, sample
        assert all(worksheet.field(each.field) for each in offers)


def test_a_persona_is_called_by_what_is_known() -> None:
    assert call_persona(Persona(id="p", profile="x", title=" The planner ")) == "The planner"
    assert call_persona(Persona(id="p", profile="x", occupation="Planner")) == "Planner"
    assert call_persona(Persona(id="p", profile="x")) == "A persona without a name"
    assert say_parts(Persona(id="p", profile="x", parts=("decides", "pays"))) == "Decides, Pays"
