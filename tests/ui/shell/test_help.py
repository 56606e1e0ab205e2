"""What the help says about the program itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from icp_desktop import paths
from icp_desktop.help.topics import help_topics
from icp_desktop.ui import help_pages
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.help import HelpPage
from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll

ROOT = Path(__file__).parents[3]


def shown(window: MainWindow) -> str:
    window.screens.show_help("about")
    labels = window.screens.current().findChildren(QLabel)
    return "\n".join(label.text() for label in labels)


def test_the_licences_are_named_as_they_are(window: MainWindow) -> None:
    text = shown(window)
    assert (ROOT / "LICENSE").read_text().splitlines()[0] in text
    assert "GNU Lesser General Public License, version 3" in text
    assert "NOTICE" not in text


def test_an_installed_program_says_where_the_licences_lie(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "licences"
    folder.mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "icp_desktop")
    assert paths.licences() is None
    (folder / "NOTICE.txt").touch()
    assert paths.licences() == folder
    monkeypatch.setattr(help_pages, "licences", paths.licences)
    assert str(folder) in shown(window)


def page_of(window: MainWindow) -> HelpPage:
    page = window.screens.current()
    assert isinstance(page, HelpPage)
    return page


def test_every_topic_is_shown_and_leads_on(window: MainWindow) -> None:
    topics = {each.id: each for each in window.window_commands.help.topics}
    for topic in topics.values():
        window.screens.show_help(topic.id)
        page = page_of(window)
        assert page.shown() is topic
        shown = {each.text() for each in page._stack.currentWidget().findChildren(PlainLabel)}
        for section in topic.sections:
            assert {section.head, *section.text} <= shown
            for term in section.terms:
                assert {term.term, term.means, *term.notes} - {""} <= shown
            assert {cell for row in section.table for cell in row} <= shown
        buttons = page._stack.currentWidget().findChildren(Button)
        assert [each.text() for each in buttons] == [topics[each].title for each in topic.see]
        if buttons:
            buttons[0].click()
            assert page.shown().id == topic.see[0]


def test_the_contents_lead_to_every_topic(window: MainWindow) -> None:
    window.screens.show_help()
    page = page_of(window)
    topics = [each.id for each in window.window_commands.help.topics]
    assert [each.topic for each in page.entries() if each.topic] == topics
    for row, entry in enumerate(page.entries()):
        page.topics.setCurrentRow(row)
        if entry.topic:
            assert page.shown().id == entry.topic


def test_the_help_is_searched_and_leads_to_the_place(window: MainWindow) -> None:
    window.screens.show_help("about")
    page = page_of(window)
    page.search.setText("withdraw")
    assert page.entries()[0].topic == page.shown().id == "proof"
    scroll = page._stack.currentWidget()
    assert isinstance(scroll, PageScroll)
    assert scroll.verticalScrollBar().value() > 0
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.topics.hasFocus()
    page.search.setText("zzzz")
    assert page.entries() == ()
    assert "zzzz" in page.nothing.text()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.nothing.isHidden()
    assert page.shown().id == "proof"


def test_a_page_is_copied_as_plain_text(window: MainWindow) -> None:
    window.screens.show_help("keyboard")
    page_of(window).copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Keyboard\n========")
    assert "Find\tCtrl+K" in copied


def test_the_contents_become_a_choice_where_it_is_narrow(window: MainWindow) -> None:
    window.resize(640, 600)
    window.screens.show_help("words")
    QApplication.processEvents()
    page = page_of(window)
    assert page.topics.isHidden()
    assert page.choice.isVisible()
    assert page.choice.currentText() == "Words"
    page.choice.setCurrentIndex(0)
    page.choice.activated.emit(0)
    assert page.shown() is window.window_commands.help.topics[0]


def test_the_method_has_five_steps() -> None:
    method = next(each for each in help_topics() if each.id == "method")
    heads = [each.head for each in method.sections]
    assert [head[:2] for head in heads[:5]] == ["1.", "2.", "3.", "4.", "5."]
    assert all(each.text[-1].startswith(("Done", "Done for now")) for each in method.sections[:5])


def test_words_of_the_help_are_found(window: MainWindow) -> None:
    window.commands.action("find").trigger()
    finder = window.window_commands._find.finder
    finder.field.setText("firmographics")
    assert [(each.text, each.detail) for each in finder.shown()] == [("About answers", "Words")]
    finder.shown()[0].go()
    assert page_of(window).shown().id == "words"


def test_where_nothing_is_found_the_help_can_be_searched(window: MainWindow) -> None:
    window.commands.action("find").trigger()
    finder = window.window_commands._find.finder
    finder.field.setText("zzzz")
    assert finder.in_help.isVisible()
    QTest.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.isHidden()
    assert page_of(window).search.text() == "zzzz"


def test_an_unknown_topic_shows_the_method(window: MainWindow) -> None:
    window.screens.show_help("gone")
    assert page_of(window).shown().id == "method"
