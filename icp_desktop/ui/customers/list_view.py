"""The lists of a project, row by row."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later
from icp_desktop.model.items import RemoveItem
from icp_desktop.model.project import Project
from icp_desktop.model.table import Table, TableRole
from icp_desktop.tables.frames import read_frame
from icp_desktop.tables.importing import say_rows
from icp_desktop.ui.customers.frame_model import FrameModel
from icp_desktop.ui.customers.rows_table import RowsTable
from icp_desktop.ui.customers.tab_view import LIST, TabView
from icp_desktop.ui.moments import say_day
from icp_desktop.ui.pages.page import CUSTOMERS, Context, Place
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.empty_state import EmptyState
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.segment import Segment
from icp_desktop.ui.widgets.surfaces import PageScroll

ROLE_NAMES: dict[TableRole, str] = {
    "customers": later("Customers"),
    "deals": later("Deals and orders"),
    "leads": later("Leads"),
}
_SIDE = 32


class ListView(TabView):
    """Shows one list at a time; where there is none, how to get one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tables: tuple[Table, ...] = ()
        self._shown: Table | None = None
        look = context.appearance
        self.empty = EmptyState(
            _("No list of customers yet"),
            _(
                "A list from your till, your accounts or a spreadsheet shows in three minutes what "
                "your best customers have in common. It stays on this computer."
            ),
            _("Read in a list…"),
            main=True,
        )
        self.empty.asked.connect(self.import_asked)
        self.choice = Segment((), name=_("Which list"))
        self.choice.chosen.connect(self._on_chosen)
        self._words = PlainLabel(tone="ink2", wrap=True)
        self.remove_button = quiet_button(_("Remove this list"))
        self.remove_button.clicked.connect(self.remove)
        self.model = FrameModel(self)
        self.rows = RowsTable(look, self.model, _("The list"))
        self._stack = QStackedWidget()
        self._compose()

    @override
    def show_place(self, place: Place) -> None:
        if place.section:
            self._on_chosen(place.section)
        (self.rows.table if self._tables else self.empty.button).setFocus()

    @override
    def take_project(self, project: Project) -> None:
        if project.tables is self._tables:
            return
        self._tables = project.tables
        self._stack.setCurrentIndex(1 if self._tables else 0)
        self.choice.set_options([(each.id, _(ROLE_NAMES[each.role])) for each in self._tables])
        self.choice.setVisible(len(self._tables) > 1)
        kept = next((each for each in self._tables if self._is_shown(each)), None)
        table = kept or next(iter(self._tables), None)
        if table is not None:
            self._show(table)

    @override
    def place(self) -> Place:
        section = self._shown.id if self._shown else ""
        return Place(page=CUSTOMERS, view=LIST, section=section)

    def remove(self) -> None:
        """Remove the list that is shown."""
        if self._shown is not None:
            edit = RemoveItem(folder="tables", item=self._shown.id, label=_("removal of a list"))
            self._context.opened.do(edit)
            self._context.host.say(_("The list was removed."), undo=True)

    def _compose(self) -> None:
        px = self._context.appearance.px
        holder = QWidget()
        head = FlowLayout(holder, gap=px(16), row_gap=px(4))
        head.addWidget(self.choice)
        head.addWidget(self.remove_button)
        filled, none = QWidget(), QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(px(_SIDE), px(12), px(_SIDE), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._words)
        column.addWidget(holder)
        column.addWidget(self.rows, 1)
        rest = QVBoxLayout(none)
        rest.setContentsMargins(px(_SIDE), px(24), px(_SIDE), px(24))
        rest.addWidget(self.empty)
        self._stack.addWidget(none)
        self._stack.addWidget(PageScroll(filled))  # for large type below a message
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _is_shown(self, table: Table) -> bool:
        return self._shown is not None and table.id == self._shown.id

    def _on_chosen(self, table_id: str) -> None:
        table = next((each for each in self._tables if each.id == table_id), None)
        if table is not None and table is not self._shown:
            self._show(table)

    def _show(self, table: Table) -> None:
        self._shown = table
        self.choice.show_choice(table.id)
        rows = say_rows(table.role, table.rows)
        words = _("{rows} from “{name}”", rows=rows, name=table.name)
        if table.day is not None:
            words = _("{words}, read in on {day}", words=words, day=say_day(table.day))
        self._words.setText(words)
        try:
            self.model.show_frame(read_frame(table), table.columns)
        except KnownError as error:
            self._context.host.complain(str(error))
