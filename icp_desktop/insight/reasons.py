"""Why a lead scores as it does, criterion by criterion, and what to ask next."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from icp_desktop.i18n import _
from icp_desktop.insight.scoring import MEETS, YES, Criterion, Scored
from icp_desktop.insight.traits import Feature
from icp_desktop.model.record import record
from icp_desktop.model.values import NumberRange
from icp_desktop.worksheet.phrases import say_day, say_money, say_number


@record
class Reason:
    """What one criterion does for a lead: what the list says, whether it is met, the points.

    `least` and `most` are the same where it is known. `decides` says that it rules the lead out.
    """

    criterion: Criterion
    found: str
    meets: bool | None
    least: int
    most: int
    decides: bool


@record
class NextQuestion:
    """What to ask next: the score as it would be after a yes and after a no, of every 100."""

    criterion: Criterion
    if_yes: tuple[int, int]
    if_no: tuple[int, int]


def explain(scored: Scored, row: int) -> tuple[Reason, ...]:
    """Return what each criterion does for a lead, in the order of the profile."""
    reasons = []
    for number, each in enumerate(scored.criteria):
        meets = MEETS[int(scored.frame[f"c{number}"][row])]
        reasons.append(
            Reason(
                criterion=each,
                found=say_found(scored, each, row),
                meets=meets,
                least=each.points if meets else 0,
                most=0 if meets is False else each.points,
                decides=(each.weight == "must" and meets is False)
                or (each.weight == "rules_out" and meets is True),
            )
        )
    return tuple(reasons)


def ask_next(scored: Scored, row: int) -> NextQuestion | None:
    """Return the question that tells most of a lead, None where everything is known."""
    open_ = [each for each in explain(scored, row) if each.meets is None and each.most]
    if not open_ or bool(scored.frame["ruled_out"][row]):
        return None
    chosen = max(open_, key=lambda each: each.most).criterion
    met, unknown, everything = (
        int(scored.frame[name][row]) for name in ("met", "unknown", "points")
    )
    rest = unknown - chosen.points
    return NextQuestion(
        criterion=chosen,
        if_yes=_hundredths(met + chosen.points, met + chosen.points + rest, everything),
        if_no=_hundredths(met, met + rest, everything),
    )


def _hundredths(low: int, high: int, everything: int) -> tuple[int, int]:
    return 100 * low // everything, 100 * high // everything


def say_found(scored: Scored, criterion: Criterion, row: int) -> str:
    """Return what the list says, as a person would write it; "" where it says nothing."""
    if criterion.feature is None:
        return ""
    cell = scored.leads.frame[criterion.feature.key][row]
    if cell is None:
        return ""
    wanted = criterion.value
    unit = wanted.unit if isinstance(wanted, NumberRange) else ""
    return say_cell(cell, criterion.feature, unit)


def moment_of(scored: Scored, row: int) -> str:
    """Return what makes now, or soon, the time to talk to a lead, as the list says it; or ""."""
    first = len(scored.criteria)
    for kind in ("now", "soon"):
        for number, each in enumerate(scored.moments, first):
            if each.field.moment == kind and scored.frame[f"c{number}"][row] == YES:
                return say_found(scored, each, row)
    return ""


def say_cell(cell: object, feature: Feature, unit: str = "") -> str:
    """Return a cell as a person would write it, with the unit of its column or the one given."""
    match cell:
        case bool():
            return _("Yes") if cell else _("No")
        case float():
            figure = Decimal(repr(cell)).normalize()
            if feature.currency:
                return say_money(figure, feature.currency)
            parts = (say_number(figure), feature.unit or unit)
            return " ".join(part for part in parts if part)
        case date():
            return say_day(cell)
        case str():
            return cell
        case Iterable():
            return ", ".join(str(each) for each in cell if each)
        case _:
            return str(cell)
