"""What a pilot needs to begin: its name, what counts as success, from when to when."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.pilots import PilotPlan
from icp_desktop.model.pilot import Pilot
from icp_desktop.model.values import Day
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.day import DayEditor
from icp_desktop.ui.widgets.buttons import main_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.reading import clean

_LONGEST = 200
_WEEKS = 6


class PilotForm(Card):
    """Ask on the page itself; `planned` carries the plan, `others_asked` the wish for others."""

    planned = Signal(object)
    others_asked = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("next")
        self._appearance = appearance
        self._layout = QVBoxLayout(self)
        self.name, self.success = QLineEdit(), QLineEdit()
        self.start, self.end = DayEditor(appearance), DayEditor(appearance)
        self._title = PlainLabel(style="strong")
        self._layout.addWidget(self._title)
        self.balance = PlainLabel(tone="ink2", wrap=True)
        self._layout.addWidget(self.balance)
        self.others_button = quiet_button(_("Choose others in the list"), flush=True)
        self.others_button.clicked.connect(self.others_asked)
        self._layout.addWidget(self.others_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(_("What is it called?"), "", self.name)
        self._add(
            _("What counts as success?"),
            _("Such as a first order, or a demo that was held"),
            self.success,
        )
        self._layout.addWidget(self._days())
        self.problem = PlainLabel(style="caption", tone="danger", wrap=True)
        self.problem.hide()
        self._layout.addWidget(self.problem)
        self.begin_button = main_button(_("Start the pilot"))
        self.begin_button.clicked.connect(self._plan)
        cancel = quiet_button(_("Cancel"))
        cancel.clicked.connect(self.close_form)
        row = QHBoxLayout()
        row.addWidget(self.begin_button)
        row.addWidget(cancel)
        row.addStretch(1)
        self._layout.addLayout(row)
        self._fit()
        self.hide()
        appearance.changed.connect(self._fit)

    def begin(self, balance: str, today: date) -> None:
        """Ask for a new pilot."""
        name = _("Pilot of {day}", day=say_day(today))
        self._show(name, "", today, today + timedelta(weeks=_WEEKS))
        self._title.setText(_("Start a pilot"))
        self.begin_button.set_words(_("Start the pilot"))
        self.balance.setText(balance)
        self.balance.show()
        self.others_button.show()
        self.success.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def change(self, pilot: Pilot) -> None:
        """Ask for what is to be another in a pilot that runs."""
        self._show(pilot.name, pilot.success, pilot.start, pilot.end)
        self._title.setText(_("Change the pilot"))
        self.begin_button.set_words(_("Keep it"))
        self.balance.hide()
        self.others_button.hide()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say what is missing, "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def close_form(self) -> None:
        """Put it away; nothing of it is kept."""
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def _show(self, name: str, success: str, start: date, end: date) -> None:
        self.name.setText(name)
        self.success.setText(success)
        self.start.show_value(Day(day=start))
        self.end.show_value(Day(day=end))
        self.show_problem("")
        self.show()

    def _plan(self) -> None:
        start, end = self.start.value(), self.end.value()
        if not isinstance(start, Day) or not isinstance(end, Day):
            self.show_problem(_("Say from when to when it runs, with both days."))
            return
        name, success = (" ".join(clean(line.text()).split()) for line in (self.name, self.success))
        self.planned.emit(PilotPlan(name=name, success=success, start=start.day, end=end.day))

    def _add(self, words: str, hint: str, line: QLineEdit) -> None:
        label = PlainLabel(words, style="strong")
        label.setBuddy(line)
        line.setAccessibleName(words)
        line.setPlaceholderText(hint)
        line.setMaxLength(_LONGEST)
        line.returnPressed.connect(self._plan)
        self._layout.addWidget(label)
        self._layout.addWidget(line)

    def _days(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=24, row_gap=8)
        for words, editor in ((_("First day"), self.start), (_("Last day"), self.end)):
            pair = QWidget()
            column = QVBoxLayout(pair)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self._appearance.px(6))
            editor.describe(words, "")
            label = PlainLabel(words, style="strong")
            label.setBuddy(editor.focus_widget())
            column.addWidget(label)
            column.addWidget(editor)
            flow.addWidget(pair)
        return holder

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(20), px(16), px(20), px(16))
        self._layout.setSpacing(px(6))
