"""What won and lost leads teach the profile: criteria that tell nothing, traits that would.

A criterion is named only where the counts show that it makes no difference worth acting on, a
trait proposed only where it holds after allowing for all that were compared.
"""

from dataclasses import replace

from icp_desktop.i18n import _
from icp_desktop.insight.contrast import Finding, Groups, contrast, how_sure
from icp_desktop.insight.into_profile import Use, fields_for, negative_of, use_proof
from icp_desktop.insight.scoring import NO, YES, Criterion, Scored
from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.traits import LEAST_GROUP, bits_of, held_traits
from icp_desktop.insight.won_lost import State
from icp_desktop.insight.words import say_trait
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.project import WEIGHTS, Profile, Project, Weight
from icp_desktop.model.record import record
from icp_desktop.progress import SILENT, Progress
from icp_desktop.worksheet.shipped import worksheet_of

_MOST = 3  # that are told at once


@record
class Idle:
    """A criterion that does not tell won from lost, and how many of each meet it."""

    criterion: Criterion
    counts: Counts


@record
class Lessons:
    """Criteria that do not tell won from lost, and traits outside the profile that do."""

    idle: tuple[Idle, ...] = ()
    proposed: tuple[Finding, ...] = ()


def lessons(scored: Scored, states: tuple[State, ...], progress: Progress = SILENT) -> Lessons:
    """Compare won with lost by each criterion, and by each column the profile does not use."""
    won = [state in ("won", "left") for state in states]
    lost = [state == "lost" for state in states]
    if min(sum(won), sum(lost)) < LEAST_GROUP:
        return Lessons()
    idle = []
    for number, each in enumerate(scored.criteria):
        if each.feature is None or not each.points:
            continue
        codes = scored.frame[f"c{number}"].to_list()
        counts = _counts(codes, won, lost)
        if how_sure(counts) == "none":
            idle.append(Idle(criterion=each, counts=counts))
    asked = {each.feature.key for each in scored.criteria if each.feature is not None}
    others = [each for each in scored.leads.features if each.key not in asked]
    held, left_out = held_traits(scored.leads.frame, others, progress)
    groups = Groups(best=bits_of(won), others=bits_of(lost))
    return Lessons(idle=tuple(idle), proposed=contrast(held, groups, left_out, progress).found)


def say_lessons(found: Lessons) -> str:
    """Return what the profile could learn, "" for nothing."""
    parts = []
    if found.idle:
        labels = ", ".join(each.criterion.label for each in found.idle[:_MOST])
        parts.append(_("Does not tell won from lost: {labels}.", labels=labels))
    if found.proposed:
        traits = ", ".join(say_trait(each.trait) for each in found.proposed[:_MOST])
        parts.append(_("Tells them apart and is not in the profile: {traits}.", traits=traits))
    return " ".join(parts)


def say_idle(each: Idle) -> str:
    """Return the counts of a criterion that makes no difference."""
    counts = each.counts
    return _(
        "{a} of {b} won, {c} of {d} lost meet it, so it does not tell them apart.",
        a=counts.best,
        b=counts.of_best,
        c=counts.others,
        d=counts.of_others,
    )


def say_proposed(finding: Finding) -> str:
    """Return the counts of a trait that tells won from lost."""
    counts = finding.counts
    return _(
        "{a} of {b} won, {c} of {d} lost have it, and the profile does not ask for it.",
        a=counts.best,
        b=counts.of_best,
        c=counts.others,
        d=counts.of_others,
    )


def lighter(weight: Weight) -> Weight | None:
    """Return the next lesser weight, None below the least."""
    place = WEIGHTS.index(weight)
    return WEIGHTS[place + 1] if place + 1 < len(WEIGHTS) else None


def taken_trait(finding: Finding, scored: Scored, project: Project, profile: Profile) -> Use | None:
    """Return what taking a trait in would do, None where its column means no answer.

    What the won have goes into the profile, what the lost have under “Not a fit”, as a warning.
    """
    worksheet = worksheet_of(project)
    if finding.counts.gap < 0:
        counts = finding.counts
        turned = Counts(
            best=counts.others,
            of_best=counts.of_others,
            others=counts.best,
            of_others=counts.of_best,
        )
        finding, profile = replace(finding, counts=turned), negative_of(project, profile)
    meant = finding.trait.feature.meaning
    fields = fields_for(finding.trait, worksheet, profile)
    if not fields or fields[0].id != meant:
        return None
    proof = Evidence(
        id=new_id(),
        source="customers",
        note=_(
            "Leads that were {went}", went=_("lost") if profile.kind == "negative" else _("won")
        ),
        reference=scored.leads.name,
        day=scored.leads.day,
        count=finding.counts.best,
        total=finding.counts.of_best,
    )
    return use_proof(finding, proof, project, profile, fields[0])


def _counts(codes: list[int], won: list[bool], lost: list[bool]) -> Counts:
    def count(side: list[bool], *wanted: int) -> int:
        return sum(1 for code, on in zip(codes, side, strict=True) if on and code in wanted)

    return Counts(
        best=count(won, YES),
        of_best=count(won, YES, NO),
        others=count(lost, YES),
        of_others=count(lost, YES, NO),
    )
