"""Whom a copy is for, what goes into it, and what was hidden from it."""

from typing import Literal, get_args

from icp_desktop.i18n import later, n_
from icp_desktop.model.record import record

Audience = Literal["team", "client", "anyone"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
AUDIENCE_NAMES: dict[Audience, tuple[str, str]] = {
    "team": (later("Your team"), later("Everything, with names.")),
    "client": (later("The client"), later("Everything but your own notes.")),
    "anyone": (later("Anyone"), later("Codes for names, bands for money.")),
}
QUOTES, NEGATIVE = "quotes", "negative"  # parts that can stay behind, beside the sections
Hiding = Literal[
    "person", "company", "customer", "lead", "client", "source", "name", "guess", "number",
    "email", "phone", "web", "sum", "day", "note", "file", "picture", "column", "part",
]  # fmt: skip
HIDINGS: tuple[Hiding, ...] = get_args(Hiding)
HIDING_NAMES: dict[Hiding, str] = {
    "person": later("Person"),
    "company": later("Company"),
    "customer": later("Customer"),
    "lead": later("Lead"),
    "client": later("Whose project it is"),
    "source": later("Source"),
    "name": later("Word you named"),
    "guess": later("Looks like a name"),
    "number": later("Number in a list"),
    "email": later("E-mail address"),
    "phone": later("Phone number"),
    "web": later("Web address"),
    "sum": later("Sum"),
    "day": later("Day"),
    "note": later("Your note"),
    "file": later("File name"),
    "picture": later("Picture"),
    "column": later("Column of a list"),
    "part": later("Left out"),
}

_NAMES = frozenset(("person", "company", "customer", "lead", "client", "source", "name", "guess"))


@record
class Choice:
    """Whom a copy is for and what stays behind.

    `without` names sections of the worksheet, QUOTES or NEGATIVE; `also` are words the person wants
    hidden besides, `keep` what looks like a name and is none.
    """

    audience: Audience = "team"
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Say whether the copy is the project itself."""
        return self.audience == "team" and not self.without


@record
class Hidden:
    """Something that was hidden: what it was, what stands there now, and in how many places."""

    kind: Hiding
    was: str
    became: str
    places: int = 1


def hidden_words(hidden: tuple[Hidden, ...]) -> str:
    """Say in a line how much was hidden, such as "9 names, 2 addresses, 6 sums"."""
    kinds = [each.kind for each in hidden]
    names = sum(kind in _NAMES for kind in kinds)
    addresses = sum(kind in ("email", "phone", "web") for kind in kinds)
    sums = kinds.count("sum")
    rest = len(kinds) - names - addresses - sums
    counted = (
        (names, n_("{n} name", "{n} names", names)),
        (addresses, n_("{n} address", "{n} addresses", addresses)),
        (sums, n_("{n} sum", "{n} sums", sums)),
        (rest, n_("{n} other thing", "{n} other things", rest)),
    )
    return ", ".join(words for number, words in counted if number)
