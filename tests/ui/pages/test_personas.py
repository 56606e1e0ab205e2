"""The page of personas: a card is made of what is known, changed in place, and undone."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from icp_desktop.model.persona import Persona
from icp_desktop.model.project import Project
from icp_desktop.ui.pages.page import DOCUMENTS, PERSONAS, Place
from icp_desktop.ui.personas.page import PersonasPage
from icp_desktop.worksheet.samples import make_sample
from tests.ui.pages.conftest import Stage

Enter = Callable[..., Stage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def brokers() -> Project:
    return make_sample("insurance-brokers")


def page_of(stage: Stage) -> PersonasPage:
    assert isinstance(stage.page, PersonasPage)
    return stage.page


def start(enter: Enter, project: Project, section: str = "") -> tuple[Stage, PersonasPage]:
    stage = enter(PersonasPage, project, Place(page=PERSONAS, section=section))
    return stage, page_of(stage)


def shown(stage: Stage) -> Persona:
    found = page_of(stage).persona
    assert found is not None
    return found


def tick(box: QCheckBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)


def test_without_personas_the_page_says_what_one_brings(enter: Enter) -> None:
    stage, page = start(enter, make_sample("fashion-shop"))
    assert page.empty.isVisible()
    assert not page.print_button.isEnabled()
    QTest.mouseClick(page.empty.button, LEFT)
    assert len(stage.project.personas) == 1
    assert stage.focus() is page.card.who.title
    QTest.keyClicks(page.card.who.title, "The designer")
    assert shown(stage).title == "The designer"
    page.context.opened.undo()
    assert shown(stage).title == "", "typing is one step"
    page.context.opened.undo()
    assert stage.project.personas == ()
    assert page.empty.isVisible()


def test_a_title_of_the_profile_starts_a_card_whose_lines_are_offered(
    enter: Enter, brokers: Project
) -> None:
    stage, page = start(enter, replace(brokers, personas=()))
    assert [row.accessibleName() for row in page.first_titles.rows] == [
        "Take “Chief financial officer”",
        "Take “Head of accounting”",
        "Take “Accountants who moved into insurance”",
    ]
    QTest.mouseClick(page.first_titles.rows[0], LEFT)
    assert shown(stage).title == "Chief financial officer"
    assert shown(stage).lines == (), "nothing is put on a card unasked"
    assert stage.focus() is page.card.take_all
    QTest.keyClick(page.card.take_all, Qt.Key.Key_Space)
    lines = shown(stage).lines
    assert len(lines) > 10
    assert {line.topic for line in lines} >= {"goals", "challenges", "objections", "words"}
    assert all(line.field for line in lines)
    assert not page.card.take_all.isVisible()
    assert stage.host.said[-1] == f"{len(lines)} lines taken."
    page.context.opened.undo()
    assert shown(stage).lines == ()


def test_an_offer_is_taken_by_a_click_and_offered_no_more(enter: Enter, brokers: Project) -> None:
    stage, page = start(enter, brokers)
    goals = page.card.blocks[0]
    (row,) = goals.offers.rows
    assert row.accessibleName() == "Take “One more office without one more bookkeeper”"
    QTest.mouseClick(row, LEFT)
    assert shown(stage).about("goals")[-1].text == "One more office without one more bookkeeper"
    assert not goals.offers.isVisible()


def test_lines_are_typed_added_proven_and_removed(enter: Enter, brokers: Project) -> None:
    stage, page = start(enter, brokers)
    goals = page.card.blocks[0]
    QTest.keyClicks(goals.field, "To sleep at night")
    QTest.keyClick(goals.field, Qt.Key.Key_Return)
    goals.field.clearFocus()
    line = shown(stage).about("goals")[-1]
    assert (line.text, line.evidence) == ("To sleep at night", ())
    assert len(shown(stage).about("goals")) == 3, "added once"
    row = goals.rows[line.id]
    row.focus_text()
    QTest.keyClicks(row.text, " again")
    assert shown(stage).line(line.id).text == "To sleep at night again"
    page.changes.grade(shown(stage).id, line.id, "team")
    assert row.mark.accessibleName() == ("How you know “To sleep at night again”: Team opinion")
    QTest.mouseClick(row.remove, LEFT)
    assert len(shown(stage).about("goals")) == 2
    assert stage.host.said[-1] == "Line removed."


def test_the_line_one_is_at_shows_its_quotes(enter: Enter, brokers: Project) -> None:
    stage, page = start(enter, brokers)
    rows = list(page.card.blocks[1].rows.values())
    rows[0].text.setFocus()
    assert rows[0]._said.isVisible()
    assert "Commissions came in months late" in rows[0]._said.text()
    rows[1].text.setFocus()
    assert (rows[0]._said.isVisible(), rows[1]._said.isVisible()) == (False, True)
    assert stage.focus() is rows[1].text


def test_parts_and_the_quote_are_chosen(enter: Enter, brokers: Project) -> None:
    stage, page = start(enter, brokers)
    who = page.card.who
    tick(who.parts["pays"])
    assert shown(stage).parts == ("starts", "decides", "pays")
    who.quote.setCurrentIndex(2)
    who.quote.activated.emit(2)
    assert shown(stage).quote == who.quote.itemData(2)
    internal = next(each for each in brokers.interviews if each.consent == "internal")
    page.changes.lead(shown(stage).id, internal.quotes[0].id)
    assert who._consent.isVisible(), "it is said that this quote stays off the paper"


def test_a_face_is_off_until_it_is_wanted_and_what_is_no_picture_is_refused(
    enter: Enter, brokers: Project, tmp_path: Path
) -> None:
    stage, page = start(enter, brokers)
    face = page.card.who.face
    assert not face.name.isVisible()
    tick(face.switch)
    assert shown(stage).shown
    QTest.keyClicks(face.name, "Odo")
    stage.prompts.path = tmp_path / "face.svg"
    stage.prompts.path.write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>")
    QTest.mouseClick(face.choose, LEFT)
    assert "“face.svg” can’t be used as a picture" in stage.host.complaints[-1]
    assert shown(stage).picture is None
    stream = BytesIO()
    Image.new("RGB", (1200, 900), "#7A1FA2").save(stream, "JPEG")
    stage.prompts.path = tmp_path / "face.jpg"
    stage.prompts.path.write_bytes(stream.getvalue())
    QTest.mouseClick(face.choose, LEFT)
    picture = shown(stage).picture
    assert picture is not None
    assert Image.open(BytesIO(picture.data)).size == (480, 360)
    assert face.picture.isVisible()
    QTest.mouseClick(face.drop, LEFT)
    assert (shown(stage).picture, shown(stage).name) == (None, "Odo")


def test_the_list_goes_from_card_to_card_by_the_arrows(enter: Enter, brokers: Project) -> None:
    stage, page = start(enter, brokers, brokers.personas[1].id)
    assert page.card.who.title.text() == "The head of accounting"
    assert page.list.rows[1].hasFocus()
    QTest.keyClick(page.list.rows[1], Qt.Key.Key_Down)
    QTest.keyClick(page.list.rows[2], Qt.Key.Key_Return)
    assert page.card.who.title.text() == "The owner"
    assert page.place().section == brokers.personas[2].id
    assert page.list.rows[0].accessibleName() == (
        "The finance head. Starts it, Decides · 8 of 11 proven"
    )
    assert stage.project is brokers


def test_a_card_is_copied_and_removed_with_a_way_back(enter: Enter, brokers: Project) -> None:
    stage, page = start(enter, brokers)
    *_saving, copy, remove = page.more.menu().actions()
    copy.trigger()
    assert [each.title for each in stage.project.personas][-1] == "The finance head, copy"
    assert page.card.who.title.text() == "The finance head, copy"
    remove.trigger()
    assert len(stage.project.personas) == 3
    assert stage.host.said[-1] == "“The finance head, copy” removed."


def test_one_card_is_saved_as_a_picture(
    qtbot: QtBot, enter: Enter, brokers: Project, tmp_path: Path
) -> None:
    stage, page = start(enter, brokers, brokers.personas[1].id)
    stage.prompts.path = tmp_path / "card.png"
    page.more.menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: bool(stage.host.said), timeout=60_000)
    with Image.open(tmp_path / "card.png") as picture:
        assert picture.width == 2400
        assert picture.height < 1800, "one card, not three"


def test_the_cards_are_printed_from_the_page_of_documents(enter: Enter, brokers: Project) -> None:
    stage, page = start(enter, brokers)
    QTest.mouseClick(page.print_button, LEFT)
    place = stage.host.places[-1]
    assert (place.page, place.view) == (DOCUMENTS, "personas")


def test_the_profile_of_who_is_no_fit_has_no_personas(enter: Enter, brokers: Project) -> None:
    negative = next(each for each in brokers.profiles if each.kind == "negative")
    stage = enter(PersonasPage, brokers, Place(page=PERSONAS, profile=negative.id))
    page = page_of(stage)
    assert not page.add_button.isEnabled()
    assert not page.print_button.isEnabled()
