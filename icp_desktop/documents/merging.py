"""What another state of the same project offers, line by line, as a proposal to choose from.

Nothing typed is lost: where both sides changed the same thing, what is not taken becomes a comment
right there.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, get_type_hints

from icp_desktop.documents.part_paths import Namer
from icp_desktop.i18n import _, n_
from icp_desktop.model.comment import Comment
from icp_desktop.model.edits import BUSINESS, Edit, Together
from icp_desktop.model.items import PutItem
from icp_desktop.model.merging import Fork, Standing, forks, stands_in, take
from icp_desktop.model.names import FOLDERS
from icp_desktop.model.project import Project
from icp_desktop.model.proposal import Group, Proposal, Suggestion
from icp_desktop.model.record import record
from icp_desktop.model.tree import Path

LONGEST_SHOWN = 300
_FILES = frozenset(("worksheet", "body", "logo", "picture"))  # too large to be put into a comment
_GROUPS: tuple[Standing, ...] = ("both", "theirs", "ours", "unknown")
_POINTERS = frozenset((  # parts of a record that nobody typed
    "id", "field", "item", "question", "questionnaire", "profile", "theme", "themes", "quotes",
    "quote", "interviews", "digest", "kind", "topic", "block", "table",
))  # fmt: skip


@record
class Copy:
    """The other state, what it is called, and the state both came from, if that is known.

    `exact` says that both came from the very state in `base`, not from one before it. `seen` are
    earlier states of the same copy: what was offered then is not offered again.
    """

    project: Project
    name: str
    base: Project | None = None
    exact: bool = True
    seen: tuple[Project, ...] = ()


def propose_merge(ours: Project, copy: Copy, *, title: str, today: date) -> Proposal:
    """Return everything that a copy has otherwise, each thing in words."""
    found = tuple(
        each
        for each in forks(copy.base, ours, copy.project, exact=copy.exact)
        if not any(stands_in(each, state) for state in copy.seen)
    )
    writer = _Writer(ours, copy, today)
    suggestions = tuple(writer.suggest(each) for each in found)
    used = {each.group for each in suggestions}
    groups = tuple(writer.group(each, suggestions) for each in _GROUPS if each in used)
    return Proposal(
        title=title,
        suggestions=suggestions,
        groups=groups if copy.base is not None else (),
        lead=_lead(found, known=copy.base is not None),
    )


def _lead(found: tuple[Fork, ...], *, known: bool) -> str:
    if not found:
        return _("There is nothing new in it.")
    if not known:
        count = len(found)
        differ = n_("{n} thing differs.", "{n} things differ.", count)
        return _(
            "{differ} Nobody knows which side changed what, so what only one side has is ticked "
            "and yours stays where both say something.",
            differ=differ,
        )
    both = sum(1 for each in found if each.standing == "both")
    news = n_("{n} thing was changed there.", "{n} things were changed there.", len(found))
    if not both:
        return _("{news} Nothing of yours is in its way.", news=news)
    here = n_(
        "{n} of them was changed here too, otherwise; yours stays unless you tick it.",
        "{n} of them were changed here too, otherwise; yours stays unless you tick it.",
        both,
    )
    return f"{news} {here}"


class _Writer:
    """Puts forks into words and edits."""

    def __init__(self, ours: Project, copy: Copy, today: date) -> None:
        self._names = Namer(ours, copy.project)
        self._copy = copy
        self._today = today

    def group(self, standing: Standing, suggestions: tuple[Suggestion, ...]) -> Group:
        n = sum(1 for each in suggestions if each.group == standing)
        match standing:
            case "both":
                title = n_("Changed on both sides: {n}", "Changed on both sides: {n}", n)
                note = _("What is not taken stays beside it as a comment.")
                return Group(id=standing, title=title, notes=(note,))
            case "ours":
                title = n_("Perhaps changed back there: {n}", "Perhaps changed back there: {n}", n)
                return Group(id=standing, title=title)
        title = n_("Changed there alone: {n}", "Changed there alone: {n}", n)
        return Group(id=standing, title=title)

    def suggest(self, fork: Fork) -> Suggestion:
        names = self._names
        ours, theirs = self._say(fork, fork.ours), self._say(fork, fork.theirs)
        taken: Edit = take(fork)
        otherwise: Edit | None = None
        if fork.standing == "both" and fork.path[-1] not in _FILES:
            kept = self._comment(fork, fork.ours, ours=True)
            taken = taken if kept is None else Together(edits=(taken, kept))
            otherwise = self._comment(fork, fork.theirs, ours=False)
        return Suggestion(
            id="/".join((*fork.path, fork.turn)),
            edit=taken,
            what=names.full(fork.path),
            ours=_cut(ours),
            theirs=_cut(theirs),
            reason=self._reason(fork),
            chosen=_is_chosen(fork),
            group=fork.standing if self._copy.base is not None else "",
            otherwise=otherwise,
        )

    def _say(self, fork: Fork, value: Any) -> str:
        if fork.turn == "moved":
            shared = tuple(key for key in value if key in fork.ours)
            return self._names.order(fork.path, shared)
        return self._names.say(fork.path, value)

    def _reason(self, fork: Fork) -> str:
        if fork.standing == "both":
            was = self._say(fork, fork.base) if fork.base is not None else ""
            return _("Before both changed it: {was}", was=_cut(was)) if was else ""
        if fork.turn == "removed" and fork.standing == "theirs":
            return _("It was taken out there.")
        if fork.turn == "removed" and fork.standing == "unknown":
            return _("Only you have it. Tick it to take it out.")
        return ""

    def _comment(self, fork: Fork, lost: Any, *, ours: bool) -> Edit | None:
        """Return the edit that keeps what is not taken as a comment, None if nothing was said."""
        if fork.turn == "moved" or lost in (None, "", ()):
            return None
        words = self._names.say(fork.path, lost)
        more = [each for each in typed(lost) if each not in words]
        words = "\n".join([words, *more]).strip()
        if not words:
            return None
        part = self._names.part(fork.path)
        said = _("{part}: {words}", part=part, words=words) if part else words
        text = (
            _("Before the merge it said here: {words}", words=said)
            if ours
            else _("In the copy it says: {words}", words=said)
        )
        place, field, item = spot(fork.path)
        mark = hashlib.sha256("\0".join((*fork.path, text)).encode()).hexdigest()
        comment = Comment(
            id=f"merge.{mark[:20]}",
            day=self._today,
            text=text,
            place=place,
            field=field,
            item=item,
            who=self._copy.name,
        )
        return PutItem(folder="comments", item=comment)


def spot(path: Path) -> tuple[str, str, str]:
    """Return the place, the field and the entry that a comment on a part belongs to."""
    if path[0] == "about":
        return BUSINESS, path[1] if len(path) > 1 else "", _entry(path[2:])
    if path[0] == "profiles" and path[2:3] == ("answers",):
        return path[1], path[3] if len(path) > 3 else "", _entry(path[4:])
    place = path[1] if path[0] in FOLDERS and len(path) > 1 else BUSINESS
    return place, "", ""


def typed(value: Any) -> Iterator[str]:
    """Yield the texts in a value that somebody typed."""
    if isinstance(value, str):
        if text := value.strip():
            yield text
    elif isinstance(value, tuple):
        for each in value:
            yield from typed(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _typed_parts(type(value)):
            yield from typed(getattr(value, name))


@cache
def _typed_parts(cls: Any) -> tuple[str, ...]:
    """Return the names of the parts of a record that are typed, not chosen or pointed at."""
    hints = get_type_hints(cls)
    return tuple(
        each.name
        for each in fields(cls)
        if each.name not in _POINTERS and "Literal[" not in str(hints[each.name])
    )


def _entry(rest: Path) -> str:
    return rest[2] if rest[:2] == ("value", "items") and len(rest) > 2 else ""


def _is_chosen(fork: Fork) -> bool:
    """Say whether a thing is ticked at first: where taking it loses nothing of ours."""
    match fork.standing:
        case "theirs":
            return True
        case "both":
            return fork.turn == "added"  # what we took out was worked on there
        case "unknown":
            return fork.turn == "added" or (fork.turn == "changed" and fork.ours in (None, "", ()))
    return False


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
