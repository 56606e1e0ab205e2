"""What a tab of the customers page is, and the table of tabs."""

import sys
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

LIST, BEST, WORST, BACK_TEST = "list", "best", "worst", "back-test"
_AT_ONCE = 20_000  # rows; more of them are compared in the background


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


def is_quick(project: Project) -> bool:
    """Say whether the lists of a project are compared before the eye notices.

    The first time in a session the library of tables has to be loaded, which is not quick.
    """
    rows = sum(table.rows for table in project.tables)
    return rows <= _AT_ONCE and "polars" in sys.modules


def customers_in(project: Project) -> int:
    """Return how many customers the lists of a project hold."""
    return sum(table.rows for table in project.tables if table.role == "customers")


def _make_list(context: "Context") -> TabView:
    from icp_desktop.ui.customers.list_view import ListView

    return ListView(context)


def _make_best(context: "Context") -> TabView:
    from icp_desktop.ui.customers.contrast_view import ContrastView

    return ContrastView(context, "best")


def _make_worst(context: "Context") -> TabView:
    from icp_desktop.ui.customers.contrast_view import ContrastView

    return ContrastView(context, "worst")


def _make_back_test(context: "Context") -> TabView:
    from icp_desktop.ui.customers.back_test_view import BackTestView

    return BackTestView(context)


TABS: tuple[TabMaker, ...] = (
    TabMaker(id=LIST, label=later("List"), make=_make_list, count=customers_in),
    TabMaker(id=BEST, label=later("Best and the rest"), make=_make_best),
    TabMaker(id=WORST, label=later("Worst and the rest"), make=_make_worst),
    TabMaker(id=BACK_TEST, label=later("Back-test"), make=_make_back_test),
)
