"""One field of the form: label, weight, proof, question, editor, one hint, and what helps."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.checks.grades import Grade, answer_grade, grade_words, is_disputed
from icp_desktop.checks.weights import weight_in
from icp_desktop.documents.content import WEIGHT_NAMES
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence, NextTest, Source
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import NEGATIVE_WEIGHTS, WEIGHTS, Answer, ProfileKind, Weight
from icp_desktop.model.record import record
from icp_desktop.model.values import Value, is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.ui.marks import MarkKind
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.comment_thread import thread_of
from icp_desktop.ui.pages.editor_focus import focus_editor
from icp_desktop.ui.pages.guidance import Guidance
from icp_desktop.ui.pages.hint_line import HintLine
from icp_desktop.ui.pages.items_block import ItemsBlock
from icp_desktop.ui.pages.next_test_line import NextTestLine
from icp_desktop.ui.pages.proof_block import ProofBlock, SourceButtons
from icp_desktop.ui.pages.proof_menu import ProofMenu
from icp_desktop.ui.pages.proof_words import against_words, proof_notes
from icp_desktop.ui.pages.reason_line import ReasonLine
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import literal
from icp_desktop.ui.widgets.chips import EvidenceChip, WeightButton
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field

_CHIP = 160
_HEAD = 28


@record
class RowFrame:
    """What all rows of a form have in common."""

    answers: Answers
    kind: ProfileKind
    currency: str
    weighed: bool  # what is said of the business itself carries no weight
    who: str = ""  # in whose name comments are written


class FieldRow(QWidget):
    """Show one field and turn what the person does into edits.

    `set_open` unfolds what helps with the answer; `set_columns` gives proof and weight a column
    of their own at the right where there is room for one.
    """

    opened = Signal()

    def __init__(
        self, appearance: Appearance, frame: RowFrame, field: Field, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.wording = field.wording(frame.answers.market)
        self._appearance = appearance
        self._frame = frame
        self._answer = Answer(field=field.id)
        self._written: Value | None = None
        self._guidance: Guidance | None = None
        self._proof: ProofBlock | None = None
        self._sources: SourceButtons | None = None
        self._items: ItemsBlock | None = None
        self._hint: QWidget | None = None
        self._compose()
        self._name()
        self._show_proof_and_weight()

    @property
    def answer(self) -> Answer:
        """The answer that is shown."""
        return self._answer

    def show_answer(self, answer: Answer) -> None:
        """Show an answer; what is already shown is left alone, caret and all."""
        if answer is self._answer:
            return
        before, self._answer = self._answer, answer
        if answer.value != self._written:
            self._written = answer.value
            self.editor.show_value(answer.value)
        if self._reason is not None:
            self._reason.show_answer(answer)
        plain = (before.evidence, before.weight, before.next_test, is_empty(before.value))
        if plain != (answer.evidence, answer.weight, answer.next_test, is_empty(answer.value)):
            self._show_proof_and_weight()
        elif answer.value is not None and answer.value.kind in {"terms", "pairs"}:
            self._show_proof_and_weight()  # the items of a list carry proof of their own

    def set_open(self, open_: bool) -> None:
        """Unfold or fold what helps with the answer."""
        if open_ and self._guidance is None:
            self._guidance = Guidance(self._appearance, self.wording)
            self._proof = ProofBlock(self._appearance, self._frame.answers, self.field)
            self._details.addWidget(self._proof)
            self._sources = SourceButtons(self._appearance, self.wording.label)
            self._sources.asked.connect(lambda against: self._on_proof_added("outside", against))
            self._details.addWidget(self._sources)
            self._details.addWidget(self._guidance)
            self._items = ItemsBlock(self._appearance, self._frame.answers, self.field)
            self._details.insertWidget(1, self._items)
            self._proof.rebuilt.connect(self._order_tabs)
            self._items.rebuilt.connect(self._order_tabs)
            self._show_details()
            self._order_tabs()
        self._help.setVisible(open_)
        self.comments.set_open(open_)

    def set_columns(self, form: int, margin: int) -> None:
        """Take widths in pixels; without a margin the proof stands on the line of the label."""
        self._form.setFixedWidth(form)
        if bool(margin) == self._margin.isHidden():
            self._move_proof(to_margin=bool(margin))
        if margin:
            self._margin.setFixedWidth(margin)
        self._chip.setFixedWidth(margin or self._appearance.px(_CHIP))

    def focus_editor(self) -> None:
        """Put the focus where the answer is typed."""
        focus_editor(self.editor)

    def open_proof_menu(self) -> None:
        """Ask how the answer is known."""
        self._menu.popup(self._chip.mapToGlobal(QPoint(0, self._chip.height())))

    def _compose(self) -> None:
        px = self._appearance.px
        self._form = QWidget()
        self._label = PlainLabel(style="strong", wrap=True)
        self._weight = WeightButton(self._appearance)
        if not self._frame.weighed:
            self._weight.hide()
        self._chip = EvidenceChip(self._appearance)
        self._question = PlainLabel(self.wording.question, tone="ink2", wrap=True)
        self.editor = make_editor(
            self.field,
            self.wording,
            currency=self._frame.currency,
            appearance=self._appearance,
        )
        self._reason: ReasonLine | None = None
        if self._frame.weighed and self._frame.kind == "negative":
            self._reason = ReasonLine(self._appearance, self.wording.label)
        self._hint_box = QWidget()
        self._hints = QVBoxLayout(self._hint_box)
        self._hints.setContentsMargins(0, px(6), 0, 0)
        self._hint_box.hide()
        frame = self._frame
        self.comments = thread_of(self._appearance, frame.answers, self.field, frame.who)
        self._help = QWidget()
        self._details = QVBoxLayout(self._help)
        self._details.setContentsMargins(0, px(8), 0, 0)
        self._details.setSpacing(px(8))
        self._help.hide()
        self._compose_margin()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._appearance.px
        self._head = QHBoxLayout()
        self._head.setSpacing(px(8))
        self._head.addWidget(self._label, 1)
        self._head.addWidget(self._weight)
        self._head.addWidget(self._chip)
        self._label.setMinimumHeight(px(_HEAD))
        lines = QVBoxLayout(self._form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(self._head)
        lines.addWidget(self._question)
        lines.addSpacing(px(6))
        lines.addWidget(self.editor)
        if self._reason is not None:
            lines.addSpacing(px(6))
            lines.addWidget(self._reason)
        lines.addWidget(self._hint_box)
        lines.addWidget(self.comments)
        lines.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._form, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(px(52))
        row.addWidget(self._margin, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)

    def _compose_margin(self) -> None:
        self._margin = QWidget()
        self._notes = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._beside = QVBoxLayout(self._margin)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(self._appearance.px(6))
        self._beside.addWidget(self._notes)
        self._margin.hide()

    def _connect(self) -> None:
        answers = self._frame.answers
        self.editor.edited.connect(self._on_edited)
        self.editor.sealed.connect(answers.seal)
        self._weight.chosen.connect(self._on_weight)
        if self._reason is not None:
            self._reason.given.connect(self._on_reason)
        self._menu = ProofMenu(self._appearance, lambda: answer_grade(self._answer), self._chip)
        self._menu.graded.connect(self._on_graded)
        self._menu.proof_added.connect(self._on_proof_added)
        self._chip.setMenu(self._menu)

    def _name(self) -> None:
        self._label.setText(literal(self.wording.label))
        self._label.setAccessibleName(self.wording.label)
        self._label.setBuddy(self.editor.focus_widget())

    def _move_proof(self, *, to_margin: bool) -> None:
        if to_margin:
            self._beside.insertWidget(0, self._chip)
            self._beside.addWidget(self._weight, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._head.addWidget(self._weight)
            self._head.addWidget(self._chip)
        self._margin.setVisible(to_margin)

    def _show_proof_and_weight(self) -> None:
        answer = self._answer
        label = self.wording.label
        mark, words = chip_words(answer, self._frame.kind)
        self._chip.show_evidence(mark, words, disputed=is_disputed(answer))
        self._chip.setAccessibleName(_("How you know “{field}”: {words}", field=label, words=words))
        if self._frame.weighed:
            self._show_weight(label)
        notes = proof_notes(answer)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self._show_details()
        self._show_hint()

    def _show_details(self) -> None:
        if self._proof is not None and self._items is not None:
            self._proof.show_proof(self._answer.evidence)
            self._items.show_answer(self._answer)
        if self._sources is not None:
            self._sources.setVisible(not is_empty(self._answer.value))

    def _show_weight(self, label: str) -> None:
        offered = NEGATIVE_WEIGHTS if self._frame.kind == "negative" else WEIGHTS
        current = weight_in(self._answer.weight, self._frame.kind)
        self._weight.show_weights([(w, _(WEIGHT_NAMES[w])) for w in offered], current)
        words = _(WEIGHT_NAMES[current])
        self._weight.setAccessibleName(_("Weight of “{field}”: {words}", field=label, words=words))

    def _show_hint(self) -> None:
        """Show the one thing worth saying: what speaks against it, the plan, or a warning."""
        answer = self._answer
        if is_disputed(answer):
            words = _("Something speaks against it. {words}", words=against_words(answer))
            self._say("warning", words.strip())
        elif answer.next_test:
            self._show_plan(answer.next_test)
        elif not is_empty(answer.value) and answer_grade(answer) == "team":
            words = _("Only colleagues have said so. Customers may see it differently.")
            self._say("info", words, plan=True)
        else:
            self._put_hint(None)

    def _say(self, icon: str, words: str, *, plan: bool = False) -> None:
        hint = self._hint if isinstance(self._hint, HintLine) else HintLine(self._appearance)
        button = _("Ask in the next interviews") if plan else ""
        hint.say("warning" if icon == "warning" else "info", words, button, self._plan_interviews)
        self._put_hint(hint)

    def _show_plan(self, plan: NextTest) -> None:
        hint = self._hint
        if not isinstance(hint, NextTestLine):
            hint = NextTestLine(self._appearance, self.wording.label)
            hint.planned.connect(self._on_planned)
            hint.sealed.connect(self._frame.answers.seal)
        hint.show_plan(plan)
        self._put_hint(hint)

    def _put_hint(self, hint: HintLine | NextTestLine | None) -> None:
        if hint is self._hint:
            return
        if self._hint is not None:
            self._hint.hide()
            self._hint.deleteLater()
        self._hint = hint
        self._hint_box.setVisible(hint is not None)
        if hint is not None:
            self._hints.addWidget(hint)
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Lead Tab from the editor to what was unfolded below it later."""
        parts = (self.editor, self._reason, self._hint_box, self.comments)
        unfolded = (self._proof, self._items, self._sources)
        order_tabs(*(part for part in (*parts, *unfolded) if part is not None))

    def _plan_interviews(self) -> None:
        plan = NextTest(what=_("Ask in the next interviews"))
        self._frame.answers.seal()
        self._frame.answers.plan_test(self.field, plan)
        self._frame.answers.seal()
        if isinstance(self._hint, NextTestLine):
            self._hint.focus_button()

    def _on_planned(self, plan: NextTest) -> None:
        self._frame.answers.plan_test(self.field, plan)

    def _on_edited(self, value: Value | None) -> None:
        self._written = None if is_empty(value) else value
        self._frame.answers.write(self.field, value)

    def _on_weight(self, weight: Weight) -> None:
        self._frame.answers.weigh(self.field, weight)

    def _on_reason(self, reason: str) -> None:
        self._frame.answers.give_reason(self.field, reason)

    def _on_graded(self, grade: Grade) -> None:
        self._frame.answers.grade(self.field, grade)
        self._go_to_details(wanted=grade != "assumption")

    def _on_proof_added(self, source: Source, against: bool) -> None:
        piece = Evidence(id=new_id(), source=source, against=against)
        self._frame.answers.add_proof(self.field, piece)
        self._go_to_details(wanted=True)

    def _go_to_details(self, *, wanted: bool) -> None:
        """Open the row and go to the details of the proof that has just been chosen."""
        self.opened.emit()
        if self._proof is not None and wanted:
            self._proof.focus_last()


def chip_words(answer: Answer, kind: ProfileKind = "ideal") -> tuple[MarkKind, str]:
    """Return the mark and the words of a chip; a dot where nothing has been said yet."""
    if is_empty(answer.value) and not answer.evidence:
        return "open", _("Not answered yet")
    return answer_grade(answer), grade_words(answer, kind)
