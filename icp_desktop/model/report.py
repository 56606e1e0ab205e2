"""Reports, articles and other outside sources: noted once, named by the proof that rests on them.

Proof carries the name of its source with it, so it is whole wherever it is copied or merged to; a
source is the same wherever it is called the same.
"""

from datetime import date

from icp_desktop.model.evidence import Evidence
from icp_desktop.model.record import record


@record
class Report:
    """A source that was noted by itself; `link` is its address or its file, `day` its date."""

    id: str
    name: str
    link: str = ""
    day: date | None = None
    note: str = ""


def source_key(name: str) -> str:
    """Return what a source is known by: its name without case and spaces to spare."""
    return " ".join(name.split()).casefold()


def piece_key(piece: Evidence) -> str:
    """Return the key of the source a piece of proof rests on, "" if it names none.

    An outside source without a name is like no other.
    """
    if name := source_key(piece.reference):
        return name
    return f"#{piece.id}" if piece.source == "outside" else ""
