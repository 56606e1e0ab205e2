"""What can be said of a persona from what is known: the profile, the themes and the quotes.

Nothing is invented: an offer repeats an answer or words of a talk, with the proof it has there.
"""

from collections.abc import Iterator
from dataclasses import replace

from icp_desktop.i18n import _, later
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.ids import new_id
from icp_desktop.model.interview import Interview, Quote, Theme
from icp_desktop.model.links import counted_talks
from icp_desktop.model.persona import Part, Persona, PersonaLine, Topic
from icp_desktop.model.project import Answer, Profile, Project
from icp_desktop.model.record import record
from icp_desktop.model.values import Pairs, Terms, Text

PART_NAMES: dict[Part, str] = {
    "starts": later("Starts it"),
    "advises": later("Advises"),
    "decides": later("Decides"),
    "pays": later("Pays"),
    "uses": later("Uses it"),
    "stops": later("Can stop it"),
}
TOPIC_NAMES: dict[Topic, str] = {
    "goals": later("Wants to reach"),
    "challenges": later("Is held back by"),
    "motives": later("Is moved by"),
    "objections": later("Will object"),
    "channels": later("Is reached through"),
    "words": later("Say this"),
}
_FIELDS: tuple[tuple[str, Topic], ...] = (
    ("needs.goals", "goals"),
    ("needs.pains", "challenges"),
    ("needs.challenges", "challenges"),
    ("mindset.motives", "motives"),
    ("buying.drivers", "motives"),
    ("needs.why_now", "motives"),
    ("needs.triggers", "motives"),
    ("buying.objections", "objections"),
    ("mindset.places", "channels"),
    ("mindset.trusted_sources", "channels"),
    ("buying.contact", "channels"),
    ("buying.channels", "channels"),
)
_REPLIES = "buying.objections"  # whose second half is what to say
_TITLES = ("people.titles", "buying.committee", "people.occupation")


@record
class Offer:
    """A line that could be taken, and where it stands: an answer, or one item of it."""

    topic: Topic
    text: str
    evidence: tuple[Evidence, ...] = ()
    field: str = ""
    item: str = ""


def offers_of(profile: Profile, persona: Persona | None = None) -> tuple[Offer, ...]:
    """Return what the profile says that belongs on a card, but for what the persona has taken."""
    taken = {(line.topic, line.field, line.item) for line in persona.lines} if persona else set()
    said = {(line.topic, _plain(line.text)) for line in persona.lines} if persona else set()
    found: list[Offer] = []
    for field, topic in _FIELDS:
        for offer in _in_answer(profile.answer(field), topic):
            key = (offer.topic, _plain(offer.text))
            if (offer.topic, offer.field, offer.item) not in taken and key not in said:
                said.add(key)
                found.append(offer)
    return tuple(found)


def take(offer: Offer) -> PersonaLine:
    """Return an offer as a line, under ids of its own."""
    return PersonaLine(
        id=new_id(),
        topic=offer.topic,
        text=offer.text,
        evidence=tuple(replace(each, id=new_id()) for each in offer.evidence),
        field=offer.field,
        item=offer.item,
    )


def theme_offer(theme: Theme, topic: Topic) -> Offer:
    """Return a theme as a line on a topic; all its quotes stand behind it, now and later."""
    piece = Evidence(id=new_id(), source="interviews", theme=theme.id)
    return Offer(topic=topic, text=theme.name, evidence=(piece,))


def quote_offer(quote: Quote, topic: Topic) -> Offer:
    """Return the words of a quote as a line on a topic, the quote behind it."""
    words = " ".join(quote.text.split())
    piece = Evidence(id=new_id(), source="interviews", quotes=(quote.id,))
    return Offer(topic=topic, text=f"“{words}”", evidence=(piece,))


def titles_offered(project: Project, profile: Profile) -> tuple[str, ...]:
    """Return what the people in a purchase are called in the profile, but for those with a card."""
    known = [
        f"{_plain(each.title)}\n{_plain(each.occupation)}"
        for each in project.personas_of(profile.id)
    ]
    titles: dict[str, str] = {}
    for field in _TITLES:
        value = profile.answer(field).value
        for term in value.items if isinstance(value, Terms) else ():
            if (key := _plain(term.text)) and not any(key in each for each in known):
                titles.setdefault(key, term.text.strip())
    return tuple(titles.values())


def quotes_heard(project: Project, profile_id: str) -> tuple[tuple[Interview, Quote], ...]:
    """Return the quotes of the talks that tell of a profile, the starred ones first."""
    found = [(talk, quote) for talk in counted_talks(project, profile_id) for quote in talk.quotes]
    return tuple(sorted(found, key=lambda each: not each[1].starred))


def quotes_behind(project: Project, line: PersonaLine) -> tuple[tuple[Interview, Quote], ...]:
    """Return the quotes that stand behind a line, by themselves or by a theme; starred ones first.

    What speaks against it is not among them.
    """
    named = {each for piece in line.evidence if not piece.against for each in piece.quotes}
    themes = {piece.theme for piece in line.evidence if piece.theme and not piece.against}
    found = [
        (talk, quote)
        for talk in project.interviews
        if talk.counts
        for quote in talk.quotes
        if quote.id in named or themes.intersection(quote.themes)
    ]
    return tuple(sorted(found, key=lambda each: not each[1].starred))


def find_quote(project: Project, quote_id: str) -> tuple[Interview, Quote] | None:
    """Return a quote and its talk by id, None if it is marked no longer or its talk not counted."""
    for talk in project.interviews:
        for quote in talk.quotes if talk.counts else ():
            if quote_id and quote.id == quote_id:
                return talk, quote
    return None


def say_parts(persona: Persona) -> str:
    """Return what a persona does in the purchase, in one line; "" where nothing is said."""
    return ", ".join(_(PART_NAMES[each]) for each in persona.parts)


def call_persona(persona: Persona) -> str:
    """Return what a persona is called: by the title, else the occupation, else as one without."""
    return persona.title.strip() or persona.occupation.strip() or _("A persona without a name")


def _in_answer(answer: Answer, topic: Topic) -> Iterator[Offer]:
    match answer.value:
        case Text(text=text) if text.strip():
            first = text.strip().splitlines()[0]
            yield Offer(topic=topic, text=first, evidence=answer.evidence, field=answer.field)
        case Terms(items=terms):
            for term in terms:
                proof = (*term.evidence, *answer.evidence)
                yield from _offer(topic, term.text, proof, answer.field, term.id)
        case Pairs(items=pairs):
            for pair in pairs:
                proof = (*pair.evidence, *answer.evidence)
                yield from _offer(topic, pair.first, proof, answer.field, pair.id)
                if answer.field == _REPLIES:
                    yield from _offer("words", pair.second, (), answer.field, pair.id)


def _offer(
    topic: Topic, text: str, evidence: tuple[Evidence, ...], field: str, item: str
) -> Iterator[Offer]:
    if text := text.strip():
        text = f"{text[:1].upper()}{text[1:]}"  # in a list it may begin small; here it stands alone
        yield Offer(topic=topic, text=text, evidence=evidence, field=field, item=item)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip("“”").casefold()
