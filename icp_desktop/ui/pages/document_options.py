"""What a document is for, and how it is made: paper, language, who prepared it."""

from collections.abc import Callable

from babel.core import Locale
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.documents.catalogue import Document
from icp_desktop.documents.content import PAPERS
from icp_desktop.i18n import SOURCE_LANGUAGE, _, later
from icp_desktop.paths import shipped
from icp_desktop.settings import Settings
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.brand_options import BrandOptions
from icp_desktop.ui.pages.readers_block import ReadersBlock
from icp_desktop.ui.prompts import Prompts
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_LONGEST_NAME = 200
PURPOSES: dict[str, str] = {
    "profile": later("Every answer with its proof, and what is not yet proven."),
    "one-page": later("The essentials on one sheet, to pin up or to hand round."),
    "personas": later(
        "Who decides, pays and uses it: a card for each, for the desk or the screen."
    ),
    "persona-sheet": later("The same cards, two to a sheet, to print and cut apart."),
    "playbook": later("What to say, to whom and where, line by line, and why each is there."),
    "first-talk": later("What to ask somebody new and what to listen for, with room to write."),
    "objection-cards": later("What they say and what you answer, to cut apart and practise."),
    "unproven": later("What is still a guess, each with its test, who makes it and by when."),
    "findings": later("What sets the best customers apart, and whom the profile would let in."),
    "leads": later("Each lead with its score as a range, its tier, and what to ask next."),
    "review": later("What was asked and decided, and what changed, with the one page behind it."),
    "changes": later("Every answer and entry that differs from the last version, old and new."),
    "blind-test": later("Where people who judged by themselves and the profile part."),
    "worksheet": later("All questions with room to write, for a session with pen and paper."),
    "interview": later("The questions of a talk with room to write, on one sheet of paper."),
    "workbook": later("Every answer and its proof in Excel, to sort, filter and count."),
    "scorecard": later("To score a lead by hand on one page, or in Excel with live formulas."),
    "pack": later(
        "Documents and data in one zip, for somebody who has not got this program. It opens with "
        "“index.html”."
    ),
    "data": later("The whole project as open text, readable without this program."),
}


class DocumentOptions(QWidget):
    """Show the choices for one document.

    `paper_chosen` and `language_chosen` carry ids, `name_written` who prepared it.
    """

    paper_chosen = Signal(str)
    language_chosen = Signal(str)
    name_written = Signal(str)

    def __init__(
        self, appearance: Appearance, prompts: Prompts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        px = appearance.px
        self._title = PlainLabel(style="lead_strong", wrap=True)
        self._purpose = PlainLabel(tone="ink2", wrap=True)
        self._formats = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.paper = Combo()
        for paper in PAPERS:
            self.paper.addItem(_(paper), paper)
        self.paper.activated.connect(lambda: self.paper_chosen.emit(self.paper.current_id()))
        self.language = Combo()
        for code in document_languages():
            self.language.addItem(Locale.parse(code).get_display_name(code) or code, code)
        self.language.activated.connect(
            lambda: self.language_chosen.emit(self.language.current_id())
        )
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText(_("Your name or firm"))
        self.name.textEdited.connect(self.name_written)
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setHorizontalSpacing(px(16))
        self._rows.setVerticalSpacing(px(8))
        for words, control in (
            (_("Paper"), self.paper),
            (_("Language"), self.language),
            (_("Prepared by"), self.name),
        ):
            label = PlainLabel(literal(words), tone="ink2")
            label.setBuddy(control)
            control.setAccessibleName(words)
            self._rows.addRow(label, control)
        self._rows.setRowVisible(self.language, self.language.count() > 1)
        self._rule = Hairline()
        self.brand = BrandOptions(appearance, prompts)
        self.readers = ReadersBlock(appearance)
        self.with_project = QCheckBox(_("The project file too"))
        self._lay_out(px)

    def show_document(self, document: Document, formats: str) -> None:
        """Show what a document is for, and only choices that change it."""
        self._title.setText(_(document.title))
        self._purpose.setText(_(PURPOSES.get(document.id, "")))
        self._formats.setText(formats)
        printed = ".pdf" in document.formats or document.id == "pack"
        self._rows.setRowVisible(self.paper, printed)
        self._rows.setRowVisible(self.name, document.id != "data")
        self.brand.setVisible(printed)
        self.readers.setVisible(not document.blank)
        self.with_project.setVisible(document.id == "pack")

    def show_settings(self, settings: Settings, language: str) -> None:
        """Show what holds now."""
        self.paper.show_id(settings.paper)
        self.language.show_id(language)
        if self.name.text() != settings.prepared_by:
            self.name.setText(settings.prepared_by)

    def _lay_out(self, px: Callable[[float], int]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self._title)
        column.addWidget(self._purpose)
        column.addWidget(self._formats)
        column.addSpacing(px(8))
        column.addWidget(self._rule)
        column.addSpacing(px(8))
        column.addWidget(self.readers)
        column.addWidget(self.with_project)
        column.addSpacing(px(12))
        column.addLayout(self._rows)
        column.addSpacing(px(12))
        column.addWidget(self.brand)
        column.addStretch(1)


def document_languages() -> tuple[str, ...]:
    """Return the codes of the languages documents can be written in."""
    folder = shipped("resources", "locale")
    found = sorted(file.parent.parent.name for file in folder.glob("*/LC_MESSAGES/*.mo"))
    return (SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE))
