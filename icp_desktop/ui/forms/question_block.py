"""One question of a questionnaire of one's own: its words, how it is answered, what is doubtful."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.values import KINDS
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.pages.question_card import ANSWERS
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.widgets.buttons import IconButton
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Question
from icp_desktop.worksheet.questionnaires import read_options
from icp_desktop.worksheet.reading import clean
from icp_desktop.worksheet.wording_rules import cautions

_LONGEST = 400
_KIND_WIDE = 264
_WITH_CHOICES = {"choice", "terms"}
_WITH_UNITS = {"number_range", "money_range"}


class QuestionBlock(QWidget):
    """Edit a question; `changed` carries it with a key for typing that belongs together."""

    changed = Signal(object, str)
    sealed = Signal()
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, appearance: Appearance, number: int, question: Question) -> None:
        super().__init__()
        self._appearance = appearance
        self.question = question
        self.text, self.hint = QLineEdit(), QLineEdit()
        self.text.setText(question.text)
        self.hint.setText(question.hint)
        self.hint.setPlaceholderText(_("A hint, if the question needs one"))
        for line, words in ((self.text, _("Question {n}")), (self.hint, _("Hint to question {n}"))):
            line.setMaxLength(_LONGEST)
            line.setAccessibleName(words.replace("{n}", str(number)))
            line.setCursorPosition(0)
            line.editingFinished.connect(self.sealed)
        self.text.textEdited.connect(lambda _text: self._on_edited("text"))
        self.hint.textEdited.connect(lambda _text: self._on_edited("hint"))
        self.kind = DetailCombo(
            appearance, _KIND_WIDE, [(each, _(ANSWERS[each])) for each in KINDS]
        )
        self.kind.setAccessibleName(_("How question {n} is answered", n=number))
        self.kind.show_id(question.kind)
        self.kind.picked.connect(lambda _kind: self._on_edited("kind"))
        self.options = GrowingText(appearance, 2)
        self.options.setAccessibleName(_("Choices of question {n}", n=number))
        options = question.choices or question.units
        self.options.setPlainText("\n".join(each.label for each in options))
        self.options.textChanged.connect(lambda: self._on_edited("options"))
        self.cautions = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._compose(number)
        self._show_state()

    def _compose(self, number: int) -> None:
        px = self._appearance.px
        mark = PlainLabel(str(number), style="strong", tone="ink2")
        mark.setFixedWidth(px(28))
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        parts: tuple[tuple[IconName, str, Callable[[], None]], ...] = (
            ("chevron-up", _("Move question {n} up", n=number), partial(self._move, -1)),
            ("chevron-down", _("Move question {n} down", n=number), partial(self._move, 1)),
            ("close", _("Remove question {n}", n=number), self._remove),
        )
        for icon, words, act in parts:
            button = IconButton(self._appearance, icon, words, size=18, side=28)
            button.clicked.connect(lambda _on=False, act=act: act())
            buttons.addWidget(button)
        first = QHBoxLayout()
        first.setSpacing(px(4))
        first.addWidget(mark)
        first.addWidget(self.text, 1)
        first.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(8))
        column.setSpacing(px(6))
        column.addLayout(first)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(32), 0, 0, 0)
        inner.setSpacing(px(6))
        for part in (self.cautions, self.hint, self.kind, self.options):
            inner.addWidget(part)
        column.addLayout(inner)

    def _on_edited(self, what: str) -> None:
        edited = self._edited()
        self._show_state()
        if edited != self.question and edited.text.strip():
            self.question = edited
            self.changed.emit(edited, f"{edited.id}/{what}")

    def _edited(self) -> Question:
        kind = next(each for each in KINDS if each == self.kind.current_id())
        lines = clean(self.options.toPlainText())
        choices = read_options(lines, self.question.choices) if kind in _WITH_CHOICES else ()
        units = read_options(lines, self.question.units) if kind in _WITH_UNITS else ()
        if kind == "choice" and not choices:  # nothing to choose from yet: asked in words so far
            kind = "text"
        return replace(
            self.question,
            text=clean(self.text.text()).strip(),
            hint=clean(self.hint.text()).strip(),
            kind=kind,
            choices=choices,
            units=units,
        )

    def _show_state(self) -> None:
        kind = self.kind.current_id()
        with_options = kind in _WITH_CHOICES or kind in _WITH_UNITS
        self.options.setVisible(with_options)
        hints = {
            "choice": _("What can be chosen, one a line"),
            "terms": _("Boxes to tick, one a line; without any they write a list"),
        }
        self.options.setPlaceholderText(hints.get(kind, _("Units, one a line")))
        found = cautions(self.text.text(), open_answer=kind == "text")
        self.cautions.setText("\n".join(each.sentence for each in found))
        self.cautions.setVisible(bool(found))

    def _move(self, by: int) -> None:
        self.moved.emit(self.question.id, by)

    def _remove(self) -> None:
        self.removed.emit(self.question.id)
