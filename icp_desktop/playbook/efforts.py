"""Where time and money go now, beside what the profile says of it."""

from decimal import Decimal
from typing import Literal

from icp_desktop.model.play import Effort
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.record import record
from icp_desktop.playbook.sources import Because, entries_of
from icp_desktop.worksheet.shipped import worksheet_of

FIELDS = ("mindset.places", "mindset.trusted_sources", "buying.contact", "buying.channels")
Verdict = Literal["named", "not_named", "nothing_yet"]


@record
class Spent:
    """One place: what goes into it, and what the profile says of it.

    `verdict`: named by the profile, not named, or named and nothing goes there yet. `effort` is
    None for the last.
    """

    where: str
    verdict: Verdict
    effort: Effort | None = None
    because: Because | None = None


@record
class Spending:
    """All places, and the sums of the hours that go where the profile looks and elsewhere."""

    lines: tuple[Spent, ...]
    hours_named: Decimal
    hours_elsewhere: Decimal


def places_of(project: Project, profile: Profile) -> tuple[Because, ...]:
    """Return the places, people and channels that the profile names."""
    found = []
    for field in worksheet_of(project).fields():
        if field.id in FIELDS and profile.market in field.audience:
            label = field.wording(profile.market).label
            answer = profile.answer(field.id)
            entries = entries_of(profile, answer, field, label, whole=False)
            found += [entry.because for entry in entries]
    return tuple(found)


def spending(project: Project, profile: Profile) -> Spending:
    """Return where time and money go now, those places first that the profile does not name."""
    named = {(each.field, each.item): each for each in places_of(project, profile)}
    by_words = {_plain(each.words): each for each in named.values()}
    lines = []
    for effort in project.efforts:
        if effort.profile != profile.id:
            continue
        because = named.get((effort.field, effort.item)) or by_words.get(_plain(effort.where))
        verdict: Verdict = "named" if because else "not_named"
        lines.append(
            Spent(
                where=effort.where or (because.words if because else ""),
                verdict=verdict,
                effort=effort,
                because=because,
            )
        )
    served = {(e.because.field, e.because.item) for e in lines if e.because}
    lines += [
        Spent(where=each.words, verdict="nothing_yet", because=each)
        for key, each in named.items()
        if key not in served
    ]
    order: dict[Verdict, int] = {"not_named": 0, "named": 1, "nothing_yet": 2}
    return Spending(
        lines=tuple(sorted(lines, key=lambda each: order[each.verdict])),
        hours_named=_hours(lines, "named"),
        hours_elsewhere=_hours(lines, "not_named"),
    )


def _hours(lines: list[Spent], verdict: Verdict) -> Decimal:
    hours = [e.effort.hours for e in lines if e.verdict == verdict and e.effort]
    return sum((each for each in hours if each is not None), Decimal(0))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
