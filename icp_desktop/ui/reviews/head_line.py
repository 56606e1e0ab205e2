"""The head of a block: its name, a note at the right, a line under both."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline


class HeadLine(QWidget):
    """Name a block; the note gives way where there is no room for both."""

    def __init__(self, appearance: Appearance, title: str) -> None:
        """Show the name alone."""
        super().__init__()
        self._title = PlainLabel(title, style="lead_strong", wrap=True)
        self._note = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout()
        row.setSpacing(appearance.px(12))
        row.addWidget(self._title, 1)
        row.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(8))
        column.addLayout(row)
        column.addWidget(Hairline(strong=True))

    def show_note(self, words: str) -> None:
        """Say something at the right."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
