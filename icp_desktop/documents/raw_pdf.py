"""The fields of a PDF that came back; runs in a process of its own, as anybody may have made it."""

import contextlib
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from icp_desktop.documents.raw_form import RawForm, RawValue, UnreadableError, tidy

if TYPE_CHECKING:
    from pikepdf import Pdf

MOST_FIELDS = 5_000  # the largest form of ours has about 200
_DEEPEST = 20
_OFF = "/Off"
_CUT_EMOJI = re.compile("[\uf300-\uf6ff]")


def read_pdf(data: bytes) -> RawForm:
    """Return what stands in the fields of a PDF; raise UnreadableError that says what it is."""
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise UnreadableError("password") from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise UnreadableError("damaged") from error
    with pdf:
        try:
            return RawForm(values=dict(_fields(pdf)))
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError) as error:
            raise UnreadableError("damaged") from error


def _fields(pdf: "Pdf") -> Iterator[tuple[str, RawValue]]:
    form: Any = pdf.Root.get("/AcroForm")
    if form is None or not len(form.get("/Fields", ())):
        raise UnreadableError(_kind_without_fields(pdf, form))
    walk = _Walk()
    walk.go(form.Fields, "", 0)
    if walk.count > MOST_FIELDS:
        raise UnreadableError("too_many")
    yield from walk.found.items()


def _kind_without_fields(pdf: "Pdf", form: Any) -> str:
    if form is not None and "/XFA" in form:
        return "xfa"
    with contextlib.suppress(Exception):
        resources: Any = pdf.pages[0].obj.get("/Resources", {})
        if len(resources.get("/Font", {})) == 0 and len(resources.get("/XObject", {})) > 0:
            return "scanned"
    return "flattened"


class _Walk:
    """Goes through the tree of fields, past each only once."""

    def __init__(self) -> None:
        self.found: dict[str, RawValue] = {}
        self.count = 0
        self._seen: set[tuple[int, int]] = set()

    def go(self, fields: Any, prefix: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise UnreadableError("damaged")
        for field in fields:
            self.count += 1
            if self.count > MOST_FIELDS:
                return
            if field.is_indirect:
                if field.objgen in self._seen:
                    raise UnreadableError("damaged")
                self._seen.add(field.objgen)
            own = str(field.get("/T", ""))
            name = f"{prefix}.{own}" if prefix and own else prefix or own
            kids = field.get("/Kids", None)
            if kids is not None and any("/T" in kid for kid in kids):
                self.go(kids, name, depth + 1)
            elif name and name not in self.found:
                self.found[name] = RawValue(text=_value(field))


def _value(field: Any) -> str:
    kind = str(field.get("/FT", field.get("/Parent", {}).get("/FT", "")))
    if kind == "/Btn":
        return _button(field)
    value = field.get("/V", None)
    if value is None:
        return ""
    if kind == "/Ch" and _is_array(value):  # several were chosen where one was asked for
        return "\n".join(tidy(str(each)) for each in value)
    if _is_stream(value):
        return tidy(bytes(value.read_bytes()[:400_000]).decode("utf-8", "replace"))
    return tidy(_mended(str(value)))


def _mended(text: str) -> str:
    """Return a text with the emoji that browsers cut to sixteen bits when they are pasted.

    What was U+1F600 stands in the file as U+F600. That is a place for private use, where no text of
    a person has anything; the emoji from U+1F900 on land among real letters and stay lost.
    """
    return _CUT_EMOJI.sub(lambda found: chr(ord(found.group()) + 0x10000), text)


def _button(field: Any) -> str:
    """Return the state of a box that is ticked, or the choice of a group of round buttons."""
    states = [field.get("/V", _OFF), field.get("/AS", _OFF)]
    kids = field.get("/Kids", ())
    states += [kid.get("/AS", _OFF) for kid in kids]
    on = next((str(state) for state in states if str(state) not in (_OFF, "")), "")
    texts = field.get("/Opt", None)
    index = on.lstrip("/")
    if texts is not None and index.isdecimal() and int(index) < len(texts):
        return tidy(str(texts[int(index)]))
    return index


def _is_array(value: Any) -> bool:
    from pikepdf import Array

    return isinstance(value, Array)


def _is_stream(value: Any) -> bool:
    from pikepdf import Stream

    return isinstance(value, Stream)
