"""From the bytes of a file, or pasted text, to rows of texts; bad files are named in a sentence."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from icp_desktop.errors import KnownError
from icp_desktop.i18n import _
from icp_desktop.progress import SILENT, Progress
from icp_desktop.tables import delimited, web_page, workbooks
from icp_desktop.tables.decoding import decode, find_encoding
from icp_desktop.tables.headings import Rows, find_start
from icp_desktop.tables.layout import Layout
from icp_desktop.tables.limits import LARGEST_FILE, MOST_ROWS
from icp_desktop.tables.raw import Raw

ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "mac_roman", "cp850", "cp1251", "cp1253", "cp1254",
)  # fmt: skip
PASTED = "utf-8"


class Source(NamedTuple):
    """A list to be read in: what it is called and its bytes."""

    name: str
    data: bytes


def open_source(path: Path) -> Source:
    """Return a file as a source; raise KnownError where it can't be read."""
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise KnownError(
                _(
                    "“{name}” has {n} MB, and the most is {most} MB. Leave out what is not needed.",
                    name=path.name,
                    n=size // 1_000_000,
                    most=LARGEST_FILE // 1_000_000,
                )
            )
        return Source(path.name, path.read_bytes())
    except OSError as error:
        raise KnownError(
            _(
                "“{name}” can’t be read: {reason}. If it is open in another program, close it "
                "there.",
                name=path.name,
                reason=error.strerror or _("the disk gives no reason"),
            )
        ) from error


def pasted(text: str) -> Source:
    """Return text from the clipboard as a source."""
    return Source(_("Pasted list"), text.encode(PASTED, errors="replace"))


def find_layout(source: Source, is_known: Callable[[str], bool], *, sheet: str = "") -> Layout:
    """Return how a source is laid out."""
    if not source.data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise KnownError(_("“{name}” is empty.", name=source.name))
    if workbooks.is_workbook(source.data):
        return _workbook_layout(source, is_known, sheet)
    workbooks.refuse_foreign(source.name, source.data)
    encoding, sure = find_encoding(source.data)
    return text_layout(source, Layout(form="csv", encoding=encoding, encoding_sure=sure), is_known)


def text_layout(source: Source, layout: Layout, is_known: Callable[[str], bool]) -> Layout:
    """Return the layout of a text in this encoding, with this delimiter if it names one."""
    text = decode(source.data, layout.encoding)
    if web_page.is_web_page(text):
        rows = web_page.read_tables(text)
        return _started(
            Layout(form="web_page", encoding=layout.encoding, encoding_sure=layout.encoding_sure),
            rows,
            is_known,
        )
    named, text = delimited.split_sep_line(text)
    delimiter = layout.delimiter or named or delimited.find_delimiter(text)
    rows = delimited.sample_rows(text, delimiter)
    found = Layout(
        form="csv",
        encoding=layout.encoding,
        encoding_sure=layout.encoding_sure,
        delimiter=delimiter,
    )
    return _started(found, rows, is_known)


def read_source(source: Source, layout: Layout, progress: Progress = SILENT) -> Raw:
    """Return every row of a source as cells of text."""
    if layout.form == "workbook":
        raw = workbooks.read_sheet(source.data, layout.sheet, layout.width, progress)
    else:
        text = decode(source.data, layout.encoding)
        if layout.form == "web_page":
            raw = web_page.read_rows(text, layout.width)
        else:
            text = delimited.split_sep_line(text)[1]
            raw = delimited.read_rows(text, layout.delimiter, layout.width, progress)
    if raw.cells.height > MOST_ROWS:
        raise KnownError(
            _(
                "“{name}” has {n} rows, and the most is {most}.",
                name=source.name,
                n=raw.cells.height,
                most=MOST_ROWS,
            )
        )
    return raw


def _workbook_layout(source: Source, is_known: Callable[[str], bool], sheet: str) -> Layout:
    sheets = workbooks.sheet_names(source.data)
    chosen = sheet or workbooks.first_sheet(source.data, sheets)
    rows = workbooks.sample_rows(source.data, chosen)
    found = Layout(form="workbook", sheet=chosen, sheets=sheets)
    return _started(found, rows, is_known)


def _started(layout: Layout, rows: Rows, is_known: Callable[[str], bool]) -> Layout:
    from dataclasses import replace

    start = find_start(rows, is_known)
    return replace(
        layout,
        width=start.width,
        heading_row=start.heading_row,
        heading_rows=start.heading_rows,
        first_row=start.first_row,
        headings_sure=start.sure,
    )
