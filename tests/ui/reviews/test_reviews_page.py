"""The reviews page: numbers, answers, decisions, the plan, finishing, and reading a past one."""

from datetime import timedelta
from pathlib import Path

from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QWidget

from icp_desktop.documents.review_words import say_numbers
from icp_desktop.model.edits import SetValue
from icp_desktop.model.project import Project
from icp_desktop.model.review import Figure, Trigger, next_day
from icp_desktop.model.values import Term, Terms, Text
from icp_desktop.ui.pages.documents import DocumentsPage
from icp_desktop.ui.pages.page import DOCUMENTS, REVIEWS, Place
from icp_desktop.ui.reviews.page import ReviewsPage
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.phrases import say_day
from tests.end_to_end.program import Program
from tests.ui.reviews.conftest import TODAY
from tests.ui.shell.answers import Answers

KEY = Qt.Key.Key_Return


def project(program: Program) -> Project:
    assert program.window.view is not None
    return program.window.view.context.project


def words(part: QWidget) -> str:
    labels = part.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(part))


def press(part: QWidget, button: QWidget) -> None:
    assert button.isVisibleTo(part)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(page: ReviewsPage, question: str, number: int) -> None:
    row = next(each for key, each in page.form.rows.items() if key == question)
    press(page, row.verdict.buttons()[number])


def test_it_says_why_it_is_due_and_counts_what_came_since(page: ReviewsPage) -> None:
    assert say_day(TODAY) in page.form.bar.sentence
    rows = page.form.rows
    assert "6 of 8 leads" in words(rows["leads"])
    assert "2 of 9 before" in words(rows["leads"])
    assert "2 of 5 decided" in words(rows["buying"])
    assert "Too few to tell" in words(rows["buying"])
    assert "Not counted" in words(rows["leaving"])


def test_a_review_begins_with_the_first_answer_and_undo_takes_it_back(
    program: Program, page: ReviewsPage
) -> None:
    assert len(project(program).reviews) == 1
    choose(page, "leads", 0)
    review = project(program).reviews[-1]
    assert (review.finished, review.answer("leads").verdict) == (None, "yes")
    assert review.answer("leads").now is None  # what is counted is kept when it is finished
    assert page.form.rows["leads"].verdict.value() == "yes"
    program.window.commands.action("undo").trigger()
    assert len(project(program).reviews) == 1
    assert page.form.rows["leads"].verdict.value() == ""


def test_a_note_is_one_step(program: Program, page: ReviewsPage) -> None:
    note = page.form.rows["leads"].note
    note.setFocus()
    QTest.keyClicks(note, "They come from the club.")
    assert project(program).reviews[-1].answer("leads").note == "They come from the club."
    program.window.commands.action("undo").trigger()
    assert note.text() == ""


def test_numbers_are_typed_where_none_are_logged(program: Program, page: ReviewsPage) -> None:
    row = page.form.rows["leaving"]
    press(row, row.type_button)
    for field, text in zip(row.figures.fields(), ("2", "64", "5", "61"), strict=True):
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.keyClick(row.figures.fields()[-1], KEY)
    answer = project(program).reviews[-1].answer("leaving")
    assert answer.now == Figure(count=2, total=64, by_hand=True)
    assert answer.before == Figure(count=5, total=61, by_hand=True)
    assert say_numbers(answer) == "2 of 64 customers, 5 of 61 before, Too few to tell"


def test_numbers_that_can_not_be_are_told(program: Program, page: ReviewsPage) -> None:
    row = page.form.rows["leaving"]
    press(row, row.type_button)
    now = row.figures.fields()[:2]
    for text, problem in (("64", "higher than the second"), ("a few", "not a count")):
        now[0].setFocus()
        now[0].clear()
        QTest.keyClicks(now[0], text)
        now[1].setFocus()
        now[1].clear()
        QTest.keyClicks(now[1], "2")
        QTest.keyClick(now[1], KEY)
        assert problem in row.figures.problem
    assert len(project(program).reviews) == 1


def test_numbers_that_equal_the_counted_ones_stay_counted(
    program: Program, page: ReviewsPage
) -> None:
    row = page.form.rows["leads"]
    press(row, row.mend_button)
    QTest.keyClick(row.figures.fields()[0], KEY)
    assert all(each.answer("leads").now is None for each in project(program).reviews[1:])
    row.figures.fields()[0].clear()
    QTest.keyClicks(row.figures.fields()[0], "7")
    QTest.keyClick(row.figures.fields()[0], KEY)
    assert "7 of 8 leads" in words(row)


def test_decisions(program: Program, page: ReviewsPage) -> None:
    resolves = page.side.resolves
    resolves.line.setFocus()
    QTest.keyClicks(resolves.line, "Stop the ads")
    QTest.keyClicks(resolves.who, "Rosa")
    press(page, resolves.add_button)
    (decided,) = project(program).reviews[-1].resolves
    assert (decided.text, decided.who, decided.done) == ("Stop the ads", "Rosa", False)
    program.settle()
    assert "Rosa" in words(resolves)
    QTest.keyClick(resolves.line, KEY)
    assert len(project(program).reviews[-1].resolves) == 1  # nothing typed decides nothing


def test_the_plan(program: Program, page: ReviewsPage) -> None:
    plan = page.side.next
    plan.rhythm.setCurrentIndex(plan.rhythm.findData("half_year"))
    plan.rhythm.activated.emit(plan.rhythm.currentIndex())
    assert project(program).review_plan.rhythm == "half_year"
    assert project(program).review_plan.next == TODAY  # what is due stays due
    after = next_day("half_year", TODAY)
    assert after is not None
    assert say_day(after) in words(plan)


def test_a_day_that_is_past_is_refused(program: Program, page: ReviewsPage) -> None:
    plan = page.side.next
    plan.day._line.setFocus()
    plan.day._line.selectAll()
    QTest.keyClicks(plan.day._line, "2020-01-02")
    assert "2 January 2020 is past" in plan.problem
    assert "Choose today or a later day" in plan.problem
    assert project(program).review_plan.next == TODAY


def test_what_else_calls_for_one(program: Program, page: ReviewsPage) -> None:
    triggers = page.side.next.triggers
    boxes = triggers.findChildren(QCheckBox)
    boxes[1].click()
    (trigger,) = project(program).review_plan.triggers
    assert (trigger.occasion, trigger.happened) == ("product", None)
    page.side.next.own.setFocus()
    QTest.keyClicks(page.side.next.own, "The tax law changes")
    QTest.keyClick(page.side.next.own, KEY)
    own = project(program).review_plan.triggers[-1]
    assert (own.occasion, own.text) == ("own", "The tax law changes")


def test_the_reminder(
    program: Program, page: ReviewsPage, answers: Answers, tmp_path: Path
) -> None:
    answers.path = tmp_path / "review"
    press(page, page.side.next.remind)
    calendar = Calendar.from_ical((tmp_path / "review.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == TODAY
    assert project(program).client not in str(event["summary"])


def test_what_is_getting_old(page: ReviewsPage) -> None:
    (row,) = page.form.old.rows()
    assert row.strong == "Bakery"
    assert "not proven since the last review" in row.line
    assert "test due" in row.line


def test_who_agreed(program: Program, page: ReviewsPage) -> None:
    agreed = page.form.agreed
    agreed.person.setFocus()
    QTest.keyClicks(agreed.person, "Rosa Quill")
    QTest.keyClicks(agreed.role, "Owner")
    press(page, agreed.add_button)
    (signed,) = project(program).signoffs
    assert (signed.person, signed.role, signed.day) == ("Rosa Quill", "Owner", TODAY)
    assert "1 person agreed to this." in words(agreed)
    agreed.printed.click()
    assert project(program).print_signoffs
    place = project(program).profiles[0].id
    said = Text(text="They open a shop")
    page.context.opened.do(SetValue(place=place, field="needs.why_now", value=said))
    assert "Changed since 1 person signed." in words(agreed)


def test_finishing_keeps_a_version_and_sets_the_next_day(
    program: Program, page: ReviewsPage
) -> None:
    choose(page, "leads", 0)
    page.finish_button.click()
    page.form.card.name.setText("Autumn review")
    page.form.card.reason.setText("Fewer ads")
    page.form.card.finish_button.click()
    program.settle()
    review = project(program).reviews[-1]
    assert (review.finished, review.kept_as) == (TODAY, "Autumn review")
    assert review.answer("leads").now == Figure(count=6, total=8)
    assert review.answer("leads").before == Figure(count=2, total=9)
    assert {each.field for each in review.doubts} == {"company.industry"}
    assert project(program).review_plan.next == next_day("quarter", TODAY)
    version = program.library.versions(project(program).id)[-1]
    assert (version.id, version.name, version.reason) == (
        review.version,
        "Autumn review",
        "Fewer ads",
    )
    kept = program.library.version(project(program).id, version.id)
    assert kept.reviews[-1] == review
    assert page.review == review
    assert not page.finish_button.isVisible()


def test_a_name_is_needed_to_finish(program: Program, page: ReviewsPage) -> None:
    page.finish_button.click()
    page.form.card.name.clear()
    page.form.card.finish_button.click()
    assert page.form.card.isVisible()
    assert len(project(program).reviews) == 1


def test_a_past_review_is_read_only(program: Program, page: ReviewsPage) -> None:
    program.go(Place(page=REVIEWS, section="last000001"))
    assert "Summer review" in page.form.bar.sentence
    assert not page.form.rows["leads"].verdict.isEnabled()
    assert "2 of 9 leads" in words(page.form.rows["leads"])
    assert not page.side.resolves.line.isVisible()
    assert page.reviews.currentText() == "Summer review"
    page.reviews.setCurrentIndex(0)
    page.reviews.activated.emit(0)
    assert page.review.finished is None


def test_a_narrow_window_stands_one_under_the_other(program: Program, page: ReviewsPage) -> None:
    program.window.resize(700, 700)
    program.settle()
    assert page.side.isVisible()
    assert page.form.isAncestorOf(page.side)
    program.window.resize(1280, 800)
    program.settle()
    assert not page.form.isAncestorOf(page.side)
    assert page.side.isVisible()


def test_a_later_day_counts_from_today_on(page: ReviewsPage) -> None:
    assert page._steps.next_after() == next_day("quarter", TODAY)
    page._steps.plan("", TODAY + timedelta(days=3))
    assert page._steps.next_after() == TODAY + timedelta(days=3)


def test_without_a_version_nothing_is_compared(page: ReviewsPage) -> None:
    assert "There is no version yet to compare with" in page.form.bar.sentence
    assert page.side.changed.rows() == []
    assert "There is no earlier version to compare with." in words(page.side.changed)


def test_what_changed_since_the_version_kept_last(program: Program, page: ReviewsPage) -> None:
    program.library.keep_version(project(program).id, name="Now", reason="", day=TODAY)
    program.go(Place(page=REVIEWS, section="now"))
    assert "Every answer says what it said in “Now”." in words(page.side.changed)
    place = project(program).profiles[0].id
    bakers = Terms(items=(Term(id="b", text="Bakers"),))
    page.context.opened.do(SetValue(place=place, field="company.industry", value=bakers))
    (row,) = page.side.changed.rows()
    assert row.words == "Industry. Was: Bakery, Assumption. Is now: Bakers, Assumption."
    assert "1 of 6 answers" in words(page.side.changed)
    program.window.commands.action("undo").trigger()
    assert page.side.changed.rows() == []


def test_a_finished_review_shows_what_it_was_compared_with(
    program: Program, page: ReviewsPage
) -> None:
    program.library.keep_version(project(program).id, name="Before", reason="", day=TODAY)
    program.go(Place(page=REVIEWS, section="now"))
    place = project(program).profiles[0].id
    edit = SetValue(place=place, field="needs.why_now", value=Text(text="They open a shop"))
    page.context.opened.do(edit)
    page._steps.finish("Autumn review", "")
    program.settle()
    later = SetValue(place=place, field="needs.why_now", value=Text(text="Something else"))
    page.context.opened.do(later)
    (row,) = page.side.changed.rows()
    assert "Is now: They open a shop" in row.words


def test_the_pack_is_shown_among_the_documents(program: Program, page: ReviewsPage) -> None:
    press(page.window(), page.pack_button)
    program.settle()
    view = program.window.view
    assert view is not None
    assert (view.current.page, view.current.view) == (DOCUMENTS, "review")
    shown = view.page()
    assert isinstance(shown, DocumentsPage)
    assert shown.document.id == "review"


def test_the_pack_of_a_past_review_is_not_that_of_the_one_under_way(
    program: Program, page: ReviewsPage
) -> None:
    program.go(Place(page=REVIEWS, section="last000001"))
    assert page.pack_button.isVisible()  # it is the one that the pack tells of
    program.go(Place(page=REVIEWS, section="now"))
    choose(page, "leads", 0)
    program.go(Place(page=REVIEWS, section="last000001"))
    program.settle()
    assert not page.pack_button.isVisible()


def test_what_happened_waits_at_home_and_leads_here(program: Program, page: ReviewsPage) -> None:
    page._steps.plan("quarter", TODAY + timedelta(days=30))
    page._steps.put_trigger(Trigger(id="t", occasion="product", happened=TODAY))
    program.settle()
    program.window.commands.action("home").trigger()
    program.settle()
    waiting = program.window.screens.home.waiting
    program.wait_until(lambda: waiting.rows()[0].text == "There is a new product.")
    waiting.rows()[0].go()
    program.settle()
    assert program.window.view is not None
    assert program.window.view.current.page == REVIEWS
