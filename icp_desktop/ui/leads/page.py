"""The leads page: the scored list, pilots over some of it, and blind tests, one tab at a time."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.open_project import Change
from icp_desktop.ui.customers.tab_view import TabView
from icp_desktop.ui.leads.blind_view import BlindView
from icp_desktop.ui.leads.list_view import LeadList
from icp_desktop.ui.leads.pilot_view import PilotView
from icp_desktop.ui.pages.page import LEADS, Context, Page, Place
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab

LIST, PILOTS, BLIND = "list", "pilots", "blind"
_SIDE = 32


class LeadsPage(Page):
    """Shows the list, or what was tried with some of it."""

    def __init__(self, context: Context) -> None:
        """Build the list; the others are built when they are first looked at."""
        super().__init__(context)
        self._views: dict[str, TabView] = {}
        self.tabs = CountTabBar(context.appearance)
        self.tabs.setAccessibleName(_("Parts of the leads"))
        self.tabs.chosen.connect(self._on_tab)
        self._stack = QStackedWidget()
        px = context.appearance.px
        bar = QWidget()
        self._bar = QVBoxLayout(bar)
        self._bar.setContentsMargins(px(_SIDE), 0, px(_SIDE), 0)
        self._bar.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, Hairline(), self._stack):
            column.addWidget(part, 1 if part is self._stack else 0)

    @property
    def list(self) -> LeadList:
        """The scored list."""
        view = self._view(LIST)
        assert isinstance(view, LeadList)
        return view

    @property
    def pilots(self) -> PilotView:
        """The pilots."""
        view = self._view(PILOTS)
        assert isinstance(view, PilotView)
        return view

    @property
    def blind(self) -> BlindView:
        """The blind tests."""
        view = self._view(BLIND)
        assert isinstance(view, BlindView)
        return view

    @override
    def show_place(self, place: Place) -> None:
        view = self._view(place.view)
        view.take_project(self.context.project)
        self._stack.setCurrentWidget(view)
        self._show_tabs()
        view.show_place(place)
        self.place_changed.emit(self.place())

    @override
    def take_change(self, change: Change) -> None:
        self._show_tabs()
        if (view := self._shown()) is not None:
            view.take_project(change.after)

    @override
    def place(self) -> Place:
        view = self._shown()
        return view.place() if view else Place(page=LEADS)

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        view = self._shown()
        if isinstance(view, LeadList | PilotView | BlindView):
            return view.head_widgets()
        return ()

    def begin_pilot(self) -> None:
        """Ask what a pilot over the leads that are shown, or marked, needs to begin."""
        listed, place = self.list, self.place()
        if listed.scored is None:
            self.show_place(Place(page=LEADS, profile=place.profile))
        if listed.scored is None:  # nobody is on it, or many are still being scored
            return
        rows, scored, profile = listed.picked_rows(), listed.scored, listed.place().profile
        self.show_place(Place(page=LEADS, profile=profile, view=PILOTS))
        self.pilots.begin(scored, rows)

    def _view(self, name: str) -> TabView:
        known = name if name in (PILOTS, BLIND) else LIST
        if known not in self._views:
            view: TabView
            if known == PILOTS:
                view = pilots = PilotView(self.context)
                pilots.begin_asked.connect(self.begin_pilot)
            elif known == BLIND:
                view = blind = BlindView(self.context)
                blind.moved.connect(lambda: self.place_changed.emit(self.place()))
            else:
                view = listed = LeadList(self.context)
                listed.pilot_asked.connect(self.begin_pilot)
                listed.moved.connect(lambda: self.place_changed.emit(self.place()))
            view.go_asked.connect(self.show_place)
            self._views[known] = view
            self._stack.addWidget(view)
        return self._views[known]

    def _shown(self) -> TabView | None:
        view = self._stack.currentWidget()
        return view if isinstance(view, TabView) else None

    def _on_tab(self, tab: str) -> None:
        self.show_place(Place(page=LEADS, profile=self.place().profile, view=tab))

    def _show_tabs(self) -> None:
        project = self.context.project
        leads = sum(table.rows for table in project.tables if table.role == "leads")
        tabs = [
            Tab(id=name, label=label, count=f"{count:,}" if count else "")
            for name, label, count in (
                (LIST, _("List"), leads),
                (PILOTS, _("Pilots"), len(project.pilots)),
                (BLIND, _("Blind test"), len(project.blind_tests)),
            )
        ]
        self.tabs.show_tabs(tabs)
        self.tabs.choose(next((n for n, each in self._views.items() if each is self._shown()), ""))
