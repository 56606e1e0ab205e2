"""The profile in one sentence or two, composed from its answers."""

from icp_desktop.i18n import _, later
from icp_desktop.model.project import Profile
from icp_desktop.model.record import record
from icp_desktop.model.values import Pairs, Terms, Text
from icp_desktop.worksheet.definitions import Worksheet
from icp_desktop.worksheet.phrases import say_value

Clause = tuple[str, str]  # the words before it, and the field that fills it

_CONSUMERS: tuple[tuple[Clause, ...], ...] = (
    (("", "people.occupation"), (", ", "people.age_range"), (", ", "people.location")),
    ((later("What matters to them: "), "mindset.values"),),
    ((later("What they want: "), "needs.goals"),),
    ((later("What brings them: "), "needs.why_now"),),
    ((later("They buy "), "buying.frequency"), (later(", at "), "buying.order_value")),
)
_FIRMS: tuple[tuple[Clause, ...], ...] = (
    (("", "company.industry"), (", ", "company.size"), (", ", "company.location")),
    ((later("What troubles them: "), "needs.pains"),),
    ((later("What they want: "), "needs.goals"),),
    ((later("What brings them: "), "needs.why_now"),),
    ((later("Who decides: "), "people.titles"),),
    ((later("They buy "), "buying.frequency"), (later(", at "), "buying.order_value")),
)
_BY_MARKET = {"b2b": _FIRMS, "both": _FIRMS, "b2c": _CONSUMERS}


_MOST_ENTRIES = 2
_LONGEST_TEXT = 160  # characters of a text; more is no part of one sentence
EVERYDAY_WORDS = frozenset((
    "a", "an", "and", "at", "every", "few", "from", "half", "health", "in", "inside", "less",
    "made", "more", "near", "no", "nobody", "not", "nothing", "on", "one", "our", "some", "someone",
    "something", "the", "their", "three", "time", "to", "too", "towns", "two", "up", "villages",
    "within", "without",
))  # fmt: skip


@record
class Fragment:
    """A stretch of the sentence; `field` names the answer in it, `known` says if there is one."""

    text: str
    field: str = ""
    known: bool = True


def sentence(profile: Profile, worksheet: Worksheet) -> str:
    """Return the sentence the person wrote, or the one composed from what is answered."""
    return profile.summary or composed_sentence(profile, worksheet)


def composed_sentence(profile: Profile, worksheet: Worksheet) -> str:
    """Return the sentence composed from the answers; "" if none of them is given."""
    sentences = []
    for clauses in _BY_MARKET[profile.market]:
        filled = [(w, a) for w, f in clauses if (a := _answer(profile, worksheet, f))]
        words = "".join(_opening(w, first=n == 0) + a for n, (w, a) in enumerate(filled))
        if words:
            sentences.append(f"{words[0].upper()}{words[1:]}.")
    return " ".join(sentences)


def sentence_so_far(profile: Profile, worksheet: Worksheet) -> tuple[Fragment, ...]:
    """Return the whole sentence in fragments, with the blanks that are still to be filled."""
    fragments = []
    for clauses in _BY_MARKET[profile.market]:
        for words, field in clauses:
            if not _asked(worksheet, field):
                continue
            if words:
                fragments.append(Fragment(text=_(words)))
            answer = _answer(profile, worksheet, field)
            label = _label(worksheet, field, profile)
            fragments.append(Fragment(text=answer or label, field=field, known=bool(answer)))
        fragments.append(Fragment(text=". "))
    return tuple(fragments)


def _opening(words: str, *, first: bool) -> str:
    """Return the words before a clause; the first one of a sentence needs no comma."""
    return _(words).lstrip(", ") if first else _(words)


def _answer(profile: Profile, worksheet: Worksheet, field: str) -> str:
    value = profile.answer(field).value
    if value is None or not _asked(worksheet, field):
        return ""
    match value:
        case Terms():
            return _listed([item.text for item in value.items])
        case Pairs():
            return _listed([item.first for item in value.items])
        case Text():
            return _cut(_lowered(value.text.strip().partition("\n")[0].rstrip(".")))
    return say_value(value, worksheet.field(field))


def _listed(texts: list[str]) -> str:
    """Return the first two entries: a sentence that names all is not read."""
    return ", ".join(_lowered(text.strip().rstrip(".")) for text in texts[:_MOST_ENTRIES])


def _cut(text: str) -> str:
    """Return the beginning of a text that is too long to be one part of a sentence."""
    if len(text) <= _LONGEST_TEXT:
        return text
    return f"{text[:_LONGEST_TEXT].rpartition(' ')[0].rstrip(' ,;:.–-')}…"


def _lowered(text: str) -> str:
    """Return a text with a small first letter where its first word is an everyday one.

    A name keeps its capital: only short words that start no name are listed.
    """
    first = text.partition(" ")[0].lower()
    return text[:1].lower() + text[1:] if first in EVERYDAY_WORDS else text


def _asked(worksheet: Worksheet, field: str) -> bool:
    return any(each.id == field for each in worksheet.fields())


def _label(worksheet: Worksheet, field: str, profile: Profile) -> str:
    return worksheet.field(field).wording(profile.market).label.lower()
