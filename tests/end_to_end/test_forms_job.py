"""Send a form, get it back, take it in line by line, settle what colleagues differ on; undo all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from forms.asked import named
from forms.bad_files import flattened
from forms.spreadsheet import fill_cells
from forms.viewers import fill_by_pdfium
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from icp_desktop.model.forms import WORKSHEET_FORM, Form
from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.forms.forms_view import FormsView
from icp_desktop.ui.forms.questions_view import QuestionsView
from icp_desktop.ui.forms.team_view import TeamView
from icp_desktop.ui.pages.page import INTERVIEWS, Place
from icp_desktop.ui.proposal_page import ProposalPage
from icp_desktop.worksheet.questionnaires import questionnaires_of
from icp_desktop.worksheet.samples import make_sample
from tests.end_to_end.program import NobodyAnswers, Program


class Saver(NobodyAnswers):
    """Saves wherever it is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []

    def save_file(self, _title: str, proposal: Path, _kinds: str) -> Path | None:
        self.asked.append(proposal.name)
        return self.folder / proposal.name


@pytest.fixture
def saver(tmp_path: Path) -> Saver:
    folder = tmp_path / "mail"
    folder.mkdir()
    return Saver(folder)


@pytest.fixture
def program(themed: Appearance, tmp_path: Path, saver: Saver) -> Iterator[Program]:
    program = Program(themed, tmp_path / "home", prompts=saver)
    program.add(replace(make_sample("fitness-studio"), id="halfmoon"))
    program.show(1280, 800)
    yield program
    program.close()


def project(program: Program) -> Project:
    assert program.window.view is not None
    return program.window.view.context.project


def tab(program: Program, view: str, section: str = "") -> QWidget:
    program.go(Place(page=INTERVIEWS, view=view, section=section))
    page = program.window.view.page()  # type: ignore[union-attr]
    return page._shown()  # type: ignore[union-attr, return-value]


def press(root: QWidget, name: str) -> None:
    found = [b for b in root.findChildren(QPushButton) if b.accessibleName() == name]
    shown = [b for b in found if b.isVisible()]
    assert shown, [b.accessibleName() for b in root.findChildren(QPushButton) if b.isVisible()]
    shown[0].click()


def send(program: Program, questionnaire: str, who: str, role: str, channel: str = "pdf") -> Form:
    view = tab(program, "forms")
    assert isinstance(view, FormsView)
    panel = view.panel
    panel.questions.show_id(questionnaire)
    panel.person.setText(who)
    panel.role.setText(role)
    panel.channel.show_id(channel)
    panel.button.click()
    program.settle()
    return project(program).forms[-1]


def drop(program: Program, *paths: Path) -> None:
    program.window.open_paths([str(path) for path in paths])
    program.settle()


def proposal(program: Program) -> ProposalPage:
    page = program.window.screens.current()
    assert isinstance(page, ProposalPage)
    return page


def test_a_form_goes_out_comes_back_and_is_taken_in_as_one_step(
    program: Program, saver: Saver
) -> None:
    form = send(program, "colleague-sales", "M. Okafor", "Front desk")
    assert (form.person, form.is_out) == ("M. Okafor", True)
    (name,) = saver.asked
    assert "M. Okafor" in name
    path = saver.folder / name
    path.write_bytes(
        fill_by_pdfium(path.read_bytes(), {named("glad"): "Early.", named("not_asked"): "Prices"})
    )
    talks = len(project(program).interviews)
    drop(program, path)
    page = proposal(program)
    assert [s.theirs for s in page.proposal.suggestions] == ["Early.", "Prices"]
    assert project(program).forms[-1].is_out, "nothing is changed before it is accepted"
    page.tick(page.proposal.suggestions[1].id, on=False)
    page.accept_button.click()
    program.settle()
    now = project(program)
    assert now.forms[-1].is_back
    assert len(now.interviews) == talks + 1
    assert now.interviews[-1].answer("glad").text == "Early."
    assert now.interviews[-1].answer("not_asked").text == ""
    drop(program, path)
    assert "was taken in before" in messages(program)
    program.window.view.context.opened.undo()  # type: ignore[union-attr]
    assert len(project(program).interviews) == talks
    assert project(program).forms[-1].is_out


def messages(program: Program) -> str:
    return " ".join(bar.sentence for bar in program.window.screens.current().messages().values())


def test_files_that_are_no_forms_are_explained_and_change_nothing(
    program: Program, tmp_path: Path
) -> None:
    before = project_after_open(program)
    photo, empty = tmp_path / "photo.pdf", tmp_path / "empty.xlsx"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(50))
    empty.touch()
    drop(program, photo, empty)
    assert "“photo.pdf” is a picture" in messages(program)
    assert "“empty.xlsx” is empty" in messages(program)
    assert project(program) is before


def test_a_form_that_was_printed_anew_is_named_and_can_be_read_as_notes(
    program: Program, tmp_path: Path
) -> None:
    before = project_after_open(program)
    path = tmp_path / "printed.pdf"
    path.write_bytes(flattened())
    drop(program, path)
    assert "“printed.pdf” has no fields: it was printed to a new PDF" in messages(program)
    assert project(program) is before
    press(program.window.screens.current(), "Read it as notes")
    program.settle()
    (notes,) = [t for t in project(program).interviews if t not in before.interviews]
    assert "What do you see?" in notes.notes


def project_after_open(program: Program) -> Project:
    program.open_project()
    return project(program)


def test_a_form_without_an_open_project_says_what_to_do(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "back.pdf"
    path.write_bytes(b"%PDF-1.7")
    drop(program, path)
    assert "“back.pdf” may be a form that came back" in messages(program)


def test_the_text_of_an_e_mail_is_copied(program: Program) -> None:
    send(program, "good-customer", "Nadia F.", "", "email")
    text = QGuiApplication.clipboard().text()
    assert "[1] Why did you choose us and not another?" in text
    assert project(program).forms[-1].channel == "email"


def test_copies_of_the_worksheet_are_compared_and_settled(program: Program, saver: Saver) -> None:
    answers = {"Ann": "Thrift", "Bob": "Comfort"}
    for who, values in answers.items():
        send(program, WORKSHEET_FORM, who, "Sales", "xlsx")
        path = saver.folder / saver.asked[-1]
        path.write_bytes(fill_cells(path.read_bytes(), {named("mindset.values"): values}))
        drop(program, path)
        proposal(program).accept_button.click()
        program.settle()
    view = tab(program, "team")
    assert isinstance(view, TeamView)
    assert view.sum.text() == "2 copies are back. 1 differs."
    press(view, "Take this, Thrift")
    view.settle.by.setText("All of us")
    view.settle.reason.setText("Seen every day")
    view.settle.button.click()
    program.settle()
    now = project(program)
    (decision,) = now.decisions
    assert (decision.by, decision.reason) == ("All of us", "Seen every day")
    answer = now.profile(decision.profile).answer("mindset.values")
    assert [item.text for item in answer.value.items] == ["Thrift"]  # type: ignore[union-attr]
    team = [each for each in answer.evidence if each.source == "team" and each.id == "copies"]
    assert [(each.count, each.total) for each in team] == [(1, 2)]
    assert len(now.voices) == 2, "the minority view stays"
    words = " ".join(label.text() for label in view.findChildren(QWidget) if hasattr(label, "text"))
    assert "Said otherwise: Bob, Sales." in words
    program.window.view.context.opened.undo()  # type: ignore[union-attr]
    assert project(program).decisions == ()


def test_a_questionnaire_of_ones_own_is_written_warned_about_and_sent(program: Program) -> None:
    view = tab(program, "questions", "good-customer")
    assert isinstance(view, QuestionsView)
    view.reading.copy_button.click()
    program.settle()
    (own,) = project(program).questionnaires
    block = view.editor.blocks[0]
    block.text.setText("How satisfied are you with us?")
    block.text.textEdited.emit(block.text.text())
    assert "has the verdict in it" in block.cautions.text()
    block.text.setText("How was it?")
    block.text.textEdited.emit(block.text.text())
    assert block.cautions.isHidden()
    asked = questionnaires_of(project(program))[0]
    assert asked.id == own.id
    assert asked.questions[0].text == "How was it?"
    press(view.bank, "Take, Whom else should we talk to?")
    assert len(questionnaires_of(project(program))[0].questions) == 6
    form = send(program, own.id, "Ann", "")
    assert (form.questionnaire, form.edition) == (own.id, 1)
    view = tab(program, "questions", own.id)
    assert isinstance(view, QuestionsView)
    view.editor.title.setText("Mine, second")
    view.editor.title.textEdited.emit("Mine, second")
    now = questionnaires_of(project(program))[0]
    assert (now.title, now.edition) == ("Mine, second", 2)


def test_what_is_overdue_shows_at_home(program: Program) -> None:
    form = send(program, "good-customer", "Ann", "")
    late = replace(form, due=date.today() - timedelta(days=3))  # noqa: DTZ011 - the wall calendar
    program.window.view.context.opened.do(PutItem(folder="forms", item=late))  # type: ignore[union-attr]
    program.settle()
    program.window.session.workspace.autosave.finish()  # type: ignore[union-attr]
    program.window.screens.show_home()
    program.settle()
    home = program.window.screens.home
    assert home.waiting.count == 1
    texts = [w.text() for w in home.waiting.findChildren(QWidget) if hasattr(w, "text")]
    assert "1 of 1 forms is overdue." in texts
