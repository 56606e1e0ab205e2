"""Forms that should have been back, told on the home page."""

from typing import TYPE_CHECKING

from icp_desktop.i18n import _, n_
from icp_desktop.storage.index import IndexRow
from icp_desktop.ui.moments import today
from icp_desktop.ui.pages.home import Waiting
from icp_desktop.ui.pages.place import INTERVIEWS, Place

if TYPE_CHECKING:
    from icp_desktop.ui.main_window import MainWindow

FORMS_TAB = "forms"


def overdue_forms(window: "MainWindow", row: IndexRow) -> Waiting | None:
    """Return what waits for the person in a project, None if no form is late."""
    late = row.overdue(today())
    if not late:
        return None

    def go() -> None:
        if window.session.open_project(row.id):
            window.go(Place(page=INTERVIEWS, view=FORMS_TAB))

    sentence = n_(
        "{n} of {all} forms is overdue.",
        "{n} of {all} forms are overdue.",
        late,
        all=len(row.forms),
    )
    return Waiting(
        key=row.id,
        who=row.client,
        sentence=sentence,
        button=_("See which"),
        go=go,
        icon="clock",
    )
