"""Paper: the live preview, documents saved to disk, and printing; real pages, read back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from icp_desktop.errors import KnownError
from icp_desktop.ui.arrangement import arrange
from icp_desktop.ui.export import save_document
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages.page import OVERVIEW, WORKSHEET, Place
from tests.ui.shell.answers import Answers, answer, open_project, rest


def _words(data: bytes) -> str:
    from io import BytesIO

    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_the_preview_follows_the_work_and_keeps_its_place(window: MainWindow, qtbot: QtBot) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Night nurses")
    window.go(Place(page=WORKSHEET, profile="city"))
    window.commands.action("preview").trigger()
    panel = window.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.result is not None, timeout=20_000)
    assert "Night nurses" in _words(panel.result.data)
    assert not window.view.preview_button.isVisible()
    panel.paper.verticalScrollBar().setValue(40)
    first = panel.result
    for text in ("D", "Do", "Doctors"):  # several keys, one new page
        answer(workspace, text)
    with qtbot.waitSignal(panel.rendered, timeout=20_000):
        pass
    assert panel.result is not first
    assert "Doctors" in _words(panel.result.data)
    assert panel.paper.verticalScrollBar().value() == 40
    panel.close_button.click()
    assert not window.body.preview_open
    assert window.view.preview_button.isVisible()
    assert window.settings.current.show_preview is False


def test_a_start_in_a_project_shows_its_paper(
    make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    first = make_window()
    first.start()
    open_project(first, qtbot)
    first.go(Place(page=WORKSHEET, profile="city"))
    first.settings.change(show_preview=True)
    first.close()
    second = make_window()
    second.start()
    second.show()  # what was asked for before is rendered now
    panel = second.preview.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.result is not None, timeout=20_000)
    assert panel.paper.paper.pageCount() == panel.result.pages


def test_beside_the_form_the_preview_is_as_it_was_left(window: MainWindow, qtbot: QtBot) -> None:
    open_project(window, qtbot)
    window.go(Place(page=WORKSHEET, profile="city"))
    window.commands.action("preview").trigger()
    assert window.settings.current.show_preview is True
    window.go(Place(page=OVERVIEW, profile="city"))
    assert not window.body.preview_open
    window.go(Place(page=WORKSHEET, profile="city"))
    assert window.body.preview_open
    window.background.cancel_all()


def test_the_paper_of_one_client_is_gone_before_the_next_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_project(window, qtbot)
    window.go(Place(page=WORKSHEET, profile="city"))
    window.commands.action("preview").trigger()
    panel = window.preview.panel
    qtbot.waitUntil(lambda: panel.result is not None, timeout=20_000)
    assert panel.paper.paper.pageCount()
    window.session.close_project()
    assert panel.paper.paper.pageCount() == 0
    assert panel.result is None


@pytest.mark.parametrize(
    ("document", "suffix"), [("profile", ".md"), ("workbook", ".xlsx"), ("data", ".json")]
)
def test_a_document_is_saved_where_the_person_says(
    window: MainWindow,
    qtbot: QtBot,
    prompts: Answers,
    tmp_path: Path,
    document: str,
    suffix: str,
) -> None:
    workspace = open_project(window, qtbot)
    answer(workspace, "Night nurses")
    prompts.path = tmp_path / "my document"  # the ending is added
    save_document(window.view.context, document, suffix, "city")
    rest(window, qtbot)
    assert (tmp_path / f"my document{suffix}").stat().st_size > 100
    assert f"my document{suffix}" in window.view._toast.sentence
    assert window.view._toast._button.accessibleName() == "Show in folder"


def test_a_document_that_can_not_be_saved_offers_another_place(
    window: MainWindow, qtbot: QtBot, prompts: Answers, tmp_path: Path
) -> None:
    open_project(window, qtbot)
    prompts.path = tmp_path / "no such folder" / "profile.md"
    save_document(window.view.context, "profile", ".md", "city")
    rest(window, qtbot)
    bar = window.view.messages()["trouble"]
    assert "no such folder" in bar.sentence
    prompts.path = tmp_path / "profile.md"
    bar._buttons[0].click()
    rest(window, qtbot)
    assert (tmp_path / "profile.md").exists()


def test_a_question_left_unanswered_saves_nothing(
    window: MainWindow, qtbot: QtBot, prompts: Answers
) -> None:
    open_project(window, qtbot)
    save_document(window.view.context, "profile", ".md", "city")
    assert prompts.asked == ["Save “Full profile”"]
    assert not window.background.busy


def test_what_is_printed_are_the_pages_of_the_document(qapp: object, tmp_path: Path) -> None:
    from PySide6.QtCore import QSizeF
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
    from PySide6.QtPrintSupport import QPrinter

    from icp_desktop.ui.printing import print_pdf

    made = tmp_path / "made.pdf"
    writer = QPdfWriter(str(made))
    writer.setPageSize(QPageSize(QSizeF(210, 297), QPageSize.Unit.Millimeter))
    painter = QPainter(writer)
    painter.drawText(500, 500, "One")
    writer.newPage()
    painter.drawText(500, 500, "Two")
    painter.end()
    out = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(out))
    printer.setResolution(100)
    print_pdf(made.read_bytes(), printer)
    pages = PdfReader(out).pages
    assert len(pages) == 2
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    assert all("/XObject" in page["/Resources"] for page in pages)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_begin_is_told_of(qapp: object, tmp_path: Path) -> None:
    from PySide6.QtGui import QPainter, QPdfWriter
    from PySide6.QtPrintSupport import QPrinter

    from icp_desktop.ui.printing import print_pdf

    made = tmp_path / "made.pdf"
    writer = QPdfWriter(str(made))
    QPainter(writer).end()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    with pytest.raises(KnownError, match="printer"):
        print_pdf(made.read_bytes(), printer)


@pytest.mark.parametrize(
    ("width", "preview", "folded", "page", "shown"),
    [
        (1024, False, True, 968, 0),
        (1024, True, True, 600, 368),
        (1179, False, True, 1123, 0),
        (1180, False, False, 972, 0),
        (1280, True, False, 680, 392),
        (1600, True, False, 872, 520),
        (1920, True, False, 988, 724),
    ],
)
def test_the_width_is_shared_as_the_look_says(
    width: int, preview: bool, folded: bool, page: int, shown: int
) -> None:
    shared = arrange(width, preview=preview)
    assert (shared.rail_folded, shared.page, shared.preview) == (folded, page, shown)


def test_where_there_is_no_room_the_preview_takes_the_place_of_the_page() -> None:
    shared = arrange(512, preview=True)
    assert shared.preview_alone
    assert shared.preview == 512 - 56
