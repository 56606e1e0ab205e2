"""The overview: the next step, a map for the keyboard, and the one sentence."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from icp_desktop.checks.states import next_steps
from icp_desktop.model.edits import SetEvidence, SetValue
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Answer, Project, Situation
from icp_desktop.model.values import Text
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.overview import OverviewPage
from icp_desktop.ui.pages.overview_start import OverviewStart
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.pages.profile_map import ProfileMap
from icp_desktop.ui.widgets.legend import LegendButton
from icp_desktop.ui.widgets.map_tile import MapTile
from icp_desktop.worksheet.sentence import composed_sentence
from icp_desktop.worksheet.shipped import worksheet_of
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage


def at(project: Project, field: str = "") -> Place:
    return Place(page="overview", profile=project.profiles[0].id, field=field)


def tile(stage: Stage, field: str) -> MapTile:
    chart = stage.page.findChild(ProfileMap)
    assert chart is not None
    return chart._tiles[field]


def button(stage: Stage, words: str) -> QPushButton:
    shown = walk.shown_widgets(stage.page)
    return next(
        w for w in shown if isinstance(w, QPushButton) and w.accessibleName().startswith(words)
    )


def without_answers(project: Project) -> Project:
    bare = replace(project.profiles[0], answers=(), summary="")
    return replace(project, about=(), profiles=(bare,))


def test_a_tile_says_everything(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, at(fitness))

    name = tile(stage, "needs.why_now").accessibleName()

    assert name.startswith("Why now, Needs: A doctor’s advice")
    assert name.endswith("Assumption. Must have.")


def test_arrows_walk_the_map_and_enter_opens(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, at(fitness, "people.age_range"), (1072, 700))

    walked = []
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End)
    for key in keys:
        stage.press(key)
        walked.append(stage.page.place().field)
    stage.press(Qt.Key.Key_Return)

    assert walked == [
        "company.line_of_work",
        "company.employer_size",
        "people.gender",
        "people.age_range",
        "needs.triggers",
    ]
    place = stage.host.places[-1]
    assert (place.page, place.section, place.field) == ("worksheet", "needs", "needs.triggers")


def test_arrows_go_on_into_the_second_row_of_sections(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, at(fitness, "people.occupation"), (968, 700))

    stage.press(Qt.Key.Key_Down)

    assert stage.page.place().field == "buying.frequency"


def test_the_map_is_one_stop(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, at(fitness, "people.age_range"))

    stage.press(Qt.Key.Key_Tab)

    assert not isinstance(stage.focus(), MapTile)
    assert not walk.find_unreached(stage.window)


def test_the_legend_filters_and_the_map_keeps_its_shape(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, at(fitness))
    legend = {b.accessibleName().split(":")[0]: b for b in stage.page.findChildren(LegendButton)}
    before = tile(stage, "needs.why_now").geometry()

    legend["Assumption"].click()
    stage.settle()
    left = [t.content.name for t in stage.page.findChildren(MapTile) if t.isVisible()]
    after = tile(stage, "needs.why_now").geometry()
    legend["Assumption"].click()

    assert set(left) == {"Size of employer", "Why now", "Trigger events"}
    assert legend["Assumption"].accessibleName() == "Assumption: 3"
    assert before == after
    assert all(t.isVisible() for t in stage.page.findChildren(MapTile))


def test_the_next_step_is_taken_where_it_belongs(enter: Enter, fitness: Project) -> None:
    step = next_steps(fitness.profiles[0], worksheet_of(fitness))[0]
    stage = enter(OverviewPage, fitness, at(fitness))

    stage.press(Qt.Key.Key_Space)

    place = stage.host.places[-1]
    assert (place.page, place.field, place.view) == ("worksheet", step.field, "tour")


def test_other_steps_are_listed(enter: Enter, fitness: Project) -> None:
    steps = next_steps(fitness.profiles[0], worksheet_of(fitness))
    stage = enter(OverviewPage, fitness, at(fitness))

    button(stage, "Other steps").click()
    menu = next(m for m in stage.page.findChildren(QMenu) if m.isVisible())
    texts = [action.text() for action in menu.actions()]
    menu.actions()[0].trigger()
    menu.hide()

    assert texts[0] == steps[1].action
    assert stage.host.places[-1].field == steps[1].field


def test_a_new_proof_shows_at_once(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, at(fitness))
    city = fitness.profiles[0].id
    proof = (Evidence(id="e1", source="customers", count=20, total=42),)

    stage.context.opened.do(SetEvidence(place=city, field="needs.why_now", evidence=proof))
    stage.settle()
    shown = tile(stage, "needs.why_now").content

    assert (shown.state, shown.mark, shown.words) == ("proven", "customers", "20 of 42 best")
    stage.context.opened.undo()
    assert tile(stage, "needs.why_now").content.state == "assumed"


def test_the_sentence_is_copied_written_by_hand_and_composed_again(
    enter: Enter, fitness: Project
) -> None:
    project = replace(fitness, profiles=(replace(fitness.profiles[0], summary=""),))
    composed = composed_sentence(project.profiles[0], worksheet_of(project))
    stage = enter(OverviewPage, project, at(project))

    button(stage, "Copy").click()
    copied = QGuiApplication.clipboard().text()
    button(stage, "Edit").click()
    stage.press(Qt.Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    stage.type("People who come at six.")
    by_hand = stage.project.profiles[0].summary
    button(stage, "Done").click()
    button(stage, "Compose it").click()

    assert copied == composed
    assert stage.host.said == ["Sentence copied."]
    assert by_hand == "People who come at six."
    assert stage.project.profiles[0].summary == ""
    stage.context.opened.undo()
    assert stage.project.profiles[0].summary == by_hand
    stage.context.opened.undo()
    assert stage.project is project


def test_an_empty_profile_offers_three_ways_to_start(enter: Enter, fitness: Project) -> None:
    project = without_answers(fitness)
    stage = enter(OverviewPage, project, at(project))

    focused = walk.accessible_name(stage.focus())
    for words in ("Start with ten questions", "Fill in the form", "Print the blank worksheet"):
        button(stage, words).click()

    assert focused == "Start with ten questions"
    assert [(p.page, p.view) for p in stage.host.places] == [
        ("worksheet", "yourself"),
        ("worksheet", "form"),
        ("documents", "worksheet"),
    ]
    edit = SetValue(place=project.profiles[0].id, field="needs.result", value=Text(text="Sleep"))
    stage.context.opened.do(edit)
    stage.settle()
    shown = [w.accessibleName() for w in walk.shown_widgets(stage.page)]
    assert "Start with ten questions" not in shown
    assert "Other steps" in shown


def start_of(stage: Stage) -> OverviewStart:
    found = stage.page.findChild(OverviewStart)
    assert found is not None
    return found


def test_the_start_leads_with_what_there_is(enter: Enter, fitness: Project) -> None:
    project = without_answers(fitness)
    stage = enter(OverviewPage, project, at(project))
    leading = {}
    for situation, words in (("many", "Many"), ("few", "A few"), ("none", "None yet")):
        part = next(b for b in start_of(stage).situation.buttons() if b.accessibleName() == words)
        part.click()
        stage.settle()
        assert stage.project.situation == situation
        start_of(stage).main_button.click()
        leading[situation] = (stage.host.places[-1].page, stage.host.places[-1].view)
    assert leading["none"] == ("proof", "sources")
    assert leading["few"] == ("worksheet", "yourself")
    assert leading["many"] == ("customers", "")
    stage.context.opened.undo()
    assert stage.project.situation == "few"


@pytest.mark.parametrize(
    ("situation", "step"),
    [
        ("many", "Count “Age range” among your best customers."),
        ("few", "Ask three customers about “Age range”."),
        ("none", "Find a source for “Age range”, or ask someone with the problem you solve."),
    ],
)
def test_the_next_test_fits_the_situation(
    fitness: Project, situation: Situation, step: str
) -> None:
    guess = Answer(field="people.age_range", value=Text(text="30 to 50"), weight="must")
    profile = replace(fitness.profiles[0], answers=(guess,))
    steps = next_steps(profile, worksheet_of(fitness), situation)
    assert steps[0].action == step


def test_a_field_added_to_the_worksheet_is_on_the_map(enter: Enter, fitness: Project) -> None:
    added = """
[[sections.fields]]
id = "needs.season"
kind = "text"
core = ["b2c"]
label = "Season"
why = "It tells when to be seen."
question = "When in the year do they come?"
good = "The first week of January."
weak = "Always."
"""
    project = replace(fitness, worksheet=fitness.worksheet + added)
    stage = enter(OverviewPage, project, at(project, "needs.season"))

    assert stage.focus() is tile(stage, "needs.season")
    assert tile(stage, "needs.season").content.name == "Season"


def test_a_project_without_a_profile_offers_one(enter: Enter, fitness: Project) -> None:
    project = replace(fitness, profiles=())
    stage = enter(OverviewPage, project, Place(page="overview"))

    button(stage, "Add a profile").click()
    stage.settle()

    assert len(stage.project.profiles) == 1
    assert len([t for t in stage.page.findChildren(MapTile) if t.isVisible()]) >= 25


@pytest.mark.parametrize(
    ("size", "scale"), [((968, 606), 1.0), ((616, 700), 1.0), ((1808, 920), 2.0), ((912, 600), 2.0)]
)
@pytest.mark.parametrize("empty", [False, True])
def test_nothing_is_cut_off_nameless_or_sideways(
    enter: Enter,
    fitness: Project,
    themed: Appearance,
    size: tuple[int, int],
    scale: float,
    empty: bool,
) -> None:
    themed.set_scale(scale)
    project = without_answers(fitness) if empty else fitness
    stage = enter(OverviewPage, project, at(project), size)

    found = walk.all_findings(stage.page)

    assert not found, "\n".join(map(str, found))
