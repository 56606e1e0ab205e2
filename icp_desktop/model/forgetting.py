"""Forgetting a person: their talks go, and their name and words wherever else they stand."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from icp_desktop.model.links import settled
from icp_desktop.model.persona import Persona
from icp_desktop.model.project import Project
from icp_desktop.model.record import record

MASK = "[…]"
_SHORTEST_NAME, _SHORTEST_WORDS = 3, 12  # letters: less is a word like any other
# What points at other things, or is read by the program: no person's name stands there.
_KEPT = frozenset((
    "id", "field", "question", "questionnaire", "profile", "theme", "themes", "quotes",
    "interviews", "digest", "source", "worksheet", "kind", "language", "currency", "topic",
    "quote", "item", "lists", "against", "version", "state", "rhythm", "occasion", "verdict",
    "went", "tier", "listed", "candidate", "place",
    "chapter", "line", "basis", "play",
))  # fmt: skip


@record
class Person:
    """Who is to be forgotten: the talks, and the name and words that may stand elsewhere."""

    talks: frozenset[str]
    names: tuple[str, ...]
    words: tuple[str, ...]


def person_of(project: Project, talk_id: str) -> Person:
    """Return the person of a talk, with every other talk under the same name."""
    talk = project.interview(talk_id)
    name = talk.person.strip().casefold()
    talks = [
        each
        for each in project.interviews
        if each.id == talk_id or (name and each.person.strip().casefold() == name)
    ]
    words = [quote.text for each in talks for quote in each.quotes]
    words += [answer.text for each in talks for answer in each.answers]
    return Person(
        talks=frozenset(each.id for each in talks),
        names=tuple(
            dict.fromkeys(n for each in talks if len(n := each.person.strip()) >= _SHORTEST_NAME)
        ),
        words=tuple(
            dict.fromkeys(w for each in words if len(w := each.strip()) >= _SHORTEST_WORDS)
        ),
    )


def forget(project: Project, person: Person) -> Project:
    """Return a project without the person; the same object where nothing told of them."""
    kept = tuple(each for each in project.interviews if each.id not in person.talks)
    lighter = project if len(kept) == len(project.interviews) else replace(project, interviews=kept)
    lighter = _without_comments(lighter, person)
    without: Project = _without_masks(_reworded(lighter, rewording(person)))
    return without if without is project else settled(without)


def rewording(person: Person) -> Callable[[str], str]:
    """Return what takes the name and the words of a person out of a text."""
    pattern = _pattern((*person.words, *person.names))
    if pattern is None:
        return lambda text: text
    return lambda text: pattern.sub(MASK, text)


def still_named(project: Project, person: Person) -> tuple[str, ...]:
    """Return the lists that name the person: their rows are kept as they were read in."""
    names = [each.casefold().encode() for each in person.names]
    return tuple(
        table.name
        for table in project.tables
        if any(name in table.body.data.lower() for name in names)
    )


def _without_comments(project: Project, person: Person) -> Project:
    """Leave out what the person said in comments."""
    names = {each.casefold() for each in person.names}
    kept = tuple(each for each in project.comments if each.who.strip().casefold() not in names)
    return project if len(kept) == len(project.comments) else replace(project, comments=kept)


def _without_masks(project: Project) -> Project:
    """Leave out the lines of personas that were nothing but the words of the person."""

    def without(persona: Persona) -> Persona:
        lines = tuple(each for each in persona.lines if each.text.strip(" “”") != MASK)
        return persona if len(lines) == len(persona.lines) else replace(persona, lines=lines)

    personas = tuple(without(each) for each in project.personas)
    if all(one is other for one, other in zip(personas, project.personas, strict=True)):
        return project
    return replace(project, personas=personas)


def _pattern(texts: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(set(texts), key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _reworded(value: Any, reword: Callable[[str], str]) -> Any:
    """Return a value with all its texts reworded; the same object where none differs."""
    if isinstance(value, str):
        return reword(value)
    if isinstance(value, tuple):
        parts = tuple(_reworded(each, reword) for each in value)
        return value if all(a is b or a == b for a, b in zip(parts, value, strict=True)) else parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for each in fields(value):
        before = getattr(value, each.name)
        if each.name not in _KEPT or (isinstance(value, Project) and isinstance(before, tuple)):
            after = _reworded(before, reword)
            if after is not before and after != before:
                changed[each.name] = after
    return replace(value, **changed) if changed else value
