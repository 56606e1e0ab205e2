"""Rules that look at several answers, several profiles, or at customers and colleagues."""

from collections.abc import Iterator
from itertools import combinations

from icp_desktop.checks.loaded_words import plain
from icp_desktop.checks.objections import Case, Objection
from icp_desktop.i18n import _, n_
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.values import MoneyRange, NumberRange, Pairs, Terms, Value

MOST_PROFILES = 3
_ALIKE = 0.8  # of the answers that both have
_ENOUGH = 5  # answers that both have, to tell


def too_many(case: Case) -> Iterator[Objection]:
    """More profiles than anybody keeps in mind."""
    if len(case.ideal) > MOST_PROFILES:
        yield Objection(
            rule="too_many",
            profile="",
            field="",
            what=n_("There is {n} profile.", "There are {n} profiles.", len(case.ideal)),
        )


def contradiction(case: Case) -> Iterator[Objection]:
    """Ranges the wrong way round, a budget above the revenue, what is wanted and ruled out."""
    for profile in case.ideal:
        for answer in profile.answers:
            value = answer.value
            if isinstance(value, NumberRange | MoneyRange) and _is_turned(value):
                yield _against(case, profile, answer, _("The first figure is above the second."))
        if _exceeds(profile.answer("company.budget"), profile.answer("company.revenue")):
            yield _against(
                case,
                profile,
                profile.answer("company.budget"),
                _("The budget is larger than what the firm turns over in all."),
            )
        for negative in case.negative:
            yield from _wanted_and_ruled_out(case, profile, negative)


def no_customer(case: Case) -> Iterator[Objection]:
    """A must that, by the list of customers, none of them meets."""
    if not any(table.role == "customers" for table in case.project.tables):
        return
    from icp_desktop.insight.customers import customers_of
    from icp_desktop.insight.scoring import UNKNOWN, YES, codes_of, criteria_for

    customers = customers_of(case.project)
    if customers is None:
        return
    for profile in case.ideal:
        criteria, _moments = criteria_for(case.project, profile, case.worksheet, customers)
        for each in criteria:
            if each.weight != "must" or each.feature is None:
                continue
            codes = codes_of(each, customers.frame)
            known = len(codes) - int((codes == UNKNOWN).sum())
            if known and not int((codes == YES).sum()):
                yield Objection(
                    rule="no_customer",
                    profile=profile.id,
                    field=each.field.id,
                    what=n_(
                        "{label}: {n} customer is known, and does not meet this must.",
                        "{label}: {n} customers are known, and none meets this must.",
                        known,
                        label=each.label,
                    ),
                )


def nearly_equal(case: Case) -> Iterator[Objection]:
    """Two profiles that answer nearly everything the same way."""
    for first, second in combinations(case.ideal, 2):
        ours = {each.field: each.value for each in first.answers if each.value is not None}
        theirs = {each.field: each.value for each in second.answers if each.value is not None}
        both = ours.keys() & theirs.keys()
        same = sum(_said(ours[field]) == _said(theirs[field]) for field in both)
        if len(both) >= _ENOUGH and same >= _ALIKE * len(both):
            yield Objection(
                rule="nearly_equal",
                profile=first.id,
                field="",
                what=_(
                    "“{first}” and “{second}” say the same in {n} of {total} answers.",
                    first=first.name,
                    second=second.name,
                    n=same,
                    total=len(both),
                ),
            )


def one_department(case: Case) -> Iterator[Objection]:
    """Several colleagues were heard, all of one department."""
    heard = _departments(case.project)
    if len(heard) >= 2 and len(set(heard)) == 1:
        yield Objection(
            rule="one_department",
            profile="",
            field="",
            what=_("All colleagues that were heard are from {role}.", role=heard[0]),
        )


def _departments(project: Project) -> list[str]:
    talks = [each.role for each in project.interviews if each.group == "colleague"]
    copies = [each.role for each in project.voices]
    return [role.strip().casefold() for role in (*talks, *copies) if role.strip()]


def _is_turned(value: NumberRange | MoneyRange) -> bool:
    return value.low is not None and value.high is not None and value.low > value.high


def _exceeds(budget: Answer, revenue: Answer) -> bool:
    """Say whether even the low end of a budget a year lies above the high end of the revenue."""
    spent, turned = budget.value, revenue.value
    return (
        isinstance(spent, MoneyRange)
        and isinstance(turned, MoneyRange)
        and spent.currency == turned.currency
        and spent.unit == turned.unit == "year"
        and spent.low is not None
        and turned.high is not None
        and spent.low > turned.high
    )


def _wanted_and_ruled_out(case: Case, profile: Profile, negative: Profile) -> Iterator[Objection]:
    for answer in negative.answers:
        wanted = profile.answer(answer.field)
        if answer.weight != "rules_out" or answer.value is None or wanted.value is None:
            continue
        shared = _entries(answer.value) & _entries(wanted.value)
        if shared or _said(answer.value) == _said(wanted.value):
            what = min(shared) if shared else ""
            yield _against(
                case,
                profile,
                wanted,
                _("“{what}” is wanted here and rules out under “Not a fit”.", what=what)
                if what
                else _("The same answer is wanted here and rules out under “Not a fit”."),
            )


def _against(case: Case, profile: Profile, answer: Answer, what: str) -> Objection:
    try:
        label = case.worksheet.field(answer.field).wording(profile.market).label
    except KeyError:
        label = answer.field
    return Objection(
        rule="contradiction",
        profile=profile.id,
        field=answer.field,
        what=f"{label}: {what}",
    )


def _entries(value: Value) -> set[str]:
    match value:
        case Terms():
            return {plain(item.text) for item in value.items}
        case Pairs():
            return {plain(item.first) for item in value.items}
    return set()


def _said(value: Value) -> object:
    """Return what a value says, without the ids of its entries."""
    if isinstance(value, Terms | Pairs):
        return frozenset(_entries(value))
    return value
