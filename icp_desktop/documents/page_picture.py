"""A printed page as a picture: the very page, drawn by PDFium, with nothing in it but pixels."""

import io
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH = 2_400  # pixels: 1,200 at twice the sharpness
_GAP, _GROUND = 48, "#FFFFFF"  # between pages that stand below one another
_MOST_PAGES = 12  # of a picture; more would be no picture any more
_ONE_AT_A_TIME = Lock()  # PDFium is not made for several threads


def picture_of(data: bytes) -> bytes:
    """Return the pages of a PDF as one PNG, one below the other."""
    from PIL import Image

    pages = pages_of(data, width=WIDTH)
    height = sum(page.height for page in pages) + _GAP * (len(pages) - 1)
    whole = Image.new("RGB", (WIDTH, height), _GROUND)
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height + _GAP
    kept = io.BytesIO()
    whole.save(kept, "PNG")
    return kept.getvalue()


def pages_of(data: bytes, *, width: int, ground: bool = True) -> "list[Image]":
    """Return the pages of a PDF as pictures of a width in pixels; without a ground where asked."""
    import pypdfium2

    colour = (255, 255, 255, 255 if ground else 0)
    pictures = []
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(data) as document:
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            drawn = page.render(
                scale=width / page.get_width(), fill_color=colour, maybe_alpha=not ground
            ).to_pil()
            exact = drawn if drawn.width == width else drawn.resize((width, drawn.height))
            pictures.append(exact.convert("RGB" if ground else "RGBA"))
            page.close()
    return pictures
