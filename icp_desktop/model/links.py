"""Proof that names quotes, themes and talks: what it counts follows from them, always.

`settled` is applied after every edit, so no count of talks is ever older than the talks.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from icp_desktop.model.edits import BUSINESS
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.interview import Interview
from icp_desktop.model.persona import Persona, PersonaLine
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.record import record
from icp_desktop.model.values import Pair, Pairs, Term, Terms, Value

Pieces = tuple[Evidence, ...]
Change = Callable[[str, Pieces], Pieces]  # from a place and a proof to the proof as it becomes
T = TypeVar("T", Term, Pair, PersonaLine)


@record
class Voices:
    """Who stands behind a piece of proof: talks with customers of all, and colleagues."""

    talks: tuple[Interview, ...]
    colleagues: tuple[Interview, ...]
    total: int


def counted_talks(project: Project, place: str = BUSINESS) -> tuple[Interview, ...]:
    """Return the talks that are counted for a profile: with words, not withdrawn, not of another.

    Colleagues are not among them: what they say is an opinion of the team.
    """
    return tuple(
        each
        for each in project.interviews
        if each.counts and each.group != "colleague" and _tells_of(each, place)
    )


def settled(project: Project, before: Project | None = None) -> Project:
    """Return a project whose linked proof has the grade and counts that its talks give it.

    What was counted in a list that is there no longer is marked as earlier data. With `before`,
    what is the same object in both has been settled already.
    """
    if before is not None and (
        before.interviews is not project.interviews or before.tables is not project.tables
    ):
        before = None
    index: list[TalkIndex] = []
    lists = {table.body.digest for table in project.tables}

    def settle(place: str, pieces: Pieces) -> Pieces:
        if any(piece.table or piece.earlier for piece in pieces):
            pieces = tuple(_dated(piece, lists) for piece in pieces)
        if not any(piece.linked for piece in pieces):
            return pieces
        if not index:
            index.append(TalkIndex(project))
        return tuple(_settled(piece, index[0].voices(piece, place)) for piece in pieces)

    return map_proof(project, settle, before)


def voices(project: Project, piece: Evidence, place: str = BUSINESS) -> Voices:
    """Return who stands behind a linked piece of proof."""
    return TalkIndex(project).voices(piece, place)


def map_proof(project: Project, change: Change, before: Project | None = None) -> Project:
    """Change every proof of a project; what does not change stays the same object.

    With `before`, only what is another object there is looked at.
    """
    about = project.about
    if before is None or before.about is not about:
        about = _map_answers(BUSINESS, about, change)
    known = {id(each) for each in before.profiles} if before is not None else set()
    profiles = tuple(
        profile if id(profile) in known else _map_profile(profile, change)
        for profile in project.profiles
    )
    held = {id(each) for each in before.personas} if before is not None else set()
    personas = tuple(
        persona if id(persona) in held else _map_persona(persona, change)
        for persona in project.personas
    )
    if (
        about is project.about
        and _same(profiles, project.profiles)
        and _same(personas, project.personas)
    ):
        return project
    return replace(project, about=about, profiles=profiles, personas=personas)


def _dated(piece: Evidence, lists: Collection[str]) -> Evidence:
    """Return a count marked as earlier data if the list it was made in is there no longer."""
    earlier = bool(piece.table) and piece.table not in lists
    return piece if earlier == piece.earlier else replace(piece, earlier=earlier)


class TalkIndex:
    """The talks of a project by what proof may name."""

    def __init__(self, project: Project) -> None:
        """Look through every quote once."""
        self._project = project
        self._talks = {each.id: each for each in project.interviews}
        self._themes: dict[str, dict[str, None]] = {}
        self._quotes: dict[str, str] = {}
        for talk in project.interviews:
            for quote in talk.quotes:
                self._quotes[quote.id] = talk.id
                for theme in quote.themes:
                    self._themes.setdefault(theme, {})[talk.id] = None
        self._totals: dict[str, int] = {}

    def voices(self, piece: Evidence, place: str) -> Voices:
        """Return who stands behind a linked piece of proof."""
        named = dict.fromkeys(self._themes.get(piece.theme, ()) if piece.theme else ())
        named |= dict.fromkeys(self._quotes[each] for each in piece.quotes if each in self._quotes)
        named |= dict.fromkeys(each for each in piece.interviews if each in self._talks)
        talks = [self._talks[each] for each in named]
        heard = [each for each in talks if each.counts and _tells_of(each, place)]
        if place not in self._totals:
            self._totals[place] = len(counted_talks(self._project, place))
        return Voices(
            talks=tuple(each for each in heard if each.group != "colleague"),
            colleagues=tuple(each for each in heard if each.group == "colleague"),
            total=self._totals[place],
        )


def _tells_of(talk: Interview, place: str) -> bool:
    return place == BUSINESS or talk.profile in ("", place)


def _settled(piece: Evidence, heard: Voices) -> Evidence:
    if not piece.linked:
        return piece
    if heard.colleagues and not heard.talks:
        people = sum(each.people for each in heard.colleagues)
        after = replace(piece, source="team", count=people, total=None)
    else:
        after = replace(piece, source="interviews", count=len(heard.talks), total=heard.total)
    return piece if after == piece else after


def _map_profile(profile: Profile, change: Change) -> Profile:
    answers = _map_answers(profile.id, profile.answers, change)
    return profile if answers is profile.answers else replace(profile, answers=answers)


def _map_persona(persona: Persona, change: Change) -> Persona:
    lines = tuple(_map_item(persona.profile, each, change) for each in persona.lines)
    return persona if _same(lines, persona.lines) else replace(persona, lines=lines)


def _map_answers(place: str, answers: tuple[Answer, ...], change: Change) -> tuple[Answer, ...]:
    changed = tuple(_map_answer(place, each, change) for each in answers)
    return answers if _same(changed, answers) else changed


def _map_answer(place: str, answer: Answer, change: Change) -> Answer:
    evidence = _changed(place, answer.evidence, change)
    value = _map_value(place, answer.value, change)
    if evidence is answer.evidence and value is answer.value:
        return answer
    return replace(answer, evidence=evidence, value=value)


def _map_value(place: str, value: Value | None, change: Change) -> Value | None:
    match value:
        case Terms():
            terms = tuple(_map_item(place, each, change) for each in value.items)
            return value if _same(terms, value.items) else replace(value, items=terms)
        case Pairs():
            pairs = tuple(_map_item(place, each, change) for each in value.items)
            return value if _same(pairs, value.items) else replace(value, items=pairs)
    return value


def _map_item(place: str, item: T, change: Change) -> T:
    evidence = _changed(place, item.evidence, change)
    return item if evidence is item.evidence else replace(item, evidence=evidence)


def _changed(place: str, pieces: Pieces, change: Change) -> Pieces:
    if not pieces:
        return pieces
    after = change(place, pieces)
    return pieces if after == pieces else after


def _same(after: Iterable[object], before: Iterable[object]) -> bool:
    return all(one is other for one, other in zip(after, before, strict=True))
