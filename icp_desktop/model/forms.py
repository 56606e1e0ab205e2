"""Forms that went out and came back: questionnaires of one's own, who was asked, what was said."""

from datetime import date
from typing import Literal

from icp_desktop.model.record import record
from icp_desktop.model.values import Value

WORKSHEET_FORM = "worksheet"  # stands where others name a questionnaire: the worksheet itself went
Channel = Literal["pdf", "xlsx", "paper", "email"]
CHANNELS: tuple[Channel, ...] = ("pdf", "xlsx", "paper", "email")


@record
class OwnQuestionnaire:
    """A questionnaire that somebody made for this project: the text of its TOML, as it is read."""

    id: str
    source: str


@record
class Return:
    """A file that came back and was taken in; `result` is the interview or copy made of it."""

    digest: str  # SHA-256 of the file, so that it is known when it comes again
    day: date
    result: str = ""


@record
class Form:
    """A form that was given to somebody.

    `source` is the text of the questionnaire as it was sent, "" for the worksheet, whose ids never
    change their meaning. `closed` says that it is no longer waited for.
    """

    id: str
    questionnaire: str
    title: str
    edition: int
    sent: date
    channel: Channel
    source: str = ""
    profile: str = ""
    person: str = ""
    role: str = ""
    due: date | None = None
    returns: tuple[Return, ...] = ()
    closed: bool = False

    @property
    def is_back(self) -> bool:
        """Say whether something came back."""
        return bool(self.returns)

    @property
    def is_out(self) -> bool:
        """Say whether it is still waited for."""
        return not self.returns and not self.closed

    def is_overdue(self, today: date) -> bool:
        """Say whether it should have been back."""
        return self.is_out and self.due is not None and self.due < today


@record
class VoiceAnswer:
    """What somebody answered to a field of the worksheet."""

    field: str
    value: Value


@record
class Voice:
    """A copy of the worksheet as one person filled it in; the profile itself is not touched."""

    id: str
    profile: str
    person: str = ""
    role: str = ""
    day: date | None = None
    answers: tuple[VoiceAnswer, ...] = ()

    def value(self, field: str) -> Value | None:
        """Return what was answered to a field, None if nothing was."""
        for answer in self.answers:
            if answer.field == field:
                return answer.value
        return None


@record
class Decision:
    """How a difference between copies was settled; what the others said stays in their copies."""

    id: str
    profile: str
    field: str
    value: Value
    day: date
    by: str = ""
    reason: str = ""
