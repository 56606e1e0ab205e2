"""Documents for other readers: what is hidden is shown first, and is hidden in what is saved."""

import csv
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from icp_desktop.documents.content import Request
from icp_desktop.model.project import Project
from icp_desktop.model.project_edits import SetProjectDetails
from icp_desktop.sharing.choice import Audience, Choice
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.documents import DocumentsPage
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage
from tests.ui.pages.test_documents import PATIENCE, at, button, page_of, rendered, words_in


def choose(qtbot: QtBot, stage: Stage, readers: Audience) -> None:
    page_of(stage)._options.readers.readers.radios[readers].click()
    shared(qtbot, stage)


def shared(qtbot: QtBot, stage: Stage) -> Project:
    """Return what documents are made from, once it is there."""
    found: list[Request] = []

    def is_there() -> bool:
        request = page_of(stage)._shared()
        found.extend([request] if request is not None else [])
        return bool(found)

    qtbot.waitUntil(is_there, timeout=10_000)
    page_of(stage)._request(at_once=True)
    return found[0].project


def test_what_is_hidden_is_said_before_anything_is_saved(
    qtbot: QtBot, enter: Enter, fitness: Project
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness))
    readers = page_of(stage)._options.readers
    rendered(qtbot, stage)
    assert not readers.list_button.isVisible()

    with qtbot.waitSignal(page_of(stage)._preview.rendered, timeout=PATIENCE):
        choose(qtbot, stage, "anyone")

    assert readers.hides.text().startswith("Hides ")
    assert "names" in readers.hides.text()
    result = page_of(stage)._preview.result
    assert result is not None
    assert "Halfmoon" not in words_in(result.data)
    assert "The business" in words_in(result.data)


def test_a_document_for_anyone_is_saved_without_names_also_in_its_own(
    qtbot: QtBot, enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "data"))
    choose(qtbot, stage, "anyone")
    asked: list[Path] = []

    def save_file(_title: str, proposal: Path, _kinds: str) -> Path:
        asked.append(proposal)
        return tmp_path / "all.json"

    stage.prompts.save_file = save_file  # type: ignore[method-assign]
    button(stage, "Save as JSON").click()
    qtbot.waitUntil(lambda: bool(stage.host.said), timeout=PATIENCE)

    assert "Halfmoon" not in (tmp_path / "all.json").read_text(encoding="utf-8")
    assert "Halfmoon" not in asked[0].name


def test_the_list_is_looked_over_and_saved(
    qtbot: QtBot, enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    named = replace(fitness, name="Lavender Notes")
    stage = enter(DocumentsPage, named, at(named))
    hidden = page_of(stage)._hidden
    choose(qtbot, stage, "anyone")
    page_of(stage)._options.readers.list_button.click()
    assert hidden.isVisible()
    assert "Halfmoon Fitness" in [row.strong for row in hidden.list.rows()]

    hidden.word.setFocus()
    stage.type("Lavender")
    stage.press(Qt.Key.Key_Return)
    assert shared(qtbot, stage).name == "Name 1 Notes"
    assert "Lavender" in [row.strong for row in hidden.list.rows()]

    stage.prompts.path = tmp_path / "hidden.csv"
    hidden.save_button.click()
    qtbot.waitUntil(lambda: bool(stage.host.said), timeout=PATIENCE)
    with (tmp_path / "hidden.csv").open(encoding="utf-8-sig", newline="") as file:
        was = [row[1] for row in csv.reader(file)]
    assert {"Halfmoon Fitness", "Lavender"} <= set(was)

    hidden.close_button.click()
    assert page_of(stage)._preview.isVisible()


def test_what_only_looks_like_a_name_is_kept_and_hidden_again(
    qtbot: QtBot, enter: Enter, fitness: Project
) -> None:
    summary = "They meet at Lavender Lane on Mondays."
    profile = replace(fitness.profiles[0], summary=summary)
    project = replace(fitness, profiles=(profile, *fitness.profiles[1:]))
    stage = enter(DocumentsPage, project, at(project))
    choose(qtbot, stage, "anyone")
    page_of(stage)._options.readers.list_button.click()

    def act(strong: str) -> str:
        rows = page_of(stage)._hidden.list.rows()
        next(row for row in rows if row.strong == strong).actions[0].act()
        return shared(qtbot, stage).profiles[0].summary

    assert act("Lavender Lane") == summary
    assert "Lavender" not in act("Lavender Lane")


def test_a_section_stays_behind(qtbot: QtBot, enter: Enter, fitness: Project) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "profile"))
    readers = page_of(stage)._options.readers
    readers.boxes["people"].click()
    answers = shared(qtbot, stage).profiles[0].answers
    assert answers
    assert not any(each.field.startswith("people.") for each in answers)
    assert readers.hides.text() == "Hides 1 other thing."


def test_a_change_is_in_the_next_copy(qtbot: QtBot, enter: Enter, fitness: Project) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness))
    choose(qtbot, stage, "anyone")
    edit = SetProjectDetails(
        client="Otter Works", name="Otter plans", language="en", currency="GBP", label="x"
    )
    stage.context.opened.do(edit)
    assert shared(qtbot, stage).name == "The business plans"


def test_a_blank_worksheet_is_for_everybody(enter: Enter, fitness: Project) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "worksheet"))
    assert not page_of(stage)._options.readers.isVisible()
    assert page_of(stage)._copy.choice == Choice()


def test_a_pack_is_saved_and_nothing_written_over(
    qtbot: QtBot, enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "pack"))
    choose(qtbot, stage, "anyone")
    page_of(stage)._options.with_project.click()
    stage.prompts.path = tmp_path / "Pack.zip"
    (tmp_path / "Pack.zip").write_bytes(b"mine")

    button(stage, "Save as Zip").click()
    qtbot.waitUntil(lambda: bool(stage.host.said), timeout=PATIENCE)

    assert (tmp_path / "Pack.zip").read_bytes() == b"mine"
    with zipfile.ZipFile(tmp_path / "Pack (2).zip") as pack:
        names = pack.namelist()
        assert "index.html" in names
        assert any(name.endswith(".icp") for name in names)
        assert not any("Halfmoon" in name for name in names)
        assert b"Halfmoon" not in b"".join(pack.read(name) for name in names)
    assert stage.host.complaints == []


@pytest.mark.parametrize(
    ("size", "scale"), [((968, 606), 1.0), ((616, 700), 1.0), ((912, 600), 2.0)]
)
def test_nothing_is_cut_off_nameless_or_sideways(
    qtbot: QtBot,
    enter: Enter,
    fitness: Project,
    themed: Appearance,
    size: tuple[int, int],
    scale: float,
) -> None:
    themed.set_scale(scale)
    stage = enter(DocumentsPage, fitness, at(fitness, "pack"), size)
    choose(qtbot, stage, "anyone")
    found = walk.all_findings(stage.page)
    page_of(stage)._options.readers.list_button.click()
    stage.settle()
    found += walk.all_findings(stage.page)
    assert not found, "\n".join(map(str, found))
