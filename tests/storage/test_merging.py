"""What differs, and that taking it leaves no difference."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edits_of, evidence, filled_project, projects

from icp_desktop.model.edits import SetValue, Together
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal, Suggestion
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text
from icp_desktop.open_project import OpenProject
from icp_desktop.storage.merging import Difference, differences


def take(ours: Project, found: tuple[Difference, ...]) -> Project:
    return Together(edits=tuple(each.edit for each in found)).apply(ours)


def with_value(project: Project, value: object, field: str = "company.size") -> Project:
    return SetValue(place="bakers", field=field, value=value).apply(project)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_taking_all_of_a_changed_copy_leaves_no_difference(data: st.DataObject) -> None:
    ours = theirs = data.draw(projects)
    for _step in range(data.draw(st.integers(1, 8))):
        theirs = data.draw(edits_of(theirs)).apply(theirs)
    found = differences(ours, theirs)
    assert len({each.id for each in found}) == len(found)
    merged = take(ours, found)
    assert differences(merged, theirs) == ()
    assert bool(found) == (merged != ours)


@settings(max_examples=60, deadline=None)
@given(projects, projects)
def test_taking_all_of_another_project_leaves_no_difference(ours: Project, theirs: Project) -> None:
    merged = take(ours, differences(ours, theirs))
    assert differences(merged, theirs) == ()
    assert merged.id == ours.id


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_what_is_ticked_at_first_loses_nothing_of_ours(data: st.DataObject) -> None:
    ours = data.draw(projects)
    theirs = data.draw(edits_of(ours)).apply(ours)
    merged = take(ours, tuple(each for each in differences(ours, theirs) if each.chosen))
    lost = [each for each in differences(merged, ours) if each.what in {"value", "items"}]
    assert [each for each in lost if each.theirs is not None] == []


def test_equal_projects_do_not_differ() -> None:
    assert differences(filled_project(), filled_project()) == ()


def test_a_list_takes_what_was_added_and_keeps_ours() -> None:
    mine = Terms(items=(Term(id="t1", text="Bakeries"), Term(id="t3", text="Inns")))
    other = Terms(items=(Term(id="t1", text="Bakeries"), Term(id="t4", text="Hotels")))
    ours, theirs = (with_value(filled_project(), each) for each in (mine, other))
    added, missing = differences(ours, theirs)
    assert (added.what, added.chosen, missing.what, missing.chosen) == (
        "items", True, "missing_items", False,
    )  # fmt: skip
    assert (added.place, added.field, added.ours, added.theirs) == (
        "bakers", "company.size", mine, other,
    )  # fmt: skip
    both = take(ours, (added,)).profile("bakers").answer("company.size").value
    assert isinstance(both, Terms)
    assert [item.text for item in both.items] == ["Bakeries", "Inns", "Hotels"]
    rest = take(ours, (missing,)).profile("bakers").answer("company.size").value
    assert rest == Terms(items=mine.items[:1])
    assert take(ours, (added, missing)) == theirs


def test_an_item_that_says_something_else_is_not_ticked() -> None:
    mine = Pairs(items=(Pair(id="a", first="Stock runs out"),))
    other = Pairs(items=(Pair(id="a", first="Stock rots"),))
    (found,) = differences(with_value(filled_project(), mine), with_value(filled_project(), other))
    assert (found.what, found.chosen) == ("items", False)


def test_an_answer_of_another_kind_replaces_ours() -> None:
    ours = with_value(filled_project(), Text(text="ten"))
    theirs = with_value(filled_project(), Terms(items=(Term(id="t", text="ten"),)))
    (found,) = differences(ours, theirs)
    assert (found.what, found.chosen) == ("value", False)
    assert take(ours, (found,)) == theirs
    (back,) = differences(filled_project(), ours)
    assert (back.what, back.ours, back.chosen) == ("value", None, True)


def test_profiles_and_interviews_that_only_one_side_has() -> None:
    ours = filled_project()
    theirs = replace(ours, profiles=ours.profiles[1:], interviews=())
    lost = differences(ours, theirs)
    assert [(each.what, each.chosen) for each in lost] == [
        ("missing_profile", False),
        ("missing_interview", False),
    ]
    won = differences(theirs, ours)
    assert [(each.what, each.place, each.chosen) for each in won] == [
        ("profile", "bakers", True),
        ("interview", "talk1", True),
    ]


@given(evidence)
def test_proof_from_both_sides_stays(piece: object) -> None:
    ours = filled_project()
    answer = replace(ours.about[0], evidence=(piece,))
    theirs = replace(ours, about=(answer,))
    (found,) = differences(ours, theirs)
    assert (found.id, found.what, found.chosen) == ("about/about.offers/evidence", "evidence", True)
    assert take(ours, (found,)) == theirs


def test_a_proposal_becomes_one_step() -> None:
    ours = filled_project()
    theirs = replace(ours, client="Crust Ltd", name="Buyers")
    proposal = Proposal(
        title="Merge with “Krume.icp”",
        suggestions=tuple(
            Suggestion(
                id=each.id,
                edit=each.edit,
                what=each.what,
                ours=str(each.ours),
                theirs=str(each.theirs),
                chosen=each.chosen,
            )
            for each in differences(ours, theirs)
        ),
    )
    opened = OpenProject(ours)
    opened.do(proposal.accept({"client"}))
    assert opened.project == replace(ours, client="Crust Ltd")
    assert opened.undo_label == "Merge with “Krume.icp”"
    opened.undo()
    assert opened.project is ours
    assert proposal.accept(()).apply(ours) is ours
