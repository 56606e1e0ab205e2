"""The tokens of the look: one frozen record of colours and sizes per scheme."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

Scheme = Literal["light", "dark", "contrast", "contrast_light"]
SchemeChoice = Literal["system", "light", "dark", "contrast"]
Role = Literal[
    "page",
    "rail",
    "field",
    "desk",
    "soft",
    "ink",
    "ink2",
    "ink3",
    "edge",
    "line",
    "accent",
    "accent_hover",
    "accent_pressed",
    "on_accent",
    "danger",
    "marker",
    "rest",
    "toast",
    "on_toast",
    "assumption",
    "team",
    "outside",
    "outside_tint",
    "interviews",
    "customers",
    "on_grade",
]
ROLES: tuple[Role, ...] = get_args(Role)
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
SMALLEST_SCALE, LARGEST_SCALE = 0.9, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one scheme as "#rrggbb", and sizes at the person's scale.

    `stroke` is the width in pixels of borders and rules; high contrast doubles it.
    """

    scheme: Scheme
    page: str
    rail: str
    field: str
    desk: str
    soft: str
    ink: str
    ink2: str
    ink3: str
    edge: str
    line: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    danger: str
    marker: str
    rest: str
    toast: str
    on_toast: str
    assumption: str
    team: str
    outside: str
    outside_tint: str
    interviews: str
    customers: str
    on_grade: str
    stroke: int = 1
    scale: float = 1.0

    @property
    def is_dark(self) -> bool:
        """Say whether light letters stand on a dark ground."""
        return self.scheme in {"dark", "contrast"}

    @property
    def is_contrast(self) -> bool:
        """Say whether the scheme is one of high contrast."""
        return self.scheme in {"contrast", "contrast_light"}

    def color(self, role: Role) -> QColor:
        """Return a token as a colour to paint with."""
        value: str = getattr(self, role)
        return QColor(value)

    def px(self, units: float) -> int:
        """Return a length of the look, given at scale 1, in pixels at the person's scale."""
        return round(units * self.scale)

    def palette(self) -> QPalette:
        """Return the palette of the application; the style sheet adds what it cannot reach."""
        palette = QPalette()
        for role, token in _PALETTE:
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("edge"))
        off = QPalette.ColorRole.ButtonText
        palette.setColor(QPalette.ColorGroup.Disabled, off, self.color("edge"))
        return palette


_PALETTE: tuple[tuple[QPalette.ColorRole, Role], ...] = (
    (QPalette.ColorRole.Window, "page"),
    (QPalette.ColorRole.AlternateBase, "rail"),
    (QPalette.ColorRole.Base, "field"),
    (QPalette.ColorRole.Button, "field"),
    (QPalette.ColorRole.Light, "field"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink3"),
    (QPalette.ColorRole.Mid, "edge"),
    (QPalette.ColorRole.Dark, "edge"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.LinkVisited, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.BrightText, "danger"),
    (QPalette.ColorRole.ToolTipBase, "toast"),
    (QPalette.ColorRole.ToolTipText, "on_toast"),
    (QPalette.ColorRole.Shadow, "line"),
)

_LIGHT = Theme(
    scheme="light",
    page="#FAFAF8",
    rail="#F0F0EC",
    field="#FFFFFF",
    desk="#E3E3DE",
    soft="#E3ECF8",
    ink="#1B1F24",
    ink2="#4B525B",
    ink3="#5C626B",
    edge="#797E86",
    line="#DCDCD7",
    accent="#1D57A5",
    accent_hover="#174684",
    accent_pressed="#10335F",
    on_accent="#FFFFFF",
    danger="#B0281F",
    marker="#FFF0B3",
    rest="#C9CCD1",
    toast="#1B1F24",
    on_toast="#FAFAF8",
    assumption="#8E5508",
    team="#58366D",
    outside="#3F4950",
    outside_tint="#E6E8EA",
    interviews="#1C7580",
    customers="#1C562F",
    on_grade="#FFFFFF",
)
_DARK = Theme(
    scheme="dark",
    page="#1C1E21",
    rail="#161819",
    field="#25282C",
    desk="#101113",
    soft="#243550",
    ink="#ECEBE8",
    ink2="#B9BDC3",
    ink3="#9FA5AD",
    edge="#7C828A",
    line="#34383D",
    accent="#8DB6F2",
    accent_hover="#A9C8F6",
    accent_pressed="#C4D9F9",
    on_accent="#0D1A2B",
    danger="#F2978E",
    marker="#4B4115",
    rest="#565C64",
    toast="#ECEBE8",
    on_toast="#1C1E21",
    assumption="#E39A39",
    team="#E1AEF1",
    outside="#D5DCE2",
    outside_tint="#3A3F45",
    interviews="#4FB3B3",
    customers="#87AF8A",
    on_grade="#161819",
)
_CONTRAST = Theme(
    scheme="contrast",
    page="#000000",
    rail="#000000",
    field="#000000",
    desk="#000000",
    soft="#00344A",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E6E6E6",
    edge="#FFFFFF",
    line="#B0B0B0",
    accent="#6FD3FF",
    accent_hover="#A6E4FF",
    accent_pressed="#FFFFFF",
    on_accent="#000000",
    danger="#FF9C8F",
    marker="#5C5200",
    rest="#808080",
    toast="#FFFFFF",
    on_toast="#000000",
    assumption="#FFC04D",
    team="#FFD0FF",
    outside="#FFFFFF",
    outside_tint="#000000",
    interviews="#2FC2CC",
    customers="#9BE8A6",
    on_grade="#000000",
    stroke=2,
)
_CONTRAST_LIGHT = replace(
    _LIGHT,
    scheme="contrast_light",
    page="#FFFFFF",
    rail="#FFFFFF",
    field="#FFFFFF",
    desk="#FFFFFF",
    soft="#CFE6FF",
    ink="#000000",
    ink2="#000000",
    ink3="#1E2126",
    edge="#000000",
    line="#5A5A5A",
    accent="#0B3D85",
    accent_hover="#082C61",
    accent_pressed="#000000",
    danger="#8E1510",
    rest="#808080",
    toast="#000000",
    on_toast="#FFFFFF",
    outside_tint="#FFFFFF",
    stroke=2,
)
_THEMES: dict[Scheme, Theme] = {
    theme.scheme: theme for theme in (_LIGHT, _DARK, _CONTRAST, _CONTRAST_LIGHT)
}


def make_theme(scheme: Scheme, scale: float = 1.0) -> Theme:
    """Return the theme of a scheme at a scale from 0.9 to 2.0."""
    bounded = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
    return replace(_THEMES[scheme], scale=bounded)


def resolve_scheme(
    choice: SchemeChoice, system: Qt.ColorScheme, contrast: Qt.ContrastPreference
) -> Scheme:
    """Return the scheme for what the person chose and what the system says."""
    dark = system == Qt.ColorScheme.Dark
    wants_contrast = choice == "contrast" or (
        choice == "system" and contrast == Qt.ContrastPreference.HighContrast
    )
    if wants_contrast:
        # By hand the bright twin is taken only where the system is known to be bright.
        bright = system == Qt.ColorScheme.Light
        return "contrast_light" if bright else "contrast"
    if choice == "system":
        return "dark" if dark else "light"
    return "dark" if choice == "dark" else "light"
