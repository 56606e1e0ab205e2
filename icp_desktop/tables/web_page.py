"""A table in a web page, as many programs save what they call an .xls file."""

from html.parser import HTMLParser

from typing_extensions import override

from icp_desktop.tables.limits import MOST_COLUMNS
from icp_desktop.tables.raw import Raw

_LOOKED_AT = 4_000  # characters


def is_web_page(text: str) -> bool:
    """Say whether a text is a web page with a table."""
    start = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n").casefold()
    return start.startswith(("<html", "<!doctype html", "<table", "<meta", "<?xml")) and (
        "<table" in text.casefold()
    )


def read_tables(text: str) -> list[list[str]]:
    """Return the rows of every table, cells that span columns followed by empty ones."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.rows


def read_rows(text: str, width: int) -> Raw:
    """Return every row as cells of text."""
    from icp_desktop.tables.delimited import frame_of

    return Raw(frame_of(read_tables(text), width))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = 1

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._end_cell()
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), MOST_COLUMNS) if span.isdecimal() else 1
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    @override
    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is not None:
            text = " ".join("".join(self._cell).split())
            self.rows[-1].extend([text, *[""] * (self._span - 1)])
            self._cell = None
