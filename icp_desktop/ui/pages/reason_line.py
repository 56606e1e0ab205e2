"""Why an answer rules a customer out or warns of them: one of five reasons, or one's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from icp_desktop.documents.words import REASON_NAMES
from icp_desktop.i18n import _
from icp_desktop.model.project import REASONS, Answer
from icp_desktop.model.values import is_empty
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.reading import clean

_OWN = "own"
_LONGEST = 200
_LINE = 240


class ReasonLine(QWidget):
    """Ask for the reason below an answer of “Not a fit”; `given` carries its id or own words.

    Where nothing is answered yet there is nothing to give a reason for, and the line is hidden.
    """

    given = Signal(str)

    def __init__(self, appearance: Appearance, field: str, parent: QWidget | None = None) -> None:
        """Name the field for screen readers."""
        super().__init__(parent)
        self._reason = ""
        label = PlainLabel(_("Because of"), style="caption", tone="ink2")
        self.choice = Combo()
        self.choice.setAccessibleName(_("Why “{field}” is not a fit", field=field))
        self.choice.addItem(_("No reason yet"), "")
        for each in REASONS:
            self.choice.addItem(_(REASON_NAMES[each]), each)
        self.choice.addItem(_("My own words"), _OWN)
        self.choice.activated.connect(self._on_chosen)
        label.setBuddy(self.choice)
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(_("Why do they not fit?"))
        self.line.setAccessibleName(_("Your own reason for “{field}”", field=field))
        self.line.setMinimumWidth(appearance.px(_LINE))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.editingFinished.connect(self._on_written)
        self.line.hide()
        self._flow = FlowLayout(self, gap=appearance.px(8), row_gap=appearance.px(6))
        for part in (label, self.choice, self.line):
            self._flow.addWidget(part)
        self.hide()

    def show_answer(self, answer: Answer) -> None:
        """Show the reason of an answer; what is being written stays."""
        self.setVisible(not is_empty(answer.value))
        if answer.reason == self._reason and self.choice.currentIndex() >= 0:
            return
        self._reason = answer.reason
        own = bool(answer.reason) and answer.reason not in REASONS
        self.choice.show_id(_OWN if own else answer.reason)
        self.line.setText(answer.reason if own else "")
        self._show_line(own)

    def _on_chosen(self) -> None:
        chosen = self.choice.current_id()
        self._show_line(chosen == _OWN)
        if chosen == _OWN:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif chosen != self._reason:
            self._give(chosen)

    def _show_line(self, shown: bool) -> None:
        self.line.setVisible(shown)
        self._flow.set_fill_last(shown)

    def _on_written(self) -> None:
        words = clean(self.line.text()).strip()
        if self.line.isHidden() or words == self._reason:
            return
        if words or self._reason not in REASONS:
            self._give(words)

    def _give(self, reason: str) -> None:
        self._reason = reason
        self.given.emit(reason)
