"""Figures as they are typed: read, written, and what to say where they cannot be read."""

from decimal import Decimal

from icp_desktop.i18n import _
from icp_desktop.worksheet.phrases import babel_locale, parse_number, say_number

_MOST_DIGITS = 40


def read_figure(text: str) -> Decimal | None:
    """Return a typed figure, None where nothing is typed; raise ValueError if it is none."""
    text = text.strip()
    if not text:
        return None
    if len(text) > _MOST_DIGITS:
        raise ValueError(text)
    return parse_number(text)


def write_figure(number: Decimal | None) -> str:
    """Return a figure as the person's language writes it, "" for none."""
    return "" if number is None else say_number(number)


def explain_figure(text: str) -> str:
    """Return the sentence for a text that is no figure."""
    example = say_number(Decimal(2500))
    return _("“{text}” is not a figure. Write it like {example}.", text=text[:40], example=example)


def is_sign_before() -> bool:
    """Say whether the person's language writes the currency before the sum."""
    pattern: str = babel_locale().currency_formats["standard"].pattern
    return pattern.lstrip().startswith("¤")
