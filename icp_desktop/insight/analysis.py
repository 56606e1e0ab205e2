"""One comparison from the lists of a project: best and the rest, worst, won deals, quick ones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from icp_desktop.insight.contrast import Contrast, Finding, Groups, contrast
from icp_desktop.insight.customers import Customers
from icp_desktop.insight.deals import DAYS, ROW, STATE
from icp_desktop.insight.pairs import Pair, found_pairs
from icp_desktop.insight.rule_words import say_rule
from icp_desktop.insight.rules import apply_rule, rule_for
from icp_desktop.insight.statistics import spearman
from icp_desktop.insight.traits import Feature, Uncompared, flagged, held_traits
from icp_desktop.model.judging import Rule, Side
from icp_desktop.model.project import Project
from icp_desktop.model.record import field, record
from icp_desktop.progress import SILENT, Progress

if TYPE_CHECKING:
    import polars as pl

Subject = Literal["best", "worst", "won", "quick"]
SUBJECTS: tuple[Subject, ...] = ("best", "worst", "won", "quick")
_SAME_ORDER = 0.8  # from here on a column ranks customers as the rule does
_FEWEST_RANKED = 10
_SAMPLE = 2000  # customers whose order is compared
_MANY_BEST, _MANY_OTHERS = 20, 100  # a trait that divides so many without exception follows
_QUICKEST = 3  # the quickest third of won deals


@record
class Analysis:
    """A comparison with what it rests on.

    `names` are those of the rows that were compared, where they are customers; `unranked` counts
    the customers or deals that the rule can't judge.
    """

    subject: Subject
    customers: Customers
    rule: Rule | None
    rule_words: str
    contrast: Contrast
    pairs: tuple[Pair, ...]
    rows: int
    unranked: int
    names: tuple[str, ...] = field(compare=False, default=())

    @property
    def groups(self) -> Groups:
        """Who was compared with whom."""
        return self.contrast.groups


def available(customers: Customers) -> tuple[Subject, ...]:
    """Return the comparisons that the lists allow."""
    subjects: list[Subject] = []
    if rule_for(customers, "best", None) is not None:
        subjects += ["best", "worst"]
    if customers.deals is not None:
        states = set(customers.deals[STATE].unique())
        if {"won", "lost"} <= states:
            subjects.append("won")
        if "won" in states and customers.deals[DAYS].null_count() < len(customers.deals):
            subjects.append("quick")
    return tuple(subjects)


def own_rule(project: Project, side: Side) -> Rule | None:
    """Return the rule that the person chose for a side, None if it is the proposed one."""
    return project.judging.best if side == "best" else project.judging.worst


def analyse(
    customers: Customers,
    subject: Subject,
    own: Rule | None = None,
    progress: Progress = SILENT,
) -> Analysis | None:
    """Compare; None where the lists do not allow it."""
    if subject in ("best", "worst"):
        return _analyse_customers(customers, subject, own, progress)
    if subject not in available(customers):
        return None
    return _analyse_deals(customers, subject, progress)


def _analyse_customers(
    customers: Customers, side: Side, own: Rule | None, progress: Progress
) -> Analysis | None:
    rule = rule_for(customers, side, own)
    if rule is None:
        return None
    groups = apply_rule(customers, rule)
    features, set_apart = _without_echoes_of(customers, rule)
    compared, pairs = _compare(customers.frame, features, groups, set_apart, progress)
    return Analysis(
        subject=side,
        customers=customers,
        rule=rule,
        rule_words=say_rule(customers, rule),
        contrast=compared,
        pairs=pairs,
        rows=customers.rows,
        unranked=customers.rows - groups.of_best - groups.of_others,
        names=customers.names,
    )


def _analyse_deals(customers: Customers, subject: Subject, progress: Progress) -> Analysis:
    import polars as pl

    assert customers.deals is not None
    deals = customers.deals
    if subject == "won":
        deals = deals.filter(pl.col(STATE).is_in(["won", "lost"]))
        best, others = deals[STATE] == "won", deals[STATE] == "lost"
    else:
        deals = deals.filter((pl.col(STATE) == "won") & pl.col(DAYS).is_not_null())
        border = deals[DAYS].sort()[max(len(deals) // _QUICKEST - 1, 0)]
        best = deals[DAYS] <= border
        others = ~best
    groups = Groups(best=flagged(best), others=flagged(others))
    own = [each for each in customers.deal_features if each.key in deals.columns]
    taken = {each.key for each in own}
    theirs = [each for each in customers.features if each.key not in taken]
    rows = deals[ROW]
    frame = pl.DataFrame(
        [
            *(deals[each.key] for each in own),
            *(customers.frame[each.key].gather(rows).alias(each.key) for each in theirs),
        ]
    )
    compared, pairs = _compare(frame, (*theirs, *own), groups, (), progress)
    return Analysis(
        subject=subject,
        customers=customers,
        rule=None,
        rule_words="",
        contrast=compared,
        pairs=pairs,
        rows=len(deals),
        unranked=len(customers.deals) - len(deals),
    )


def _compare(
    frame: "pl.DataFrame",
    features: Sequence[Feature],
    groups: Groups,
    set_apart: Sequence[Uncompared],
    progress: Progress,
) -> tuple[Contrast, tuple[Pair, ...]]:
    held, left_out = held_traits(frame, features, progress)
    compared = contrast(held, groups, (*set_apart, *left_out), progress)
    without = [row for row in compared.found if _divides_all(row)]
    if without:  # a column that follows from the rule would hide whatever else there is
        keys = {row.trait.feature.key for row in without}
        apart = [Uncompared(feature=row.trait.feature, reason="restates") for row in without]
        held = [each for each in held if each.trait.feature.key not in keys]
        compared = contrast(held, groups, (*set_apart, *apart, *left_out), progress)
    return compared, found_pairs(compared, held, progress)


def _divides_all(row: Finding) -> bool:
    counts = row.counts
    if counts.of_best < _MANY_BEST or counts.of_others < _MANY_OTHERS:
        return False
    return (counts.best, counts.others) in ((counts.of_best, 0), (0, counts.of_others))


def _without_echoes_of(
    customers: Customers, rule: Rule
) -> tuple[tuple[Feature, ...], tuple[Uncompared, ...]]:
    """Set apart the columns that decide who is best, and those that merely say it again."""
    deciding = {condition.column for condition in rule.conditions}
    ranking = next((c for c in rule.conditions if c.test in ("top", "bottom")), None)
    kept: list[Feature] = []
    apart: list[Uncompared] = []
    for feature in customers.features:
        if feature.key in deciding:
            apart.append(Uncompared(feature=feature, reason="decides"))
        elif ranking is not None and _same_order(customers, feature, ranking.column):
            apart.append(Uncompared(feature=feature, reason="restates"))
        else:
            kept.append(feature)
    return tuple(kept), tuple(apart)


def _same_order(customers: Customers, feature: Feature, column: str) -> bool:
    """Say whether a column of figures puts customers in the order that the rule ranks them by."""
    import polars as pl

    if feature.type not in ("number", "money", "date"):
        return False
    both = customers.frame.select(
        pl.col(feature.key).to_physical().cast(pl.Float64, strict=False).alias("ours"),
        pl.col(column).to_physical().cast(pl.Float64, strict=False).alias("theirs"),
    ).drop_nulls()
    if len(both) < _FEWEST_RANKED:
        return False
    both = both.gather_every(max(len(both) // _SAMPLE, 1))
    return abs(spearman(both["ours"].to_list(), both["theirs"].to_list())) >= _SAME_ORDER
