"""The named cells of a workbook that came back, as Excel or as OpenDocument; in a process apart."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from icp_desktop.documents.raw_form import RawForm, RawValue, UnreadableError, tidy
from icp_desktop.storage.packages import Package, PackageError, look_into

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from openpyxl import Workbook

MOST_UNPACKED = 60_000_000
MOST_NAMES = 5_000
FORMULA = "formula"  # a problem: the cell holds a formula that was never worked out
LOST = "lost"  # a problem: the cell a name stood for is gone
_WIDEST = 1_000
_CONTENT = "content.xml"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ADDRESS = re.compile(r"\$?(?P<sheet>'(?:[^']|'')+'|[^.$']+)\.\$?(?P<column>[A-Z]+)\$?(?P<row>\d+)")


def read_workbook(data: bytes) -> RawForm:
    """Return what stands in the named cells; raise UnreadableError that says what the file is."""
    try:
        package = look_into(data, MOST_UNPACKED)
    except PackageError as error:
        raise UnreadableError("damaged") from error
    if "xl/workbook.xml" in package.names:
        return RawForm(values=dict(_excel(data)))
    if _CONTENT in package.names:
        return RawForm(values=dict(_open_document(package)))
    kind = "word" if "word/document.xml" in package.names else "other_package"
    raise UnreadableError(kind)


def _excel(data: bytes) -> Iterator[tuple[str, RawValue]]:
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(io.BytesIO(data))
    except Exception as error:
        raise UnreadableError("damaged") from error
    worked_out: Workbook | None = None
    names = workbook.defined_names
    if len(names) > MOST_NAMES:
        raise UnreadableError("too_many")
    for name, defined in names.items():
        place = _place(workbook, defined)
        if place is None:
            yield name, RawValue(problem=LOST)
            continue
        sheet, address = place
        cell: Any = workbook[sheet][address]
        if isinstance(cell, tuple):
            continue
        if cell.data_type == "f":
            worked_out = worked_out or load_workbook(io.BytesIO(data), data_only=True)
            value: Any = worked_out[sheet][address].value
            yield name, RawValue(problem=FORMULA) if value is None else _typed(value)
        elif cell.value is not None:
            yield name, _typed(cell.value)


def _place(workbook: "Workbook", defined: Any) -> tuple[str, str] | None:
    """Return sheet and address of a name that stands for one cell."""
    try:
        places = list(defined.destinations)
    except (ValueError, AttributeError, TypeError):
        return None
    if len(places) != 1:
        return None
    sheet, address = places[0]
    sheet = sheet.replace("''", "'")
    if sheet not in workbook.sheetnames or not re.fullmatch(r"\$?[A-Z]+\$?\d+", address):
        return None
    return sheet, address.replace("$", "")


def _typed(value: Any) -> RawValue:
    match value:
        case bool():
            return RawValue(text="yes" if value else "no")
        case int() | float():
            return RawValue(number=_figure(value))
        case datetime():
            return RawValue(day=value.date())
        case date():
            return RawValue(day=value)
    return RawValue(text=tidy(str(value)))


def _figure(value: float) -> str:
    whole = isinstance(value, int) or value.is_integer()
    return str(int(value)) if whole else format(value, ".15g")


def _open_document(package: Package) -> Iterator[tuple[str, RawValue]]:
    from defusedxml import ElementTree

    try:
        root = ElementTree.fromstring(package.read(_CONTENT))
    except Exception as error:
        raise UnreadableError("damaged") from error
    wanted: dict[tuple[str, int, int], list[str]] = {}
    ranges = list(root.iter(f"{_TABLE}named-range"))
    if len(ranges) > MOST_NAMES:
        raise UnreadableError("too_many")
    for each in ranges:
        name = each.get(f"{_TABLE}name", "")
        found = _ADDRESS.match(each.get(f"{_TABLE}cell-range-address", ""))
        if found is None:
            yield name, RawValue(problem=LOST)
            continue
        sheet = found["sheet"].strip("'").replace("''", "'")
        place = (sheet, int(found["row"]) - 1, _column(found["column"]) - 1)
        wanted.setdefault(place, []).append(name)
    for table in root.iter(f"{_TABLE}table"):
        for place, cell in _cells(table):
            for name in wanted.get(place, ()):
                yield name, _open_cell(cell)


def _cells(table: "Element") -> Iterator[tuple[tuple[str, int, int], "Element"]]:
    """Yield every cell that says something, with its place; repeated ones count as often."""
    sheet, row = table.get(f"{_TABLE}name", ""), 0
    for each in table.iter(f"{_TABLE}table-row"):
        column = 0
        for cell in each:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            if len(cell) or cell.get(f"{_OFFICE}value-type"):
                yield (sheet, row, column), cell
            column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        row += int(each.get(f"{_TABLE}number-rows-repeated", "1"))


def _open_cell(cell: "Element") -> RawValue:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind in ("float", "currency", "percentage"):
        return RawValue(number=_figure(float(cell.get(f"{_OFFICE}value", "0"))))
    if kind == "date":
        return RawValue(day=date.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:10]))
    if kind == "boolean":
        return RawValue(text="yes" if cell.get(f"{_OFFICE}boolean-value") == "true" else "no")
    return RawValue(text=tidy("\n".join(map(_paragraph, cell.findall(f"{_TEXT}p")))))


def _paragraph(element: "Element") -> str:
    """Return the text of a paragraph; runs of spaces, tabs and line ends are elements there."""
    words = element.text or ""
    for each in element:
        if each.tag == f"{_TEXT}s":
            words += " " * min(_WIDEST, int(each.get(f"{_TEXT}c", "1")))
        elif each.tag == f"{_TEXT}tab":
            words += "\t"
        elif each.tag == f"{_TEXT}line-break":
            words += "\n"
        else:
            words += _paragraph(each)
        words += each.tail or ""
    return words


def _column(letters: str) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + ord(letter) - 64
    return number
