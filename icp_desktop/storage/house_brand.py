"""The brand that new projects start with: that of whoever makes them, kept beside the library.

What can't be read is no brand; a look is never worth an error.
"""

import json
from pathlib import Path

from icp_desktop.model.body import make_body
from icp_desktop.model.brand import Brand
from icp_desktop.storage.atomic import write_whole

_WORDS, _LOGO = "brand.json", "brand.png"
_LONGEST = 4_000


def read_house_brand(folder: Path) -> Brand:
    """Return the brand kept in a folder, an empty one if there is none."""
    try:
        found = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        colour, footer = str(found["colour"]), str(found["footer"])
        logo = (folder / _LOGO).read_bytes() if found["logo"] else b""
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Brand()
    if max(len(colour), len(footer)) > _LONGEST:
        return Brand()
    return Brand(logo=make_body(logo, "png") if logo else None, colour=colour, footer=footer)


def keep_house_brand(folder: Path, brand: Brand) -> None:
    """Keep a brand for new projects; raise PlaceError if it can't be written."""
    if brand.logo is not None:
        write_whole(folder / _LOGO, brand.logo.data)
    words = {"colour": brand.colour, "footer": brand.footer, "logo": brand.logo is not None}
    write_whole(folder / _WORDS, json.dumps(words, ensure_ascii=False, indent=2).encode())
