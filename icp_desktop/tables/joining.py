"""Names that nearly match: proposed to the person, never put together silently."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from icp_desktop.i18n import _, n_
from icp_desktop.model.table import Table
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables.frames import columns_with, read_frame

if TYPE_CHECKING:
    import polars as pl

_SHORTEST = 5  # letters: in shorter names one letter makes another name
_MOST = 2_000  # names looked at, the most frequent first
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_FORMS = (
    "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "gmbh", "ag", "kg", "ohg", "ug",
    "co", "corp", "corporation", "company", "sa", "sarl", "sas", "srl", "spa", "bv", "nv", "ab",
    "as", "oy", "pty", "the",
)  # fmt: skip


class NearName(NamedTuple):
    """A name as written in `rows` rows, and the one it may stand for; `alike` but for signs."""

    written: str
    meant: str
    rows: int
    alike: bool

    @property
    def reason(self) -> str:
        """Why it is proposed."""
        if self.alike:
            return _("They differ in blanks, signs or capitals only.")
        return _("They differ in one letter, or in the legal form.")


class Join(NamedTuple):
    """How the deals find their customers: rows that do, that name nobody, that find nobody."""

    found: int
    nameless: int
    unknown: int
    near: tuple[NearName, ...]

    def sentences(self) -> tuple[str, ...]:
        """Say it, nothing of what is nought."""
        found = n_("{n} deal finds its customer.", "{n} deals find their customer.", self.found)
        nameless = n_("{n} names no customer.", "{n} name no customer.", self.nameless)
        unknown = n_(
            "{n} names a customer who is not in the list.",
            "{n} name customers who are not in the list.",
            self.unknown,
        )
        counted = ((self.found, found), (self.nameless, nameless), (self.unknown, unknown))
        return tuple(words for count, words in counted if count)


def join(deals: Table, customers: Table, progress: Progress = SILENT) -> Join:
    """Return how the deals find their customers: by number, else by name, near ones proposed."""
    import polars as pl

    frame, known = read_frame(deals), read_frame(customers)
    found = pl.repeat(value=False, n=frame.height, eager=True)
    named = found
    for ours, theirs in (("customer_id", "id"), ("customer", "name")):
        for left in columns_with(deals, ours)[:1]:
            cells = key_of(frame[left.heading])
            named |= cells.is_not_null()
            for right in columns_with(customers, theirs)[:1]:
                found |= cells.is_in(key_of(known[right.heading]).drop_nulls().implode()).fill_null(
                    value=False
                )
    lost = named & ~found
    near: tuple[NearName, ...] = ()
    for left in columns_with(deals, "customer")[:1]:
        counted = frame.filter(lost)[left.heading].drop_nulls().value_counts(sort=True)
        names = dict(counted.iter_rows())
        for right in columns_with(customers, "name")[:1]:
            near = near_names(names, known[right.heading].drop_nulls().to_list(), progress)
    return Join(int(found.sum()), int((~named).sum()), int(lost.sum()), near)


def near_names(
    unknown: Mapping[str, int], known: Iterable[str], progress: Progress = SILENT
) -> tuple[NearName, ...]:
    """Return for unknown names, by how many rows hold them, the known one each may stand for.

    Where two known names are equally near, none is proposed.
    """
    by_signs: dict[str, set[str]] = {}
    by_form: dict[str, set[str]] = {}
    for name in known:
        by_signs.setdefault(_squashed(name), set()).add(name)
        by_form.setdefault(_formless(name), set()).add(name)
    found = []
    for number, (name, rows) in enumerate(list(unknown.items())[:_MOST]):
        if number % 100 == 0:
            progress.step(number, min(len(unknown), _MOST), _("Comparing names"))
        squashed = _squashed(name)
        alike = by_signs.get(squashed, set())
        near = alike or by_form.get(_formless(name), set()) or _one_letter_off(squashed, by_signs)
        if len(near) == 1 and squashed:
            found.append(NearName(name, next(iter(near)), rows, bool(alike)))
    return tuple(found)


def key_of(cells: "pl.Series") -> "pl.Series":
    """Return names or numbers as they are compared: without blanks around, in small letters."""
    import polars as pl

    keys = cells.cast(pl.String).str.strip_chars().str.to_lowercase()
    return keys.to_frame().select(pl.when(keys != "").then(keys)).to_series()


def _one_letter_off(squashed: str, known: Mapping[str, set[str]]) -> set[str]:
    if len(squashed) < _SHORTEST:
        return set()
    found: set[str] = set()
    for changed in _changes(squashed):
        if changed in known and len(changed) >= _SHORTEST:
            found |= known[changed]
    return found


def _changes(word: str) -> Iterable[str]:
    """Yield the words one letter away; figures are never changed: unit 1 is not unit 2."""
    for n in range(len(word) + 1):
        head, tail = word[:n], word[n:]
        if tail and not tail[0].isdecimal():
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in _LETTERS[:26] if letter != tail[0])
        if len(tail) > 1 and not tail[:2].isdecimal():
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in _LETTERS[:26])


@lru_cache(maxsize=100_000)
def _squashed(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def _formless(name: str) -> str:
    words = [word for word in re.split(r"[\W_]+", name.casefold()) if word and word not in _FORMS]
    return "".join(_squashed(word) for word in words) or _squashed(name)
