"""Doing, undoing, telling."""

from icp_desktop.model.edits import RenameProfile, SetMarket, SetValue
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.values import Text
from icp_desktop.open_project import Change, OpenProject


def make_project() -> Project:
    profile = Profile(id="p1", name="First", market="both")
    return Project(id="x", client="Bakery", name="Profiles", worksheet="", profiles=(profile,))


def typed(text: str) -> SetValue:
    return SetValue(place="p1", field="needs.result", value=Text(text=text), label="Result")


def test_undo_gives_the_identical_earlier_project() -> None:
    first = make_project()
    opened = OpenProject(first)
    opened.do(typed("a"))
    second = opened.project
    opened.do(RenameProfile(profile="p1", name="Other", label="Rename"))
    assert opened.undo()
    assert opened.project is second
    assert opened.undo()
    assert opened.project is first
    assert not opened.undo()
    assert opened.redo()
    assert opened.project is second


def test_typing_in_one_field_is_one_step_until_it_is_sealed() -> None:
    opened = OpenProject(make_project())
    first = opened.project
    for text in ("w", "wo", "wor"):
        opened.do(typed(text), merge="p1/needs.result")
    opened.seal()
    opened.do(typed("word"), merge="p1/needs.result")
    opened.undo()
    assert opened.project.profile("p1").answer("needs.result").value == Text(text="wor")
    opened.undo()
    assert opened.project is first


def test_what_is_not_typed_is_a_step_of_its_own_and_ends_the_typing() -> None:
    opened = OpenProject(make_project())
    opened.do(typed("a"), merge="m")
    assert not opened.do(SetMarket(profile="p1", market="both", label="Market"))
    opened.do(typed("b"), merge="m")
    opened.do(typed("c"))
    opened.do(typed("d"), merge="m")
    for text in ("c", "b", "a"):
        opened.undo()
        assert opened.project.profile("p1").answer("needs.result").value == Text(text=text)


def test_typing_after_an_undo_is_a_step_of_its_own() -> None:
    opened = OpenProject(make_project())
    opened.do(typed("a"), merge="m")
    opened.seal()
    opened.do(typed("b"), merge="m")
    opened.undo()
    opened.do(typed("c"), merge="m")
    opened.undo()
    assert opened.project.profile("p1").answer("needs.result").value == Text(text="a")


def test_a_new_edit_ends_redo_and_nothing_changed_is_no_step() -> None:
    opened = OpenProject(make_project())
    assert not opened.do(SetMarket(profile="p1", market="both", label="Market"))
    assert opened.undo_label is None
    opened.do(typed("a"))
    opened.undo()
    assert opened.redo_label == "Result"
    opened.do(typed("b"))
    assert opened.redo_label is None


def test_subscribers_hear_of_each_change_until_they_leave() -> None:
    opened = OpenProject(make_project())
    heard: list[Change] = []
    leave = opened.subscribe(heard.append)
    opened.do(typed("a"))
    opened.undo()
    leave()
    opened.redo()
    assert len(heard) == 2
    assert heard[0].after is opened.project
    assert heard[0].after is heard[1].before
