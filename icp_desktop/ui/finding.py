"""What can be found, and which of it fits the words that were typed, in quiet groups."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from icp_desktop.i18n import later
from icp_desktop.model.record import record
from icp_desktop.search.words import fold, rank, typed_words

Group = Literal["page", "profile", "command", "field", "answer", "talk", "other", "help"]
GROUPS: tuple[Group, ...] = get_args(Group)
GROUP_TITLES: dict[Group, str] = {
    "page": later("Pages"),
    "profile": later("Profiles"),
    "command": later("Commands"),
    "field": later("Fields"),
    "answer": later("Answers"),
    "talk": later("Interviews"),
    "other": later("Other profiles"),
    "help": later("Help"),
}
MOST_OF_A_GROUP = 12
_AT_FIRST: frozenset[Group] = frozenset(("page", "profile", "command", "other"))
_BY_NAME: frozenset[Group] = frozenset(("answer", "talk"))  # not by where they belong alone


@record
class Finding:
    """Something that can be gone to: its words, where it is, and how to get there."""

    text: str
    detail: str
    go: Callable[[], object]
    also: str = ""  # words it is found by, too, such as the question of a field
    group: Group = "page"


class Findings:
    """Everything that can be found now, made ready to be compared."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Fold every text once, for each key that is pressed asks all of them."""
        self._known = [
            (fold(each.text), fold(f"{each.detail} {each.also}"), each) for each in findings
        ]

    def search(self, text: str, more: Sequence[tuple[int, Finding]] = ()) -> list[Finding]:
        """Return what fits, the best group first; `more` was found and ranked elsewhere.

        Before anything is typed these are the places there are and what can be done.
        """
        words = typed_words(text)
        if not words and not any(each.group in _AT_FIRST for *_folded, each in self._known):
            return [each for *_folded, each in self._known if each.group == "field"]
        hits: dict[Group, list[tuple[int, int, Finding]]] = {}
        for number, (name, rest, each) in enumerate(self._known):
            place = self._rank(words, name, rest, each.group)
            if place is not None:
                hits.setdefault(each.group, []).append((place, number, each))
        for number, (place, each) in enumerate(more, len(self._known)):
            hits.setdefault(each.group, []).append((place, number, each))
        for found in hits.values():
            found.sort(key=lambda hit: hit[:2])
        order = sorted(hits, key=lambda group: (hits[group][0][0], GROUPS.index(group)))
        return [each for group in order for each in _best(hits[group])]

    @staticmethod
    def _rank(words: tuple[str, ...], name: str, rest: str, group: Group) -> int | None:
        if not words:
            return 0 if group in _AT_FIRST else None
        if group in _BY_NAME and not any(word in name for word in words):
            return None
        return rank(words, name, rest)


def _best(hits: Iterable[tuple[int, int, Finding]]) -> list[Finding]:
    """Return the first of a group, what reads the same only once."""
    found: dict[tuple[str, str], Finding] = {}
    for *_rank, each in hits:
        found.setdefault((each.text, each.detail), each)
        if len(found) == MOST_OF_A_GROUP:
            break
    return list(found.values())


def matching(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the findings that hold every word of a text, the best first."""
    return Findings(findings).search(text)
