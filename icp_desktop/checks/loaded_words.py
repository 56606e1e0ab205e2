"""Words that say little, too much, or something of a person: read from resources/checks."""

import re
import tomllib
from functools import cache

from icp_desktop.i18n import SOURCE_LANGUAGE, language
from icp_desktop.model.record import record
from icp_desktop.paths import shipped

_WORD = re.compile(r"[^\W_]+(?:[’'/-][^\W_]+)*")
_SMALL = frozenset(
    ("a", "an", "the", "our", "their", "very", "really", "mostly", "and", "or", "of")
)


@record
class LoadedWords:
    """Phrases in small letters, one set per kind."""

    vague: frozenset[str]
    broad: frozenset[str]
    personal: frozenset[str]


def loaded_words() -> LoadedWords:
    """Return the phrases of the current language, the English ones where it has none."""
    return _read(language())


@cache
def _read(code: str) -> LoadedWords:
    folder = shipped("resources", "checks")
    file = folder / f"words.{code}.toml"
    if not file.is_file():
        file = folder / f"words.{SOURCE_LANGUAGE}.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return LoadedWords(
        vague=frozenset(table["vague"]),
        broad=frozenset(table["broad"]),
        personal=frozenset(table["personal"]),
    )


def plain(text: str) -> str:
    """Return a text in small letters without signs and without words that carry nothing."""
    words = _WORD.findall(text.casefold())
    return " ".join(word for word in words if word not in _SMALL)


def says_only(text: str, phrases: frozenset[str]) -> bool:
    """Say whether a text is nothing but such phrases, joined as lists are."""
    parts = [plain(part) for part in re.split(r"[,;.\n]|\band\b", text)]
    parts = [part for part in parts if part]
    known = {plain(each) for each in phrases}
    return bool(parts) and all(part in known for part in parts)


def names(text: str, phrases: frozenset[str]) -> str:
    """Return the first such phrase a text holds as whole words, "" if it holds none."""
    padded = f" {plain(text)} "
    return next((each for each in sorted(phrases) if f" {plain(each)} " in padded), "")
