"""The page of proof: tests are planned, sources noted, changed and withdrawn."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from icp_desktop.checks.source_log import source_log
from icp_desktop.model.edits import ReplaceProject
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.report import Report
from icp_desktop.model.source_edits import PutSource
from icp_desktop.model.values import Term, Terms, Text
from icp_desktop.ui.pages.page import Place
from icp_desktop.ui.pages.proof import ProofPage
from icp_desktop.ui.pages.proof_line import ProofLine
from icp_desktop.ui.pages.runs_label import RunsLabel
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.shipped import standard_source, worksheet_of
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage

YEARBOOK = Evidence(id="e1", source="outside", reference="Yearbook", page="14")
AGAIN = Evidence(id="e2", source="outside", reference="yearbook ", note="Rents rise")


def project(*answers: Answer) -> Project:
    return Project(
        id="x",
        client="Corner Bakery",
        name="n",
        worksheet=standard_source(),
        profiles=(Profile(id="city", name="City", market="b2c", answers=answers),),
    )


def believed() -> Project:
    return project(
        Answer(field="needs.why_now", value=Text(text="A new job"), weight="must"),
        Answer(field="mindset.interests", value=Terms(items=(Term(id="a", text="Running"),))),
    )


def sourced() -> Project:
    return project(
        Answer(field="people.location", value=Text(text="Near"), evidence=(YEARBOOK,)),
        Answer(field="needs.why_now", value=Text(text="A new job"), evidence=(AGAIN,)),
    )


def at(view: str) -> Place:
    return Place(page="proof", profile="city", view=view)


def page_of(stage: Stage) -> ProofPage:
    assert isinstance(stage.page, ProofPage)
    return stage.page


def press(stage: Stage, name: str) -> None:
    shown = walk.shown_widgets(stage.page)
    button = next(w for w in shown if isinstance(w, QAbstractButton) and w.accessibleName() == name)
    button.click()
    stage.settle()


def words(stage: Stage) -> str:
    labels = (w for w in walk.shown_widgets(stage.page) if isinstance(w, PlainLabel | RunsLabel))
    return "\n".join(label.text() for label in labels)


def test_a_test_is_planned_in_place_as_one_step(enter: Enter) -> None:
    stage = enter(ProofPage, believed(), at("unproven"))
    assert "2 answers rest on a guess" in words(stage)
    before = stage.project

    press(stage, "Change the next test of “Why now”")
    stage.type("Ask three")
    stage.press(Qt.Key.Key_Tab)
    stage.type("two say so")
    stage.press(Qt.Key.Key_Tab)
    stage.type("Owner")
    stage.press(Qt.Key.Key_Tab)
    stage.type("2026-12-18")
    stage.press(Qt.Key.Key_Return)
    stage.settle()

    plan = stage.project.profiles[0].answer("needs.why_now").next_test
    assert plan == NextTest(
        what="Ask three", keep_if="two say so", who="Owner", by=date(2026, 12, 18)
    )
    assert "Owner, by 18 December 2026" in words(stage)
    for _part in range(4):
        stage.context.opened.undo()
    assert stage.project is before


def test_an_answer_leaves_the_list_when_it_is_borne_out(enter: Enter) -> None:
    stage = enter(ProofPage, believed(), at("unproven"))
    proven = project(
        Answer(field="needs.why_now", value=Text(text="A new job"), evidence=(YEARBOOK,)),
    )
    stage.context.opened.do(ReplaceProject(project=proven))
    stage.settle()

    assert page_of(stage).assumptions.count == 0
    assert "Every answer given so far is proven" in words(stage)


def test_saying_how_one_knows_leads_to_the_field(enter: Enter) -> None:
    stage = enter(ProofPage, believed(), at("unproven"))

    press(stage, "Say how you know “Interests”")

    assert (stage.host.places[-1].page, stage.host.places[-1].field) == (
        "worksheet",
        "mindset.interests",
    )


def test_a_source_is_changed_in_one_place(enter: Enter) -> None:
    stage = enter(ProofPage, sourced(), at("sources"))
    assert "2 answers name it: City" in words(stage)

    press(stage, "Change “Yearbook”")
    line = stage.focus()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    stage.type("Yearbook 2026")
    stage.press(Qt.Key.Key_Return)
    stage.settle()

    found = [a.evidence[0].reference for a in stage.project.profiles[0].answers]
    assert found == ["Yearbook 2026", "Yearbook 2026"]
    assert stage.project.profiles[0].answers[0].evidence[0].page == "14"
    assert stage.host.said == ["Changed wherever it is named."]
    stage.context.opened.undo()
    assert stage.project.profiles[0].answers[1].evidence == (AGAIN,)


def test_a_source_is_withdrawn_with_what_rests_on_it_and_comes_back(enter: Enter) -> None:
    stage = enter(ProofPage, sourced(), at("sources"))
    before = stage.project

    press(stage, "Withdraw “Yearbook”")

    assert all(not answer.evidence for answer in stage.project.profiles[0].answers)
    assert stage.host.said == ["“Yearbook” withdrawn, and 2 answers rest on it no more."]
    assert "No sources yet" in words(stage)
    stage.context.opened.undo()
    stage.settle()
    assert stage.project is before
    assert "Yearbook" in words(stage)


def test_a_source_is_noted_before_anything_rests_on_it(enter: Enter) -> None:
    stage = enter(ProofPage, project(), at("sources"))

    press(stage, "Add a source")
    stage.press(Qt.Key.Key_Return)
    assert stage.project.sources == ()  # it needs a name
    stage.type("Trade survey")
    stage.press(Qt.Key.Key_Return)
    stage.settle()

    (noted,) = stage.project.sources
    assert (noted.name, noted.link) == ("Trade survey", "")
    assert "No answer rests on it yet." in words(stage)


def test_sources_are_searched(enter: Enter) -> None:
    stage = enter(ProofPage, sourced(), at("sources"))
    sources = page_of(stage).sources

    sources.search.setText("rents")
    assert [row.isVisible() for row in sources.rows] == [True]
    sources.search.setText("harbour")
    assert [row.isVisible() for row in sources.rows] == [False]
    assert "No source has these words." in words(stage)


def test_one_name_is_one_source(enter: Enter) -> None:
    stage = enter(ProofPage, sourced(), at("sources"))

    press(stage, "Add a source")
    stage.type("YEARBOOK")
    stage.press(Qt.Key.Key_Return)

    assert stage.project.sources == ()
    assert stage.host.said == ["“Yearbook” is noted already."]


def test_a_source_that_is_named_again_brings_its_link_and_date(enter: Enter) -> None:
    noted = Report(id="r", name="Yearbook", link="yearbook.pdf", day=date(2026, 3, 1))
    one = PutSource(key="", source=noted).apply(project())
    stage = enter(ProofPage, one, at("sources"))
    line = ProofLine(
        stage.context.appearance,
        Evidence(id="e9", source="outside", page="3"),
        lambda: source_log(one, worksheet_of(one)),
    )
    told: list[Evidence] = []
    line.edited.connect(told.append)

    line._on_known("yearbook")

    assert (told[-1].reference, told[-1].link, told[-1].day, told[-1].page) == (
        "Yearbook",
        "yearbook.pdf",
        date(2026, 3, 1),
        "3",
    )
    line.deleteLater()
