"""Leads, or today's customers, held against a profile: how well each fits, and what is not known.

The arithmetic is that of `fit`, here for whole lists at once. When to talk to somebody (why now,
trigger events) is told apart from how well they fit: it gives no points and rules nobody out.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from icp_desktop.i18n import _
from icp_desktop.insight.customers import Customers
from icp_desktop.insight.fit import A_FROM, B_FROM, POINTS
from icp_desktop.insight.matching import CellKind, make_matcher, plain_bounds
from icp_desktop.insight.traits import Feature
from icp_desktop.model.project import WEIGHTS, Answer, Profile, Project, Weight
from icp_desktop.model.record import field, record
from icp_desktop.model.values import Choice, Pairs, Value
from icp_desktop.progress import SILENT, Progress
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.phrases import say_value

if TYPE_CHECKING:
    import polars as pl

Timing = Literal["now", "soon", "not_now", "unknown"]
NO_PREFERENCE = "no_preference"  # the choice that takes anybody
NO, YES, UNKNOWN = 0, 1, 2  # what a lead says to a criterion
MEETS: dict[int, bool | None] = {NO: False, YES: True, UNKNOWN: None}
_CODES = {meets: code for code, meets in MEETS.items()}


@record
class Criterion:
    """One answer that leads are held against, and the column that tells, None where none does.

    `question` is what to ask to find out.
    """

    field: Field
    label: str
    question: str
    words: str
    weight: Weight
    value: Value
    feature: Feature | None

    @property
    def points(self) -> int:
        """What it counts."""
        return POINTS[self.weight]


@record
class Scored:
    """A scored list.

    `frame` has a row per lead in the order of the list: `met`, `unknown` and `points` (of all
    criteria), `low` and `high` of every 100, `tier` and `may_reach`, `ruled_out`, `warned`,
    `timing`, and per criterion `c0`, `c1` ... with 0 missed, 1 met, 2 not known.
    """

    criteria: tuple[Criterion, ...]
    moments: tuple[Criterion, ...]
    leads: Customers
    frame: "pl.DataFrame" = field(compare=False)

    @property
    def rows(self) -> int:
        """How many leads there are."""
        return self.leads.rows


def criteria_for(
    project: Project, profile: Profile, worksheet: Worksheet, leads: Customers
) -> tuple[tuple[Criterion, ...], tuple[Criterion, ...]]:
    """Return what leads are held against, and the moments that tell when to talk to them."""
    features = {each.meaning: each for each in reversed(leads.features) if each.meaning}
    negative = [each for each in project.profiles if each.kind == "negative" and each != profile]
    found: list[Criterion] = []
    for source in (profile, *negative):
        for answer in source.answers:
            if answer.value is None or (source is not profile and answer.weight in WEIGHTS):
                continue
            criterion = _criterion(source, answer, worksheet, features)
            if criterion is not None:
                found.append(criterion)
    fits = tuple(each for each in found if not each.field.moment)
    return fits, tuple(each for each in found if each.field.moment and each.weight in WEIGHTS)


def score(
    project: Project,
    profile: Profile,
    worksheet: Worksheet,
    leads: Customers,
    progress: Progress = SILENT,
) -> Scored:
    """Hold every lead against a profile and against what rules out."""
    import polars as pl

    criteria, moments = criteria_for(project, profile, worksheet, leads)
    columns = {"row": pl.int_range(leads.rows, dtype=pl.UInt32, eager=True)}
    for number, each in enumerate((*criteria, *moments)):
        progress.step(number, len(criteria) + len(moments), each.label)
        columns[f"c{number}"] = codes_of(each, leads.frame)
    codes = pl.DataFrame(columns)
    names = [f"c{number}" for number in range(len(criteria))]
    late = [f"c{number}" for number in range(len(criteria), len(criteria) + len(moments))]
    counted = codes.with_columns(*arithmetic(criteria, names), _timing(moments, late))
    return Scored(
        criteria=criteria,
        moments=moments,
        leads=leads,
        frame=counted.with_columns(*_ranges()).with_columns(*_tiers()),
    )


def arithmetic(criteria: Sequence[Criterion], names: Sequence[str]) -> "list[pl.Expr]":
    """Return the points met, not known and of all criteria, and what rules out or warns."""
    import polars as pl

    def points(code: int) -> "pl.Expr":
        parts = [
            pl.when(pl.col(name) == code).then(each.points).otherwise(0)
            for name, each in zip(names, criteria, strict=True)
            if each.points
        ]
        return pl.sum_horizontal(parts) if parts else pl.lit(0)

    def some(weight: Weight, code: int) -> "pl.Expr":
        parts = [
            pl.col(name) == code
            for name, each in zip(names, criteria, strict=True)
            if each.weight == weight
        ]
        return pl.any_horizontal(parts) if parts else pl.lit(value=False)

    everything = sum(each.points for each in criteria)
    return [
        points(YES).cast(pl.Int64).alias("met"),
        points(UNKNOWN).cast(pl.Int64).alias("unknown"),
        pl.lit(everything, pl.Int64).alias("points"),
        (some("must", NO) | some("rules_out", YES)).alias("ruled_out"),
        some("warns", YES).alias("warned"),
    ]


def codes_of(criterion: Criterion, frame: "pl.DataFrame") -> "pl.Series":
    """Return for each row whether a criterion is met: 0 no, 1 yes, 2 not known."""
    import polars as pl

    feature = criterion.feature
    if feature is None:
        return pl.repeat(UNKNOWN, len(frame), dtype=pl.UInt8, eager=True)
    kind = CellKind(type=feature.type, unit=feature.unit, currency=feature.currency)
    cells = frame[feature.key]
    bounds = plain_bounds(criterion.value, kind) if cells.dtype == pl.Float64 else None
    if bounds is not None:
        return _between(cells, *bounds)
    meets = make_matcher(criterion.value, criterion.field, kind)
    keys = cells.list.join("\x1f") if cells.dtype == pl.List else cells
    different = pl.DataFrame({"key": keys, "cell": cells}).unique("key", maintain_order=True)
    verdicts = [_CODES[None if cell is None else meets(cell)] for cell in different["cell"]]
    told = pl.Series(verdicts, dtype=pl.UInt8)
    if keys.null_count():
        known = different["key"].is_not_null()
        codes = keys.replace_strict(
            different["key"].filter(known), told.filter(known), default=UNKNOWN
        )
    else:
        codes = keys.replace_strict(different["key"], told, default=UNKNOWN)
    return codes.cast(pl.UInt8)


def say_timing(timing: Timing) -> str:
    """Return when to talk to somebody, in a word or two."""
    return {
        "now": _("Now"),
        "soon": _("Soon"),
        "not_now": _("Not now"),
        "unknown": _("Not known"),
    }[timing]


def _criterion(
    profile: Profile, answer: Answer, worksheet: Worksheet, features: dict[str, Feature]
) -> Criterion | None:
    try:
        asked = worksheet.field(answer.field)
    except KeyError:
        return None  # the worksheet asks it no longer
    assert answer.value is not None
    if answer.value == Choice(choice=NO_PREFERENCE):
        return None  # whoever it is, it is met
    words = asked.wording(profile.market)
    return Criterion(
        field=asked,
        label=words.label,
        question=words.question or words.label,
        words=_say_wanted(answer.value, asked),
        weight=answer.weight,
        value=answer.value,
        feature=features.get(asked.id),
    )


def _say_wanted(value: Value, asked: Field) -> str:
    """Say what fits; of pairs what a lead can tell of, not what we have for it."""
    if isinstance(value, Pairs):
        return ", ".join(each.first for each in value.items)
    return say_value(value, asked)


def _between(cells: "pl.Series", low: float | None, high: float | None) -> "pl.Series":
    import polars as pl

    inside = pl.lit(value=True)
    if low is not None:
        inside &= pl.col("cell") >= low
    if high is not None:
        inside &= pl.col("cell") <= high
    code = (
        pl.when(pl.col("cell").is_null())
        .then(UNKNOWN)
        .when(inside)
        .then(YES)
        .otherwise(NO)
        .cast(pl.UInt8)
    )
    return pl.DataFrame({"cell": cells}).select(code.alias("code"))["code"]


def _timing(moments: Sequence[Criterion], names: Sequence[str]) -> "pl.Expr":
    """Say when: a reason of their own to act is now, a sign that is seen from outside soon."""
    import polars as pl

    def some(kind: str, code: int) -> "pl.Expr":
        parts = [
            pl.col(name) == code
            for name, each in zip(names, moments, strict=True)
            if each.field.moment == kind
        ]
        return pl.any_horizontal(parts) if parts else pl.lit(value=False)

    return (
        pl.when(some("now", YES))
        .then(pl.lit("now"))
        .when(some("soon", YES))
        .then(pl.lit("soon"))
        .when(some("now", NO) | some("soon", NO))
        .then(pl.lit("not_now"))
        .otherwise(pl.lit("unknown"))
        .alias("timing")
    )


def _ranges() -> "list[pl.Expr]":
    """Return the ends of the score in whole hundredths, cut and not rounded: 79.9 is no A."""
    import polars as pl

    everything = pl.col("points")
    return [
        pl.when(everything == 0).then(100).otherwise(100 * part // everything).alias(name)
        for name, part in (("low", pl.col("met")), ("high", pl.col("met") + pl.col("unknown")))
    ]


def _tiers() -> "list[pl.Expr]":
    import polars as pl

    def tier(name: str) -> "pl.Expr":
        return (
            pl.when(pl.col(name) >= A_FROM)
            .then(pl.lit("A"))
            .when(pl.col(name) >= B_FROM)
            .then(pl.lit("B"))
            .otherwise(pl.lit("C"))
        )

    return [tier("low").alias("tier"), tier("high").alias("may_reach")]
