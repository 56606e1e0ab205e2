"""What is asked: the records behind a worksheet.toml or a questionnaire."""

from collections.abc import Iterator
from typing import Literal

from icp_desktop.model.project import MARKETS, Market
from icp_desktop.model.record import record
from icp_desktop.model.values import Kind

Scope = Literal["business", "profile"]
Size = Literal["short", "text", "long"]
Moment = Literal["", "now", "soon"]


@record
class Option:
    """One choice, or one unit, by id and label."""

    id: str
    label: str


@record
class Wording:
    """The words of a field for one market."""

    label: str
    why: str
    question: str
    good: str
    weak: str
    placeholder: str = ""
    first: str = ""  # what the two halves of a pair are called
    second: str = ""


@record
class Field:
    """One thing that is asked.

    `audience` lists the markets that are asked at all, `core` those in which the field leads its
    section and is a tile of the map; in the others it waits under "more detail". `moment` is set
    where the answer does not tell how well somebody fits but when to talk to them.
    """

    id: str
    kind: Kind
    audience: tuple[Market, ...]
    core: tuple[Market, ...]
    words: tuple[tuple[Market, Wording], ...]
    size: Size = "text"
    choices: tuple[Option, ...] = ()
    units: tuple[Option, ...] = ()
    headings: tuple[str, ...] = ()
    seed: tuple[str, ...] = ()
    moment: Moment = ""

    def wording(self, market: Market) -> Wording:
        """Return the words of this field for a market."""
        return dict(self.words)[market]

    def is_core(self, market: Market) -> bool:
        """Say whether the field leads its section in this market."""
        return market in self.core


@record
class SectionWording:
    """The words of a section for one market."""

    label: str
    lead: str
    done: str


@record
class Section:
    """A group of fields on one page; `hidden` ones keep their answers and are not asked."""

    id: str
    scope: Scope
    words: tuple[tuple[Market, SectionWording], ...]
    fields: tuple[Field, ...]
    hidden: tuple[Field, ...] = ()

    def wording(self, market: Market) -> SectionWording:
        """Return the words of this section for a market."""
        return dict(self.words)[market]

    def asked(self, market: Market) -> tuple[Field, ...]:
        """Return the fields asked in this market, those that lead first."""
        core = [field for field in self.fields if field.is_core(market)]
        more = [
            field for field in self.fields if market in field.audience and not field.is_core(market)
        ]
        return (*core, *more)

    def core(self, market: Market) -> tuple[Field, ...]:
        """Return the fields that lead the section in this market."""
        return tuple(field for field in self.fields if field.is_core(market))


@record
class Worksheet:
    """Everything a project asks; `hidden` sections keep their answers and are not asked."""

    id: str
    edition: int
    language: str
    title: str
    sections: tuple[Section, ...]
    hidden: tuple[Section, ...] = ()

    def asking(self, market: Market) -> tuple[Section, ...]:
        """Return the sections that ask anything in this market."""
        return tuple(section for section in self.sections if section.asked(market))

    def fields(self) -> Iterator[Field]:
        """Yield every field in order."""
        for section in self.sections:
            yield from section.fields

    def hidden_fields(self) -> Iterator[Field]:
        """Yield every field that is not asked at present."""
        for section in self.sections:
            yield from section.hidden
        for section in self.hidden:
            yield from (*section.fields, *section.hidden)

    def field(self, field_id: str) -> Field:
        """Return a field by its id, asked or hidden; raise KeyError if there is none."""
        for field in (*self.fields(), *self.hidden_fields()):
            if field.id == field_id:
                return field
        raise KeyError(field_id)

    def section_of(self, field_id: str) -> Section:
        """Return the section that asks a field; raise KeyError if there is none."""
        for section in self.sections:
            if any(field.id == field_id for field in section.fields):
                return section
        raise KeyError(field_id)


@record
class Question:
    """One question of a questionnaire, how it is answered and the fields its answer feeds.

    A list with choices is a row of boxes to tick. `follow_ups` are for talks, not for forms.
    """

    id: str
    text: str
    hint: str = ""
    feeds: tuple[str, ...] = ()
    kind: Kind = "text"
    size: Size = "text"
    choices: tuple[Option, ...] = ()
    units: tuple[Option, ...] = ()
    follow_ups: tuple[str, ...] = ()

    @property
    def ticked(self) -> bool:
        """Say whether it is answered by ticking boxes."""
        return self.kind == "terms" and bool(self.choices)

    def as_field(self) -> Field:
        """Return the question as a field, for whatever reads, says or lays out answers."""
        words = Wording(label=self.text, why="", question=self.text, good="", weak="")
        return Field(
            id=self.id,
            kind=self.kind,
            audience=MARKETS,
            core=(),
            words=tuple((market, words) for market in MARKETS),
            size=self.size,
            choices=self.choices,
            units=self.units,
        )


@record
class Questionnaire:
    """Questions asked of one kind of person."""

    id: str
    edition: int
    language: str
    title: str
    lead: str
    audience: str
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question:
        """Return a question by its id; raise KeyError if there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)
