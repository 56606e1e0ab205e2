"""The grade marks as SVG, the same shapes as on the screen.

Drawn on a grid of 18 with a stroke of 1.5. The letters are outlines of Source Sans Pro Bold (the I
with serifs), centred on 0, 0, so that no font is needed. SVG inside a document sees neither its
style sheet nor `currentColor`, so every colour stands in an attribute.
"""

from functools import cache
from typing import Literal
from urllib.parse import quote

from icp_desktop.checks.grades import GRADE_NAMES, GRADES, Grade
from icp_desktop.i18n import _, later

Mark = Literal["assumption", "team", "outside", "interviews", "customers", "open"]
MARKS: tuple[Mark, ...] = (*GRADES, "open")
INK = "#1B1F24"
INK2 = "#4B525B"
MARK_COLOURS: dict[Mark, str] = {
    "assumption": "#8E5508",
    "team": "#58366D",
    "outside": "#3F4950",
    "interviews": "#1C7580",
    "customers": "#1C562F",
    "open": INK2,
}
OUTSIDE_TINT = "#E6E8EA"
_STILL_OPEN = later("Still open")
_LETTERS: dict[Mark, str] = {
    "assumption": "M-.56-.04-.73.56H.67L.51-.04Q.38-.53.24-1.08.11-1.63-.02-2.14H-.06Q-.18-1.62-.3"
    "-1.07-.43-.53-.56-.04ZM-2.93 3.26-.89-3.26H.88L2.92 3.26H1.37L.96 1.71H-1.03L-1.43 3.26Z",
    "team": "M-.74 3.26V-2.02H-2.53V-3.26H2.53V-2.02H.74V3.26Z",
    "outside": "M-.02 3.38Q-.67 3.38-1.3 3.15-1.94 2.91-2.44 2.44L-1.6 1.43Q-1.25 1.73-.82 1.92-.4 "
    "2.11.02 2.11.48 2.11.7 1.94.92 1.77.92 1.48.92 1.33.86 1.22.79 1.11.67 1.03.54.94.37.87.19.79"
    "-.02.7L-.87.34Q-1.12.24-1.35.08-1.59-.08-1.77-.29-1.96-.51-2.07-.79-2.18-1.08-2.18-1.44-2.18"
    "-1.84-2-2.2-1.83-2.55-1.52-2.81-1.22-3.08-.79-3.23-.37-3.38.15-3.38.71-3.38 1.27-3.16 1.83"
    "-2.94 2.25-2.52L1.5-1.59Q1.17-1.84.85-1.98.54-2.11.15-2.11-.23-2.11-.46-1.96-.69-1.8-.69-1.52"
    "-.69-1.37-.61-1.26-.54-1.16-.4-1.07-.27-.99-.09-.91.09-.84.3-.75L1.15-.41Q1.75-.17 2.09.25 "
    "2.43.67 2.43 1.36 2.43 1.77 2.27 2.14 2.1 2.5 1.79 2.78 1.47 3.05 1.01 3.22.55 3.38-.02 3.38Z",
    "interviews": "M-1.46 3.26V2.02H-.74V-2.02H-1.46V-3.26H1.46V-2.02H.73V2.02H1.46V3.26Z",
    "customers": "M-2.56 3.26V-3.26H-.72Q.03-3.26.64-3.07 1.24-2.88 1.67-2.49 2.09-2.09 2.32-1.48 "
    "2.55-.87 2.55-.03 2.55.81 2.32 1.43 2.09 2.05 1.67 2.46 1.25 2.86.67 3.06.08 3.26-.64 3.26Z"
    "M-1.08 2.07H-.81Q-.39 2.07-.05 1.96.29 1.85.53 1.61.77 1.36.91.96 1.04.56 1.04-.03 1.04-.61"
    ".91-1 .77-1.4.53-1.63.29-1.87-.05-1.97-.39-2.07-.81-2.07H-1.08Z",
}
_CENTRES: dict[Mark, tuple[float, float]] = {
    "assumption": (9, 8.8),
    "team": (9, 9.1),
    "outside": (9, 10.6),
    "interviews": (9, 7.5),
    "customers": (9, 9),
}
_BUBBLE = "M3 1.25H15A1.75 1.75 0 0 1 16.75 3V11.75A1.75 1.75 0 0 1 15 13.5H10L6 17.3V13.5H3"
_BUBBLE_END = "A1.75 1.75 0 0 1 1.25 11.75V3A1.75 1.75 0 0 1 3 1.25Z"
_SHEET = "M2.75 1.25H11L15.25 5.5V16.75H2.75Z"
_FOLD = "M11 1.25V5.5H15.25Z"


def mark_words(mark: Mark) -> str:
    """Return what a mark says aloud."""
    return _(_STILL_OPEN) if mark == "open" else _(GRADE_NAMES[mark])


def mark_of(grade: Grade | None) -> Mark:
    """Return the mark of a grade; a dot where nothing is answered."""
    return grade or "open"


@cache
def mark_svg(mark: Mark, *, in_ink: bool = False) -> str:
    """Return the SVG of a mark; `in_ink` gives the black outline that is circled by hand."""
    colour = INK if in_ink else MARK_COLOURS[mark]
    letter = _letter(mark, colour if in_ink or not _is_solid(mark) else "#FFFFFF")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18" width="18" height="18">'
        f"{_shape(mark, colour, in_ink=in_ink)}{letter}</svg>"
    )


@cache
def mark_uri(mark: Mark, *, in_ink: bool = False) -> str:
    """Return a mark as a `data:` address."""
    return svg_uri(mark_svg(mark, in_ink=in_ink))


def svg_uri(svg: str) -> str:
    """Return an SVG as a `data:` address."""
    return f"data:image/svg+xml,{quote(svg, safe=' /:=,.;')}"


def _is_solid(mark: Mark) -> bool:
    return mark in ("interviews", "customers")


def _letter(mark: Mark, colour: str) -> str:
    if mark not in _LETTERS:
        return ""
    x, y = _CENTRES[mark]
    return f'<path transform="translate({x} {y})" fill="{colour}" d="{_LETTERS[mark]}"/>'


def _shape(mark: Mark, colour: str, *, in_ink: bool) -> str:
    line = f'stroke="{colour}" stroke-width="1.5"'
    filled = "none" if in_ink else colour
    match mark:
        case "assumption":
            return f'<circle cx="9" cy="9" r="7.51" fill="none" {line} stroke-dasharray="3.1 2.8"/>'
        case "team":
            return f'<circle cx="9" cy="9" r="7.75" fill="none" {line}/>'
        case "outside":
            tint = "none" if in_ink else OUTSIDE_TINT
            return (
                f'<path d="{_SHEET}" fill="{tint}" {line} stroke-linejoin="round"/>'
                f'<path d="{_FOLD}" fill="{colour}" {line} stroke-linejoin="round"/>'
            )
        case "interviews":
            return (
                f'<path d="{_BUBBLE}{_BUBBLE_END}" fill="{filled}" {line} stroke-linejoin="round"/>'
            )
        case "customers":
            box = '<rect x="1.25" y="1.25" width="15.5" height="15.5" rx="2"'
            return f'{box} fill="{filled}" {line}/>'
        case "open":
            return f'<circle cx="9" cy="9" r="1.5" fill="{colour}"/>'
