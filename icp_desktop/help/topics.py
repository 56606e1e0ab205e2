"""The topics of the help, read from resources/help: one file each, translated by a file each."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Literal, get_args

from icp_desktop.i18n import SOURCE_LANGUAGE, _, language, later
from icp_desktop.model.record import record
from icp_desktop.paths import shipped

Group = Literal["start", "pages", "lists", "program"]
GROUPS: tuple[Group, ...] = get_args(Group)
GROUP_TITLES: dict[Group, str] = {
    "start": later("The method"),
    "pages": later("Page by page"),
    "lists": later("To look things up"),
    "program": later("The program"),
}


@record
class HelpTerm:
    """A word and what it means; `notes` are short lines below, such as examples."""

    term: str
    means: str
    notes: tuple[str, ...] = ()


@record
class HelpSection:
    """A head with paragraphs, words explained, and a table whose first row is its head.

    `made_of` names a list that is made from what it lists, and takes the place of the section.
    """

    head: str
    text: tuple[str, ...] = ()
    terms: tuple[HelpTerm, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    made_of: str = ""


@record
class HelpTopic:
    """One page of the help.

    `see` names the pages that go on from here, `opens_from` the places from which F1 leads here:
    the id of a page, or "page/view"; that of the topic itself is always one of them.
    """

    id: str
    order: int
    title: str
    lead: str = ""
    group: Group = "pages"
    sections: tuple[HelpSection, ...] = ()
    see: tuple[str, ...] = ()
    opens_from: tuple[str, ...] = ()


Lists = Mapping[str, Callable[[], tuple[HelpSection, ...]]]


def help_topics() -> tuple[HelpTopic, ...]:
    """Return every topic as it is written, in its order, in the current language if there is."""
    return _topics(language())


def filled(topics: tuple[HelpTopic, ...], lists: Lists) -> tuple[HelpTopic, ...]:
    """Return topics with their lists; one whose list cannot be made here is left out."""
    known = [
        topic
        for topic in topics
        if all(not section.made_of or section.made_of in lists for section in topic.sections)
    ]
    ids = {topic.id for topic in known}
    return tuple(
        replace(
            topic,
            sections=tuple(each for s in topic.sections for each in _filled(s, lists)),
            see=tuple(each for each in topic.see if each in ids),
        )
        for topic in known
    )


def topic_for(topics: tuple[HelpTopic, ...], *places: str) -> str:
    """Return the id of the topic for the first of the places that has one, "" if none has."""
    homes = {place: topic.id for topic in topics for place in topic.opens_from}
    homes |= {topic.id: topic.id for topic in topics}
    return next((homes[place] for place in places if place in homes), "")


def _filled(section: HelpSection, lists: Lists) -> tuple[HelpSection, ...]:
    if not section.made_of:
        return (section,)
    made = lists[section.made_of]()
    if section.text:  # what is said ahead of the list
        return (replace(section, made_of=""), *made)
    return made


@cache
def _topics(code: str) -> tuple[HelpTopic, ...]:
    folder = shipped("resources", "help")
    names = sorted(file.name.split(".")[0] for file in folder.glob(f"*.{SOURCE_LANGUAGE}.toml"))
    topics = (_topic(name, code) for name in names)
    return tuple(sorted(topics, key=lambda topic: (GROUPS.index(topic.group), topic.order)))


def _topic(name: str, code: str) -> HelpTopic:
    folder = shipped("resources", "help")
    file = folder / f"{name}.{code}.toml"
    if not file.is_file():
        file = folder / f"{name}.{SOURCE_LANGUAGE}.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return HelpTopic(
        id=table["id"],
        order=table["order"],
        title=_(table["title"]),
        lead=_(table["lead"]) if "lead" in table else "",
        group=table.get("group", "pages"),
        sections=tuple(_section(each) for each in table.get("sections", ())),
        see=tuple(table.get("see", ())),
        opens_from=tuple(table.get("opens_from", ())),
    )


def _section(table: dict[str, Any]) -> HelpSection:
    return HelpSection(
        head=_(table["head"]) if table.get("head") else "",
        text=tuple(_(each) for each in table.get("text", ())),
        terms=tuple(
            HelpTerm(term=_(each["term"]), means=_(each["means"]))
            for each in table.get("terms", ())
        ),
        table=tuple(
            tuple(_(cell) if cell else "" for cell in row) for row in table.get("table", ())
        ),
        made_of=table.get("list", ""),
    )
