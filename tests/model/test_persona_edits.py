"""Personas: each change keeps the rest, and their proof is counted as that of answers is."""

from dataclasses import replace
from datetime import date

from strategies import filled_project

from icp_desktop.model.body import make_body
from icp_desktop.model.edits import Edit, RemoveProfile
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.forgetting import forget, person_of
from icp_desktop.model.interview import Interview, InterviewAnswer, Quote, Theme
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.persona_edits import (
    LeadWithQuote,
    LinkLine,
    NamePersona,
    PutLines,
    RemoveLine,
    RenamePersona,
    SetLineProof,
    SetOccupation,
    SetParts,
    SetPicture,
    ShowFace,
    copy_persona,
)
from icp_desktop.model.project import Project
from icp_desktop.model.source_edits import WithdrawSource
from icp_desktop.model.talk_edits import MergeThemes, RemoveInterview
from icp_desktop.open_project import OpenProject

SAID = "The oven is cold when the van comes."
GOAL = PersonaLine(id="goal", topic="goals", text="Bread in the van by six")
COLD = PersonaLine(
    id="cold",
    topic="challenges",
    text="“The oven is cold”",
    evidence=(Evidence(id="e", source="interviews", quotes=("q1",)),),
)
BAKER = Persona(id="baker", profile="bakers", title="The master baker", lines=(GOAL, COLD))


def project(*personas: Persona) -> Project:
    talks = tuple(
        Interview(
            id=f"talk{n}",
            day=date(2026, 10, n),
            person=f"Person Number{n}",
            answers=(InterviewAnswer(question="why", text=SAID),),
            quotes=(Quote(id=f"q{n}", question="why", start=0, text="The oven is cold"),),
        )
        for n in (1, 2)
    )
    themes = (Theme(id="cold", name="Cold ovens"), Theme(id="late", name="Late vans"))
    return replace(filled_project(), interviews=talks, themes=themes, personas=personas)


def changed(edit: Edit) -> Persona:
    before = project(BAKER)
    after = edit.apply(before)
    assert edit.apply(after) is after, "the same again is no step"
    return after.persona("baker")


def test_each_change_puts_in_one_thing_and_keeps_the_rest() -> None:
    picture = make_body(b"pixels", "png")
    edits: tuple[tuple[Edit, dict[str, object]], ...] = (
        (RenamePersona(persona="baker", title="The owner"), {"title": "The owner"}),
        (SetOccupation(persona="baker", occupation="Baker"), {"occupation": "Baker"}),
        (SetParts(persona="baker", parts=("uses", "starts")), {"parts": ("starts", "uses")}),
        (RemoveLine(persona="baker", line="goal"), {"lines": (COLD,)}),
        (LeadWithQuote(persona="baker", quote="q2"), {"quote": "q2"}),
        (ShowFace(persona="baker", shown=True), {"shown": True}),
        (NamePersona(persona="baker", name="Odo"), {"name": "Odo"}),
        (SetPicture(persona="baker", picture=picture), {"picture": picture}),
        (SetLineProof(persona="baker", line="cold", evidence=()),
         {"lines": (GOAL, replace(COLD, evidence=()))}),
    )  # fmt: skip
    for edit, after in edits:
        assert changed(edit) == replace(BAKER, **after)  # type: ignore[arg-type]


def test_lines_are_added_at_the_end_or_in_the_place_of_their_id() -> None:
    sooner = replace(GOAL, text="Bread in the van by five")
    new = PersonaLine(id="new", topic="words", text="Warm by four")
    after = changed(PutLines(persona="baker", lines=(sooner, new)))
    assert after.lines == (sooner, COLD, new)
    assert after.about("goals") == (sooner,)


def test_a_persona_that_is_gone_is_left_alone() -> None:
    before = project()
    assert RenamePersona(persona="baker", title="x").apply(before) is before


def test_a_quote_joins_those_that_speak_for_a_line() -> None:
    piece = Evidence(id="n", source="interviews", quotes=("q2",))
    opened = OpenProject(project(BAKER))
    opened.do(LinkLine(persona="baker", line="cold", piece=piece))
    (proof,) = opened.project.persona("baker").line("cold").evidence
    assert (proof.quotes, proof.count, proof.total) == (("q1", "q2"), 2, 2)
    opened.do(RemoveInterview(interview="talk1"))
    (proof,) = opened.project.persona("baker").line("cold").evidence
    assert (proof.count, proof.total) == (1, 1)


def test_themes_that_become_one_and_sources_that_go_are_followed() -> None:
    pieces = (
        Evidence(id="t", source="interviews", theme="cold"),
        Evidence(id="s", source="outside", reference="Yearbook"),
    )
    opened = OpenProject(project(replace(BAKER, lines=(replace(GOAL, evidence=pieces),))))
    opened.do(MergeThemes(theme="cold", into="late"))
    opened.do(WithdrawSource(key="yearbook"))
    (proof,) = opened.project.persona("baker").line("goal").evidence
    assert proof.theme == "late"


def test_a_profile_takes_its_personas_with_it_and_undo_brings_them_back() -> None:
    opened = OpenProject(project(BAKER, replace(BAKER, id="other", profile="chains")))
    opened.do(RemoveProfile(profile="bakers"))
    assert [each.id for each in opened.project.personas] == ["other"]
    opened.undo()
    assert opened.project.personas_of("bakers") == (BAKER,)


def test_adding_and_removing_go_by_id() -> None:
    added = PutItem(folder="personas", item=BAKER).apply(project())
    assert added.personas == (BAKER,)
    assert RemoveItem(folder="personas", item="baker").apply(added).personas == ()


def test_a_copy_says_the_same_under_ids_of_its_own() -> None:
    copy = copy_persona(BAKER, "The journeyman", profile="chains")
    assert (copy.title, copy.profile) == ("The journeyman", "chains")
    assert [(x.topic, x.text) for x in copy.lines] == [(x.topic, x.text) for x in BAKER.lines]
    ids = {copy.id, *(x.id for x in copy.lines), *(e.id for x in copy.lines for e in x.evidence)}
    assert not ids & {"baker", "goal", "cold", "e"}
    assert copy.lines[1].evidence[0].quotes == ("q1",)


def test_the_words_of_who_is_forgotten_leave_the_card() -> None:
    before = project(replace(BAKER, quote="q1", title="Like Person Number1"))
    after = forget(before, person_of(before, "talk1"))
    card = after.persona("baker")
    assert card.lines == (GOAL,)
    assert "Number1" not in card.title
