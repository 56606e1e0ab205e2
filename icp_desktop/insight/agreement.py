"""Where copies of the worksheet agree and where they differ, field by field."""

from collections.abc import Iterable
from typing import Literal

from icp_desktop.model.forms import Voice
from icp_desktop.model.record import record
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
    is_empty,
)

Accord = Literal["agree", "partly", "differ", "one", "none"]


@record
class Opinion:
    """An answer and those who gave it."""

    value: Value
    voices: tuple[Voice, ...]


@record
class FieldVoices:
    """What was said to one field: opinions, the most common first, and who said nothing."""

    field: str
    opinions: tuple[Opinion, ...]
    silent: tuple[Voice, ...]

    @property
    def heard(self) -> int:
        """How many said something."""
        return sum(len(each.voices) for each in self.opinions)

    @property
    def accord(self) -> Accord:
        """Say how far the copies agree; lists that share an entry agree in part."""
        if not self.opinions:
            return "none"
        if self.heard == 1:
            return "one"
        if len(self.opinions) == 1:
            return "agree"
        return "partly" if self.shared else "differ"

    @property
    def shared(self) -> tuple[str, ...]:
        """The entries that every list has, in the words of the first."""
        lists = [_entries(each.value) for each in self.opinions]
        if not all(lists):
            return ()
        common = set.intersection(*(set(each) for each in lists))
        return tuple(words for key, words in lists[0].items() if key in common)


def compare_voices(voices: Iterable[Voice], field: str) -> FieldVoices:
    """Gather what the copies say of a field."""
    groups: dict[object, list[Voice]] = {}
    values: dict[object, Value] = {}
    silent = []
    for voice in voices:
        value = voice.value(field)
        if value is None or is_empty(value):
            silent.append(voice)
            continue
        key = meaning(value)
        groups.setdefault(key, []).append(voice)
        values.setdefault(key, value)
    opinions = [Opinion(value=values[key], voices=tuple(each)) for key, each in groups.items()]
    opinions.sort(key=lambda each: -len(each.voices))
    return FieldVoices(field=field, opinions=tuple(opinions), silent=tuple(silent))


def agree(one: Value | None, other: Value | None) -> bool:
    """Say whether two answers mean the same, however they were typed."""
    if one is None or other is None:
        return False
    return meaning(one) == meaning(other)


def meaning(value: Value) -> object:
    """Return what an answer says, without its proof, the order of lists or the case of letters."""
    match value:
        case Text():
            return ("text", _folded(value.text))
        case Choice():
            return ("choice", value.choice)
        case YesNo():
            return ("yes_no", value.yes)
        case Day():
            return ("day", value.day)
        case NumberRange():
            return ("range", value.low, value.high, value.unit)
        case MoneyRange():
            return ("money", value.low, value.high, value.currency, value.unit)
        case Terms() | Pairs():
            return ("list", frozenset(_entries(value)))


def _entries(value: Value) -> dict[str, str]:
    match value:
        case Terms():
            return {_folded(item.text): item.text for item in value.items}
        case Pairs():
            return {f"{_folded(i.first)}\n{_folded(i.second)}": i.first for i in value.items}
    return {}


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".")
