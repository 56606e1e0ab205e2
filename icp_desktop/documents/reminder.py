"""The next review as a file for calendars (iCalendar): an all-day entry, with an alarm before it.

It says the name of the project, and of the client only where that is asked for. Its id stays the
same for good, so taking it in again replaces the entry instead of adding one.
"""

from datetime import date, datetime, timedelta

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.review import ReviewPlan
from icp_desktop.worksheet.phrases import say_day
from icp_desktop.worksheet.reading import clean

SUFFIX = ".ics"
_ALARM = timedelta(days=-7)
_SAFE_DAY = 28  # every month has it


@record
class Reminder:
    """What the entry is to say, and `now`, the only moment it knows."""

    project: Project
    now: datetime
    with_client: bool = False


def write_reminder(reminder: Reminder) -> bytes:
    """Return the file; raise KnownError where no day is planned or the day is past."""
    from icalendar import Alarm, Calendar, Event

    project, plan = reminder.project, reminder.project.review_plan
    day = _planned(plan, reminder.now.date())
    title = _title(project, with_client=reminder.with_client)
    event = Event()
    event.add("uid", f"{project.id}-review@icp-desktop")
    event.add("sequence", plan.edition)
    event.add("dtstamp", reminder.now)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    event.add("description", _("Open the project in ICP Desktop, then “Reviews”."))
    event.add("transp", "TRANSPARENT")
    if plan.rhythm:
        event.add("rrule", _rule(plan, day))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _ALARM)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//ICP Desktop//Reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def check_next(day: date, today: date) -> None:
    """Raise KnownError where a day can't be the next review."""
    if day < today:
        raise KnownError(
            _(
                "{day} is past, so nothing would remind you. Choose today or a later day.",
                day=say_day(day),
            )
        )


def _planned(plan: ReviewPlan, today: date) -> date:
    if plan.next is None:
        raise KnownError(
            _("No day is planned for the next review. Choose one first, then save the reminder.")
        )
    check_next(plan.next, today)
    return plan.next


def _title(project: Project, *, with_client: bool) -> str:
    name = " ".join(clean(project.name).split())
    client = " ".join(clean(project.client).split()) if with_client else ""
    parts = [part for part in (client, name) if part]
    if not parts:
        return _("Profile review")
    return _("Profile review: {name}", name=", ".join(parts))


def _rule(plan: ReviewPlan, day: date) -> dict[str, object]:
    """Return every third or sixth month on that day, on the last one where a month is shorter."""
    rule: dict[str, object] = {"freq": "monthly", "interval": 3 if plan.rhythm == "quarter" else 6}
    if day.day > _SAFE_DAY:
        rule["bymonthday"] = list(range(_SAFE_DAY, day.day + 1))
        rule["bysetpos"] = -1
    return rule
