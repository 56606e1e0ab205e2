"""Words of a person put into a sentence of ours, whatever they are: asked, told, quoted, within.

What stands after the colon of a place in a rule says how: "{one:asks}", "{one:tells}".
"""

from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any

from icp_desktop.i18n import language
from icp_desktop.worksheet.sentence import EVERYDAY_WORDS

_STOPS = ".!?…。！？"
_CLOSED = _STOPS + "”’»\"'"
_LOOSE = " ,;:–—-"
_LONGEST = 240  # characters of one thing that a line repeats; the field has all of it
_MORE_WORDS = frozenset(
    ("what", "who", "how", "when", "where", "why", "they", "she", "he", "it", "we", "you", "any")
)
_SHORT = 3  # words of an entry that a comma is enough for
_INNER = str.maketrans("“”„", "‘’‚")


class _Ways(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return _WAYS[format_spec](str(value))


def fill(template: str, words: Mapping[str, str]) -> str:
    """Return the words of a rule filled in; what the person wrote is never read as a rule."""
    return _Ways().vformat(template, (), words)


def lowered(text: str) -> str:
    """Return a text with a small first letter where its first word is one that starts no name."""
    first = text.partition(" ")[0].casefold()
    if not language().startswith("en") or text[1:2].isupper():  # "IT has been asked"
        return text
    small = first in EVERYDAY_WORDS or first in _MORE_WORDS
    return text[:1].lower() + text[1:] if small else text


def join(entries: Iterable[str]) -> str:
    """Return entries in one line, apart by semicolons where one is long or has a comma."""
    parts = [plain for each in entries if (plain := _plain(each).rstrip(_LOOSE))]
    long = any("," in each or len(each.split()) > _SHORT for each in parts)
    parts[1:] = [lowered(each) for each in parts[1:]]
    return ("; " if long else ", ").join(each.rstrip(".") for each in parts)


def first_line(text: str) -> str:
    """Return what a text says first, shortened where it is longer than a line of a playbook."""
    line = _plain(text.strip().partition("\n")[0])
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rpartition(' ')[0].rstrip(_LOOSE + '.') or line[:_LONGEST]}…"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _bare(text: str) -> str:
    plain = _plain(text)
    return plain if plain.endswith("…") else plain.rstrip(".。" + _LOOSE)


def _risen(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told(text: str) -> str:
    plain = _risen(_plain(text).rstrip(_LOOSE))
    return plain if not plain or plain[-1] in _CLOSED else f"{plain}."


def _ended(text: str) -> str:
    plain = lowered(_plain(text).rstrip(_LOOSE))
    return plain if not plain or plain[-1] in _CLOSED else f"{plain}."


def _asked(text: str) -> str:
    plain = _risen(_plain(text).rstrip(".!。！" + _LOOSE))
    return plain if not plain or plain[-1] in "?？…" else f"{plain}?"


def _quoted(text: str) -> str:
    plain = _plain(text)
    if plain[:1] == "“" and plain[-1:] == "”" and "“" not in plain[1:]:
        plain = plain[1:-1]
    return f"“{_risen(_bare(plain)).translate(_INNER)}”"


def _named(label: str) -> str:
    """Return a label within a sentence: "why now", but "KPIs"."""
    if language().startswith("de") or label[1:2].isupper():
        return label
    return f"{label[:1].lower()}{label[1:]}"


_WAYS = {
    "": _plain,
    "bare": _bare,
    "starts": lambda text: _risen(_bare(text)),
    "tells": _told,
    "ends": _ended,
    "asks": _asked,
    "quoted": _quoted,
    "named": _named,
}
