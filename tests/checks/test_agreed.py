"""Who agreed to what, and whether it has changed since."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from strategies import filled_project, projects

from icp_desktop.checks.agreed import out_of_date, say_agreed, state_of
from icp_desktop.model.edits import RenameProfile, SetEvidence, SetNextTest, SetValue, SetWeight
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Project
from icp_desktop.model.review import SignOff
from icp_desktop.model.values import Text

DAY = date(2026, 11, 21)


def signed(project: Project, *names: str) -> Project:
    state = state_of(project)
    return replace(
        project,
        signoffs=(
            *project.signoffs,
            *(SignOff(id=name, person=name, day=DAY, state=state) for name in names),
        ),
    )


def test_nobody_signed_says_nothing() -> None:
    assert say_agreed(filled_project()) == ""
    assert out_of_date(filled_project()) == ()


def test_an_agreement_holds_until_something_else_is_said() -> None:
    project = signed(filled_project(), "Rosa", "Ben")
    assert say_agreed(project) == "2 people agreed to this."
    other = SetValue(place="bakers", field="field.0", value=Text(text="Other")).apply(project)
    assert say_agreed(other) == "Changed since 2 people signed."
    assert [each.person for each in out_of_date(signed(other, "Ida"))] == ["Rosa", "Ben"]
    assert say_agreed(signed(other, "Ida")) == "Changed since 2 of 3 signed."


def test_proof_and_tests_change_nothing_that_was_agreed() -> None:
    project = signed(filled_project(), "Rosa")
    proof = Evidence(id="new", source="customers", count=9, total=10)
    proven = SetEvidence(place="bakers", field="field.0", evidence=(proof,)).apply(project)
    tested = SetNextTest(place="bakers", field="field.0", next_test=NextTest(what="Ask")).apply(
        proven
    )
    assert tested != project
    assert say_agreed(tested) == "1 person agreed to this."


def test_names_and_weights_are_part_of_it() -> None:
    project = signed(filled_project(), "Rosa")
    for edit in (
        RenameProfile(profile="bakers", name="Bakers"),
        SetWeight(place="bakers", field="field.0", weight="nice"),
    ):
        assert say_agreed(edit.apply(project)) == "Changed since 1 person signed."


@given(projects)
def test_the_order_in_which_it_was_answered_does_not_matter(project: Project) -> None:
    turned = replace(
        project,
        about=project.about[::-1],
        profiles=tuple(replace(e, answers=e.answers[::-1]) for e in project.profiles),
    )
    assert state_of(turned) == state_of(project)
