"""Answers typed as one line of text, as on the command line, turned into values."""

import re
from datetime import date
from decimal import Decimal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Term,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.worksheet.definitions import Field, Option
from icp_desktop.worksheet.phrases import currency_symbol, is_currency, parse_number, say_number

LONGEST_TEXT = 20_000
MOST_ITEMS = 200
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_RANGE = re.compile(r"^(?P<low>[^–…]*?)\s*(?:–|…|\.\.|\bto\b|(?<=[\d\s])-)\s*(?P<high>[^–…]*?)$")
_FIGURE = re.compile(r"[+-]?\d[\d.,'’\u00a0\u202f ]*")
_LONGEST_RANGE = 200  # the pattern above takes minutes for thousands of spaces
_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR"}


def clean(text: str) -> str:
    """Return a text without control characters and lone surrogates, with plain line ends."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_value(text: str, field: Field, currency: str) -> Value | None:
    """Return the value a text stands for in a field; an empty text clears it.

    Lists are separated by `;` or line ends, pairs by ` = ` or ` – `, ranges by `-`, `–`, `..` or
    `to`. Raises KnownError with a sentence that shows what would be understood.
    """
    text = clean(text).strip()
    if not text:
        return None
    if len(text) > LONGEST_TEXT:
        raise KnownError(
            _(
                "This text has {n} characters, and an answer can hold {most}. Shorten it.",
                n=len(text),
                most=LONGEST_TEXT,
            )
        )
    match field.kind:
        case "text":
            return Text(text=text)
        case "choice":
            return Choice(choice=_option(text, field.choices).id)
        case "terms":
            return Terms(items=tuple(Term(id=new_id(), text=each) for each in _items(text)))
        case "pairs":
            return Pairs(items=tuple(_pair(each) for each in _items(text)))
        case "number_range":
            low, high, unit = _figures(text, field)
            return NumberRange(low=low, high=high, unit=unit)
        case "money_range":
            return _money(text, field, currency)
        case "date":
            return Day(day=_day(text))
        case "yes_no":
            return YesNo(yes=_yes(text))


def _items(text: str) -> list[str]:
    items = [each.strip() for each in re.split(r"[;\n]", text) if each.strip()]
    if len(items) > MOST_ITEMS:
        raise KnownError(
            _("This list has {n} entries, and the most is {most}.", n=len(items), most=MOST_ITEMS)
        )
    return items


def _pair(text: str) -> Pair:
    first, _sign, second = re.sub(r" [–—] ", " = ", text, count=1).partition(" = ")
    return Pair(id=new_id(), first=first.strip(), second=second.strip())


def _option(text: str, options: tuple[Option, ...]) -> Option:
    for option in options:
        if text.casefold() in (option.id.casefold(), option.label.casefold()):
            return option
    raise KnownError(
        _(
            "“{text}” is not one of the choices: {choices}.",
            text=text[:60],
            choices=", ".join(option.label for option in options),
        )
    )


def _money(text: str, field: Field, currency: str) -> MoneyRange:
    code = re.search(r"\b[A-Z]{3}\b", text)
    sign = re.search(f"[{''.join(_SIGNS)}]", text)
    if code and is_currency(code.group()):
        currency = code.group()
        text = text.replace(currency, "")
    elif sign and sign.group() not in currency_symbol(currency):  # dollars are of many countries
        currency = _SIGNS[sign.group()]
    low, high, unit = _figures(re.sub(f"[{''.join(_SIGNS)}]", "", text), field)
    return MoneyRange(low=low, high=high, currency=currency, unit=unit)


def _figures(text: str, field: Field) -> tuple[Decimal | None, Decimal | None, str]:
    """Return low, high and unit of "2-4 visits a week", "from 2", "up to 4 days" or "30"."""
    text, unit = _without_unit(text.strip(), field)
    lower = text.casefold()
    if lower.startswith(("from ", "over ", ">")):
        return _figure(text), None, unit
    if lower.startswith(("up to ", "under ", "<")):
        return None, _figure(text), unit
    found = _RANGE.match(text) if len(text) <= _LONGEST_RANGE else None
    if not found:
        return _figure(text), _figure(text), unit
    low = _figure(found["low"]) if found["low"].strip() else None
    high = _figure(found["high"]) if found["high"].strip() else None
    if low is not None and high is not None and low > high:
        raise KnownError(_("The first figure is higher than the second. Swap them."))
    return low, high, unit


def _without_unit(text: str, field: Field) -> tuple[str, str]:
    for option in sorted(field.units, key=lambda o: -len(o.label)):
        for name in (option.label, option.id):
            if text.casefold().endswith(name.casefold()):
                return text[: -len(name)].strip(), option.id
    return text, field.units[0].id if field.units else ""


def _figure(text: str) -> Decimal:
    found = _FIGURE.search(text)
    rest = _FIGURE.sub("", text, count=1).strip().casefold()
    if found and rest in ("", "from", "over", "up to", "under", ">", "<", ">=", "<="):
        try:
            number = parse_number(found.group().strip())
        except ValueError:
            pass
        else:
            _refuse_two_ways(number, text)
            return number
    raise KnownError(
        _(
            "“{text}” is not a figure that can be read. Write it like 2, 2-4 or from 2.",
            text=text[:60],
        )
    )


def _refuse_two_ways(number: Decimal, text: str) -> None:
    """Refuse a sign before exactly three digits: elsewhere the same sign parts the thousands."""
    if number.as_tuple().exponent == -3 and 1 <= number < 1000:
        few = say_number(number.normalize())
        if few == text:
            few += "0"  # four digits part no thousands
        raise KnownError(
            _(
                "“{text}” can be read two ways: as {few} or as {many}. Write {few} or {plain}.",
                text=text[:60],
                few=few,
                many=say_number(number * 1000),
                plain=f"{number * 1000:.0f}",
            )
        )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise KnownError(
            _("“{text}” is not a date. Write it like 2026-11-21.", text=text[:60])
        ) from error


def _yes(text: str) -> bool:
    answers = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
    answers |= {_("Yes").casefold(): True, _("No").casefold(): False}
    if text.casefold() not in answers:
        raise KnownError(_("“{text}” is neither yes nor no.", text=text[:60]))
    return answers[text.casefold()]
