"""One question for a room with a projector: the question, the answer, and how it is known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.checks.grades import Grade, answer_grade, is_disputed
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence, Source
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import Market, ProfileKind
from icp_desktop.model.values import Value, is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.editor_focus import focus_editor
from icp_desktop.ui.pages.field_row import chip_words
from icp_desktop.ui.pages.proof_menu import ProofMenu
from icp_desktop.ui.pages.reason_line import ReasonLine
from icp_desktop.ui.widgets.chips import EvidenceChip
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field, Section

_CHIP = 200


class RoomCard(QWidget):
    """Ask one thing in large type and turn the answer into edits."""

    def __init__(
        self,
        appearance: Appearance,
        answers: Answers,
        section: Section,
        field: Field,
        *,
        place: str,
        currency: str,
        kind: ProfileKind,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a field; `place` says where in the worksheet the room is."""
        super().__init__(parent)
        self._answers = answers
        self._field = field
        self._kind: ProfileKind = kind
        self._written: Value | None = None
        words = field.wording(answers.market)
        self.editor = make_editor(field, words, currency=currency, appearance=appearance)
        self.editor.set_scale_large(True)
        self.editor.edited.connect(self._on_edited)
        self.editor.sealed.connect(answers.seal)
        self._chip = EvidenceChip(appearance)
        self._chip.setFixedWidth(appearance.px(_CHIP))
        menu = ProofMenu(appearance, lambda: answer_grade(answers.find(field)), self._chip)
        menu.graded.connect(self._on_graded)
        menu.proof_added.connect(self._on_proof_added)
        self._chip.setMenu(menu)
        self._reason: ReasonLine | None = None
        if kind == "negative" and section.scope == "profile":
            self._reason = ReasonLine(appearance, words.label)
            self._reason.given.connect(lambda why: answers.give_reason(field, why))
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(PlainLabel(place, style="caption", tone="ink2", wrap=True))
        column.addWidget(PlainLabel(words.question, style="display", wrap=True))
        column.addWidget(PlainLabel(words.why, style="lead", tone="ink2", wrap=True))
        column.addSpacing(px(12))
        column.addWidget(self.editor)
        if self._reason is not None:
            column.addWidget(self._reason)
        column.addSpacing(px(12))
        column.addWidget(PlainLabel(_("How do you know?"), style="caption", tone="ink2"))
        column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_answer()

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
        mark, words = chip_words(answer, self._kind)
        self._chip.show_evidence(mark, words, disputed=is_disputed(answer))
        label = self._field.wording(self.market).label
        self._chip.setAccessibleName(_("How you know “{field}”: {words}", field=label, words=words))

    def focus_editor(self) -> None:
        """Put the focus where the answer is typed."""
        focus_editor(self.editor, later=True)

    def _on_edited(self, value: Value | None) -> None:
        self._written = None if is_empty(value) else value
        self._answers.write(self._field, value)

    def _on_graded(self, grade: Grade) -> None:
        self._answers.grade(self._field, grade)

    def _on_proof_added(self, source: Source, against: bool) -> None:
        piece = Evidence(id=new_id(), source=source, against=against)
        self._answers.add_proof(self._field, piece)
