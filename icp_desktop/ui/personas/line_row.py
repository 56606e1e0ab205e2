"""One line of a card: how it is known, its words, and, while one is at it, its proof."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.checks.grades import Grade
from icp_desktop.checks.source_log import LoggedSource
from icp_desktop.documents.persona_content import CardLine
from icp_desktop.i18n import _
from icp_desktop.model.evidence import SOURCES
from icp_desktop.model.persona import PersonaLine
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import MARK_SIZE, mark_icon
from icp_desktop.ui.pages.proof_line import ProofLine
from icp_desktop.ui.pages.proof_menu import ProofMenu
from icp_desktop.ui.personas.persona_changes import PersonaChanges
from icp_desktop.ui.widgets.buttons import IconButton
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.tooltips import set_tool_tip
from icp_desktop.worksheet.reading import clean

_SIDE = 34


class LineText(GrowingText):
    """The words of a line: one paragraph; Enter goes on to the next."""

    finished = Signal()
    written = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, least_lines=1)
        self.textChanged.connect(lambda: self.written.emit(" ".join(self._plain().split("\n"))))

    def _plain(self) -> str:
        return clean(self.toPlainText())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class MarkButton(QToolButton):
    """The mark of a line; its menu says how the line is known."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._grade: Grade = "assumption"
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_grade(self, grade: Grade, name: str) -> None:
        """Show how the line is known."""
        self.setAccessibleName(name)
        set_tool_tip(self, name)
        if grade != self._grade:
            self._grade = grade
            self._fit()

    def _fit(self) -> None:
        px = self._appearance.px
        self.setIcon(mark_icon(self._grade, self._appearance.theme))
        self.setIconSize(QSize(px(MARK_SIZE), px(MARK_SIZE)))
        self.setFixedSize(px(_SIDE), px(_SIDE))


class LineRow(QWidget):
    """Shows and changes one line; `finished` says that Enter was pressed in it."""

    finished = Signal()
    rebuilt = Signal()

    def __init__(
        self,
        appearance: Appearance,
        changes: PersonaChanges,
        persona: str,
        line: str,
        known: Callable[[], tuple[LoggedSource, ...]],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._changes = changes
        self._persona, self._line = persona, line
        self._known = known
        self._grade: Grade = "assumption"
        self._unfolded = False
        self._proofs: list[ProofLine] = []
        self.mark = MarkButton(appearance)
        menu = ProofMenu(appearance, lambda: self._grade, self.mark)
        menu.graded.connect(self._on_graded)
        menu.proof_added.connect(self._on_proof_added)
        self.mark.setMenu(menu)
        self.text = LineText(appearance)
        self.text.written.connect(lambda text: changes.write_line(persona, line, text))
        self.text.finished.connect(self.finished)
        self.remove = IconButton(appearance, "close", _("Remove the line"), size=16, side=_SIDE)
        self.remove.clicked.connect(lambda: changes.remove_line(persona, line))
        self._said = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._said.hide()
        self._details = QWidget()
        self._rows = QVBoxLayout(self._details)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.px(8))
        self._details.hide()
        self._compose()

    def show_line(
        self, line: PersonaLine, content: CardLine, place: str, quotes: Sequence[str]
    ) -> None:
        """Show a line with the quotes behind it; `place` says which of how many it is, of what."""
        self._grade = content.grade
        known = content.known_words
        self.mark.show_grade(
            content.grade, _("How you know “{field}”: {words}", field=line.text, words=known)
        )
        self.text.show_text(line.text)
        self.text.setAccessibleName(place)
        self.text.setAccessibleDescription(known)
        self.remove.setAccessibleName(_("Remove “{words}”", words=line.text or place))
        self._said.setText("\n".join((known, *quotes)))
        if [each.piece.id for each in self._proofs] != [each.id for each in line.evidence]:
            self._rebuild(line)
        for proof, piece in zip(self._proofs, line.evidence, strict=True):
            proof.show_piece(piece)

    def unfold(self, *, unfolded: bool) -> None:
        """Show what the line rests on, while one is at it."""
        self._unfolded = unfolded
        self._said.setVisible(unfolded)
        self._details.setVisible(unfolded and bool(self._proofs))

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through in the line."""
        return [self.mark, self.text, self.remove, *self._proofs]

    def focus_text(self) -> None:
        """Put the caret behind the words."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.text.setTextCursor(cursor)

    def _rebuild(self, line: PersonaLine) -> None:
        kept = {each.piece.id: each for each in self._proofs}
        self._proofs = [
            kept.pop(each.id)
            if each.id in kept
            else self._make(ProofLine(self._appearance, each, self._known))
            for each in line.evidence
        ]
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        for number, proof in enumerate(self._proofs):
            self._rows.insertWidget(number, proof)
        self.unfold(unfolded=self._unfolded)
        self.rebuilt.emit()

    def _make(self, proof: ProofLine) -> ProofLine:
        changes, persona, line = self._changes, self._persona, self._line
        proof.edited.connect(lambda piece: changes.change_proof(persona, line, piece))
        proof.sealed.connect(changes.seal)
        proof.removed.connect(lambda: changes.remove_proof(persona, line, proof.piece.id))
        return proof

    def _on_graded(self, grade: Grade) -> None:
        self._changes.grade(self._persona, self._line, grade)
        if grade != "assumption":
            self._focus_last()

    def _on_proof_added(self, source: str, against: bool) -> None:
        named = next(each for each in SOURCES if each == source)
        self._changes.add_proof(self._persona, self._line, named, against=against)
        self._focus_last()

    def _focus_last(self) -> None:
        self.unfold(unfolded=True)
        if self._proofs:
            last = self._proofs[-1]
            # The line has just been made: it can take the focus once it is shown.
            QTimer.singleShot(0, last, lambda: last.first_control().setFocus())

    def _compose(self) -> None:
        px = self._appearance.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(2))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.mark, 0, 0, top)
        grid.addWidget(self.text, 0, 1, top)
        grid.addWidget(self.remove, 0, 2, top)
        grid.addWidget(self._said, 1, 1, 1, 2)
        grid.addWidget(self._details, 2, 1, 1, 2)
