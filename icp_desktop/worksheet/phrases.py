"""Answers in words: figures, sums and dates as the current language writes them."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from icp_desktop.i18n import _, locale_code
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pair,
    Pairs,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.worksheet.definitions import Field, Option

if TYPE_CHECKING:  # Babel is loaded when the first figure is said: a tenth of each start
    from babel.core import Locale

LARGEST_NUMBER = Decimal(10) ** 15
MOST_DECIMALS = 12  # a finer figure could not be kept


def say_value(value: Value | None, field: Field) -> str:
    """Return an answer in words, "" if there is none; pairs are joined by a dash, a line each."""
    match value:
        case Text():
            return value.text.strip()
        case Choice():
            return option_label(field.choices, value.choice)
        case Terms():
            return ", ".join(item.text for item in value.items)
        case NumberRange():
            return say_number_range(value, field)
        case MoneyRange():
            return say_money_range(value, field)
        case Day():
            return say_day(value.day)
        case YesNo():
            return _("Yes") if value.yes else _("No")
        case Pairs():
            return "\n".join(say_pair(item) for item in value.items)
    return ""


def say_pair(pair: Pair) -> str:
    """Return a pair in one line."""
    return f"{pair.first} – {pair.second}" if pair.second else pair.first


def say_number_range(value: NumberRange, field: Field) -> str:
    """Return "2–4 visits a week", "from 2 visits a week" or "up to 4 visits a week"."""
    low = None if value.low is None else say_number(value.low)
    high = None if value.high is None else say_number(value.high)
    return _with_unit(_range(low, high), option_label(field.units, value.unit))


def say_money_range(value: MoneyRange, field: Field) -> str:
    """Return "£89–£129 a month"."""
    low = None if value.low is None else say_money(value.low, value.currency)
    high = None if value.high is None else say_money(value.high, value.currency)
    return _with_unit(_range(low, high), option_label(field.units, value.unit))


def say_number(number: Decimal) -> str:
    """Return a figure as the current language writes it."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=babel_locale(), decimal_quantization=False)


def say_money(amount: Decimal, currency: str) -> str:
    """Return a sum with its currency; whole sums carry no decimals."""
    if not is_currency(currency):
        return f"{say_number(amount)} {currency}".strip()
    from babel.numbers import format_currency

    whole = amount == amount.to_integral_value()
    return format_currency(
        amount,
        currency,
        locale=babel_locale(),
        format=None if not whole else _whole_pattern(),
        currency_digits=not whole,
        decimal_quantization=False,  # what was typed is not rounded
    )


def say_day(day: date) -> str:
    """Return a date in words, such as "21 November 2026"."""
    from babel.dates import format_date

    pattern = "d MMMM y" if babel_locale().language == "en" else "long"
    return format_date(day, pattern, locale=babel_locale())


def parse_number(text: str) -> Decimal:
    """Read a figure as the current language writes it; raise ValueError if it is none."""
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        number = parse_decimal(text.strip(), locale=babel_locale(), strict=True)
    except NumberFormatError as error:
        raise ValueError(text) from error
    if not number.is_finite() or abs(number) > LARGEST_NUMBER:
        raise ValueError(text)
    if -int(number.as_tuple().exponent) > MOST_DECIMALS:
        raise ValueError(text)
    return number


def currency_symbol(currency: str) -> str:
    """Return the sign of a currency, its code if it has none."""
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(currency, locale=babel_locale()) if currency else ""


def is_currency(code: str) -> bool:
    """Say whether a text is a currency code that has a name."""
    return code in babel_locale().currencies


def option_label(options: tuple[Option, ...], option_id: str) -> str:
    """Return the label of a choice or unit; the id itself if it is not (or no longer) listed."""
    for option in options:
        if option.id == option_id:
            return option.label
    return option_id


def babel_locale(code: str = "") -> "Locale":
    """Return the locale of a language, by default the current; English where Babel knows none."""
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse((code or locale_code()).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")


def _whole_pattern() -> str:
    pattern: str = babel_locale().currency_formats["standard"].pattern
    return pattern.replace(".00", "")


def _range(low: str | None, high: str | None) -> str:
    if low is not None and high is not None:
        return low if low == high else f"{low}–{high}"
    if low is not None:
        return _("from {low}", low=low)
    return _("up to {high}", high=high) if high is not None else ""


def _with_unit(words: str, unit: str) -> str:
    return f"{words} {unit}".strip()
