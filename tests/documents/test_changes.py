"""What changed, in words: everything that differs is named once, old and new."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edits_of, filled_project, projects

from icp_desktop.documents.changes import changes_between
from icp_desktop.documents.part_names import FOLDER_NAMES, folder_name, one_of
from icp_desktop.model.comparing import differences
from icp_desktop.model.edits import (
    RenameProfile,
    SetEvidence,
    SetNextTest,
    SetValue,
    SetWeight,
)
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.items import PutItem
from icp_desktop.model.names import FOLDERS, Folder
from icp_desktop.model.project import Project
from icp_desktop.model.talk_edits import WriteTalk
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text

# Records are made by their types; figures that no project can hold are none.
st.register_type_strategy(Decimal, st.decimals(-(10**18), 10**18, allow_nan=False, places=4))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_everything_that_differs_is_named_once(data: st.DataObject) -> None:
    before = after = data.draw(projects)
    for _step in range(data.draw(st.integers(1, 6))):
        after = data.draw(edits_of(after)).apply(after)
    found = changes_between(before, after)
    parts = [part for group in found.groups for each in group.changes for part in each.parts]
    named = [path for part in parts for path in part.paths]
    assert sorted(named) == sorted(each.path for each in differences(before, after))
    assert all(part.old != part.new for part in parts)
    assert all(each.name for group in found.groups for each in group.changes)
    assert all(group.title for group in found.groups)


@settings(max_examples=40, deadline=None)
@given(projects, projects)
def test_any_two_projects_can_be_compared(one: Project, other: Project) -> None:
    found = changes_between(one, other)
    assert bool(found.count) == bool(differences(one, other))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_has_a_name_for_people(folder: Folder) -> None:
    assert folder_name(folder)
    assert one_of(folder)
    assert set(FOLDER_NAMES) <= set(FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS)
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_a_thing_of_any_folder_is_named_when_it_comes_changes_and_goes(
    folder: Folder, data: st.DataObject
) -> None:
    cls: Any = get_args(get_type_hints(Project)[folder])[0]
    item = data.draw(st.builds(cls, id=st.just("here")))
    other = data.draw(st.builds(cls, id=st.just("here")))
    without = replace(filled_project(), **{folder: ()})  # type: ignore[arg-type]
    one = PutItem(folder=folder, item=item).apply(without)
    for before, after in ((without, one), (one, without)):
        found = changes_between(before, after)
        assert found.count == 1
        (change,) = found.groups[0].changes
        assert change.place == "here"
        assert change.name
    changed = changes_between(one, PutItem(folder=folder, item=other).apply(without))
    assert bool(changed.count) == (item != other)


def test_an_answer_is_told_old_and_new_with_its_marks() -> None:
    before = filled_project()
    proof = Evidence(id="e9", source="customers", count=14, total=16)
    after = SetEvidence(place="", field="about.offers", evidence=(proof,)).apply(
        SetValue(place="", field="about.offers", value=Text(text="Same-day repairs")).apply(before)
    )
    found = changes_between(before, after)
    assert found.summary == "1 answer differs."
    (group,) = found.groups
    (change,) = group.changes
    assert (group.title, change.name) == ("About us", "Offers")
    said, proven = change.parts
    assert (said.name, said.old, said.new) == ("", "Repairs within a day", "Same-day repairs")
    assert (proven.name, proven.old, proven.new) == ("Proof", "", "14 of 16 best")
    assert (change.old_mark, change.new_mark) == ("assumption", "customers")
    assert (change.old_proof, change.new_proof) == ("Assumption", "14 of 16 best")


def test_only_the_entries_that_differ_are_told() -> None:
    one = Terms(items=(Term(id="t1", text="Bakeries"), Term(id="t2", text="Cafés")))
    proof = Evidence(id="e9", source="team", count=3)
    other = Terms(
        items=(
            Term(id="t1", text="Bakers", evidence=(proof,)),
            Term(id="t2", text="Cafés", next_test=NextTest(what="Ask six", who="Jonas Krume")),
            Term(id="t3", text="Inns"),
        )
    )
    before, after = (
        SetValue(place="bakers", field="company.industry", value=each).apply(filled_project())
        for each in (one, other)
    )
    (group,) = changes_between(before, after).groups
    (change,) = group.changes
    assert (group.title, change.name) == ("Town bakers", "Industry")
    assert [(each.name, each.old, each.new) for each in change.parts] == [
        ("", "Bakeries", "Bakers"),
        ("Proof of “Bakers”", "", "3 colleagues"),
        ("Next test of “Cafés”", "", "Ask six (Jonas Krume)"),
        ("", "", "Inns"),
    ]


def test_both_halves_of_a_pair_are_one_part() -> None:
    before, after = (
        SetValue(place="bakers", field="needs.pains", value=Pairs(items=(each,))).apply(
            filled_project()
        )
        for each in (
            Pair(id="a", first="Stock runs out", second="We warn"),
            Pair(id="a", first="Stock rots", second="We cool"),
        )
    )
    ((change,),) = (group.changes for group in changes_between(before, after).groups)
    (part,) = change.parts
    assert (part.old, part.new) == ("Stock runs out – We warn", "Stock rots – We cool")
    assert len(part.paths) == 2


def test_how_much_it_matters_and_what_is_planned_are_told_in_words() -> None:
    before = filled_project()
    after = SetWeight(place="bakers", field="company.industry", weight="must").apply(before)
    plan = NextTest(what="Ask six", keep_if="four agree", by=date(2026, 12, 1))
    after = SetNextTest(place="bakers", field="company.industry", next_test=plan).apply(after)
    ((change,),) = (group.changes for group in changes_between(before, after).groups)
    weight, test = change.parts
    assert (weight.name, weight.old, weight.new) == (
        "How much it matters", "Nice to have", "Must have",
    )  # fmt: skip
    assert test.name == "Next test"
    assert "Ask six" in test.new
    assert "1 December 2026" in test.new


def test_things_of_a_project_are_called_by_their_names() -> None:
    before = filled_project()
    after = RenameProfile(profile="bakers", name="Village bakers").apply(before)
    after = WriteTalk(interview="talk1", question="why", text="It is calm.").apply(after)
    after = replace(after, client="Crust Ltd")
    project, profile, talks = changes_between(before, after).groups
    assert [each.title for each in (project, profile, talks)] == [
        "The project as a whole", "Village bakers", "Interviews",
    ]  # fmt: skip
    assert project.changes[0].name == "Name of the business"
    assert profile.changes[0].parts[0].name == "Name"
    (talk,) = talks.changes
    assert talk.name == "Interview: Ottilie Krume, Owner, Krume & Sons"
    assert (talk.parts[0].old, talk.parts[0].new) == (
        "It saves the early morning.", "It is calm.",
    )  # fmt: skip


def test_proof_that_differs_in_its_link_alone_still_says_so() -> None:
    before, after = (
        SetEvidence(
            place="",
            field="about.offers",
            evidence=(Evidence(id="e", source="team", theme=each),),
        ).apply(filled_project())
        for each in ("one", "two")
    )
    ((change,),) = (group.changes for group in changes_between(before, after).groups)
    (part,) = change.parts
    assert (part.old, part.new) == ("Theme: one", "Theme: two")


def test_the_same_says_that_nothing_differs() -> None:
    found = changes_between(filled_project(), filled_project())
    assert (found.count, found.summary, found.groups) == (0, "Nothing differs.", ())
