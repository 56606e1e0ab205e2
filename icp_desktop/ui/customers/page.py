"""The customers page: one tab at a time, and the reading in of lists in their place."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.table import TableRole
from icp_desktop.open_project import Change
from icp_desktop.ui.customers.import_view import ImportView
from icp_desktop.ui.customers.tab_view import LIST, TABS, TabView
from icp_desktop.ui.pages.page import CUSTOMERS, LEADS, Context, Page, Place
from icp_desktop.ui.widgets.buttons import main_button, other_button
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.ui.widgets.tabs import CountTabBar, Tab

IMPORT = "import"  # the view in which a list is read in
_SIDE = 32


class CustomersPage(Page):
    """Shows one tab at a time; what is not looked at is not built."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = context.appearance
        self._views: dict[str, TabView] = {}
        self._profile = ""
        self.tabs = CountTabBar(look)
        self.tabs.setAccessibleName(_("Parts of the customers"))
        self.tabs.chosen.connect(lambda tab: self.show_place(Place(page=CUSTOMERS, view=tab)))
        self.import_button = other_button(_("Import…"))
        self.import_button.clicked.connect(self._on_import)
        self.back_button = other_button(_("Back"))
        self.back_button.clicked.connect(self.leave_import)
        self.read_button = main_button(_("Read in"))
        self._importing: ImportView | None = None
        self._import_role: TableRole | None = None
        self._stack = QStackedWidget()
        self._compose()
        self._scale = look.theme.scale
        look.changed.connect(self._on_look_changed)

    def start_import(self, role: TableRole | None = None) -> ImportView:
        """Show where a list is read in, where it is known with what it holds."""
        self._import_role = role
        view = self.import_view()
        view.start(role)
        self._show(view)
        return view

    def leave_import(self) -> None:
        """Go back to the tabs; what was not read in leaves nothing behind."""
        if self._importing is not None:
            self._importing.stop()
        self.show_place(Place(page=CUSTOMERS, view=LIST))
        if self._import_role == "leads":  # that is where it was asked for
            self._import_role = None
            self.context.host.go(Place(page=LEADS))

    @override
    def show_place(self, place: Place) -> None:
        self._profile = place.profile or self._profile
        if place.view == IMPORT and place.section == "leads":
            self.start_import("leads")
            return
        if place.view == IMPORT:
            self._show(self.import_view())
            return
        view = self._view(place.view)
        view.take_project(self.context.project)
        self._show(view)
        view.show_place(place)

    @override
    def take_change(self, change: Change) -> None:
        self._show_tabs()
        view = self._shown()
        if view is not None:
            view.take_project(change.after)
        if self._importing is not None:
            self._importing.take_change(change)

    @override
    def place(self) -> Place:
        view = self._shown()
        return view.place() if view else Place(page=CUSTOMERS, view=IMPORT)

    @override
    def near_widgets(self) -> tuple[QWidget, ...] | None:
        return ()

    @override
    def head_widgets(self) -> tuple[QWidget, ...]:
        if self._shown() is None:
            return (self.back_button, self.read_button)
        return (self.import_button,)

    def _compose(self) -> None:
        look = self.context.appearance
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(look.px(_SIDE), 0, look.px(_SIDE), 0)
        bar.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        for button in (self.import_button, self.back_button, self.read_button):
            button.setParent(self)  # until the window puts it into the head of the page
            button.hide()

    def _show(self, view: QWidget) -> None:
        self._show_tabs()
        self._stack.setCurrentWidget(view)
        tab = self._shown()
        self._bar.setVisible(tab is not None)
        self.tabs.choose(next((name for name, each in self._views.items() if each is tab), ""))
        self.place_changed.emit(self.place())

    def _view(self, name: str) -> TabView:
        maker = next((each for each in TABS if each.id == name), TABS[0])
        if maker.id not in self._views:
            view = maker.make(self.context)
            view.go_asked.connect(self.show_place)
            view.import_asked.connect(self._on_import)
            self._views[maker.id] = view
            self._stack.addWidget(view)
        return self._views[maker.id]

    def import_view(self) -> ImportView:
        """Return where a list is read in."""
        if self._importing is None:
            self._importing = ImportView(self.context, self.read_button)
            self._importing.finished.connect(self.leave_import)
            self._stack.addWidget(self._importing)
        return self._importing

    def _shown(self) -> TabView | None:
        view = self._stack.currentWidget()
        return view if isinstance(view, TabView) else None

    def _on_import(self) -> None:
        self.start_import()

    def _show_tabs(self) -> None:
        project = self.context.project
        tabs = []
        for each in TABS:
            count = each.count(project)
            tabs.append(Tab(id=each.id, label=_(each.label), count=str(count) if count else ""))
        self.tabs.show_tabs(tabs)
        words = _("Import again…") if project.tables else _("Import…")
        self.import_button.set_words(words)

    def _on_look_changed(self) -> None:
        """Build the tabs anew in another size; another colour needs nothing."""
        scale = self.context.appearance.theme.scale
        if scale == self._scale:
            return
        self._scale = scale
        place = self.place()
        for view in self._views.values():
            self._stack.removeWidget(view)
            view.deleteLater()
        self._views = {}
        if place.view != IMPORT:
            self.show_place(place)
