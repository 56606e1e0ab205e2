"""The page of interviews: typed by keyboard, marked, themed, counted, and used as evidence."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from invented_talks import THEMES, with_talks
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from icp_desktop.checks.grades import grade_words
from icp_desktop.model.edits import SetEvidence
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Interview
from icp_desktop.model.project import Project
from icp_desktop.model.talk_edits import PutInterview, RemoveInterview
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.page import INTERVIEWS, Place
from icp_desktop.ui.pages.proof_line import ProofLine
from icp_desktop.ui.talks.page import InterviewsPage
from icp_desktop.ui.talks.quotes_view import QuotesView
from icp_desktop.ui.talks.survey_panel import SurveyPanel
from icp_desktop.ui.talks.talk_text import TalkText
from icp_desktop.ui.talks.talks_view import TalksView
from icp_desktop.ui.talks.themes_view import ThemesView
from tests.ui.pages.conftest import Enter, Stage

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def talks_of(stage: Stage) -> TalksView:
    view = stage.page._view("talks")
    assert isinstance(view, TalksView)
    return view


def open_page(enter: Enter, project: Project, view: str = "talks", **place: str) -> Stage:
    return enter(InterviewsPage, project, Place(page=INTERVIEWS, view=view, **place), (1072, 760))


def last_talk(stage: Stage) -> Interview:
    return stage.project.interviews[-1]


def select(stage: Stage, words: str) -> None:
    field = stage.focus()
    assert isinstance(field, TalkText)
    start = len(field.toPlainText()[: field.toPlainText().index(words)].encode("utf-16-le")) // 2
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def start_talk(stage: Stage) -> None:
    talks_of(stage).start()
    stage.settle()


def test_a_talk_is_typed_by_keyboard_and_every_answer_is_one_step(
    enter: Enter, fitness: Project
) -> None:
    stage = open_page(enter, fitness)
    start_talk(stage)
    stage.type("Nadia F.")
    for words in ("It was close.", "My back.", "The contract."):
        stage.press(Key.Key_Return, held=CTRL)
        stage.type(words)
    talk = last_talk(stage)
    assert talk.person == "Nadia F."
    assert [each.text for each in talk.answers] == ["It was close.", "My back.", "The contract."]
    assert all(each.asked for each in talk.answers)
    for left in (2, 1, 0):
        stage.context.opened.undo()
        assert len(last_talk(stage).answers) == left
    stage.context.opened.undo()
    assert last_talk(stage).person == ""


def test_words_are_marked_and_given_a_theme_by_keys(enter: Enter, fitness: Project) -> None:
    stage = open_page(enter, fitness)
    start_talk(stage)
    stage.press(Key.Key_Return, held=CTRL)
    field = stage.focus()
    assert isinstance(field, TalkText)
    field.insertPlainText(
        "\U0001f600 There is one closer. But yours starts at 6.30 \U0001f600 too."
    )
    select(stage, "yours starts at 6.30 \U0001f600")
    stage.press(Key.Key_D, held=CTRL)
    (quote,) = last_talk(stage).quotes
    assert quote.text == "yours starts at 6.30 \U0001f600"
    assert stage.host.said[-1] == "Marked as a quote."
    stage.press(Key.Key_T, held=CTRL)
    assert isinstance(stage.focus(), QLineEdit)
    stage.type("Morning slots")
    stage.press(Key.Key_Return)
    assert isinstance(stage.focus(), TalkText)
    (theme,) = stage.project.themes
    assert theme.name == "Morning slots"
    assert last_talk(stage).quotes[0].themes == (theme.id,)
    assert stage.host.said[-1] == "Quote added to “Morning slots”."
    stage.press(Key.Key_D, held=CTRL)  # the same words again: the mark goes
    assert last_talk(stage).quotes == ()


def test_without_a_selection_the_sentence_at_the_caret_is_marked(
    enter: Enter, fitness: Project
) -> None:
    stage = open_page(enter, fitness)
    start_talk(stage)
    stage.press(Key.Key_Return, held=CTRL)
    stage.type("Good. I keep Monday, whatever happens.")
    stage.press(Key.Key_T, held=CTRL)
    assert [each.text for each in last_talk(stage).quotes] == ["I keep Monday, whatever happens."]
    stage.press(Key.Key_Escape)
    assert isinstance(stage.focus(), TalkText)
    assert stage.project.themes == ()


def test_a_theme_becomes_evidence_and_the_grade_follows(enter: Enter, fitness: Project) -> None:
    stage = open_page(enter, with_talks(fitness))
    view = talks_of(stage)
    view.panel.choose_theme("theme4")
    block = view.panel.card.use_block
    profile = stage.project.profiles[0].id
    block.combo.show_id(f"{profile}|needs.why_now|")
    block._on_picked(f"{profile}|needs.why_now|")
    before = stage.project
    assert block._sentence.text().startswith("“Why now” would rest on ")
    block.use_button.click()
    answer = stage.project.profiles[0].answer("needs.why_now")
    piece = answer.evidence[-1]
    assert (piece.theme, piece.source) == ("theme4", "interviews")
    assert f"{piece.count} of {piece.total} interviews" in grade_words(answer)
    assert stage.host.said[-1] == "It stands behind “Why now” now."
    stage.context.opened.undo()
    assert stage.project is before


def test_removing_a_talk_says_what_goes_with_it(enter: Enter, fitness: Project) -> None:
    stage = open_page(enter, with_talks(fitness, 3), section="talk0")
    talks_of(stage).changes.remove("talk0")
    assert stage.host.said[-1] == "Interview removed, and 2 quotes with it."
    assert talks_of(stage).talk_id == "talk2"
    for _talk in range(2):
        talks_of(stage).changes.remove(talks_of(stage).talk_id)
    assert talks_of(stage).empty.isVisible()


def test_typing_keeps_caret_and_other_answers(enter: Enter, fitness: Project) -> None:
    stage = open_page(enter, with_talks(fitness), section="talk0")
    row = talks_of(stage).rows[0]
    row.focus()
    stage.press(Key.Key_Home, held=CTRL)
    stage.type("Well. ")
    assert row.text.textCursor().position() == 6
    talk = stage.project.interviews[0]
    assert talk.answers[0].text.startswith("Well. There")
    assert all(talk.text_of(q.question)[q.start : q.end] == q.text for q in talk.quotes)


def test_themes_are_renamed_merged_split_and_removed(enter: Enter, fitness: Project) -> None:
    stage = open_page(enter, with_talks(fitness), "themes")
    view = stage.page._view("themes")
    assert isinstance(view, ThemesView)
    first = stage.project
    view.choose("theme1")
    stage.prompts.words = "A vow"
    view._rename()
    assert [each.name for each in stage.project.themes][1] == "A vow"
    view._merge("theme3")
    assert [each.id for each in stage.project.themes] == ["theme0", "theme2", "theme3", "theme4"]
    view._start_split()
    _quote, box = view.split_block._boxes[0]
    box.setChecked(True)
    view.split_block.name.setText("Fees")
    view.split_block.button.click()
    assert stage.project.themes[-1].name == "Fees"
    view._remove()
    assert len(stage.project.themes) == 4
    for _step in range(4):
        stage.context.opened.undo()
    assert stage.project is first


def test_the_quote_bank_finds_by_theme_star_and_words(enter: Enter, fitness: Project) -> None:
    project = with_talks(fitness)
    stage = open_page(enter, project, "quotes")
    view = stage.page._view("quotes")
    assert isinstance(view, QuotesView)
    every = [quote for talk in project.interviews for quote in talk.quotes]
    assert len(view.list.rows()) == len(every)
    view.starred.setChecked(True)
    assert len(view.list.rows()) == sum(each.starred for each in every)
    view.starred.setChecked(False)
    view.words.setText("DOCTOR")
    assert {row.strong for row in view.list.rows()} == {"“In March my doctor said it out loud.”"}
    view.list.rows()[0].actions[2].act()
    assert view.card.isVisible()


def test_names_of_tabs_and_talks(enter: Enter, fitness: Project) -> None:
    stage = open_page(enter, with_talks(fitness))
    page = stage.page
    assert isinstance(page, InterviewsPage)
    assert page.tabs.accessibleTabName(1) == f"Themes, {len(THEMES)}"
    assert page.talks.currentText() == "Interview 6: Ruth A."
    page.talks.setCurrentIndex(0)
    page._on_talk()
    assert talks_of(stage).talk_id == "talk0"
    assert page.place() == Place(page=INTERVIEWS, view="talks", section="talk0")


def test_a_talk_that_somebody_else_removed_gives_way(enter: Enter, fitness: Project) -> None:
    stage = open_page(enter, with_talks(fitness, 2), section="talk0")
    talk = stage.project.interviews[0]
    changed = replace(talk, consent="named", permission=replace(talk.permission, how="by mail"))
    stage.context.opened.do(PutInterview(interview=changed))
    assert talks_of(stage).head._consent.text() == "May be quoted by name."
    stage.context.opened.do(RemoveInterview(interview="talk0"))
    assert talks_of(stage).talk_id == "talk1"


def test_a_survey_is_shown_before_it_is_taken(
    enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    path = tmp_path / "survey.csv"
    rows = "".join(f"Person {n},{'weekly' if n % 2 else 'daily'},Since {n}\n" for n in range(8))
    path.write_text(f"Name,How often?,Since when?\n{rows}", encoding="utf-8")
    stage = open_page(enter, fitness)
    page = stage.page
    assert isinstance(page, InterviewsPage)
    before = stage.project
    page.read_survey(path)
    assert stage.context.background.finish(20)
    panel = page._survey
    assert isinstance(panel, SurveyPanel)
    assert stage.project is before
    assert panel.button.text() == "Add 8 interviews"
    panel.combos[0].show_id("none")
    panel._use(0, "none")
    panel.button.click()
    assert len(stage.project.interviews) == 8
    assert stage.project.interviews[0].answers[0].picked == ("daily",)
    assert stage.project.interviews[0].person == ""
    assert stage.host.said[-1] == "8 interviews added."
    stage.context.opened.undo()
    assert stage.project is before


def test_notes_from_files_become_talks_and_the_rest_is_named(
    enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    (tmp_path / "nadia.txt").write_text("It was close.\nMy doctor said so.", encoding="utf-8")
    (tmp_path / "photo.txt").write_bytes(b"\xff\xd8\xff" + bytes(50))
    stage = open_page(enter, fitness)
    page = stage.page
    assert isinstance(page, InterviewsPage)
    page.read_notes([tmp_path / "nadia.txt", tmp_path / "photo.txt"])
    assert stage.context.background.finish(20)
    (talk,) = stage.project.interviews
    assert (talk.notes, talk.source) == ("It was close.\nMy doctor said so.", "nadia.txt")
    assert "“photo.txt” is a picture" in stage.host.complaints[0]
    row = talks_of(stage).rows[0]
    row.focus()
    select(stage, "My doctor said so.")
    stage.press(Key.Key_D, held=CTRL)
    assert [each.text for each in last_talk(stage).quotes] == ["My doctor said so."]


def test_removing_a_talk_names_the_answers_that_rested_on_it(
    enter: Enter, fitness: Project
) -> None:
    stage = open_page(enter, with_talks(fitness, 1))
    profile = fitness.profiles[0].id
    proof = Evidence(id="e", source="interviews", quotes=("quote0-1",))
    stage.context.opened.do(SetEvidence(place=profile, field="needs.why_now", evidence=(proof,)))
    talks_of(stage).changes.remove("talk0")
    assert stage.host.said[-1].endswith("Less sure now: “Why now”.")


def test_what_was_to_be_kept_for_a_time_says_when_that_is_over(
    enter: Enter, fitness: Project
) -> None:
    stage = open_page(enter, with_talks(fitness, 1))
    talks_of(stage).changes.permit("talk0", "keep_until", date(2020, 5, 3))
    assert "until 3 May 2020" in talks_of(stage).head._consent.text()
    talks_of(stage).changes.permit("talk0", "withdrawn", date(2020, 6, 1))
    assert talks_of(stage).head._consent.text().startswith("Consent withdrawn on 1 June 2020")


def test_a_count_that_follows_the_talks_is_shown_and_not_typed(
    themed: Appearance, qtbot: QtBot
) -> None:
    piece = Evidence(id="e", source="interviews", theme="t", count=2, total=9)
    line = ProofLine(themed, piece)
    qtbot.addWidget(line)
    assert set(line._lines) == {"note"}
    assert line._counted.text() == "2 of 9 interviews, by the talks"
    line.show_piece(replace(piece, count=0))
    assert line._counted.text() == "what it rested on in the talks is gone"
