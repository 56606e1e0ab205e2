"""The map: what state every field is in, and the one next step worth taking."""

from typing import Literal

from icp_desktop.checks.grades import Grade, answer_grade
from icp_desktop.i18n import _, later
from icp_desktop.model.project import Answer, Market, Profile, Project, Situation, find_answer
from icp_desktop.model.record import record
from icp_desktop.worksheet.definitions import Field, Section, Worksheet

_GUESSES = {
    "must": later("“{field}” is a must-have, and it is still a guess."),
    "rules_out": later("“{field}” rules customers out, and it is still a guess."),
}
_TESTS: dict[Situation, str] = {  # of a guess, by what there is to learn from
    "": later("Ask three customers about “{field}”."),
    "many": later("Count “{field}” among your best customers."),
    "few": later("Ask three customers about “{field}”."),
    "none": later("Find a source for “{field}”, or ask someone with the problem you solve."),
}
State = Literal["proven", "thin", "assumed", "open"]


@record
class Tile:
    """One field on the map."""

    section: Section
    field: Field
    answer: Answer
    state: State
    grade: Grade | None  # None where nothing is answered


@record
class Column:
    """One section of the map with its leading fields."""

    section: Section
    tiles: tuple[Tile, ...]

    @property
    def proven(self) -> int:
        """How many of the tiles are proven."""
        return sum(tile.state == "proven" for tile in self.tiles)


@record
class Tally:
    """How many answers of a profile are in which state."""

    proven: int
    total: int
    answered: int


@record
class Completeness:
    """How far a section has come; `guessed_musts` are musts that nothing stands behind."""

    total: int
    answered: int
    proven: int
    guessed_musts: int

    @property
    def is_done(self) -> bool:
        """Say whether all is answered and no must is a guess; the rest is for a person to judge."""
        return self.answered == self.total and not self.guessed_musts


@record
class NextStep:
    """What to do next: the field ("" for a review), what to do and why."""

    section: str
    field: str
    action: str
    reason: str
    button: str


def field_state(answer: Answer) -> State:
    """Return how far a field has come."""
    if answer.value is None:
        return "open"
    match answer_grade(answer):
        case "assumption":
            return "assumed"
        case "team":
            return "thin"
        case _:
            return "proven"


def make_tile(section: Section, field: Field, answer: Answer) -> Tile:
    """Return the tile of a field."""
    grade = None if answer.value is None else answer_grade(answer)
    return Tile(section=section, field=field, answer=answer, state=field_state(answer), grade=grade)


def map_columns(profile: Profile, worksheet: Worksheet) -> tuple[Column, ...]:
    """Return the map of a profile: a column per section, a tile per leading field."""
    return tuple(
        Column(
            section=section,
            tiles=tuple(
                make_tile(section, field, profile.answer(field.id))
                for field in section.core(profile.market)
            ),
        )
        for section in worksheet.sections
        if section.scope == "profile" and section.core(profile.market)
    )


def open_count(section: Section, project: Project, profile: Profile) -> int:
    """Return how many leading fields of a section are still open."""
    find = project.about if section.scope == "business" else profile.answers
    answered = {answer.field for answer in find if answer.value is not None}
    return sum(field.id not in answered for field in section.core(profile.market))


def completeness(section: Section, answers: tuple[Answer, ...], market: Market) -> Completeness:
    """Return how far a section has come, by its leading fields."""
    core = [make_tile(section, f, find_answer(answers, f.id)) for f in section.core(market)]
    return Completeness(
        total=len(core),
        answered=sum(tile.state != "open" for tile in core),
        proven=sum(tile.state == "proven" for tile in core),
        guessed_musts=sum(
            tile.state == "assumed" and tile.answer.weight in ("must", "rules_out") for tile in core
        ),
    )


def tally(profile: Profile, worksheet: Worksheet) -> Tally:
    """Count the tiles of the map."""
    tiles = [tile for column in map_columns(profile, worksheet) for tile in column.tiles]
    return Tally(
        proven=sum(tile.state == "proven" for tile in tiles),
        total=len(tiles),
        answered=sum(tile.state != "open" for tile in tiles),
    )


def next_steps(
    profile: Profile, worksheet: Worksheet, situation: Situation = ""
) -> tuple[NextStep, ...]:
    """Return what is worth doing next, the most telling first.

    What rules customers out without a reason comes first, then a must-have that is a guess, an
    open field, a guess, and what only colleagues say.
    """
    tiles = [tile for column in map_columns(profile, worksheet) for tile in column.tiles]
    unproven = [tile for tile in tiles if tile.state != "proven"]
    ranked = sorted(enumerate(unproven), key=lambda pair: (_urgency(pair[1]), pair[0]))
    reasons = [_ask_reason(t, profile) for t in tiles if profile.kind == "negative" and _bare(t)]
    return (*reasons, *(_step(tile, profile, situation) for _rank, tile in ranked))


def _bare(tile: Tile) -> bool:
    """Say whether something speaks against a customer and nobody said why."""
    return tile.state != "open" and not tile.answer.reason


def _ask_reason(tile: Tile, profile: Profile) -> NextStep:
    words = tile.field.wording(profile.market)
    return NextStep(
        section=tile.section.id,
        field=tile.field.id,
        action=_("Say why “{field}” is not a fit.", field=words.label),
        reason=_("With a reason, everyone in the team turns the same customers away."),
        button=_("Give the reason"),
    )


def _urgency(tile: Tile) -> int:
    if tile.answer.weight in ("must", "rules_out") and tile.state == "assumed":
        return 0
    return {"open": 1, "assumed": 2, "thin": 3, "proven": 4}[tile.state]


def _step(tile: Tile, profile: Profile, situation: Situation) -> NextStep:
    words = tile.field.wording(profile.market)
    weight = tile.answer.weight
    if tile.state == "open":
        action, button = words.question, _("Answer it")
        reason = _("“{field}” is still open. {why}", field=words.label, why=words.why)
    elif tile.state == "assumed":
        action = tile.answer.next_test.what or _(_TESTS[situation], field=words.label)
        button = _("Say how you know")
        reason = _GUESSES.get(weight, later("“{field}” is still a guess."))
        reason = _(reason, field=words.label)
    else:
        check = _TESTS["none"] if situation == "none" else later("Check “{field}” with customers.")
        action = tile.answer.next_test.what or _(check, field=words.label)
        button = _("Say how you know")
        reason = _("Only colleagues have said so. Customers may see it differently.")
    return NextStep(
        section=tile.section.id, field=tile.field.id, action=action, reason=reason, button=button
    )
