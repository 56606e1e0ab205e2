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
    `link` is its address or file, `page` the place in it, `day` its date.

    What was said in talks is linked: `theme` stands for all its quotes, now and later, `quotes` for
    some, `interviews` for whole talks. Of a linked piece `source`, `count` and `total` follow from
    what it names; see `model/links.py`.

    What was counted in a list names it by the digest of its bytes in `table`; once the project
    holds that list no longer, the count is of `earlier` data.
    """

    id: str
    source: Source
    against: bool = False
    note: str = ""
    reference: str = ""
    link: str = ""
    page: str = ""
    day: date | None = None
    count: int | None = None
    total: int | None = None
    quotes: tuple[str, ...] = ()
    theme: str = ""
    interviews: tuple[str, ...] = ()
    table: str = ""
    earlier: bool = False  # follows from `table` and the lists of the project

    @property
    def linked(self) -> bool:
        """Say whether it names what was said in talks."""
        return bool(self.quotes or self.theme or self.interviews)

    @property
    def speaks_for(self) -> bool:
        """Say whether it bears the answer out; "0 of 9" bears out nothing."""
        return not self.against and self.count != 0

    @property
    def speaks_against(self) -> bool:
        """Say whether it speaks against the answer."""
        return self.against and self.count != 0


@record
class NextTest:
    """How an answer will be tested next, true or false according to whether anything is planned.

    `keep_if` is agreed beforehand: what has to come out for the answer to stay.
    """

    what: str = ""
    keep_if: str = ""
    who: str = ""
    by: date | None = None

    def __bool__(self) -> bool:
        """Say whether anything is planned."""
        return bool(self.what or self.keep_if or self.who or self.by)


NO_TEST = NextTest()
