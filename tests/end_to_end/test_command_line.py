"""The program as it is started: in an empty folder, without a display, as a process of its own."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from icp_desktop.documents.content import Request
from icp_desktop.documents.profile_content import make_profile_content
from icp_desktop.storage.loose_file import open_file
from icp_desktop.worksheet.phrases import say_day

ROOT = Path(__file__).parents[2]
FORMULA = '=HYPERLINK("http://evil.example","click")'


def call(folder: Path, *words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    environment = {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **changes}
    return subprocess.run(
        [sys.executable, "-m", "icp_desktop", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@dataclass(frozen=True)
class Studio:
    """What is in the folder after the main job was done in it."""

    folder: Path
    said: tuple[subprocess.CompletedProcess[str], ...]
    answers: tuple[str, ...]


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    folder = tmp_path_factory.mktemp("empty")
    said = (
        call(folder, "new", "a.icp", "--sample", "fitness-studio"),
        call(folder, "answer", "a.icp", "needs.result", FORMULA),
        call(folder, "export", "a.icp", "a.pdf"),
        call(folder, "export", "a.icp", "a.xlsx"),
    )
    project = open_file(folder / "a.icp").project
    today = datetime.fromtimestamp((folder / "a.pdf").stat().st_mtime).astimezone().date()
    content = make_profile_content(Request(project=project, profile_id="", today=today))
    rows = [row for block in content.sections for row in block.rows]
    texts = [text for row in rows for line in row.lines for text in (line.text, line.second)]
    return Studio(folder=folder, said=said, answers=tuple(text for text in texts if text))


def test_everything_works_without_a_display_and_without_a_remark(studio: Studio) -> None:
    for said in studio.said:
        assert (said.returncode, said.stderr) == (0, "")
    assert {each.name for each in studio.folder.iterdir()} == {"a.icp", "a.pdf", "a.xlsx"}


def test_the_text_of_the_pdf_holds_every_answer(studio: Studio) -> None:
    pages = [page.extract_text() for page in PdfReader(studio.folder / "a.pdf").pages]
    assert len(pages) > 3
    found = letters("".join(pages))
    assert len(studio.answers) > 60
    assert FORMULA in studio.answers
    missing = [answer for answer in studio.answers if letters(answer) not in found]
    assert missing == []
    assert letters(FORMULA) in found


def test_the_cells_of_the_workbook_hold_every_answer(studio: Studio) -> None:
    book = load_workbook(studio.folder / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    found = {
        say_day(cell.value.date()) if isinstance(cell.value, datetime) else cell.value
        for cell in cells
    }
    assert [answer for answer in studio.answers if answer not in found] == []
    evil = [cell for cell in cells if cell.value == FORMULA]
    assert evil
    assert {cell.data_type for cell in evil} == {"s"}
    assert all(cell.quotePrefix for cell in evil)


def test_a_refusal_is_one_line_and_code_two(studio: Studio) -> None:
    said = call(studio.folder, "show", "gone.icp")
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.startswith("icp-desktop: “gone.icp” is not in the folder")
    assert said.stderr.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a DISPLAY")
def test_without_a_display_the_window_names_the_commands(studio: Studio) -> None:
    said = call(studio.folder, "a.icp")
    assert said.returncode == 2
    assert said.stderr.count("\n") == 1
    assert "There is no display" in said.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_reader_who_goes_away_leaves_no_traceback(studio: Studio) -> None:
    command = f"'{sys.executable}' -m icp_desktop show a.icp | head -n 1"
    said = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=studio.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert said.stdout == "Halfmoon Fitness – Studio members\n"
    assert said.stderr == ""


def test_a_command_starts_without_anything_heavy(studio: Studio) -> None:
    program = (
        "import sys; from icp_desktop.__main__ import main; main(['show', 'a.icp']);"
        "print(sorted({n.partition('.')[0] for n in sys.modules}))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=studio.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    loaded = said.stdout.splitlines()[-1]
    assert "'cattrs'" in loaded
    for heavy in ("PySide6", "weasyprint", "openpyxl", "jinja2", "sqlite3"):
        assert f"'{heavy}'" not in loaded


def letters(text: str) -> str:
    """Return a text without what a line break or a hyphen at its end may change."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)
