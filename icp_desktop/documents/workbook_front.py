"""The first and the last sheet of the workbook: the profile in short, and how to read the rest."""

from typing import TYPE_CHECKING

from icp_desktop.checks.grades import GRADE_MEANINGS, GRADE_NAMES, GRADES
from icp_desktop.documents.cells import write_text
from icp_desktop.documents.content import WEIGHT_NAMES, ProfileContent, Request, Row
from icp_desktop.documents.workbook_look import (
    Mark,
    cell_at,
    font,
    set_up_page,
    write_head,
    write_line,
)
from icp_desktop.i18n import _
from icp_desktop.model.project import NEGATIVE_WEIGHTS, WEIGHTS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LABEL_WIDTH, _TEXT_WIDTH = 26.0, 92.0


class _Page:
    """A sheet of two columns, filled from top to bottom."""

    def __init__(self, sheet: "Worksheet", label_width: float = _LABEL_WIDTH) -> None:
        self.sheet = sheet
        self.row = 0
        sheet.sheet_view.showGridLines = False
        sheet.column_dimensions["A"].width = label_width
        sheet.column_dimensions["B"].width = _TEXT_WIDTH

    def title(self, text: str) -> None:
        """Write a large line."""
        self.row += 1
        cell = cell_at(self.sheet, self.row, 1)
        write_text(cell, text)
        cell.font = font(size=20 if self.row == 1 else 16)
        self.sheet.row_dimensions[self.row].height = 34.0

    def head(self, text: str) -> None:
        """Write the head of a part."""
        self.row += 2
        write_head(self.sheet, self.row, text)

    def line(self, label: str | Mark, text: str, *, size: float = 11) -> None:
        """Write a label and a text; nothing where there is no text."""
        if not text:
            return
        self.row += 1
        cell = write_line(self.sheet, self.row, label, text, width=_TEXT_WIDTH * 11 / size)
        if size != 11:
            cell.font = font(size=size)

    def finish(self, request: Request, footer: str) -> None:
        """Set up printing."""
        self.sheet.print_area = f"A1:B{max(1, self.row)}"
        set_up_page(self.sheet, request.paper, footer, landscape=False)


def write_summary(sheet: "Worksheet", contents: list[ProfileContent], request: Request) -> None:
    """Write each profile in short: the sentence, the facts, what it must have, what rules out."""
    page = _Page(sheet)
    for content in contents:
        if page.row:
            page.row += 2
        page.title(content.title)
        page.line("", content.kind_words if content.kind_words != content.title else "")
        page.line(_("Business"), content.client)
        page.line(_("In one sentence"), content.sentence, size=13)
        page.line(_("How sure we are"), content.headline)
        page.line(_("Retired"), content.retired)
        for fact in content.facts:
            page.line(fact.label, fact.text)
        _write_rows(page, content.musts_label, content.musts)
        _write_rows(page, content.ruled_out_label, content.ruled_out)
        page.head(_("How this was made"))
        for fact in content.how_made:
            page.line(fact.label, fact.text)
        if content.is_empty:
            page.line(_("First step"), content.first_step)
    page.finish(request, contents[0].footer)


def write_guide(sheet: "Worksheet", content: ProfileContent, request: Request) -> None:
    """Write the legend of marks and weights, and what the names of cells are good for."""
    page = _Page(sheet, 16.0)
    page.title(_("How to read this workbook"))
    page.head(_("How we know"))
    for grade in reversed(GRADES):
        page.line(Mark(grade=grade), f"{_(GRADE_NAMES[grade])}: {_(GRADE_MEANINGS[grade])}")
    page.line(
        "",
        _(
            "A strong edge is what customers said or did, a dashed one is a guess. "
            "An answer is as sure as its best proof, a list as its least sure entry. "
            "Where something speaks against it, it is called disputed."
        ),
    )
    page.head(_("How much it matters"))
    meanings = {
        "must": _("Without it, nobody is a good customer."),
        "should": _("Most good customers have it."),
        "nice": _("Good to see, no more."),
        "rules_out": _("Whoever has it is not taken on."),
        "warns": _("Look twice at whoever has it."),
    }
    for weight in (*WEIGHTS, *NEGATIVE_WEIGHTS):
        page.line(_(WEIGHT_NAMES[weight]), meanings[weight])
    page.head(_("Named cells"))
    page.line(
        "",
        _(
            "Every answer has a name, such as “people_age_range”; ranges also have "
            "“people_age_range_from” and “_to”. The names stand in the name box and can be used in "
            "formulas. They follow when rows are added, but not when rows are sorted: go by the "
            "column “Field id” then."
        ),
    )
    page.finish(request, content.footer)


def _write_rows(page: _Page, label: str, rows: tuple[Row, ...]) -> None:
    if not rows:
        return
    page.head(label)
    for row in rows:
        page.line(row.label, f"{row.words}{row.aside}")
