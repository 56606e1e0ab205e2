"""What the help says about the program itself."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from icp_desktop import paths
from icp_desktop.ui.main_window import MainWindow
from icp_desktop.ui.pages import help as help_page

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
