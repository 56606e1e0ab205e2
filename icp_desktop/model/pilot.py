"""A pilot: some leads, a few weeks, and what counts as success; and how each of them went."""

from datetime import date
from typing import Literal

from icp_desktop.model.record import record

Went = Literal["open", "yes", "no"]
WENTS: tuple[Went, ...] = ("open", "yes", "no")


@record
class PilotLead:
    """A lead of a pilot, by its name on the list.

    `inside` and `tier` say how it stood to the profile when the pilot began: what is changed in
    the profile later must not make a pilot come out well.
    """

    name: str
    inside: bool
    tier: str = ""
    went: Went = "open"


@record
class Pilot:
    """A trial of a profile on named leads, from one day to another."""

    id: str
    name: str
    profile: str
    success: str
    start: date
    end: date
    leads: tuple[PilotLead, ...] = ()
