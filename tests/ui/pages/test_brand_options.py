"""Choosing logo, colour and footer on the documents page."""

from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from icp_desktop.model.brand import Brand
from icp_desktop.model.project import Project
from icp_desktop.ui.pages.brand_options import BrandOptions
from icp_desktop.ui.pages.documents import DocumentsPage
from icp_desktop.ui.pages.page import Place
from tests.ui.pages.conftest import Enter, Stage


def options_of(enter: Enter, project: Project) -> tuple[Stage, BrandOptions]:
    place = Place(page="documents", profile=project.profiles[0].id, view="one-page")
    stage = enter(DocumentsPage, project, place)
    options = stage.page.findChild(BrandOptions)
    assert options is not None
    return stage, options


def written(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.clear()
    qtbot.keyClicks(edit, text)
    edit.editingFinished.emit()


def test_a_colour_is_taken_when_it_is_whole(qtbot: QtBot, enter: Enter, fitness: Project) -> None:
    stage, options = options_of(enter, fitness)
    written(qtbot, options.colour, "#0f5e6")
    assert stage.context.project.brand == Brand()
    assert "six signs" in options._rule.text()
    written(qtbot, options.colour, "#0f5e63")
    assert stage.context.project.brand.colour == "#0F5E63"
    assert "small heads" in options._rule.text()
    written(qtbot, options.colour, "ffc400")
    assert stage.context.project.brand.colour == "#FFC400"
    assert "with an edge" in options._rule.text()
    stage.context.opened.undo()
    assert stage.context.project.brand.colour == "#0F5E63"


def test_a_footer_is_kept_and_undone(qtbot: QtBot, enter: Enter, fitness: Project) -> None:
    stage, options = options_of(enter, fitness)
    written(qtbot, options.footer, "Rowan Ash Advice")
    assert stage.context.project.brand.footer == "Rowan Ash Advice"
    stage.context.opened.undo()
    assert stage.context.project.brand.footer == ""
    assert options.footer.text() == ""


def test_a_logo_is_chosen_shown_and_taken_away(
    enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    stage, options = options_of(enter, fitness)
    assert options.logo.isHidden()
    picture = tmp_path / "logo.png"
    Image.new("RGB", (400, 100), "#C8102E").save(picture)
    stage.prompts.path = picture
    options.choose_logo.click()
    assert stage.context.project.brand.logo is not None
    assert not options.logo.isHidden()
    options.drop_logo.click()
    assert stage.context.project.brand.logo is None
    assert options.logo.isHidden()


def test_a_picture_that_is_none_is_refused_in_words(
    enter: Enter, fitness: Project, tmp_path: Path
) -> None:
    stage, options = options_of(enter, fitness)
    stage.prompts.path = tmp_path / "drawing.svg"
    stage.prompts.path.write_text("<svg/>")
    options.choose_logo.click()
    assert stage.context.project.brand == Brand()
    assert "can’t be used as a picture" in stage.host.complaints[-1]
    stage.prompts.path = tmp_path / "gone.png"
    options.choose_logo.click()
    assert "gone.png" in stage.host.complaints[-1]
