"""What differs is named part by part, and nothing else is."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import WORKSHEET, edits_of, filled_project, projects

from icp_desktop.codec.parts import to_json
from icp_desktop.model.comparing import Difference, differences
from icp_desktop.model.edits import SetValue, SetWeight
from icp_desktop.model.project import Project
from icp_desktop.model.tree import ABSENT, at, keyed, put, reorder
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text

KEYS = ("id", "field", "block", "question", "digest", "heading", "name")


def taken(ours: Project, theirs: Project, found: tuple[Difference, ...]) -> Project:
    """Take every difference over, one by one."""
    for each in found:
        if each.turn == "moved":
            ours = reorder(ours, each.path, tuple(keyed(at(theirs, each.path)) or ()))
        else:
            value = ABSENT if each.turn == "removed" else each.after
            ours = put(ours, each.path, value, each.behind)
    return ours


def leaves(data: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield all that a JSON says by its way, told apart by key where there is one."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, (*path, name))
    elif isinstance(data, list) and data and all(isinstance(each, dict) for each in data):
        for number, item in enumerate(data):
            key = next((item[key] for key in KEYS if key in item), str(number))
            yield from leaves(item, (*path, key))
    elif data not in (None, "", []):
        yield path, data


def edited(data: st.DataObject, project: Project, most: int = 6) -> Project:
    for _step in range(data.draw(st.integers(1, most))):
        project = data.draw(edits_of(project)).apply(project)
    return project


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_run_of_edits_is_named_exactly(data: st.DataObject) -> None:
    before = data.draw(projects)
    after = edited(data, before)
    found = differences(before, after)
    assert len({(each.path, each.turn) for each in found}) == len(found)
    assert differences(taken(before, after, found), after) == ()
    # Each is needed: without it something still differs.
    for number, each in enumerate(found):
        rest = taken(before, after, (*found[:number], *found[number + 1 :]))
        assert each.path in {other.path for other in differences(rest, after)}


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_the_json_of_both_differs_where_we_say_and_nowhere_else(data: st.DataObject) -> None:
    before = data.draw(projects)
    after = edited(data, before)
    one, other = (dict(leaves(json.loads(to_json(each)))) for each in (before, after))
    unlike = {path for path in {*one, *other} if one.get(path) != other.get(path)}
    # An answer that says nothing but stands there is as good as none.
    unlike = {path for path in unlike if path[-1] not in {"field", "kind", "weight"}}
    named = {each.path for each in differences(before, after)}
    for path in unlike:
        assert any(path[: len(each)] == each for each in named), path
    for each in named:
        assert at(before, each) != at(after, each)


def test_equal_projects_do_not_differ() -> None:
    assert differences(filled_project(), filled_project()) == ()
    assert differences(filled_project(), replace(filled_project(), id="another")) == ()


def test_entries_of_a_list_are_told_apart() -> None:
    mine = Terms(items=(Term(id="t1", text="Bakeries"), Term(id="t2", text="Inns")))
    other = Terms(items=(Term(id="t1", text="Bakers"), Term(id="t3", text="Hotels")))
    place = ("profiles", "bakers", "answers", "company.size", "value")
    before, after = (
        SetValue(place="bakers", field="company.size", value=each).apply(filled_project())
        for each in (mine, other)
    )
    assert [(each.path, each.turn) for each in differences(before, after)] == [
        ((*place, "items", "t1", "text"), "changed"),
        ((*place, "items", "t3"), "added"),
        ((*place, "items", "t2"), "removed"),
    ]


def test_another_order_of_a_list_is_a_difference() -> None:
    items = (Pair(id="a", first="One"), Pair(id="b", first="Two"), Pair(id="c", first="Three"))
    before, after = (
        SetValue(place="", field="needs.pains", value=Pairs(items=each)).apply(filled_project())
        for each in (items, (items[2], items[0], items[1]))
    )
    (found,) = differences(before, after)
    assert (found.turn, found.before, found.after) == ("moved", ("a", "b", "c"), ("c", "a", "b"))
    assert taken(before, after, (found,)) == after


def test_the_order_in_which_fields_were_answered_says_nothing() -> None:
    before = filled_project()
    profile = before.profiles[0]
    after = replace(before, profiles=(replace(profile, answers=profile.answers[::-1]),
                                      *before.profiles[1:]))  # fmt: skip
    assert differences(before, after) == ()


def test_an_answer_of_another_kind_is_one_difference() -> None:
    before = filled_project()
    value = Text(text="Many")
    after = SetValue(place="bakers", field="company.industry", value=value).apply(before)
    (found,) = differences(before, after)
    assert found.path == ("profiles", "bakers", "answers", "company.industry", "value")
    assert found.after == value


def test_a_first_answer_differs_in_what_was_touched_alone() -> None:
    before = replace(filled_project(), worksheet=WORKSHEET)
    after = SetWeight(place="chains", field="needs.pains", weight="warns").apply(before)
    (found,) = differences(before, after)
    assert found.path == ("profiles", "chains", "answers", "needs.pains", "weight")
    assert taken(before, after, (found,)) == after
    assert taken(after, before, differences(after, before)) == before
