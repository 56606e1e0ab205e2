"""What a tab of the customers page is, and the table of tabs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from icp_desktop.i18n import later
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.ui.pages.place import Place

if TYPE_CHECKING:
    from icp_desktop.ui.pages.page import Context

LIST = "list"


class TabView(QWidget):
    """The content of one tab.

    `go_asked` carries the place the person wants to see, `import_asked` is the wish for a list.
    """

    go_asked = Signal(object)
    import_asked = Signal()

    def show_place(self, place: Place) -> None:
        """Show a place within the tab and put the focus there."""
        raise NotImplementedError

    def take_project(self, project: Project) -> None:
        """Show the project as it is now; compare the identity of what is shown."""
        raise NotImplementedError

    def place(self) -> Place:
        """Return where the person is."""
        raise NotImplementedError


@record
class TabMaker:
    """A tab: its id and words, what it counts, and how its content is made when first shown."""

    id: str
    label: str
    make: "Callable[[Context], TabView]"
    count: Callable[[Project], int] = lambda _project: 0


def customers_in(project: Project) -> int:
    """Return how many customers the lists of a project hold."""
    return sum(table.rows for table in project.tables if table.role == "customers")


def _make_list(context: "Context") -> TabView:
    from icp_desktop.ui.customers.list_view import ListView

    return ListView(context)


TABS: tuple[TabMaker, ...] = (
    TabMaker(id=LIST, label=later("List"), make=_make_list, count=customers_in),
)
