"""One question of the tour: large, with examples, how it is known, and the next test."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.grades import Grade, answer_grade
from icp_desktop.i18n import _
from icp_desktop.model.project import Market, ProfileKind
from icp_desktop.model.values import Value, is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.editor_focus import focus_editor
from icp_desktop.ui.pages.grade_list import GradeList
from icp_desktop.ui.pages.guidance import example_runs
from icp_desktop.ui.pages.items_block import ItemsBlock
from icp_desktop.ui.pages.next_test_line import NextTestLine
from icp_desktop.ui.pages.proof_block import ProofBlock
from icp_desktop.ui.pages.reason_line import ReasonLine
from icp_desktop.ui.pages.runs_label import RunsLabel
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field, Section

_LOW_WINDOW = 720  # below that height the examples fold


class TourCard(QWidget):
    """Ask one thing and turn the answer into edits."""

    def __init__(
        self,
        appearance: Appearance,
        answers: Answers,
        section: Section,
        field: Field,
        currency: str,
        kind: ProfileKind = "ideal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._answers = answers
        self._field = field
        words = field.wording(answers.market)
        self.editor = make_editor(field, words, currency=currency, appearance=appearance)
        self.editor.set_scale_large(True)
        self._examples = RunsLabel(appearance)
        self._examples.show_runs(example_runs(words))
        self._grades = GradeList(appearance)
        self._proof = ProofBlock(appearance, answers, field)
        self._items = ItemsBlock(appearance, answers, field)
        self._test = NextTestLine(appearance, words.label)
        self._reason: ReasonLine | None = None
        if kind == "negative" and section.scope == "profile":
            self._reason = ReasonLine(appearance, words.label)
            self._reason.given.connect(lambda why: self._answers.give_reason(self._field, why))
        self._lay_out(section)
        self.editor.edited.connect(self._on_edited)
        self.editor.sealed.connect(answers.seal)
        self._grades.chosen.connect(self._on_graded)
        self._test.sealed.connect(answers.seal)
        self._test.planned.connect(lambda plan: self._answers.plan_test(self._field, plan))
        self._written: Value | None = None
        self._proof.rebuilt.connect(self._order_tabs)
        self._items.rebuilt.connect(self._order_tabs)
        self.show_answer()
        self._order_tabs()

    @property
    def market(self) -> Market:
        """The market the question is worded for."""
        return self._answers.market

    def show_answer(self) -> None:
        """Show the answer as it is now."""
        answer = self._answers.find(self._field)
        if answer.value != self._written:
            self._written = answer.value
            self.editor.show_value(answer.value)
        if self._reason is not None:
            self._reason.show_answer(answer)
        self._grades.show_grade(answer_grade(answer))
        self._proof.show_proof(answer.evidence)
        self._items.show_answer(answer)
        self._test.show_plan(answer.next_test)

    def focus_editor(self) -> None:
        """Put the focus where the answer is typed."""
        focus_editor(self.editor, later=True)

    def prove(self) -> None:
        """Put the focus on the grade that holds; arrows choose another."""
        self._grades.focus_grade()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._examples.setVisible(self.window().height() >= self._appearance.px(_LOW_WINDOW))

    def _lay_out(self, section: Section) -> None:
        words = self._field.wording(self.market)
        place = f"{section.wording(self.market).label} · {words.label}"
        px = self._appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(PlainLabel(place, style="caption", tone="ink2", wrap=True))
        column.addWidget(PlainLabel(words.question, style="display", wrap=True))
        column.addWidget(PlainLabel(words.why, style="lead", tone="ink2", wrap=True))
        column.addSpacing(px(10))
        column.addWidget(self.editor)
        column.addSpacing(px(2))
        column.addWidget(self._examples)
        if self._reason is not None:
            column.addSpacing(px(8))
            column.addWidget(self._reason)
        column.addSpacing(px(18))
        column.addWidget(PlainLabel(_("How do you know?"), style="strong"))
        column.addSpacing(px(2))
        column.addWidget(self._grades)
        column.addSpacing(px(4))
        column.addWidget(self._proof)
        column.addWidget(self._items)
        column.addSpacing(px(4))
        column.addWidget(self._test)

    def _order_tabs(self) -> None:
        reason = (self._reason,) if self._reason is not None else ()
        order_tabs(self.editor, *reason, self._grades, self._proof, self._items, self._test)

    def _on_edited(self, value: Value | None) -> None:
        self._written = None if is_empty(value) else value
        self._answers.write(self._field, value)

    def _on_graded(self, grade: Grade) -> None:
        self._answers.grade(self._field, grade)
