"""What looks like a name and is known from nowhere: words with capitals, side by side."""

import re
from collections.abc import Iterator
from functools import cache

from icp_desktop.sharing.own_words import shipped_texts
from icp_desktop.sharing.plain_words import common_words
from icp_desktop.worksheet.phrases import babel_locale

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ](?:\.(?=\s)|[^\W\d_]*(?:[’'‑-][^\W\d_]+)*)"
_LINK = r"(?:&|\+|of|the|von|van|der|den|de|del|della|di|da|du|des|la|le|zu|zum|zur|y|e|bin|al)"
_RUN = re.compile(
    rf"(?<![\w]){_CAPITAL}(?:[ \u00a0\t]+(?:{_LINK}[ \u00a0\t]+){{0,2}}{_CAPITAL})+(?!\w)"
)
_TITLED = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lady|Lord|Rev|Herr|Frau|Mme|Mlle|Señora?|Sra?)"
    r"\.?[ \u00a0]+([^\W\d_a-z][^\W_]+)"
)
_CAPITAL_NOUNS = frozenset(("de", "lb"))  # languages in which every noun has a capital


def find_guesses(text: str, keep: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where a text has what looks like a name; `keep` are those that are none."""
    for match in _TITLED.finditer(text):
        if match[0].casefold() not in keep:
            yield match.span()
    if babel_locale().language in _CAPITAL_NOUNS:
        return
    for match in _RUN.finditer(text):
        start, end = _without_common(text, *match.span())
        run = text[start:end]
        if len(run.split()) > 1 and not _is_known(run) and run.casefold() not in keep:
            yield start, end


def _without_common(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a run without the words at its ends that belong to no name."""
    words = list(re.finditer(r"\S+", text[start:end]))
    first, last = 0, len(words)
    while first < last and _is_common(words[first][0]):
        first += 1
    while last > first and _is_common(words[last - 1][0]):
        last -= 1
    if first == last:
        return start, start
    found = text[start + words[first].start() : start + words[last - 1].end()]
    return start + words[first].start(), start + words[first].start() + len(found.rstrip("."))


def _is_common(word: str) -> bool:
    bare = word.strip(".’'").casefold()
    short = word.isupper() and len(bare) <= 4 and bare.isalpha()  # IT, HR, CEO
    return bare in common_words() or (short and len(bare) > 1)


def _is_known(run: str) -> bool:
    return run.casefold() in _places() or run.casefold().removeprefix("the ") in _places()


@cache
def _places() -> frozenset[str]:
    """Return countries, languages, currencies and what our questions say: they name nobody."""
    locale = babel_locale("en")
    own = babel_locale()
    found = {
        str(name).casefold()
        for each in (locale, own)
        for names in (each.territories, each.languages, each.currencies)
        for name in names.values()
    }
    asked = (match[0].casefold() for text in shipped_texts() for match in _RUN.finditer(text))
    return frozenset((*found, *asked))
