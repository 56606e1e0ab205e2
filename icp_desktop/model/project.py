"""A project: everything one business says about its ideal customers."""

from datetime import date
from typing import Literal, Protocol

from icp_desktop.model.blind_test import BlindTest
from icp_desktop.model.body import Body
from icp_desktop.model.brand import Brand
from icp_desktop.model.comment import Comment
from icp_desktop.model.evidence import NO_TEST, Evidence, NextTest
from icp_desktop.model.forms import Decision, Form, OwnQuestionnaire, Voice
from icp_desktop.model.interview import Interview, Theme
from icp_desktop.model.judging import Judging
from icp_desktop.model.names import FOLDERS, MARKETS, Folder, Market
from icp_desktop.model.persona import Persona
from icp_desktop.model.pilot import Pilot
from icp_desktop.model.play import Action, Effort, Play
from icp_desktop.model.record import record
from icp_desktop.model.report import Report
from icp_desktop.model.review import NO_PLAN, Review, ReviewPlan, SignOff
from icp_desktop.model.table import Table
from icp_desktop.model.values import Value

__all__ = ["FOLDERS", "MARKETS", "Folder", "Market"]  # which others know from here

Weight = Literal["must", "should", "nice", "rules_out", "warns"]
WEIGHTS: tuple[Weight, ...] = ("must", "should", "nice")
NEGATIVE_WEIGHTS: tuple[Weight, ...] = ("rules_out", "warns")
DEFAULT_WEIGHT: Weight = "nice"
REASONS: tuple[str, ...] = (  # why somebody is not a fit; any other text is the person's own
    "wrong_expectations",
    "heavy_support",
    "left_early",
    "bad_reviews",
    "hard_to_work_with",
)
Situation = Literal["", "many", "few", "none"]  # how many customers there are to learn from
SITUATIONS: tuple[Situation, ...] = ("many", "few", "none")
ProfileKind = Literal["ideal", "negative"]


@record
class Answer:
    """What is said of one field, how much it matters and why it is believed.

    `reason` says why it rules a customer out or warns of them: one of `REASONS` or own words.
    """

    field: str
    value: Value | None = None
    weight: Weight = DEFAULT_WEIGHT
    evidence: tuple[Evidence, ...] = ()
    next_test: NextTest = NO_TEST
    reason: str = ""


@record
class Retirement:
    """Why and when a profile stopped being used."""

    reason: str
    day: date


@record
class PageText:
    """What the person wrote for one block of the one page, a line each, in place of the answers."""

    block: str
    text: str


@record
class Profile:
    """One kind of customer: ideal, or (negative) one that is not a fit."""

    id: str
    name: str
    market: Market
    kind: ProfileKind = "ideal"
    retired: Retirement | None = None
    summary: str = ""  # the person's own sentence; empty means: compose it from the answers
    page: tuple[PageText, ...] = ()  # the blocks of the one page that are written by hand
    answers: tuple[Answer, ...] = ()

    def page_text(self, block: str) -> str:
        """Return what was written by hand for a block of the one page, "" if nothing was."""
        return next((each.text for each in self.page if each.block == block), "")

    def answer(self, field: str) -> Answer:
        """Return the answer to a field, an empty one if there is none."""
        return find_answer(self.answers, field)


class Item(Protocol):
    """One of the things that a project keeps in a folder, such as a profile or an interview."""

    @property
    def id(self) -> str:
        """The short random name it keeps for good."""
        ...


@record
class Project:
    """The whole value that is edited, kept and handed out.

    `about` answers what is asked of the business itself; `worksheet` is the text of the
    worksheet.toml the project was made with, so that it can always be read as it was asked.
    """

    id: str
    client: str
    name: str
    worksheet: str
    language: str = "en"
    currency: str = "USD"
    sample: str = ""
    situation: Situation = ""
    brand: Brand = Brand()
    about: tuple[Answer, ...] = ()
    profiles: tuple[Profile, ...] = ()
    interviews: tuple[Interview, ...] = ()
    themes: tuple[Theme, ...] = ()
    tables: tuple[Table, ...] = ()
    sources: tuple[Report, ...] = ()
    personas: tuple[Persona, ...] = ()
    judging: Judging = Judging()
    questionnaires: tuple[OwnQuestionnaire, ...] = ()
    forms: tuple[Form, ...] = ()
    voices: tuple[Voice, ...] = ()
    decisions: tuple[Decision, ...] = ()
    review_plan: ReviewPlan = NO_PLAN
    reviews: tuple[Review, ...] = ()
    signoffs: tuple[SignOff, ...] = ()
    print_signoffs: bool = False  # on the printed profile, and wherever it is told in full
    pilots: tuple[Pilot, ...] = ()
    blind_tests: tuple[BlindTest, ...] = ()
    plays: tuple[Play, ...] = ()
    actions: tuple[Action, ...] = ()
    efforts: tuple[Effort, ...] = ()
    comments: tuple[Comment, ...] = ()
    silenced: tuple[str, ...] = ()  # ids of objections that are not to be raised again

    def folder(self, name: Folder) -> tuple[Item, ...]:
        """Return what is kept in a folder."""
        items: tuple[Item, ...] = getattr(self, name)
        return items

    def bodies(self) -> tuple[Body, ...]:
        """Return the bytes that its records name, each once."""
        named = [table.body for table in self.tables]
        if self.brand.logo is not None:
            named.append(self.brand.logo)
        named += [each.picture for each in self.personas if each.picture is not None]
        return tuple(dict.fromkeys(named))

    def interview(self, interview_id: str) -> Interview:
        """Return an interview by its id; raise KeyError if there is none."""
        for interview in self.interviews:
            if interview.id == interview_id:
                return interview
        raise KeyError(interview_id)

    def persona(self, persona_id: str) -> Persona:
        """Return a persona by its id; raise KeyError if there is none."""
        for persona in self.personas:
            if persona.id == persona_id:
                return persona
        raise KeyError(persona_id)

    def personas_of(self, profile_id: str) -> tuple[Persona, ...]:
        """Return the personas of a profile, in their order."""
        return tuple(each for each in self.personas if each.profile == profile_id)

    def profile(self, profile_id: str) -> Profile:
        """Return a profile by its id; raise KeyError if there is none."""
        for profile in self.profiles:
            if profile.id == profile_id:
                return profile
        raise KeyError(profile_id)


def find_answer(answers: tuple[Answer, ...], field: str) -> Answer:
    """Return the answer to a field, an empty one if there is none."""
    for answer in answers:
        if answer.field == field:
            return answer
    return Answer(field=field)
