"""Each edit changes what it names and nothing else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from icp_desktop.model.edits import (
    BUSINESS,
    AddProfile,
    Edit,
    RemoveProfile,
    RenameProfile,
    ReplaceProject,
    RetireProfile,
    SetEvidence,
    SetMarket,
    SetNextTest,
    SetSummary,
    SetValue,
    SetWeight,
    Together,
)
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.ids import is_id, new_id
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.project_edits import SetProjectDetails
from icp_desktop.model.values import NumberRange, Pair, Pairs, Term, Terms, Text, is_empty

PROOF = (Evidence(id="e1", source="team", count=3),)


@pytest.fixture
def project() -> Project:
    profiles = (Profile(id="p1", name="A", market="b2b"), Profile(id="p2", name="B", market="b2c"))
    return Project(id="x", client="Bakery", name="Profiles", worksheet="", profiles=profiles)


def test_an_answer_keeps_weight_and_proof_when_its_value_changes(project: Project) -> None:
    steps = Together(
        edits=(
            SetValue(place="p1", field="f", value=Text(text="old")),
            SetWeight(place="p1", field="f", weight="must"),
            SetEvidence(place="p1", field="f", evidence=PROOF),
            SetNextTest(place="p1", field="f", next_test=NextTest(what="Ask")),
            SetValue(place="p1", field="f", value=Text(text="new")),
        )
    )
    answer = steps.apply(project).profile("p1").answer("f")
    assert (answer.value, answer.weight) == (Text(text="new"), "must")
    assert (answer.evidence, answer.next_test) == (PROOF, NextTest(what="Ask"))


def test_answers_about_the_business_belong_to_the_project(project: Project) -> None:
    after = SetValue(place=BUSINESS, field="about.difference", value=Text(text="x")).apply(project)
    assert after.about[0].field == "about.difference"
    assert after.profiles is project.profiles


def test_clearing_an_answer_leaves_no_trace(project: Project) -> None:
    filled = SetValue(place="p1", field="f", value=Text(text="x")).apply(project)
    assert SetValue(place="p1", field="f", value=None).apply(filled) == project
    assert SetValue(place="p1", field="f", value=Text(text="  ")).apply(filled) == project


@pytest.mark.parametrize(
    "edit",
    [
        SetValue(place="p1", field="f", value=None),
        SetWeight(place="p1", field="f", weight="nice"),
        SetMarket(profile="p1", market="b2b"),
        RenameProfile(profile="p1", name="A"),
        SetSummary(profile="p1", summary=""),
        RetireProfile(profile="p1", reason=None, day=date(2026, 1, 1)),
        RemoveProfile(profile="gone"),
        AddProfile(profile=Profile(id="p1", name="again", market="b2b")),
        SetProjectDetails(client="Bakery", name="Profiles", language="en", currency="USD"),
        Together(edits=()),
    ],
)
def test_an_edit_that_changes_nothing_gives_the_same_object(project: Project, edit: Edit) -> None:
    assert edit.apply(project) is project


def test_an_edit_touches_no_other_profile(project: Project) -> None:
    after = SetMarket(profile="p1", market="both").apply(project)
    assert after.profile("p2") is project.profile("p2")
    assert after.profile("p1") == replace(project.profile("p1"), market="both")


def test_replacing_keeps_the_id_of_the_open_project(project: Project) -> None:
    other = replace(project, id="y", client="Other")
    assert ReplaceProject(project=other).apply(project) == replace(other, id="x")


def test_profiles_are_added_retired_and_removed(project: Project) -> None:
    third = Profile(id="p3", name="C", market="b2b", kind="negative")
    after = AddProfile(profile=third).apply(project)
    after = RetireProfile(profile="p3", reason="Sold", day=date(2026, 1, 1)).apply(after)
    retired = after.profile("p3").retired
    assert retired is not None
    assert retired.reason == "Sold"
    assert RemoveProfile(profile="p3").apply(after) == project


def test_an_unknown_profile_is_a_bug(project: Project) -> None:
    with pytest.raises(KeyError):
        SetValue(place="gone", field="f", value=Text(text="x")).apply(project)


@pytest.mark.parametrize(
    ("value", "empty"),
    [
        (None, True),
        (Text(text=" \n"), True),
        (Text(text="a"), False),
        (Terms(items=()), True),
        (Terms(items=(Term(id="a", text="x"),)), False),
        (Pairs(items=(Pair(id="a", first="", second=" "),)), True),
        (Pairs(items=(Pair(id="a", first="", second="x"),)), False),
        (NumberRange(low=None, high=None), True),
        (NumberRange(low=Decimal(0), high=None), False),
    ],
)
def test_hollow_values_are_empty(value: object, *, empty: bool) -> None:
    assert is_empty(value) is empty  # type: ignore[arg-type]


def test_ids_are_fresh_and_safe_as_file_names() -> None:
    ids = {new_id() for _ in range(1_000)}
    assert len(ids) == 1_000
    assert all(is_id(each) for each in ids)
    assert not any(is_id(bad) for bad in ("", "../a", "a/b", "A", "a..b", "a" * 65, "a b", ".a"))
