"""What a playbook is made of: its chapters and the rules that compose their lines, from TOML."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from icp_desktop.model.persona import Topic
from icp_desktop.model.project import Market, Weight
from icp_desktop.model.record import record
from icp_desktop.worksheet.shipped import playbook_source


@record
class Chapter:
    """A part of a playbook: what it is called, in full and on a tab, and what it is for."""

    id: str
    label: str
    tab: str
    lead: str


@record
class More:
    """A further sentence of a line, left out where nothing is known.

    It says the first entry of a `field`, or with `whole` all of it. Where the line is for a persona
    it says theirs on the `topic`; `persona` ones are left out where the line is for nobody special.
    """

    say: str
    field: str = ""
    topic: Topic | Literal[""] = ""
    whole: bool = False
    persona: bool = False


@record
class PlayRule:
    """How the lines of one kind are made.

    It reads `fields` and those of `sections`, `besides` some; or `of` the profile or of those that
    are not a fit every answer with one of the `weights`; or lines of personas on `topics`. `whole`
    takes a list as one, else each entry gives a line; `skip` leaves out the first entries.
    `for_people` are topics: a persona that has taken the entry is spoken to. `needed` fields are
    asked for while they are empty; `find` asks for the missing half of a pair, `find_reason` why
    somebody is not a fit where nobody has said it.
    """

    id: str
    chapter: str
    text: str
    group: str = ""
    head: str = ""
    fields: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    of: Literal["", "profile", "negative"] = ""
    weights: tuple[Weight, ...] = ()
    topics: tuple[Topic, ...] = ()
    first: bool = False
    whole: bool = False
    skip: int = 0
    for_people: tuple[Topic, ...] = ()
    needed: tuple[str, ...] = ()
    find: str = ""
    find_reason: str = ""
    more: tuple[More, ...] = ()


@record
class Asked:
    """How to learn in a first talk how somebody stands to a field; `look` rather than ask."""

    field: str
    ask: str
    look: bool = False
    markets: tuple[tuple[Market, str], ...] = ()

    def words(self, market: Market) -> str:
        """Return the question for a market."""
        return dict(self.markets).get(market, self.ask)


@record
class PlaybookRules:
    """Chapters in their order, the rules for them, and the words they share."""

    chapters: tuple[Chapter, ...]
    rules: tuple[PlayRule, ...]
    asked: tuple[Asked, ...]
    weighed: Mapping[str, str]
    reasons: Mapping[str, str]
    look: str

    def ask(self, field: str) -> Asked | None:
        """Return how to learn of a field, None where nobody wrote it."""
        return next((each for each in self.asked if each.field == field), None)

    def weigh(self, weight: Weight, *, several: bool) -> str:
        """Return how an answer of a weight, with one entry or several, is put in a first talk."""
        found = self.weighed.get(f"{weight}_several", "") if several else ""
        return found or self.weighed[weight]

    def place(self, field: str) -> int:
        """Return the place of a field in a talk; one's own questions come last."""
        fields = [each.field for each in self.asked]
        return fields.index(field) if field in fields else len(fields)

    def chapter(self, chapter_id: str) -> Chapter:
        """Return a chapter by its id; raise KeyError if there is none."""
        for each in self.chapters:
            if each.id == chapter_id:
                return each
        raise KeyError(chapter_id)


def playbook_rules() -> PlaybookRules:
    """Return the shipped rules in the current language, the English ones where it has none."""
    return _read(playbook_source())


@cache
def _read(source: str) -> PlaybookRules:
    table = tomllib.loads(source)
    return PlaybookRules(
        chapters=tuple(Chapter(**each) for each in table["chapters"]),
        rules=tuple(_rule(each) for each in table["rules"]),
        asked=tuple(_asked(each) for each in table["asked"]),
        weighed=table["weighed"],
        reasons=table["reasons"],
        look=table["look"],
    )


def _rule(table: Mapping[str, Any]) -> PlayRule:
    entries: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in table.items()
        if key != "more"
    }
    return PlayRule(**entries, more=tuple(More(**each) for each in table.get("more", ())))


def _asked(table: Mapping[str, Any]) -> Asked:
    markets: tuple[Market, ...] = ("b2b", "b2c", "both")
    return Asked(
        field=table["field"],
        ask=table["ask"],
        look=table.get("look", False),
        markets=tuple((market, table[market]) for market in markets if market in table),
    )
