"""Workbooks made to hurt, and honest ones, from code."""

import io
import zipfile
from datetime import date

from openpyxl import Workbook

HEAD = "[Content_Types].xml"
_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def honest() -> bytes:
    """Return a workbook with titles, a table that does not begin in A1, and a hidden sheet."""
    book = Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Cover"
    cover["A1"] = "Corner Bakery"
    sheet = book.create_sheet("Customers")
    for row in (
        ["", "Our customers"],
        [],
        ["", "Name", "Spend", "Customer since", "Repeat", "Postcode", "Employees"],
        ["", "Alder", 1234.5, date(2024, 3, 1), True, "01067", 12],
        ["", "Brook", 90, date(2023, 12, 24), False, "80331", "n/a"],
    ):
        sheet.append(row)
    hidden = book.create_sheet("Lists")
    hidden.append(["x", "y"])
    hidden.append([1, 2])
    hidden.sheet_state = "hidden"
    return _bytes(book)


def plain(cells: dict[str, object]) -> bytes:
    """Return a workbook with these cells."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for place, value in cells.items():
        sheet[place] = value
    return _bytes(book)


def with_part(name: str, content: bytes, *, replace: bool = False) -> bytes:
    """Return an honest workbook with one more part, or one in the place of its own."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(honest())) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            if not (replace and entry.filename == name):
                target.writestr(entry.filename, source.read(entry))
        target.writestr(name, content)
    return out.getvalue()


def sheet(rows: bytes) -> bytes:
    """Return the XML of a sheet."""
    return f"<worksheet {_MAIN}><sheetData>".encode() + rows + b"</sheetData></worksheet>"


def lying(data: bytes, name: str, size: int) -> bytes:
    """Return a package whose directory says another size of a part."""
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        start = package.start_dir
    at = changed.index(name.encode(), start) - 46
    changed[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(changed)


def encrypted(data: bytes, name: str) -> bytes:
    """Return a package that says a part is encrypted."""
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        start = package.start_dir
    at = changed.index(name.encode(), start) - 46
    changed[at + 8] |= 1
    return bytes(changed)


def open_document(rows: str) -> bytes:
    """Return an ods workbook with these rows of one sheet."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body>'
        f'<office:spreadsheet><table:table table:name="Customers">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
        package.writestr(
            "META-INF/manifest.xml",
            "<manifest:manifest "
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type='
            '"application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return out.getvalue()


def ods_cell(text: str, repeated: int = 1) -> str:
    """Return a cell of an ods sheet."""
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def _bytes(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


FAR_REFERENCES = {
    "two far corners": b'<row r="1"><c r="A1"><v>1</v></c></row>'
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "a far corner in two letters": b'<row r="1"><c r="A1"><v>1</v></c></row>'
    b'<row r="1048576"><c r="ZZ1048576"><v>1</v></c></row>',
    "single quotes": b"<row r='1'><c r='A1'><v>1</v></c></row>"
    b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    "a cell far from its row": b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD900000"><v>1</v></c>'
    b"</row>",
    "cells without places": b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>"
    b"<row><c><v>1</v></c></row>" * 20_000,
}
