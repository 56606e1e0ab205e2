"""What a workbook really holds, looked at before anything parses it.

The reader behind xlsx and ods makes room for every cell between the first and the last, filled or
not: two cells in far corners are enough to take all memory. So sizes and places are checked first.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.tables.limits import LARGEST_UNPACKED

MOST_CELLS = 10_000_000  # between the first and the last, empty ones included
_MOST_ENTRIES = 5_000
_LARGEST_RATIO = 100  # unpacked to packed; sheets of real lists have 8 to 20
_RATIO_FROM = 1_000_000  # bytes: what is small does no harm
_LARGEST_LISTING = 10_000_000  # bytes of names, styles and the like
_PACKED_CHUNK = 100_000  # bytes; unpacks to a hundred times as much at the very most allowed
_OVERLAP = 200
_TAG = re.compile(rb"<(?:[\w.-]+:)?(row|c)\b([^>]*)>")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Z]{0,3})(\d{0,7})[\"']")
_REF = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})\d")
# A cell without a place of its own, or with an oddly written one.
_NO_PLACE = r'<c(?:[>/]| [^r]| r[^=]| r=[^"])|:c[ >/]'
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=[\"'](\d+)")


def check_workbook(data: bytes) -> None:
    """Raise KnownError unless a workbook can be read within bounds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(entries)
            for entry in entries:
                if entry.filename.endswith(".xml"):
                    _check_part(package, entry)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        ValueError,
        OSError,
    ) as error:
        raise _damaged() from error


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > _MOST_ENTRIES or len(set(names)) < len(names):
        raise _damaged()
    if any(".." in name.split("/") or name.startswith("/") or "\\" in name for name in names):
        raise _damaged()
    if any(entry.flag_bits & 1 for entry in entries):
        raise KnownError(
            _("This workbook is protected with a password. Save it without one, then try again.")
        )
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise _too_large()
    for entry in entries:
        packed = max(1, entry.compress_size)
        if entry.file_size > _RATIO_FROM and entry.file_size / packed > _LARGEST_RATIO:
            raise _too_large()


def _check_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if name.startswith("xl/worksheets/"):
        _check_sheet(package, entry)
    elif name == "content.xml":
        _check_open_document(b"".join(_unpacked(package, entry)))
    elif not name.startswith("xl/sharedStrings") and entry.file_size > _LARGEST_LISTING:
        raise _too_large()
    else:
        for _chunk in _unpacked(package, entry):
            pass


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part in chunks; raise where it is longer than the directory says."""
    assert package.fp is not None
    package.fp.seek(entry.header_offset + 26)
    header = package.fp.read(4)
    lengths = int.from_bytes(header[:2], "little") + int.from_bytes(header[2:], "little")
    package.fp.seek(entry.header_offset + 30 + lengths)
    packed = package.fp.read(entry.compress_size)
    if entry.compress_type == zipfile.ZIP_STORED:
        if len(packed) != entry.file_size:
            raise _damaged()
        yield packed
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise _damaged()
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    size = 0
    for start in range(0, len(packed), _PACKED_CHUNK):
        chunk = inflate.decompress(packed[start : start + _PACKED_CHUNK])
        size += len(chunk)
        if size > entry.file_size:
            raise _damaged()
        yield chunk


def _check_sheet(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Raise unless the cells between the corners of a sheet are few enough.

    The first rows say how wide it is. One quick search for any cell beyond that, or so far down
    that it might be too many, spares normal sheets the exact count.
    """
    chunks = _unpacked(package, entry)
    tail = next(chunks, b"")
    search = re.compile(_beyond(tail[:200_000])).pattern
    with ThreadPoolExecutor(max_workers=2) as pool:  # both the search and zlib leave Python alone
        looks = [pool.submit(_finds, search, tail)]
        for chunk in chunks:
            looks.append(pool.submit(_finds, search, tail[-_OVERLAP:] + chunk))
            tail = chunk
        found = any(look.result() for look in looks)
    if found:
        _count_exactly(b"".join(_unpacked(package, entry)))


def _finds(search: str, piece: bytes) -> bool:
    import polars as pl

    text = pl.Series([piece.decode("latin-1")])
    return bool(text.str.contains(search).any() or text.str.contains(_NO_PLACE).any())


def _beyond(start: bytes) -> str:
    """Return the search for a cell outside of what the first rows promise."""
    widest = max((found[1] for found in _REF.finditer(start)), key=_column, default=b"A").decode()
    rows = len(str(MOST_CELLS // _column(widest.encode())))  # with so many digits it may be too far
    wider = [rf"[A-Z]{{{len(widest) + 1},3}}"] if len(widest) < 3 else []
    for place, letter in enumerate(widest):
        if letter < "Z":
            rest = len(widest) - place - 1
            wider.append(rf"{widest[:place]}[{chr(ord(letter) + 1)}-Z][A-Z]{{{rest}}}")
    columns = "|".join(wider) or "[a-z]"
    far = rf"[A-Z]{{0,3}}\d{{{rows},}}"
    return rf'r="(?:(?:{columns})\d|{far})'


def _count_exactly(sheet: bytes) -> None:
    lowest = widest = row = column = 0
    for tag in _TAG.finditer(sheet):
        place = _PLACE.search(tag[2])
        if tag[1] == b"row":
            row = int(place[2] or 0) if place else row + 1
            column = 0
            continue
        if place:
            column = _column(place[1]) or column + 1
            row = int(place[2] or row)
        else:
            column += 1
        lowest, widest = max(lowest, row), max(widest, column)
        if lowest * widest > MOST_CELLS:
            raise _too_far_apart()


def _check_open_document(content: bytes) -> None:
    """Raise where cells or rows that say something are repeated without end."""
    for tag in re.finditer(rb"<table:table-cell\b[^>]*>", content):
        repeated = _REPEATED.search(tag[0])
        if repeated and int(repeated[1]) > 20_000 and b"value" in tag[0]:
            raise _too_far_apart()
    for row in re.finditer(rb"<table:table-row\b[^>]*>", content):
        repeated = _REPEATED.search(row[0])
        if repeated and int(repeated[1]) > 1_000:
            end = content.find(b"</table:table-row>", row.end())
            if re.search(rb"office:value|<text:p", content[row.end() : end]):
                raise _too_far_apart()


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _damaged() -> KnownError:
    return KnownError(
        _(
            "This workbook is damaged. Open it in a spreadsheet program and save it again, or as "
            "CSV."
        )
    )


def _too_large() -> KnownError:
    return KnownError(
        _(
            "This workbook unpacks to more than can be read. Copy the list alone into a new "
            "workbook, or save it as CSV."
        )
    )


def _too_far_apart() -> KnownError:
    return KnownError(
        _(
            "A sheet of this workbook has cells so far apart that it is too large. Copy the list "
            "alone into a new workbook, or save it as CSV."
        )
    )
