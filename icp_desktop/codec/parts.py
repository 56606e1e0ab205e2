"""A project as named parts, readable without us, and back.

`project.json`, `worksheet.toml`, one `<folder>/<id>.json` per profile, interview and so on, and the
bodies they name by digest: `tables/<sha256>.csv`, `assets/<sha256>.png`. JSON is indented by two in
UTF-8, figures are texts so that none loses a digit, dates are as in ISO 8601.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.ids import is_id
from icp_desktop.model.names import FOLDERS, Folder

if TYPE_CHECKING:  # the home page needs neither records nor what turns them into JSON
    from contextlib import AbstractContextManager

    import cattrs

    from icp_desktop.model.project import Item, Project

FORMAT = 1  # the version of this layout; a reader refuses higher ones
PROJECT_PART = "project.json"
WORKSHEET_PART = "worksheet.toml"
DEEPEST = 40  # levels of nesting; ours has nine

Parts = dict[str, bytes]
T = TypeVar("T")
_NAME = re.compile(
    rf"project\.json|worksheet\.toml|({'|'.join(FOLDERS)})/[a-z0-9_.-]{{1,64}}\.json"
    r"|(tables/[0-9a-f]{64}\.csv|assets/[0-9a-f]{64}\.png)"
)


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


def is_part_name(name: str) -> bool:
    """Say whether a part may be called so."""
    return _NAME.fullmatch(name) is not None


def is_body_name(name: str) -> bool:
    """Say whether a part of that name holds a table or a picture, not a record."""
    return name.endswith((".csv", ".png"))


def to_parts(project: "Project") -> Parts:
    """Return every part of a project by name."""
    parts = {PROJECT_PART: _head(project), WORKSHEET_PART: project.worksheet.encode()}
    for name, item in _items(project).items():
        parts[name] = _json(_converter().unstructure(item))
    return parts | _bodies(project)


def changed_parts(before: "Project", after: "Project") -> tuple[Parts, tuple[str, ...]]:
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
    old_bodies, new_bodies = _bodies(before), _bodies(after)
    parts |= {name: body for name, body in new_bodies.items() if name not in old_bodies}
    dropped = [name for name in (*old, *old_bodies) if name not in new and name not in new_bodies]
    return parts, tuple(dropped)


def count_parts(project: "Project") -> int:
    """Return how many parts a project has."""
    return 2 + len(_items(project)) + len(_bodies(project))


def from_parts(parts: Mapping[str, bytes]) -> "Project":
    """Return the project that the parts hold; raise DamagedPartError that names the faulty one."""
    from icp_desktop.model.project import Project

    head = _loaded(parts, PROJECT_PART)
    if not isinstance(head, dict):
        raise DamagedPartError(PROJECT_PART, _("it is not a table"))
    ids = {folder: _pop_ids(head, folder) for folder in FOLDERS}
    with _bodies_from(parts):
        bare = _structured({**head, "worksheet": ""}, Project, PROJECT_PART)
        if not is_id(bare.id):
            raise DamagedPartError(PROJECT_PART, _("its id is not usable"))
        items: dict[str, Any] = {
            folder: tuple(_item(parts, folder, each) for each in ids[folder]) for folder in FOLDERS
        }
    return replace(bare, worksheet=_decoded(parts, WORKSHEET_PART), **items)


def to_json(project: "Project") -> str:
    """Return a whole project as one JSON text, with the format version in front."""
    return _json({"format": FORMAT, **_converter().unstructure(project)}).decode()


@cache
def _converter() -> "cattrs.Converter":
    from icp_desktop.codec.exact import make_converter

    return make_converter()


def _bodies_from(parts: Mapping[str, bytes]) -> "AbstractContextManager[None]":
    from icp_desktop.codec.exact import bodies_from

    return bodies_from(parts)


@cache
def _class_of(folder: Folder) -> "type[Item]":
    """Return the class of the records in a folder, as the project declares it."""
    from icp_desktop.model.project import Project

    found: type[Item] = get_args(get_type_hints(Project)[folder])[0]
    return found


def _items(project: "Project") -> "dict[str, Item]":
    return {_name(folder, each.id): each for folder in FOLDERS for each in project.folder(folder)}


def _bodies(project: "Project") -> Parts:
    from icp_desktop.codec.exact import body_name

    return {body_name(each.digest, each.form): each.data for each in project.bodies()}


def _name(folder: str, item_id: str) -> str:
    return f"{folder}/{item_id}.json"


def _head(project: "Project") -> bytes:
    nothing: dict[str, Any] = dict.fromkeys(FOLDERS, ())
    head = _converter().unstructure(replace(project, worksheet="", **nothing))
    del head["worksheet"]
    for folder in FOLDERS:
        head[folder] = [each.id for each in project.folder(folder)]
    return _json(head)


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False).encode() + b"\n"


def _item(parts: Mapping[str, bytes], folder: Folder, item_id: str) -> "Item":
    name = _name(folder, item_id)
    item = _structured(_loaded(parts, name), _class_of(folder), name)
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
