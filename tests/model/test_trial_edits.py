"""Pilots and blind tests: logging, judging, showing the outcome."""

from dataclasses import replace
from datetime import date

from strategies import filled_project

from icp_desktop.codec.parts import changed_parts, from_parts, to_parts
from icp_desktop.model.blind_test import BlindTest, Candidate, Judge, Judgement
from icp_desktop.model.forgetting import MASK, Person, forget
from icp_desktop.model.items import PutItem
from icp_desktop.model.pilot import Pilot, PilotLead
from icp_desktop.model.trial_edits import LogWent, PutJudge, RemoveJudge, ShowOutcome

DAY = date(2026, 11, 25)
PILOT = Pilot(
    id="spring",
    name="Spring",
    profile="bakers",
    success="A first order",
    start=DAY,
    end=date(2026, 12, 24),
    leads=(
        PilotLead(name="Alder", inside=True, tier="A"),
        PilotLead(name="Ottilie Krume", inside=False),
    ),
)
ANN = Judge(id="ann", person="Ann", judgements=(Judgement(candidate="c1", verdict="fit"),))
BLIND = BlindTest(
    id="blind",
    profile="bakers",
    day=DAY,
    listed="customers",
    candidates=(Candidate(id="c1", name="Alder", inside=True, tier="A"),),
)
PROJECT = replace(filled_project(), pilots=(PILOT,), blind_tests=(BLIND,))


def test_how_a_lead_went_is_logged_and_once_again_nothing() -> None:
    after = LogWent(pilot="spring", lead="Alder", went="yes").apply(PROJECT)
    assert [each.went for each in after.pilots[0].leads] == ["yes", "open"]
    assert LogWent(pilot="spring", lead="Alder", went="yes").apply(after) is after
    assert LogWent(pilot="spring", lead="Nobody", went="yes").apply(PROJECT) is PROJECT
    assert LogWent(pilot="gone", lead="Alder", went="yes").apply(PROJECT) is PROJECT


def test_a_judge_is_put_in_changed_and_taken_out_until_the_outcome_is_shown() -> None:
    judged = PutJudge(test="blind", judge=ANN).apply(PROJECT)
    assert judged.blind_tests[0].judges[0].verdict("c1") == "fit"
    assert judged.blind_tests[0].judges[0].verdict("c2") == "unsure"
    again = PutJudge(test="blind", judge=replace(ANN, judgements=())).apply(judged)
    assert len(again.blind_tests[0].judges) == 1
    assert RemoveJudge(test="blind", judge="ann").apply(judged) == PROJECT
    shown = ShowOutcome(test="blind", day=DAY).apply(judged)
    assert shown.blind_tests[0].shown == DAY
    assert PutJudge(test="blind", judge=replace(ANN, id="bob")).apply(shown) is shown
    assert ShowOutcome(test="blind", day=date(2027, 1, 1)).apply(shown) is shown


def test_each_is_a_part_of_its_own_and_comes_back_whole() -> None:
    parts = to_parts(PROJECT)
    assert {"pilots/spring.json", "blind_tests/blind.json"} <= set(parts)
    assert from_parts(parts) == PROJECT
    after = LogWent(pilot="spring", lead="Alder", went="no").apply(PROJECT)
    assert set(changed_parts(PROJECT, after)[0]) == {"project.json", "pilots/spring.json"}
    gone = replace(PROJECT, pilots=())
    assert changed_parts(PROJECT, gone)[1] == ("pilots/spring.json",)


def test_who_is_forgotten_is_no_lead_and_no_judge_by_name_any_more() -> None:
    judged = PutJudge(test="blind", judge=replace(ANN, person="Ottilie Krume")).apply(PROJECT)
    person = Person(talks=frozenset(), names=("Ottilie Krume", "yes", "open"), words=())
    after = forget(judged, person)
    assert after.pilots[0].leads[1].name == MASK
    assert after.pilots[0].leads[1].went == "open"
    assert after.blind_tests[0].judges[0].person == MASK
    assert from_parts(to_parts(after)) == after


def test_a_pilot_is_put_in_the_place_of_the_one_with_its_id() -> None:
    other = replace(PILOT, success="A demo")
    after = PutItem(folder="pilots", item=other).apply(PROJECT)
    assert after.pilots == (other,)
