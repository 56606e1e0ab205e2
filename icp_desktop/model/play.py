"""The playbook as it is kept: what a person took over or wrote, and what is to be done.

The lines themselves are composed from the answers, see `playbook/composing.py`.
"""

from datetime import date
from decimal import Decimal

from icp_desktop.model.record import record


@record
class Play:
    """A line of a playbook as a person keeps it.

    `line` is the key of the line that the rules compose, "" for one that the person wrote. `head`
    and `text` are the words as they were kept, the person's own where `edited` says so. `basis`
    marks what the line rested on when it was kept: where that is another by now, the line is out
    of date. `hidden` lines are not wanted and are not offered again.
    """

    id: str
    profile: str
    chapter: str
    line: str = ""
    head: str = ""
    text: str = ""
    basis: str = ""
    edited: bool = False
    hidden: bool = False


@record
class Action:
    """Something to be done: what, by whom, by when, and the day it was done.

    `play` is the key of the line of the playbook that it came from, "" for none.
    """

    id: str
    profile: str
    what: str = ""
    who: str = ""
    by: date | None = None
    done: date | None = None
    play: str = ""

    def is_late(self, today: date) -> bool:
        """Say whether its day has passed and it is not done."""
        return self.done is None and self.by is not None and self.by < today


@record
class Effort:
    """What goes into one place or channel in a month, by the person's own figures.

    `field` and `item` name the answer that speaks for the place, "" where none does.
    """

    id: str
    profile: str
    where: str = ""
    hours: Decimal | None = None
    money: Decimal | None = None
    currency: str = ""
    field: str = ""
    item: str = ""
