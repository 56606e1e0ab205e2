"""Workbook cells that hold what a person typed as text, and nothing else.

openpyxl makes a formula of every text that starts with "=", and an error of "#N/A"; it refuses
control characters and cuts long texts without a word. Every text of ours goes through here.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from icp_desktop.i18n import _
from icp_desktop.worksheet.phrases import (
    babel_locale,
    currency_symbol,
    is_currency,
    say_number,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

LONGEST_CELL = 32_767  # what a cell holds, counted as Excel does: in UTF-16 units
LONGEST_SHEET_NAME = 31
LARGEST_EXACT = Decimal(10) ** 15  # beyond it a cell's figure loses digits
_DAY_PATTERNS = {"en": "[$-809]d mmmm yyyy", "de": "[$-407]d. mmmm yyyy"}  # by language
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_STARTS_FORMULA = frozenset("=+-@|%#＝＋－＠\"';")
_SHEET_SIGNS = re.compile(r"[\[\]:*?/\\]")


def write_text(cell: "Cell", text: str) -> None:
    """Put a text into a cell so that no program takes it for a formula, a figure or an error."""
    text = holdable(text)
    cell.value = text
    cell.data_type = "s"  # after the value, which guesses a type of its own
    if _looks_like_input(text):
        cell.quotePrefix = True  # else F2 and Enter would bring a formula to life


def write_number(cell: "Cell", number: Decimal, pattern: str) -> None:
    """Put a real figure into a cell; one that a cell would round is written as text."""
    if abs(number) >= LARGEST_EXACT or len(number.as_tuple().digits) > 15:
        write_text(cell, say_number(number))
        return
    whole = number == number.to_integral_value()
    cell.value = int(number) if whole else float(number)
    cell.number_format = pattern


def write_day(cell: "Cell", day: date) -> None:
    """Put a real date into a cell."""
    cell.value = day
    cell.number_format = _DAY_PATTERNS.get(babel_locale().language, "yyyy-mm-dd")


def visible(text: str) -> str:
    """Return a text with plain line ends, its control characters shown as "\ufffd"."""
    return _UNHOLDABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def holdable(text: str) -> str:
    """Return a text as a cell can hold it.

    Control characters and lone surrogates become a visible "\ufffd"; what is too long is cut, and
    says so at its end. "_x0041_", which Excel would read as "A", is escaped as Excel itself does.
    """
    text = _ESCAPE_LIKE.sub("_x005F_", visible(text))
    if _units(text) <= LONGEST_CELL:
        return text
    note = " " + _(
        "[Cut here: a cell holds no more. The whole text has {n} characters and stands in the "
        "project file.]",
        n=len(text),
    )
    return _first_units(text, LONGEST_CELL - _units(note)) + note


def number_pattern(number: Decimal) -> str:
    """Return the number format of a figure: as many decimals as it has."""
    decimals = _decimals(number)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def money_pattern(amount: Decimal, currency: str) -> str:
    """Return the number format of a sum with the sign of its currency where the language has it."""
    figures = number_pattern(amount)
    if figures.count("0") == 2:  # 4.5 pounds are written 4.50
        figures += "0"
    if not is_currency(currency):
        return figures
    sign = f"[${currency_symbol(currency)}]"
    written = str(babel_locale().currency_formats["standard"].pattern)
    if written.startswith("\xa4"):
        return f"{sign} {figures}" if len(sign) > 5 else f"{sign}{figures}"
    return f"{figures} {sign}"


def sheet_name(wish: str, taken: set[str]) -> str:
    """Return a name a sheet may carry, unlike those `taken`, and add it to them."""
    base = _SHEET_SIGNS.sub(" ", _UNHOLDABLE.sub(" ", wish)).strip().strip("'").strip()
    base = " ".join(base.split()) or _("Sheet")
    name, number = _first_units(base, LONGEST_SHEET_NAME), 2
    while name.casefold() in taken or name.casefold() == "history":
        suffix = f" {number}"
        name = _first_units(base, LONGEST_SHEET_NAME - len(suffix)).rstrip() + suffix
        number += 1
    taken.add(name.casefold())
    return name


def defined_name(wish: str, taken: set[str]) -> str:
    """Return a name for a cell, such as "people_age_range", unlike those `taken`; add it there.

    Letters, digits and "_" alone, never like a cell's address ("ABC12") or "R1C1".
    """
    plain = unicodedata.normalize("NFKD", wish).encode("ascii", "ignore").decode()
    base = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_").lower()[:200]
    if not base or not base[0].isalpha() or "_" not in base:
        base = f"icp_{base}".rstrip("_")  # an underscore inside is never an address
    name, number = base, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    taken.add(name)
    return name


def header_text(text: str) -> str:
    """Return a text for the head or foot of a printed sheet, where "&" begins a code."""
    return _UNHOLDABLE.sub(" ", text).replace("\n", " ").replace("&", "&&")[:120]


def _looks_like_input(text: str) -> bool:
    bare = text.lstrip(" \n\t\u200b\u200c\u200d\ufeff\xa0")
    return bare[:1] in _STARTS_FORMULA or bare[:1].isdigit() or bare in ("TRUE", "FALSE")


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return min(6, max(0, -exponent)) if isinstance(exponent, int) else 0


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _first_units(text: str, most: int) -> str:
    """Return the start of a text that takes at most that many UTF-16 units."""
    if _units(text) <= most:
        return text
    text = text[:most]
    while _units(text) > most:
        text = text[: -max(1, (_units(text) - most) // 2)]
    return text
