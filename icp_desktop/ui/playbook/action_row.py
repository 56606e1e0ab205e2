"""One thing to be done: ticked when it is, red where it is late."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.play import Action
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.moments import say_day
from icp_desktop.ui.playbook.action_editor import ActionEditor
from icp_desktop.ui.widgets.buttons import icon_button
from icp_desktop.ui.widgets.labels import PlainLabel

_NAMED = 60


class ActionRow(QWidget):
    """Show an action; `put` carries it as it becomes, `removed` nothing."""

    put = Signal(object)
    sealed = Signal()
    removed = Signal()

    def __init__(self, appearance: Appearance, action: Action, today: date) -> None:
        super().__init__()
        self._appearance = appearance
        self._today = today
        self.action = action
        self.editor: ActionEditor | None = None
        self.tick = QCheckBox()
        self.tick.clicked.connect(self._on_ticked)
        self._what = PlainLabel(wrap=True)
        self._when = PlainLabel(style="caption", wrap=True)
        self.edit_button = icon_button(appearance, "pencil", _("Edit"))
        self.edit_button.clicked.connect(self.edit)
        self.remove_button = icon_button(appearance, "trash", _("Remove"))
        self.remove_button.clicked.connect(self.removed)
        self._compose()
        self.show_action(action)

    def show_action(self, action: Action) -> None:
        """Show the action as it is now; what is being typed stays."""
        self.action = action
        self.tick.setChecked(action.done is not None)
        named = action.what[:_NAMED]
        self.tick.setAccessibleName(_("Done: {action}", action=named))
        self.edit_button.setAccessibleName(_("Edit “{action}”", action=named))
        self.remove_button.setAccessibleName(_("Remove “{action}”", action=named))
        self._what.setText(action.what)
        self._what.set_tone("ink" if action.done is None else "ink2")
        self._when.setText(when_words(action, self._today))
        self._when.set_tone("danger" if action.is_late(self._today) else "ink2")
        self._when.setVisible(bool(self._when.text()))
        if self.editor is not None and self.editor.isVisible():
            self.editor.show_action(action)

    def edit(self) -> None:
        """Let the person change what, who and when."""
        if self.editor is None:
            self.editor = ActionEditor(self._appearance, _("Done"), _("What is to be done"))
            self.editor.edited.connect(self.put)
            self.editor.finished.connect(self._end)
            self._rows.addWidget(self.editor)
        self.editor.start(self.action)
        self._reading.hide()
        self.editor.show()
        first = self.editor.what if self.action.who else self.editor.who
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        assert self.editor is not None
        self.editor.hide()
        self._reading.show()
        self.sealed.emit()
        self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ticked(self, done: bool) -> None:
        self.put.emit(replace(self.action, done=self._today if done else None))
        self.sealed.emit()

    def _compose(self) -> None:
        px = self._appearance.px
        self._reading = QWidget()
        words = QVBoxLayout()
        words.setContentsMargins(0, px(2), 0, 0)
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._when)
        line = QHBoxLayout(self._reading)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.tick, 0, top)
        line.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.edit_button, self.remove_button):
            buttons.addWidget(button, 0, top)
        line.addLayout(buttons)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, px(6), 0, px(8))
        self._rows.addWidget(self._reading)


def when_words(action: Action, today: date) -> str:
    """Return who does it by when: "Nadia, by 12 December. Overdue."."""
    if action.by is None:
        return action.who
    day = say_day(action.by)
    if not action.who:
        words = _("By {day}", day=day)
    else:
        words = _("{who}, by {day}", who=action.who, day=day)
    return _("Overdue: {words}", words=words) if action.is_late(today) else words
