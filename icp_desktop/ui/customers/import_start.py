"""How a list comes in: as a file, pasted from a spreadsheet, or typed as a shortlist."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.paths import documents_folder
from icp_desktop.tables.opening import pasted
from icp_desktop.tables.shortlist import make_shortlist
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.reading_column import ReadingColumn
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.widgets.buttons import other_button
from icp_desktop.ui.widgets.drop_zone import DropZone
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.ui.widgets.labels import PlainLabel

_WIDEST = 680


class ImportStart(ReadingColumn):
    """`file_chosen` carries a path, `given` a source and what it holds ("" if that is open)."""

    file_chosen = Signal(object)
    given = Signal(object, str)
    refused = Signal(str)

    def __init__(self, appearance: Appearance, prompts: Prompts) -> None:
        """Show three ways, the file first."""
        super().__init__(appearance, widest=_WIDEST, gap=8, top=20)
        self._prompts = prompts
        self.drop = DropZone(appearance, _("Drop a list here: CSV, Excel or OpenDocument."))
        self.drop.choose_asked.connect(self.choose)
        self.paste_button = other_button(_("Paste the rows"))
        self.paste_button.clicked.connect(self.take_pasted)
        self.best = GrowingText(appearance, 3)
        self.worst = GrowingText(appearance, 3)
        self.shortlist_button = other_button(_("Look at the shortlist"))
        self.shortlist_button.clicked.connect(self.take_shortlist)
        self._compose()

    def take_focus(self) -> None:
        """Put the focus on the first way."""
        self.drop.choose_button.setFocus()

    def choose(self) -> None:
        """Ask for a file."""
        kinds = _("Lists (*.csv *.tsv *.txt *.xlsx *.ods *.xls *.htm *.html)")
        found = self._prompts.open_file(_("Choose a list"), documents_folder(), kinds)
        if found is not None:
            self.file_chosen.emit(Path(found))

    def take_pasted(self) -> None:
        """Show the rows that were copied in a spreadsheet."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.given.emit(pasted(text), "")
        else:
            self.refused.emit(_("Nothing was copied yet. Copy the rows in your spreadsheet."))

    def take_shortlist(self) -> None:
        """Show the shortlist that was typed."""
        try:
            source = make_shortlist(self.best.toPlainText(), self.worst.toPlainText())
        except KnownError as error:
            self.refused.emit(str(error))
        else:
            self.given.emit(source, "customers")

    def _compose(self) -> None:
        self.add(
            PlainLabel(_("A file"), style="lead_strong"),
            PlainLabel(
                _(
                    "One row for each customer, deal or order, as your till, your accounts or your "
                    "spreadsheet writes it. You see what was understood before anything is kept."
                ),
                tone="ink2",
                wrap=True,
            ),
            self.drop,
        )
        self.column.addSpacing(16)
        self.add(PlainLabel(_("Or rows from a spreadsheet"), style="lead_strong"))
        words = _("Mark them in your spreadsheet with the headings, copy, and come back here.")
        self.add(PlainLabel(words, tone="ink2", wrap=True))
        self.column.addWidget(self.paste_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(16)
        self.add(PlainLabel(_("Or a shortlist"), style="lead_strong"))
        self._add_text(_("Your best customers, one a line"), self.best)
        self._add_text(_("Customers you would rather not have, one a line"), self.worst)
        self.column.addWidget(self.shortlist_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _add_text(self, words: str, editor: GrowingText) -> None:
        label = PlainLabel(words, tone="ink2", wrap=True)
        label.setBuddy(editor)
        editor.setAccessibleName(words)
        self.add(label, editor)
