"""Whether a cell of a list meets an answer of the profile: yes, no, or not known.

One rule per kind of answer; whatever scores customers or leads asks here.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from icp_desktop.model.record import record
from icp_desktop.model.table import ColumnType
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pairs,
    Terms,
    Text,
    Value,
    YesNo,
)
from icp_desktop.worksheet.definitions import Field

Cell = object  # what a typed frame holds: text, a list of texts, a number, a day, a yes or no
Match = bool | None  # None: not known
Matcher = Callable[[Cell], Match]
_NOT_KNOWN = frozenset(("", "-", "--", "–", "—", "?", "n/a", "na", "n.a.", "#n/a", "unknown"))
_BETWEEN = re.compile(r"[,;/\n|]|\bor\b|\band\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_SPAN = re.compile(
    r"^\D{0,4}(\d[\d.,]*)\s*(?:-|–|—|to|bis)\s*\D{0,4}(\d[\d.,]*)\D*$", re.IGNORECASE
)
_FROM = re.compile(r"^\D{0,4}(\d[\d.,]*)\s*(?:\+|or more|and more|and over)\s*$", re.IGNORECASE)
_A_YEAR: dict[str, Decimal] = {
    "day": Decimal(365),
    "week": Decimal(52),
    "month": Decimal(12),
    "quarter": Decimal(4),
    "year": Decimal(1),
}
_ALSO: dict[str, frozenset[str]] = {  # what one customer is, where the choice speaks of most
    "mostly_women": frozenset(("woman", "women", "female", "f", "w", "ms", "mrs", "miss", "frau")),
    "mostly_men": frozenset(("man", "men", "male", "m", "mr", "herr")),
}
NO_PREFERENCE = "no_preference"  # the choice that everybody meets
_YES = frozenset(("yes", "y", "true", "1", "x", "ja", "oui", "si"))
_NO = frozenset(("no", "n", "false", "0", "nein", "non"))


@record
class CellKind:
    """How the cells of a column are to be read."""

    type: ColumnType = "text"
    unit: str = ""
    currency: str = ""


def make_matcher(value: Value, field: Field, cells: CellKind) -> Matcher:
    """Return what says of a cell whether it meets an answer.

    A term or text is met where one of its entries is named in the cell, a choice where it is the
    one in the cell, a range where the figure lies in it, a date where the day is not later, yes or
    no where it is the same, a pair by its first half.
    """
    match value:
        case Text():
            return _names_one(part for part in _BETWEEN.split(value.text))
        case Terms():
            return _names_one(item.text for item in value.items)
        case Pairs():
            return _names_one(item.first for item in value.items)
        case Choice():
            return _is_choice(value, field)
        case NumberRange():
            return _lies_between(value.low, value.high, _factor(value.unit, cells.unit))
        case MoneyRange():
            if cells.currency and value.currency and cells.currency != value.currency:
                return _not_known
            return _lies_between(value.low, value.high, _factor(value.unit, cells.unit))
        case Day():
            return lambda cell: cell <= value.day if isinstance(cell, date) else None
        case YesNo():
            return lambda cell: _same_answer(cell, yes=value.yes)


def plain_bounds(value: Value, cells: CellKind) -> tuple[float | None, float | None] | None:
    """Return the ends of a range where figures of the column can be compared with them as they are.

    None where the value is no range, or units or currencies have to be minded.
    """
    if not isinstance(value, NumberRange | MoneyRange) or value.low is value.high is None:
        return None
    if isinstance(value, MoneyRange) and cells.currency not in ("", value.currency):
        return None
    if _factor(value.unit, cells.unit) != 1:
        return None
    return (
        None if value.low is None else float(value.low),
        None if value.high is None else float(value.high),
    )


def _not_known(_cell: Cell) -> Match:
    return None


def _names_one(wanted: Iterable[str]) -> Matcher:
    """Return whether one of the entries is named in a cell, in one of its terms or as a whole."""
    entries = [words for each in wanted if (words := _words(each))]

    def meets(cell: Cell) -> Match:
        parts = [words for each in _texts(cell) if (words := _words(each))]
        if not parts or not entries:
            return None
        return any(_within(a, b) or _within(b, a) for a in entries for b in parts)

    return meets


def _texts(cell: Cell) -> list[str]:
    if cell is None:
        return []
    texts = [str(each) for each in cell if each] if isinstance(cell, list) else [_plain(cell)]
    return [text for text in texts if text.strip().casefold() not in _NOT_KNOWN]


def _plain(cell: Cell) -> str:
    """Return a cell as text; whole figures without their decimals."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in _WORD.findall(text.casefold()))


def _singular(word: str) -> str:
    """Return a word as "practice" for "practices": both may stand in a list."""
    if len(word) > 3 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _within(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Say whether words stand side by side among others."""
    size = len(few)
    return any(many[start : start + size] == few for start in range(len(many) - size + 1))


def choice_meant(text: str, field: Field) -> str:
    """Return the id of the choice that a cell means, "" if it is none or more than one."""
    said = text.strip().casefold()
    meant = [
        option.id
        for option in field.choices
        if said in (option.id, option.label.casefold()) or said in _ALSO.get(option.id, ())
    ]
    return meant[0] if len(meant) == 1 else ""


def _is_choice(value: Choice, field: Field) -> Matcher:
    def meets(cell: Cell) -> Match:
        texts = _texts(cell)
        meant = choice_meant(texts[0], field) if texts else ""
        return meant == value.choice if meant else None

    return meets


def _factor(wanted: str, given: str) -> Decimal | None:
    """Return what turns figures of the column into the unit of the answer, None if nothing does."""
    if not wanted or not given or wanted == given:
        return Decimal(1)
    if wanted in _A_YEAR and given in _A_YEAR:
        return _A_YEAR[given] / _A_YEAR[wanted]
    return None


def _lies_between(low: Decimal | None, high: Decimal | None, factor: Decimal | None) -> Matcher:
    if factor is None or (low is None and high is None):
        return _not_known

    def meets(cell: Cell) -> Match:
        span = _span(cell)
        if span is None:
            return None
        first, last = (None if end is None else end * factor for end in span)
        inside_low = low is None or (first is not None and first >= low)
        inside_high = high is None or (last is not None and last <= high)
        if inside_low and inside_high:
            return True
        below = low is not None and last is not None and last < low
        above = high is not None and first is not None and first > high
        return False if below or above else None

    return meets


def _span(cell: Cell) -> tuple[Decimal | None, Decimal | None] | None:
    """Return the figure in a cell as a range of its own, or the range that is written there."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        number = Decimal(repr(cell))
        return (number, number) if number.is_finite() else None
    if not isinstance(cell, str):
        return None
    text = cell.strip()
    if written := _SPAN.match(text):
        return _decimal(written[1]), _decimal(written[2])
    if written := _FROM.match(text):
        return _decimal(written[1]), None
    figures = _FIGURES.findall(text)
    if len(figures) != 1:
        return None
    number_ = _decimal(figures[0])
    return None if number_ is None else (number_, number_)


def _decimal(text: str) -> Decimal | None:
    plain = re.sub(r"[.,](?=\d{3}\b)", "", text).replace(",", ".").rstrip(".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _same_answer(cell: Cell, *, yes: bool) -> Match:
    if isinstance(cell, bool):
        return cell == yes
    said = str(cell).strip().casefold()
    if said in _YES:
        return yes
    return not yes if said in _NO else None
