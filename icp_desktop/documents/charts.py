"""Counts as small pictures in SVG: solid means known, outline means not yet.

One function each, for screen and paper. Sizes are in millimetres; each comes with the words that
say the same.
"""

from collections.abc import Sequence

from icp_desktop.documents.content import ProofCounts
from icp_desktop.documents.marks import MARK_COLOURS
from icp_desktop.i18n import _
from icp_desktop.model.record import record

EDGE = "#797E86"
TRACK = "#EDEEEA"
_LINE = 0.25  # width of outlines
_GAP = 0.3
_MOST_CELLS = 40  # more than that can't be counted by eye: a bar says it better
_WIDEST_CELL = 2.6


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
