"""Comments: what somebody says about an answer, an entry of a list, or any other thing."""

from datetime import date

from icp_desktop.model.record import record


@record
class Comment:
    """What somebody said about something, and whether that is settled.

    `place` is the id of a profile or of another thing, "" for the business; `field` and `item`
    name an answer there and an entry of its list, "" for all of it.
    """

    id: str
    day: date
    text: str
    place: str = ""
    field: str = ""
    item: str = ""
    who: str = ""
    settled: bool = False

    def is_about(self, place: str, field: str) -> bool:
        """Say whether it is about an answer, or about an entry of it."""
        return self.place == place and self.field == field


@record
class Thread:
    """The comments on one answer or thing, the oldest first."""

    place: str
    field: str
    comments: tuple[Comment, ...]

    @property
    def open(self) -> tuple[Comment, ...]:
        """Those that are not settled."""
        return tuple(each for each in self.comments if not each.settled)


def threads(comments: tuple[Comment, ...]) -> tuple[Thread, ...]:
    """Return comments by what they are about, in the order in which each was first spoken of."""
    found: dict[tuple[str, str], list[Comment]] = {}
    for each in comments:
        found.setdefault((each.place, each.field), []).append(each)
    return tuple(
        Thread(place=place, field=field, comments=tuple(each))
        for (place, field), each in found.items()
    )


def thread_of(comments: tuple[Comment, ...], place: str, field: str) -> tuple[Comment, ...]:
    """Return the comments on one answer, the oldest first."""
    return tuple(each for each in comments if each.is_about(place, field))
