"""Counts as small pictures in SVG: solid means known, outline means not yet.

One function each, for screen and paper. Sizes are in millimetres; each comes with the words that
say the same.
"""

from collections.abc import Sequence

from icp_desktop.documents.content import ProofCounts
from icp_desktop.documents.marks import MARK_COLOURS
from icp_desktop.i18n import _
from icp_desktop.insight.statistics import Counts, wilson
from icp_desktop.model.record import record

EDGE = "#797E86"
TRACK = "#EDEEEA"
_SURE = "#4B525B"
_LINE = 0.25  # width of outlines
_GAP = 0.3
_MOST_CELLS = 40  # more than that can't be counted by eye: a bar says it better
_WIDEST_CELL = 2.6
MOST_DOTS = 250


@record
class Chart:
    """A picture, its size in millimetres and what it says in words."""

    svg: str
    width: float
    height: float
    words: str


def draw_cells(count: int, total: int, width: float = 33, *, words: str = "") -> Chart:
    """Return one square per interview, solid where it came up; a bar where there are too many."""
    count, total = _within(count, total)
    if total > _MOST_CELLS:
        return draw_bar(count, total, width, 2.1, colour=MARK_COLOURS["interviews"], words=words)
    step = min(_WIDEST_CELL + _GAP, (width + _GAP) / total)
    size = step - _GAP
    cells = [_cell(n * step, size, solid=n < count) for n in range(total)]
    return _chart("".join(cells), total * step - _GAP, size, words)


def draw_order(cells: Sequence[bool], width: float = 39, *, words: str = "") -> Chart:
    """Return one square per interview in order, solid where a theme came up.

    They shrink where there are many; where none could be told apart, a bar says how many.
    """
    if len(cells) > _MOST_CELLS or not cells:
        return draw_cells(sum(cells), len(cells), width, words=words)
    step = min(_WIDEST_CELL + _GAP, (width + _GAP) / len(cells))
    drawn = [_cell(n * step, step - _GAP, solid=solid) for n, solid in enumerate(cells)]
    return _chart("".join(drawn), len(cells) * step - _GAP, step - _GAP, words)


def draw_bar(
    count: int,
    total: int,
    width: float = 10,
    height: float = 2.1,
    *,
    colour: str = MARK_COLOURS["customers"],
    words: str = "",
) -> Chart:
    """Return how many of all, solid over an outlined track."""
    count, total = _within(count, total)
    solid = width * count / total
    track = (
        f'<rect x="{_LINE / 2}" y="{_LINE / 2}" width="{width - _LINE:.2f}"'
        f' height="{height - _LINE:.2f}" fill="{TRACK}" stroke="{EDGE}" stroke-width="{_LINE}"/>'
    )
    bar = f'<rect width="{solid:.2f}" height="{height}" fill="{colour}"/>' if count else ""
    return _chart(track + bar, width, height, words)


def draw_range(low: int, high: int, width: float = 30, height: float = 2.6) -> Chart:
    """Return a score of every 100: solid as far as it is sure, outlined as far as it may reach."""
    reach, sure = width * high / 100, width * low / 100
    drawn = (
        f'<rect y="{height / 2 - _LINE / 2:.2f}" width="{width}" height="{_LINE}" fill="{EDGE}"/>'
        f'<rect x="{_LINE / 2}" y="{_LINE / 2}" width="{max(reach - _LINE, 0):.2f}"'
        f' height="{height - _LINE:.2f}" fill="#FFFFFF" stroke="{EDGE}" stroke-width="{_LINE}"/>'
        f'<rect width="{sure:.2f}" height="{height}" fill="{_SURE}"/>'
    )
    return _chart(drawn, width, height, _("{low} to {high} of 100", low=low, high=high))


def draw_proof_bar(counts: ProofCounts, width: float = 39, height: float = 3.3) -> Chart:
    """Return all leading answers: data, interviews, sources solid, opinions outlined, open a line.

    Nothing rests on its colours: the words beside it say how many are proven.
    """
    parts = [
        (counts.customers, MARK_COLOURS["customers"]),
        (counts.interviews, MARK_COLOURS["interviews"]),
        (counts.outside, MARK_COLOURS["outside"]),
        (counts.team + counts.assumption, ""),
        (counts.open, "line"),
    ]
    shown = [(n, colour) for n, colour in parts if n]
    room = width - _GAP * (len(shown) - 1)
    x, drawn = 0.0, []
    for n, colour in shown:
        part = room * n / max(counts.total, 1)
        drawn.append(_part(x, part, height, colour))
        x += part + _GAP
    words = _("{n} of {total} answers proven", n=counts.proven, total=counts.total)
    return _chart("".join(drawn), width, height, words)


def _cell(x: float, size: float, *, solid: bool) -> str:
    colour = MARK_COLOURS["interviews"]
    return (
        f'<rect x="{x + _LINE / 2:.2f}" y="{_LINE / 2}" width="{size - _LINE:.2f}"'
        f' height="{size - _LINE:.2f}" rx=".4" fill="{colour if solid else "#FFFFFF"}"'
        f' stroke="{colour if solid else EDGE}" stroke-width="{_LINE}"/>'
    )


@record
class Share:
    """A share of a group: so many of all, and where the true share may lie, both from 0 to 1."""

    count: int
    total: int
    low: float
    high: float

    @property
    def part(self) -> float:
        """The share itself."""
        return self.count / self.total if self.total else 0.0


@record
class Inks:
    """The colours of a chart; those of paper unless a screen says otherwise."""

    best: str = MARK_COLOURS["customers"]
    others: str = "#C9CCD1"
    edge: str = EDGE
    track: str = TRACK
    ink: str = "#1B1F24"
    inside: str = "#FFFFFF"
    ground: str = "#FFFFFF"


PAPER = Inks()


def shares_of(counts: Counts) -> tuple[Share, Share]:
    """Return both sides of counts with where the true shares may lie."""
    sides = ((counts.best, counts.of_best), (counts.others, counts.of_others))
    best, others = (
        Share(count=count, total=total, low=low, high=high)
        for (count, total), (low, high) in ((side, wilson(*side)) for side in sides)
    )
    return best, others


def draw_shares(
    best: Share,
    others: Share,
    width: float = 48,
    bar: float = 3.1,
    gap: float = 1.5,
    *,
    inks: Inks = PAPER,
    words: str = "",
) -> Chart:
    """Return two bars: the best solid, the others outlined, thin lines where the truth may lie."""
    upper = _share_bar(best, 0, width, bar, inks, solid=True)
    lower = _share_bar(others, bar + gap, width, bar, inks, solid=False)
    return _chart(upper + lower, width, 2 * bar + gap, words)


def draw_dots(
    count: int,
    total: int,
    width: float = 96,
    step: float = 3.2,
    *,
    solid: str = MARK_COLOURS["customers"],
    inks: Inks = PAPER,
    words: str = "",
) -> Chart:
    """Return one dot per customer, filled for those that are meant; a bar where there are many."""
    if total > MOST_DOTS:
        return draw_bar(count, total, width, step, colour=solid, words=words)
    count = min(max(count, 0), total)
    in_row = max(int((width + _GAP) // step), 1)
    radius = step * 0.36
    dots = []
    for n in range(total):
        x, y = (n % in_row) * step + step / 2, (n // in_row) * step + step / 2
        fill, edge = (solid, solid) if n < count else (inks.ground, inks.edge)
        dots.append(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" fill="{fill}"'
            f' stroke="{edge}" stroke-width="{_LINE}"/>'
        )
    rows = max(-(-total // in_row), 1)
    return _chart("".join(dots), width, rows * step, words)


def draw_sureness(
    boxes: int, width: float = 8.2, height: float = 3.2, *, inks: Inks = PAPER, words: str = ""
) -> Chart:
    """Return three boxes, as many filled as the finding is sure."""
    gap = 0.5
    side = (width - 2 * gap) / 3
    drawn = []
    for n in range(3):
        fill = inks.ink if n < boxes else inks.ground
        drawn.append(
            f'<rect x="{n * (side + gap) + _LINE / 2:.2f}" y="{_LINE / 2}"'
            f' width="{side - _LINE:.2f}" height="{height - _LINE:.2f}" rx=".6" fill="{fill}"'
            f' stroke="{inks.ink}" stroke-width="{_LINE}"/>'
        )
    return _chart("".join(drawn), width, height, words)


def _share_bar(
    share: Share, top: float, width: float, height: float, inks: Inks, *, solid: bool
) -> str:
    track = f'<rect y="{top:.2f}" width="{width:.2f}" height="{height}" fill="{inks.track}"/>'
    end = width * share.part
    if solid:
        bar = f'<rect y="{top:.2f}" width="{end:.2f}" height="{height}" fill="{inks.best}"/>'
    else:
        bar = (
            f'<rect x="{_LINE / 2}" y="{top + _LINE / 2:.2f}"'
            f' width="{max(end - _LINE, 0.01):.2f}" height="{height - _LINE:.2f}"'
            f' fill="{inks.others}" stroke="{inks.edge}" stroke-width="{_LINE}"/>'
        )
    if not share.count:
        bar = ""
    return track + bar + _whisker(share, top, width, height, inks, solid=solid)


def _whisker(
    share: Share, top: float, width: float, height: float, inks: Inks, *, solid: bool
) -> str:
    """Return the thin line of the interval, light where it runs inside the solid bar."""
    if not share.total:
        return ""
    low, high, end = width * share.low, width * share.high, width * share.part
    middle, tick = top + height / 2, height * 0.26
    inner = inks.inside if solid else inks.ink
    parts = []
    if end > low:
        parts.append(
            f'<path d="M{low:.2f} {middle - tick:.2f}v{2 * tick:.2f}M{low:.2f} {middle:.2f}'
            f'H{end:.2f}" stroke="{inner}" stroke-width=".32" fill="none"/>'
        )
    if high > end:
        parts.append(
            f'<path d="M{end:.2f} {middle:.2f}H{high:.2f}M{high:.2f} {middle - tick:.2f}'
            f'v{2 * tick:.2f}" stroke="{inks.ink}" stroke-width=".32" fill="none"/>'
        )
    return "".join(parts)


def _part(x: float, width: float, height: float, colour: str) -> str:
    if colour == "line":
        middle = height / 2
        return (
            f'<path d="M{x:.2f} {middle:.2f}h{width:.2f}" stroke="{EDGE}" stroke-width="{_LINE}"/>'
        )
    if colour:
        return f'<rect x="{x:.2f}" width="{width:.2f}" height="{height}" fill="{colour}"/>'
    return (
        f'<rect x="{x + _LINE / 2:.2f}" y="{_LINE / 2}" width="{max(width - _LINE, 0.1):.2f}"'
        f' height="{height - _LINE:.2f}" fill="#FFFFFF" stroke="{EDGE}" stroke-width="{_LINE}"/>'
    )


def _within(count: int, total: int) -> tuple[int, int]:
    """Return counts that can be drawn, whatever was typed."""
    total = max(total, 1)
    return min(max(count, 0), total), total


def _chart(inside: str, width: float, height: float, words: str) -> Chart:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.2f} {height:.2f}"'
        f' width="{width:.2f}mm" height="{height:.2f}mm">{inside}</svg>'
    )
    return Chart(svg=svg, width=width, height=height, words=words)
