"""The two questions that are asked once: for whom the program is used, and where files go."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout

from icp_desktop.i18n import _
from icp_desktop.paths import documents_folder
from icp_desktop.settings import Role, SettingsFile
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.folder_line import FolderLine
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.screen import Screen
from icp_desktop.ui.widgets.buttons import literal, main_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll

_WIDEST = 620


class FirstRunPage(Screen):
    """Asks; `answered` says that the answers are kept."""

    answered = Signal()

    def __init__(self, appearance: Appearance, settings: SettingsFile, prompts: Prompts) -> None:
        """Propose one's own business, and a folder among the documents."""
        super().__init__(appearance, _("Two questions first"))
        self._settings = settings
        self._choices: dict[Role, QRadioButton] = {}
        self.folder = FolderLine(appearance, prompts, documents_folder())
        self.start_button = main_button(
            _("Start"), icon=appearance.icons.icon("arrow-right", role="on_accent"), icon_after=True
        )
        self.start_button.clicked.connect(self._on_start)
        content = ReadingColumn(appearance, widest=_WIDEST, gap=6)
        self._compose(content.column)
        content.column.addStretch(1)
        self.show_content(PageScroll(content))

    def choose(self, role: Role) -> None:
        """Do as if the person had chosen a role."""
        self._choices[role].setChecked(True)

    def _compose(self, column: QVBoxLayout) -> None:
        column.addWidget(PlainLabel(_("Whose customers do you want to know?"), style="lead_strong"))
        group = QButtonGroup(self)
        for role, words, line in (
            ("own", _("Those of my own business"), _("One list of profiles, ready to be used.")),
            (
                "clients",
                _("Those of my clients"),
                _("A list of clients, each with profiles, documents and versions."),
            ),
        ):
            button = QRadioButton(literal(words))
            button.setAccessibleDescription(line)
            group.addButton(button)
            self._choices["own" if role == "own" else "clients"] = button
            column.addWidget(button)
            hint = PlainLabel(line, style="caption", tone="ink2", wrap=True)
            hint.setIndent(26)
            column.addWidget(hint)
        self._choices["own"].setChecked(True)
        column.addSpacing(16)
        column.addWidget(PlainLabel(_("Where do your project files go?"), style="lead_strong"))
        column.addWidget(self.folder)
        column.addSpacing(16)
        note = _(
            "Nothing leaves this computer: there is no account, and the program never goes online."
        )
        column.addWidget(PlainLabel(note, tone="ink2", wrap=True))
        column.addSpacing(8)
        column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_start(self) -> None:
        role: Role = "own" if self._choices["own"].isChecked() else "clients"
        self._settings.change(role=role, folder=str(self.folder.folder))
        self.answered.emit()


def default_folder(settings: SettingsFile) -> Path:
    """Return the folder of project files that is in force."""
    return Path(settings.current.folder) if settings.current.folder else documents_folder()
