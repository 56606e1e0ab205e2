"""A talk from the first key press to the printed proof, and every step of it undone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from icp_desktop.checks.grades import answer_grade, grade_words
from icp_desktop.model.edits import SetEvidence
from icp_desktop.model.project import Project
from icp_desktop.worksheet.samples import make_sample
from icp_desktop.worksheet.shipped import questionnaire
from tests.end_to_end.conftest import Start
from tests.end_to_end.program import Program
from tests.end_to_end.test_main_job import SavesTo, press, project_of, read_pdf, tab_to, type_words

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIELD = "needs.why_now"
SAID = (
    "The regulars from the early class.",
    "They all sit at work.",
    "Mostly insurance.",
    "Their backs.",
    "In March my doctor said it out loud. That week I started to look.",
    "At the office.",
    "By mail.",
    "Alone.",
    "The year-long contract.",
    "They sleep again.",
)


def steps_of(program: Program) -> list[Project]:
    """Undo everything, and return the states on the way back, the last one first."""
    states = [project_of(program)]
    view = program.window.current_view()
    assert view is not None
    while view.workspace.opened.undo_label is not None:
        press(Key.Key_Z, CTRL)
        states.append(project_of(program))
    return states


def choose_ten_questions(program: Program) -> None:
    tab_to("More about this talk")
    press(Key.Key_Space)
    tab_to("Questions")
    press(Key.Key_Home)
    press(Key.Key_Down)
    program.settle()


def mark_last_words(words: str) -> None:
    """Select words that end the answer, with the keyboard, and mark them."""
    press(Key.Key_End, CTRL)
    for _letter in words:
        press(Key.Key_Left, SHIFT)
    press(Key.Key_D, CTRL)


def type_answers() -> None:
    for words in SAID:
        press(Key.Key_Return, CTRL)
        type_words(words)
        if words.startswith("In March"):
            mark_last_words("That week I started to look.")
            press(Key.Key_Home, CTRL)
            press(Key.Key_D, CTRL)  # the sentence at the caret
            press(Key.Key_T, CTRL)
            type_words("Doctor's advice")
            press(Key.Key_Return)


def check_talk(project: Project) -> None:
    (talk,) = project.interviews
    assert talk.person == "Nadia F."
    assert [each.question for each in talk.answers] == [
        each.id for each in questionnaire("yourself").questions
    ]
    assert [each.text for each in talk.answers] == list(SAID)
    assert [each.text for each in talk.quotes] == [
        "In March my doctor said it out loud.",
        "That week I started to look.",
    ]
    (theme,) = project.themes
    assert talk.quotes[0].themes == (theme.id,)


def test_a_talk_of_ten_questions_raises_a_grade(start: Start, tmp_path: Path) -> None:
    pdf = tmp_path / "profile.pdf"
    sample = make_sample("fitness-studio")
    profile = sample.profiles[0].id
    guess = SetEvidence(place=profile, field=FIELD, evidence=()).apply(sample)
    program = start(guess, prompts=SavesTo(pdf))
    program.open_project()
    first = project_of(program)
    assert answer_grade(first.profile(profile).answer(FIELD)) == "assumption"

    QTest.keyClick(program.window, Key.Key_3, CTRL)
    program.settle()
    tab_to("Start one")
    press(Key.Key_Space)
    type_words("Nadia F.")
    choose_ten_questions(program)
    type_answers()
    program.settle()
    check_talk(project_of(program))

    tab_to("The answer that this is about")
    combo = QApplication.focusWidget()
    assert isinstance(combo, QComboBox)
    QTest.keyClicks(combo, "Why")
    assert combo.currentText() == "Why now"
    tab_to("Use as evidence")
    press(Key.Key_Space)
    program.settle()
    answer = project_of(program).profile(profile).answer(FIELD)
    assert grade_words(answer) == "1 of 1 interview"

    QTest.keyClick(program.window, Key.Key_E, CTRL)
    program.settle()
    tab_to("Save as PDF")
    press(Key.Key_Space)
    program.settle()
    text = read_pdf(pdf.read_bytes())
    assert "1 of 1 interview" in text
    assert "customers said so" in text  # the legend says what the mark means
    assert "In March my doctor" not in text  # nobody asked her whether it may be quoted

    states = steps_of(program)
    # evidence, ten answers, two quotes, a theme with its quote, the questions by two keys, the
    # name, the talk
    assert len(states) - 1 == 1 + 10 + 2 + 1 + 2 + 1 + 1
    assert states[-1] is first
    assert all(len(each.interviews) == 1 for each in states[:-1])
