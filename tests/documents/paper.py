"""What stands where on the pages of a PDF: its words, their size, and how they look in pixels."""

from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

MM = 72 / 25.4
_TEXT = 1  # FPDF_PAGEOBJ_TEXT
_SCALE = 4.0  # pixels to a point: a stem of 8 points is three of them wide
Box = tuple[float, float, float, float]  # left, bottom, right, top in points
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Letter:
    """One sign as it is printed."""

    sign: str
    size: float
    box: Box


@dataclass(frozen=True)
class Sheet:
    """One page: its size in points and every sign on it, in the order of reading."""

    width: float
    height: float
    letters: tuple[Letter, ...]
    runs: tuple[Box, ...]

    @property
    def text(self) -> str:
        """Its words without spaces and hyphens."""
        return "".join(letter.sign for letter in self.letters)


def read_sheets(data: bytes) -> list[Sheet]:
    """Return the pages of a PDF."""
    document = pypdfium2.PdfDocument(BytesIO(data))
    sheets = []
    for page in document:
        runs = tuple(thing.get_bounds() for thing in page.get_objects(filter=[_TEXT]))
        letters = tuple(_letters(page.get_textpage()))
        sheets.append(
            Sheet(width=page.get_width(), height=page.get_height(), letters=letters, runs=runs)
        )
    return sheets


def _letters(textpage: Any) -> Iterator[Letter]:
    text = textpage.get_text_range()
    for index, sign in enumerate(text):
        if sign.isspace() or sign in "-\u00ad\ufffe\u2010":
            continue
        left, right, bottom, top = (c_double() for _side in range(4))
        pdfium.FPDFText_GetCharBox(
            textpage.raw, index, byref(left), byref(right), byref(bottom), byref(top)
        )
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(textpage.raw, index, byref(matrix))
        size = pdfium.FPDFText_GetFontSize(textpage.raw, index) * abs(matrix.d)
        box = (left.value, bottom.value, right.value, top.value)
        yield Letter(sign=sign, size=size, box=box)


def squeeze(text: str) -> str:
    """Return a text as it stands in `Sheet.text`."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-\u00ad\u2010")


def largest_size(sheets: list[Sheet], words: str) -> float | None:
    """Return the largest size in which words stand on a page, None if they are nowhere."""
    sought = squeeze(words)
    sizes = []
    for sheet in sheets:
        at = sheet.text.find(sought)
        while at >= 0:
            sizes.append(min(letter.size for letter in sheet.letters[at : at + len(sought)]))
            at = sheet.text.find(sought, at + 1)
    return max(sizes, default=None)


def overprinted(sheet: Sheet) -> list[tuple[Letter, Letter]]:
    """Return signs that stand on top of each other; those of a ligature share one place."""
    found = []
    ordered = sorted(sheet.letters, key=lambda each: each.box[0])
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.box[0] >= one.box[2]:
                break
            if one.box != other.box and _overlap(one.box, other.box) > 0.5:
                found.append((one, other))
    return found


def _overlap(one: Box, other: Box) -> float:
    """Return how much of the smaller of two boxes the other covers."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min(_area(one), _area(other))
    return wide * high / smaller if wide > 0 and high > 0 and smaller > 0 else 0.0


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def pictures(data: bytes, *, grey: bool = False) -> list[Image.Image]:
    """Return the pages as pixels."""
    document = pypdfium2.PdfDocument(BytesIO(data))
    mode = "L" if grey else "RGB"
    return [page.render(scale=_SCALE).to_pil().convert(mode) for page in document]


def contrasts(data: bytes) -> Iterator[tuple[float, Box]]:
    """Yield the contrast of every run of words with its ground, measured on pixels."""
    for sheet, picture in zip(read_sheets(data), pictures(data), strict=True):
        for run in dict.fromkeys(sheet.runs):
            left, bottom, right, top = run
            if right - left < 1 or top - bottom < 1:
                continue
            around = (left - 2, sheet.height - top - 2, right + 2, sheet.height - bottom + 2)
            crop = picture.crop(tuple(round(side * _SCALE) for side in around))
            counts = {colour: n for n, colour in crop.getcolors(crop.width * crop.height) or ()}
            ground = max(counts, key=counts.__getitem__)
            yield max(_contrast(ground, colour) for colour, n in counts.items() if n > 2), run


@cache
def _contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: Colour) -> float:
    channels = (value / 255 for value in colour)
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
