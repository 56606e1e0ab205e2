"""The typeface on screen and the few styles it is set in."""

import sys
from typing import Literal, get_args

from PySide6.QtGui import QFont, QFontDatabase

from icp_desktop import paths

FAMILY = "Source Sans Pro"
TypeStyle = Literal[
    "caption", "caption_strong", "body", "strong", "lead", "lead_strong", "title", "display"
]
TYPE_STYLES: tuple[TypeStyle, ...] = get_args(TypeStyle)
_FACES = ("Regular", "It", "Semibold", "Bold")
_POINTS: dict[TypeStyle, float] = {
    "caption": 9.75,
    "caption_strong": 9.75,
    "body": 11.25,
    "strong": 11.25,
    "lead": 12.75,
    "lead_strong": 12.75,
    "title": 16.5,
    "display": 22.5,
}
_REGULAR: frozenset[TypeStyle] = frozenset(("caption", "body", "lead"))


def load_fonts() -> bool:
    """Load the four faces from their package; say whether all of them were there.

    Without them the system's own font is shown and everything else works.
    """
    folder = paths.fonts()
    loaded = [
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{face}.otf"))
        for face in _FACES
    ]
    return all(number >= 0 for number in loaded)


def type_points(style: TypeStyle, scale: float = 1.0) -> float:
    """Return the size of a style in points; macOS counts 72 dots to the inch, others 96."""
    system = 4 / 3 if sys.platform == "darwin" else 1.0
    return round(_POINTS[style] * scale * system, 2)


def type_weight(style: TypeStyle) -> int:
    """Return the weight of a style, 400 or 600."""
    weight = QFont.Weight.Normal if style in _REGULAR else QFont.Weight.DemiBold
    return int(weight)


def type_font(style: TypeStyle, scale: float = 1.0) -> QFont:
    """Return the font of a style at the person's scale."""
    font = QFont(FAMILY)
    font.setPointSizeF(type_points(style, scale))
    font.setWeight(QFont.Weight(type_weight(style)))
    return font
