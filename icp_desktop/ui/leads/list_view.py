"""The scored list: who fits how well, and what to ask next."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.customers import customers_of, leads_of
from icp_desktop.insight.lessons import Lessons, lessons
from icp_desktop.insight.scoring import Criterion, Scored, score
from icp_desktop.insight.won_lost import State, lead_table, states_of
from icp_desktop.model.items import PutItem
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.table import Table
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.doubles import without_rows
from icp_desktop.tables.noting import with_note
from icp_desktop.ui.customers.tab_view import TabView
from icp_desktop.ui.leads.doubles_bar import DoublesBar
from icp_desktop.ui.leads.export_scorecard import export_scorecard
from icp_desktop.ui.leads.fit_bar import FitLegend
from icp_desktop.ui.leads.lead_model import KINDS, Kind
from icp_desktop.ui.leads.lead_panel import LeadPanel
from icp_desktop.ui.leads.lead_table import LeadTable
from icp_desktop.ui.leads.lesson_list import LessonList
from icp_desktop.ui.leads.list_words import say_list
from icp_desktop.ui.pages.answers import shown_profile
from icp_desktop.ui.pages.no_profile import NoProfile
from icp_desktop.ui.pages.page import CUSTOMERS, LEADS, Context, Place
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import Hairline, PageScroll
from icp_desktop.worksheet.phrases import say_number
from icp_desktop.worksheet.shipped import worksheet_of

IMPORT = "import"
# The list, how each lead went, what is said, and what it teaches.
Shown = tuple[Scored, tuple[State, ...], str, Lessons]
_BESIDE, _PANEL = 900, 352
_AT_ONCE = 10_000  # rows that are scored before the page is shown; more take their time


class LeadList(TabView):
    """Scores the leads of the project, or today's customers, against the chosen profile.

    `pilot_asked` is the wish to try the profile on those that are shown, or marked; `moved` says
    that the person is somewhere else in the list.
    """

    pilot_asked = Signal()
    moved = Signal()

    def __init__(self, context: Context) -> None:
        """Compose the page; the list is scored when it is shown."""
        super().__init__()
        self.context = context
        look = context.appearance
        self._profile: Profile | None = None
        self._scored: Scored | None = None
        self._seen: tuple[object, ...] = ()
        self._states: tuple[State, ...] = ()  # how each lead went, none without a list of leads
        self._row = -1  # the first that is shown
        self._alone = False  # the panel stands in the place of the list
        self.export_button = other_button(_("Export scorecard…"))
        self.import_button = other_button(_("Import leads…"))
        for button in (self.export_button, self.import_button):
            button.setParent(self)  # until the window puts it into the head of the page
        self.kinds = Segment([(each, "") for each in KINDS], name=_("Which leads"))
        self.kinds.show_choice("all")
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find a lead"))
        self.search.setAccessibleName(_("Find a lead"))
        self.pilot_button = quiet_button(_("Start a pilot…"))
        self.doubles = DoublesBar(look)
        self.legend = FitLegend(look)
        self._among: tuple[int, ...] | None = None  # the rows that alone are shown
        self.about = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.lessons = LessonList(look)
        self.lessons.hide()
        self.table = LeadTable(look)
        self.panel = LeadPanel(look)
        self.empty = EmptyState(
            _("No leads yet"),
            _(
                "Read in a list of leads, or of today’s customers: each gets a score with its "
                "reasons, and the one question worth asking next."
            ),
            _("Import leads…"),
        )
        self._stack = QStackedWidget()
        self._compose()
        self._connect()
        self._fit()
        look.changed.connect(self._fit)

    @property
    def scored(self) -> Scored | None:
        """The list as it is scored now."""
        return self._scored

    @override
    def show_place(self, place: Place) -> None:
        self._profile = shown_profile(self.context.project, place.profile)
        if place.section.isdecimal():
            self._row = int(place.section)
        self._renew()
        self.table.mark(self._row)
        self.table.setFocus()

    @override
    def take_project(self, project: Project) -> None:
        shown = self._profile.id if self._profile else ""
        self._profile = shown_profile(project, shown)
        self._renew()

    @override
    def place(self) -> Place:
        profile = self._profile.id if self._profile else ""
        return Place(page=LEADS, profile=profile, section=str(max(self._row, 0)))

    def picked_rows(self) -> tuple[int, ...]:
        """Return the rows that are marked where there are several, else all that are shown."""
        marked = self.table.marked_rows()
        return marked if len(marked) > 1 else self.table.leads.shown_rows()

    def head_widgets(self) -> tuple[QWidget, ...]:
        """Return what stands at the right of the page head."""
        return (self.export_button, self.import_button)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def export(self) -> None:
        """Ask where the scorecard goes and write it there."""
        scored, profile = self._scored, self._profile
        if scored is None or profile is None:
            return
        export_scorecard(self.context, scored, profile.id, self._complain)

    def _compose(self) -> None:
        px = self.context.appearance.px
        tools = QWidget()
        flow = FlowLayout(tools, gap=16, row_gap=8)
        flow.addWidget(self.kinds)
        self.search.setMaximumWidth(px(220))
        flow.addWidget(self.search)
        flow.addWidget(self.pilot_button)
        listed = QWidget()
        self._left = PageScroll(listed)
        self._column = QVBoxLayout(listed)
        said = QHBoxLayout()
        said.addWidget(self.about, 1)
        said.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.doubles)
        self._column.addWidget(tools)
        self._column.addLayout(said)
        self._column.addWidget(self.lessons)
        self._column.addWidget(self.table, 1)
        self._side = PageScroll(self.panel)
        self._rule = Hairline(vertical=True)
        shown = QWidget()
        self._columns = QHBoxLayout(shown)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._rule)
        self._columns.addWidget(self._side)
        nothing = QWidget()
        self._nothing = QVBoxLayout(nothing)
        self._nothing.addWidget(self.empty)
        self._nothing.addStretch(1)
        for each in (shown, nothing, NoProfile(self.context), QWidget()):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda _kind: self._show_among(None))
        self.pilot_button.clicked.connect(self.pilot_asked)
        self.search.textChanged.connect(lambda _text: self._show_among(None))
        self.doubles.shown.connect(self._show_among)
        self.doubles.dropped.connect(self._on_dropped)
        self.lessons.taken.connect(self.context.take)
        self.table.marked.connect(self._on_marked)
        self.table.opened.connect(self._on_opened)
        self.panel.noted.connect(self._on_noted)
        self.panel.logged.connect(self._on_logged)
        self.panel.left.connect(self._on_left)
        self.export_button.clicked.connect(self.export)
        self.import_button.clicked.connect(self._on_import)
        self.empty.asked.connect(self._on_import)

    def _fit(self) -> None:
        px = self.context.appearance.px
        self._column.setContentsMargins(px(32), px(16), px(24), px(16))
        self._column.setSpacing(px(10))
        self._nothing.setContentsMargins(px(32), px(24), px(32), px(24))
        beside = self.width() >= px(_BESIDE)
        self._left.setVisible(beside or not self._alone)
        self._side.setVisible(beside or self._alone)
        self._rule.setVisible(beside)
        self.panel.back.setVisible(not beside)
        self._side.setMinimumWidth(px(_PANEL) if beside else 0)
        self._side.setMaximumWidth(px(_PANEL) if beside else 1 << 20)

    def _renew(self) -> None:
        """Score again where list, profile or worksheet are others."""
        project, profile = self.context.project, self._profile
        if profile is None:
            self._stack.setCurrentIndex(2)
            self.export_button.setEnabled(False)
            return
        self.export_button.setEnabled(bool(project.tables))
        if not project.tables:
            self._scored, self._seen = None, ()
            self._stack.setCurrentIndex(1)
            return
        seen = (project.tables, project.profiles, project.worksheet, profile)
        if all(a is b for a, b in zip(seen, self._seen, strict=False)) and self._seen:
            return
        self._seen = seen
        many = sum(table.rows for table in project.tables) > _AT_ONCE

        def work(progress: Progress) -> Shown:
            listed = leads_of(project) or customers_of(project)
            assert listed is not None
            scored = score(project, profile, worksheet_of(project), listed, progress)
            table = lead_table(project)
            states = states_of(table) if table else ()
            learnt = lessons(scored, states, progress) if states else Lessons()
            return scored, states, say_list(scored, states), learnt

        if not many:
            self._show(work(SILENT))
            return
        self._stack.setCurrentIndex(0 if self._scored else 3)
        self.panel.ask.setEnabled(False)  # until the answer would go to the right lead
        self.context.background.run(
            work, label=_("Scoring the leads"), done=self._show, failed=self._complain, latest=LEADS
        )

    def _show(self, shown: Shown) -> None:
        scored, self._states, said, learnt = shown
        self._scored = scored
        self._stack.setCurrentIndex(0)
        self.panel.ask.setEnabled(True)
        self.table.leads.show_scored(scored)
        words = {"all": _("All"), "A": "A", "B": "B", "C": "C", "out": _("Ruled out")}
        for kind, count in self.table.leads.counts().items():
            self.kinds.set_words(kind, f"{words[kind]} {say_number(Decimal(count))}")
        self.about.setText(said)
        if self._profile is not None:
            self.lessons.show_lessons(learnt, scored, self.context.project, self._profile)
        self.doubles.show_list(scored.leads)
        self._row = min(self._row, scored.rows - 1)
        self.table.mark(self._row)
        if scored.rows:
            self._show_lead(max(self._row, 0))

    def _filter(self) -> None:
        kind: Kind = next(each for each in KINDS if each == (self.kinds.value() or "all"))
        self.table.leads.show_only(kind, self.search.text(), self._among)
        self.table.mark(self._row)

    def _show_among(self, rows: tuple[int, ...] | None) -> None:
        """Show only some rows, all with None, further narrowed by tier and words."""
        self._among = rows
        self._filter()

    def _on_dropped(self, rows: set[int]) -> None:
        """Take rows out of the list that is scored."""
        table = _scored_table(self.context.project)
        if table is None:
            return
        self._among = None
        thinner = without_rows(table, rows)
        label = _("keeping the newer entries")
        self.context.opened.do(PutItem(folder="tables", item=thinner, label=label))
        said = n_("{n} earlier entry taken out.", "{n} earlier entries taken out.", len(rows))
        self.context.host.say(said, undo=True)

    def _on_marked(self, row: int) -> None:
        self._row = row
        self._show_lead(row)
        self.moved.emit()

    def _on_opened(self, row: int) -> None:
        self._on_marked(row)
        self._alone = True
        self._fit()
        if not self._left.isVisible():
            self.panel.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self._alone = False
        self._fit()
        self.table.setFocus()

    def _show_lead(self, row: int) -> None:
        if self._scored is not None:
            self.panel.show_lead(self._scored, row, self._states[row] if self._states else None)

    def _on_noted(self, criterion: Criterion, said: str) -> None:
        self._note(criterion.field.id, criterion.label, said)

    def _on_logged(self, state: State) -> None:
        self._note("stage", _("Outcome"), "" if state == "open" else state)

    def _note(self, meaning: str, heading: str, said: str) -> None:
        """Write what somebody said, or how it went, into the list; the score follows."""
        table, scored = _scored_table(self.context.project), self._scored
        if table is None or scored is None:
            return
        row = max(self._row, 0)
        try:
            noted = with_note(table, row, meaning, heading, said)
        except KnownError as error:
            self.panel.ask.show_problem(str(error))
            return
        name = scored.leads.names[row]
        label = _("what {name} said", name=name)
        self.context.opened.do(PutItem(folder="tables", item=noted, label=label))
        self.context.host.say(_("Noted for {name}.", name=name), undo=True)

    def _on_import(self) -> None:
        self.context.host.go(Place(page=CUSTOMERS, view=IMPORT, section="leads"))

    def _complain(self, error: Exception) -> None:
        self.context.host.complain(str(error))


def _scored_table(project: Project) -> Table | None:
    """Return the list that is scored: of leads, else of customers."""
    for role in ("leads", "customers"):
        tables = [table for table in project.tables if table.role == role]
        if tables:
            return tables[-1]
    return None
