"""The items of a list, each with its own proof: one pain may be proven, the next assumed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.checks.grades import (
    PROVEN,
    Grade,
    evidence_words,
    is_item_disputed,
    item_grade,
)
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence, Source
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Answer
from icp_desktop.model.values import Pair
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.item_proofs import Item, item_proof, items_of
from icp_desktop.ui.pages.next_test_line import NextTestLine
from icp_desktop.ui.pages.proof_block import ProofBlock
from icp_desktop.ui.pages.proof_menu import ProofMenu
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.chips import EvidenceChip
from icp_desktop.ui.widgets.labels import ElidedLabel
from icp_desktop.worksheet.definitions import Field

_CHIP = 160


class ItemsBlock(QWidget):
    """Unfold the items of a list and say of each how it is known; hidden for all else.

    `rebuilt` says that controls came or went, for whoever keeps the order of Tab.
    """

    rebuilt = Signal()

    def __init__(
        self,
        appearance: Appearance,
        answers: Answers,
        field: Field,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._answers = answers
        self._field = field
        self._answer = Answer(field=field.id)
        self._unfolded = False
        self._lines: dict[str, _ItemLine] = {}
        self._fold = quiet_button("", flush=True)
        self._fold.clicked.connect(self._on_fold)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.px(6))
        self._rows.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_answer(self, answer: Answer) -> None:
        """Show the items of an answer, if it has any."""
        self._answer = answer
        items = items_of(answer.value)
        self.setVisible(bool(items))
        shown = items if self._unfolded else ()
        if [item.id for item in shown] != list(self._lines):
            self._rebuild(shown)
        for item in shown:
            self._lines[item.id].show_item(item, answer)
        words = _("Hide the items") if self._unfolded else _("Prove the items one by one")
        self._fold.set_words(words)
        icon: IconName = "chevron-up" if self._unfolded else "chevron-down"
        self._fold.setIcon(self._appearance.icons.icon(icon, size=16))

    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        self.show_answer(self._answer)

    def _rebuild(self, items: tuple[Item, ...]) -> None:
        kept = self._lines
        self._lines = {
            item.id: kept.pop(item.id) if item.id in kept else self._make(item) for item in items
        }
        for line in kept.values():
            line.hide()
            line.deleteLater()
        for number, line in enumerate(self._lines.values()):
            self._rows.insertWidget(number + 1, line)
        order_tabs(self._fold, *self._lines.values())
        self.rebuilt.emit()

    def _make(self, item: Item) -> "_ItemLine":
        line = _ItemLine(self._appearance, self._answers, self._field, item.id, self)
        line.rebuilt.connect(self.rebuilt)
        return line


class _ItemLine(QWidget):
    """One item with its chip and, below, the details of its proof."""

    rebuilt = Signal()

    def __init__(
        self, appearance: Appearance, answers: Answers, field: Field, item: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._answers = answers
        self._field = field
        self._item = item
        self._grade: Grade = "assumption"
        self._words = ElidedLabel()
        self._chip = EvidenceChip(appearance)
        self._chip.setFixedWidth(appearance.px(_CHIP))
        menu = ProofMenu(appearance, lambda: self._grade, self._chip)
        menu.graded.connect(self._on_graded)
        menu.proof_added.connect(self._on_proof_added)
        self._chip.setMenu(menu)
        self._proof = ProofBlock(appearance, answers, field, item)
        self._proof.rebuilt.connect(self._on_rebuilt)
        self._test = NextTestLine(appearance)
        self._test.planned.connect(lambda plan: answers.plan_test(field, plan, item))
        self._test.sealed.connect(answers.seal)
        head = QHBoxLayout()
        head.setSpacing(appearance.px(8))
        head.addWidget(self._words, 1)
        head.addWidget(self._chip)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(appearance.px(6))
        rows.addLayout(head)
        rows.addWidget(self._proof)
        rows.addWidget(self._test)

    def show_item(self, item: Item, answer: Answer) -> None:
        """Show an item of an answer."""
        text = item.first if isinstance(item, Pair) else item.text
        self._words.setText(text)
        proof = item_proof(answer, item)
        self._grade = item_grade(item, answer)
        behind = [each for each in proof if each.source == self._grade and each.speaks_for]
        words = evidence_words(self._grade, behind)
        disputed = any(each.speaks_against for each in item.evidence)
        self._chip.show_evidence(self._grade, words, disputed=disputed)
        self._chip.setAccessibleName(_("How you know “{field}”: {words}", field=text, words=words))
        self._proof.show_proof(proof)
        self._test.show_plan(item.next_test)
        self._test.button.setAccessibleName(_("Change the next test of “{field}”", field=text))
        doubted = self._grade not in PROVEN or is_item_disputed(item, answer)
        self._test.setVisible(doubted or bool(item.next_test))

    def _on_graded(self, grade: Grade) -> None:
        self._answers.grade(self._field, grade, self._item)
        if grade != "assumption":
            self._proof.focus_last()

    def _on_proof_added(self, source: Source, against: bool) -> None:
        piece = Evidence(id=new_id(), source=source, against=against)
        self._answers.add_proof(self._field, piece, self._item)
        self._proof.focus_last()

    def _on_rebuilt(self) -> None:
        order_tabs(self._chip, self._proof, self._test)
        self.rebuilt.emit()
