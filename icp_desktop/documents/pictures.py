"""Pictures from outside: looked at with distrust, then drawn anew as a plain PNG of our own.

What is kept holds no place, no camera and no author, and nothing but pixels. Sizes are checked
from the head of the file, before a single pixel is unpacked.
"""

import contextlib
import io
import warnings
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.model.body import Body, make_body

LARGEST_FILE = 20 << 20  # bytes
MOST_PIXELS = 40_000_000  # about twice what a telephone takes
LONGEST_SIDE = 1_600  # pixels of what is kept
_KINDS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")  # EPS would start another program
_WITH_GAPS = ("RGBA", "LA", "PA")


class PictureError(KnownError):
    """A picture that can't be used."""

    def __init__(self, name: str, reason: str) -> None:
        """Say which one, why, and what can be used."""
        super().__init__(
            _(
                "“{name}” can’t be used as a picture: {reason}. Nothing was changed. Save it as "
                "PNG or JPEG, then choose it again.",
                name=name[:160],
                reason=reason,
            )
        )


def read_picture(data: bytes, name: str, *, longest: int = LONGEST_SIDE) -> Body:
    """Return a picture as a PNG of at most `longest` pixels a side; raise PictureError."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST_FILE:
        raise PictureError(name, _("it is larger than 20 MB"))
    try:
        with warnings.catch_warnings(), _whole_only():
            warnings.simplefilter("ignore")  # of sizes; ours are stricter
            with Image.open(io.BytesIO(data), formats=_KINDS) as picture:
                _check_size(name, *picture.size)
                picture.draft("RGB", (longest, longest))  # a JPEG is unpacked smaller at once
                picture.load()
                gaps = picture.mode in _WITH_GAPS or "transparency" in picture.info
                plain = picture.convert("RGBA" if gaps else "RGB")
                plain.thumbnail((longest, longest))
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError(name, _("it has too many pixels")) from error
    except UnidentifiedImageError as error:
        raise PictureError(name, _("it is of a kind this program does not read")) from error
    except (OSError, ValueError, SyntaxError, MemoryError, IndexError, TypeError) as error:
        raise PictureError(name, _("it is damaged or not complete")) from error
    kept = io.BytesIO()
    Image.frombytes(plain.mode, plain.size, plain.tobytes()).save(kept, "PNG")
    return make_body(kept.getvalue(), "png")


@lru_cache(maxsize=16)
def checked_picture(kept: Body | None) -> Body | None:
    """Return a picture that a project keeps, drawn anew; None if it is none.

    A project file may come from anybody, so what it calls a picture is trusted as little as a file.
    """
    if kept is None:
        return None
    try:
        return read_picture(kept.data, "")
    except PictureError:
        return None


def picture_address(picture: Body | None) -> str:
    """Return a picture as a `data:` address, "" where there is none or it can't be used."""
    checked = checked_picture(picture)
    return f"data:image/png;base64,{b64encode(checked.data).decode()}" if checked else ""


@contextlib.contextmanager
def _whole_only() -> Iterator[None]:
    """Let Pillow refuse pictures that end too early, which WeasyPrint tells it to fill up."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _check_size(name: str, width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise PictureError(name, _("it has {width} by {height} pixels", width=width, height=height))
