"""Whether a review is due, and why: its day has come, or something happened since the last one."""

from datetime import date
from typing import TYPE_CHECKING, Literal

from icp_desktop.i18n import _
from icp_desktop.model.record import record

if TYPE_CHECKING:  # the first page says what is due, and loads no project for it
    from icp_desktop.model.project import Project

DueKind = Literal["day", "list", "product", "own"]


@record
class Due:
    """A reason for a review: its day has come, a new list was read in, or something happened.

    `day` is since when, None if nobody said; `text` is the name of the list or the person's own
    words.
    """

    kind: DueKind
    day: date | None = None
    text: str = ""


def find_due(project: "Project", today: date) -> tuple[Due, ...]:
    """Return every reason why a review is due today, () if none is; the day comes first."""
    planned = project.review_plan.next
    late = planned is not None and planned <= today
    by_day = (Due(kind="day", day=planned),) if late else ()
    return (*by_day, *find_calls(project))


def find_calls(project: "Project") -> tuple[Due, ...]:
    """Return what has happened since the last review and calls for one, whatever day it is."""
    found = []
    for trigger in project.review_plan.triggers:
        if trigger.occasion == "list":
            found += _new_lists(project)
        elif trigger.happened is not None:
            found.append(Due(kind=trigger.occasion, day=trigger.happened, text=trigger.text))
    return tuple(found)


def say_due(due: Due) -> str:
    """Return a reason in words, as a sentence."""
    if due.kind == "list":
        return _("A new list was read in: {name}.", name=due.text)
    if due.kind == "product":
        return _("There is a new product.")
    if due.kind == "own":
        return _("It happened: {what}.", what=due.text.rstrip("."))
    if due.day is None:
        return ""
    from icp_desktop.worksheet.phrases import say_day

    return _("The review was due on {day}.", day=say_day(due.day))


def since(project: "Project") -> date | None:
    """Return the day of the last review, None before the first."""
    from icp_desktop.model.review import last_review

    last = last_review(project.reviews)
    return last.finished if last is not None else None


def _new_lists(project: "Project") -> list[Due]:
    known = set(project.review_plan.lists)
    return [
        Due(kind="list", day=table.day, text=table.name)
        for table in project.tables
        if table.role in ("customers", "deals") and table.body.digest not in known
    ]
