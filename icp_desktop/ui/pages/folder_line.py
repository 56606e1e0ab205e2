"""A folder, what is to be known about it, and a button to choose another."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.synced_folders import synced_by
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.labels import PlainLabel


class FolderLine(QWidget):
    """Shows a folder; `chosen` carries another one."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, prompts: Prompts, folder: Path) -> None:
        """Show a folder, which need not be there yet."""
        super().__init__()
        self._prompts = prompts
        self.folder = folder
        self._path = PlainLabel("", wrap=True)
        self._note = PlainLabel("", style="caption", tone="ink2", wrap=True)
        self.change_button = other_button(_("Change…"))
        self.change_button.setAccessibleName(_("Choose another folder"))
        self.change_button.clicked.connect(self._on_change)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._path)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(12))
        row.addLayout(words, 1)
        row.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_folder(folder)

    def show_folder(self, folder: Path) -> None:
        """Show another folder."""
        self.folder = folder
        self._path.setText(str(folder))
        program = synced_by(folder)
        self._note.setText(
            _(
                "{program} copies this folder to other devices. That works well: every file is "
                "written whole, and what others change is shown to you.",
                program=program,
            )
            if program
            else _("Your work is also kept by the program itself, with versions and backups.")
        )

    def _on_change(self) -> None:
        folder = self._prompts.folder(_("Where do your project files go?"), self.folder)
        if folder is not None:
            self.show_folder(folder)
            self.chosen.emit(folder)
