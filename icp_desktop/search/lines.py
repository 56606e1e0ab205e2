"""What can be found in a project: its fields and answers, its talks, quotes, themes and sources."""

from collections.abc import Iterator
from typing import Literal

from icp_desktop.model.interview import Interview
from icp_desktop.model.persona import Persona
from icp_desktop.model.project import Profile, Project
from icp_desktop.model.record import record
from icp_desktop.model.values import Pairs, Terms, Value
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.phrases import say_day, say_pair, say_value
from icp_desktop.worksheet.shipped import worksheet_of

LineKind = Literal["field", "answer", "talk", "quote", "theme", "source", "list", "person"]


@record
class Line:
    """Something in a project that can be gone to.

    `text` is what is shown and looked through first, `detail` says where it belongs, `also` holds
    words it is found by, too. `owner` is the id of the profile, talk or list it is part of.
    """

    kind: LineKind
    text: str
    detail: str = ""
    also: str = ""
    owner: str = ""
    section: str = ""
    field: str = ""


def all_lines(project: Project) -> tuple[Line, ...]:
    """Return everything that can be found in a project."""
    found: list[Line] = []
    several = len(project.profiles) > 1
    for number, profile in enumerate(project.profiles):
        named = profile.name if several else ""
        found += _answered(project, profile, named=named, business=number == 0)
    for talk in project.interviews:
        found += _said(talk)
    found += [Line(kind="theme", text=t.name, also=t.note, owner=t.id) for t in project.themes]
    for source in project.sources:
        day = say_day(source.day) if source.day else ""
        also = f"{source.note} {source.link}"
        found.append(Line(kind="source", text=source.name, detail=day, also=also, owner=source.id))
    for table in project.tables:
        found.append(Line(kind="list", text=table.name, also=table.role, owner=table.id))
    for person in project.personas:
        found += _of_person(person, _profile_name(project, person.profile))
    return tuple(each for each in found if each.text.strip())


def field_lines(project: Project, profile_id: str) -> tuple[Line, ...]:
    """Return the fields that are asked in one profile."""
    profile = next((each for each in project.profiles if each.id == profile_id), None)
    return () if profile is None else tuple(_asked(worksheet_of(project), profile))


def answer_lines(project: Project, profile_id: str) -> tuple[Line, ...]:
    """Return what is answered in one profile and on the business."""
    profile = next((each for each in project.profiles if each.id == profile_id), None)
    return () if profile is None else tuple(_answered(project, profile, named="", business=True))


def _asked(worksheet: Worksheet, profile: Profile) -> Iterator[Line]:
    for section in worksheet.sections:
        head = section.wording(profile.market).label
        for field in section.asked(profile.market):
            words = field.wording(profile.market)
            yield Line(
                kind="field",
                text=words.label,
                detail=head,
                also=words.question,
                owner=profile.id,
                section=section.id,
                field=field.id,
            )


def _answered(project: Project, profile: Profile, *, named: str, business: bool) -> Iterator[Line]:
    """Yield each answer, of a list each entry; those on the business only where they belong."""
    for section in worksheet_of(project).sections:
        of_business = section.scope == "business"
        if of_business and not business:
            continue
        answers = project.about if of_business else profile.answers
        values = {each.field: each.value for each in answers if each.value is not None}
        for field in section.asked(profile.market):
            value = values.get(field.id)
            label = field.wording(profile.market).label
            detail = f"{label}, {named}" if named and not of_business else label
            for text in _entries(value, field) if value is not None else ():
                yield Line(
                    kind="answer",
                    text=text,
                    detail=detail,
                    owner=profile.id,
                    section=section.id,
                    field=field.id,
                )


def _entries(value: Value, field: Field) -> list[str]:
    match value:
        case Terms():
            return [each.text for each in value.items]
        case Pairs():
            return [say_pair(each) for each in value.items]
    return [said] if (said := say_value(value, field)) else []


def _said(talk: Interview) -> Iterator[Line]:
    """Yield a talk by who it was with, what was said to each question, and its quotes."""
    who = talk.person or talk.company or talk.role
    day = say_day(talk.day) if talk.day else ""
    about = f"{talk.company} {talk.role} {talk.segment}"
    yield Line(kind="talk", text=who, detail=day, also=about, owner=talk.id)
    for each in talk.answers:
        texts = (each.text, *each.picked)
        yield from (
            Line(kind="talk", text=text, detail=who, owner=talk.id, field=each.question)
            for text in texts
        )
    yield Line(kind="talk", text=talk.notes, detail=who, owner=talk.id)
    for quote in talk.quotes:
        yield Line(kind="quote", text=quote.text, detail=who, owner=talk.id, field=quote.question)


def _of_person(persona: Persona, profile: str) -> Iterator[Line]:
    """Yield a persona by what it is called, and what is said of it."""
    title = persona.title or persona.occupation
    also = f"{persona.occupation} {persona.name}"
    yield Line(kind="person", text=title, detail=profile, also=also, owner=persona.id)
    for each in persona.lines:
        yield Line(kind="person", text=each.text, detail=title, owner=persona.id)


def _profile_name(project: Project, profile_id: str) -> str:
    return next((each.name for each in project.profiles if each.id == profile_id), "")
