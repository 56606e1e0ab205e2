"""Dates as people write them, where they can mean one day only."""

import re
from datetime import date

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.worksheet.phrases import babel_locale, say_day

_NUMBERS = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2}),?\s+(\d{4})")


def read_day(text: str) -> date:
    """Return the day a text means, such as "2026-11-21", "21 November 2026" or "21.11.2026".

    Raises KnownError with a sentence; "3/11/2026", which is March to some and November to others,
    is not guessed.
    """
    text = " ".join(text.split())
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    if found := _NUMBERS.fullmatch(text):
        return _of_numbers(text, int(found[1]), int(found[3]), int(found[4]), found[2])
    if found := _WORDS.fullmatch(text):
        return _day(text, int(found[3]), _month(text, found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(text, int(found[3]), _month(text, found[1]), int(found[2]))
    raise _unclear(text)


def _of_numbers(text: str, first: int, second: int, year: int, sign: str) -> date:
    if sign == "." or first > 12 or first == second:
        return _day(text, year, second, first)
    if second > 12:
        return _day(text, year, first, second)
    raise KnownError(
        _(
            "“{text}” can be {one} or {other}. Write the month as a word.",
            text=text[:60],
            one=say_day(_day(text, year, second, first)),
            other=say_day(_day(text, year, first, second)),
        )
    )


def _month(text: str, word: str) -> int:
    folded = word.casefold()
    for locale in (babel_locale(), babel_locale("en")):
        for widths in locale.months.values():
            for number, name in (*widths["wide"].items(), *widths["abbreviated"].items()):
                if folded == str(name).casefold().rstrip("."):
                    return int(number)
    raise _unclear(text)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _unclear(text) from error


def _unclear(text: str) -> KnownError:
    example = say_day(date(2026, 11, 21))
    return KnownError(
        _("“{text}” is not a date. Write it like {example}.", text=text[:60], example=example)
    )
