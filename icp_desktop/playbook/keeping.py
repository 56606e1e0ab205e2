"""What stands in a playbook: the lines as they are composed now, and what a person made of them.

A line that was kept says what it said then. Where what it rests on is another by now it is out of
date, and a proposal says what it would say today; the words of a person stay until they choose.
"""

import hashlib
from base64 import b32encode
from dataclasses import replace
from typing import Literal

from icp_desktop.i18n import _
from icp_desktop.model.edits import Edit, Together
from icp_desktop.model.items import PutItem, RemoveItem
from icp_desktop.model.play import Play
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.proposal import Proposal, Suggestion
from icp_desktop.model.record import record
from icp_desktop.playbook.composing import PlayLine, ToFind, compose
from icp_desktop.playbook.rules import Chapter, playbook_rules
from icp_desktop.playbook.sources import Because

State = Literal["composed", "kept", "stale", "lost", "own"]
CHANGED = "changed"  # in place of a mark, where it has been compared already
_ID_LENGTH = 12


@record
class Line:
    """A line as it stands.

    `state`: composed and not yet kept, kept, stale (what it rests on has changed), lost (nothing
    stands behind it any more), or the person's own. `now` is what the rules would say today, ""
    where they say nothing or the same. `play` is what is kept of it, None for nothing.
    """

    key: str
    chapter: str
    group: str
    head: str
    text: str
    because: tuple[Because, ...] = ()
    state: State = "composed"
    edited: bool = False
    hidden: bool = False
    now: str = ""
    play: Play | None = None
    composed: PlayLine | None = None


@record
class Part:
    """A chapter with its lines, hidden ones too, and what is to be found out for it."""

    chapter: Chapter
    lines: tuple[Line, ...]
    to_find: tuple[ToFind, ...]

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that are wanted."""
        return tuple(each for each in self.lines if not each.hidden)


@record
class Playbook:
    """A playbook as it stands; `taken` says that a person has kept any of it."""

    profile: str
    parts: tuple[Part, ...]
    taken: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line that is wanted."""
        return tuple(line for part in self.parts for line in part.shown)

    @property
    def out_of_date(self) -> tuple[Line, ...]:
        """The lines whose sources have changed, or are there no longer."""
        return tuple(each for each in self.lines if each.state in ("stale", "lost"))

    def part(self, chapter: str) -> Part:
        """Return a part by the id of its chapter; raise KeyError if there is none."""
        for each in self.parts:
            if each.chapter.id == chapter:
                return each
        raise KeyError(chapter)

    def line(self, key: str) -> Line | None:
        """Return a line by its key, hidden or not; None if there is none."""
        found = (each for part in self.parts for each in part.lines if each.key == key)
        return next(found, None)


def playbook_of(project: Project, profile: Profile) -> Playbook:
    """Return the playbook of a profile as it stands."""
    composed = compose(project, profile)
    plays = {each.line or each.id: each for each in project.plays if each.profile == profile.id}
    lines = [_standing(each, plays.get(each.key)) for each in composed.lines]
    known = {each.key for each in composed.lines}
    lines += [_alone(each) for key, each in plays.items() if key not in known]
    return Playbook(
        profile=profile.id,
        parts=tuple(
            Part(
                chapter=chapter,
                lines=tuple(each for each in lines if each.chapter == chapter.id),
                to_find=tuple(e for e in composed.to_find if e.chapter == chapter.id),
            )
            for chapter in playbook_rules().chapters
        ),
        taken=bool(plays),
    )


def keep_all(playbook: Playbook, label: str = "") -> Edit:
    """Return the change that keeps every line that is not kept yet, as it is composed now."""
    new = [each.composed for each in playbook.lines if each.play is None and each.composed]
    return Together(edits=tuple(_put(_kept(each, playbook.profile)) for each in new), label=label)


def rewrite(playbook: Playbook, line: Line, text: str, label: str = "") -> Edit:
    """Return the change that puts the person's own words in; they rest on what is known now."""
    play = line.play or _kept(_rules(line), playbook.profile)
    basis = line.composed.basis if line.composed else play.basis
    changed = replace(play, text=text, basis=basis, edited=line.state != "own")
    return PutItem(folder="plays", item=changed, label=label)


def take_now(playbook: Playbook, line: Line, label: str = "") -> Edit:
    """Return the change that takes what the rules say now, in place of what stands there."""
    fresh = _kept(_rules(line), playbook.profile)
    return PutItem(folder="plays", item=fresh, label=label)


def still_holds(line: Line, label: str = "") -> Edit:
    """Return the change that says of a line out of date that its words hold all the same."""
    play = line.play
    if play is None or line.composed is None:
        raise ValueError(line.key)
    held = replace(play, basis=line.composed.basis, edited=True)
    return PutItem(folder="plays", item=held, label=label)


def hide(playbook: Playbook, line: Line, *, hidden: bool = True, label: str = "") -> Edit:
    """Return the change that takes a line out of the playbook, or puts it back."""
    play = line.play or _kept(_rules(line), playbook.profile)
    return PutItem(folder="plays", item=replace(play, hidden=hidden), label=label)


def drop(line: Line, label: str = "") -> Edit:
    """Return the change that removes a line of the person's own, or one that nothing stands behind.

    Of any other line it forgets what was kept: it says again what the rules say.
    """
    return RemoveItem(folder="plays", item=line.play.id if line.play else "", label=label)


def refresh(project: Project, profile: Profile) -> Proposal:
    """Return what would change if every line said what the rules say now.

    The person's own words are offered to be replaced too, but not chosen.
    """
    playbook = playbook_of(project, profile)
    return Proposal(
        title=_("Refresh the playbook"),
        lead=_(
            "What these lines rest on has changed since they were kept. Take what you want; the "
            "others stay as they are. Words of your own stay unless you choose otherwise."
        ),
        suggestions=tuple(
            each
            for part in playbook.parts
            for line in part.shown
            if (each := _suggestion(playbook, part.chapter, line)) is not None
        ),
    )


def with_marks_compared(project: Project) -> Project:
    """Return a project that says of each line kept whether it is out of date, instead of its mark.

    For copies in which the words of people are left out: there no mark would be the same.
    """
    if not project.plays:
        return project
    stale = {
        line.play.id
        for profile in project.profiles
        for part in playbook_of(project, profile).parts
        for line in part.lines
        if line.play is not None and line.state == "stale"
    }
    plays = (replace(e, basis=CHANGED if e.id in stale else "") for e in project.plays)
    return replace(project, plays=tuple(plays))


def play_id(profile: str, key: str) -> str:
    """Return the id of what is kept of a line, the same in every copy of a project."""
    digest = hashlib.sha256(f"{profile}|{key}".encode()).digest()
    return b32encode(digest).decode().lower()[:_ID_LENGTH]


def _standing(composed: PlayLine, play: Play | None) -> Line:
    line = Line(
        key=composed.key,
        chapter=composed.chapter,
        group=composed.group,
        head=composed.head,
        text=composed.text,
        because=composed.because,
        play=play,
        composed=composed,
    )
    if play is None:
        return line
    stale = play.basis not in ("", composed.basis)
    as_kept = stale or play.edited
    text = play.text if as_kept else composed.text
    return replace(
        line,
        text=text,
        state="stale" if stale else "kept",
        edited=play.edited,
        hidden=play.hidden,
        now=composed.text if composed.text != text else "",
    )


def _alone(play: Play) -> Line:
    """Return a line that the rules do not give: the person's own, or one that lost its ground."""
    return Line(
        key=play.line or play.id,
        chapter=play.chapter,
        group=play.head if play.line else _("Our own"),
        head="" if play.line else play.head,
        text=play.text,
        state="lost" if play.line else "own",
        edited=play.edited,
        hidden=play.hidden,
        play=play,
    )


def _kept(line: PlayLine, profile: str) -> Play:
    return Play(
        id=play_id(profile, line.key),
        profile=profile,
        chapter=line.chapter,
        line=line.key,
        head=line.head or line.group,
        text=line.text,
        basis=line.basis,
    )


def _rules(line: Line) -> PlayLine:
    if line.composed is None:
        raise ValueError(line.key)
    return line.composed


def _put(play: Play) -> Edit:
    return PutItem(folder="plays", item=play)


def _suggestion(playbook: Playbook, chapter: Chapter, line: Line) -> Suggestion | None:
    what = f"{chapter.label}: {line.head or line.group}"
    if line.state == "lost":
        return Suggestion(
            id=line.key,
            edit=drop(line),
            what=what,
            ours=line.text,
            theirs="",
            reason=_("Nothing in the profile stands behind it any more."),
            chosen=not line.edited,
        )
    if line.composed is None or (line.state == "composed" and not playbook.taken):
        return None
    if line.state == "composed":
        return Suggestion(
            id=line.key,
            edit=take_now(playbook, line),
            what=what,
            ours="",
            theirs=line.text,
            reason=_("New since the playbook was kept."),
        )
    if line.state != "stale":
        return None
    labels = ", ".join(dict.fromkeys(each.label for each in line.because))
    reason = _("Changed since, or its proof: {fields}.", fields=labels)
    return Suggestion(
        id=line.key,
        edit=take_now(playbook, line),
        what=what,
        ours=line.text,
        theirs=line.composed.text,
        reason=_("{reason} The words are yours.", reason=reason) if line.edited else reason,
        chosen=not line.edited,
    )
