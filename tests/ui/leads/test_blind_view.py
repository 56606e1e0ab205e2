"""A blind test through the window: chosen, handed round, by file, and shown in the end."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tables_made import make_table

from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Project
from icp_desktop.ui.leads.blind_view import BlindView
from icp_desktop.ui.leads.page import LeadsPage
from icp_desktop.ui.pages.page import LEADS, Place
from icp_desktop.ui.widgets.labels import PlainLabel
from tests.end_to_end.program import NobodyAnswers, Program
from tests.ui.leads.conftest import COLUMNS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(program: Program, leads: LeadsPage) -> BlindView:
    """The tab, with customers beside the leads."""
    cells: dict[str, list[object]] = {
        "Lead": [f"Firm {n}" for n in range(20)],
        "Trade": ["Bakery", "Law", None, "Bakery"] * 5,
        "Staff": [12.0, None, 300.0, 7.0, 9.0] * 4,
        "Place": ["Leeds", "Cork"] * 10,
        "Why": [None] * 20,
    }
    listed = make_table(cells, COLUMNS, role="customers", name="customers.csv")
    leads.context.opened.do(PutItem(folder="tables", item=replace(listed, id="customers1")))
    program.go(Place(page=LEADS, view="blind"))
    return leads.blind


@pytest.fixture
def begun(program: Program, view: BlindView) -> BlindView:
    view.start.roles.buttons()[0].click()
    QTest.mouseClick(view.start.button, LEFT)
    program.settle()
    return view


def project(program: Program) -> Project:
    assert program.window.view is not None
    return program.window.view.context.project


def judge(program: Program, view: BlindView, person: str, *signs: str) -> None:
    """Judge all, the last sign again and again."""
    view.round.person.setText(person)
    QTest.mouseClick(view.round.judge_button, LEFT)
    names = {"f": "fit", "n": "no_fit", "?": "unsure"}
    total = len(project(program).blind_tests[-1].candidates)
    for place in range(total):
        sign = signs[min(place, len(signs) - 1)]
        QTest.mouseClick(view.card.buttons[names[sign]], LEFT)  # type: ignore[index]
    program.settle()


def texts(view: BlindView) -> str:
    shown = [each for each in view.findChildren(QLabel) if each.isVisible()]
    return "\n".join(
        each.text() if isinstance(each, PlainLabel) else each.accessibleName() for each in shown
    )


def test_ten_are_chosen_from_customers_or_leads(program: Program, view: BlindView) -> None:
    assert view.start.isVisible()
    assert view.start.roles.isVisible()
    view.start.roles.buttons()[0].click()
    QTest.mouseClick(view.start.button, LEFT)
    program.settle()
    (test,) = project(program).blind_tests
    assert (test.listed, len(test.candidates)) == ("customers", 10)
    assert view.title.text() == "10 customers, judged blind"
    view._context.opened.undo()
    program.settle()
    assert view.start.isVisible()


def test_it_is_handed_round_and_nobody_sees_what_was_said(
    program: Program, begun: BlindView
) -> None:
    judge(program, begun, "Ann", "f")
    assert begun.round.count.text() == "1 person has judged"
    judge(program, begun, "Bo", "n")
    (test,) = project(program).blind_tests
    assert [each.person for each in test.judges] == ["Ann", "Bo"]
    assert all(len(each.judgements) == 10 for each in test.judges)
    said = texts(begun)
    assert "Ann" in said
    assert not any(word in said for word in ("Tier", "No fit", "They part", "Divided"))
    begun.round.person.setText("Cy")
    QTest.mouseClick(begun.round.judge_button, LEFT)
    said = texts(begun)
    assert "Cy: 1 of 10" in said
    assert not any(word in said for word in ("Tier", "Ann", "Bo"))
    assert not begun.round.isVisible()


def test_stopping_keeps_nothing_and_back_changes_what_was_said(
    program: Program, begun: BlindView
) -> None:
    before = project(program)
    begun.round.person.setText("Ann")
    QTest.mouseClick(begun.round.judge_button, LEFT)
    first = begun.card.name.text()
    QTest.mouseClick(begun.card.buttons["fit"], LEFT)
    QTest.mouseClick(begun.card.back_button, LEFT)
    assert begun.card.name.text() == first
    assert begun.card.buttons["fit"].hasFocus()
    QTest.keyClick(begun.card.buttons["fit"], Qt.Key.Key_Escape)
    assert begun.round.isVisible()
    assert project(program) is before


def test_without_a_name_nobody_judges(begun: BlindView) -> None:
    QTest.mouseClick(begun.round.judge_button, LEFT)
    assert "Write who judges" in begun.round.problem.text()
    assert not begun.card.isVisible()


def test_the_outcome_ends_it_and_can_be_taken_back(program: Program, begun: BlindView) -> None:
    judge(program, begun, "Ann", "f")
    judge(program, begun, "Bo", "f", "n")
    QTest.mouseClick(begun.round.outcome_button, LEFT)
    program.settle()
    assert begun.outcome.isVisible()
    assert "2 people and the profile say the same of" in begun.outcome.said.text()
    assert "Ann: as the profile on" in begun.outcome.judges.text()
    assert "Profile: " in texts(begun)
    begun._context.opened.undo()
    program.settle()
    assert begun.round.isVisible()
    assert not begun.outcome.isVisible()


def test_somebody_is_taken_out_and_the_test_removed_with_the_way_back(
    program: Program, begun: BlindView
) -> None:
    judge(program, begun, "Ann", "?")
    (row,) = begun.round.judges.rows()
    row.actions[0].act()
    program.settle()
    assert project(program).blind_tests[0].judges == ()
    assert not begun.round.outcome_button.isEnabled()
    QTest.mouseClick(begun.round.remove_button, LEFT)
    program.settle()
    assert project(program).blind_tests == ()
    begun._context.opened.undo()
    assert len(project(program).blind_tests) == 1


def test_a_form_goes_out_and_is_noted(program: Program, begun: BlindView, tmp_path: Path) -> None:
    class Saves(NobodyAnswers):
        def save_file(self, _title: str, _proposal: Path, _kinds: str) -> Path | None:
            return tmp_path / "judge.xlsx"

    begun._context = replace(begun._context, prompts=Saves())
    begun.round.person.setText("Dee")
    begun.round.channel.show_id("xlsx")
    QTest.mouseClick(begun.round.form_button, LEFT)
    program.settle()
    (form,) = project(program).forms
    assert (form.person, form.channel, form.is_out) == ("Dee", "xlsx", True)
    assert form.questionnaire == project(program).blind_tests[0].id
    assert (tmp_path / "judge.xlsx").read_bytes().startswith(b"PK")


def test_another_is_begun_beside_the_first(program: Program, begun: BlindView) -> None:
    QTest.mouseClick(begun.another_button, LEFT)
    assert begun.start.isVisible()
    begun.start.roles.buttons()[1].click()
    QTest.mouseClick(begun.start.button, LEFT)
    program.settle()
    first, second = project(program).blind_tests
    assert (first.listed, second.listed) == ("customers", "leads")
    assert begun.choice.isVisible()
    begun.choice.picked.emit(first.id)
    assert begun.title.text() == "10 customers, judged blind"
    assert begun.place().section == first.id
