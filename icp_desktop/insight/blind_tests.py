"""A blind test: a fair choice of ten, and where people and profile part.

The ten are spread over the tiers and within each from the clear to the unclear, or the test would
only ask what everybody knows. Their order says nothing: it is shuffled.
"""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Literal

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _, later, n_
from icp_desktop.insight.lead_words import is_inside
from icp_desktop.insight.reasons import say_cell
from icp_desktop.insight.scoring import Scored
from icp_desktop.model.blind_test import BlindTest, Candidate, Judge, Verdict
from icp_desktop.model.ids import new_id
from icp_desktop.model.record import record
from icp_desktop.model.table import TableRole

MOST = 10
FEWEST = 3  # of fewer nothing can be said
_FACTS = 6
Side = Literal["fit", "no_fit", "split", "none"]
VERDICT_NAMES: dict[Verdict, str] = {
    "fit": later("Fit"),
    "no_fit": later("No fit"),
    "unsure": later("Can’t say"),
}


@record
class Votes:
    """What people said of one candidate, and what the profile says."""

    candidate: Candidate
    fit: int
    no_fit: int
    unsure: int

    @property
    def people(self) -> Side:
        """What most of them say; those who can't say are not counted."""
        if not self.fit + self.no_fit:
            return "none"
        if self.fit == self.no_fit:
            return "split"
        return "fit" if self.fit > self.no_fit else "no_fit"

    @property
    def part(self) -> bool:
        """Say whether people and profile part."""
        return self.people in ("fit", "no_fit") and (self.people == "fit") != self.candidate.inside

    @property
    def agree(self) -> bool:
        """Say whether people and profile say the same."""
        return self.people in ("fit", "no_fit") and not self.part

    @property
    def together(self) -> bool:
        """Say whether people are of one mind, more than one of them."""
        return self.fit + self.no_fit > 1 and not (self.fit and self.no_fit)


@record
class JudgeCount:
    """How often one person says what the profile says, of those they could say something of."""

    judge: Judge
    agree: int
    total: int


@record
class Outcome:
    """Everything that came out: those on whom people and profile part come first."""

    votes: tuple[Votes, ...]
    judges: tuple[JudgeCount, ...]


def make_test(scored: Scored, listed: TableRole, profile: str, today: date) -> BlindTest:
    """Return a test over ten of a scored list; raise KnownError where there are too few."""
    test_id = new_id()
    rows = choose_rows(scored, test_id)
    if len(rows) < FEWEST:
        raise KnownError(
            _("A blind test takes at least {n} to judge. Import a longer list first.", n=FEWEST)
        )
    return BlindTest(
        id=test_id,
        profile=profile,
        day=today,
        listed=listed,
        candidates=tuple(_candidate(scored, row) for row in rows),
    )


def choose_rows(scored: Scored, seed: str, most: int = MOST) -> list[int]:
    """Return the rows of at most so many, spread over tiers and over how clear they are."""
    chance = Random(seed)  # noqa: S311 - nothing secret: the same test chooses the same
    groups: dict[str, list[tuple[int, int]]] = {}
    seen: set[str] = set()
    for row, low, high, tier, out in scored.frame.select(
        "row", "low", "high", "tier", "ruled_out"
    ).iter_rows():
        name = scored.leads.names[row].strip().casefold()
        if name not in seen:
            seen.add(name)
            groups.setdefault("out" if out else tier, []).append((high - low, row))
    order: list[list[int]] = []
    for kind in ("A", "B", "C", "out"):
        members = groups.get(kind, [])
        chance.shuffle(members)
        members.sort(key=lambda each: each[0])  # those alike stay shuffled
        order.append(_from_both_ends([row for _width, row in members]))
    chosen: list[int] = []
    while len(chosen) < most and any(order):
        for members_left in order:
            if members_left and len(chosen) < most:
                chosen.append(members_left.pop(0))
    chance.shuffle(chosen)
    return chosen


def outcome_of(test: BlindTest) -> Outcome:
    """Return what came out of a test."""
    votes = [_votes(each, test.judges) for each in test.candidates]
    votes.sort(key=lambda each: (not each.part, each.people != "split", each.people == "none"))
    return Outcome(
        votes=tuple(votes),
        judges=tuple(_count(judge, test.candidates) for judge in test.judges),
    )


def say_outcome(test: BlindTest) -> str:
    """Return what came out in a few sentences, counts first."""
    outcome = outcome_of(test)
    total = len(outcome.votes)
    people = len(test.judges)
    if not people:
        return _("Nobody has judged yet.")
    agree = sum(1 for each in outcome.votes if each.agree)
    part = sum(1 for each in outcome.votes if each.part)
    split = sum(1 for each in outcome.votes if each.people == "split")
    parts = [
        n_(
            "{people} person and the profile say the same of {agree} of {total}.",
            "{people} people and the profile say the same of {agree} of {total}.",
            people,
            people=people,
            agree=agree,
            total=total,
        )
    ]
    if part:
        parts.append(n_("They part on {n}.", "They part on {n}.", part))
    if split:
        parts.append(n_("People are divided on {n}.", "People are divided on {n}.", split))
    return " ".join([*parts, _advice(outcome, people)])


def say_votes(votes: Votes) -> str:
    """Return what people said of one, in counts."""
    counts: dict[Verdict, int] = {
        "fit": votes.fit,
        "no_fit": votes.no_fit,
        "unsure": votes.unsure,
    }
    said = [
        _("{verdict} {n}", verdict=_(VERDICT_NAMES[verdict]), n=count)
        for verdict, count in counts.items()
        if count
    ]
    return ", ".join(said) or _("nobody")


def say_profile(candidate: Candidate) -> str:
    """Return what the profile says of one."""
    if not candidate.tier:
        return _("No fit, ruled out")
    verdict = _("Fit") if candidate.inside else _("No fit")
    return _("{verdict}, Tier {tier}", verdict=verdict, tier=candidate.tier)


def say_apart(votes: Votes) -> str:
    """Return whether people and profile part on one, in a word or two."""
    if votes.part:
        return _("They part")
    return {"split": _("Divided"), "none": _("Nobody can say")}.get(votes.people, _("The same"))


def _advice(outcome: Outcome, people: int) -> str:
    if people == 1:
        return _("One person is one opinion: let others judge too.")
    apart = [each for each in outcome.votes if each.part]
    if any(each.together for each in apart):
        return _("Where all people say otherwise, ask what the profile does not know.")
    together = sum(1 for each in outcome.votes if each.together)
    return n_(
        "People are of one mind on {n} of {total}.",
        "People are of one mind on {n} of {total}.",
        together,
        total=len(outcome.votes),
    )


def _from_both_ends(rows: Sequence[int]) -> list[int]:
    """Return rows alternately from the clear and the unclear end."""
    left, right, taken = 0, len(rows) - 1, []
    while left <= right:
        taken.append(rows[left])
        if left < right:
            taken.append(rows[right])
        left, right = left + 1, right - 1
    return taken


def _candidate(scored: Scored, row: int) -> Candidate:
    found = scored.frame.row(row, named=True)
    return Candidate(
        id=new_id(),
        name=scored.leads.names[row],
        facts=_facts(scored, row),
        inside=is_inside(found),
        tier="" if found["ruled_out"] else str(found["tier"]),
    )


def _facts(scored: Scored, row: int) -> tuple[str, ...]:
    """Return what the list says of somebody, what the profile asks for first."""
    asked = [each.feature.key for each in scored.criteria if each.feature is not None]
    features = sorted(scored.leads.features, key=lambda each: each.key not in asked)
    told = []
    for each in features:
        cell = scored.leads.frame[each.key][row]
        words = "" if cell is None else say_cell(cell, each)
        if words:
            told.append(f"{each.label}: {words}")
    return tuple(told[:_FACTS])


def _votes(candidate: Candidate, judges: Sequence[Judge]) -> Votes:
    said = [judge.verdict(candidate.id) for judge in judges]
    return Votes(
        candidate=candidate,
        fit=said.count("fit"),
        no_fit=said.count("no_fit"),
        unsure=said.count("unsure"),
    )


def _count(judge: Judge, candidates: Sequence[Candidate]) -> JudgeCount:
    said = [(judge.verdict(each.id), each.inside) for each in candidates]
    told = [(verdict == "fit", inside) for verdict, inside in said if verdict != "unsure"]
    return JudgeCount(
        judge=judge, agree=sum(fit == inside for fit, inside in told), total=len(told)
    )
