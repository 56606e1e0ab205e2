"""What stands in a form that came back, before anybody asks what it means."""

import json
import unicodedata
from datetime import date
from typing import Any

from icp_desktop.model.record import record

LONGEST_RAW = 200_000  # characters that are looked at


@record
class RawValue:
    """What one control holds: a text, or a figure or day where the file says that it is one.

    `problem` is a sentence where it holds something that can't be read at all.
    """

    text: str = ""
    number: str | None = None
    day: date | None = None
    problem: str = ""


@record
class RawForm:
    """The controls of a form by name, the hidden token among them."""

    values: dict[str, RawValue]


def to_wire(form: RawForm) -> bytes:
    """Return a form as JSON, to be handed from one process to another."""
    data = {
        name: [v.text, v.number, v.day.isoformat() if v.day else None, v.problem]
        for name, v in form.values.items()
    }
    return json.dumps(data).encode()


def from_wire(data: bytes) -> RawForm:
    """Return the form that was handed over."""
    values: dict[str, Any] = json.loads(data)
    return RawForm(
        values={
            name: RawValue(
                text=text,
                number=number,
                day=date.fromisoformat(day) if day else None,
                problem=problem,
            )
            for name, (text, number, day, problem) in values.items()
        }
    )


class UnreadableError(Exception):
    """A file is not a form that can be read; `kind` says what it is instead."""

    def __init__(self, kind: str) -> None:
        """Keep what it is."""
        self.kind = kind
        super().__init__(kind)


def tidy(text: str) -> str:
    """Return a text as all programs would have written it: plain line ends, composed letters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain[:LONGEST_RAW])
