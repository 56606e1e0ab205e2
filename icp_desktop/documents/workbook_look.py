"""How a sheet looks and prints: calm columns, one mark per grade, heads that stay in place."""

from copy import copy
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, cast

from icp_desktop.checks.grades import LETTERS, Grade
from icp_desktop.documents.cells import header_text, write_day, write_number, write_text
from icp_desktop.documents.content import Paper
from icp_desktop.i18n import _
from icp_desktop.model.record import record

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

FACE = "Calibri"  # every spreadsheet program has it or a twin of the same widths
INK, INK2, EDGE, LINE, HEAD, FIELD = "1B1F24", "4B525B", "797E86", "DCDCD7", "F0F0EC", "F3F4F1"
GRADE_INK: dict[Grade, str] = {
    "assumption": "8E5508",
    "team": "58366D",
    "outside": "3F4950",
    "interviews": "1C7580",
    "customers": "1C562F",
}
Rule = Literal["hair", "thin", "medium", "thick", "mediumDashed"]
_GRADE_EDGE: dict[Grade, Rule] = {
    "assumption": "mediumDashed",
    "team": "thin",
    "outside": "medium",
    "interviews": "thick",
    "customers": "thick",
}
_PAPER_CODES: dict[Paper, int] = {"A4": 9, "Letter": 1}
_TALLEST_ROW = 380.0  # points; a row can't be higher than 409
_LINE_HEIGHT = 15.0


@record
class Column:
    """One column of a table: its head and its width in letters.

    `printed` says if paper has it, `figures` that its figures stand under each other.
    """

    head: str
    width: float
    printed: bool = True
    strong: bool = False
    quiet: bool = False
    figures: bool = False


@record
class Figure:
    """A real figure with its number format."""

    number: Decimal
    pattern: str


@record
class Mark:
    """The mark of a grade."""

    grade: Grade


Content = str | int | date | Figure | Mark | None


class Table:
    """A table on a sheet of its own: a title, a head that stays, rows."""

    def __init__(self, sheet: "Worksheet", title: str, columns: tuple[Column, ...]) -> None:
        """Write title and head."""
        self.sheet = sheet
        self._columns = columns
        self._group: str | None = None
        sheet.sheet_view.showGridLines = False
        write_text(sheet["A1"], title)
        sheet["A1"].font = font(size=16)
        sheet.row_dimensions[1].height = 30.0
        for number, column in enumerate(columns, 1):
            cell = cell_at(sheet, 2, number)
            write_text(cell, column.head)
            cell.font = font(size=10, bold=True, ink=INK2)
            cell.fill = _fill(HEAD)
            cell.border = _border(bottom="medium", ink=INK)
            cell.alignment = _alignment("right" if column.figures else "left")
            sheet.column_dimensions[cell.column_letter].width = column.width
        sheet.freeze_panes = "C3" if len(columns) > 4 else "A3"
        self._row = 2

    def add(self, *contents: Content, group: str = "") -> tuple["Cell", ...]:
        """Write a row and return its cells; a new group gets a stronger rule above it."""
        self._row += 1
        rule: Rule = "thin" if group != self._group else "hair"
        self._group = group
        cells = tuple(
            self._write(number, content, rule) for number, content in enumerate(contents, 1)
        )
        lines = max(
            _lines(content, column.width)
            for content, column in zip(contents, self._columns, strict=True)
        )
        height = min(_TALLEST_ROW, max(1, lines) * _LINE_HEIGHT + 5)
        self.sheet.row_dimensions[self._row].height = height
        return cells

    def finish(self, paper: Paper, footer: str) -> None:
        """Set up filter and printing once all rows are there."""
        from openpyxl.utils import get_column_letter

        printed = sum(column.printed for column in self._columns)
        last = get_column_letter(len(self._columns))
        if self._row > 2:
            self.sheet.auto_filter.ref = f"A2:{last}{self._row}"
        self.sheet.print_area = f"A1:{get_column_letter(printed)}{self._row}"
        self.sheet.print_title_rows = "2:2"
        set_up_page(self.sheet, paper, footer, landscape=True)

    def _write(self, number: int, content: Content, rule: Rule) -> "Cell":
        cell = cell_at(self.sheet, self._row, number)
        column = self._columns[number - 1]
        ink = INK2 if column.quiet else INK
        cell.font = font(size=10 if column.quiet else 11, bold=column.strong, ink=ink)
        cell.alignment = _alignment("right" if column.figures else "left")
        cell.border = _border(top=rule, ink=EDGE if rule == "thin" else LINE)
        write_content(cell, content)
        return cell


def write_content(cell: "Cell", content: Content) -> None:
    """Put a content into a cell as what it is: text, figure, date or mark."""
    match content:
        case str():
            write_text(cell, content)
        case int():
            write_number(cell, Decimal(content), "#,##0")
        case Figure():
            write_number(cell, content.number, content.pattern)
        case date():
            write_day(cell, content)
        case Mark():
            write_mark(cell, content.grade)


def write_mark(cell: "Cell", grade: Grade) -> None:
    """Draw a grade: its letter, and an edge that is the stronger the better we know."""
    write_text(cell, LETTERS[grade])
    cell.font = font(size=11, bold=True, ink=GRADE_INK[grade])
    cell.alignment = _alignment("center")
    cell.border = _with_left(cell.border, _GRADE_EDGE[grade], GRADE_INK[grade])


def set_up_page(sheet: "Worksheet", paper: Paper, footer: str, *, landscape: bool) -> None:
    """Make a sheet print as wide as the paper, with the footer and the number of the page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = _PAPER_CODES[paper]
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.55
    margins.top = margins.bottom = 0.7
    foot: Any = sheet.oddFooter
    foot.left.text = header_text(footer)
    foot.right.text = _("{page} / {pages}", page="&P", pages="&N")


def cell_at(sheet: "Worksheet", row: int, column: int) -> "Cell":
    """Return a cell that is not part of a merged one; this workbook merges none."""
    return cast("Cell", sheet.cell(row=row, column=column))


def font(*, size: float = 11, bold: bool = False, ink: str = INK) -> "Font":
    """Return the one face in a size and an ink."""
    from openpyxl.styles import Font

    return Font(name=FACE, size=size, bold=bold, color=f"FF{ink}")


def write_line(
    sheet: "Worksheet", row: int, label: Content, content: Content, *, width: float
) -> "Cell":
    """Write a label in column A and what belongs to it in column B, and return B."""
    cells = (cell_at(sheet, row, 1), cell_at(sheet, row, 2))
    for cell, each in zip(cells, (label, content), strict=True):
        cell.font = font(size=10 if cell is cells[0] else 11, ink=INK2 if cell is cells[0] else INK)
        cell.alignment = _alignment()
        write_content(cell, each)
    height = max(1, _lines(content, width)) * _LINE_HEIGHT + 4
    sheet.row_dimensions[row].height = min(_TALLEST_ROW, height)
    return cells[1]


def write_head(sheet: "Worksheet", row: int, text: str) -> None:
    """Write a head across columns A and B with a rule under it."""
    write_text(cell_at(sheet, row, 1), text)
    sheet.row_dimensions[row].height = 26.0
    for number in (1, 2):
        cell = cell_at(sheet, row, number)
        cell.font = font(size=12, bold=True)
        cell.border = _border(bottom="thin", ink=INK)
        cell.alignment = _alignment(wrap=False, bottom=True)


def _lines(content: Content, width: float) -> int:
    """Return how many lines a text takes in a column; programs don't measure that on opening."""
    if not isinstance(content, str):
        return 1
    most = max(4.0, width * 0.84)  # a program without this face takes a wider one
    return sum(1 + int((len(line) - 1) // most) if line else 1 for line in content.split("\n"))


def _alignment(
    side: Literal["left", "center", "right"] = "left", *, wrap: bool = True, bottom: bool = False
) -> "Alignment":
    from openpyxl.styles import Alignment

    return Alignment(
        horizontal=side,
        indent=1 if side == "right" else 0,  # else a figure touches the text beside it
        vertical="bottom" if bottom else "top",
        wrap_text=wrap,
    )


def _fill(ink: str) -> "PatternFill":
    from openpyxl.styles import PatternFill

    return PatternFill("solid", start_color=f"FF{ink}", end_color=f"FF{ink}")


def _border(*, top: Rule | None = None, bottom: Rule | None = None, ink: str) -> "Border":
    from openpyxl.styles import Border, Side

    return Border(
        top=Side(style=top, color=f"FF{ink}"), bottom=Side(style=bottom, color=f"FF{ink}")
    )


def _with_left(border: Any, rule: Rule, ink: str) -> "Border":
    from openpyxl.styles import Border, Side

    left = Side(style=rule, color=f"FF{ink}")
    return Border(left=left, top=copy(border.top), bottom=copy(border.bottom))
