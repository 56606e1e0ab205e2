"""What stands in a part of a project, in words: any value, also of records yet to come."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from icp_desktop.checks.grades import evidence_grade, evidence_words
from icp_desktop.documents.part_names import choice_words, one_of, part_name
from icp_desktop.documents.proofs import reference_words, say_test
from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, n_
from icp_desktop.model.body import Body
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.forms import OwnQuestionnaire
from icp_desktop.model.interview import Quote
from icp_desktop.model.project import FOLDERS, Project, Retirement
from icp_desktop.model.values import Pair, Term, Value
from icp_desktop.worksheet.definitions import Field, Worksheet
from icp_desktop.worksheet.phrases import (
    LARGEST_NUMBER,
    say_day,
    say_number,
    say_pair,
    say_value,
)
from icp_desktop.worksheet.shipped import worksheet_of

_CALLED = ("name", "title", "words", "text")  # what a thing is called by, the first it has
_DESCRIBED = ("person", "role", "company", "occupation", "reason", "by", "heading", "written")
_NAMED = frozenset((  # parts that hold the ids of other things
    "profile", "theme", "themes", "quote", "quotes", "interviews", "field", "item",
))  # fmt: skip
_KEPT_LONG = ("worksheet", "source")  # whole files of questions: they are not read out


class Wordings:
    """Puts what stands in two states of a project into words; `project` is the later one."""

    def __init__(self, project: Project, *others: Project) -> None:
        """Look up what the things in these states are called."""
        self._states = (project, *others)
        self._worksheet = worksheet_of(project)
        self._sheets: tuple[Worksheet, ...] = ()
        self._names: dict[str, str] = {}

    def field(self, field_id: str) -> Field | None:
        """Return a field of the worksheet by its id, None if no state asks it."""
        if not self._sheets:
            sources = dict.fromkeys(each.worksheet for each in self._states)
            others = (s for s in self._states[1:] if s.worksheet in list(sources)[1:])
            self._sheets = (self._worksheet, *(worksheet_of(each) for each in others))
        for sheet in self._sheets:
            try:
                return sheet.field(field_id)
            except KeyError:
                continue
        return None

    def label(self, field_id: str, market: str = "") -> str:
        """Return what a field is called; its id where nobody knows it any more."""
        found = self.field(field_id)
        if found is None:
            return field_id
        words = {str(key): each for key, each in found.words}
        return (words.get(market) or next(iter(words.values()))).label

    def thing(self, folder: str, item: Any) -> str:
        """Return what one thing of a folder is called: “Interview: Ottilie Krume, Owner”."""
        name = self.name(item)
        if folder == "profiles" and name:
            return name
        kind = one_of(folder)
        return f"{kind}: {name}" if name else kind

    def name(self, item: Any) -> str:
        """Return the name of a thing, "" if it has none."""
        if isinstance(item, OwnQuestionnaire):
            return _questionnaire_title(item)
        for attribute in _CALLED:
            if text := _text_of(item, attribute):
                return _short(text)
        found = dict.fromkeys(text for each in _DESCRIBED if (text := _text_of(item, each)))
        if found:
            return _short(", ".join(list(found)[:3]))
        if field := _text_of(item, "field"):
            return self.label(field)
        days = (getattr(item, each.name) for each in fields(item))
        return next((say_day(each) for each in days if isinstance(each, date)), "")

    def say(self, value: Any, part: str = "", field: Field | None = None) -> str:
        """Return what stands in a part, in words, "" for nothing."""
        if value == "":
            return choice_words(part, "")
        if value is None or value == ():
            return ""
        said = _figure(value) or _known_record(value)
        if said is not None:
            return said
        match value:
            case str():
                return self._text(value, part)
            case Evidence():
                return self.evidence(value)
            case tuple():
                return self._list(value, part, field)
        if isinstance(value, get_args(Value)):
            return self._answer(value, field)
        return self._record(value)

    def evidence(self, piece: Evidence) -> str:
        """Return a piece of proof in one line."""
        grade = evidence_words(evidence_grade((piece,)), (piece,))
        words = grade if piece.speaks_for else evidence_words(piece.source, (piece,))
        head = _("Against: {words}", words=words) if piece.against else words
        named = [self._named(each) for each in (piece.theme, *piece.quotes, *piece.interviews)]
        rest = [piece.note.strip(), *filter(None, named), reference_words(piece)]
        return ": ".join([head, ", ".join(filter(None, rest))]).removesuffix(": ")

    def unlike(self, before: Any, after: Any) -> tuple[str, str]:
        """Return two things of a kind by what differs in them, for where their words are equal."""
        if type(before) is not type(after) or not is_dataclass(before):
            return str(before), str(after)
        names = [
            e.name for e in fields(before) if getattr(before, e.name) != getattr(after, e.name)
        ]
        return self._by_parts(before, names), self._by_parts(after, names)

    def _by_parts(self, thing: Any, names: Iterable[str]) -> str:
        said = ((part_name(name), self.say(getattr(thing, name), name)) for name in names)
        return "; ".join(f"{name}: {words or _('nothing')}" for name, words in said)

    def _record(self, thing: Any) -> str:
        """Return what a record is called, or all that it says, its parts one after the other."""
        if not is_dataclass(thing):
            return str(thing)
        if name := self.name(thing):
            return name
        said = (self.say(getattr(thing, e.name), e.name) for e in fields(thing) if e.name != "id")
        return ", ".join(dict.fromkeys(each for each in said if each))

    def _list(self, items: tuple[Any, ...], part: str, field: Field | None) -> str:
        said = [self.say(each, part, field) for each in items]
        apart = "; " if any("," in each for each in said) else ", "
        return apart.join(each for each in said if each)

    def _answer(self, value: Any, field: Field | None) -> str:
        if field is not None:
            return say_value(value, field)
        bare = Field(id="", kind=value.kind, audience=(), core=(), words=())
        return say_value(value, bare)

    def _text(self, text: str, part: str) -> str:
        if part in _NAMED:
            return self._named(text) or text
        if part in _KEPT_LONG and "\n" in text and "=" in text:
            lines = len(text.splitlines())
            return n_("a file of {n} line", "a file of {n} lines", lines)
        return choice_words(part, text.strip())

    def _named(self, item_id: str) -> str:
        """Return what the thing with an id is called, "" if there is none."""
        if not self._names:
            for state in reversed(self._states):
                for folder in FOLDERS:
                    self._names |= {each.id: self.name(each) for each in state.folder(folder)}
                for talk in state.interviews:
                    self._names |= {each.id: f"“{_short(each.text)}”" for each in talk.quotes}
        known = self._names.get(item_id, "")
        return known or (self.label(item_id) if self.field(item_id) else "")


def _figure(value: Any) -> str | None:
    """Return a yes or no, a day or a figure in words, None for anything else."""
    match value:
        case bool():
            return _("Yes") if value else _("No")
        case date():
            return say_day(value)
        case int() if abs(value) > LARGEST_NUMBER:
            return str(value)
        case int() | Decimal():
            return say_number(Decimal(value))
    return None


def _known_record(value: Any) -> str | None:
    """Return a record in words where it is one that reads best in a way of its own, else None."""
    match value:
        case NextTest():
            return say_test(value)
        case Retirement():
            return _("{reason} ({day})", reason=value.reason, day=say_day(value.day))
        case Quote():
            return f"“{value.text.strip()}”"
        case Body():
            return _("a picture") if value.form == "png" else _("the rows as read in")
        case Term():
            return value.text.strip()
        case Pair():
            return say_pair(value)
    return None


def _text_of(item: Any, attribute: str) -> str:
    text = getattr(item, attribute, "")
    return " ".join(text.split()) if isinstance(text, str) else ""


def _questionnaire_title(item: OwnQuestionnaire) -> str:
    from icp_desktop.worksheet.toml_source import read_questionnaire

    try:
        return read_questionnaire(item.source).title
    except (KnownError, KeyError, ValueError):
        return item.id


def _short(text: str, most: int = 80) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
