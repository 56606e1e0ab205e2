"""When the next review is, what else calls for one, and the reminder for the calendar."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.documents.reminder import check_next
from icp_desktop.documents.review_words import RHYTHM_NAMES
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.review import RHYTHMS, ReviewPlan, Rhythm, Trigger, next_day
from icp_desktop.model.review_edits import planned_next
from icp_desktop.model.values import Day, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.day import DayEditor
from icp_desktop.ui.editors.problem_line import ProblemLine
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.reviews.trigger_list import TriggerList
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.reading import clean

_DAY, _LONGEST = 170, 200


class NextReview(QWidget):
    """Edit the plan; `planned` carries rhythm and day, the rest what calls for a review."""

    planned = Signal(str, object)
    trigger_put = Signal(object)
    trigger_removed = Signal(str)
    reminder_asked = Signal(bool)

    def __init__(self, appearance: Appearance) -> None:
        """Show no plan yet."""
        super().__init__()
        self._appearance = appearance
        self._plan = ReviewPlan()
        self.rhythm = Combo()
        self.rhythm.setAccessibleName(_("How often the profile is looked at again"))
        for each in (*RHYTHMS[1:], ""):
            self.rhythm.addItem(_(RHYTHM_NAMES[_rhythm(each)]), each)
        self.rhythm.activated.connect(self._on_rhythm)
        self.day = DayEditor(appearance, width=_DAY)
        self.day.describe(_("Next review"), "")
        self.day.edited.connect(self._on_day)
        self._problem = ProblemLine(appearance)
        self._after = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.triggers = TriggerList(appearance)
        self.triggers.put.connect(self.trigger_put)
        self.triggers.removed.connect(self.trigger_removed)
        self.own = QLineEdit()
        self.own.setMaxLength(_LONGEST)
        self.own.setPlaceholderText(_("Something else, such as a new law…"))
        self.own.setAccessibleName(_("Something else that calls for a review"))
        self.own.returnPressed.connect(self._on_own)
        self.remind = quiet_button(
            _("Save a reminder for your calendar…"),
            icon=appearance.icons.icon("calendar", size=18),
            flush=True,
        )
        self.with_client = QCheckBox(_("With the client’s name"))
        self.remind.clicked.connect(lambda: self.reminder_asked.emit(self.with_client.isChecked()))
        self._compose()

    @property
    def problem(self) -> str:
        """What is wrong with the day that was typed, "" if nothing is."""
        return self._problem.sentence

    def show_plan(self, plan: ReviewPlan) -> None:
        """Show when the next review is, and what a finished one would make of that."""
        self._plan = plan
        self.rhythm.show_id(plan.rhythm)
        self.day.show_value(Day(day=plan.next) if plan.next else None)
        if self.triggers.show_triggers(plan.triggers):
            steps = (self.rhythm, self.day, self.remind, self.with_client)
            order_tabs(*steps, self.triggers, self.own)
        now = today()
        late = plan.next is not None and plan.next <= now
        after = planned_next(plan, plan.rhythm, now)
        self._after.setText(
            _("After this review: {day}.", day=say_day(after))
            if late and after
            else _("After this review no day is planned. Choose a later one.")
            if late
            else ""
        )
        self._after.setVisible(late)
        self.remind.setEnabled(plan.next is not None)
        self.with_client.setEnabled(plan.next is not None)
        self._problem.say("")

    def _on_rhythm(self) -> None:
        rhythm = _rhythm(self.rhythm.current_id())
        day = self._plan.next
        if rhythm and (day is None or day > today()):
            day = next_day(rhythm, today())
        self.planned.emit(rhythm, day)

    def _on_day(self, value: Value | None) -> None:
        day: date | None = value.day if isinstance(value, Day) else None
        if day is not None:
            try:
                check_next(day, today())
            except KnownError as error:
                self._problem.say(str(error))
                return
        self._problem.say("")
        self.planned.emit(self._plan.rhythm, day)

    def _on_own(self) -> None:
        text = clean(self.own.text()).strip()
        if text:
            self.own.clear()
            self.trigger_put.emit(Trigger(id=new_id(), occasion="own", text=text))

    def _compose(self) -> None:
        px = self._appearance.px
        plan = QWidget()
        flow = FlowLayout(plan, gap=px(8), row_gap=px(8))
        flow.addWidget(self.rhythm)
        flow.addWidget(self.day)
        saved = QHBoxLayout()
        saved.addWidget(self.remind)
        saved.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(plan)
        column.addWidget(self._problem)
        column.addWidget(self._after)
        column.addLayout(saved)
        column.addWidget(self.with_client)
        column.addSpacing(px(8))
        column.addWidget(PlainLabel(_("Or earlier, when"), style="strong"))
        column.addWidget(self.triggers)
        column.addWidget(self.own)


def _rhythm(text: str) -> Rhythm:
    return next((each for each in RHYTHMS if each == text), "")
