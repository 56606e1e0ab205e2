"""A lead in words: its tier, where it is and how large, and what rules it out."""

from collections.abc import Mapping

from icp_desktop.i18n import _
from icp_desktop.insight.reasons import explain, say_found
from icp_desktop.insight.scoring import Scored

_DETAILS = ("company.location", "people.location", "company.size", "company.industry")


def say_tier(tier: str, may_reach: str) -> str:
    """Return "Tier B", or "Tier B or A" where more is possible."""
    if tier == may_reach:
        return _("Tier {tier}", tier=tier)
    return _("Tier {tier} or {other}", tier=tier, other=may_reach)


def say_range(low: int, high: int) -> str:
    """Return "71–100", or one figure where all is known."""
    return str(low) if low == high else f"{low}–{high}"


def detail_of(scored: Scored, row: int) -> str:
    """Return where a lead is and how large, as far as the list tells."""
    asked = {each.field.id: each for each in scored.criteria if each.feature is not None}
    told = [say_found(scored, asked[each], row) for each in _DETAILS if each in asked]
    return ", ".join([part for part in told if part][:2])


def why_out(scored: Scored, row: int) -> str:
    """Return in one line what rules a lead out."""
    for each in explain(scored, row):
        if each.decides and each.criterion.weight == "must":
            return _(
                "{label}: {found}, and it has to be {wanted}.",
                label=each.criterion.label,
                found=each.found,
                wanted=each.criterion.words,
            )
        if each.decides:
            return _("{label}: {found} rules out.", label=each.criterion.label, found=each.found)
    return ""


def say_doubts(scored: Scored) -> str:
    """Return what keeps the scores of a whole list from telling anything, "" for nothing."""
    counting = [each for each in scored.criteria if each.points]
    if not scored.rows:
        return ""
    if not counting:
        return _(
            "The profile asks nothing of them yet, so everybody scores 100. Answer a few questions "
            "of the worksheet first."
        )
    if all(each.feature is None for each in counting):
        return _(
            "No column of the list tells of anything in the profile, so nothing is known of "
            "anybody. Import the list again and say what its columns mean."
        )
    if bool(scored.frame["ruled_out"].all()):
        return _(
            "Everybody is ruled out. Look at what the profile says they must have: it may ask for "
            "more than anybody has, or contradict what rules out."
        )
    return ""


def is_inside(found: Mapping[str, object]) -> bool:
    """Say whether a scored row is inside the profile: not ruled out, and Tier B or better today."""
    return not found["ruled_out"] and found["tier"] != "C"


def say_inside() -> str:
    """Return what inside and outside the profile mean, in a sentence."""
    return _("Inside the profile is who is not ruled out and in Tier B or better today.")
