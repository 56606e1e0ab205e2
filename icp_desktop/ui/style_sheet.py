"""The one style sheet of the application, made from the tokens of the theme."""

import re
from functools import cache
from string import Template

from icp_desktop.paths import shipped
from icp_desktop.ui.fonts import FAMILY, TYPE_STYLES, type_points, type_weight
from icp_desktop.ui.icons import IconName, svg_source
from icp_desktop.ui.memory_files import mount_files
from icp_desktop.ui.theme import ROLES, SCHEMES, Role, Theme, make_theme

PICTURES_ROOT = "/look"
_PICTURES: tuple[tuple[IconName, Role], ...] = (
    ("chevron-down", "ink2"),
    ("chevron-down", "edge"),
    ("chevron-up", "ink2"),
    ("chevron-up", "edge"),
    ("chevron-left", "ink2"),
    ("chevron-left", "edge"),
    ("chevron-right", "ink2"),
    ("chevron-right", "edge"),
    ("check", "on_accent"),
    ("check", "edge"),
    ("check", "ink"),
)
_UNITS = re.compile(r"(?<![\w#.])(\d+(?:\.\d+)?)u\b")


def make_style_sheet(theme: Theme) -> str:
    """Return the style sheet for a theme; `34u` in the template is 34 px at the person's scale."""
    template = shipped("resources", "styles", "application.qss").read_text(encoding="utf-8")
    filled = Template(template).substitute(_values(theme))
    return _UNITS.sub(lambda match: f"{theme.px(float(match[1]))}px", filled)


@cache  # once for the process: Qt keeps pointing at the bytes
def mount_pictures() -> bytes:
    """Make the arrows and ticks of every scheme readable by the style sheet."""
    files: dict[str, bytes] = {}
    for scheme in SCHEMES:
        theme = make_theme(scheme)
        for name, role in _PICTURES:
            svg = svg_source(name, theme.color(role).name(), heavy=True)
            files[_file_name(theme, name, role)] = svg
    return mount_files(files, PICTURES_ROOT)


def _values(theme: Theme) -> dict[str, str]:
    values: dict[str, str] = {role: theme.color(role).name() for role in ROLES}
    values |= _measures(theme)
    for name, role in _PICTURES:
        picture = f"url(:{PICTURES_ROOT}/{_file_name(theme, name, role)})"
        values[f"{name}-{role}".replace("-", "_")] = picture
    for style in TYPE_STYLES:
        values[f"type_{style}"] = (
            f'font: {type_weight(style)} {type_points(style, theme.scale)}pt "{FAMILY}"'
        )
    if theme.is_contrast:
        # Fills are told apart by their outline where the scheme has no soft fills.
        values |= {"hover_edge": theme.accent, "quiet_edge": theme.accent, "quiet_fill": theme.page}
        values |= {"off_style": "dashed", "segment_hover": theme.soft}
    else:
        values |= {"hover_edge": theme.edge, "quiet_edge": "transparent", "quiet_fill": theme.soft}
        values |= {"off_style": "solid", "segment_hover": theme.rail}
    return values


def _measures(theme: Theme) -> dict[str, str]:
    """Return the sizes that depend on the width of borders, so that focus shifts nothing."""
    border, focus = theme.stroke, theme.stroke + 1
    side = theme.px(16) // 2 * 2
    ring = theme.px(5)
    measures = {
        "border": border,
        "focus": focus,
        "pad": theme.px(13) - border,
        "pad_focus": theme.px(13) - focus,
        # A line edit keeps two pixels to itself.
        "pad_line": theme.px(13) - 2 - border,
        "pad_line_focus": theme.px(13) - 2 - focus,
        "text_high": theme.px(4) - border,
        "text_high_focus": theme.px(4) - focus,
        "large_high": theme.px(11) - border,
        "large_high_focus": theme.px(11) - focus,
        "large_pad": theme.px(12) - border,
        "large_pad_focus": theme.px(12) - focus,
        "pad_text": theme.px(10) - border,
        "pad_text_focus": theme.px(10) - focus,
        "indicator": side - 2 * border,
        "indicator_radius": side // 2,
        "ring": ring,
        "ring_hole": side - 2 * ring,
    }
    measures["control_segment"] = theme.px(34) - 2 * border - 2 * focus
    for name, height in (("control", 34), ("small", 28), ("chip", 26), ("word_line", 24)):
        measures[name] = theme.px(height) - 2 * border
        measures[f"{name}_focus"] = theme.px(height) - 2 * focus
    return {name: f"{pixels}px" for name, pixels in measures.items()}


def _file_name(theme: Theme, name: IconName, role: Role) -> str:
    return f"{theme.scheme}-{name}-{role}.svg"
