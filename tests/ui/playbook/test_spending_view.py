"""Where time and money go now: figures typed in place, counted before they become a share."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from icp_desktop.model.play import Effort
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Term, Terms
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.playbook.page import PlaybookPage
from icp_desktop.ui.playbook.spending_view import SpendingView
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.shipped import standard_source
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage

FAIRS = Effort(id="fairs", profile="city", where="Trade fairs", hours=Decimal(12), currency="USD")
AT_CHANNELS = Place(page="playbook", profile="city", view="channels")


@pytest.fixture
def spent() -> Project:
    places = Terms(items=(Term(id="p", text="The weekly market"),))
    answer = Answer(field="mindset.places", value=places)
    return Project(
        id="x",
        client="Corner Bakery",
        name="n",
        worksheet=standard_source(),
        profiles=(Profile(id="city", name="City", market="b2c", answers=(answer,)),),
        efforts=(FAIRS,),
    )


def view_of(stage: Stage) -> SpendingView:
    assert isinstance(stage.page, PlaybookPage)
    assert stage.page.spending is not None
    return stage.page.spending


def words(stage: Stage) -> str:
    shown = (w for w in walk.shown_widgets(view_of(stage)) if isinstance(w, PlainLabel))
    return "\n".join(label.text() for label in shown)


def test_what_the_profile_does_not_name_comes_first(enter: Enter, spent: Project) -> None:
    stage = enter(PlaybookPage, spent, AT_CHANNELS)

    said = words(stage)
    assert said.index("Trade fairs") < said.index("The profile does not name it.")
    assert said.index("does not name it.") < said.index("The weekly market")
    assert "The profile names it, and nothing goes there yet." in said
    assert "0 of 12 hours a month go where the profile looks (0 %)." in said


def test_a_first_figure_makes_an_effort_and_is_one_step(enter: Enter, spent: Project) -> None:
    stage = enter(PlaybookPage, spent, AT_CHANNELS)
    row = view_of(stage).rows["mindset.places/p"]
    row.hours.setFocus()
    stage.type("36")
    stage.settle()

    effort = stage.project.efforts[1]
    assert (effort.where, effort.hours, effort.field) == (
        "The weekly market",
        Decimal(36),
        "mindset.places",
    )
    assert row.hours.hasFocus()
    assert "36 of 48 hours a month go where the profile looks (75 %)." in words(stage)
    stage.context.opened.undo()
    stage.settle()
    assert stage.project is spent
    assert row.hours.text() == ""


def test_what_is_no_figure_is_explained_and_not_taken(enter: Enter, spent: Project) -> None:
    stage = enter(PlaybookPage, spent, AT_CHANNELS)
    row = view_of(stage).rows["fairs"]
    row.money.setFocus()
    stage.type("lots")
    stage.press(Qt.Key.Key_Tab)
    stage.settle()

    assert "“lots” is not a figure." in words(stage)
    assert stage.project is spent
    assert row.money.text() == "lots"


def test_a_place_is_added_and_taken_out(enter: Enter, spent: Project) -> None:
    stage = enter(PlaybookPage, spent, AT_CHANNELS)
    view_of(stage).line.setFocus()
    stage.type("Posters")
    stage.press(Qt.Key.Key_Return)
    stage.settle()
    added = stage.project.efforts[1]
    assert (added.where, added.profile, added.currency) == ("Posters", "city", "USD")

    view_of(stage).rows[added.id].remove_button.click()
    stage.settle()
    assert stage.project.efforts == (FAIRS,)
    assert stage.host.said == ["Noted.", "Removed."]


def test_two_sums_for_one_place_are_both_shown(enter: Enter, spent: Project) -> None:
    one = Effort(id="a", profile="city", where="The weekly market", hours=Decimal(2))
    both = replace(spent, efforts=(one, replace(one, id="b", hours=Decimal(3))))
    stage = enter(PlaybookPage, both, AT_CHANNELS)

    assert [row.effort.hours for row in view_of(stage).rows.values()] == [2, 3]
