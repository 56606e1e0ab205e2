"""Findings in plain words: counts first, then how sure, then what would settle it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.analysis import Analysis, Subject
from icp_desktop.insight.contrast import Finding, Sureness
from icp_desktop.insight.pairs import Pair
from icp_desktop.insight.ranges import Span
from icp_desktop.insight.statistics import Counts, newcombe
from icp_desktop.insight.traits import Feature, Trait, Uncompared
from icp_desktop.worksheet.phrases import is_currency, say_money, say_number

SURE_NAMES: dict[Sureness, str] = {
    "clear": later("Clear"),
    "likely": later("Likely"),
    "none": later("No difference worth acting on"),
    "few": later("Too few to tell"),
}
SURE_BOXES: dict[Sureness, int] = {"clear": 3, "likely": 2, "few": 1, "none": 0}
LEFT_OUT: dict[str, str] = {
    "names": later("says something else of almost every customer"),
    "same": later("says the same of everybody"),
    "empty": later("is empty"),
    "rare": later("has no value that five customers share and five lack"),
    "restates": later("nearly follows from the rule itself, so it would only repeat it"),
    "decides": later("is part of the rule itself"),
}
_IS: dict[str, str] = {  # what they are or do, by the meaning of the column
    "company.industry": later("are in {value}"),
    "company.location": later("are in {value}"),
    "people.location": later("are in {value}"),
    "company.size": later("have {value} employees"),
    "company.revenue": later("turn over {value}"),
    "company.tech_stack": later("use {value}"),
    "people.age_range": later("are {value} years old"),
    "people.occupation": later("work as {value}"),
    "people.income": later("earn {value}"),
    "buying.channels": later("buy through {value}"),
    "buying.contact": later("like to be reached by {value}"),
    "source": later("found us through {value}"),
    "days_to_close": later("took {value} days to close"),
    "=days": later("took {value} days to close"),
    "joined": later("have been customers since {value}"),
    "product": later("bought {value}"),
}
HOW_COUNTED: tuple[tuple[str, str], ...] = (
    (
        later("Clear"),
        later(
            "A gap of 15 in 100 or more, or twice as many, at least five customers on the smaller "
            "side, and still visible after allowing for all traits that were compared."
        ),
    ),
    (later("Likely"), later("As large, but one in thirty of such findings would be chance.")),
    (
        later("No difference worth acting on"),
        later("The gap is small, whoever else might join the list. This is a result too."),
    ),
    (
        later("Too few to tell"),
        later(
            "A gap worth acting on may be there or not. The number that would settle it is said."
        ),
    ),
    (later("Empty cells"), later("They are left out, never counted as no.")),
    (
        later("A difference is not a cause"),
        later("Before you build on one, put it to five customers as an open question."),
    ),
)
_RARELY = 1000
_FIRMS = ("ies", "ers", "ors", "ists")  # bakeries, brokers, contractors, dentists
_NOT_FIRMS = ("ss", "ics", "us", "services", "communications", "goods", "sales", "sports")


def predicate(trait: Trait) -> str:
    """Return what customers with a trait are or do: "have 10 to 49 employees"."""
    feature, value = trait.feature, say_trait_value(trait)
    if trait.kind == "yes_no":
        if trait.wanted:
            return _("have “{column}”: yes", column=feature.label)
        return _("have “{column}”: no", column=feature.label)
    if feature.meaning == "company.industry" and _is_plural(value):
        return _("are {value}", value=value)
    known = _IS.get(feature.meaning)
    if known is not None:
        return _(known, value=value)
    if trait.kind == "range":
        return _("have {value} for “{column}”", value=value, column=feature.label)
    return _("have “{value}” as {column}", value=value, column=feature.label)


def headline(trait: Trait) -> str:
    """Return a trait as a sentence of its own: "They have 10 to 49 employees."."""
    return _("They {are_or_do}.", are_or_do=predicate(trait))


def say_trait(trait: Trait) -> str:
    """Return a trait in a few words: "Sector: retail", "Employees: 10 to 49"."""
    value = say_trait_value(trait)
    return _("{column}: {value}", column=_capital(trait.feature.label), value=value)


def say_trait_value(trait: Trait) -> str:
    """Return the value alone."""
    if trait.kind == "yes_no":
        return _("yes") if trait.wanted else _("no")
    if trait.span is not None:
        return say_span(trait.span, trait.feature)
    return trait.value


def say_span(span: Span, feature: Feature) -> str:
    """Return "10 to 49", "50 or more" or "under 10"."""
    low = None if span.low is None else _figure(span.low, feature)
    last = None if span.last is None else _figure(span.last, feature)
    if low is None:
        if span.whole:
            return (
                _("{last} or fewer", last=last)
                if not _is_year(feature, span)
                else _("{last} or earlier", last=last)
            )
        return _("under {last}", last=last)
    if last is None:
        return (
            _("{low} or later", low=low) if _is_year(feature, span) else _("{low} or more", low=low)
        )
    if low == last:
        return low
    if span.whole:
        return _("{low} to {last}", low=low, last=last)
    return _("{low} to under {last}", low=low, last=last)


def say_rule_of(analysis: Analysis) -> str:
    """Return who is compared with whom: "Best means top fifth by spend: 42 of 214."."""
    groups = analysis.groups
    forms = {
        "best": later("Best means {rule}: {n} of {of}."),
        "worst": later("Worst means {rule}: {n} of {of}."),
        "won": later("Won deals against lost ones: {n} of {of} were won."),
        "quick": later("The quickest third of won deals against the others: {n} of {of}."),
    }
    everyone = groups.of_best + groups.of_others
    return _(
        forms[analysis.subject],
        rule=analysis.rule_words,
        n=_count(groups.of_best),
        of=_count(everyone),
    )


def sentence(finding: Finding, subject: Subject) -> str:
    """Return a finding with its counts first."""
    return _counted(predicate(finding.trait), finding.counts, subject)


def pair_sentence(pair: Pair, subject: Subject) -> str:
    """Return a pair with its counts first."""
    both = _("{first} and {second}", first=predicate(pair.first), second=predicate(pair.second))
    return _counted(both, pair.counts, subject)


def say_win_rates(finding: Finding, every: Sequence[Finding]) -> str:
    """Return how the share of won deals differs over a column, "" where it has no values."""
    rates = [
        (row.counts.best / row.counts.having, say_trait_value(row.trait))
        for row in every
        if row.trait.feature == finding.trait.feature and row.trait.kind in ("is", "has")
    ]
    if len(rates) < 2:
        return ""
    (low, least), (high, most) = min(rates), max(rates)
    return _(
        "Won of every 100: from {low} ({least}) to {high} ({most}).",
        low=round(100 * low),
        least=least,
        high=round(100 * high),
        most=most,
    )


def say_settled_by(finding: Finding) -> str:
    """Return what number of customers would answer an open question, "" if there is none."""
    if finding.settled_by is None:
        return ""
    number = _round_up(finding.settled_by)
    return n_(
        "About {count} customer would settle it.",
        "About {count} customers would settle it.",
        number,
        count=say_number(Decimal(number)),
    )


def say_chance(finding: Finding, compared: int) -> str:
    """Return how often chance alone would show as much: "About 1 list in 34, ..."."""
    if finding.chance >= 1:
        return n_(
            "Most lists would show one like it, with {n} trait compared",
            "Most lists would show one like it, with {n} traits compared",
            compared,
        )
    lists = 1 / finding.chance if finding.chance > 0 else float(_RARELY * 10)
    if lists > _RARELY:
        return n_(
            "Fewer than 1 list in {many}, with {n} trait compared",
            "Fewer than 1 list in {many}, with {n} traits compared",
            compared,
            many=say_number(Decimal(_RARELY)),
        )
    return n_(
        "About 1 list in {many}, with {n} trait compared",
        "About 1 list in {many}, with {n} traits compared",
        compared,
        many=round(lists),
    )


def say_gap(counts: Counts) -> str:
    """Return where the true gap may lie: "10 to 43 more in every 100"."""
    low, high = (round(100 * end) for end in newcombe(counts))
    if low >= 0:
        return _("{low} to {high} more in every 100", low=low, high=high)
    if high <= 0:
        return _("{low} to {high} fewer in every 100", low=-high, high=-low)
    return _("from {low} fewer to {high} more in every 100", low=-low, high=high)


def say_unknown(finding: Finding, subject: Subject) -> str:
    """Return of how many the trait is not known, "" where it is of all."""
    if not finding.unknown_best and not finding.unknown_others:
        return ""
    names = {
        "best": later("{n} of the best, {m} others. Left out."),
        "worst": later("{n} of the worst, {m} others. Left out."),
        "won": later("{n} of the won, {m} of the lost. Left out."),
        "quick": later("{n} of the quick, {m} of the slower. Left out."),
    }
    return _(names[subject], n=finding.unknown_best, m=finding.unknown_others)


def side_words(subject: Subject) -> tuple[str, str]:
    """Return what the two sides are called in a table."""
    return {
        "best": (_("best"), _("others")),
        "worst": (_("worst"), _("others")),
        "won": (_("won"), _("lost")),
        "quick": (_("quick"), _("slower")),
    }[subject]


def say_left_out(each: Uncompared) -> str:
    """Return why a column was not compared."""
    return _(
        "{column} {reason}.", column=_capital(each.feature.label), reason=_(LEFT_OUT[each.reason])
    )


def chart_words(counts: Counts, subject: Subject) -> str:
    """Return a picture of two bars in words: "best 33 of 42, others 81 of 172"."""
    ours, theirs = side_words(subject)
    return _(
        "{ours} {n} of {of}, {theirs} {m} of {rest}",
        ours=ours,
        n=counts.best,
        of=counts.of_best,
        theirs=theirs,
        m=counts.others,
        rest=counts.of_others,
    )


def _counted(what: str, counts: Counts, subject: Subject) -> str:
    forms = {
        "best": later("{n} of your {of} best {what}, {m} of the other {rest}."),
        "worst": later("{n} of your {of} worst {what}, {m} of the other {rest}."),
        "won": later(
            "{n} of {of} won deals are with customers who {what}, {m} of {rest} lost ones."
        ),
        "quick": later(
            "{n} of {of} quick wins are with customers who {what}, {m} of {rest} slower ones."
        ),
    }
    return _(
        forms[subject],
        what=what,
        n=_count(counts.best),
        of=_count(counts.of_best),
        m=_count(counts.others),
        rest=_count(counts.of_others),
    )


def _count(number: int) -> str:
    return say_number(Decimal(number))


def _figure(number: float, feature: Feature) -> str:
    if feature.type == "date" or (_mentions_year(feature) and number == int(number)):
        return str(int(number))
    exact = Decimal(repr(number)).normalize()
    if exact == exact.to_integral_value():
        exact = exact.quantize(Decimal(1))
    if feature.type == "money" and is_currency(feature.currency):
        return say_money(exact, feature.currency)
    return say_number(exact)


def _mentions_year(feature: Feature) -> bool:
    """Say whether a column holds years, such as “year established”; not sums “a year”."""
    label = feature.label.casefold()
    counted = re.search(r"\b(a|per|each|every|of) year\b|years|\byearly\b", label)
    return feature.type == "number" and "year" in label and counted is None


def _is_year(feature: Feature, span: Span) -> bool:
    ends = [end for end in (span.low, span.high) if end is not None]
    dated = feature.type == "date" or _mentions_year(feature)
    return dated and all(1000 <= end <= 3000 for end in ends)


def _is_plural(value: str) -> bool:
    """Say whether a kind of business is named as the firms themselves are: "dental practices"."""
    words = value.casefold().split()
    last = words[-1] if words else ""
    if last.endswith(_NOT_FIRMS):
        return False
    return last.endswith(_FIRMS) or (len(words) > 1 and last.endswith("s"))


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _round_up(number: int) -> int:
    """Return a number of customers as one would say it."""
    step = 1 if number < 20 else 5 if number < 100 else 10 if number < 500 else 50
    return -(-number // step) * step
