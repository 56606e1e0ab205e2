"""The one page in words: composed from the answers, written over by hand, and restored."""

from PySide6.QtWidgets import QPushButton

from icp_desktop.model.edits import SetValue
from icp_desktop.model.project import PageText, Profile, Project
from icp_desktop.model.values import Term, Terms
from icp_desktop.ui.pages.overview import OverviewPage
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.pages.page_texts import PageTexts
from icp_desktop.ui.pages.sentence_line import SentenceLine
from tests.ui.pages.conftest import Enter, Stage


def texts_of(stage: Stage) -> PageTexts:
    found = stage.page.findChild(PageTexts)
    assert isinstance(found, PageTexts)
    return found


def line_of(stage: Stage, block: str) -> SentenceLine:
    return texts_of(stage)._lines[block]


def profile_of(stage: Stage) -> Profile:
    return stage.project.profiles[0]


def press(line: SentenceLine, words: str) -> None:
    button = next(b for b in line.findChildren(QPushButton) if b.text() == words)
    button.click()


def entered(enter: Enter, fitness: Project) -> Stage:
    stage = enter(OverviewPage, fitness, Place(page="overview", profile=fitness.profiles[0].id))
    texts_of(stage).fold.click()
    stage.settle()
    return stage


def test_every_block_is_composed_from_the_answers(enter: Enter, fitness: Project) -> None:
    stage = entered(enter, fitness)

    assert list(texts_of(stage)._lines) == ["who", "matters", "buy", "hurts", "want", "now"]
    assert "Purchase frequency: 2–4 visits a week" in line_of(stage, "buy")._words.text()
    goal = Terms(items=(Term(id="x", text="Run a marathon"),))
    place = profile_of(stage).id
    stage.context.opened.do(SetValue(place=place, field="needs.goals", value=goal))
    assert "Run a marathon" in line_of(stage, "want")._words.text()


def test_a_block_is_written_over_and_restored(enter: Enter, fitness: Project) -> None:
    stage = entered(enter, fitness)
    line = line_of(stage, "hurts")
    composed = line._words.text()
    before = stage.project

    press(line, "Edit")
    line._area.setPlainText("No time\nA sore back")
    press(line, "Done")

    assert profile_of(stage).page == (PageText(block="hurts", text="No time\nA sore back"),)
    assert line._words.text() == "No time\nA sore back"
    press(line, "Compose it from the answers")
    assert profile_of(stage).page == ()
    assert line._words.text() == composed
    stage.context.opened.undo()
    stage.context.opened.undo()
    assert stage.project is before


def test_nothing_is_composed_while_it_is_folded(enter: Enter, fitness: Project) -> None:
    stage = enter(OverviewPage, fitness, Place(page="overview", profile=fitness.profiles[0].id))
    assert texts_of(stage)._lines == {}
    assert texts_of(stage).fold.text() == "The one page in words"
