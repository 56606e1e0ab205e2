"""What the help says about the program itself."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from icp_desktop import paths
from icp_desktop.ui.finding import matching
from icp_desktop.ui.findings import everything
from icp_desktop.ui.help_topics import help_topics
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages import help as help_page
from icp_desktop.ui.pages.help import HelpPage
from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.labels import PlainLabel

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
    monkeypatch.setattr(help_page, "licences", paths.licences)
    assert str(folder) in shown(window)


def test_every_topic_is_shown_and_leads_on(window: MainWindow) -> None:
    topics = {each.id: each for each in help_topics()}
    assert {"method", "persona", "start", "words", "safety"} <= set(topics)
    for topic in topics.values():
        window.screens.show_help(topic.id)
        page = window.screens.current()
        assert isinstance(page, HelpPage)
        shown = [each.text() for each in page._stack.currentWidget().findChildren(PlainLabel)]
        for section in topic.sections:
            assert section.head in shown
            assert set(section.text) <= set(shown)
            assert {each.term for each in section.terms} <= set(shown)
            assert {cell for row in section.table for cell in row} <= set(shown)
        buttons = page._stack.currentWidget().findChildren(Button)
        assert [each.text() for each in buttons] == [topics[each].title for each in topic.see]
        if buttons:
            buttons[0].click()
            assert page.choice.current_id() == topic.see[0]


def test_the_method_has_five_steps() -> None:
    method = next(each for each in help_topics() if each.id == "method")
    heads = [each.head for each in method.sections]
    assert [head[:2] for head in heads[:5]] == ["1.", "2.", "3.", "4.", "5."]
    assert all(each.text[-1].startswith(("Done", "Done for now")) for each in method.sections[:5])


def test_words_of_the_help_are_found(window: MainWindow) -> None:
    found = matching(everything(window), "firmographics")
    assert [each.text for each in found] == ["Words"]
    found[0].go()
    page = window.screens.current()
    assert isinstance(page, HelpPage)
    assert page.choice.current_id() == "words"


def test_an_unknown_topic_shows_the_method(window: MainWindow) -> None:
    window.screens.show_help("gone")
    page = window.screens.current()
    assert isinstance(page, HelpPage)
    assert page.choice.current_id() == "method"
