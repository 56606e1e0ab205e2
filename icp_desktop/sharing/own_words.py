"""The text of a worksheet or questionnaire in a copy: only the person’s own words are hidden."""

import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any

from icp_desktop.worksheet.shipped import (
    questionnaire_ids,
    questionnaire_source,
    standard_source,
)

_NEVER = frozenset(
    ("id", "kind", "audience", "core", "size", "feeds", "seed", "language", "moment")
)


def reword_source(source: str, reword: Callable[[str], str]) -> str:
    """Return a TOML text whose own words are reworded; "" where it can't be read."""
    import tomlkit

    if not source.strip() or source == standard_source():
        return source
    try:
        before = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError):
        return ""
    after = _reworded(before, reword)
    return source if after == before else tomlkit.dumps(after)


def _reworded(value: Any, reword: Callable[[str], str]) -> Any:
    match value:
        case str():
            return value if is_shipped(value) else reword(value)
        case dict():
            return {
                key: each if key in _NEVER else _reworded(each, reword)
                for key, each in value.items()
            }
        case list():
            return [_reworded(each, reword) for each in value]
    return value


def is_shipped(text: str) -> bool:
    """Say whether a text is one of the questions that come with the program."""
    return text in shipped_texts()


@cache
def shipped_texts() -> frozenset[str]:
    """Return every text of the questions that come with the program."""
    found: set[str] = set()

    def gather(value: Any) -> None:
        match value:
            case str():
                found.add(value)
            case dict():
                for each in value.values():
                    gather(each)
            case list():
                for each in value:
                    gather(each)

    for source in (standard_source(), *map(questionnaire_source, questionnaire_ids())):
        gather(tomllib.loads(source))
    return frozenset(found)
