"""Rules for best and worst in words, and words as rules."""

import re
from collections.abc import Iterator

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.insight.contrast import Groups
from icp_desktop.insight.customers import HERE, Customers
from icp_desktop.model.judging import Condition, ConditionTest, Rule

_PARTS = re.compile(r"\s+and\s+", re.IGNORECASE)
_RANKED = re.compile(
    r"(?P<end>top|best|highest|bottom|worst|lowest)\s+(?P<amount>\d+(?:\.\d+)?\s*(?:%|percent)?)"
    r"\s+by\s+(?P<column>.+)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?P<column>.+?)\s*(?P<sign>>=|<=|!=|=|\bis not\b|\bis\b|\bat least\b|\bat most\b)"
    r"\s*(?P<value>.+)",
    re.IGNORECASE,
)
_SIGNS: dict[str, ConditionTest] = {
    ">=": "at_least",
    "at least": "at_least",
    "<=": "at_most",
    "at most": "at_most",
    "=": "is",
    "is": "is",
    "!=": "is_not",
    "is not": "is_not",
}


def say_rule(customers: Customers, rule: Rule) -> str:
    """Return a rule in words: “top fifth by 12-month spend and still a customer”."""
    return _(" and ").join(_say(customers, condition) for condition in rule.conditions)


def read_rule(text: str, customers: Customers) -> Rule:
    """Return the rule that a text such as “top 20% by revenue and status is active” says.

    Raises KnownError that shows how rules are written.
    """
    conditions: list[Condition] = []
    waiting = ""
    for part in _PARTS.split(text.strip()):
        waiting = f"{waiting} and {part}" if waiting else part
        condition = _read(waiting, customers)
        if condition is not None:
            conditions.append(condition)
            waiting = ""
    if waiting or not conditions:
        labels = dict.fromkeys(_labels(customers))  # a measure is a column as well
        columns = ", ".join(f"“{label}”" for label in labels)
        raise KnownError(
            _(
                "“{text}” is not a rule for this list. Write for example: top 20% by revenue; "
                "orders >= 5; status is active; or several joined by “and”. Columns: {columns}.",
                text=(waiting or text)[:200],
                columns=columns[:600],
            )
        )
    return Rule(conditions=tuple(conditions))


def _say(customers: Customers, condition: Condition) -> str:
    label = customers.label(condition.column)
    match condition.test:
        case "top" | "bottom":
            return _say_rank(condition, label)
        case "at_least":
            return _("{column} of {value} or more", column=label, value=condition.value)
        case "at_most":
            return _("{column} of {value} at most", column=label, value=condition.value)
    if condition.column == HERE:
        stays = (condition.value == "yes") == (condition.test == "is")
        return _("still a customer") if stays else _("no longer a customer")
    if condition.value in ("best", "worst") and condition.test == "is":
        marked = {"best": _("marked as best"), "worst": _("marked as worst")}
        return marked[condition.value]
    if condition.test == "is":
        return _("{column} is “{value}”", column=label, value=condition.value)
    return _("{column} is not “{value}”", column=label, value=condition.value)


def _say_rank(condition: Condition, label: str) -> str:
    shares = {
        ("top", "10%"): _("top tenth by {column}", column=label),
        ("top", "20%"): _("top fifth by {column}", column=label),
        ("top", "25%"): _("top quarter by {column}", column=label),
        ("top", "33%"): _("top third by {column}", column=label),
        ("top", "50%"): _("top half by {column}", column=label),
        ("bottom", "10%"): _("lowest tenth by {column}", column=label),
        ("bottom", "20%"): _("lowest fifth by {column}", column=label),
        ("bottom", "25%"): _("lowest quarter by {column}", column=label),
        ("bottom", "33%"): _("lowest third by {column}", column=label),
        ("bottom", "50%"): _("lowest half by {column}", column=label),
    }
    known = shares.get((condition.test, condition.value))
    if known is not None:
        return known
    if condition.value.endswith("%"):
        share = condition.value.removesuffix("%").strip()
        if condition.test == "top":
            return _("top {share} of 100 by {column}", share=share, column=label)
        return _("lowest {share} of 100 by {column}", share=share, column=label)
    number = int(float(condition.value)) if condition.value.strip() else 0
    if condition.test == "top":
        return n_("the top {n} by {column}", "the top {n} by {column}", number, column=label)
    return n_("the lowest {n} by {column}", "the lowest {n} by {column}", number, column=label)


def _read(text: str, customers: Customers) -> Condition | None:
    ranked = _RANKED.fullmatch(text.strip())
    if ranked is not None:
        key = _find(ranked["column"], customers)
        if key is None:
            return None
        high = ranked["end"].lower() in ("top", "highest")
        low = ranked["end"].lower() in ("bottom", "lowest")
        measure = customers.measure(key)
        if not high and not low:
            better_high = measure is None or measure.better == "high"
            high = (ranked["end"].lower() == "best") == better_high
        value = ranked["amount"].replace("percent", "%").replace(" ", "")
        return Condition(column=key, test="top" if high else "bottom", value=value)
    compared = _COMPARED.fullmatch(text.strip())
    if compared is None:
        return None
    key = _find(compared["column"], customers)
    if key is None:
        return None
    value = compared["value"].strip().strip("“”\"'")
    return Condition(column=key, test=_SIGNS[compared["sign"].lower()], value=value)


def _find(name: str, customers: Customers) -> str | None:
    """Return the key of the column that a person calls so: by heading, label or meaning."""
    wanted = name.strip().strip("“”\"'").casefold()
    for key in customers.frame.columns:
        if key.casefold() == wanted or customers.label(key).casefold() == wanted:
            return key
    for key, _label, meaning in customers.columns():
        if meaning.lstrip("=").casefold() == wanted:
            return key
    return None


def _labels(customers: Customers) -> Iterator[str]:
    for _key, label, _meaning in customers.columns():
        yield label
    if HERE in customers.frame.columns:
        yield customers.label(HERE)


def say_one_side(rule: str, groups: Groups) -> str:
    """Return why a rule leaves nobody to compare, "" where it leaves some on both sides."""
    if not groups.of_best:
        return _("Nobody meets “{rule}”, so nobody can be compared. Try another rule.", rule=rule)
    if not groups.of_others:
        return _("Everybody meets “{rule}”, so nobody is left to compare. Try another.", rule=rule)
    return ""
