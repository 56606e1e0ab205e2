"""The few questions that need a dialog, behind a protocol so that tests answer them directly."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from icp_desktop.i18n import _
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.labels import PlainLabel


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
    """Asks with the dialogs of the system, and with plain ones of our own."""

    def __init__(self, window: QWidget) -> None:
        """Ask in front of a window."""
        self._window = window

    def open_file(self, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for a file to open."""
        found, _kind = QFileDialog.getOpenFileName(self._window, title, str(folder), kinds)
        return Path(found) if found else None

    def save_file(self, title: str, proposal: Path, kinds: str) -> Path | None:
        """Ask where to save; the dialog itself asks before a file would be replaced."""
        found, _kind = QFileDialog.getSaveFileName(self._window, title, str(proposal), kinds)
        return Path(found) if found else None

    def folder(self, title: str, proposal: Path) -> Path | None:
        """Ask for a folder."""
        found = QFileDialog.getExistingDirectory(self._window, title, str(proposal))
        return Path(found) if found else None

    def text(self, title: str, label: str, proposal: str = "") -> str | None:
        """Ask for one line of text."""
        dialog = TextDialog(title, label, proposal, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return dialog.text().strip() or None if accepted else None

    def choice(self, title: str, sentence: str, choices: tuple[str, ...]) -> int | None:
        """Ask which of a few ways to go; the first is the one Enter takes."""
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        buttons = [box.addButton(literal(c), QMessageBox.ButtonRole.AcceptRole) for c in choices]
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(buttons[0])
        box.exec()
        clicked = box.clickedButton()
        return next((n for n, button in enumerate(buttons) if button is clicked), None)

    def colour(self, title: str, proposal: str) -> str | None:
        """Ask for a colour with the dialog of the system."""
        found = QColorDialog.getColor(QColor(proposal), self._window, title)
        return found.name().upper() if found.isValid() else None


class TextDialog(QDialog):
    """One line of text with a label."""

    def __init__(self, title: str, label: str, proposal: str, parent: QWidget | None) -> None:
        """Show the proposal selected, ready to be typed over."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._edit = QLineEdit(proposal)
        self._edit.selectAll()
        self._edit.setAccessibleName(label)
        words = PlainLabel(label, wrap=True)
        words.setBuddy(self._edit)
        ok = QDialogButtonBox.StandardButton.Ok
        buttons = QDialogButtonBox(ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for each in (words, self._edit, buttons):
            layout.addWidget(each)

    def text(self) -> str:
        """Return what was typed."""
        return self._edit.text()
