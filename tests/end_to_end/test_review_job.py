"""A consultant with five clients finds whose review is due, holds it, prints it, plans the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from icalendar import Calendar
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from icp_desktop.model.edits import SetValue
from icp_desktop.model.project import Project
from icp_desktop.model.review import Figure, next_day
from icp_desktop.model.review_edits import PlanReviews
from icp_desktop.model.values import Text
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.documents import DocumentsPage
from icp_desktop.ui.pages.home_rows import RowCard
from icp_desktop.ui.reviews.page import ReviewsPage
from icp_desktop.worksheet.samples import make_sample, sample_ids
from tests.end_to_end.program import Program
from tests.ui.shell.answers import Answers

Start = Callable[..., Program]
DUE = "Bluebird Tax"
CLIENTS = ("Amber Bakery", "Corner Café", DUE, "Dale Cycles", "Elm Nursery")


def clients() -> list[Project]:
    """Five clients; one was to be looked at again yesterday, one has a day far off."""
    made = []
    samples = [each for each in sample_ids() if each != "insurance-brokers"]
    for number, (name, sample) in enumerate(zip(CLIENTS, samples, strict=False)):
        project = replace(make_sample(sample), id=f"client000{number}", client=name, sample="")
        made.append(project)
    due = PlanReviews(rhythm="quarter", next=today() - timedelta(days=1))
    later = PlanReviews(rhythm="half_year", next=today() + timedelta(days=60))
    made[2], made[4] = due.apply(made[2]), later.apply(made[4])
    return made


def press(part: QWidget, words: str) -> None:
    """Click the button in a part of the window that says something."""
    for button in part.findChildren(QAbstractButton):
        named = words in (button.text().strip(), button.accessibleName())
        if named and button.isVisible() and button.isEnabled():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            return
    raise AssertionError(words)


def page_of(program: Program) -> QWidget:
    view = program.window.view
    assert view is not None
    page = view.page()
    assert page is not None
    return page


def reviews(program: Program) -> ReviewsPage:
    page = page_of(program)
    assert isinstance(page, ReviewsPage)
    return page


def waiting(program: Program) -> RowCard:
    return program.window.screens.home.waiting


def type_in(widget: QWidget, words: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, words)


def project_of(program: Program) -> Project:
    return reviews(program).context.project


def find_the_client(program: Program) -> None:
    """Whose review is due stands on the first page, and one click leads to it."""
    program.window.screens.show_home()
    program.window.screens.renew_home()
    program.settle()
    (row,) = waiting(program).rows()
    assert row.name == DUE
    assert "The review was due on" in row.text
    press(waiting(program), f"Hold the review, {DUE}")
    program.settle()
    assert project_of(program).client == DUE


def change_an_answer(program: Program) -> None:
    """The first review has no version to be compared with; one is kept, then an answer changes."""
    page, project = reviews(program), project_of(program)
    assert "no version yet" in page.form.bar.sentence
    program.library.keep_version(project.id, name="As it was", reason="", day=today())
    profile = project.profiles[0]
    field = next(each.field for each in profile.answers if isinstance(each.value, Text))
    said = Text(text="Quite something else")
    page.context.opened.do(SetValue(place=profile.id, field=field, value=said))
    program.window.commands.action("overview").trigger()
    program.window.commands.action("reviews").trigger()
    program.settle()
    assert "Compared with “As it was”" in page.form.bar.sentence
    assert any("Quite something else" in each.words for each in page.side.changed.rows())


def answer_and_decide(program: Program) -> None:
    """Numbers are typed where none are logged; then answers, a note and a decision."""
    page = reviews(program)
    leads = page.form.rows["leads"]
    press(leads, "Type the numbers: Do more of your leads match the profile?")
    for box, figure in zip(leads.figures.fields(), ("22", "38", "14", "41"), strict=True):
        type_in(box, figure)
    QTest.keyClick(leads.figures.fields()[-1], Qt.Key.Key_Return)
    press(leads, "Yes")
    type_in(leads.note, "They come from the club.")
    press(page.form.rows["buying"], "Can’t tell")
    type_in(page.side.resolves.line, "Stop the advertisements")
    type_in(page.side.resolves.who, "Rosa")
    press(page.side.resolves, "Add this decision")
    program.settle()


def finish(program: Program) -> None:
    """Finishing keeps a version with a reason and sets the next day."""
    page = reviews(program)
    QTest.mouseClick(page.finish_button, Qt.MouseButton.LeftButton)
    page.form.card.name.clear()
    type_in(page.form.card.name, "Autumn review")
    type_in(page.form.card.reason, "Leads match better")
    press(page.form.card, "Finish and keep")
    program.settle()
    project = project_of(program)
    (review,) = project.reviews
    assert review.finished == today()
    assert review.answer("leads").now == Figure(count=22, total=38, by_hand=True)
    assert project.review_plan.next == next_day("quarter", today())
    kept = program.library.versions(project.id)[-1]
    assert (kept.name, kept.reason) == ("Autumn review", "Leads match better")


def print_the_pack(program: Program, path: Path) -> str:
    """Save the pack as PDF and return what it says."""
    QTest.mouseClick(reviews(program).pack_button, Qt.MouseButton.LeftButton)
    program.settle()
    documents = page_of(program)
    assert isinstance(documents, DocumentsPage)
    assert documents.document.id == "review"
    buttons = program.window.findChildren(QPushButton)
    (save,) = (b for b in buttons if b.accessibleName() == "Save as PDF…" and b.isVisible())
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    program.settle()
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())


def test_the_review_that_is_due(start: Start, tmp_path: Path) -> None:
    answers = Answers()
    program = start(role="clients", prompts=answers)
    for each in clients():
        program.library.add(each)
    find_the_client(program)
    change_an_answer(program)
    answer_and_decide(program)
    finish(program)
    page, project = reviews(program), project_of(program)

    answers.path = tmp_path / "pack.pdf"
    text = print_the_pack(program, answers.path)
    for words in ("22 of 38 leads", "Likely more", "Stop the advertisements", "Quite something"):
        assert words in text, words

    answers.path = tmp_path / "next.ics"
    program.window.go(replace(page.place(), section="now"))
    program.settle()
    press(page.side.next, "Save a reminder for your calendar…")
    (event,) = Calendar.from_ical((tmp_path / "next.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == project.review_plan.next

    program.window.commands.action("home").trigger()
    program.settle()
    assert waiting(program).rows() == ()
    rows = {each.client: each.review for each in program.library.projects()}
    assert rows[DUE] == project.review_plan.next
