"""The marks as PNG, for formats that show no SVG: drawn from the same lines, without a ground."""

import io
from functools import cache

from icp_desktop.documents.marks import MARKS, Mark, mark_svg, svg_uri
from icp_desktop.documents.page_picture import pages_of

_SIDE = 4.3  # mm, as in text
_PIXELS = 120


def mark_picture(mark: Mark) -> bytes:
    """Return a mark as PNG."""
    return _pictures()[mark]


@cache
def _pictures() -> dict[Mark, bytes]:
    """Draw every mark on a page of its own."""
    from icp_desktop.documents.press import print_bare

    boxes = "".join(
        f'<div style="break-after:page"><img alt="{mark}" src="{svg_uri(mark_svg(mark))}" '
        f'style="display:block;width:{_SIDE}mm;height:{_SIDE}mm"></div>'
        for mark in MARKS
    )
    html = f'<html lang="en"><head><title>marks</title></head><body>{boxes}</body></html>'
    sheet = f"@page{{size:{_SIDE}mm {_SIDE}mm;margin:0}}*{{margin:0;padding:0}}"
    pictures = pages_of(print_bare(html, sheet), width=_PIXELS, ground=False)
    found: dict[Mark, bytes] = {}
    for mark, picture in zip(MARKS, pictures, strict=False):
        stream = io.BytesIO()
        picture.save(stream, "PNG")
        found[mark] = stream.getvalue()
    return found
