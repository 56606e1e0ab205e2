"""What each kind of answer is on a form: its controls by name, and the value they add up to.

The same names serve the fields of a PDF and the named cells of a workbook, so that a form is read
by what its controls are called, never by where they stand.
"""

from collections.abc import Mapping
from decimal import Decimal

from icp_desktop.documents.raw_form import RawValue
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
from icp_desktop.worksheet.days import read_day
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.phrases import option_label, say_day, say_number
from icp_desktop.worksheet.reading import LONGEST_TEXT, clean, read_value

TOKEN = "_icp"  # noqa: S105 - the name of a hidden field, no secret
PAIR_ROWS = 4
WHOLE = ""  # the part that holds an answer in one piece
TICKED = "on"
_CODES = {"_": "_u", ".": "_d", "-": "_h"}

Raw = Mapping[str, RawValue]  # by part


def control_name(question_id: str, part: str = WHOLE) -> str:
    """Return the name of a control: the same for the same question, and unlike all others.

    Letters, digits and "_" alone, which PDF, Excel and LibreOffice all take.
    """
    coded = "".join(_CODES.get(letter, letter) for letter in question_id)
    return f"a_{coded}_p{''.join(_CODES.get(letter, letter) for letter in part)}"


def parts_of(field: Field) -> tuple[str, ...]:
    """Return the parts a field is answered in, each of them one control."""
    match field.kind:
        case "terms" if field.choices:
            return tuple(f"x{option.id}" for option in field.choices)
        case "number_range" | "money_range":
            return ("low", "high", "unit") if len(field.units) > 1 else ("low", "high")
        case "pairs":
            rows = range(1, PAIR_ROWS + 1)
            return tuple(f"{half}{row}" for row in rows for half in ("first", "second"))
        case _:
            return (WHOLE,)


def split_value(value: Value, field: Field) -> dict[str, str]:
    """Return what the controls of a field show for a value, by part."""
    match value:
        case Text():
            return {WHOLE: value.text}
        case Choice():
            return {WHOLE: value.choice}
        case YesNo():
            return {WHOLE: "yes" if value.yes else "no"}
        case Day():
            return {WHOLE: say_day(value.day)}
        case Terms() if field.choices:
            texts = {item.text for item in value.items}
            return {f"x{o.id}": TICKED for o in field.choices if o.label in texts}
        case Terms():
            return {WHOLE: "\n".join(item.text for item in value.items)}
        case NumberRange() | MoneyRange():
            ends = {"low": value.low, "high": value.high}
            shown = {part: say_number(end) for part, end in ends.items() if end is not None}
            return shown | ({"unit": value.unit} if len(field.units) > 1 else {})
        case Pairs():
            rows = enumerate(value.items[:PAIR_ROWS], 1)
            return {
                part: text
                for row, item in rows
                for part, text in ((f"first{row}", item.first), (f"second{row}", item.second))
            }


def join_value(raw: Raw, field: Field, currency: str) -> Value | None:
    """Return the value that the controls of a field add up to, None if all are empty.

    Raises KnownError with a sentence that shows what can't be understood.
    """
    for value in raw.values():
        if value.problem:
            raise KnownError(value.problem)
    match field.kind:
        case "terms" if field.choices:
            return _ticks(raw, field)
        case "pairs":
            return _pairs(raw)
        case "number_range" | "money_range":
            return _range(raw, field, currency)
        case "date":
            return _date(raw.get(WHOLE))
        case "yes_no":
            return _yes_no(raw.get(WHOLE), field, currency)
        case _:
            return read_value(_text(raw.get(WHOLE)), field, currency)


def picked_choices(value: Value | None, field: Field) -> tuple[str, ...]:
    """Return the ids of the choices a value names, in the order of the field."""
    match value:
        case Choice():
            return (value.choice,)
        case YesNo():
            return ("yes" if value.yes else "no",)
        case Terms():
            texts = {item.text for item in value.items}
            return tuple(option.id for option in field.choices if option.label in texts)
    return ()


def show_raw(raw: Raw) -> str:
    """Return what stands in the controls of a question, in one text, as it was found."""
    return " · ".join(text for value in raw.values() if (text := _text(value).strip()))


def _text(value: RawValue | None) -> str:
    """Return what a control holds as a person would have typed it."""
    if value is None:
        return ""
    if value.number is not None:
        return say_number(Decimal(value.number))
    if value.day is not None:
        return say_day(value.day)
    return value.text


def _ticks(raw: Raw, field: Field) -> Terms | None:
    ticked = [o.label for o in field.choices if _is_ticked(raw.get(f"x{o.id}"))]
    terms = tuple(Term(id=new_id(), text=each) for each in ticked)
    return Terms(items=terms) if terms else None


def _is_ticked(value: RawValue | None) -> bool:
    text = _text(value).strip().casefold()
    return text not in ("", "off", "no", "false", "0", _("No").casefold())


def _pairs(raw: Raw) -> Pairs | None:
    items = []
    for row in range(1, PAIR_ROWS + 1):
        halves = (clean(_text(raw.get(f"{half}{row}"))).strip() for half in ("first", "second"))
        first, second = (_checked(half) for half in halves)
        if first or second:
            items.append(Pair(id=new_id(), first=first, second=second))
    return Pairs(items=tuple(items)) if items else None


def _checked(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise KnownError(
            _(
                "This text has {n} characters, and an answer can hold {most}. Shorten it.",
                n=len(text),
                most=LONGEST_TEXT,
            )
        )
    return text


def _range(raw: Raw, field: Field, currency: str) -> Value | None:
    low, high = _text(raw.get("low")).strip(), _text(raw.get("high")).strip()
    if not low and not high:
        return None
    unit = _text(raw.get("unit")).strip()
    shown = _(option_label(field.units, unit)) if unit else ""
    if low and high:
        words = f"{low} … {high} {shown}"
    elif high:
        words = f"… {high} {shown}"
    else:  # somebody may have written "2-4" into the first box
        words = f"{low} {shown}" if _is_range(low) else f"{low} … {shown}"
    return read_value(words, field, currency)


def _is_range(text: str) -> bool:
    return any(sign in text.lstrip("-") for sign in ("-", "–", "…", "..", " to "))


def _date(value: RawValue | None) -> Day | None:
    if value is not None and value.day is not None:
        return Day(day=value.day)
    text = _text(value).strip()
    return Day(day=read_day(text)) if text else None


def _yes_no(value: RawValue | None, field: Field, currency: str) -> Value | None:
    return read_value(_text(value), field, currency)
