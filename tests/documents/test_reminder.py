"""The reminder for calendars, read back: day, rhythm, alarm, and nothing of anybody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event
from strategies import filled_project

from icp_desktop.documents.reminder import Reminder, write_reminder
from icp_desktop.errors import KnownError
from icp_desktop.model.project import Project
from icp_desktop.model.review import ReviewPlan, Rhythm, next_day

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DAY = date(2027, 2, 20)


def planned(day: date | None = DAY, rhythm: Rhythm = "quarter", edition: int = 3) -> Project:
    plan = ReviewPlan(rhythm=rhythm, next=day, edition=edition)
    return replace(filled_project(), review_plan=plan)


def event_of(data: bytes) -> Event:
    calendar = Calendar.from_ical(data)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    (event,) = calendar.walk("VEVENT")
    assert not event.errors
    return event


def written(project: Project, *, with_client: bool = False) -> Event:
    return event_of(write_reminder(Reminder(project=project, now=NOW, with_client=with_client)))


def test_a_day_with_an_alarm_a_week_before() -> None:
    event = written(planned())
    assert event.decoded("dtstart") == DAY
    assert event.decoded("dtend") == DAY + timedelta(days=1)
    assert event.decoded("dtstamp") == NOW
    (alarm,) = event.walk("VALARM")
    assert (alarm["action"], alarm.decoded("trigger")) == ("DISPLAY", timedelta(days=-7))


def test_taken_in_again_it_replaces_the_entry() -> None:
    first, later = written(planned()), written(planned(date(2027, 3, 1), edition=4))
    assert first["uid"] == later["uid"] == "p1-review@icp-desktop"
    assert later["sequence"] > first["sequence"]


def test_the_rhythm() -> None:
    assert written(planned())["rrule"] == {"FREQ": ["MONTHLY"], "INTERVAL": [3]}
    assert written(planned(rhythm="half_year"))["rrule"]["INTERVAL"] == [6]
    assert "rrule" not in written(planned(rhythm=""))


def test_the_last_days_of_a_month_skip_no_month() -> None:
    rule = written(planned(date(2026, 11, 30)))["rrule"]
    assert rule["BYMONTHDAY"] == [28, 29, 30]
    assert rule["BYSETPOS"] == [-1]


@settings(max_examples=30)
@given(
    st.dates(date(2026, 11, 21), date(2090, 1, 1)),
    st.sampled_from(("quarter", "half_year")),
)
def test_the_first_repetition_is_the_day_the_program_proposes(day: date, rhythm: Rhythm) -> None:
    rule = written(planned(day, rhythm))["rrule"]
    months = rule["INTERVAL"][0]
    years, month = divmod(day.month - 1 + months, 12)
    wanted = rule.get("BYMONTHDAY", [day.day])
    possible = []
    for number in wanted:
        try:
            possible.append(date(day.year + years, month + 1, number))
        except ValueError:
            continue
    assert max(possible) == next_day(rhythm, day)


def test_the_client_only_where_asked_for() -> None:
    assert str(written(planned())["summary"]) == "Profile review: Profiles"
    assert "Krume" not in write_reminder(Reminder(project=planned(), now=NOW)).decode()
    named = str(written(planned(), with_client=True)["summary"])
    assert named == "Profile review: Krume & Sons, Profiles"


def test_words_of_people_are_no_commands() -> None:
    odd = replace(planned(), name="A;B,C\nATTACH:x\r\nEND:VEVENT\\ é" + "ü" * 200)
    event = written(odd)
    assert "attach" not in event
    assert "\n" not in str(event["summary"])
    data = write_reminder(Reminder(project=odd, now=NOW))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_day_that_is_past_is_told() -> None:
    with pytest.raises(KnownError, match=r"20 November 2026 is past.*Choose today or a later day"):
        written(planned(date(2026, 11, 20)))
    assert written(planned(date(2026, 11, 21)))


def test_no_day_is_told() -> None:
    with pytest.raises(KnownError, match="Choose one first"):
        written(planned(None))
