"""The pages of the help, read from resources/help: one file each, translated by a file each."""

import tomllib
from functools import cache
from typing import Any

from icp_desktop.i18n import SOURCE_LANGUAGE, language
from icp_desktop.model.record import record
from icp_desktop.paths import shipped


@record
class HelpTerm:
    """A word and what it means."""

    term: str
    means: str


@record
class HelpSection:
    """A head with paragraphs, words explained, and a table whose first row is its head."""

    head: str
    text: tuple[str, ...] = ()
    terms: tuple[HelpTerm, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()


@record
class HelpTopic:
    """One page of the help; `see` names the pages that go on from here."""

    id: str
    order: int
    title: str
    lead: str = ""
    sections: tuple[HelpSection, ...] = ()
    see: tuple[str, ...] = ()


def help_topics() -> tuple[HelpTopic, ...]:
    """Return every page in its order, in the current language where there is one."""
    return _topics(language())


@cache
def _topics(code: str) -> tuple[HelpTopic, ...]:
    folder = shipped("resources", "help")
    names = sorted(file.name.split(".")[0] for file in folder.glob(f"*.{SOURCE_LANGUAGE}.toml"))
    topics = (_topic(name, code) for name in names)
    return tuple(sorted(topics, key=lambda topic: topic.order))


def _topic(name: str, code: str) -> HelpTopic:
    folder = shipped("resources", "help")
    file = folder / f"{name}.{code}.toml"
    if not file.is_file():
        file = folder / f"{name}.{SOURCE_LANGUAGE}.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return HelpTopic(
        id=table["id"],
        order=table["order"],
        title=table["title"],
        lead=table.get("lead", ""),
        sections=tuple(_section(each) for each in table.get("sections", ())),
        see=tuple(table.get("see", ())),
    )


def _section(table: dict[str, Any]) -> HelpSection:
    return HelpSection(
        head=table["head"],
        text=tuple(table.get("text", ())),
        terms=tuple(HelpTerm(**each) for each in table.get("terms", ())),
        table=tuple(tuple(row) for row in table.get("table", ())),
    )
