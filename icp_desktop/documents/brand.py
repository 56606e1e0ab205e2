"""The one free colour of a document: it does only what its contrast on paper allows.

From 4.5 to 1 on white it may colour bars and small heads; below that, heads stay in ink; below 3
the bar also gets an edge line. It never touches marks, charts, rules or body text.
"""

import re
from dataclasses import replace

from icp_desktop.documents.marks import INK
from icp_desktop.documents.pictures import picture_address
from icp_desktop.model.brand import Brand
from icp_desktop.model.record import record

DEFAULT_BRAND = "#174684"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
_BAR_CONTRAST = 3.0  # WCAG 2.2, 1.4.11
_EDGE_LINE = "0.5pt solid #797E86"


@record
class Dress:
    """The colour of bars, of small heads, of text on a panel, the edge line of the bar, the logo.

    `logo` is a picture as a data address, "" for none.
    """

    bar: str
    head: str
    on_panel: str
    edge: str
    logo: str = ""


def make_dress(brand: Brand) -> Dress:
    """Return what the colour of a brand may be used for; none, or no colour, gives the default."""
    return replace(colours_of(brand.colour or DEFAULT_BRAND), logo=picture_address(brand.logo))


def colours_of(colour: str) -> Dress:
    """Return what a colour (#RRGGBB) may be used for; anything else gives the default."""
    try:
        luminance = _luminance(colour)
    except ValueError:
        return colours_of(DEFAULT_BRAND)
    on_white = 1.05 / (luminance + 0.05)
    on_black = (luminance + 0.05) / 0.05
    return Dress(
        bar=colour,
        head=colour if on_white >= _TEXT_CONTRAST else INK,
        on_panel="#FFFFFF" if on_white >= on_black else "#000000",
        edge="none" if on_white >= _BAR_CONTRAST else _EDGE_LINE,
    )


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast of two colours (#RRGGBB), from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_colour(text: str) -> bool:
    """Say whether a text is a colour as #RRGGBB."""
    try:
        _luminance(text)
    except ValueError:
        return False
    return True


def _luminance(colour: str) -> float:
    if not _COLOUR.fullmatch(colour):
        raise ValueError(colour)
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
