"""A pilot from a scored list, and what came of it: inside the profile against outside."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.contrast import CHANCE, WORTH_ACTING
from icp_desktop.insight.lead_words import is_inside
from icp_desktop.insight.scoring import Scored
from icp_desktop.insight.statistics import Counts, customers_to_settle
from icp_desktop.insight.traits import LEAST_GROUP
from icp_desktop.insight.won_lost import WonLost
from icp_desktop.model.ids import new_id
from icp_desktop.model.pilot import Pilot, PilotLead, Went
from icp_desktop.model.record import record
from icp_desktop.worksheet.phrases import say_day

MOST_LEADS = 500  # more are a campaign, and nobody logs them one by one
Stage = Literal["ahead", "running", "over"]
WENT_NAMES: dict[Went, str] = {
    "open": later("Open"),
    "yes": later("Success"),
    "no": later("No success"),
}


@record
class PilotPlan:
    """What a person says before a pilot begins."""

    name: str
    success: str
    start: date
    end: date


@record
class PilotResult:
    """The counts of a pilot, and how many leads are still open on each side."""

    found: WonLost
    inside: int
    outside: int
    open: int


def make_pilot(scored: Scored, rows: Sequence[int], profile: str, plan: PilotPlan) -> Pilot:
    """Return a pilot over some rows of a scored list; raise KnownError where one can’t be."""
    refuse_plan(plan)
    leads = leads_in(scored, rows)
    if not leads:
        raise KnownError(_("No lead is shown, so there is nobody to try the profile on."))
    if len(leads) > MOST_LEADS:
        raise KnownError(
            _(
                "A pilot takes at most {most} leads, and these are {n}. Show fewer, by tier or by "
                "words, or mark some in the list.",
                most=MOST_LEADS,
                n=f"{len(leads):,}",
            )
        )
    return Pilot(
        id=new_id(),
        name=plan.name,
        profile=profile,
        success=plan.success,
        start=plan.start,
        end=plan.end,
        leads=leads,
    )


def leads_in(scored: Scored, rows: Sequence[int]) -> tuple[PilotLead, ...]:
    """Return the leads of some rows; who is on the list twice is there once, as they stand last."""
    leads: dict[str, PilotLead] = {}
    for row in rows:
        name = scored.leads.names[row]
        found = scored.frame.row(row, named=True)
        inside = is_inside(found)
        tier = "" if found["ruled_out"] else str(found["tier"])
        leads[name.strip().casefold()] = PilotLead(name=name, inside=inside, tier=tier)
    return tuple(leads.values())


def refuse_plan(plan: PilotPlan) -> None:
    """Raise KnownError where a plan has no name, no success, or ends before it begins."""
    if not plan.name:
        raise KnownError(_("Give the pilot a name, so that it can be found again."))
    if not plan.success:
        raise KnownError(
            _("Say what counts as success before it begins; afterwards anything may look like it.")
        )
    if plan.end < plan.start:
        raise KnownError(
            _(
                "It ends on {end}, before it begins on {start}. Change one of the two.",
                end=say_day(plan.end),
                start=say_day(plan.start),
            )
        )


def result_of(pilot: Pilot) -> PilotResult:
    """Count how the leads of a pilot went, inside the profile and outside it."""

    def count(*, inside: bool, wents: tuple[Went, ...]) -> int:
        return sum(1 for each in pilot.leads if each.inside == inside and each.went in wents)

    counts = Counts(
        best=count(inside=True, wents=("yes",)),
        of_best=count(inside=True, wents=("yes", "no")),
        others=count(inside=False, wents=("yes",)),
        of_others=count(inside=False, wents=("yes", "no")),
    )
    inside = sum(1 for each in pilot.leads if each.inside)
    return PilotResult(
        found=WonLost(counts=counts, left_inside=0, left_outside=0),
        inside=inside,
        outside=len(pilot.leads) - inside,
        open=len(pilot.leads) - counts.total,
    )


def stage_of(pilot: Pilot, today: date) -> Stage:
    """Say whether a pilot is still to begin, runs, or is over."""
    if today < pilot.start:
        return "ahead"
    return "running" if today <= pilot.end else "over"


def say_span(pilot: Pilot, today: date) -> str:
    """Return from when to when it runs, and how far it is."""
    span = _("{start} to {end}", start=say_day(pilot.start), end=say_day(pilot.end))
    left = (pilot.end - today).days
    match stage_of(pilot, today):
        case "ahead":
            return _("{span}, not begun yet", span=span)
        case "over":
            return _("{span}, over", span=span)
        case _ if not left:
            return _("{span}, ends today", span=span)
        case _:
            return n_("{span}, {n} day left", "{span}, {n} days left", left, span=span)


def say_side(lead: PilotLead) -> str:
    """Return where a lead stood when the pilot began."""
    side = _("Inside") if lead.inside else _("Outside")
    tier = _("Tier {tier}", tier=lead.tier) if lead.tier else _("ruled out")
    return f"{side}, {tier}"


def say_balance(inside: int, outside: int) -> str:
    """Return who would be in a pilot, and what could not be told from it."""
    whole = n_("{n} lead", "{n} leads", inside + outside)
    parts = [
        _(
            "{whole}: {inside} inside the profile, {outside} outside.",
            whole=whole,
            inside=inside,
            outside=outside,
        )
    ]
    if not inside:
        parts.append(_("Nobody is inside, so the profile is not tried at all: take some from A."))
    elif not outside:
        parts.append(
            _("Nobody is outside, so there is nobody to compare with: take some from Tier C too.")
        )
    elif min(inside, outside) < LEAST_GROUP:
        parts.append(_("With fewer than {n} on a side it stays too few to tell.", n=LEAST_GROUP))
    return " ".join(parts)


def say_result(pilot: Pilot) -> str:
    """Return the counts of a pilot and what they are worth."""
    result = result_of(pilot)
    counts = result.found.counts
    if not counts.total:
        return _("Nothing is logged yet.")
    parts = [
        _(
            "Success inside the profile {a} of {b}, outside {c} of {d}.",
            a=counts.best,
            b=counts.of_best,
            c=counts.others,
            d=counts.of_others,
        )
    ]
    if result.open:
        parts.append(n_("{n} is still open.", "{n} are still open.", result.open))
    return " ".join([*parts, _verdict(result)])


def _verdict(result: PilotResult) -> str:
    if not result.inside or not result.outside:
        side = _("inside the profile") if not result.inside else _("outside the profile")
        return _("Nobody {side} is in it, so there is nothing to compare with.", side=side)
    counts, sure = result.found.counts, result.found.sure
    if sure in ("clear", "likely"):
        if counts.gap < 0:
            return _("Those outside do better: look at the profile again.")
        return _("The profile tells them apart.")
    if sure == "none":
        return _("No difference worth acting on.")
    needed = max(customers_to_settle(counts, WORTH_ACTING, CHANCE), counts.total + 1)
    return n_(
        "Too few to tell: it would take about {n} lead.",
        "Too few to tell: it would take about {n} leads.",
        needed,
    )
