"""Three states of a project, of which two came from the third: who changed what, and what to take.

The unit is what a person thinks of as one thing: a value, a weight, an entry of a list, a piece of
proof, a text of a talk. Where one side alone changed it, that holds; where both did, it is a
conflict, and nobody decides but the person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from icp_desktop.model.comparing import UNCOMPARED, Turn, order_of
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import NOTES, Interview, Quote
from icp_desktop.model.links import map_proof
from icp_desktop.model.project import Project
from icp_desktop.model.record import record
from icp_desktop.model.tree import ABSENT, Path, at, blank, keyed, part, put, reorder, splits

Standing = Literal["theirs", "ours", "both", "unknown"]
_UNKNOWN: Any = object()  # the base where nobody knows what both sides came from


@record
class Fork:
    """One part in which two states differ.

    `standing` says who changed it since the state both came from: "theirs" alone, "ours" alone,
    "both" differently, or "unknown" where that state is not known. `turn` is what taking theirs
    would do; `base`, `ours` and `theirs` are what stands there, None where nothing does, and the
    keys of a list that was put in another order.
    """

    path: Path
    turn: Turn
    standing: Standing
    base: Any
    ours: Any
    theirs: Any
    behind: str | None = None


@record
class TakePart:
    """Take what another state has at a path: a value, an item, or that there is none."""

    path: Path
    value: Any
    gone: bool = False
    behind: str | None = None
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put it in; quotes stay on their words."""
        after: Project = put(project, self.path, ABSENT if self.gone else self.value, self.behind)
        if after is project or self.path[0] != "interviews":
            return after
        return _anchored(after, self.path[1])


@record
class TakeOrder:
    """Take the order that another state has of a list."""

    path: Path
    order: tuple[str, ...]
    label: str = ""

    def apply(self, project: Project) -> Project:
        """Put the items in that order; those it does not name stay where they are."""
        after: Project = reorder(project, self.path, self.order)
        return after


def forks(
    base: Project | None, ours: Project, theirs: Project, *, exact: bool = True
) -> tuple[Fork, ...]:
    """Return where two states differ, in the order of the project.

    What only we changed is left out, for it stays; but where the base is not `exact` it may also be
    theirs that was changed back, so it is told.
    """
    start = _UNKNOWN if base is None else _bare(base)
    one, other = _bare(ours), _bare(theirs)
    found = [
        fork
        for name in splits(one, other)
        if name not in UNCOMPARED
        for fork in _between((name,), _part(start, name), part(one, name), part(other, name))
    ]
    kept = (_with_talk(each, start, one) for each in found)
    return tuple(each for each in kept if each.standing != "ours" or not exact)


def take(fork: Fork) -> TakePart | TakeOrder:
    """Return the edit that takes theirs."""
    if fork.turn == "moved":
        return TakeOrder(path=fork.path, order=fork.theirs)
    gone = fork.turn == "removed"
    return TakePart(path=fork.path, value=fork.theirs, gone=gone, behind=fork.behind)


def stands_in(fork: Fork, state: Project) -> bool:
    """Say whether an earlier state of theirs said the same at that place already."""
    if fork.turn == "moved":
        return False
    found = at(state, fork.path)
    return found is ABSENT if fork.turn == "removed" else found == fork.theirs


def _between(path: Path, base: Any, ours: Any, theirs: Any) -> Iterator[Fork]:
    if ours is theirs or ours == theirs:
        return
    names = splits(ours, theirs)
    if names:
        start = base if base is _UNKNOWN or splits(base, ours) else ABSENT
        for name in names:
            yield from _between(
                (*path, name), _part(start, name), part(ours, name), part(theirs, name)
            )
        return
    mine, other = keyed(ours), keyed(theirs)
    if mine is None or other is None:
        yield Fork(
            path=path,
            turn="changed",
            standing=_standing(base, ours, theirs),
            base=_said(base),
            ours=ours,
            theirs=theirs,
        )
        return
    yield from _in_list(path, base, mine, other)


def _in_list(
    path: Path, base: Any, ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> Iterator[Fork]:
    start = base if base is _UNKNOWN else (keyed(base) if isinstance(base, tuple) else {}) or {}

    def before(key: str) -> Any:
        return _UNKNOWN if start is _UNKNOWN else start.get(key, ABSENT)

    for behind, (key, item) in zip((None, *theirs), theirs.items(), strict=False):
        yield from _item((*path, key), before(key), ours.get(key, ABSENT), item, behind)
    for key, item in ours.items():
        if key not in theirs:
            yield from _item((*path, key), before(key), item, ABSENT, None)
    if orders := order_of(path, ours, theirs):
        here, there = orders
        known = set(here)
        first = _UNKNOWN if start is _UNKNOWN else tuple(key for key in start if key in known)
        yield Fork(
            path=path,
            turn="moved",
            standing=_standing(first, here, there),
            base=_said(first),
            ours=here,
            theirs=tuple(theirs),
        )


def _item(path: Path, base: Any, ours: Any, theirs: Any, behind: str | None) -> Iterator[Fork]:
    one = blank(theirs) if ours is ABSENT else ours
    other = blank(ours) if theirs is ABSENT else theirs
    if one is not ABSENT and other is not ABSENT:
        start = blank(one) if base is ABSENT else base
        yield from _between(path, start, one, other)
        return
    yield Fork(
        path=path,
        turn="added" if one is ABSENT else "removed",
        standing=_standing(base, one, other),
        base=_said(base),
        ours=_said(one),
        theirs=_said(other),
        behind=behind,
    )


def _standing(base: Any, ours: Any, theirs: Any) -> Standing:
    if base is _UNKNOWN:
        return "unknown"
    if base is ABSENT:  # neither side had it from there
        if ours is ABSENT or ours in (None, "", ()):
            return "theirs"
        return "ours" if theirs is ABSENT or theirs in (None, "", ()) else "both"
    if theirs is not ABSENT and theirs == base:
        return "ours"
    return "theirs" if ours is not ABSENT and ours == base else "both"


def _with_talk(fork: Fork, base: Any, ours: Project) -> Fork:
    """Return a fork as a conflict where taking their text would take the words off our quotes."""
    path = fork.path
    if fork.standing != "theirs" or path[0] != "interviews" or base is _UNKNOWN:
        return fork
    if path[2:] == ("notes",):
        question = NOTES
    elif path[2:3] == ("answers",) and path[4:] in {("text",), ()}:
        question = path[3]
    else:
        return fork
    talk, before = at(ours, path[:2]), at(base, path[:2])
    if isinstance(talk, Interview) and _quotes(talk, question) != _quotes(before, question):
        return replace(fork, standing="both")
    return fork


def _quotes(talk: Any, question: str) -> tuple[Quote, ...]:
    quotes = talk.quotes if isinstance(talk, Interview) else ()
    return tuple(each for each in quotes if each.question == question)


def _anchored(project: Project, talk_id: str) -> Project:
    """Return a project in which the quotes of a talk stand where their words are."""
    talk = at(project, ("interviews", talk_id))
    if not isinstance(talk, Interview):
        return project
    quotes = tuple(found for each in talk.quotes if (found := _on_words(talk, each)) is not None)
    if quotes == talk.quotes:
        return project
    after: Project = put(project, ("interviews", talk_id, "quotes"), quotes)
    return after


def _on_words(talk: Interview, quote: Quote) -> Quote | None:
    text = talk.text_of(quote.question)
    if text[quote.start : quote.end] == quote.text:
        return quote
    found = text.find(quote.text)
    return None if found < 0 else replace(quote, start=found)


def _bare(project: Project) -> Project:
    """Return a project whose linked proof has no counts: they follow from the talks anyway."""
    return map_proof(project, lambda _place, pieces: tuple(_bare_piece(each) for each in pieces))


def _bare_piece(piece: Evidence) -> Evidence:
    if piece.linked:
        piece = replace(piece, source="interviews", count=None, total=None)
    return replace(piece, earlier=False) if piece.earlier else piece


def _part(thing: Any, name: str) -> Any:
    return thing if thing is _UNKNOWN or thing is ABSENT else part(thing, name)


def _said(value: Any) -> Any:
    return None if value is ABSENT or value is _UNKNOWN else value
