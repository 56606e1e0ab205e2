"""Typed words against texts: case and accents do not matter, nor the order of the words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_SHORT = 2  # letters of a word that is only found where a word begins
_FOLDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_MISSING, _INSIDE, _BEGINS, _FIRST = -1, 2, 1, 0
_ELSEWHERE = 3  # what it costs when a word is found beside the name only


def fold(text: str) -> str:
    """Return a text without case and accents, as texts are compared."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _MARKS.sub("", apart).translate(_FOLDED)


def typed_words(text: str) -> tuple[str, ...]:
    """Return the words of what was typed, folded, each once."""
    return tuple(dict.fromkeys(fold(text).split()))


def rank(words: tuple[str, ...], name: str, rest: str = "") -> int | None:
    """Return how far from a perfect hit a folded text is, None if a word is not in it.

    0: it begins with one of the words and the others begin words of it. What is found only in
    `rest`, such as an explanation, comes after all that is found in a name.
    """
    worst, begun = 0, False
    for word in words:
        found = _where(word, name)
        begun = begun or found == _FIRST
        if found == _MISSING:
            found = _where(word, rest)
            if found == _MISSING:
                return None
            found = _ELSEWHERE + (found == _INSIDE)
        worst = max(worst, found)
    return _FIRST if begun and worst == _BEGINS else worst


def marked_ranges(words: Iterable[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return where in a text the words stand, as beginnings and ends, in order and apart."""
    folded, places = _folded_with_places(text)
    covered: list[tuple[int, int]] = []
    for word in words:
        at = _next_hit(word, folded, 0)
        while at >= 0:
            covered.append((places[at], places[at + len(word) - 1] + 1))
            at = _next_hit(word, folded, at + len(word))
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(covered):
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)


def around(words: Iterable[str], text: str, longest: int) -> str:
    """Return a text in one line, cut so that the first hit stays in sight."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    hits = marked_ranges(words, line)
    begin = hits[0][0] if hits else 0
    if begin > longest // 2:
        begin = line.rfind(" ", 0, begin - longest // 4) + 1
        line = f"…{line[begin:]}"
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _where(word: str, text: str) -> int:
    """Return where in a text a word is: at its beginning, or at or inside a word of it."""
    at = text.find(word)
    if at < 0:
        return _MISSING
    if at == 0:
        return _FIRST
    while at >= 0:
        if not text[at - 1].isalnum():
            return _BEGINS
        at = text.find(word, at + 1)
    return _INSIDE if len(word) > _SHORT else _MISSING


def _next_hit(word: str, text: str, start: int) -> int:
    """Return the next place of a word, only at the beginning of one where it is short."""
    at = text.find(word, start)
    while at > 0 and len(word) <= _SHORT and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """Return a text folded, with the place in the original of each of its letters."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    letters, places = [], []
    for number, letter in enumerate(text):
        for each in _folded_letter(letter):
            letters.append(each)
            places.append(number)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    return fold(letter)
