"""Rules that look at what should have been done by now."""

from collections.abc import Iterator

from icp_desktop.checks.assumptions import find_assumptions
from icp_desktop.checks.due import find_due, since
from icp_desktop.checks.objections import Case, Objection
from icp_desktop.checks.standing import old_assumptions
from icp_desktop.i18n import _
from icp_desktop.worksheet.phrases import say_day


def review_due(case: Case) -> Iterator[Objection]:
    """A review whose day is past."""
    for due in find_due(case.project, case.today):
        if due.kind != "day" or due.day is None or due.day >= case.today:
            continue
        yield Objection(
            rule="review_due",
            profile="",
            field="",
            since=due.day.isoformat(),
            what=_("A review was due on {day}.", day=say_day(due.day)),
        )


def old_belief(case: Case) -> Iterator[Objection]:
    """What the last review left as a guess, and what still is one in the same words."""
    day = since(case.project)
    told: set[tuple[str, str]] = set()
    for each in old_assumptions(case.project, case.worksheet) if day is not None else ():
        assert day is not None
        place = each.profile.id, each.field.id
        if place in told:
            continue
        told.add(place)
        yield Objection(
            rule="old_belief",
            profile=each.profile.id,
            field=each.field.id,
            since=day.isoformat(),
            what=_(
                "{label}: only believed at the review of {day}, and still is.",
                label=each.label,
                day=say_day(day),
            ),
        )


def old_test(case: Case) -> Iterator[Objection]:
    """A guess whose test should have been made by now."""
    for profile in case.ideal:
        for each in find_assumptions(case.project, profile, case.worksheet):
            if each.test.by is not None and each.test.by < case.today:
                yield Objection(
                    rule="old_test",
                    profile=each.profile.id,
                    field=each.field.id,
                    what=_(
                        "“{label}” was to be tested by {day}.",
                        label=each.label,
                        day=say_day(each.test.by),
                    ),
                )
