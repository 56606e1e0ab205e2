"""The page of the playbook in its window: what is done with a line, and what each undo brings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from icp_desktop.model.edits import SetEvidence, SetValue
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.play import Action, Play
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Text
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.playbook.line_row import LineRow
from icp_desktop.ui.playbook.page import PlaybookPage
from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.shipped import standard_source
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage

SAID = (Evidence(id="e", source="interviews", count=6, total=9),)
PAINS = Pairs(
    items=(
        Pair(id="time", first="No time", second="We open at six", evidence=SAID),
        Pair(id="back", first="A sore back", second="Start slowly"),
    )
)
PLANNER = Persona(
    id="planner",
    profile="city",
    title="The planner",
    lines=(
        PersonaLine(id="l", topic="challenges", text="No time", field="needs.pains", item="time"),
    ),
)


def project(*answers: Answer) -> Project:
    return Project(
        id="x",
        client="Corner Bakery",
        name="n",
        worksheet=standard_source(),
        profiles=(Profile(id="city", name="City", market="b2c", answers=answers),),
        personas=(PLANNER,),
    )


@pytest.fixture
def filled() -> Project:
    places = Terms(items=(Term(id="p", text="The weekly market"),))
    return project(
        Answer(field="needs.pains", value=PAINS), Answer(field="mindset.places", value=places)
    )


def at(view: str = "messages") -> Place:
    return Place(page="playbook", profile="city", view=view)


def page_of(stage: Stage) -> PlaybookPage:
    assert isinstance(stage.page, PlaybookPage)
    return stage.page


def words(stage: Stage) -> str:
    labels = (w for w in walk.shown_widgets(stage.page) if isinstance(w, PlainLabel))
    return "\n".join(label.text() for label in labels)


def press(stage: Stage, name: str) -> None:
    shown = (w for w in walk.shown_widgets(stage.page) if isinstance(w, Button))
    called = ((each, (each.text(), each.accessibleName())) for each in shown)
    next(each for each, names in called if any(n.startswith(name) for n in names)).click()
    stage.settle()


def row(stage: Stage, start: str) -> LineRow:
    rows = [r for chapter in page_of(stage).chapters.values() for r in chapter.rows.values()]
    return next(r for r in rows if isinstance(r, LineRow) and r.line.text.startswith(start))


def choose(stage: Stage, start: str, entry: str) -> None:
    """Choose an entry under the three dots of a line."""
    menu = row(stage, start).more_button.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == entry).trigger()
    stage.settle()


def change_pain(stage: Stage, words_now: str) -> None:
    first = replace(PAINS.items[0], second=words_now)
    changed = Pairs(items=(first, PAINS.items[1]))
    stage.context.opened.do(SetValue(place="city", field="needs.pains", value=changed))
    stage.settle()


def test_messages_stand_by_pain_and_persona(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())

    said = words(stage)
    assert said.index("No time\n") < said.index("The planner") < said.index("We open at six")
    assert said.index("We open at six") < said.index("A sore back\n")
    assert "Find out: " in said  # what nobody has answered yet
    assert stage.project is filled  # looking at it changes nothing


def test_each_reason_leads_to_its_field_or_persona(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())

    press(stage, "Go to “Pains”")
    assert (stage.host.places[-1].page, stage.host.places[-1].field) == ("worksheet", "needs.pains")

    press(stage, "Go to “The planner”")
    assert (stage.host.places[-1].page, stage.host.places[-1].section) == ("personas", "planner")


def test_own_words_stay_and_the_composed_text_comes_back(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    row(stage, "No time").edit()
    stage.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    stage.type("Come at six")
    stage.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert "Come at six" in words(stage)
    assert "Your own words." in words(stage)
    kept = {play.text: play.edited for play in stage.project.plays}
    assert kept["Come at six"]
    assert sum(kept.values()) == 1

    press(stage, "Back to the composed text")
    assert "We open at six" in words(stage)
    assert "Your own words." not in words(stage)

    stage.context.opened.undo()
    stage.settle()
    assert "Come at six" in words(stage)
    stage.context.opened.undo()
    assert stage.project is filled  # all that was typed was one step


def test_what_rests_on_another_answer_now_waits_for_a_choice(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    choose(stage, "A sore back", "Hide this line")
    assert stage.host.said[-1] == "Line hidden."
    change_pain(stage, "We open at five")
    assert "What this rests on has changed." in words(stage)
    assert page_of(stage).refresh_button.isEnabled()

    press(stage, "Keep this one")
    assert "What this rests on has changed." not in words(stage)
    assert "We open at six" in words(stage)

    change_pain(stage, "We never close")
    press(stage, "Take the new text")
    assert "We never close" in words(stage)
    assert "What this rests on has changed." not in words(stage)


def test_other_proof_is_told_although_the_words_stay(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    choose(stage, "A sore back", "Hide this line")
    told = (Evidence(id="x", source="team", count=3),)
    stage.context.opened.do(SetEvidence(place="city", field="needs.pains", evidence=told))
    stage.settle()

    assert "What this rests on has changed. The words stay the same." in words(stage)


def test_a_line_whose_reason_is_gone_is_left_out_or_becomes_ones_own(
    enter: Enter, filled: Project
) -> None:
    stage = enter(PlaybookPage, filled, at("channels"))
    choose(stage, "The weekly market", "Hide this line")
    press(stage, "Show 1 hidden line")
    choose(stage, "The weekly market", "Show it again")
    stage.context.opened.do(SetValue(place="city", field="mindset.places", value=None))
    stage.settle()
    assert "What this rested on is gone." in words(stage)

    press(stage, "Keep this one")
    kept = [each for each in stage.project.plays if each.chapter == "channels"]
    assert [(each.text, each.line) for each in kept] == [("The weekly market.", "")]
    stage.context.opened.undo()
    stage.settle()

    press(stage, "Leave it out")
    assert "The weekly market" not in words(stage)
    stage.context.opened.undo()
    stage.settle()
    assert "What this rested on is gone." in words(stage)


def test_refresh_offers_what_is_new_and_spares_own_words(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    row(stage, "A sore back").edit()
    stage.type("x")
    stage.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    change_pain(stage, "We open at five")

    page_of(stage).refresh_button.click()

    (proposal,) = stage.host.proposals
    assert proposal.suggestions
    stage.context.opened.do(proposal.accept({each.id for each in proposal.suggestions}))
    stage.settle()
    assert "We open at five" in words(stage)
    assert row(stage, "xA sore back").line.by_hand


def test_lines_are_kept_before_they_are_touched(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    change_pain(stage, "We open at five")
    assert "We open at five" in words(stage)  # nothing is kept: the lines follow the answers

    assert page_of(stage).refresh_button.text() == "Keep these lines"
    page_of(stage).refresh_button.click()
    assert page_of(stage).refresh_button.text() == "Refresh…"
    assert not page_of(stage).refresh_button.isEnabled()
    assert all(not play.edited for play in stage.project.plays)

    change_pain(stage, "We never close")
    assert "What this rests on has changed." in words(stage)
    assert page_of(stage).tabs.accessibleTabName(0) == "Messages, 1 changed"


def test_who_is_in_the_purchase_and_who_is_no_fit_is_found_out(
    enter: Enter, filled: Project
) -> None:
    no_fit = Profile(id="no", name="Not a fit", market="b2c", kind="negative")
    nobody = replace(filled, personas=(), profiles=(*filled.profiles, no_fit))
    stage = enter(PlaybookPage, nobody, at())
    press(stage, "Go to “Personas”")
    assert stage.host.places[-1].page == "personas"

    stage.page.show_place(at("decline"))
    stage.settle()
    press(stage, "Go to “Not a fit”")
    assert (stage.host.places[-1].page, stage.host.places[-1].profile) == ("worksheet", "no")


def test_those_who_are_no_fit_get_a_profile_where_there_is_none(
    enter: Enter, filled: Project
) -> None:
    stage = enter(PlaybookPage, filled, at("decline"))
    press(stage, "Go to “Not a fit”")

    added = stage.project.profiles[-1]
    assert (added.kind, added.market) == ("negative", "b2c")
    assert (stage.host.places[-1].page, stage.host.places[-1].profile) == ("worksheet", added.id)
    stage.context.opened.undo()
    assert stage.project is filled


def test_a_line_of_ones_own_is_added_and_removed(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at("decline"))
    page_of(stage).chapters["decline"].line.setFocus()
    stage.type("Ask the shop next door.")
    stage.press(Qt.Key.Key_Return)
    stage.settle()
    assert "Ask the shop next door." in words(stage)

    choose(stage, "Ask the shop", "Remove this line")
    assert "Ask the shop next door." not in words(stage)
    assert stage.host.said == ["Line added.", "Line removed."]


def test_a_message_is_copied_alone_and_a_chapter_whole(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    row(stage, "A sore back").copy_button.click()
    assert QGuiApplication.clipboard().text() == "A sore back? Start slowly."

    press(stage, "Copy all")
    text = QGuiApplication.clipboard().text()
    assert "No time:\n• For: The planner – No time? We open at six." in text
    assert "Find out" not in text
    assert stage.host.said == ["Copied.", "Copied."]


def test_a_line_becomes_an_action_that_asks_who_and_when(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at("channels"))
    stage.host.go = stage.page.show_place  # type: ignore[method-assign]
    choose(stage, "The weekly market", "Make this an action")
    stage.type("Ann")
    stage.press(Qt.Key.Key_Return)
    stage.settle()

    (action,) = stage.project.actions
    assert action.what == "The weekly market."
    assert (action.who, action.play.split("|")[0]) == ("Ann", "place")
    assert "1 of 1 still to do" in words(stage)
    stage.context.opened.undo()
    stage.context.opened.undo()
    assert stage.project is filled


def test_an_action_is_ticked_and_taken_out(enter: Enter, filled: Project) -> None:
    to_do = replace(filled, actions=(Action(id="a", profile="city", what="Print it"),))
    stage = enter(PlaybookPage, to_do, at("actions"))
    view = page_of(stage).to_do
    assert view is not None
    QTest.keyClick(view.rows["a"].tick, Qt.Key.Key_Space)
    assert stage.project.actions[0].done is not None

    view.rows["a"].remove_button.click()
    assert stage.project.actions == ()
    assert stage.host.said == ["Action removed."]


def test_another_profile_has_its_own_playbook(enter: Enter, filled: Project) -> None:
    other = Profile(
        id="two",
        name="Two",
        market="b2c",
        answers=(Answer(field="needs.why_now", value=Text(text="A new job")),),
    )
    own = Play(id="own", profile="two", chapter="messages", text="Theirs", edited=True)
    both = replace(filled, profiles=(*filled.profiles, other), plays=(own,))
    stage = enter(PlaybookPage, both, at())
    assert "Theirs" not in words(stage)
    choose(stage, "A sore back", "Hide this line")
    assert {play.profile for play in stage.project.plays} == {"city", "two"}

    stage.page.show_place(replace(at(), profile="two"))
    stage.settle()
    assert "Theirs" in words(stage)
    assert "We open at six" not in words(stage)


def test_an_empty_profile_says_what_three_minutes_bring(enter: Enter) -> None:
    bare = replace(project(), personas=())
    stage = enter(PlaybookPage, bare, at())
    assert "Nothing to go by yet" in words(stage)

    press(stage, "Say what hurts")
    assert stage.host.places[-1].field == "needs.pains"


def test_printing_leads_to_the_documents(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    page_of(stage).print_button.click()
    assert (stage.host.places[-1].page, stage.host.places[-1].view) == ("documents", "playbook")


def test_the_parts_are_built_anew_in_another_size(enter: Enter, filled: Project) -> None:
    stage = enter(PlaybookPage, filled, at())
    stage.context.appearance.set_scale(2.0)
    QApplication.processEvents()
    stage.settle()
    assert "We open at six" in words(stage)
    assert not walk.find_sideways(stage.window)
