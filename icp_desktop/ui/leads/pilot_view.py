"""Pilots: what came of each, and a place to log how its leads went."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.charts import Chart, Inks, draw_shares, shares_of
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.insight.lead_words import say_inside
from icp_desktop.insight.pilots import (
    WENT_NAMES,
    PilotPlan,
    leads_in,
    make_pilot,
    refuse_plan,
    result_of,
    say_balance,
    say_result,
    say_span,
)
from icp_desktop.insight.scoring import Scored
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.pilot import WENTS, Pilot
from icp_desktop.model.project import Project
from icp_desktop.model.trial_edits import LogWent
from icp_desktop.ui.customers.tab_view import TabView
from icp_desktop.ui.leads.pilot_form import PilotForm
from icp_desktop.ui.leads.pilot_table import PilotTable
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.page import LEADS, Context, Place
from icp_desktop.ui.talks.labelled import DetailCombo
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.chart_view import ChartView
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import PageScroll

_WIDEST_CHART = 420


class PilotView(TabView):
    """Shows one pilot; `begin_asked` is the wish for another."""

    begin_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Show none yet."""
        super().__init__()
        self._context = context
        look = context.appearance
        self._profile = ""
        self._pilot: Pilot | None = None
        self._new: tuple[Scored, tuple[int, ...]] | None = None  # the leads of one that begins
        self._row = -1
        self.begin_button = other_button(_("Start a pilot…"))
        self.begin_button.setParent(self)  # until the window puts it into the head of the page
        self.begin_button.hide()
        self.begin_button.clicked.connect(self.begin_asked)
        self.form = PilotForm(look)
        self.choice = DetailCombo(look)
        self.choice.setAccessibleName(_("Which pilot"))
        self.name = PlainLabel(style="lead_strong", wrap=True)
        self.span = PlainLabel(tone="ink2", wrap=True)
        self.success = PlainLabel(tone="ink2", wrap=True)
        self.said = PlainLabel(wrap=True)
        self.inside = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.chart = ChartView(look)
        self.who = PlainLabel(style="strong", wrap=True)
        self.went = Segment([(each, _(WENT_NAMES[each])) for each in WENTS], name=_("How it went"))
        self.change_button = quiet_button(_("Change…"))
        self.remove_button = quiet_button(_("Remove"))
        self.table = PilotTable(look)
        self.empty = EmptyState(
            _("No pilot yet"),
            _(
                "A pilot tries the profile on some leads for some weeks: say beforehand what "
                "counts as success, then log how each of them went. It shows whether those inside "
                "the profile do better than those outside."
            ),
            _("Start a pilot…"),
        )
        self._compose()
        self._connect()
        self._fit()
        look.changed.connect(self._fit)

    def begin(self, scored: Scored, rows: tuple[int, ...]) -> None:
        """Ask what a pilot over some rows of a scored list needs to begin."""
        self._new = scored, rows
        leads = leads_in(scored, rows)
        inside = sum(1 for each in leads if each.inside)
        self.form.begin(say_balance(inside, len(leads) - inside), today())
        self._show()

    def head_widgets(self) -> tuple[QWidget, ...]:
        """Return what stands at the right of the page head."""
        return (self.begin_button,)

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        if place.section:
            self._choose(place.section)
        self._show()

    @override
    def take_project(self, project: Project) -> None:
        self._choose(self._pilot.id if self._pilot else "")
        self._show()

    @override
    def place(self) -> Place:
        shown = self._pilot.id if self._pilot else ""
        return Place(page=LEADS, profile=self._profile, view="pilots", section=shown)

    def _choose(self, pilot_id: str) -> None:
        """Show the pilot with an id, else the newest."""
        pilots = self._context.project.pilots
        found = next((each for each in pilots if each.id == pilot_id), None)
        self._pilot = found or (pilots[-1] if pilots else None)

    def _show(self) -> None:
        asking = not self.form.isHidden()
        pilot = self._pilot
        self._shown.setVisible(pilot is not None)
        self.empty.setVisible(pilot is None and not asking)
        self._stretch.setVisible(pilot is None)
        if pilot is None:
            return
        pilots = self._context.project.pilots
        self.choice.show_entries([(each.id, each.name) for each in pilots])
        self.choice.show_id(pilot.id)
        self.choice.setVisible(len(pilots) > 1)
        self.name.setVisible(len(pilots) == 1)
        self.name.setText(pilot.name)
        self.span.setText(say_span(pilot, today()))
        self.success.setText(_("Success: {words}", words=pilot.success))
        self.said.setText(say_result(pilot))
        counts = result_of(pilot).found.counts
        both = bool(counts.of_best and counts.of_others)
        self.chart.setVisible(both)
        bars = _("Upper bar: inside, lower bar: outside; thin lines: where the true share may lie.")
        self.inside.setText(f"{bars} {say_inside()}" if both else say_inside())
        best, others = shares_of(counts)

        def draw(width: float, inks: Inks) -> Chart:
            return draw_shares(best, others, width, 4.0, 1.6, inks=inks, words=say_result(pilot))

        self.chart.show_chart(draw)
        self.table.leads.show_leads(pilot.leads)
        if self._row < 0 or self.table.leads.lead(self._row) is None:
            self.table.selectRow(self.table.leads.next_open(-1))
        self._show_lead()

    def _show_lead(self) -> None:
        lead = self.table.leads.lead(self._row)
        self.went.setEnabled(lead is not None)
        if lead is not None:
            self.who.setText(_("How it went with {name}", name=lead.name))
            self.went.show_choice(lead.went)

    def _on_marked(self, row: int) -> None:
        self._row = row
        self.table.scrollTo(self.table.leads.index(row, 0))
        self._show_lead()

    def _on_went(self, said: str) -> None:
        lead, pilot = self.table.leads.lead(self._row), self._pilot
        went = next((each for each in WENTS if each == said), None)
        if lead is None or pilot is None or went is None:
            return
        label = _("how it went with {name}", name=lead.name)
        edit = LogWent(pilot=pilot.id, lead=lead.name, went=went, label=label)
        noted = _("Noted for {name}.", name=lead.name)
        if self._context.take(edit, noted) and went != "open":
            self.table.selectRow(self.table.leads.next_open(self._row))

    def _on_planned(self, plan: PilotPlan) -> None:
        try:
            if self._new is not None:
                scored, rows = self._new
                pilot = make_pilot(scored, rows, self._profile, plan)
                said = _("“{name}” has begun.", name=pilot.name)
            else:
                assert self._pilot is not None
                refuse_plan(plan)
                pilot = replace(
                    self._pilot,
                    name=plan.name,
                    success=plan.success,
                    start=plan.start,
                    end=plan.end,
                )
                said = _("“{name}” is changed.", name=pilot.name)
        except KnownError as error:
            self.form.show_problem(str(error))
            return
        self._new = None
        self._pilot = pilot
        self.form.hide()
        edit = PutItem(folder="pilots", item=pilot, label=_("the pilot “{n}”", n=pilot.name))
        if not self._context.take(edit, said):
            self._show()
        self.table.setFocus()

    def _on_change(self) -> None:
        if self._pilot is not None:
            self._new = None
            self.form.change(self._pilot)
            self._show()

    def _on_remove(self) -> None:
        pilot = self._pilot
        if pilot is not None:
            label = _("the pilot “{n}”", n=pilot.name)
            edit = RemoveItem(folder="pilots", item=pilot.id, label=label)
            self._context.take(edit, _("“{name}” is removed.", name=pilot.name))

    def _on_chosen(self, pilot_id: str) -> None:
        self._row = -1
        self._choose(pilot_id)
        self._show()
        self.go_asked.emit(self.place())

    def _compose(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._shown = QWidget()
        inner = QVBoxLayout(self._shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(self._context.appearance.px(10))
        head = QHBoxLayout()
        left = Qt.AlignmentFlag.AlignLeft
        head.addWidget(self.name, 1)
        head.addWidget(self.choice, 1, left)
        head.addWidget(self.change_button)
        head.addWidget(self.remove_button)
        inner.addLayout(head)
        for part in (self.span, self.success, self.said):
            inner.addWidget(part)
        inner.addWidget(self.chart)
        inner.addWidget(self.inside)
        log = QWidget()
        flow = FlowLayout(log, gap=16, row_gap=8)
        flow.addWidget(self.who)
        flow.addWidget(self.went)
        inner.addWidget(log)
        inner.addWidget(self.table, 1)
        self._stretch = QWidget()
        self._column.addWidget(self.form)
        self._column.addWidget(self._shown, 1)
        self._column.addWidget(self.empty)
        self._column.addWidget(self._stretch, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageScroll(content))

    def _connect(self) -> None:
        self.empty.asked.connect(self.begin_asked)
        self.form.planned.connect(self._on_planned)
        self.form.closed.connect(self._show)
        self.form.others_asked.connect(
            lambda: self.go_asked.emit(Place(page=LEADS, profile=self._profile))
        )
        self.choice.picked.connect(self._on_chosen)
        self.change_button.clicked.connect(self._on_change)
        self.remove_button.clicked.connect(self._on_remove)
        self.table.marked.connect(self._on_marked)
        self.went.chosen.connect(self._on_went)

    def _fit(self) -> None:
        px = self._context.appearance.px
        self._column.setContentsMargins(px(32), px(16), px(32), px(16))
        self._column.setSpacing(px(12))
        self.chart.setMaximumWidth(px(_WIDEST_CHART))
