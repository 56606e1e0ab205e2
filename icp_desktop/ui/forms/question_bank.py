"""The bank of questions to take from, with a field to find one."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Question, Questionnaire
from icp_desktop.worksheet.shipped import question_bank

_MOST = 12


class QuestionBank(QWidget):
    """Offer questions; `taken` carries the one that is wanted."""

    taken = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        self._bank = question_bank()
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find a question"))
        self.words.setAccessibleName(_("Find a question"))
        self.words.textChanged.connect(lambda _text: self._show())
        self._none = PlainLabel(_("No question has these words."), tone="ink2", wrap=True)
        self.list = TwoLineList(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(16), px(24))
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(_("Questions to take from"), style="strong"))
        column.addWidget(self.words)
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addStretch(1)
        self._show()

    def found(self) -> Iterator[tuple[Questionnaire, Question]]:
        """Yield the questions that have the words, each once."""
        wanted = self.words.text().strip().casefold()
        seen: set[str] = set()
        for each in reversed(self._bank):  # those that stand in no other questionnaire first
            for question in each.questions:
                if wanted in question.text.casefold() and question.text not in seen:
                    seen.add(question.text)
                    yield each, question

    def _show(self) -> None:
        found = list(self.found())
        self._none.setVisible(not found)
        self.list.show_rows(
            [
                TwoLineRow(
                    strong=question.text,
                    line=each.title,
                    actions=(RowAction(words=_("Take"), act=partial(self.taken.emit, question)),),
                )
                for each, question in found[:_MOST]
            ]
        )
