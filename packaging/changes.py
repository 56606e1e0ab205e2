"""Reads and dates CHANGELOG.md, and tells the same to pyproject.toml and to the stores."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

_OPEN = "not yet released"
_HEAD = re.compile(rf"^## (\d+\.\d+\.\d+), (\d{{4}}-\d{{2}}-\d{{2}}|{_OPEN})$", re.MULTILINE)
_VERSION = re.compile(r'^version = "[^"]*"$', re.MULTILINE)
_RELEASES = re.compile(r"(?<=<releases>\n)(.*?)(?=  </releases>)", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Release:
    """A version; `day` is None until it is released."""

    version: str
    day: date | None
    text: str


def read_changes(path: Path) -> list[Release]:
    """Return the versions of a changelog, newest first."""
    text = path.read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)][: len(heads)]
    return [
        Release(
            version=head[1],
            day=None if head[2] == _OPEN else date.fromisoformat(head[2]),
            text=text[head.end() : end].strip(),
        )
        for head, end in zip(heads, ends, strict=True)
    ]


def newest_change(path: Path) -> Release:
    """Return the newest entry."""
    releases = read_changes(path)
    if not releases:
        message = f"{path.name} names no version"
        raise SystemExit(message)
    return releases[0]


def date_newest(path: Path, day: date) -> Release:
    """Write the day of its release into the newest entry, unless it has one; return the entry."""
    newest = newest_change(path)
    if newest.day is not None:
        return newest
    text = path.read_text(encoding="utf-8")
    head = f"## {newest.version}, {_OPEN}"
    path.write_text(text.replace(head, f"## {newest.version}, {day}", 1), encoding="utf-8")
    return replace(newest, day=day)


def set_project_version(path: Path, version: str) -> None:
    """Write the version into pyproject.toml."""
    text = path.read_text(encoding="utf-8")
    path.write_text(_VERSION.sub(f'version = "{version}"', text, count=1), encoding="utf-8")


def tell_stores(path: Path, release: Release) -> None:
    """Put a version first in the AppStream file, with its day; an entry of it is replaced."""
    text = path.read_text(encoding="utf-8")
    found = _RELEASES.search(text)
    assert found is not None
    kind = "development" if release.version.startswith("0.") else "stable"
    line = f'    <release version="{release.version}" date="{release.day}" type="{kind}"/>\n'
    others = [
        each for each in found[1].splitlines(keepends=True) if f'"{release.version}"' not in each
    ]
    path.write_text(text[: found.start()] + line + "".join(others) + text[found.end() :], "utf-8")
