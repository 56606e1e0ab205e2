"""The list of forms, and questionnaires of one's own, on the interviews page."""

from datetime import date, timedelta

import pytest
from invented_forms import with_forms
from PySide6.QtWidgets import QPushButton, QWidget

from icp_desktop.insight.asking import known_questionnaires
from icp_desktop.model.project import Project
from icp_desktop.ui.forms.forms_view import FormsView
from icp_desktop.ui.forms.questions_view import QuestionsView
from icp_desktop.ui.forms.words import form_words
from icp_desktop.ui.pages.page import INTERVIEWS, Place
from icp_desktop.ui.talks.page import InterviewsPage
from tests.ui.pages.conftest import Enter, Stage

TODAY = date.today()  # noqa: DTZ011 - the page goes by the calendar on the wall


@pytest.fixture
def asked(fitness: Project) -> Project:
    return with_forms(fitness, TODAY)


def open_tab(enter: Enter, project: Project, tab: str, section: str = "") -> Stage:
    place = Place(page=INTERVIEWS, view=tab, section=section)
    return enter(InterviewsPage, project, place, (1072, 760))


def forms_of(stage: Stage) -> FormsView:
    view = stage.page._view("forms")
    assert isinstance(view, FormsView)
    return view


def press(root: QWidget, name: str) -> None:
    (found,) = [
        b for b in root.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible()
    ]
    found.click()


def test_the_late_ones_come_first_and_are_counted(enter: Enter, asked: Project) -> None:
    stage = open_tab(enter, asked, "forms")
    view = forms_of(stage)
    assert view.sum.text() == "2 forms are out. 1 is overdue. 1 is back."
    rows = view.list.rows()
    assert rows[0].strong == "Ann Example, Asked"
    assert rows[0].pressing
    assert rows[0].line.endswith("overdue by 5 days")
    assert [row.pressing for row in rows[1:]] == [False, False, False]
    assert rows[-1].line.endswith("not waited for any more")


def test_a_form_can_be_waited_for_no_more_and_removed_each_one_step(
    enter: Enter, asked: Project
) -> None:
    stage = open_tab(enter, asked, "forms")
    view = forms_of(stage)
    press(view, "Wait no more, Ann Example, Asked")
    assert stage.project.forms[0].closed
    assert view.sum.text().startswith("1 form is out. 1 is back.")
    stage.page.context.opened.undo()
    stage.settle()
    press(view, "Remove, Ann Example, Asked")
    assert len(stage.project.forms) == 3
    stage.page.context.opened.undo()
    assert stage.project is asked


def test_to_send_again_brings_the_person_and_the_questions_along(
    enter: Enter, asked: Project
) -> None:
    stage = open_tab(enter, asked, "forms")
    view = forms_of(stage)
    press(view, "Send again, Ann Example, Asked")
    assert view.panel.person.text() == "Ann Example"
    assert view.panel.questions.current_id() == "colleague-sales"


def test_nothing_is_out_yet(enter: Enter, fitness: Project) -> None:
    stage = open_tab(enter, fitness, "forms")
    view = forms_of(stage)
    assert view.empty.isVisible()
    assert not view.list.isVisible()
    assert view.panel.button.isVisible()


def test_every_fate_of_a_form_is_said(asked: Project) -> None:
    late, own, closed, back = asked.forms
    assert "out for 3 days · wanted back" in form_words(own, TODAY)
    assert "out since today" in form_words(own, own.sent)
    assert "overdue by 6 days" in form_words(late, TODAY + timedelta(days=1))
    assert "not waited for" in form_words(closed, TODAY)
    assert "back " in form_words(back, TODAY)


def test_own_questions_can_be_followed_in_a_talk(asked: Project) -> None:
    assert known_questionnaires(asked)[0].id == "own-questions"


def test_questions_are_moved_removed_and_answered_otherwise(enter: Enter, asked: Project) -> None:
    stage = open_tab(enter, asked, "questions", "own-questions")
    view = stage.page._view("questions")
    assert isinstance(view, QuestionsView)
    first, second = (block.question.id for block in view.editor.blocks[:2])
    view.editor.blocks[0].moved.emit(first, 1)
    assert [b.question.id for b in view.editor.blocks[:2]] == [second, first]
    block = view.editor.blocks[0]
    block.kind.show_id("choice")
    block.options.setPlainText("Yes\nNo\nIt depends")
    asked_now = known_questionnaires(stage.project)[0]
    assert asked_now.edition == 2, "it is out, so a change makes a new edition"
    assert [each.label for each in asked_now.questions[0].choices] == ["Yes", "No", "It depends"]
    view.editor.blocks[0].removed.emit(second)
    assert second not in {q.id for q in known_questionnaires(stage.project)[0].questions}
