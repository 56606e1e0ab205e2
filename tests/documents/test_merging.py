"""Two copies edited apart become one: nothing typed is lost, conflicts are shown, undo is whole."""

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import edits_of, filled_project, projects

from icp_desktop.documents.merging import Copy, propose_merge, typed
from icp_desktop.model.comparing import differences
from icp_desktop.model.edits import Edit, RemoveProfile, SetValue, SetWeight
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Quote
from icp_desktop.model.links import settled
from icp_desktop.model.merging import forks
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Proposal
from icp_desktop.model.talk_edits import MarkQuote, WriteTalk
from icp_desktop.model.values import Term, Terms, Text
from icp_desktop.open_project import OpenProject

# A project at random is too large to be made smaller in a time that anybody waits for.
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
TODAY = date(2026, 11, 25)


def proposed(base: Project | None, ours: Project, theirs: Project) -> Proposal:
    copy = Copy(project=theirs, name="Ann", base=base)
    return propose_merge(ours, copy, title="Merge the copy of Ann", today=TODAY)


def said(project: Project) -> set[str]:
    """All that was typed in a project, but for whole files of questions and marks on words."""
    bare = replace(
        project,
        worksheet="",
        questionnaires=(),
        interviews=tuple(replace(each, quotes=()) for each in project.interviews),
    )
    return set(typed(bare))


def lost(base: Project, ours: Project, theirs: Project, merged: Project) -> set[str]:
    """What one side typed anew and nothing of the merged project says any more."""
    there = said(merged)
    whole = "\n".join(there)
    new = (said(ours) | said(theirs)) - said(base)
    return {each for each in new if each not in there and each not in whole}


def gone_through(project: Project, edits: Iterable[Edit]) -> Project:
    """Make some edits in a row, as far as what they are about is still there."""
    for edit in edits:
        with contextlib.suppress(KeyError):
            project = settled(edit.apply(project), project)
    return project


PAIRS = 25  # of edit runs on each of 40 projects: a thousand


@settings(max_examples=40, deadline=None, phases=QUICK, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_thousand_pairs_of_copies_edited_apart_lose_nothing(data: st.DataObject) -> None:
    base = settled(data.draw(projects))
    pool = data.draw(st.lists(edits_of(base), min_size=4, max_size=16))
    chance = data.draw(st.randoms(use_true_random=False))
    for _pair in range(PAIRS):
        ours, theirs = (
            gone_through(base, chance.choices(pool, k=chance.randint(1, 6))) for _side in range(2)
        )
        proposal = proposed(base, ours, theirs)
        everything = {each.id for each in proposal.suggestions}
        assert len(everything) == len(proposal.suggestions)
        assert conflicts(base, ours, theirs) <= {
            each.id for each in proposal.suggestions if each.group == "both"
        }
        ticked = {each.id for each in proposal.suggestions if each.chosen}
        both = {each.id for each in proposal.suggestions if each.group == "both"}
        some = (ticked - both) | {each for each in both if chance.random() < 0.5}
        opened = OpenProject(ours)
        for chosen in (everything, ticked, some):
            opened.do(proposal.accept(chosen))
            assert lost(base, ours, theirs, opened.project) == set()
            while opened.undo():
                pass
            assert opened.project is ours


def conflicts(base: Project, ours: Project, theirs: Project) -> set[str]:
    """The ids of what both sides changed differently, found without the code of the merge."""
    mine, other = (
        {each.path: each.after for each in differences(base, side) if each.turn == "changed"}
        for side in (ours, theirs)
    )
    return {
        "/".join((*path, "changed"))
        for path in mine.keys() & other.keys()
        if mine[path] != other[path] and not isinstance(mine[path], Evidence)
    }


def with_value(project: Project, value: object, field: str = "company.size") -> Project:
    return SetValue(place="bakers", field=field, value=value).apply(project)  # type: ignore[arg-type]


def test_what_one_side_changed_is_ticked_and_taken() -> None:
    base = filled_project()
    ours = SetWeight(place="bakers", field="company.industry", weight="must").apply(base)
    theirs = with_value(base, Text(text="Ten or so"))
    (found,) = proposed(base, ours, theirs).suggestions
    assert (found.what, found.ours, found.theirs) == ("Size · Town bakers", "", "Ten or so")
    assert found.chosen
    merged = proposed(base, ours, theirs).accept({found.id}).apply(ours)
    assert merged.profile("bakers").answer("company.size").value == Text(text="Ten or so")
    assert merged.profile("bakers").answer("company.industry").weight == "must"
    assert merged.comments == ()


def test_a_conflict_keeps_both_texts_whichever_is_taken() -> None:
    base = with_value(filled_project(), Text(text="Ten"))
    ours, theirs = (with_value(base, Text(text=each)) for each in ("Eight", "Twelve"))
    proposal = proposed(base, ours, theirs)
    (found,) = proposal.suggestions
    assert (found.group, found.ours, found.theirs) == ("both", "Eight", "Twelve")
    assert not found.chosen
    assert found.reason == "Before both changed it: Ten"
    assert proposal.groups[0].title == "Changed on both sides: 1"
    kept, taken = (proposal.accept(each).apply(ours) for each in ((), {found.id}))
    assert kept.profile("bakers").answer("company.size").value == Text(text="Eight")
    assert taken.profile("bakers").answer("company.size").value == Text(text="Twelve")
    assert [each.text for each in kept.comments] == ["In the copy it says: Twelve"]
    assert [each.text for each in taken.comments] == ["Before the merge it said here: Eight"]
    (comment,) = kept.comments
    assert (comment.place, comment.field, comment.who) == ("bakers", "company.size", "Ann")
    assert proposal.accept(()).apply(kept) is kept


def test_lists_take_the_entries_of_both_sides() -> None:
    first = Term(id="t1", text="Bakeries")
    base = with_value(filled_project(), Terms(items=(first, Term(id="t2", text="Cafés"))))
    ours = with_value(base, Terms(items=(first, Term(id="t3", text="Inns"))))
    theirs = with_value(
        base, Terms(items=(first, Term(id="t2", text="Cafés"), Term(id="t4", text="Hotels")))
    )
    proposal = proposed(base, ours, theirs)
    (found,) = proposal.suggestions
    assert (found.chosen, found.theirs) == (True, "Hotels")
    value = proposal.accept({found.id}).apply(ours).profile("bakers").answer("company.size").value
    assert isinstance(value, Terms)
    assert {item.text for item in value.items} == {"Bakeries", "Inns", "Hotels"}


def test_what_was_taken_out_there_and_not_touched_here_goes() -> None:
    base = filled_project()
    theirs = RemoveProfile(profile="chains").apply(base)
    (found,) = proposed(base, base, theirs).suggestions
    assert (found.chosen, found.reason) == (True, "It was taken out there.")
    ours = SetWeight(place="chains", field="needs.pains", weight="warns").apply(base)
    (found,) = proposed(base, ours, theirs).suggestions
    assert (found.group, found.chosen) == ("both", False)


def test_what_was_taken_out_here_and_worked_on_there_comes_back() -> None:
    base = filled_project()
    ours = RemoveProfile(profile="chains").apply(base)
    theirs = SetWeight(place="chains", field="needs.pains", weight="warns").apply(base)
    (found,) = proposed(base, ours, theirs).suggestions
    assert (found.group, found.chosen) == ("both", True)
    assert proposed(base, ours, base).suggestions == ()


def test_quotes_marked_here_keep_the_words_they_are_marked_in() -> None:
    base = filled_project()
    quote = Quote(id="q1", question="why", start=3, text="saves the early morning")
    ours = MarkQuote(interview="talk1", quote=quote).apply(base)
    theirs = WriteTalk(interview="talk1", question="why", text="Mornings are calm.").apply(base)
    (found,) = proposed(base, ours, theirs).suggestions
    assert (found.group, found.chosen) == ("both", False)
    longer = WriteTalk(
        interview="talk1", question="why", text="Well. It saves the early morning."
    ).apply(base)
    (found,) = proposed(base, ours, longer).suggestions
    merged = proposed(base, ours, longer).accept({found.id}).apply(ours)
    assert merged.interview("talk1").quotes == (replace(quote, start=9),)


def test_counts_that_follow_from_talks_are_no_conflict() -> None:
    base = settled(_with_linked_proof(filled_project()))
    talks = base.interviews
    one, other = (replace(talks[0], id=each, person=f"Person {each}") for each in ("a", "b"))
    ours, theirs = (settled(replace(base, interviews=(*talks, each))) for each in (one, other))
    proposal = proposed(base, ours, theirs)
    assert [each.group for each in proposal.suggestions] == ["theirs"]
    opened = OpenProject(ours)
    opened.do(proposal.accept([each.id for each in proposal.suggestions]))
    (piece,) = opened.project.about[0].evidence
    assert (piece.count, piece.total) == (1, 3)


def _with_linked_proof(project: Project) -> Project:
    piece = Evidence(id="e", source="interviews", interviews=("talk1",))
    return replace(project, about=(replace(project.about[0], evidence=(piece,)),))


@settings(max_examples=60, deadline=None, phases=QUICK)
@given(projects, projects)
def test_without_a_common_state_taking_all_leaves_no_difference(
    ours: Project, theirs: Project
) -> None:
    ours, theirs = settled(ours), settled(theirs)
    proposal = proposed(None, ours, theirs)
    merged = proposal.accept([each.id for each in proposal.suggestions]).apply(ours)
    assert forks(None, merged, theirs) == ()
    assert merged.id == ours.id


@settings(max_examples=40, deadline=None, phases=QUICK)
@given(st.data())
def test_without_a_common_state_what_is_ticked_loses_nothing_of_ours(data: st.DataObject) -> None:
    ours = settled(data.draw(projects))
    theirs = gone_through(ours, data.draw(st.lists(edits_of(ours), max_size=4)))
    proposal = proposed(None, ours, theirs)
    ticked = {each.id for each in proposal.suggestions if each.chosen}
    merged = proposal.accept(ticked).apply(ours)
    assert said(ours) <= said(merged)
    assert {each.id for each in ours.comments} <= {each.id for each in merged.comments}


def test_where_the_base_is_older_what_was_perhaps_changed_back_is_told() -> None:
    base = with_value(filled_project(), Text(text="Ten"))
    ours = with_value(base, Text(text="Eight"))
    copy = Copy(project=base, name="Ann", base=base, exact=False)
    proposal = propose_merge(ours, copy, title="Merge", today=TODAY)
    (found,) = proposal.suggestions
    assert (found.group, found.chosen, found.theirs) == ("ours", False, "Ten")


def test_the_lead_says_what_there_is() -> None:
    base = with_value(filled_project(), Text(text="Ten"))
    ours, theirs = (with_value(base, Text(text=each)) for each in ("Eight", "Twelve"))
    assert proposed(base, ours, base).lead == "There is nothing new in it."
    assert proposed(base, base, theirs).lead == (
        "1 thing was changed there. Nothing of yours is in its way."
    )
    assert "1 of them was changed here too" in proposed(base, ours, theirs).lead
    assert "Nobody knows which side changed what" in proposed(None, ours, theirs).lead
