"""What the cards of personas say, before any format."""

from icp_desktop.checks.grades import Grade, evidence_grade
from icp_desktop.documents.consent import may_be_quoted, speaker_words
from icp_desktop.documents.content import Proof, Quotation, Request, chosen_profile, language_of
from icp_desktop.documents.profile_content import footer_words, version_words
from icp_desktop.documents.proofs import (
    gather_proofs,
    proof_words,
    quotations,
    speaks_against,
)
from icp_desktop.documents.words import known_words
from icp_desktop.i18n import _
from icp_desktop.insight.personas import (
    PART_NAMES,
    TOPIC_NAMES,
    call_persona,
    find_quote,
    say_parts,
)
from icp_desktop.model.body import Body
from icp_desktop.model.persona import PARTS, TOPICS, Persona, PersonaLine, Topic
from icp_desktop.model.project import Answer, Project
from icp_desktop.model.record import record


@record
class CardPart:
    """A part in a purchase, and whether it is theirs."""

    name: str
    theirs: bool


@record
class CardLine:
    """One line with its proof; `against` says what speaks against it."""

    text: str
    grade: Grade
    proof_words: str
    proofs: tuple[Proof, ...]
    quotations: tuple[Quotation, ...]
    against: tuple[str, ...]

    @property
    def known_words(self) -> str:
        """How it is known, and that something speaks against it."""
        return known_words(self.proof_words, disputed=bool(self.against))


@record
class CardBlock:
    """A heading and its lines."""

    topic: Topic
    label: str
    lines: tuple[CardLine, ...]


@record
class Card:
    """One persona; `name` and `picture` are empty where no face is to be shown."""

    id: str
    title: str
    occupation: str
    parts: tuple[CardPart, ...]
    parts_words: str
    blocks: tuple[CardBlock, ...]
    quotation: Quotation | None
    name: str
    picture: Body | None


@record
class Cards:
    """The personas of one profile; `first_step` says what to do where there are none."""

    profile: str
    client: str
    language: str
    kicker: str
    version_words: str
    footer: str
    cards: tuple[Card, ...]
    first_step: str


def make_cards(request: Request) -> Cards:
    """Gather the personas of the chosen profile from a released request; or KnownError."""
    profile = chosen_profile(request)
    project = request.project
    personas = [
        each for each in project.personas_of(profile.id) if request.persona in ("", each.id)
    ]
    return Cards(
        profile=profile.name,
        client=project.client,
        language=language_of(request),
        kicker=_("Persona under “{profile}”", profile=profile.name),
        version_words=version_words(request),
        footer=footer_words(request),
        cards=tuple(_card(project, each) for each in personas),
        first_step=_(
            "No persona of this profile yet. Add one on the page “Personas”: who decides, who "
            "pays, who uses it."
        ),
    )


def _card(project: Project, persona: Persona) -> Card:
    return Card(
        id=persona.id,
        title=call_persona(persona),
        occupation=persona.occupation.strip() if persona.title.strip() else "",
        parts=tuple(
            CardPart(name=_(PART_NAMES[each]), theirs=each in persona.parts) for each in PARTS
        ),
        parts_words=say_parts(persona),
        blocks=tuple(
            CardBlock(
                topic=topic,
                label=_(TOPIC_NAMES[topic]),
                lines=tuple(card_line(each) for each in persona.about(topic) if each.text.strip()),
            )
            for topic in TOPICS
        ),
        quotation=_quotation(project, persona),
        name=persona.name.strip() if persona.shown else "",
        picture=persona.picture if persona.shown else None,
    )


def card_line(line: PersonaLine) -> CardLine:
    """Return a line with its proof in words."""
    answer = Answer(field="", evidence=line.evidence)  # proof reads alike wherever it stands
    grade = evidence_grade(line.evidence)
    matching = [each for each in line.evidence if each.source == grade and each.speaks_for]
    return CardLine(
        text=" ".join(line.text.split()),
        grade=grade,
        proof_words=proof_words(grade, matching),
        proofs=gather_proofs(answer),
        quotations=quotations(answer),
        against=speaks_against(answer),
    )


def _quotation(project: Project, persona: Persona) -> Quotation | None:
    """Return the quote that leads the card, if whoever said it agreed."""
    found = find_quote(project, persona.quote)
    if found is None or not may_be_quoted(found[0]):
        return None
    talk, quote = found
    return Quotation(words=" ".join(quote.text.split()), who=speaker_words(talk))
