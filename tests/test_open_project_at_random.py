"""H-R15: whatever is done, undone and redone, the project equals a plain model of it."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edits_of, filled_project, projects

from icp_desktop.codec.parts import from_parts, to_parts
from icp_desktop.model.edits import RenameProfile, SetValue
from icp_desktop.model.project import Project
from icp_desktop.model.values import Text
from icp_desktop.open_project import OpenProject


@settings(deadline=None)
@given(projects, st.data())
def test_undoing_everything_gives_the_first_project_identical(
    first: Project, data: st.DataObject
) -> None:
    written = to_parts(first)
    opened = OpenProject(first)
    for _ in range(data.draw(st.integers(0, 12))):
        opened.do(data.draw(edits_of(opened.project)))
    last = opened.project
    while opened.undo():
        pass
    assert opened.project is first
    assert to_parts(opened.project) == written
    while opened.redo():
        pass
    assert opened.project is last
    assert from_parts(to_parts(last)) == last


@settings(max_examples=60, deadline=None)
@given(projects, st.data())
def test_random_undo_and_redo_follow_two_piles_of_states(
    first: Project, data: st.DataObject
) -> None:
    opened = OpenProject(first)
    done: list[Project] = [first]
    undone: list[Project] = []
    for action in data.draw(st.lists(st.sampled_from(("do", "do", "undo", "redo")), max_size=25)):
        if action == "do":
            if opened.do(data.draw(edits_of(opened.project))):
                done.append(opened.project)
                undone.clear()
        elif action == "undo":
            assert opened.undo() is (len(done) > 1)
            if len(done) > 1:
                undone.append(done.pop())
        else:
            assert opened.redo() is bool(undone)
            if undone:
                done.append(undone.pop())
        assert opened.project is done[-1]


def test_ten_thousand_random_operations_keep_every_state() -> None:
    dice = random.Random(20261121)
    opened = OpenProject(filled_project())
    done, undone = [opened.project], []
    for number in range(10_000):
        action = dice.choice(("name", "value", "value", "undo", "redo"))
        if action == "undo" and opened.undo():
            undone.append(done.pop())
        elif action == "redo" and opened.redo():
            done.append(undone.pop())
        elif action in ("name", "value"):
            text = f"text {number}"
            name = RenameProfile(profile="bakers", name=text)
            value = SetValue(place="bakers", field=f"field.{number % 9}", value=Text(text=text))
            assert opened.do(name if action == "name" else value)
            done.append(opened.project)
            undone.clear()
        assert opened.project is done[-1]
    assert len(done) > 1_000
