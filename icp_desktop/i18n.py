"""Words in the language of the person, or of the document; no Qt, so that documents translate too.

Mark every text a person reads with `_("...")`, or `n_("one", "many", n)` where it counts. Texts in
tables at module level are marked with `later("...")` and translated with `_()` when shown.
The pseudo-language "qps" makes each marked text look marked, so that a test finds the others.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from icp_desktop.paths import shipped

DOMAIN = "icp_desktop"
SOURCE_LANGUAGE = "en"
PSEUDO_LANGUAGE = "qps"
_ACCENTED = str.maketrans("AEIOUYaeiouyncs", "ÅÉÎÖÛÝåéîöûýñçš")
_program_language = [SOURCE_LANGUAGE]  # what threads see that were not told otherwise
_chosen: ContextVar[str | None] = ContextVar("icp_desktop_language", default=None)


def _(text: str, /, **values: object) -> str:
    """Return the text in the current language, with `{name}` places filled in."""
    return _fill(_marked(_catalogue(language()).gettext(text)), values)


def n_(one: str, many: str, n: int, /, **values: object) -> str:
    """Return the form of the text that fits the number `n`, which fills `{n}`."""
    return _fill(_marked(_catalogue(language()).ngettext(one, many, n)), {"n": n, **values})


def later(text: str) -> str:
    """Mark a text in a table for translation; whoever shows it calls `_()`."""
    return text


def language() -> str:
    """Return the code of the current language."""
    return _chosen.get() or _program_language[0]


def set_program_language(code: str) -> None:
    """Choose the language of the program; unknown ones show the source texts."""
    _program_language[0] = code or SOURCE_LANGUAGE


@contextmanager
def using(code: str) -> Iterator[None]:
    """Speak another language for a while, as a document in the language of its readers does."""
    token = _chosen.set(code)
    try:
        yield
    finally:
        _chosen.reset(token)


def locale_code() -> str:
    """Return the locale for numbers and dates in the current language."""
    return SOURCE_LANGUAGE if language() == PSEUDO_LANGUAGE else language()


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    folder = shipped("resources", "locale")
    return gettext.translation(DOMAIN, folder, languages=[code], fallback=True)


def _marked(text: str) -> str:
    """Return the text, in the pseudo-language accented and bracketed but for its `{places}`."""
    if language() != PSEUDO_LANGUAGE:
        return text
    parts = text.replace("{", "\0{").replace("}", "}\0").split("\0")
    accented = (part if part.startswith("{") else part.translate(_ACCENTED) for part in parts)
    return f"⟦{''.join(accented)}⟧"


def _fill(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text
