"""A text without names, addresses, numbers and exact sums; and a log of what was taken out."""

from collections.abc import Iterable

from icp_desktop.sharing.choice import Choice, Hidden, Hiding
from icp_desktop.sharing.codes import Codes, Found, is_telling, words_of
from icp_desktop.sharing.guesses import find_guesses
from icp_desktop.sharing.signs import FINDERS, find_addresses


class Log:
    """What was hidden so far, each thing once with the number of places."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._hidden: dict[tuple[Hiding, str], tuple[str, int]] = {}

    def note(self, kind: Hiding, was: str, became: str) -> None:
        """Note that something was hidden in one more place."""
        was = " ".join(was.split())
        if was:
            before = self._hidden.get((kind, was), (became, 0))
            self._hidden[kind, was] = (before[0], before[1] + 1)

    def hidden(self) -> tuple[Hidden, ...]:
        """Return what was hidden, in the order it was met."""
        return tuple(
            Hidden(kind=kind, was=was, became=became, places=places)
            for (kind, was), (became, places) in self._hidden.items()
        )


class Rewording:
    """Takes out of texts what tells of somebody."""

    def __init__(self, codes: Codes, log: Log, choice: Choice) -> None:
        """Take out what is known by name, and what can be told by its shape."""
        self._codes, self._log = codes, log
        self._keep = frozenset(each.casefold() for each in choice.keep)

    def words(self, text: str, *, guess: bool = True) -> str:
        """Return a text without them; with `guess` also without what looks like a name."""
        if not text or text.isspace():
            return text
        taken: list[Found] = []
        _take(taken, find_addresses(text))
        _take(taken, self._codes.find(text))
        for finder in FINDERS:
            _take(taken, finder(text))
        if guess:
            _take(taken, self._guesses(text, taken))
        _take(taken, self._codes.find_parts(text))
        return self._put(text, taken)

    def _guesses(self, text: str, taken: list[Found]) -> list[Found]:
        """Return what looks like a name where nothing is known yet; it has a code of its own."""
        found = []
        for start, end in find_guesses(text, self._keep):
            rest = [(start, end)]
            if not _is_free(taken, start, end):  # part of it is known: hide what is left of it
                words = (word for word in words_of(text[start:end]) if is_telling(word, 3))
                rest = [(start + word.start, start + word.end) for word in words]
            for first, last in rest:
                if _is_free(taken, first, last):
                    code = self._codes.code(text[first:last], "guess")
                    found.append(Found(first, last, code, "guess"))
        return found

    def _put(self, text: str, taken: list[Found]) -> str:
        parts, place = [], 0
        for found in sorted(taken):
            was = text[found.start : found.end]
            self._log.note(found.kind, was, found.code)
            parts += [text[place : found.start], found.code]
            place = found.end
        return "".join([*parts, text[place:]])


def _take(taken: list[Found], found: Iterable[Found]) -> None:
    """Take what overlaps nothing that was taken before."""
    for each in found:
        if each.end > each.start and _is_free(taken, each.start, each.end):
            taken.append(each)


def _is_free(taken: list[Found], start: int, end: int) -> bool:
    return all(end <= each.start or start >= each.end for each in taken)
