"""One question asked in place, with the answer typed beside it; no dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card
from icp_desktop.worksheet.reading import clean

_LONGEST = 200
_LINE = 320


class AskLine(Card):
    """Ask for a line of text; Enter takes it, Esc leaves everything as it was."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Stay hidden until `ask`."""
        super().__init__("next", parent)
        self._appearance = appearance
        self._taken: Callable[[str], None] | None = None
        self._came_from: QWidget | None = None
        self._question = PlainLabel(style="strong", wrap=True)
        self._note = PlainLabel(tone="ink2", wrap=True)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.textEdited.connect(lambda _text: self._show_problem(""))
        self.line.returnPressed.connect(self._on_taken)
        self.take_button = other_button("")
        self.take_button.clicked.connect(self._on_taken)
        cancel = quiet_button(_("Cancel"))
        cancel.clicked.connect(self.leave)
        self._problem = PlainLabel(style="caption", tone="danger", wrap=True)
        holder = QWidget()
        flow = FlowLayout(holder, gap=appearance.px(12), row_gap=appearance.px(8))
        self.line.setMinimumWidth(appearance.px(_LINE))
        for part in (self.line, self.take_button, cancel):
            flow.addWidget(part)
        rows = QVBoxLayout(self)
        px = appearance.px
        rows.setContentsMargins(px(20), px(14), px(16), px(14))
        rows.setSpacing(px(4))
        for each in (self._question, self._note, holder, self._problem):
            rows.addWidget(each)
        self._question.setBuddy(self.line)
        self.hide()

    def ask(
        self,
        question: str,
        button: str,
        taken: Callable[[str], None],
        *,
        note: str = "",
        proposal: str = "",
    ) -> None:
        """Ask a question; `taken` is called with what was typed."""
        self._came_from = self.window().focusWidget()
        self._taken = taken
        self._question.setText(question)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.line.setAccessibleName(question)
        self.line.setAccessibleDescription(note)
        self.line.setText(proposal)
        self.line.selectAll()
        self.take_button.set_words(button)
        self._show_problem("")
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close without an answer and go back to where the person was."""
        self._taken = None
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _on_taken(self) -> None:
        words = " ".join(clean(self.line.text()).split())
        if not words:
            self._show_problem(_("Write a few words first."))
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        taken, self._taken = self._taken, None
        self.hide()
        if taken is not None:
            taken(words)

    def _show_problem(self, sentence: str) -> None:
        from icp_desktop.ui.widgets.states import set_state

        set_state(self.line, "error", bool(sentence))
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
