"""From bytes to text: the mark at the front, UTF-8, UTF-16 without a mark, then the code pages."""

import codecs

from icp_desktop.tables.alphabets import find_code_page

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 4_000


def find_encoding(data: bytes) -> tuple[str, bool]:
    """Return how the bytes are to be read, and whether that is sure."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, True
    if _is_utf8(data):
        return "utf-8", True
    wide = _wide(data[:_LOOKED_AT])
    if wide:
        return wide, True
    return find_code_page(data)


def decode(data: bytes, encoding: str) -> str:
    """Return the text; bytes that mean nothing become a question mark in a diamond."""
    if encoding.startswith(("utf-16", "utf-32")):
        data = data[: len(data) // 2 * 2]
    return data.decode(encoding, errors="replace")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data[:_LOOKED_AT] or not _wide(data[:_LOOKED_AT])


def _wide(data: bytes) -> str:
    """Return which UTF-16 it is if every second byte is mostly nought."""
    half = len(data) // 2
    if half and data[1::2].count(0) > 0.6 * half:
        return "utf-16-le"
    if half and data[0::2].count(0) > 0.6 * half:
        return "utf-16-be"
    return ""
