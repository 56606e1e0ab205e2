"""Who counts as best or as worst: rules proposed and applied."""

import re
from datetime import date
from typing import TYPE_CHECKING

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.insight.contrast import Groups
from icp_desktop.insight.customers import HERE, Customers
from icp_desktop.insight.traits import flagged
from icp_desktop.model.judging import Condition, Rule, Side

if TYPE_CHECKING:
    import polars as pl

_USUAL_SHARE = "20%"
_SHORT_LIST, _SHORT_SHARE = 50, "33%"  # a fifth of a short list is too few to compare
_FEWEST_LEFT = 5
_PLAIN = re.compile(r"[-+]?\d+(\.\d+)?")
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")  # 12,000
_TWO_WAYS = re.compile(r"[-+]?[1-9]\d{0,2}\.\d{3}")  # 12.000: twelve, or 12,000


def proposed_rule(customers: Customers, side: Side) -> Rule | None:
    """Return the rule that fits the columns there are, None where nothing tells good from bad."""
    if customers.verdict and _count(customers, customers.verdict, side):
        condition = Condition(column=customers.verdict, test="is", value=side)
        return Rule(conditions=(condition,))
    here = HERE in customers.frame.columns
    if side == "worst" and here and _count(customers, HERE, "no") >= _FEWEST_LEFT:
        return Rule(conditions=(Condition(column=HERE, test="is", value="no"),))
    if not customers.measures:
        return None
    measure = customers.measures[0]
    share = _SHORT_SHARE if customers.rows < _SHORT_LIST else _USUAL_SHARE
    wants_high = (measure.better == "high") == (side == "best")
    ranked = Condition(column=measure.key, test="top" if wants_high else "bottom", value=share)
    if side == "best" and here:
        return Rule(conditions=(ranked, Condition(column=HERE, test="is", value="yes")))
    return Rule(conditions=(ranked,))


def rule_for(customers: Customers, side: Side, own: Rule | None) -> Rule | None:
    """Return the person's own rule where its columns are still there, else the proposed one."""
    if own is not None and own.conditions:
        columns = {condition.column for condition in own.conditions}
        if columns <= set(customers.frame.columns):
            return own
    return proposed_rule(customers, side)


def apply_rule(customers: Customers, rule: Rule) -> Groups:
    """Return who meets a rule and who does not; whoever can't be judged is in neither.

    Raises KnownError where a condition names no column or compares with what it can't.
    """
    meets, known = customers.everyone, customers.everyone
    fails = 0
    for condition in rule.conditions:
        yes, judged = _judge(customers, condition)
        meets &= yes
        fails |= judged & ~yes
        known &= judged
    return Groups(best=meets, others=fails & ~meets)


def _count(customers: Customers, column: str, value: str) -> int:
    yes, _known = _judge(customers, Condition(column=column, test="is", value=value))
    return yes.bit_count()


def _judge(customers: Customers, condition: Condition) -> tuple[int, int]:
    """Return who meets a condition and of whom that is known, as bits."""
    if condition.column not in customers.frame.columns:
        raise KnownError(
            _(
                "The list has no column “{column}” any more. Choose another rule.",
                column=condition.column[:80],
            )
        )
    cells = customers.frame[condition.column]
    known = flagged(cells.is_not_null())
    if condition.test in ("top", "bottom"):
        return _judge_rank(cells, condition), known
    if condition.test in ("at_least", "at_most"):
        flags = _compare(cells, condition)
    else:
        flags = _equals(cells, condition.value)
        if condition.test == "is_not":
            flags = ~flags
    return flagged(flags) & known, known


def _judge_rank(cells: "pl.Series", condition: Condition) -> int:
    """Return the first so many in order; whoever ties with the last of them is in as well."""
    if not (cells.dtype.is_numeric() or cells.dtype.is_temporal()):
        raise KnownError(
            _(
                "Nobody can be ranked by the column “{column}”, since it holds words. Say what "
                "must stand in it: {column} is …",
                column=condition.column[:80],
            )
        )
    amount = _amount(condition.value, len(cells) - cells.null_count())
    ordered = cells.drop_nulls().sort(descending=condition.test == "top")
    if not amount or not len(ordered):
        return 0
    border = ordered[min(amount, len(ordered)) - 1]
    inside = cells >= border if condition.test == "top" else cells <= border
    if int(inside.sum()) > max(2 * amount, len(ordered) // 2):  # the border is the usual value
        inside = cells > border if condition.test == "top" else cells < border
    return flagged(inside)


def _amount(text: str, known: int) -> int:
    figure = re.match(r"\s*(\d+(?:\.\d+)?)\s*(%|percent)?", text)
    if figure is None:
        raise KnownError(_("“{text}” is neither a share such as 20% nor a number.", text=text[:40]))
    number = float(figure[1])
    if not number or (figure[2] and number >= 100):
        raise KnownError(
            _("“{text}” leaves nobody to compare. Write a share such as 20%.", text=text[:40])
        )
    return max(round(known * number / 100), 1) if figure[2] else int(number)


def _compare(cells: "pl.Series", condition: Condition) -> "pl.Series":
    import polars as pl

    limit: float | date
    try:
        if cells.dtype == pl.Date:
            limit = date.fromisoformat(condition.value.strip())
        else:
            limit = _limit(condition.value)
            cells = cells.cast(pl.Float64)
    except (ValueError, pl.exceptions.PolarsError) as error:
        raise KnownError(
            _(
                "“{value}” can’t be compared with the column “{column}”. Write a number such as "
                "12000 or 12.5, or a day as 2026-11-25.",
                value=condition.value[:40],
                column=condition.column[:80],
            )
        ) from error
    return cells >= limit if condition.test == "at_least" else cells <= limit


def _limit(text: str) -> float:
    """Read a figure; one that reads as two, such as 10.000 or 1,5, is refused with a ValueError."""
    plain = text.replace(" ", "").replace("\u00a0", "")
    if _GROUPED.fullmatch(plain):
        return float(plain.replace(",", ""))
    if not _PLAIN.fullmatch(plain) or _TWO_WAYS.fullmatch(plain):
        raise ValueError(text)
    return float(plain)


def _equals(cells: "pl.Series", value: str) -> "pl.Series":
    import polars as pl

    wanted = value.strip().casefold()
    if cells.dtype == pl.Boolean:
        return cells == (wanted in {"yes", "true", "1", _("Yes").casefold()})
    if cells.dtype == pl.List:
        return cells.list.eval(pl.element().str.to_lowercase() == wanted).list.any()
    if cells.dtype == pl.Float64:
        try:
            return cells == float(wanted)
        except ValueError:
            return cells != cells  # noqa: PLR0124 - false wherever it is known
    return cells.cast(pl.String).str.strip_chars().str.to_lowercase() == wanted
