"""Words that tell of nobody, kept in resources/sharing/: what begins a sentence, what people do."""

import re
import tomllib
from functools import cache

from icp_desktop.i18n import SOURCE_LANGUAGE, language
from icp_desktop.paths import shipped
from icp_desktop.sharing.own_words import shipped_texts


def common_words() -> frozenset[str]:
    """Return words that begin a sentence, days and months."""
    return _words(language(), "common")


def role_words() -> frozenset[str]:
    """Return words by which people are told by what they do."""
    return _words(language(), "roles")


@cache
def plain_words() -> frozenset[str]:
    """Return words that our own questions and examples use in small letters: they name nobody."""
    found = {word for text in shipped_texts() for word in re.findall(r"[^\W\d_]+", text)}
    small = {word for word in found if word.islower()}
    return frozenset(small | common_words())


@cache
def _words(code: str, key: str) -> frozenset[str]:
    found: set[str] = set()
    for each in {code, SOURCE_LANGUAGE}:
        file = shipped("resources", "sharing", f"words.{each}.toml")
        if file.is_file():
            found.update(tomllib.loads(file.read_text(encoding="utf-8"))[key])
    return frozenset(found)
