"""What is overdue, told on the home page: forms that should be back, reviews that are due."""

from typing import TYPE_CHECKING

from icp_desktop.i18n import _, n_
from icp_desktop.storage.index import IndexRow
from icp_desktop.ui.moments import say_day, today
from icp_desktop.ui.pages.home import Waiting
from icp_desktop.ui.pages.place import INTERVIEWS, REVIEWS, Place

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


def due_review(window: "MainWindow", row: IndexRow) -> Waiting | None:
    """Return the review that waits for the person in a project, None if none is due."""
    if not row.review_due(today()):
        return None

    def go() -> None:
        if window.session.open_project(row.id):
            window.go(Place(page=REVIEWS))

    return Waiting(
        key=row.id,
        who=row.client,
        sentence=_why(row),
        button=_("Hold the review"),
        go=go,
        icon="reviews",
    )


def _why(row: IndexRow) -> str:
    from icp_desktop.checks.due import Due, DueKind, say_due

    said = []
    if row.review is not None and row.review <= today():
        said.append(_("The review was due on {day}.", day=say_day(row.review)))
    kinds: tuple[DueKind, ...] = ("list", "product", "own")
    for kind, text in row.review_calls:
        said += [say_due(Due(kind=each, text=text)) for each in kinds if each == kind]
    return " ".join(said)
