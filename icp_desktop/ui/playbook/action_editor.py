"""What is to be done, typed in place: what, who and by when."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.play import Action
from icp_desktop.model.values import Day, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.day import DayEditor
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.reading import clean

_LONGEST, _WHO, _DAY = 500, 176, 176


class ActionEditor(QWidget):
    """Edit an action; `edited` carries it as it becomes, Escape brings back what it was.

    `finished` says that the person is done; nothing is edited while `what` is empty.
    """

    edited = Signal(object)
    finished = Signal()

    def __init__(self, appearance: Appearance, button: str, hint: str) -> None:
        """Say what the button says and what the first field asks for."""
        super().__init__()
        self._appearance = appearance
        self._action = self._before = Action(id="", profile="")
        self.what, self.who = QLineEdit(), QLineEdit()
        for line, words, shown in (
            (self.what, _("What is to be done"), hint),
            (self.who, _("Who does it"), _("Who")),
        ):
            line.setMaxLength(_LONGEST)
            line.setAccessibleName(words)
            line.setPlaceholderText(shown)
            line.returnPressed.connect(self.finished)
        self.what.textEdited.connect(lambda text: self._take(what=clean(text).strip()))
        self.who.textEdited.connect(lambda text: self._take(who=clean(text).strip()))
        self.day = DayEditor(appearance, width=_DAY)
        self.day.describe(_("By when"), "")
        self.day.edited.connect(self._on_day)
        self.done_button = other_button(button)
        self.done_button.clicked.connect(self.finished)
        self.cancel_button = quiet_button(_("Cancel"))
        self.cancel_button.clicked.connect(self.give_up)
        self._compose()

    @property
    def action(self) -> Action:
        """The action as it is typed."""
        return self._action

    def start(self, action: Action) -> None:
        """Show an action to be edited."""
        self._before = action
        self.show_action(action)

    def show_action(self, action: Action) -> None:
        """Show another state; the caret stays where nothing differs."""
        self._action = action
        for line, text in ((self.what, action.what), (self.who, action.who)):
            if clean(line.text()).strip() != text:
                line.setText(text)
        self.day.show_value(None if action.by is None else Day(day=action.by))

    def give_up(self) -> None:
        """Bring back what was there before, and end."""
        if self._action != self._before:
            self._action = self._before
            self.edited.emit(self._before)
        self.finished.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _on_day(self, value: Value | None) -> None:
        self._take(by=value.day if isinstance(value, Day) else None)

    def _take(self, **details: object) -> None:
        self._action = replace(self._action, **details)  # type: ignore[arg-type]
        if self._action.what:
            self.edited.emit(self._action)

    def _compose(self) -> None:
        px = self._appearance.px
        details = QWidget()
        flow = FlowLayout(details, gap=px(8), row_gap=px(8))
        self.who.setFixedWidth(px(_WHO))
        when = QWidget()
        beside = QHBoxLayout(when)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(8))
        beside.addWidget(PlainLabel(_("by"), tone="ink2"))
        beside.addWidget(self.day)
        for each in (self.who, when, self.done_button, self.cancel_button):
            flow.addWidget(each)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(8))
        rows.addWidget(self.what)
        rows.addWidget(details)
