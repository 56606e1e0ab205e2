"""A project as named parts, readable without us, and back.

`project.json`, `worksheet.toml`, `profiles/<id>.json` and `interviews/<id>.json`: JSON indented by
two in UTF-8, figures as texts so that none loses a digit, dates as in ISO 8601.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import is_id
from icp_desktop.model.project import Interview, Profile, Project

if TYPE_CHECKING:  # cattrs costs a tenth of each start, and the home page needs none of it
    import cattrs

FORMAT = 1  # the version of this layout; a reader refuses higher ones
PROJECT_PART = "project.json"
WORKSHEET_PART = "worksheet.toml"
DEEPEST = 40  # levels of nesting; ours has nine

Parts = dict[str, bytes]
T = TypeVar("T", Project, Profile, Interview)


class DamagedPartError(KnownError):
    """A part of a project can't be read; `part` names it."""

    def __init__(self, part: str, reason: str) -> None:
        """Say which part and why."""
        self.part = part
        super().__init__(
            _(
                "The part “{part}” of this project is damaged ({reason}), so the project was not "
                "opened. Nothing was changed.",
                part=part[:80],
                reason=reason[:200],
            )
        )


def to_parts(project: Project) -> Parts:
    """Return every part of a project by name."""
    parts = {PROJECT_PART: _head(project), WORKSHEET_PART: project.worksheet.encode()}
    for name, item in _items(project).items():
        parts[name] = _json(_converter().unstructure(item))
    return parts


def changed_parts(before: Project, after: Project) -> tuple[Parts, tuple[str, ...]]:
    """Return the parts to write again and the names of those to drop.

    What is the identical object in both has not changed; nothing else is looked at.
    """
    old, new = _items(before), _items(after)
    parts = {
        name: _json(_converter().unstructure(item))
        for name, item in new.items()
        if old.get(name) is not item
    }
    if after is not before:
        parts[PROJECT_PART] = _head(after)
    if after.worksheet is not before.worksheet:
        parts[WORKSHEET_PART] = after.worksheet.encode()
    return parts, tuple(name for name in old if name not in new)


def from_parts(parts: Mapping[str, bytes]) -> Project:
    """Return the project that the parts hold; raise DamagedPartError that names the faulty one."""
    head = _loaded(parts, PROJECT_PART)
    if not isinstance(head, dict):
        raise DamagedPartError(PROJECT_PART, _("it is not a table"))
    profile_ids, interview_ids = _pop_ids(head, "profiles"), _pop_ids(head, "interviews")
    bare = _structured({**head, "worksheet": ""}, Project, PROJECT_PART)
    if not is_id(bare.id):
        raise DamagedPartError(PROJECT_PART, _("its id is not usable"))
    return replace(
        bare,
        worksheet=_decoded(parts, WORKSHEET_PART),
        profiles=tuple(_item(parts, "profiles", each, Profile) for each in profile_ids),
        interviews=tuple(_item(parts, "interviews", each, Interview) for each in interview_ids),
    )


def to_json(project: Project) -> str:
    """Return a whole project as one JSON text, with the format version in front."""
    return _json({"format": FORMAT, **_converter().unstructure(project)}).decode()


@cache
def _converter() -> "cattrs.Converter":
    from icp_desktop.codec.exact import make_converter

    return make_converter()


def _items(project: Project) -> dict[str, Profile | Interview]:
    profiles = {_name("profiles", each.id): each for each in project.profiles}
    return {**profiles, **{_name("interviews", each.id): each for each in project.interviews}}


def _name(folder: str, item_id: str) -> str:
    return f"{folder}/{item_id}.json"


def _head(project: Project) -> bytes:
    bare = replace(project, worksheet="", profiles=(), interviews=())
    head = _converter().unstructure(bare)
    del head["worksheet"]
    head["profiles"] = [profile.id for profile in project.profiles]
    head["interviews"] = [interview.id for interview in project.interviews]
    return _json(head)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"


def _item(parts: Mapping[str, bytes], folder: str, item_id: str, cls: type[T]) -> T:
    name = _name(folder, item_id)
    item = _structured(_loaded(parts, name), cls, name)
    if item.id != item_id:
        raise DamagedPartError(name, _("its id is another"))
    return item


def _structured(data: object, cls: type[T], part: str) -> T:
    from cattrs.errors import CattrsError

    try:
        return _converter().structure(data, cls)
    except (CattrsError, TypeError, ValueError, KeyError, RecursionError) as error:
        raise DamagedPartError(part, str(error)) from error


def _decoded(parts: Mapping[str, bytes], name: str) -> str:
    if name not in parts:
        raise DamagedPartError(name, _("it is missing"))
    try:
        return parts[name].decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedPartError(name, _("it is not text")) from error


def _loaded(parts: Mapping[str, bytes], name: str) -> Any:
    text = _decoded(parts, name)
    if text.count("[") + text.count("{") > DEEPEST and _depth(text) > DEEPEST:
        raise DamagedPartError(name, _("it is nested too deeply"))
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_refuse, parse_int=_whole)
    except (ValueError, RecursionError) as error:
        raise DamagedPartError(name, str(error)) from error


def _depth(text: str) -> int:
    deepest = depth = 0
    for letter in text:
        if letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in "]}":
            depth -= 1
    return deepest


def _refuse(figure: str) -> Any:
    raise ValueError(f"the bare figure {figure[:20]} has no place here")


def _whole(figure: str) -> int:
    if len(figure) > 20:
        raise ValueError("a whole number has too many digits")
    return int(figure)


def _pop_ids(head: dict[str, Any], key: str) -> tuple[str, ...]:
    found = head.pop(key, [])
    if (
        not isinstance(found, list)
        or not all(isinstance(each, str) and is_id(each) for each in found)
        or len(set(found)) != len(found)
    ):
        raise DamagedPartError(PROJECT_PART, _("its list of {key} is wrong", key=key))
    return tuple(found)
