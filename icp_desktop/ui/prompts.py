"""The few questions that need a dialog, behind a protocol so that tests answer them directly."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget


class Prompts(Protocol):
    """Asks the person; None means that the question was left unanswered."""

    def open_file(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for a file to open; `kinds` is a Qt name filter."""
        ...

    def save_file(self, title: str, proposal: Path, kinds: str) -> Path | None:
        """Ask where to save."""
        ...

    def folder(self, title: str, proposal: Path) -> Path | None:
        """Ask for a folder."""
        ...

    def text(self, title: str, label: str, proposal: str = "") -> str | None:
        """Ask for one line of text."""
        ...

    def choice(self, title: str, sentence: str, choices: tuple[str, ...]) -> int | None:
        """Ask which of a few ways to go; returns the index of the choice."""
        ...

    def colour(self, title: str, proposal: str) -> str | None:
        """Ask for a colour as #RRGGBB."""
        ...


class DialogPrompts:
    """Asks with the dialogs of the system, and with plain ones of our own.

    They are loaded when they are first needed; no start needs them.
    """

    def __init__(self, window: QWidget, topic_here: Callable[[], str] = str) -> None:
        """Ask in front of a window; `topic_here` names the help for where the person is."""
        self._window = window
        self._topic_here = topic_here

    def open_file(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for a file to open."""
        from PySide6.QtWidgets import QFileDialog

        found, _kind = QFileDialog.getOpenFileName(self._window, title, str(folder), kinds)
        return Path(found) if found else None

    def save_file(self, title: str, proposal: Path, kinds: str) -> Path | None:
        """Ask where to save; the dialog itself asks before a file would be replaced."""
        from PySide6.QtWidgets import QFileDialog

        found, _kind = QFileDialog.getSaveFileName(self._window, title, str(proposal), kinds)
        return Path(found) if found else None

    def folder(self, title: str, proposal: Path) -> Path | None:
        """Ask for a folder."""
        from PySide6.QtWidgets import QFileDialog

        found = QFileDialog.getExistingDirectory(self._window, title, str(proposal))
        return Path(found) if found else None

    def text(self, title: str, label: str, proposal: str = "") -> str | None:
        """Ask for one line of text."""
        from icp_desktop.ui.question_dialogs import ask_text

        return ask_text(title, label, proposal, self._window, self._topic_here())

    def choice(self, title: str, sentence: str, choices: tuple[str, ...]) -> int | None:
        """Ask which of a few ways to go; the first is the one Enter takes."""
        from icp_desktop.ui.question_dialogs import ask_choice

        return ask_choice(title, sentence, choices, self._window, self._topic_here())

    def colour(self, title: str, proposal: str) -> str | None:
        """Ask for a colour with the dialog of the system."""
        from PySide6.QtGui import QColor
        from PySide6.QtWidgets import QColorDialog

        found = QColorDialog.getColor(QColor(proposal), self._window, title)
        return found.name().upper() if found.isValid() else None
