"""The lines of a whole project made ready, so that each key goes through hundreds of projects."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from icp_desktop.search.lines import Line
from icp_desktop.search.words import fold, rank

MOST_COMPARED = 400  # lines at one key; whoever finds that many types on


class Book:
    """All lines of a project in one text, a line each, with where each begins."""

    __slots__ = ("_begins", "_whole", "digest", "lines")

    def __init__(self, digest: str, lines: Iterable[Line]) -> None:
        """Keep lines, and the digest of the state of the project that they are of."""
        self.digest = digest
        self.lines = tuple(lines)
        self._begins = array("L")
        names = []
        at = 1
        for line in self.lines:
            name = fold(line.text).replace("\n", " ")
            names.append(name)
            self._begins.append(at)
            at += len(name) + 1
        self._whole = "\n".join(("", *names, ""))

    def holds(self, words: Iterable[str]) -> bool:
        """Say whether each of the words is somewhere."""
        return all(word in self._whole for word in words)

    def ranked(self, words: tuple[str, ...], *, begun: bool) -> Iterator[tuple[int, Line]]:
        """Yield lines that hold every word, with their rank; with `begun` those that begin so."""
        longest = max(words, key=len)
        wanted = f"\n{longest}" if begun else longest
        at = self._whole.find(wanted)
        while at >= 0:
            number = bisect_right(self._begins, at + begun) - 1
            end = self._whole.find("\n", at + 1)
            found = rank(words, self._whole[self._begins[number] : end])
            if found is not None:
                yield found, self.lines[number]
            at = self._whole.find(wanted, end)


def best_lines(
    books: dict[str, Book], words: tuple[str, ...], most: int
) -> list[tuple[int, str, Line]]:
    """Return the best lines of all projects, each with its rank and the id of its project."""
    if not words:
        return []
    found: dict[int, tuple[int, str, Line]] = {}
    holding = {project: book for project, book in books.items() if book.holds(words)}
    for begun in (True, False):
        compared = 0
        for project, book in holding.items():
            for place, line in book.ranked(words, begun=begun):
                compared += 1
                found.setdefault(id(line), (place, project, line))
            if compared >= MOST_COMPARED:
                break
        if sum(place == 0 for place, *_rest in found.values()) >= most:
            break
    return sorted(found.values(), key=lambda hit: hit[0])[:most]
