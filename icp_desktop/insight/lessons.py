"""What won and lost leads teach the profile: criteria that tell nothing, traits that would.

A criterion is named only where the counts show that it makes no difference worth acting on, a
trait proposed only where it holds after allowing for all that were compared.
"""

from icp_desktop.i18n import _
from icp_desktop.insight.contrast import Finding, Groups, contrast, how_sure
from icp_desktop.insight.scoring import NO, YES, Criterion, Scored
from icp_desktop.insight.statistics import Counts
from icp_desktop.insight.traits import LEAST_GROUP, bits_of, held_traits
from icp_desktop.insight.won_lost import State
from icp_desktop.insight.words import say_trait
from icp_desktop.model.record import record
from icp_desktop.progress import SILENT, Progress

_MOST = 3  # that are told at once


@record
class Lessons:
    """Criteria that do not tell won from lost, and traits outside the profile that do."""

    idle: tuple[Criterion, ...] = ()
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
        if how_sure(_counts(codes, won, lost)) == "none":
            idle.append(each)
    asked = {each.feature.key for each in scored.criteria if each.feature is not None}
    others = [each for each in scored.leads.features if each.key not in asked]
    held, left_out = held_traits(scored.leads.frame, others, progress)
    groups = Groups(best=bits_of(won), others=bits_of(lost))
    return Lessons(idle=tuple(idle), proposed=contrast(held, groups, left_out, progress).found)


def say_lessons(found: Lessons) -> str:
    """Return what the profile could learn, "" for nothing."""
    parts = []
    if found.idle:
        labels = ", ".join(each.label for each in found.idle[:_MOST])
        parts.append(_("Does not tell won from lost: {labels}.", labels=labels))
    if found.proposed:
        traits = ", ".join(say_trait(each.trait) for each in found.proposed[:_MOST])
        parts.append(_("Tells them apart and is not in the profile: {traits}.", traits=traits))
    return " ".join(parts)


def _counts(codes: list[int], won: list[bool], lost: list[bool]) -> Counts:
    def count(side: list[bool], *wanted: int) -> int:
        return sum(1 for code, on in zip(codes, side, strict=True) if on and code in wanted)

    return Counts(
        best=count(won, YES),
        of_best=count(won, YES, NO),
        others=count(lost, YES),
        of_others=count(lost, YES, NO),
    )
