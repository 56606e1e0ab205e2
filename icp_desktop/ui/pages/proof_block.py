"""The pieces of proof of one answer, a line each, kept in step with the answer."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.answers import Answers
from icp_desktop.ui.pages.proof_line import ProofLine
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.roving import Roving
from icp_desktop.worksheet.definitions import Field


class ProofBlock(QWidget):
    """Edit the proof of an answer, or of one item of it; hidden while there is none.

    `rebuilt` says that lines came or went, for whoever keeps the order of Tab.
    """

    rebuilt = Signal()

    def __init__(
        self,
        appearance: Appearance,
        answers: Answers,
        field: Field,
        item: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("help", "proof")
        self._appearance = appearance
        self._answers = answers
        self._field = field
        self._item = item
        self._lines: list[ProofLine] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.px(8))
        self.hide()

    def show_proof(self, proof: tuple[Evidence, ...]) -> None:
        """Show a proof line by line; lines that stay keep their caret."""
        wanted = [piece.id for piece in proof]
        if [line.piece.id for line in self._lines] != wanted:
            self._rebuild(proof)
        label = self._field.wording(self._answers.market).label
        for number, (line, piece) in enumerate(zip(self._lines, proof, strict=True), 1):
            line.show_piece(piece)
            line.say_place(
                _("Proof {n} of {total} of “{field}”", n=number, total=len(proof), field=label)
            )
        self.setVisible(bool(wanted))

    def focus_last(self) -> None:
        """Go to the details of the newest piece of proof, if there is one."""
        if self._lines:
            line = self._lines[-1]
            # The line has just been made: it can take the focus once it is shown.
            QTimer.singleShot(0, line, lambda: line.first_control().setFocus())

    def _rebuild(self, evidence: tuple[Evidence, ...]) -> None:
        kept = {line.piece.id: line for line in self._lines}
        wanted = [
            kept.pop(piece.id) if piece.id in kept else self._make(piece) for piece in evidence
        ]
        self._lines = wanted
        for line in kept.values():
            line.hide()
            line.deleteLater()
        for number, line in enumerate(self._lines):
            self._rows.insertWidget(number, line)
        self.rebuilt.emit()

    def _make(self, piece: Evidence) -> ProofLine:
        line = ProofLine(self._appearance, piece, self._answers.known_sources, self)
        line.edited.connect(self._on_edited)
        line.sealed.connect(self._answers.seal)
        line.removed.connect(lambda: self._on_removed(line.piece.id))
        return line

    def _on_edited(self, piece: Evidence) -> None:
        self._answers.change_proof(self._field, piece, self._item)

    def _on_removed(self, piece_id: str) -> None:
        self._answers.remove_proof(self._field, piece_id, self._item)


class SourceButtons(QWidget):
    """Name a source with one click; `asked` says whether it speaks against the answer.

    One Tab stop, as it stands between two answers.
    """

    asked = Signal(bool)

    def __init__(self, appearance: Appearance, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(16))
        buttons: list[QAbstractButton] = []
        for words, against in ((_("Add a source"), False), (_("Add what speaks against it"), True)):
            button = quiet_button(words, flush=True)
            button.setAccessibleName(f"{words}, {label}")
            button.clicked.connect(lambda _on=False, against=against: self.asked.emit(against))
            row.addWidget(button)
            buttons.append(button)
        row.addStretch(1)
        self._roving = Roving(self)
        self._roving.set_buttons(buttons, len(buttons))
