"""File names that every system can keep, made from whatever people call their clients."""

import re
import unicodedata
from pathlib import Path

from icp_desktop.i18n import _

LONGEST = 150  # bytes of UTF-8 without the suffix; leaves room for " (from HOST, 2026-11-21)"
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_BLANK = frozenset(("Cc", "Cs", "Zl", "Zp", "Zs"))  # control characters and every kind of space
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")


def file_name(client: str, name: str, suffix: str = ".icp") -> str:
    """Return a safe file name such as "Halfmoon Fitness - Profiles.icp"."""
    first, second = _clean(client), _clean(name)
    if first and second:
        half = (LONGEST - 3) // 2
        spare = max(0, half - len(second.encode()))
        first = _cut(first, half + spare)
        second = _cut(second, LONGEST - 3 - len(first.encode()))
        stem = f"{first} - {second}"
    else:
        stem = _cut(first or second, LONGEST) or _("Untitled")
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    return stem + suffix


def free_path(path: Path) -> Path:
    """Return the path, or the next one like it ("… (2).icp") that is not taken."""
    candidate, number = path, 2
    while candidate.exists() or candidate.is_symlink():
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return candidate


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    text = _FORBIDDEN.sub("-", text)
    text = "".join(" " if unicodedata.category(c) in _BLANK else c for c in text if c not in _BIDI)
    text = " ".join(text.lstrip("~").split()).strip(" .")
    return text if text.strip(" .-") else ""


def _cut(text: str, most: int) -> str:
    """Return the text cut to so many bytes, never inside a letter or a joined sign."""
    if len(text.encode()) <= most:
        return text
    cut = text.encode()[:most].decode("utf-8", "ignore")
    rest = text[len(cut) :]
    while cut and rest and (_belongs(rest[0]) or cut[-1] == "\u200d"):
        rest, cut = cut[-1] + rest, cut[:-1]
    return cut.rstrip(" .-\u200c\u200d")


def _belongs(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.combining(letter) != 0
