from itertools import combinations
from math import dist

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from icp_desktop.ui.theme import (
    SCHEMES,
    Role,
    Scheme,
    SchemeChoice,
    Theme,
    make_theme,
    resolve_scheme,
)

SURFACES: tuple[Role, ...] = ("page", "rail", "field", "soft")
ALL_SURFACES: tuple[Role, ...] = (*SURFACES, "desk")
GRADES: tuple[Role, ...] = ("assumption", "team", "outside", "interviews", "customers")
# The lowest contrast over every surface a colour may stand on.
FLOORS: dict[Scheme, dict[Role, float]] = {
    "light": {
        "ink": 12.8, "ink2": 6.1, "ink3": 4.7, "edge": 3.1, "line": 1.0, "accent": 5.5,
        "danger": 5.1, "assumption": 5.1, "team": 8.1, "outside": 7.7, "interviews": 4.5,
        "customers": 7.2,
    },
    "dark": {
        "ink": 10.3, "ink2": 6.5, "ink3": 4.9, "edge": 3.1, "line": 1.0, "accent": 5.9,
        "danger": 5.6, "assumption": 5.2, "team": 6.7, "outside": 8.9, "interviews": 4.9,
        "customers": 5.0,
    },
    "contrast": {
        "ink": 13.2, "ink2": 13.2, "ink3": 10.5, "edge": 13.2, "line": 6.0, "accent": 7.8,
        "danger": 6.5, "assumption": 8.1, "team": 9.8, "outside": 13.2, "interviews": 6.1,
        "customers": 9.1,
    },
    "contrast_light": {
        "ink": 13.2, "ink2": 13.2, "ink3": 10.5, "edge": 13.2, "line": 5.0, "accent": 7.8,
        "danger": 6.5, "assumption": 4.5, "team": 7.0, "outside": 7.0, "interviews": 4.1,
        "customers": 6.0,
    },
}  # fmt: skip


def luminance(color: QColor) -> float:
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(theme: Theme, one: Role, other: Role) -> float:
    low, high = sorted((luminance(theme.color(one)), luminance(theme.color(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_stands_out_from_every_surface_it_may_stand_on(scheme: Scheme) -> None:
    theme = make_theme(scheme)
    for role, floor in FLOORS[scheme].items():
        surfaces = SURFACES if role in GRADES else ALL_SURFACES
        lowest = min(contrast(theme, role, surface) for surface in surfaces)
        assert lowest >= floor, f"{role} in {scheme}: {lowest:.2f}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_on_filled_grounds_can_be_read(scheme: Scheme) -> None:
    theme = make_theme(scheme)
    for ground in ("accent", "accent_hover", "accent_pressed"):
        assert contrast(theme, "on_accent", ground) >= 6.9
    assert contrast(theme, "on_toast", "toast") >= 14
    assert contrast(theme, "ink", "marker") >= 7.8
    for grade in ("interviews", "customers"):
        assert contrast(theme, "on_grade", grade) >= 5.3
    assert contrast(theme, "outside", "outside_tint") >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_grades_are_told_apart_by_colour(scheme: Scheme) -> None:
    theme = make_theme(scheme)
    for one, other in combinations(GRADES, 2):
        assert dist(cie_lab(theme.color(one)), cie_lab(theme.color(other))) >= 24


def cie_lab(color: QColor) -> tuple[float, float, float]:
    """The colour in CIE 1976 L*a*b* under D65, after the definition of sRGB."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (color.redF(), color.greenF(), color.blueF())
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def test_a_theme_scales_lengths_within_bounds() -> None:
    assert make_theme("light", 1.5).px(34) == 51
    assert make_theme("light", 9.0).scale == 2.0
    assert make_theme("light", 0.1).scale == 0.9


def test_high_contrast_doubles_lines() -> None:
    assert [make_theme(scheme).stroke for scheme in SCHEMES] == [1, 1, 2, 2]


def test_the_palette_carries_the_tokens() -> None:
    palette = make_theme("dark").palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor("#1C1E21")
    assert palette.color(QPalette.ColorRole.PlaceholderText) == QColor("#9FA5AD")
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off == QColor("#7C828A")


@pytest.mark.parametrize(
    ("choice", "system", "contrast_wanted", "scheme"),
    [
        ("system", Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        ("system", Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        ("system", Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        ("system", Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
        ("system", Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast_light"),
        ("light", Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "light"),
        ("dark", Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "dark"),
        ("contrast", Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "contrast_light"),
        ("contrast", Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "contrast"),
        ("contrast", Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "contrast"),
    ],
)
def test_the_person_chooses_before_the_system(
    choice: SchemeChoice,
    system: Qt.ColorScheme,
    contrast_wanted: Qt.ContrastPreference,
    scheme: Scheme,
) -> None:
    assert resolve_scheme(choice, system, contrast_wanted) == scheme
