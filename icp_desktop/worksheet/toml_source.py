"""Reading worksheets and questionnaires from TOML; every fault is named in plain words."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import compress
from operator import not_
from typing import Any, cast, get_args

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import is_id
from icp_desktop.model.project import MARKETS, Market
from icp_desktop.model.values import KINDS, Kind
from icp_desktop.worksheet.definitions import (
    Field,
    Moment,
    Option,
    Question,
    Questionnaire,
    Scope,
    Section,
    SectionWording,
    Size,
    Wording,
    Worksheet,
)

LARGEST_SOURCE = 1_000_000  # characters; the shipped worksheet has about 40,000
_MOST_FIELDS = 500
_LONGEST_TEXT = 2_000
_LONGEST_SHOWN = 60  # characters of a foreign name that a sentence repeats
_LATEST_EDITION = 1_000_000
# Time and memory of tomllib grow with the square of the parts of a dotted key, to minutes and
# gigabytes within the allowed size; nothing here is deeper than three parts.
_DEEP_KEY = re.compile(
    r"""(?:(?:(?<![\w-])[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}"""
)
_PLACE = re.compile(r"line (?P<line>\d+), column (?P<column>\d+)")
_WORDS = ("label", "why", "question", "good", "weak", "placeholder", "first", "second")
_SECTION_WORDS = ("label", "lead", "done")
_FIELD = {
    "id", "kind", "audience", "core", "size", "choices", "units", "headings", "seed", "hidden",
    "moment",
}  # fmt: skip
_QUESTION = {"id", "text", "hint", "feeds", "kind", "size", "choices", "units", "follow_ups"}

Table = Mapping[str, Any]


class _FaultError(Exception):
    """What is wrong, as the end of a sentence."""


@lru_cache(maxsize=16)
def read_worksheet(source: str) -> Worksheet:
    """Read a worksheet from the text of its TOML file.

    Raises KnownError with one sentence that names the faulty place.
    """
    try:
        return _worksheet(_parsed(source))
    except _FaultError as fault:
        raise KnownError(_("This worksheet can’t be used: {reason}.", reason=fault)) from fault


def parsed(source: str) -> Table:
    """Return the tables in the text of a worksheet; raise KnownError if it can't be read."""
    try:
        return _parsed(source)
    except _FaultError as fault:
        raise KnownError(_("This worksheet can’t be used: {reason}.", reason=fault)) from fault


@lru_cache(maxsize=64)  # a project can have many of its own
def read_questionnaire(source: str) -> Questionnaire:
    """Read a questionnaire from the text of its TOML file; raises KnownError."""
    try:
        return _questionnaire(_parsed(source))
    except _FaultError as fault:
        raise KnownError(_("These questions can’t be used: {reason}.", reason=fault)) from fault


def _worksheet(table: Table) -> Worksheet:
    _only(table, "worksheet", {"id", "edition", "language", "title", "sections"})
    tables = _tables(table, "sections", "worksheet")
    everything = tuple(_section(each) for each in tables)
    shown = [not _yes(each, "hidden", _name_of(each, "section")) for each in tables]
    worksheet = Worksheet(
        id=_id(table, "worksheet"),
        edition=_edition(table),
        language=_text(table, "language", "worksheet", default="en"),
        title=_text(table, "title", "worksheet"),
        sections=tuple(compress(everything, shown)),
        hidden=tuple(compress(everything, map(not_, shown))),
    )
    _unique([section.id for section in everything])
    fields = [field.id for field in (*worksheet.fields(), *worksheet.hidden_fields())]
    _unique(fields)
    if len(fields) > _MOST_FIELDS:
        raise _fault(
            _("it has {n} fields, and the most is {most}", n=len(fields), most=_MOST_FIELDS)
        )
    return worksheet


def _questionnaire(table: Table) -> Questionnaire:
    where = "questionnaire"
    _only(table, where, {"id", "edition", "language", "title", "lead", "audience", "questions"})
    questions = tuple(_question(each) for each in _tables(table, "questions", where))
    _unique([question.id for question in questions])
    return Questionnaire(
        id=_id(table, where),
        edition=_edition(table),
        language=_text(table, "language", where, default="en"),
        title=_text(table, "title", where),
        lead=_text(table, "lead", where, default=""),
        audience=_text(table, "audience", where, default=""),
        questions=questions,
    )


def _question(table: Table) -> Question:
    where = _name_of(table, "question")
    _only(table, where, _QUESTION)
    question = Question(
        id=_id(table, where),
        text=_text(table, "text", where),
        hint=_text(table, "hint", where, default=""),
        feeds=_texts(table, "feeds", where),
        kind=cast("Kind", _one_of(table, "kind", where, KINDS, default="text")),
        size=cast("Size", _one_of(table, "size", where, get_args(Size), default="text")),
        choices=_options(table, "choices", where),
        units=_options(table, "units", where),
        follow_ups=_texts(table, "follow_ups", where),
    )
    _has_choices(question, where)
    return question


def _section(table: Table) -> Section:
    where = _name_of(table, "section")
    _only(table, where, {"id", "scope", "fields", "hidden", *_SECTION_WORDS, *MARKETS})
    scope = _one_of(table, "scope", where, get_args(Scope), default="profile")
    section_id = _id(table, where)
    tables = _tables(table, "fields", where)
    shown = [not _yes(each, "hidden", _name_of(each, "field")) for each in tables]
    fields = tuple(_field(each) for each in tables)
    return Section(
        id=section_id,
        scope=cast("Scope", scope),
        words=tuple((market, _section_words(table, market, where)) for market in MARKETS),
        fields=tuple(compress(fields, shown)),
        hidden=tuple(compress(fields, map(not_, shown))),
    )


def _section_words(table: Table, market: Market, where: str) -> SectionWording:
    words = _merged_words(table, market, where, _SECTION_WORDS)
    return SectionWording(**words)


def _field(table: Table) -> Field:
    where = _name_of(table, "field")
    _only(table, where, {*_FIELD, *_WORDS, *MARKETS})
    audience = _markets(table, "audience", where, default=MARKETS)
    core = _markets(table, "core", where, default=())
    if not set(core) <= set(audience):
        raise _fault(_("“{where}” leads in a market that is not asked", where=where))
    field = Field(
        id=_id(table, where),
        kind=cast("Kind", _one_of(table, "kind", where, KINDS)),
        audience=audience,
        core=core,
        words=tuple((market, _words(table, market, where)) for market in MARKETS),
        size=cast("Size", _one_of(table, "size", where, get_args(Size), default="text")),
        choices=_options(table, "choices", where),
        units=_options(table, "units", where),
        headings=_texts(table, "headings", where),
        seed=_texts(table, "seed", where),
        moment=cast("Moment", _one_of(table, "moment", where, get_args(Moment), default="")),
    )
    _has_choices(field, where)
    return field


def _has_choices(asked: Field | Question, where: str) -> None:
    if asked.kind == "choice" and not asked.choices:
        raise _fault(_("“{where}” is a choice and has nothing to choose from", where=where))


def _words(table: Table, market: Market, where: str) -> Wording:
    return Wording(**_merged_words(table, market, where, _WORDS))


def _merged_words(table: Table, market: Market, where: str, names: Iterable[str]) -> dict[str, str]:
    """Return the common words with those of the market laid over them."""
    over = table.get(market, {})
    if not isinstance(over, Mapping):
        raise _fault(_("“{key}” of “{where}” is not a table", key=market, where=where))
    _only(over, f"{where}.{market}", set(names))
    words = {}
    for name in names:
        source = over if name in over else table
        words[name] = _text(source, name, where, default=None if name == "label" else "")
    return words


def _options(table: Table, key: str, where: str) -> tuple[Option, ...]:
    options = []
    for each in _tables(table, key, where, default=()):
        _only(each, f"{where}.{key}", {"id", "label"})
        options.append(Option(id=_id(each, where), label=_text(each, "label", where)))
    _unique([option.id for option in options])
    return tuple(options)


def _parsed(source: str) -> Table:
    if len(source) > LARGEST_SOURCE:
        raise _fault(_("it is larger than a worksheet can be"))
    if _DEEP_KEY.search(source):
        raise _fault(_("a name in it has too many parts"))
    try:
        return tomllib.loads(source)
    except (RecursionError, ValueError) as error:  # figures of thousands of digits, too
        place = _PLACE.search(str(error))
        if place is None:
            raise _fault(_("its text can’t be read")) from error
        raise _fault(
            _("its text can’t be read from line {line}, column {column}", **place.groupdict())
        ) from error


def _fault(reason: str) -> _FaultError:
    return _FaultError(reason)


def _name_of(table: Table, default: str) -> str:
    """Return what a sentence calls this place."""
    found = table.get("id")
    return _short(found) if isinstance(found, str) and found else default


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _only(table: Table, where: str, known: set[str]) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        raise _fault(
            _("“{where}” has an unknown entry “{key}”", where=where, key=_short(unknown[0]))
        )


def _unique(ids: list[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise _fault(_("the id “{id}” is used twice", id=each))
        seen.add(each)


def _id(table: Table, where: str) -> str:
    found = table.get("id")
    if not isinstance(found, str) or not is_id(found):
        raise _fault(_("“{where}” has no usable id", where=where))
    return found


def _edition(table: Table) -> int:
    found = table.get("edition", 1)
    if not isinstance(found, int) or isinstance(found, bool) or not 1 <= found <= _LATEST_EDITION:
        raise _fault(_("its edition is not a whole number"))
    return found


def _text(table: Table, key: str, where: str, *, default: str | None = None) -> str:
    """Return a text; without a default it has to be there and to say something."""
    found = table.get(key, default)
    if not isinstance(found, str) or (default is None and not found.strip()):
        raise _fault(_("“{key}” of “{where}” is missing or not a text", key=key, where=where))
    if len(found) > _LONGEST_TEXT:
        raise _fault(_("“{key}” of “{where}” is too long", key=key, where=where))
    return found


def _yes(table: Table, key: str, where: str) -> bool:
    found = table.get(key, False)
    if not isinstance(found, bool):
        raise _fault(_("“{key}” of “{where}” is neither true nor false", key=key, where=where))
    return found


def _texts(table: Table, key: str, where: str) -> tuple[str, ...]:
    found = table.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise _fault(_("“{key}” of “{where}” is not a list of texts", key=key, where=where))
    return tuple(found)


def _tables(
    table: Table, key: str, where: str, *, default: tuple[Table, ...] | None = None
) -> tuple[Table, ...]:
    found = table.get(key, default)
    if not isinstance(found, list | tuple) or not all(isinstance(e, Mapping) for e in found):
        raise _fault(_("“{key}” of “{where}” is missing or not a list", key=key, where=where))
    return tuple(found)


def _one_of(
    table: Table, key: str, where: str, known: Iterable[str], *, default: str | None = None
) -> str:
    found = table.get(key, default)
    if not isinstance(found, str):
        raise _fault(_("“{key}” of “{where}” is missing or not a text", key=key, where=where))
    if found not in known:
        raise _fault(
            _(
                "“{key}” of “{where}” is “{value}”, which is not known",
                key=key,
                where=where,
                value=_short(found),
            )
        )
    return found


def _markets(
    table: Table, key: str, where: str, *, default: tuple[Market, ...]
) -> tuple[Market, ...]:
    found = table.get(key, list(default))
    if not isinstance(found, list) or not all(each in MARKETS for each in found):
        raise _fault(_("“{key}” of “{where}” names an unknown market", key=key, where=where))
    return tuple(market for market in MARKETS if market in found)
