"""A project as a tree: what stands where, by names of attributes and keys of items.

Records are taken apart as far as a person thinks of the parts one by one: an answer into its value,
weight and proof, a list into its entries. What makes sense only as a whole, such as a range, a
piece of proof or a plan, stays whole. New kinds of records need nothing here.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Final

from icp_desktop.model.body import Body
from icp_desktop.model.edits import says_nothing
from icp_desktop.model.evidence import Evidence, NextTest
from icp_desktop.model.forms import Return
from icp_desktop.model.interview import Permission, Quote
from icp_desktop.model.judging import Rule
from icp_desktop.model.project import Answer, Profile, Project, Retirement, find_answer
from icp_desktop.model.review import Figure, Trigger
from icp_desktop.model.values import (
    Choice,
    Day,
    MoneyRange,
    NumberRange,
    Pairs,
    Terms,
    Text,
    YesNo,
    is_empty,
)

Path = tuple[str, ...]
ABSENT: Final = object()  # what stands where nothing does
_WHOLE: frozenset[type] = frozenset((
    Text, Choice, NumberRange, MoneyRange, Day, YesNo, Body, Evidence, Quote, NextTest, Retirement,
    Permission, Rule, Return, Figure, Trigger,
))  # fmt: skip
_KEYS = ("id", "field", "block", "question", "digest", "heading", "name")
_UNTOLD = frozenset(("kind",))  # of values: they say what class they are of
# Where no person chose the order, it says nothing.
_ORDERLESS = frozenset(("about", "answers", "page", "sources", "decisions", "voices"))


@cache
def parts_of(cls: type) -> tuple[str, ...]:
    """Return the names of what a record of a class is taken apart into, () if it stays whole."""
    if not is_dataclass(cls) or cls in _WHOLE:
        return ()
    told = (each.name for each in fields(cls) if each.init)
    if cls in {Terms, Pairs}:
        return tuple(each for each in told if each not in _UNTOLD)
    return tuple(told)


def splits(one: object, other: object) -> tuple[str, ...]:
    """Return the names of the parts that two values are compared by, () if they are not alike."""
    if type(one) is not type(other):
        return ()
    cls: Any = type(one)
    return parts_of(cls)


def keyed(items: object) -> Mapping[str, Any] | None:
    """Return the records of a list by what they are told apart by; None if they can't be."""
    if not isinstance(items, tuple):
        return None
    if not items:
        return {}
    cls: Any = type(items[0])
    attribute = _key_name(cls)
    if not attribute or any(type(each) is not cls for each in items):
        return None
    found = {getattr(each, attribute): each for each in items}
    return found if len(found) == len(items) else None


def is_ordered(path: Path) -> bool:
    """Say whether the order of the list at a path was chosen by somebody."""
    return path[-1] not in _ORDERLESS


def part(thing: object, name: str) -> object:
    """Return an attribute; an answer that is hollow is none."""
    value = getattr(thing, name)
    return None if name == "value" and isinstance(thing, Answer) and is_empty(value) else value


def blank(thing: object) -> object:
    """Return what stands for a thing where there is none: an empty answer, else ABSENT."""
    return Answer(field=thing.field) if isinstance(thing, Answer) else ABSENT


def at(thing: Any, path: Path) -> object:
    """Return what stands at a path, ABSENT if nothing does."""
    if not path or thing is ABSENT:
        return thing
    name, rest = path[0], path[1:]
    if isinstance(thing, tuple):
        return at((keyed(thing) or {}).get(name, ABSENT), rest)
    return at(part(thing, name), rest) if hasattr(thing, name) else ABSENT


def put(thing: Any, path: Path, value: Any, after: str | None = None) -> Any:
    """Return a thing with another value at a path; the same object where nothing changes.

    ABSENT takes an item out of its list; a new one goes behind the item `after`, None for the
    front, or to the end where that is not there.
    """
    if not path:
        return value
    name, rest = path[0], path[1:]
    if isinstance(thing, tuple):
        return _put_item(thing, name, rest, value, after)
    if not is_dataclass(thing) or isinstance(thing, type) or not hasattr(thing, name):
        return thing  # what it belonged to is there no longer
    before = getattr(thing, name)
    if _holds_answers(thing, name) and rest:
        changed: Any = _put_answer(before, rest, value, after)
    else:
        changed = put(before, rest, value, after)
    if isinstance(thing, Answer) and name == "value" and is_empty(changed):
        changed = None
    changes: dict[str, Any] = {name: changed}
    return thing if changed is before or changed == before else replace(thing, **changes)


def reorder(thing: Any, path: Path, order: tuple[str, ...]) -> Any:
    """Return a thing whose list at a path has the items named in another order; others stay."""
    known = keyed(at(thing, path))
    if not known:
        return thing
    named = iter([each for each in order if each in known])
    wanted = frozenset(order)
    moved = tuple(known[next(named)] if each in wanted else known[each] for each in known)
    return put(thing, path, moved)


def _put_answer(
    answers: tuple[Answer, ...], path: Path, value: Any, behind: str | None
) -> tuple[Answer, ...]:
    """Change the answer to a field; one that says nothing any more is left out."""
    field, rest = path[0], path[1:]
    before, empty = find_answer(answers, field), Answer(field=field)
    whole = empty if value is ABSENT else value
    after = put(before, rest, value, behind) if rest else whole
    if after == before:
        return answers
    if says_nothing(after):
        return tuple(each for each in answers if each.field != field)
    if any(each is before for each in answers):
        return tuple(after if each is before else each for each in answers)
    return (*answers, after)


def _put_item(
    items: tuple[Any, ...], key: str, rest: Path, value: Any, after: str | None
) -> tuple[Any, ...]:
    known = keyed(items)
    if known is None:
        return items
    if key in known:
        before = known[key]
        changed = put(before, rest, value, after)
        if changed is ABSENT:
            return tuple(each for each in items if each is not before)
        if changed is before:
            return items
        return tuple(changed if each is before else each for each in items)
    if rest or value is ABSENT:
        return items
    if after is None:
        return (value, *items)
    place = list(known).index(after) + 1 if after in known else len(items)
    return (*items[:place], value, *items[place:])


def _holds_answers(thing: object, name: str) -> bool:
    return (isinstance(thing, Project) and name == "about") or (
        isinstance(thing, Profile) and name == "answers"
    )


@cache
def _key_name(cls: type) -> str:
    if not is_dataclass(cls):
        return ""
    names = {each.name for each in fields(cls)}
    return next((each for each in _KEYS if each in names), "")
