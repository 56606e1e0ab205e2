"""Walking over a project: every field becomes what `declared.py` says; what is new is hidden."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from icp_desktop.i18n import _
from icp_desktop.model.body import Body
from icp_desktop.model.ids import is_id
from icp_desktop.model.interview import NOTES, Interview, Quote
from icp_desktop.model.judging import Condition
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.table import Table
from icp_desktop.model.values import MoneyRange, Terms
from icp_desktop.sharing.bands import band_of, range_of
from icp_desktop.sharing.choice import Choice, Hiding
from icp_desktop.sharing.codes import Codes, words_of
from icp_desktop.sharing.declared import (
    NAMED_FIELDS,
    treatment_of,
)
from icp_desktop.sharing.lists import NewList, hide_list, learn_names
from icp_desktop.sharing.own_words import is_shipped, reword_source
from icp_desktop.sharing.plain_words import role_words
from icp_desktop.sharing.rewording import Log, Rewording
from icp_desktop.sharing.treatments import Treatment
from icp_desktop.worksheet.phrases import say_number

_NAMES: dict[Treatment, Hiding] = {
    "person": "person",
    "person_gone": "person",
    "company": "company",
    "company_gone": "company",
    "customer": "customer",
    "client": "client",
    "source": "source",
}


class UndeclaredError(Exception):
    """A record has something nobody declared, and cannot be without it."""


class Hider:
    """Turns the records of a project into those of its copy."""

    def __init__(self, project: Project, choice: Choice) -> None:
        """Learn every name that the project knows."""
        self.codes, self._choice = Codes(), choice
        self._lists: dict[str, NewList] = {}
        self.codes.code(project.client, "client")
        for table in project.tables:
            learn_names(table, self.codes)
        for entry in _named_entries(project):
            self.codes.code(entry, "customer")
        for name, treatment in _names_in(project):
            self.codes.code(name, _NAMES[treatment])
        for word in choice.also:
            self.codes.code(word, "name")
        self._start(Log())

    def hide(self, project: Project) -> tuple[Project, Log]:
        """Return the copy of a project, and what was hidden in it."""
        self._record(replace(project, tables=()))  # so that a name is known before it is met
        log = Log()
        self._start(log)
        self._lists = self._hidden_lists(project, log)
        kept = tuple(each.table for each in self._lists.values())
        copy: Project = self._record(replace(project, tables=()))
        return replace(copy, id=_other_id(project.id), tables=kept), log

    def _start(self, log: Log) -> None:
        self._log = log
        self._rewording = Rewording(self.codes, log, self._choice)

    def _hidden_lists(self, project: Project, log: Log) -> dict[str, NewList]:
        """Return the lists of the copy by the digest each had."""
        lists: dict[str, NewList] = {}
        roles: list[str] = []
        for table in project.tables:
            roles.append(table.role)
            made = hide_list(table, roles.count(table.role), self.codes, log, self._rewording)
            if made is not None:
                lists[table.body.digest] = made
        return lists

    def _record(self, value: Any) -> Any:
        """Return a record as the copy has it."""
        match value:
            case Interview():
                return self._talk(value)
            case MoneyRange():
                low, high = range_of(value.low, value.high)
                self._log_band(value.low, low)
                self._log_band(value.high, high)
                return replace(self._plain(value), low=low, high=high)
            case Condition():
                return self._condition(value)
            case Answer(value=Terms()) if value.field in NAMED_FIELDS:
                return self._named(value)
        return self._plain(value)

    def _plain(self, value: Any) -> Any:
        cls = type(value)
        changed = {
            each.name: self._field(cls, each, getattr(value, each.name)) for each in fields(value)
        }
        return replace(value, **changed)

    def _field(self, cls: type, declared: Field[Any], value: Any) -> Any:
        treatment = treatment_of(cls, declared.name)
        if treatment == "hidden" or treatment.endswith("_gone"):
            self._note_hidden(treatment, value)
            return nothing(cls, declared)
        if treatment == "inside":
            return self._inside(value)
        return self._told(treatment, value)

    def _inside(self, value: Any) -> Any:
        if isinstance(value, tuple):
            kept = []
            for each in value:
                try:
                    kept.append(self._inside(each))
                except UndeclaredError:
                    self._log.note("part", type(each).__name__, "")
            return tuple(kept)
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value)
        return value

    def _told(self, treatment: Treatment, value: Any) -> Any:
        """Return a text, figure or day as the copy has it."""
        if isinstance(value, tuple):
            return tuple(self._told(treatment, each) for each in value)
        if is_dataclass(value):
            raise UndeclaredError(type(value).__name__)
        match treatment:
            case "month" if isinstance(value, date):
                if value.day != 1:
                    self._log.note("day", value.isoformat(), f"{value:%Y-%m}")
                return value.replace(day=1)
            case "band" if isinstance(value, Decimal):
                return band_of(value)[0]
        return self._text(treatment, value) if isinstance(value, str) else value

    def _text(self, treatment: Treatment, text: str) -> str:
        match treatment:
            case "kept":
                return text if not text or is_id(text) else self._words(text, guess=False)
            case "words" | "notes":
                return text if is_shipped(text) else self._words(text)
            case "asked":
                return reword_source(text, self._words)
            case "title":
                return self._words(text, guess=False)
            case "person" if _is_role(text):
                return text
        code = self.codes.code(text, _NAMES[treatment])
        self._log.note(self.codes.kind(text) or _NAMES[treatment], text, code)
        return code

    def _words(self, text: str, *, guess: bool = True) -> str:
        return self._rewording.words(text, guess=guess)

    def _talk(self, talk: Interview) -> Interview:
        """Return a talk told by role: consent to be named is none to be named elsewhere."""
        plain: Interview = self._plain(talk)
        texts = {each.question: each.text for each in plain.answers} | {NOTES: plain.notes}
        quotes = tuple(_found_again(each, texts.get(each.question, "")) for each in plain.quotes)
        consent = "anonymous" if plain.consent == "named" else plain.consent
        return replace(plain, quotes=quotes, consent=consent)

    def _condition(self, condition: Condition) -> Condition:
        """Return a rule that asks the same of the list of the copy, as far as bands allow."""
        headings = {
            before: after
            for each in self._lists.values()
            for before, after in each.headings.items()
        }
        column = headings.get(condition.column) or self._words(condition.column, guess=False)
        try:
            amount = Decimal(condition.value)
        except InvalidOperation:
            return replace(condition, column=column, value=self._words(condition.value))
        edge = band_of(amount)[0] if abs(amount) >= 1000 else amount
        return replace(condition, column=column, value=f"{edge:f}")

    def _named(self, answer: Answer) -> Answer:
        """Return an answer whose entries are names of customers."""
        assert isinstance(answer.value, Terms)
        plain: Answer = self._plain(answer)
        assert isinstance(plain.value, Terms)
        items = []
        for before, after in zip(answer.value.items, plain.value.items, strict=True):
            code = self.codes.code(before.text, "customer")
            self._log.note("customer", before.text, code)
            items.append(replace(after, text=code))
        return replace(plain, value=replace(plain.value, items=tuple(items)))

    def _log_band(self, before: Decimal | None, after: Decimal | None) -> None:
        if before is not None and after is not None and before != after:
            self._log.note("sum", say_number(before), say_number(after))

    def _note_hidden(self, treatment: Treatment, value: Any) -> None:
        match value:
            case str():
                self._log.note(_NAMES.get(treatment, "note"), value, "")
            case Body(form="png"):
                self._log.note("picture", _("A picture"), "")

    def new_digest(self, digest: str) -> str:
        """Return the digest a list has in the copy."""
        made = self._lists.get(digest)
        return made.table.body.digest if made is not None else digest


def _named_entries(project: Project) -> Iterator[str]:
    """Yield the entries of answers that name customers."""
    for answer in (*project.about, *(a for each in project.profiles for a in each.answers)):
        if answer.field in NAMED_FIELDS and isinstance(answer.value, Terms):
            yield from (each.text for each in answer.value.items)


def _names_in(value: Any) -> Iterator[tuple[str, Treatment]]:
    """Yield every text that names somebody by its declaration."""
    if isinstance(value, tuple):
        for each in value:
            yield from _names_in(each)
    if not is_dataclass(value) or isinstance(value, type | Table | Body):
        return
    for each in fields(value):
        there, treatment = getattr(value, each.name), treatment_of(type(value), each.name)
        if treatment in _NAMES and isinstance(there, str) and not _is_role(there):
            yield there, treatment
        elif treatment == "inside":
            yield from _names_in(there)


def _is_role(text: str) -> bool:
    """Say whether somebody is told by what they do, not by name."""
    return all(word.key in role_words() for word in words_of(text))


def _found_again(quote: Quote, text: str) -> Quote:
    """Return a quote at its place in the text as it is now."""
    return replace(quote, start=max(text.find(quote.text), 0))


def nothing(cls: type, declared: Field[Any]) -> Any:
    """Return what a field holds where it is hidden; raise UndeclaredError if it must hold more."""
    if declared.default is not MISSING:
        return declared.default
    if declared.default_factory is not MISSING:
        return declared.default_factory()
    hint = _hints(cls).get(declared.name)
    if hint is str:
        return ""
    if type(None) in get_args(hint) and get_origin(hint) in (Union, UnionType):
        return None
    if get_origin(hint) is tuple:
        return ()
    if hint is bool:
        return False
    if hint is int:
        return 0
    raise UndeclaredError(declared.name)


@cache
def _hints(cls: type) -> Mapping[str, Any]:
    return get_type_hints(cls)


def _other_id(project_id: str) -> str:
    """Return the id of the copy: the same each time, so that a later copy follows an earlier."""
    return "copy" + hashlib.sha256(f"copy of {project_id}".encode()).hexdigest()[:12]
