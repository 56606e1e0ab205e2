"""Moments in words: "Today, 14:32", "Yesterday", "3 days ago"."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from icp_desktop.i18n import _, locale_code, n_


def today() -> date:
    """Return the day on the person's own calendar."""
    return date.today()  # noqa: DTZ011 - the calendar on the wall has no time zone


def say_time(moment: datetime) -> str:
    """Return the time of day on the person's own clock, as "14:32"."""
    local = moment.astimezone()
    return _clock().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)


def say_day(day: date) -> str:
    """Return a day as the person writes it, with the month in letters."""
    wanted = QDate(day.year, day.month, day.day)
    return _locale().toString(wanted, "d MMMM yyyy")


def say_since(moment: datetime, now: datetime) -> str:
    """Return how long ago something was, in the largest unit that says it."""
    days = (now.astimezone().date() - moment.astimezone().date()).days
    if days <= 0:
        return _("Today, {time}", time=say_time(moment))
    if days == 1:
        return _("Yesterday")
    if days < 14:
        return n_("{n} day ago", "{n} days ago", days)
    if days < 60:
        return n_("{n} week ago", "{n} weeks ago", days // 7)
    if days < 730:
        return n_("{n} month ago", "{n} months ago", days // 30)
    return n_("{n} year ago", "{n} years ago", days // 365)


def say_until(day: date, now: date) -> str:
    """Return how far off a day is, in the largest unit that says it."""
    days = (day - now).days
    if days < 0:
        return n_("{n} day late", "{n} days late", -days)
    if days == 0:
        return _("today")
    if days < 14:
        return n_("in {n} day", "in {n} days", days)
    if days < 84:
        return n_("in {n} week", "in {n} weeks", days // 7)
    if days < 730:
        return n_("in {n} month", "in {n} months", days // 30)
    return n_("in {n} year", "in {n} years", days // 365)


def say_short_day(day: date, now: date) -> str:
    """Return a day in a few letters, such as "14 Nov", with its year where that is another."""
    wanted = QDate(day.year, day.month, day.day)
    return _locale().toString(wanted, "d MMM" if day.year == now.year else "d MMM yyyy")


def _clock() -> QLocale:
    """Return the locale of the system, which says whether its clocks have twelve or 24 hours."""
    system = QLocale.system()
    return QLocale("en_GB") if system.language() == QLocale.Language.C else system


def _locale() -> QLocale:
    return QLocale(locale_code())
