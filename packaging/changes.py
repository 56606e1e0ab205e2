"""Reads CHANGELOG.md: which versions there are, when they came out, what is new in them."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_HEAD = re.compile(r"^## (\d+\.\d+\.\d+), (\d{4}-\d{2}-\d{2}|not yet released)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Release:
    """A version; `day` is None until it is released."""

    version: str
    day: date | None
    text: str


def read_changes(path: Path) -> list[Release]:
    """Return the versions of a changelog, newest first."""
    text = path.read_text()
    heads = list(_HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Release(
            version=head[1],
            day=date.fromisoformat(head[2]) if head[2][0].isdigit() else None,
            text=text[head.end() : end].strip(),
        )
        for head, end in zip(heads, ends, strict=True)
    ]
