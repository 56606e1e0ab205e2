"""The words of a Word file; in a process apart, for it comes from outside."""

from typing import TYPE_CHECKING

from icp_desktop.documents.raw_form import UnreadableError
from icp_desktop.storage.packages import PackageError, look_into

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_UNPACKED = 60_000_000
_BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(data: bytes) -> str:
    """Return the paragraphs, those in tables too, without what was deleted by tracked changes."""
    from defusedxml.ElementTree import fromstring

    try:
        package = look_into(data, MOST_UNPACKED)
    except PackageError as error:
        raise UnreadableError("damaged") from error
    if _BODY not in package.names:
        raise UnreadableError("other_package")
    root: Element = fromstring(package.read(_BODY))
    return "\n".join(_words(paragraph) for paragraph in root.iter(f"{_W}p"))


def _words(paragraph: "Element") -> str:
    words = []
    for each in paragraph.iter():
        if each.tag == f"{_W}t":
            words.append(each.text or "")
        elif each.tag in _SIGNS:
            words.append(_SIGNS[each.tag])
    return "".join(words)
