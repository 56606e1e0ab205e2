"""Find anything: groups, keys, marks, and what other projects say."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from icp_desktop.model.forgetting import forget, person_of
from icp_desktop.model.interview import Interview, InterviewAnswer
from icp_desktop.model.project import Project
from icp_desktop.ui.finder import Finder
from icp_desktop.ui.finding import GROUP_TITLES, Finding, Group, matching
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.place import INTERVIEWS, WORKSHEET
from icp_desktop.ui.store import Store
from icp_desktop.worksheet.samples import make_sample

CLIENT = "Zanzibar Zithers"


def found(*texts: tuple[str, Group], detail: str = "") -> list[Finding]:
    return [Finding(text=text, detail=detail, go=lambda: None, group=g) for text, g in texts]


def stranger() -> Project:
    talk = Interview(
        id="t1",
        person="Orla Quux",
        company="Quux Quarry",
        answers=(InterviewAnswer(question="q", text="We tune harps on a barge."),),
    )
    sample = make_sample("fitness-studio")
    return replace(sample, id="stranger", client=CLIENT, sample="", interviews=(talk,))


@pytest.fixture
def finder(window: MainWindow) -> Finder:
    window.commands.action("find").trigger()
    return window.window_commands._find.finder


def open_finder(window: MainWindow) -> Finder:
    window.commands.action("find").trigger()
    return window.window_commands._find.finder


def look(finder: Finder, text: str) -> list[str]:
    finder.field.clear()
    QTest.keyClicks(finder.field, text)
    return [each.text for each in finder.shown()]


def test_pages_and_commands_come_before_answers_that_fit_as_well() -> None:
    known = found(("Price list", "answer"), ("Price", "command"), ("Prices", "page"))
    assert [each.group for each in matching(known, "price")] == ["page", "command", "answer"]


def test_the_group_with_the_best_hit_comes_first() -> None:
    known = found(("Reprice page", "page"), ("Price list", "answer"))
    assert [each.text for each in matching(known, "price")] == ["Price list", "Reprice page"]


def test_an_answer_is_not_found_by_its_field_alone() -> None:
    known = found(("Nurses", "answer"), detail="Occupation")
    assert matching(known, "occupation") == []
    assert len(matching(known, "occupation nurses")) == 1


def test_what_reads_the_same_is_shown_once() -> None:
    assert len(matching(found(*[("Nurses", "answer")] * 3), "nurses")) == 1


def test_arrows_and_ends_go_past_the_heads(finder: Finder) -> None:
    keys = Qt.Key
    findings = finder.shown()
    assert len({each.group for each in findings}) > 1
    seen = [finder.list.chosen()]
    for _step in findings:
        QTest.keyClick(finder.field, keys.Key_Down)
        seen.append(finder.list.chosen())
    assert tuple(seen) == (*findings, findings[-1])
    QTest.keyClick(finder.field, keys.Key_Home)
    assert finder.list.chosen() is findings[0]
    assert finder.list.item(0).text() == GROUP_TITLES[findings[0].group]
    QTest.keyClick(finder.field, keys.Key_End)
    assert finder.list.chosen() is findings[-1]
    QTest.keyClick(finder.field, keys.Key_Up)
    assert finder.list.chosen() is findings[-2]


def test_it_is_as_high_as_what_was_found(finder: Finder) -> None:
    high = finder.height()
    look(finder, "settings")
    assert finder.height() < high
    bar = finder.list.verticalScrollBar()
    assert bar.maximum() == 0
    look(finder, "zzzz")
    assert finder.list.isHidden()
    assert finder.rect().contains(finder.nothing.geometry())


def test_it_closes_when_the_focus_goes_elsewhere(window: MainWindow, finder: Finder) -> None:
    finder.underMouse = lambda: False  # type: ignore[method-assign]
    window.body.rail.focus_places()
    assert finder.isHidden()


def test_at_home_it_finds_what_other_projects_say(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    store.library.add(stranger())
    finder = open_finder(window)
    assert look(finder, "zither") == [CLIENT]
    look(finder, "harps")
    qtbot.waitUntil(lambda: bool(finder.shown()))
    only = finder.shown()[0]
    assert (only.group, only.text) == ("answer", "We tune harps on a barge.")
    assert only.detail == f"{CLIENT}, Orla Quux"
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert window.view.current.page == INTERVIEWS
    assert window.view.current.section == "t1"


def test_within_a_project_no_other_one_is_found(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    store.library.add(stranger())
    store.library.add(make_sample("software-firm"))
    assert window.session.open_project(make_sample("software-firm").id)
    for show in (lambda: None, window.screens.show_help, window.screens.show_settings):
        show()
        finder = open_finder(window)
        for words in ("zither", "harps", "Orla"):
            assert look(finder, words) == []
            qtbot.wait(1)
            assert look(finder, words) == []
        finder.close_finder()


def test_what_was_forgotten_is_not_found_any_more(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    before = stranger()
    store.library.add(before)
    finder = open_finder(window)
    look(finder, "Orla")
    qtbot.waitUntil(lambda: bool(finder.shown()))
    finder.close_finder()
    after = forget(before, person_of(before, "t1"))
    assert after is not before
    store.library.save(before, after)
    finder = open_finder(window)
    assert look(finder, "Orla") == []
    qtbot.waitUntil(lambda: window.window_commands._find.shelf.complete)
    assert look(finder, "Orla") == []


def test_a_project_that_is_gone_is_not_found(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    store.library.add(stranger())
    finder = open_finder(window)
    look(finder, "harps")
    qtbot.waitUntil(lambda: bool(finder.shown()))
    finder.close_finder()
    store.library.remove("stranger")
    finder = open_finder(window)
    qtbot.waitUntil(lambda: window.window_commands._find.shelf.complete)
    assert look(finder, "harps") == look(finder, "zither") == []


def test_a_damaged_project_spoils_nothing(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    store.library.add(stranger())
    store.library.add(replace(stranger(), id="whole", client="Whole Wheels"))
    with store.library._database.writing() as connection:
        connection.execute("UPDATE part SET body = x'00' WHERE project = 'stranger'")
    finder = open_finder(window)
    qtbot.waitUntil(lambda: window.window_commands._find.shelf.complete)
    assert look(finder, "harps") == ["We tune harps on a barge."]
    assert finder.shown()[0].detail.startswith("Whole Wheels")


def test_what_was_chosen_stays_so_while_more_is_found(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    for number in range(8):
        store.library.add(replace(stranger(), id=f"p{number}", client=f"Barge {number}"))
    finder = open_finder(window)
    look(finder, "barge")
    QTest.keyClick(finder.field, Qt.Key.Key_Down)
    chosen = finder.list.chosen()
    qtbot.waitUntil(lambda: window.window_commands._find.shelf.complete)
    assert finder.list.chosen() is chosen


def test_it_says_while_it_still_reads(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    store.library.add(stranger())
    finder = open_finder(window)
    look(finder, "zzzz")
    assert "still reading" in finder.nothing.text()
    qtbot.waitUntil(lambda: window.window_commands._find.shelf.complete)
    assert "still reading" not in finder.nothing.text()


def test_the_words_that_were_typed_are_painted_in_strong_type(window: MainWindow) -> None:
    finder = open_finder(window)
    look(finder, "setting")
    plain = finder.list.grab().toImage()
    finder.list._delegate.words = ()
    finder.list.viewport().update()
    assert finder.list.grab().toImage() != plain


def test_a_field_leads_to_its_row(window: MainWindow, store: Store) -> None:
    project = make_sample("software-firm")
    store.library.add(project)
    assert window.session.open_project(project.id)
    finder = open_finder(window)
    look(finder, "trigger events")
    first = finder.shown()[0]
    assert first.group == "field"
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert window.view.current.page == WORKSHEET
    assert window.view.current.field == "needs.triggers"
