"""Personas: the people within a profile, each with a part in the purchase."""

from typing import Literal

from icp_desktop.model.body import Body
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.record import record

Part = Literal["starts", "advises", "decides", "pays", "uses", "stops"]
PARTS: tuple[Part, ...] = ("starts", "advises", "decides", "pays", "uses", "stops")
Topic = Literal["goals", "challenges", "motives", "objections", "channels", "words"]
TOPICS: tuple[Topic, ...] = (
    "goals",
    "challenges",
    "motives",
    "objections",
    "channels",
    "words",
)


@record
class PersonaLine:
    """One thing that is said of a persona, with its own proof.

    Quotes and themes stand in the proof, as they do at an answer. `field` and `item` name what of
    the profile it was taken from, "" where the person wrote it.
    """

    id: str
    topic: Topic
    text: str
    evidence: tuple[Evidence, ...] = ()
    field: str = ""
    item: str = ""


@record
class Persona:
    """One kind of person within a profile, called after what they do, such as “The planner”.

    `parts` say what they do in the purchase, `quote` is the id of the quote that leads their card.
    `name` and `picture` are an invented face, shown only where `shown` says so.
    """

    id: str
    profile: str
    title: str = ""
    occupation: str = ""
    parts: tuple[Part, ...] = ()
    lines: tuple[PersonaLine, ...] = ()
    quote: str = ""
    shown: bool = False
    name: str = ""
    picture: Body | None = None

    def about(self, topic: Topic) -> tuple[PersonaLine, ...]:
        """Return what is said on a topic."""
        return tuple(each for each in self.lines if each.topic == topic)

    def line(self, line_id: str) -> PersonaLine:
        """Return a line by its id; raise KeyError if there is none."""
        for each in self.lines:
            if each.id == line_id:
                return each
        raise KeyError(line_id)
