"""Why we believe an answer: the proof, for and against."""

from datetime import date
from typing import Literal

from icp_desktop.model.record import record

Source = Literal["team", "outside", "interviews", "customers"]
SOURCES: tuple[Source, ...] = ("team", "outside", "interviews", "customers")


@record
class Evidence:
    """One piece of proof.

    `count` of `total` are people or customers ("6 of 9 interviews"); `reference` names a report,
    link or file, `page` the place in it, `day` when it was seen.
    """

    id: str
    source: Source
    against: bool = False
    note: str = ""
    reference: str = ""
    page: str = ""
    day: date | None = None
    count: int | None = None
    total: int | None = None
