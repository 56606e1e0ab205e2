"""Your questions: every change is one step, nothing that was answered is lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from icp_desktop.checks.states import map_columns
from icp_desktop.model.edits import SetValue
from icp_desktop.model.forms import OwnQuestionnaire
from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Project
from icp_desktop.model.project_edits import SetWorksheet
from icp_desktop.model.values import Text
from icp_desktop.ui.pages.form import FormView
from icp_desktop.ui.pages.new_project import new_project
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.pages.tailor import TailorPage
from icp_desktop.ui.pages.worksheet import WorksheetPage
from icp_desktop.worksheet import tailoring
from icp_desktop.worksheet.method import kept_methods, read_method
from icp_desktop.worksheet.shipped import standard_source, worksheet_of
from icp_desktop.worksheet.tailoring import OwnField
from tests.ui.pages.conftest import Enter, Stage

BAKERS = 'id = "own.bakers"\ntitle = "Bakers"\n[[questions]]\nid = "q"\ntext = "When?"\n'


def page_of(stage: Stage) -> TailorPage:
    assert isinstance(stage.page, TailorPage)
    return stage.page


@pytest.fixture
def stage(enter: Enter, fitness: Project) -> Stage:
    return enter(TailorPage, fitness, Place(page="tailor", field="people.gender"))


def asked(stage: Stage) -> list[str]:
    return [field.id for field in worksheet_of(stage.project).fields()]


def seen(stage: Stage) -> list[str]:
    """The outline as it is drawn, from the chosen row on."""
    outline = page_of(stage).outline
    rows = range(outline.currentRow(), min(outline.currentRow() + 3, outline.count()))
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(outline.item(row).data(role)) for row in rows]


def test_the_outline_shows_sections_and_questions_where_the_person_came_from(stage: Stage) -> None:
    assert seen(stage) == ["Gender", "Location", "Income level"]
    assert page_of(stage).card.label.text() == "Gender"
    assert not page_of(stage).card.kind.isEnabled()


def test_a_question_is_added_named_and_asked_in_the_form(
    qtbot: QtBot, stage: Stage, enter: Enter
) -> None:
    page = page_of(stage)
    page.add_question.click()
    stage.type("Dog owners")
    stage.press(Qt.Key.Key_Return)
    page.card.question.setFocus()
    stage.type("Do they have a dog?")
    stage.press(Qt.Key.Key_Return)
    (added,) = [each for each in asked(stage) if each.startswith("own.")]
    field = worksheet_of(stage.project).field(added)
    assert worksheet_of(stage.project).section_of(added).id == "people"
    assert field.wording("b2c").label == "Dog owners"
    assert field.wording("b2c").question == "Do they have a dog?"
    assert seen(stage)[0] == "Dog owners"

    shown = enter(WorksheetPage, stage.project, Place(page="worksheet", section="people"))
    form = shown.page.findChild(FormView)
    assert form is not None
    assert form.form is not None
    assert added in [row.field.id for row in form.form.rows]


def test_form_tour_and_map_follow_the_questions(enter: Enter, fitness: Project) -> None:
    """Own words, an empty section, hidden questions and whole hidden sections, all at once."""
    source, own = tailoring.add_section(fitness.worksheet, "Our van rounds")
    source = tailoring.rename_field(source, "people.age_range", "How old", "How old are they?")
    source = tailoring.show(source, "people.gender", hidden=True)
    source = tailoring.show(source, "mindset", hidden=True)
    changed = replace(fitness, worksheet=source)
    place = Place(page="worksheet", section="people")
    stage = enter(WorksheetPage, fitness, place)
    stage.context.opened.do(SetWorksheet(worksheet=source))
    for view in ("form", "tour", "yourself", "form"):
        stage.page.show_place(replace(place, view=view))
        stage.settle()
    form = stage.page.findChild(FormView)
    assert form is not None
    assert form.form is not None
    labels = [row.field.wording("b2c").label for row in form.form.rows]
    assert labels[:2] == ["How old", "Location"]
    assert [tab.id for tab in form._shown_tabs] == ["about", "people", "company", "buying", "needs"]
    columns = map_columns(changed.profiles[0], worksheet_of(changed))
    assert [each.section.id for each in columns] == ["people", "company", "buying", "needs"]
    source, _field = tailoring.add_field(source, own, OwnField(label="Round"))
    stage.context.opened.do(SetWorksheet(worksheet=source))
    stage.page.show_place(replace(place, section=own, view="form"))
    assert form.section == own
    assert form._shown_tabs[-1].label == "Our van rounds"


def test_how_it_is_answered_can_change_until_it_is_answered(stage: Stage) -> None:
    page = page_of(stage)
    page.new_question()
    added = page.place().field
    assert page.card.kind.isEnabled()
    page.card.kind.show_id("choice")
    page.card.kind.activated.emit(page.card.kind.currentIndex())
    choices = worksheet_of(stage.project).field(added).choices
    assert [each.label for each in choices] == ["First choice", "Second choice"]
    page.card.options.setFocus()
    page.card.options.setPlainText("Dog\nCat\n\nNone")
    choices = worksheet_of(stage.project).field(added).choices
    assert [each.label for each in choices] == ["Dog", "Cat", "None"]

    page.card.kind.show_id("text")
    page.card.kind.activated.emit(page.card.kind.currentIndex())
    profile = stage.project.profiles[0].id
    edit = SetValue(place=profile, field=added, value=Text(text="Two"))
    stage.context.opened.do(edit)
    page.outline.choose("people.gender")
    page.outline.choose(added)
    assert not page.card.kind.isEnabled()


def test_what_is_not_asked_keeps_its_answer(stage: Stage) -> None:
    page = page_of(stage)
    before = stage.project.profiles[0].answer("people.gender")
    page.card.hide_button.click()
    assert "people.gender" not in asked(stage)
    assert seen(stage)[0] == "Gender, Hidden"
    assert stage.project.profiles[0].answer("people.gender") == before
    page.card.hide_button.click()
    assert "people.gender" in asked(stage)


def test_the_keyboard_moves_the_chosen_one_and_the_choice_goes_along(stage: Stage) -> None:
    page_of(stage).outline.setFocus()
    stage.press(Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert seen(stage) == ["Gender", "Age range", "Location"]
    stage.press(Qt.Key.Key_Down, 2, held=Qt.KeyboardModifier.AltModifier)
    assert seen(stage)[0] == "Gender"
    assert asked(stage).index("people.gender") == asked(stage).index("people.location") + 1


def test_each_change_is_one_step_back(stage: Stage) -> None:
    page, first = page_of(stage), stage.project
    page.card.hide_button.click()
    page.card.leads.click()
    page.new_section()
    page.new_question()
    for _step in range(4):
        assert stage.context.opened.undo()
    assert stage.project is first
    assert seen(stage)[0] in {"Gender", "Section About us"}


def test_a_name_is_needed(stage: Stage) -> None:
    page = page_of(stage)
    page.card.label.setFocus()
    page.card.label.clear()
    stage.press(Qt.Key.Key_Return)
    assert page.card.problem.isVisibleTo(page)
    assert worksheet_of(stage.project).field("people.gender").wording("b2c").label == "Gender"


def test_an_own_question_is_removed_and_brought_back(stage: Stage) -> None:
    page = page_of(stage)
    page.new_question()
    added = page.place().field
    page.card.remove.click()
    assert added not in asked(stage)
    assert "Removed" in stage.host.said[-1]
    stage.context.opened.undo()
    assert added in asked(stage)


def test_questions_are_passed_on_as_a_file_without_answers(stage: Stage, tmp_path: Path) -> None:
    page = page_of(stage)
    page.new_question()
    stage.prompts.words, stage.prompts.path = "Dog people", tmp_path / "dogs"
    page.files.save()
    data = (tmp_path / "dogs.toml").read_bytes()
    assert read_method(data).title == "Dog people"
    assert b"Halfmoon" not in data
    assert b"podium" not in data

    page.use_standard()
    assert stage.project.worksheet == standard_source()
    stage.prompts.path = tmp_path / "dogs.toml"
    page.files.open()
    assert [each for each in asked(stage) if each.startswith("own.")]
    assert "Dog people" in stage.host.said[-1]


def test_own_questionnaires_go_along(stage: Stage, tmp_path: Path) -> None:
    own = OwnQuestionnaire(id="own.bakers", source=BAKERS)
    stage.context.opened.do(PutItem(folder="questionnaires", item=own))
    stage.prompts.words, stage.prompts.path = "Bakers", tmp_path / "bakers.toml"
    page_of(stage).files.save()
    stage.context.opened.undo()
    assert stage.project.questionnaires == ()
    page_of(stage).files.open()
    assert [each.id for each in stage.project.questionnaires] == ["own.bakers"]
    project = new_project("Krume", "b2c", "EUR", read_method(stage.prompts.path.read_bytes()))
    assert project.questionnaires == stage.project.questionnaires
    stage.context.opened.undo()
    assert stage.project.questionnaires == ()


def test_questions_are_kept_for_new_projects(stage: Stage, tmp_path: Path) -> None:
    page = page_of(stage)
    stage.prompts.words = "Dog people"
    page.files.keep()
    page.files.keep()
    kept = kept_methods(tmp_path / "methods")
    assert [each.title for _path, each in kept] == ["Dog people", "Dog people"]


@pytest.mark.parametrize("data", [b"", b"x = [", b"\xff\xfe", b'id = "x"\ntitle = "X"\n'])
def test_a_file_that_is_none_changes_nothing(stage: Stage, data: bytes, tmp_path: Path) -> None:
    first = stage.project
    stage.prompts.path = tmp_path / "broken.toml"
    stage.prompts.path.write_bytes(data)
    page_of(stage).files.open()
    assert stage.project is first
    assert "can’t be used" in stage.host.complaints[-1]


def test_what_a_narrower_file_does_not_ask_is_said_and_kept(stage: Stage, tmp_path: Path) -> None:
    stage.prompts.path = tmp_path / "short.toml"
    short = '[[sections]]\nid = "people"\nlabel = "People"\nfields = []\n'
    stage.prompts.path.write_text(f'id = "short"\ntitle = "Short"\n{short}')
    answers = stage.project.profiles[0].answers
    page_of(stage).files.open()
    assert "no longer asked for, and are kept" in stage.host.said[-1]
    assert stage.project.profiles[0].answers == answers
