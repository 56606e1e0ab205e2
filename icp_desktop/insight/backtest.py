"""Whom a profile would have let in among the customers there are, and what each criterion costs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from icp_desktop.i18n import _
from icp_desktop.insight.contrast import Groups
from icp_desktop.insight.customers import HERE, Customers
from icp_desktop.insight.deals import ROW, STATE
from icp_desktop.insight.fit import fit
from icp_desktop.insight.matching import NO_PREFERENCE, CellKind, make_matcher
from icp_desktop.insight.rules import apply_rule, rule_for
from icp_desktop.insight.traits import Feature, bits_of, places
from icp_desktop.model.project import WEIGHTS, Answer, Profile, Project, Weight
from icp_desktop.model.record import field, record
from icp_desktop.model.values import Choice, MoneyRange, NumberRange, Value
from icp_desktop.progress import SILENT, Progress
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.phrases import say_value

GroupName = Literal["best", "others", "worst", "won", "lost", "departed"]
Change = Literal["as_is", "softer", "wider", "dropped"]
CHANGES: tuple[Change, ...] = ("as_is", "softer", "wider", "dropped")
_WIDER = Decimal("0.25")  # a range is let out by a quarter of each end
_SOFTER: dict[Weight, Weight] = {
    "must": "should",
    "should": "nice",
    "nice": "nice",
    "rules_out": "warns",
    "warns": "warns",
}
_CODES: dict[bool | None, int] = {False: 0, True: 1, None: 2}
_MEETS: tuple[bool | None, ...] = (False, True, None)


@record
class Criterion:
    """One answer that customers can be held against, and the column that tells."""

    field: Field
    label: str
    words: str
    weight: Weight
    value: Value
    feature: Feature

    @property
    def key(self) -> str:
        """What tells it apart: a field may be asked by both profiles."""
        side = "not a fit " if self.weight in ("rules_out", "warns") else ""
        return f"{side}{self.field.id}"


@record
class Accepted:
    """How many of a group the profile would have let in."""

    name: GroupName
    count: int
    total: int


@record
class Cost:
    """What changes without one criterion: how many more of each group would be let in."""

    criterion: Criterion
    more: tuple[int, ...]


@record
class BackTest:
    """A profile put to the customers there are.

    `unchecked` are the answers no column tells of. `accepted` and `unknown` are bits: whom the
    profile would have let in, and who can't be judged because too little is known of them.
    """

    criteria: tuple[Criterion, ...]
    unchecked: tuple[str, ...]
    groups: tuple[Accepted, ...]
    costs: tuple[Cost, ...]
    accepted: int = field(compare=False, repr=False)
    open: int


def back_test(
    project: Project,
    profile: Profile,
    worksheet: Worksheet,
    customers: Customers,
    changes: Mapping[str, Change] | None = None,
    progress: Progress = SILENT,
) -> BackTest:
    """Hold every customer against the profile and what rules out, with criteria changed at will."""
    criteria, unchecked = criteria_of(project, profile, worksheet, customers)
    groups = _groups(project, customers)
    changed = [_changed(each, (changes or {}).get(each.key, "as_is")) for each in criteria]
    active = [each for each in changed if each is not None]
    columns = []
    for done, each in enumerate(active):
        progress.step(done, 2 * len(active), each.label)
        columns.append(_codes(each, customers))
    accepted, undecided = _accepted(active, columns, customers.rows)
    counted = tuple(_count(name, members, accepted) for name, members in groups)
    costs = []
    for place, each in enumerate(active):
        progress.step(len(active) + place, 2 * len(active), each.label)
        rest = [*active[:place], *active[place + 1 :]]
        without, _open = _accepted(rest, [*columns[:place], *columns[place + 1 :]], customers.rows)
        more = [_count(name, members, without).count for name, members in groups]
        deltas = (b - a.count for a, b in zip(counted, more, strict=True))
        costs.append(Cost(criterion=each, more=tuple(deltas)))
    return BackTest(
        criteria=tuple(criteria),
        unchecked=tuple(unchecked),
        groups=counted,
        costs=tuple(costs),
        accepted=bits_of(accepted),
        open=sum(undecided),
    )


def criteria_of(
    project: Project, profile: Profile, worksheet: Worksheet, customers: Customers
) -> tuple[list[Criterion], list[str]]:
    """Return what customers can be held against, and the answers that no column tells of."""
    features = {each.meaning: each for each in reversed(customers.features) if each.meaning}
    found: list[Criterion] = []
    unchecked: list[str] = []
    negative = [p for p in project.profiles if p.kind == "negative" and p is not profile]
    for source in (profile, *negative):
        for answer in source.answers:
            if answer.value is None or (source is not profile and answer.weight in WEIGHTS):
                continue
            criterion = _criterion(source, answer, worksheet, features)
            if isinstance(criterion, str):
                unchecked.append(criterion)
            elif criterion is not None:
                found.append(criterion)
    return found, list(dict.fromkeys(unchecked))


def say_group(name: GroupName) -> str:
    """Return what a group is called."""
    return {
        "best": _("Best"),
        "others": _("Others"),
        "worst": _("Worst"),
        "won": _("Won deals"),
        "lost": _("Lost deals"),
        "departed": _("Left us"),
    }[name]


def may_widen(criterion: Criterion) -> bool:
    """Say whether a criterion is a range that can be let out."""
    return isinstance(criterion.value, NumberRange | MoneyRange)


def _criterion(
    profile: Profile, answer: Answer, worksheet: Worksheet, features: Mapping[str, Feature]
) -> Criterion | str | None:
    """Return the criterion, its label where no column tells of it, None where it is not asked."""
    assert answer.value is not None
    if isinstance(answer.value, Choice) and answer.value.choice == NO_PREFERENCE:
        return None
    try:
        asked = worksheet.field(answer.field)
    except KeyError:
        return None
    if asked.moment:
        return None  # it tells when to talk to somebody, not whom
    label = asked.wording(profile.market).label
    feature = features.get(asked.id)
    if feature is None:
        return label
    return Criterion(
        field=asked,
        label=label,
        words=say_value(answer.value, asked),
        weight=answer.weight,
        value=answer.value,
        feature=feature,
    )


def _changed(criterion: Criterion, change: Change) -> Criterion | None:
    match change:
        case "dropped":
            return None
        case "softer":
            return replace(criterion, weight=_SOFTER[criterion.weight])
        case "wider":
            return replace(criterion, value=_widened(criterion.value))
    return criterion


def _widened(value: Value) -> Value:
    if not isinstance(value, NumberRange | MoneyRange):
        return value
    low = None if value.low is None else value.low - abs(value.low) * _WIDER
    high = None if value.high is None else value.high + abs(value.high) * _WIDER
    return replace(value, low=low, high=high)


def _codes(criterion: Criterion, customers: Customers) -> bytes:
    """Return for each customer whether the criterion is met: 0 no, 1 yes, 2 not known."""
    feature = criterion.feature
    kind = CellKind(type=feature.type, unit=feature.unit, currency=feature.currency)
    meets = make_matcher(criterion.value, criterion.field, kind)
    known: dict[object, int] = {}  # a column has few different cells
    codes = bytearray()
    for cell in customers.frame[feature.key].to_list():
        key = tuple(cell) if isinstance(cell, list) else cell
        code = known.get(key)
        if code is None:
            code = known[key] = _CODES[None if cell is None else meets(cell)]
        codes.append(code)
    return bytes(codes)


def _accepted(
    criteria: Sequence[Criterion], columns: Sequence[bytes], rows: int
) -> tuple[list[bool], list[bool]]:
    """Return for each customer whether the profile lets them in, and whether that may change."""
    weights = [each.weight for each in criteria]
    if not columns:
        return [True] * rows, [False] * rows
    verdicts: dict[tuple[int, ...], tuple[bool, bool]] = {}
    inside, undecided = [], []
    for codes in zip(*columns, strict=True):
        verdict = verdicts.get(codes)
        if verdict is None:
            meets = [_MEETS[code] for code in codes]
            fits = fit(zip(weights, meets, strict=True))
            may = not fits.ruled_out and not fits.accepted and fits.may_reach != "C"
            verdict = verdicts[codes] = fits.accepted, may
        inside.append(verdict[0])
        undecided.append(verdict[1])
    return inside, undecided


def _groups(project: Project, customers: Customers) -> list[tuple[GroupName, list[int]]]:
    """Return the rows of each group; a customer with two deals stands twice among deals."""
    best = _side(customers, "best", project)
    worst = _side(customers, "worst", project)
    rest = (best.others | worst.others | best.best | worst.best) & ~best.best & ~worst.best
    groups: list[tuple[GroupName, list[int]]] = []
    if best.best or worst.best:
        groups.append(("best", places(best.best, customers.rows)))
        groups.append(("others", places(rest, customers.rows)))
        groups.append(("worst", places(worst.best & ~best.best, customers.rows)))
    if customers.deals is not None:
        states = customers.deals[STATE].to_list()
        rows = customers.deals[ROW].to_list()
        for name in ("won", "lost"):
            theirs = [
                row
                for row, state in zip(rows, states, strict=True)
                if state == name and row is not None
            ]
            if theirs:
                groups.append((name, theirs))
    if HERE in customers.frame.columns:
        gone = [row for row, here in enumerate(customers.frame[HERE].to_list()) if here is False]
        if gone:
            groups.append(("departed", gone))
    return groups


def _side(customers: Customers, side: Literal["best", "worst"], project: Project) -> Groups:
    own = project.judging.best if side == "best" else project.judging.worst
    rule = rule_for(customers, side, own)
    return Groups(best=0, others=0) if rule is None else apply_rule(customers, rule)


def _count(name: GroupName, members: list[int], accepted: Sequence[bool]) -> Accepted:
    return Accepted(name=name, count=sum(accepted[row] for row in members), total=len(members))
