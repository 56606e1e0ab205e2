"""The few questions that need a dialog, behind a protocol so that tests answer them directly."""

from pathlib import Path
from typing import Protocol


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
