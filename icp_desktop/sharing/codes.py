"""Codes in the place of names: the same one for the same name wherever it stands in a copy."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from icp_desktop.i18n import _
from icp_desktop.sharing.choice import Hiding
from icp_desktop.sharing.plain_words import plain_words, role_words

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SURE = 7  # letters: a single word of so many is a name in capitals and small letters alike


class Word(NamedTuple):
    """A word of a text, how it is compared, and where it stands."""

    key: str
    text: str
    start: int
    end: int


class Found(NamedTuple):
    """A name in a text, and what stands for it."""

    start: int
    end: int
    code: str
    kind: Hiding


class _Name(NamedTuple):
    keys: tuple[str, ...]
    text: str
    code: str
    kind: Hiding


class Codes:
    """Every name that is known, each with its code; numbered in the order they are met."""

    def __init__(self) -> None:
        """Know no name yet."""
        self._codes: dict[str, tuple[Hiding, str]] = {}
        self._counts: dict[Hiding, int] = {}
        self._whole, self._parts = _Names(), _Names()

    def code(self, name: str, kind: Hiding, *, everywhere: bool = True) -> str:
        """Return the code of a name, a fresh one the first time; "" for a blank.

        With `everywhere` the name is looked for in every text from then on.
        """
        key = key_of(name)
        if not key:
            return ""
        known = self._codes.get(key)
        if known is None:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            known = (kind, _said(kind, self._counts[kind]))
            self._codes[key] = known
            if everywhere:
                self._learn(name, known[1], known[0])
        return known[1]

    def kind(self, name: str) -> Hiding | None:
        """Return as what a name is known, None if it is not."""
        known = self._codes.get(key_of(name))
        return None if known is None else known[0]

    def find(self, text: str) -> Iterator[Found]:
        """Yield every known name in a text, the longest where several begin at a word."""
        yield from self._found(text, self._whole)

    def find_parts(self, text: str) -> Iterator[Found]:
        """Yield every part of a name that tells whose it is: first and last names, short ones."""
        yield from self._found(text, self._parts)

    def _found(self, text: str, names: "_Names") -> Iterator[Found]:
        words = list(words_of(text))
        place = 0
        while place < len(words):
            name = names.at(text, words, place)
            if name is None:
                place += 1
                continue
            last = words[place + len(name.keys) - 1]
            yield Found(words[place].start, last.end, name.code, name.kind)
            place += len(name.keys)

    def _learn(self, name: str, code: str, kind: Hiding) -> None:
        words = list(words_of(name))
        self._whole.add(_Name(tuple(word.key for word in words), name, code, kind))
        if len(words) < 2 or kind in ("source", "number"):
            return
        # A person is also called by the first name or the last, a firm by its first word.
        for word in words if kind == "person" else words[:1]:
            if is_telling(word, 3 if kind == "person" else 4):
                self._parts.add(_Name((word.key,), word.text, code, kind))


class _Names:
    """Names by their words; a name is found without looking at the others."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], _Name] = {}
        self._lengths: dict[str, list[int]] = {}  # of the names that begin with a word, long first

    def add(self, name: _Name) -> None:
        """Know a name; the first that is called so stays."""
        keys = name.keys
        if not keys or (len(keys) == 1 and len(keys[0]) < 2) or keys in self._names:
            return
        self._names[keys] = name
        lengths = self._lengths.setdefault(keys[0], [])
        if len(keys) not in lengths:
            lengths.append(len(keys))
            lengths.sort(reverse=True)

    def at(self, text: str, words: list[Word], place: int) -> _Name | None:
        """Return the longest name that begins at a word."""
        for length in self._lengths.get(words[place].key, ()):
            there = words[place : place + length]
            name = self._names.get(tuple(word.key for word in there))
            if name is None:
                continue
            if length == 1:
                if _is_same_word(there[0].text, name.text):
                    return name
            elif all(_belong(text, one, other) for one, other in pairwise(there)):
                return name
        return None


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text: letters and figures, with marks that belong to them."""
    start = None
    for place, letter in enumerate(text):
        if letter.isalnum() or (start is not None and _is_mark(letter)):
            start = place if start is None else start
        elif start is not None:
            yield _word(text, start, place)
            start = None
    if start is not None:
        yield _word(text, start, len(text))


def key_of(name: str) -> str:
    """Return what a name is known by: its words, without case and signs."""
    words = [word.key for word in words_of(name)]
    return " ".join(words) or " ".join(name.split())


def _word(text: str, start: int, end: int) -> Word:
    import unicodedata

    found = text[start:end]
    return Word(unicodedata.normalize("NFKC", found).casefold(), found, start, end)


def _is_mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


def _is_same_word(found: str, name: str) -> bool:
    """Say whether a single word is a name, and not a common word like it in small letters."""
    bare = name.strip()
    return len(bare) >= _SURE or found in (bare, bare.upper(), bare.capitalize())


def is_telling(word: Word, least: int) -> bool:
    """Say whether a word of a name tells whose it is when it stands alone."""
    capital = len(word.text) >= least and word.text[0].isupper()
    return capital and word.key not in role_words() and word.key not in plain_words()


def _belong(text: str, one: Word, other: Word) -> bool:
    """Say whether two words stand side by side, with no more than signs between them."""
    between = text[one.end : other.start]
    return len(between) <= 4 and "\n\n" not in between


def _said(kind: Hiding, number: int) -> str:
    letters = _lettered(number)
    match kind:
        case "person":
            return _("Person {letter}", letter=letters)
        case "company":
            return _("Company {letter}", letter=letters)
        case "customer":
            return _("Customer {n}", n=number)
        case "lead":
            return _("Lead {n}", n=number)
        case "client":
            return _("The business")
        case "source":
            return _("Source {n}", n=number)
        case "number":
            return _("No. {n}", n=number)
    return _("Name {n}", n=number)


def _lettered(number: int) -> str:
    """Return A, B, ... Z, AA, AB for 1, 2, ..."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters
