"""What a weight means on a profile, and how much it decides."""

from icp_desktop.model.project import ProfileKind, Weight

WEIGHT_RANK: dict[Weight, int] = {"must": 0, "rules_out": 0, "should": 1, "warns": 1, "nice": 2}


def weight_in(weight: Weight, kind: ProfileKind) -> Weight:
    """Return what a weight means on a profile: who is not a fit is ruled out or warned about."""
    if kind == "negative":
        return "rules_out" if weight in ("rules_out", "must") else "warns"
    return weight
