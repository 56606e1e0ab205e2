"""The documents page: choose, see, print and save what is really made."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from icp_desktop.errors import KnownError
from icp_desktop.model.edits import RenameProfile
from icp_desktop.model.project import Project
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.document_list import LISTED
from icp_desktop.ui.pages.document_options import PURPOSES, DocumentOptions
from icp_desktop.ui.pages.documents import DocumentsPage
from icp_desktop.ui.pages.page import Context, Place
from tests.end_to_end import walk
from tests.ui.pages.conftest import Enter, Stage

PATIENCE = 30_000  # ms; laying out pages on a busy machine takes its time


def at(project: Project, document: str = "one-page") -> Place:
    return Place(page="documents", profile=project.profiles[0].id, view=document)


def page_of(stage: Stage) -> DocumentsPage:
    assert isinstance(stage.page, DocumentsPage)
    return stage.page


def button(stage: Stage, words: str) -> QPushButton:
    return next(
        w
        for w in (page_of(stage)._print, page_of(stage)._others, page_of(stage)._save)
        if w.accessibleName().startswith(words)
    )


def rendered(qtbot: QtBot, stage: Stage) -> bytes:
    preview = page_of(stage)._preview
    qtbot.waitUntil(lambda: preview.result is not None, timeout=PATIENCE)
    assert preview.result is not None
    return preview.result.data


def words_in(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_every_document_says_what_it_is_for() -> None:
    assert set(PURPOSES) == {document.id for document in LISTED}


def test_the_page_shows_the_very_pdf_and_how_long_it_is(
    qtbot: QtBot, enter: Enter, fitness: Project
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness))

    data = rendered(qtbot, stage)

    assert "City professionals" in words_in(data)
    item = page_of(stage)._list.currentItem()
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "One page, 1 page"


def test_a_change_is_rendered_anew(qtbot: QtBot, enter: Enter, fitness: Project) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness))
    rendered(qtbot, stage)
    preview = page_of(stage)._preview

    with qtbot.waitSignal(preview.rendered, timeout=PATIENCE):
        edit = RenameProfile(profile=fitness.profiles[0].id, name="Early risers")
        stage.context.opened.do(edit)

    assert preview.result is not None
    assert "Early risers" in words_in(preview.result.data)


def test_the_paper_is_kept_and_the_pages_follow(
    qtbot: QtBot, enter: Enter, fitness: Project
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness))
    rendered(qtbot, stage)
    options = stage.page.findChild(DocumentOptions)
    assert options is not None

    with qtbot.waitSignal(page_of(stage)._preview.rendered, timeout=PATIENCE):
        options.paper.setCurrentIndex(options.paper.findData("Letter"))
        options.paper.activated.emit(options.paper.currentIndex())

    result = page_of(stage)._preview.result
    assert result is not None
    assert float(PdfReader(BytesIO(result.data)).pages[0].mediabox.width) == pytest.approx(612)
    assert stage.context.settings.current.paper == "Letter"


def test_who_prepared_it_is_kept(enter: Enter, fitness: Project) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "workbook"))
    options = stage.page.findChild(DocumentOptions)
    assert options is not None
    options.name.setFocus()

    stage.type("Rowan Ash")

    assert stage.context.settings.current.prepared_by == "Rowan Ash"


def test_the_list_is_walked_by_arrows_and_offers_only_what_works(
    enter: Enter, fitness: Project
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "worksheet"))
    printable = button(stage, "Print").isVisible()

    stage.press(Qt.Key.Key_Down)
    assert page_of(stage).document.id == "interview"
    stage.press(Qt.Key.Key_Down)

    assert page_of(stage).document.id == "workbook"
    assert printable
    assert not button(stage, "Print").isVisible()
    assert button(stage, "Save as Excel…").isVisible()
    assert stage.page.head_widgets() == (button(stage, "Save as Excel…"),)
    assert stage.page.place().view == "workbook"


def test_a_document_is_saved_where_the_person_says(
    qtbot: QtBot, enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "data"))
    stage.prompts.path = tmp_path / "all.json"

    button(stage, "Save as JSON").click()
    qtbot.waitUntil(lambda: bool(stage.host.said), timeout=PATIENCE)

    assert "Halfmoon Fitness" in (tmp_path / "all.json").read_text(encoding="utf-8")
    assert stage.host.complaints == []


def test_another_format_is_saved_from_the_menu(
    qtbot: QtBot, enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    stage = enter(DocumentsPage, fitness, at(fitness, "profile"))
    stage.prompts.path = tmp_path / "profile.md"

    entries = {each.text(): each for each in button(stage, "Other formats").menu().actions()}
    assert "Save as Word…" in entries
    entries["Save as Markdown…"].trigger()
    qtbot.waitUntil(lambda: bool(stage.host.said), timeout=PATIENCE)

    assert "City professionals" in (tmp_path / "profile.md").read_text(encoding="utf-8")


def test_what_is_printed_is_the_pdf(qtbot: QtBot, enter: Enter, fitness: Project) -> None:
    printed: list[tuple[bytes, str]] = []

    def make(context: Context) -> DocumentsPage:
        return DocumentsPage(
            context, printer=lambda data, title, _parent: not printed.append((data, title))
        )

    stage = enter(make, fitness, at(fitness))
    button(stage, "Print").click()
    qtbot.waitUntil(lambda: bool(printed), timeout=PATIENCE)

    data, title = printed[0]
    assert title == "One page"
    assert "City professionals" in words_in(data)


def test_a_printer_that_does_not_begin_is_told(
    qtbot: QtBot, enter: Enter, fitness: Project
) -> None:
    def refuse(_data: bytes, _title: str, _parent: object) -> bool:
        raise KnownError("The printer did not begin.")

    stage = enter(lambda context: DocumentsPage(context, printer=refuse), fitness, at(fitness))
    button(stage, "Print").click()
    qtbot.waitUntil(lambda: bool(stage.host.complaints), timeout=PATIENCE)

    assert stage.host.complaints == ["The printer did not begin."]


def test_a_project_without_a_profile_offers_one(enter: Enter, fitness: Project) -> None:
    stage = enter(DocumentsPage, replace(fitness, profiles=()), Place(page="documents"))

    shown = [walk.accessible_name(widget) for widget in walk.shown_widgets(stage.page)]

    assert "Add a profile" in shown


@pytest.mark.parametrize(
    ("size", "scale"), [((968, 606), 1.0), ((616, 700), 1.0), ((1808, 920), 2.0), ((912, 600), 2.0)]
)
def test_nothing_is_cut_off_nameless_or_sideways(
    enter: Enter, fitness: Project, themed: Appearance, size: tuple[int, int], scale: float
) -> None:
    themed.set_scale(scale)
    found = []
    stage = enter(DocumentsPage, fitness, at(fitness, "workbook"), size)
    for document in ("data", "workbook", "worksheet"):
        stage.page.show_place(at(fitness, document))
        stage.settle()
        found += walk.all_findings(stage.page)

    assert not found, "\n".join(map(str, found))
