"""From the first key press to the printed page, and everything found again tomorrow."""

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from icp_desktop.model.project import Project
from icp_desktop.model.values import Choice, MoneyRange, NumberRange, Terms, Text, Value
from icp_desktop.ui.pages.page import WORKSHEET, Place
from icp_desktop.ui.preview import PreviewPanel
from icp_desktop.worksheet.shipped import worksheet_of
from tests.end_to_end.conftest import Start
from tests.end_to_end.program import NobodyAnswers, Program

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
BUSINESS = "Copperkettle Brewery"


class SavesTo(NobodyAnswers):
    """Somebody who answers "where to?" and nothing else."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save_file(self, _title: str, _proposal: Path, _kinds: str) -> Path | None:
        return self.path


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
    for _ in range(times):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)


def type_words(words: str) -> None:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit | QPlainTextEdit), widget
    QTest.keyClicks(widget, words)


def tab_to(name: str) -> None:
    """Press Tab until a control has the focus whose name begins with some words."""
    seen = []
    for _ in range(40):
        press(Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.accessibleName() or getattr(widget, "text", str)())
        if seen[-1].startswith(name):
            return
    pytest.fail(f"Tab never reached {name}, only {seen}")


def project_of(program: Program) -> Project:
    view = program.window.current_view()
    assert view is not None
    return view.workspace.opened.project


def value_of(program: Program, field: str) -> Value | None:
    return project_of(program).profiles[0].answer(field).value


def place_of(program: Program) -> Place:
    view = program.window.current_view()
    assert view is not None
    return view.current


def await_preview(program: Program, words: str) -> None:
    """Wait for the preview to show some words; it follows 300 ms after the last change."""
    panel = program.window.findChild(PreviewPanel)
    assert panel is not None
    assert panel.isVisible()
    program.wait_until(lambda: panel.result is not None and words in read_pdf(panel.result.data))


def read_pdf(data: bytes) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(io.BytesIO(data)).pages).split())


def make_project(program: Program) -> None:
    QTest.keyClick(program.window, Key.Key_N, CTRL)
    program.settle()
    type_words(BUSINESS)
    tab_to("Firms")
    press(Key.Key_Right)  # from firms to people
    tab_to("Start with the whole form")
    press(Key.Key_Space)
    program.settle()


def fill_in_people(program: Program) -> None:
    """Answer the section People, where the form begins, with Tab, letters and arrows alone."""
    type_words("25")
    press(Key.Key_Tab)
    type_words("60")
    tab_to("Mostly women")
    press(Key.Key_Right, times=2)
    tab_to("Location")
    type_words("Within an hour of the taproom")
    tab_to("Income level")
    type_words("30000")
    tab_to("Occupation")
    type_words("Teachers")
    press(Key.Key_Return)
    type_words("Cyclists")
    press(Key.Key_Return)
    program.settle()


def find(program: Program, words: str) -> None:
    """Go to an answer as Ctrl+K leads there."""
    QTest.keyClick(program.window, Key.Key_K, CTRL)
    program.settle()
    type_words(words)
    press(Key.Key_Return)
    program.settle()


def switch(program: Program, letter: Qt.Key) -> None:
    """Go from the form to the tour (T), or back (F), without leaving the field."""
    QTest.keyClick(program.window, letter, CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.settle()


def test_the_whole_main_job_by_keyboard_alone(start: Start, tmp_path: Path) -> None:
    pdf = tmp_path / "profile.pdf"
    program = start(prompts=SavesTo(pdf))
    make_project(program)
    assert project_of(program).client == BUSINESS
    assert project_of(program).profiles[0].market == "b2c"

    fill_in_people(program)
    age, income = value_of(program, "people.age_range"), value_of(program, "people.income")
    assert age == NumberRange(low=Decimal(25), high=Decimal(60), unit="years")
    assert value_of(program, "people.gender") == Choice(choice="no_preference")
    assert value_of(program, "people.location") == Text(text="Within an hour of the taproom")
    assert isinstance(income, MoneyRange)
    assert income.low == Decimal(30000)
    occupation = value_of(program, "people.occupation")
    assert isinstance(occupation, Terms)
    assert [item.text for item in occupation.items] == ["Teachers", "Cyclists"]

    # Undo and redo, by keys, while the field still has the focus.
    filled = project_of(program)
    press(Key.Key_Z, CTRL)
    shorter = value_of(program, "people.occupation")
    assert shorter != occupation
    press(Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert project_of(program) is filled

    # The preview follows what is typed.
    await_preview(program, "Within an hour of the taproom")

    # The tour stands at the same field, and an answer given there reaches the page.
    find(program, "Why now")
    assert place_of(program).field == "needs.why_now"
    switch(program, Key.Key_T)
    assert (place_of(program).field, place_of(program).view) == ("needs.why_now", "tour")
    type_words("A wedding or a round birthday")
    switch(program, Key.Key_F)
    assert (place_of(program).field, place_of(program).view) == ("needs.why_now", "form")
    await_preview(program, "A wedding or a round birthday")

    # The document is saved, and says everything.
    QTest.keyClick(program.window, Key.Key_E, CTRL)
    program.settle()
    tab_to("Save as PDF")
    press(Key.Key_Space)
    program.settle()
    text = read_pdf(pdf.read_bytes())
    for words in ("25–60 years", "No preference", "Teachers, Cyclists", "A wedding or a round"):
        assert words in text

    # Tomorrow: all there, and back where the person was.
    QTest.keyClick(program.window, Key.Key_2, CTRL)
    program.settle()
    last, place = project_of(program), place_of(program)
    assert (place.section, place.field) == ("needs", "needs.why_now")
    program.close()
    again = start()
    assert project_of(again) == last
    assert replace(place_of(again), scroll=place.scroll) == place
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    assert focus.toPlainText() == "A wedding or a round birthday"


def test_every_field_of_the_worksheet_has_its_place(start: Start) -> None:
    """Ctrl+K and the map lead to fields by id: each one must be found."""
    program = start()
    make_project(program)
    for section in worksheet_of(project_of(program)).sections:
        for field in section.asked("b2c"):
            wanted = Place(page=WORKSHEET, section=section.id, field=field.id, view="form")
            program.window.go(wanted)
            assert (place_of(program).section, place_of(program).field) == (section.id, field.id)
