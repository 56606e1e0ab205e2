"""The tour asks everything once, keeps its place, and writes the same answers as the form."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from icp_desktop.model.project import Profile, Project
from icp_desktop.model.values import Pairs, Text
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.grade_list import GradeList
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.pages.questions import QuestionCard
from icp_desktop.ui.pages.tour_card import TourCard
from icp_desktop.ui.pages.tour_end import TourEnd
from icp_desktop.ui.pages.tour_panel import TourPanel
from icp_desktop.ui.pages.worksheet import WorksheetPage
from icp_desktop.ui.widgets.mini_map import MiniMapStrip
from icp_desktop.worksheet.shipped import questionnaire, standard_source, worksheet_of
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage

CITY = "city"
CONTROL = Qt.KeyboardModifier.ControlModifier


def empty(market: str = "b2c") -> Project:
    profile = Profile(id=CITY, name="City professionals", market=market)  # type: ignore[arg-type]
    return Project(
        id="halfmoon",
        client="Halfmoon Fitness",
        name="Members",
        worksheet=standard_source(),
        currency="GBP",
        profiles=(profile,),
    )


def at(field: str = "", view: str = "tour") -> Place:
    return Place(page="worksheet", profile=CITY, field=field, view=view)


def shown(stage: Stage, kind: type[QWidget]) -> QWidget:
    found = [widget for widget in stage.page.findChildren(kind) if widget.isVisible()]
    assert len(found) == 1, found
    return found[0]


def button(stage: Stage, words: str):  # noqa: ANN201 - whichever button says so
    return next(w for w in walk.shown_widgets(stage.page) if w.accessibleName().startswith(words))


def onward(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Return, held=CONTROL)
    stage.settle()


@pytest.mark.parametrize("market", ["b2b", "b2c", "both"])
def test_the_tour_asks_every_leading_question_and_then_the_details(
    enter: Enter, market: str
) -> None:
    project = empty(market)
    sections = worksheet_of(project).sections
    core = [f.id for s in sections for f in s.core(market)]  # type: ignore[arg-type]
    asked = [f.id for s in sections for f in s.asked(market)]  # type: ignore[arg-type]
    stage = enter(WorksheetPage, project, at(core[0]))

    walked = [stage.page.place().field]
    while len(walked) < len(core):
        onward(stage)
        walked.append(stage.page.place().field)
    onward(stage)
    ended = shown(stage, TourEnd)
    button(stage, "Go on with").click()
    stage.settle()
    detail = stage.page.place().field

    assert walked == core
    assert ended is not None
    assert detail in set(asked) - set(core)


def test_what_is_typed_is_in_the_project_and_in_the_sentence(enter: Enter, qtbot: QtBot) -> None:
    stage = enter(WorksheetPage, empty(), at("needs.why_now"))

    stage.type("A new job")

    assert stage.project.profile(CITY).answer("needs.why_now").value == Text(text="A new job")
    panel = shown(stage, TourPanel)
    assert isinstance(panel, TourPanel)
    qtbot.waitUntil(lambda: "a new job" in panel._sentence.text().casefold())
    assert ("One page and full profile", "Printed under “Needs”.") in panel._shown


def test_undo_keeps_the_card_and_the_caret(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs.why_now"))
    stage.type("A new job")
    card, area = shown(stage, TourCard), stage.focus()

    stage.context.opened.undo()
    stage.settle()

    assert shown(stage, TourCard) is card
    assert stage.focus() is area
    assert not stage.project.profile(CITY).answers


def test_a_grade_is_chosen_by_arrows(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs.why_now"))
    stage.type("A new job")
    stage.press(Qt.Key.Key_Tab)
    first = stage.focus().accessibleName()

    stage.press(Qt.Key.Key_Down)

    (piece,) = stage.project.profile(CITY).answer("needs.why_now").evidence
    assert first == "I assume so"
    assert piece.source == "team"
    stage.context.opened.undo()
    grades = shown(stage, GradeList)
    assert isinstance(grades, GradeList)
    assert grades.radios["assumption"].isChecked()


def test_the_next_test_is_planned_and_left_alone_by_escape(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs.why_now"))
    button(stage, "Change the next test").click()
    line = stage.focus()
    assert isinstance(line, QLineEdit)
    stage.type("Ask three new members")
    stage.press(Qt.Key.Key_Return)
    planned = stage.project.profile(CITY).answer("needs.why_now").next_test

    button(stage, "Change the next test").click()
    stage.type("Nothing")
    stage.press(Qt.Key.Key_Escape)

    assert planned.what == "Ask three new members"
    assert stage.project.profile(CITY).answer("needs.why_now").next_test == planned


def test_form_and_tour_stay_at_the_same_field(enter: Enter, fitness: Project) -> None:
    city = fitness.profiles[0].id
    place = Place(page="worksheet", profile=city, field="people.education", view="form")
    stage = enter(WorksheetPage, fitness, place)
    page = stage.page
    assert isinstance(page, WorksheetPage)

    seen = []
    for view in ("tour", "form", "tour"):
        page.switch_to(view)
        stage.settle()
        seen.append((page.place().view, page.place().field))

    assert seen == [(v, "people.education") for v in ("tour", "form", "tour")]


def test_back_and_the_strip_go_where_they_say(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs.why_now"))

    stage.press(Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    back = stage.page.place().field
    strip = shown(stage, MiniMapStrip)
    strip._marks["people.income"].click()  # type: ignore[attr-defined]
    stage.settle()

    assert back == "needs.result"
    assert stage.page.place().field == "people.income"


def test_ten_questions_feed_the_fields(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("buying.objections", view="yourself"))
    stage.type("A long contract")
    onward(stage)
    stage.type("Less back pain")

    profile = stage.project.profile(CITY)
    objections = profile.answer("buying.objections").value
    assert isinstance(objections, Pairs)
    assert objections.items[0].first == "A long contract"
    assert profile.answer("needs.result").value == Text(text="Less back pain")


@pytest.mark.parametrize("market", ["b2b", "b2c", "both"])
def test_ten_questions_are_ten_in_every_market(enter: Enter, market: str) -> None:
    asked = questionnaire("yourself").questions
    stage = enter(WorksheetPage, empty(market), at(view="yourself"))

    seen = 0
    while stage.page.place().field and seen < 20:
        card = shown(stage, QuestionCard)
        assert walk.accessible_name(stage.focus())
        assert card.isAncestorOf(stage.focus())
        seen += 1
        onward(stage)

    assert seen == len(asked)
    assert stage.page.place().view == "yourself"
    button(stage, "See the overview").click()
    assert stage.host.places[-1].page == "overview"


def test_the_market_changes_under_the_tour(enter: Enter, fitness: Project) -> None:
    from icp_desktop.model.edits import SetMarket

    city = fitness.profiles[0].id
    place = Place(page="worksheet", profile=city, field="company.line_of_work", view="tour")
    stage = enter(WorksheetPage, fitness, place)

    stage.context.opened.do(SetMarket(profile=city, market="b2b"))
    stage.settle()

    field = stage.page.place().field
    assert field != "company.line_of_work"
    assert "b2b" in worksheet_of(fitness).field(field).audience


@pytest.mark.parametrize(
    ("size", "scale"), [((968, 606), 1.0), ((616, 700), 1.0), ((1808, 920), 2.0), ((912, 600), 2.0)]
)
@pytest.mark.parametrize("view", ["tour", "yourself"])
def test_nothing_is_cut_off_nameless_or_sideways(
    enter: Enter,
    fitness: Project,
    themed: Appearance,
    size: tuple[int, int],
    scale: float,
    view: str,
) -> None:
    themed.set_scale(scale)
    city = fitness.profiles[0].id
    fields = ("about.offers", "people.age_range", "people.income", "needs.pains", "buying.contact")
    place = Place(page="worksheet", profile=city, field=fields[0], view=view)
    stage = enter(WorksheetPage, fitness, place, size)
    found = []
    for field in fields:
        stage.page.show_place(replace(place, field=field))
        stage.settle()
        found += walk.all_findings(stage.page)

    assert not found, "\n".join(map(str, found))


def test_everything_is_reached_by_tab(enter: Enter, fitness: Project) -> None:
    city = fitness.profiles[0].id
    place = Place(page="worksheet", profile=city, field="people.location", view="tour")
    stage = enter(WorksheetPage, fitness, place)

    found = walk.find_unreached(stage.window)

    assert not found, "\n".join(map(str, found))


def test_tab_goes_from_the_answer_to_the_proof_to_the_way_on(enter: Enter) -> None:
    stage = enter(WorksheetPage, empty(), at("needs.why_now"))

    names = []
    for _step in range(7):
        QTest.keyClick(stage.focus(), Qt.Key.Key_Tab)
        names.append(walk.accessible_name(stage.focus()))

    assert names[:6] == [
        "I assume so",
        "Change the next test",
        "Back",
        "Skip for now",
        "Next: Trigger events",
        "Ten questions instead",
    ]
