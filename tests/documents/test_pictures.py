"""H-S8: pictures from outside are refused in one sentence or drawn anew as a small PNG."""

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from icp_desktop.documents.pictures import LARGEST_FILE, PictureError, read_picture


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def decoded(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def claimed(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes whose head claims millions of pixels, all of them black."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + checked

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


RED = Image.new("RGB", (300, 80), "#C8102E")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/tmp/x) (w) file\n%%EOF\n"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_usual_kinds_become_a_png(kind: str) -> None:
    body = read_picture(encoded(RED, kind), "logo")
    assert body.form == "png"
    picture = decoded(body.data)
    assert (picture.format, picture.size) == ("PNG", (300, 80))
    red, green, blue = picture.convert("RGB").getpixel((150, 40))
    assert red > 180
    assert max(green, blue) < 80


def test_a_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    body = read_picture(encoded(Image.new("RGB", (4000, 1000)), "PNG"), "logo.png")
    assert decoded(body.data).size == (1600, 400)
    body = read_picture(encoded(Image.new("RGB", (4000, 1000)), "JPEG"), "logo.jpg", longest=400)
    assert decoded(body.data).size == (400, 100)


def test_gaps_stay_gaps() -> None:
    glass = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
    assert decoded(read_picture(encoded(glass, "PNG"), "a").data).getpixel((3, 3))[3] == 0
    assert decoded(read_picture(encoded(glass, "GIF"), "a").data).mode == "RGBA"


def test_colours_of_print_become_those_of_the_screen() -> None:
    ink = Image.new("CMYK", (20, 10), (0, 255, 255, 0))
    picture = decoded(read_picture(encoded(ink, "JPEG"), "print.jpg").data)
    assert picture.mode == "RGB"
    assert picture.getpixel((5, 5))[0] > 200


def test_nothing_but_pixels_is_kept() -> None:
    words = PngInfo()
    words.add_text("Author", "Ottilie Krume")
    data = encoded(RED, "PNG", pnginfo=words)
    assert b"Ottilie" in data
    assert b"Ottilie" not in read_picture(data, "a.png").data
    place = encoded(RED, "JPEG", exif=b"Exif\0\0Ottilie was here")
    assert b"Ottilie" not in read_picture(place, "a.jpg").data


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (claimed(20_000, 20_000), "too many pixels"),
        (claimed(12_000, 12_000), "12000 by 12000"),
        (SVG, "kind"),
        (EPS, "kind"),
        (HEIC, "kind"),
        (b"", "kind"),
        (b"not a picture", "kind"),
        (encoded(RED, "PNG")[:60], "damaged"),
        (encoded(Image.effect_noise((300, 300), 90), "JPEG")[:900], "damaged"),
        (bytes(LARGEST_FILE + 1), "20 MB"),
    ],
    ids=["huge", "large", "svg", "eps", "heic", "empty", "text", "cut png", "cut jpeg", "heavy"],
)
def test_what_can_not_be_used_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(PictureError) as caught:
        read_picture(data, "logo.xyz")
    said = str(caught.value)
    assert "“logo.xyz”" in said
    assert reason in said
    assert "Nothing was changed" in said
