"""A questionnaire of one's own, being written: its name, for whom it is, and its questions."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _, later
from icp_desktop.model.ids import new_id
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.forms.question_block import QuestionBlock
from icp_desktop.ui.talks.labelled import DetailCombo, Labelled
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.definitions import Question, Questionnaire
from icp_desktop.worksheet.questionnaires import (
    MOST_QUESTIONS,
    move_question,
    put_question,
    remove_question,
)
from icp_desktop.worksheet.reading import clean

_LONGEST = 200
AUDIENCES: dict[str, str] = {
    "customer": later("A customer"),
    "lost": later("Somebody who left or did not buy"),
    "colleague": later("A colleague"),
}


class QuestionsEditor(QWidget):
    """Edit a questionnaire; `changed` carries it with a key for typing that belongs together."""

    changed = Signal(object, str)
    sealed = Signal()
    send_asked = Signal(str)
    done = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._asked: Questionnaire | None = None
        self._blocks: list[QuestionBlock] = []
        self.title, self.lead = QLineEdit(), QLineEdit()
        for line in (self.title, self.lead):
            line.setMaxLength(_LONGEST)
            line.textEdited.connect(lambda _text: self._on_head())
            line.editingFinished.connect(self.sealed)
        self.lead.setPlaceholderText(_("What it is about, and how long it takes"))
        self.audience = DetailCombo(
            appearance, 264, [(each, _(words)) for each, words in AUDIENCES.items()]
        )
        self.audience.picked.connect(lambda _audience: self._on_head())
        self.add_button = other_button(_("Add a question"), icon=appearance.icons.icon("plus"))
        self.add_button.clicked.connect(self._add_blank)
        self.send_button = quiet_button(_("Send it"))
        self.send_button.clicked.connect(self._send)
        self.done_button = quiet_button(_("Back to all questionnaires"), flush=True)
        self.done_button.clicked.connect(self.done)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(appearance.px(4))
        self._compose()

    @property
    def asked(self) -> Questionnaire | None:
        """What is being written."""
        return self._asked

    @property
    def blocks(self) -> tuple[QuestionBlock, ...]:
        """The questions as they are shown."""
        return tuple(self._blocks)

    def show_questionnaire(self, asked: Questionnaire) -> None:
        """Show a questionnaire; what is being typed is left alone where it says the same."""
        before, self._asked = self._asked, asked
        self._fill(self.title, asked.title)
        self._fill(self.lead, asked.lead)
        self.audience.show_id(asked.audience if asked.audience in AUDIENCES else "customer")
        shown = tuple(block.question for block in self._blocks)
        if before is None or before.id != asked.id or shown != asked.questions:
            self._rebuild(asked)

    def add(self, question: Question) -> None:
        """Put a question from the bank at the end."""
        if self._asked is None or len(self._asked.questions) >= MOST_QUESTIONS:
            return
        taken = {each.id for each in self._asked.questions}
        own = replace(question, id=new_id()) if question.id in taken else question
        self._change(put_question(self._asked, own))
        self._blocks[-1].text.setFocus()

    def _add_blank(self) -> None:
        self.add(Question(id=new_id(), text=_("What happened the last time?")))
        if self._blocks:
            self._blocks[-1].text.selectAll()

    def _change(self, asked: Questionnaire, key: str = "") -> None:
        if asked is not self._asked:
            self.changed.emit(asked, key)

    def _on_head(self) -> None:
        title = clean(self.title.text()).strip()
        if self._asked is None or not title:
            return
        edited = replace(
            self._asked,
            title=title,
            lead=clean(self.lead.text()).strip(),
            audience=self.audience.current_id(),
        )
        if edited != self._asked:
            self._change(edited, "head")

    def _on_question(self, question: Question, key: str) -> None:
        if self._asked is not None:
            self._change(put_question(self._asked, question), key)

    def _on_moved(self, question: str, by: int) -> None:
        if self._asked is not None:
            self._change(move_question(self._asked, question, by))

    def _on_removed(self, question: str) -> None:
        if self._asked is not None:
            self._change(remove_question(self._asked, question))

    def _send(self) -> None:
        if self._asked is not None:
            self.send_asked.emit(self._asked.id)

    def _fill(self, line: QLineEdit, text: str) -> None:
        if line.text().strip() != text:
            line.setText(text)
            line.setCursorPosition(0)

    def _rebuild(self, asked: Questionnaire) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._blocks = []
        for number, question in enumerate(asked.questions, 1):
            block = QuestionBlock(self._appearance, number, question)
            block.changed.connect(self._on_question)
            block.sealed.connect(self.sealed)
            block.moved.connect(self._on_moved)
            block.removed.connect(self._on_removed)
            self._rows.addWidget(Hairline())
            self._rows.addWidget(block)
            self._blocks.append(block)

    def _compose(self) -> None:
        px = self._appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)
        for words, control in (
            (_("Name"), self.title),
            (_("What stands above the questions"), self.lead),
            (_("For whom"), self.audience),
        ):
            column.addWidget(Labelled(self._appearance, words, control))
        column.addLayout(self._rows)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.send_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
