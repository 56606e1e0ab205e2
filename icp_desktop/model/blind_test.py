"""A blind test: several people judge the same few by themselves, unaware of what others said."""

from datetime import date
from typing import Literal

from icp_desktop.model.record import record
from icp_desktop.model.table import TableRole

Verdict = Literal["fit", "no_fit", "unsure"]
VERDICTS: tuple[Verdict, ...] = ("fit", "no_fit", "unsure")


@record
class Candidate:
    """Somebody who is judged: the name, what may be known of them, and what the profile says.

    All of it is as it was when the test began, so that everybody judges the same.
    """

    id: str
    name: str
    facts: tuple[str, ...] = ()
    inside: bool = False
    tier: str = ""  # "" where they are ruled out


@record
class Judgement:
    """What somebody says of one candidate."""

    candidate: str
    verdict: Verdict


@record
class Judge:
    """A person who took part, and what they said."""

    id: str
    person: str
    role: str = ""
    day: date | None = None
    judgements: tuple[Judgement, ...] = ()

    def verdict(self, candidate: str) -> Verdict:
        """Return what they said of a candidate, "unsure" where nothing."""
        found = (each.verdict for each in self.judgements if each.candidate == candidate)
        return next(found, "unsure")


@record
class BlindTest:
    """The test; until it is `shown`, nobody sees what others said or what the profile says."""

    id: str
    profile: str
    day: date
    listed: TableRole
    candidates: tuple[Candidate, ...]
    judges: tuple[Judge, ...] = ()
    shown: date | None = None
