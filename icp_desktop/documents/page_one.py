"""How large page 1 of the profile can be set so that its contents stay on it.

Laying out a document twice would make its preview twice as slow, so the height is estimated from
the lengths of the texts first; only where that was too hopeful the layout is made again.
"""

from math import ceil

from icp_desktop.documents.content import Paper, ProfileContent, Row
from icp_desktop.model.record import record

MOST_MUSTS = 9
MOST_RULED_OUT = 6
_ROOM: dict[Paper, float] = {"A4": 257, "Letter": 243.4}  # mm between the margins
_MARGIN = 3  # mm by which the estimate may be wrong
_LINE = 4.94  # mm, 14 pt
_FIXED = 64  # mm of masthead, facts, heads of lists and of contents, marks


@record
class Setting:
    """Page 1 at one size: characters and mm to a line, mm of gaps, paddings and rows."""

    title: tuple[int, float]
    sentence: tuple[int, float]
    gaps: float
    padding: float
    row: float
    must: int
    must_beside: int  # where "Ruled out" stands beside the must-haves
    ruled_out: int


SETTINGS: tuple[Setting, ...] = (
    Setting(
        title=(34, 14.1),
        sentence=(58, 8.3),
        gaps=36,
        padding=2.2,
        row=7.24,
        must=110,
        must_beside=110,
        ruled_out=90,
    ),
    Setting(
        title=(40, 12),
        sentence=(68, 7.2),
        gaps=27,
        padding=2.2,
        row=6.74,
        must=84,
        must_beside=76,
        ruled_out=60,
    ),
    Setting(
        title=(47, 10.6),
        sentence=(80, 6.35),
        gaps=22.5,
        padding=1.4,
        row=6.44,
        must=84,
        must_beside=76,
        ruled_out=60,
    ),
)
MOST_CROWDED = len(SETTINGS) - 1


def guess_crowding(content: ProfileContent, paper: Paper) -> int:
    """Return how much smaller than usual page 1 has to be set: 0, 1 or 2."""
    room = _ROOM[paper] - _MARGIN
    heights = (estimate_height(content, setting) for setting in SETTINGS)
    return next((n for n, height in enumerate(heights) if height <= room), MOST_CROWDED)


def estimate_height(content: ProfileContent, setting: Setting) -> float:
    """Return about how high the text of page 1 is, in mm."""
    rows = len(content.sections) + bool(content.not_yet_proven)
    headline = _LINE * (ceil(len(content.headline) / 78) - 1)
    return (
        _FIXED
        + setting.gaps
        + _title_height(content.title, setting)
        + _sentence_height(content.sentence, setting)
        + _lists_height(content, setting)
        + headline
        + setting.row * rows
        + (_LINE + 4 if content.retired else 0)
    )


def _title_height(title: str, setting: Setting) -> float:
    if len(title) > 110:
        return _lines(title, (68, 7.8))
    return (
        min(_lines(title, (47, 10.6)), _lines(title, setting.title))
        if len(title) > 48
        else (_lines(title, setting.title))
    )


def _sentence_height(sentence: str, setting: Setting) -> float:
    if not sentence:
        return 0
    if len(sentence) > 520:
        return 4 + _lines(sentence, (112, _LINE))
    small = (80, 6.35)
    return 4 + _lines(sentence, small if len(sentence) > 220 else setting.sentence)


def _lists_height(content: ProfileContent, setting: Setting) -> float:
    beside = bool(content.ruled_out)
    most = setting.must_beside if beside else setting.must
    musts = [len(row.label) + 2 + min(len(row.short), most) for row in content.musts[:MOST_MUSTS]]
    no = [
        min(_length(row), setting.ruled_out) + len(row.aside)
        for row in content.ruled_out[:MOST_RULED_OUT]
    ]
    more = _LINE * (len(content.musts) > MOST_MUSTS)
    return max(
        _list_height(musts, 57 if beside else 98, setting) + more,
        _list_height(no, 40, setting) + _LINE * (len(content.ruled_out) > MOST_RULED_OUT),
        _LINE,
    )


def _length(row: Row) -> int:
    return len(row.short) + (0 if row.kind in ("text", "terms", "pairs") else len(row.label) + 2)


def _list_height(lengths: list[int], width: int, setting: Setting) -> float:
    return sum(setting.padding + _LINE * max(ceil(length / width), 1) for length in lengths)


def _lines(text: str, metric: tuple[int, float]) -> float:
    width, height = metric
    return height * max(ceil(len(text) / width), 1)
