"""A form as a workbook: locked but for the answers, which stand in cells that have names.

A program reads the answers by those names, so rows may be moved and sheets renamed. What can be
chosen stands on a hidden sheet: a list written into the cell could hold only 255 characters.
"""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from icp_desktop.documents.cells import sheet_name, write_text
from icp_desktop.documents.form_content import (
    CONSENT,
    CONSENT_CHOICES,
    DAY,
    NAME,
    ROLE,
    Ask,
    FormContent,
    FormPart,
    FormRequest,
    make_form_content,
    write_token,
)
from icp_desktop.documents.form_controls import PAIR_ROWS, TOKEN, control_name
from icp_desktop.documents.workbook_look import EDGE, FIELD, INK, INK2, cell_at, font, set_up_page
from icp_desktop.documents.workbook_package import workbook_bytes
from icp_desktop.i18n import _
from icp_desktop.worksheet.definitions import Option

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

PROGRAM_NAME = "ICP Desktop"
_WIDTHS = (6, 44, 30, 30, 24)  # number, words, answer, second answer, unit
_LINE = 15.0  # points
_HEIGHTS = {"short": 2, "text": 5, "long": 8}  # lines of a field
_MOST_ON_A_LINE = 84
_DAY_FORMAT = "yyyy-mm-dd"


def write_form_workbook(request: FormRequest) -> bytes:
    """Return a form as a workbook; the same request gives the same bytes."""
    from openpyxl import Workbook

    content = make_form_content(request)
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = sheet_name(content.kind_words, set())
    _FormSheet(workbook, sheet, content).write()
    set_up_page(sheet, request.paper, content.footer, landscape=False)
    moment = datetime.combine(request.today, time(), tzinfo=UTC).replace(tzinfo=None)
    properties = workbook.properties
    properties.title = content.title
    properties.creator = request.prepared_by or PROGRAM_NAME
    properties.lastModifiedBy = PROGRAM_NAME
    properties.created = properties.modified = moment
    return workbook_bytes(workbook)


class _FormSheet:
    """Writes one sheet from top to bottom."""

    def __init__(self, workbook: "Workbook", sheet: "Sheet", content: FormContent) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._content = content
        self._row = 0
        self._lists = _Lists(workbook)

    def write(self) -> None:
        """Write everything and lock it but for the answers."""
        for number, width in enumerate(_WIDTHS):
            self._sheet.column_dimensions["ABCDE"[number]].width = width
        self._sheet.sheet_view.showGridLines = False
        self._head()
        for part in self._content.parts:
            self._part(part)
        self._end()
        self._lists.keep_token(write_token(self._content.token))
        protection = self._sheet.protection
        protection.sheet = True
        protection.selectLockedCells = True  # so that Tab goes from answer to answer
        protection.formatRows = False

    def _head(self) -> None:
        content = self._content
        self._words(content.kind_words, size=10, bold=True)
        self._words(content.title, size=20, height=32)
        self._words(content.client, size=10, quiet=True)
        self._words(content.lead, size=11, quiet=True, lines=1 + len(content.lead) // 90)
        asked = ((NAME, _("Your name or initials"), content.person),)
        for name, words, value in (*asked, (ROLE, _("Your work"), content.role)):
            self._labelled(words)
            write_text(self._answer(name, 3), value)
        self._labelled(_("Date"))
        self._answer(DAY, 3).number_format = _DAY_FORMAT
        self._next(6)

    def _part(self, part: FormPart) -> None:
        if part.label:
            self._words(part.label, size=15, height=30)
            self._words(part.lead, size=10, quiet=True)
        for ask in part.asks:
            self._ask(ask)

    def _ask(self, ask: Ask) -> None:
        self._next(8)
        lines = 1 + len(ask.text) // _MOST_ON_A_LINE
        self._next(_LINE * lines + 3)
        write_text(self._styled(1, bold=True), str(ask.number))
        self._merge(2, 5)
        write_text(self._styled(2, bold=True), ask.text)
        guidance = " ".join(part for part in (ask.guidance, ask.example) if part)
        if guidance:
            self._next(_LINE * (1 + len(guidance) // _MOST_ON_A_LINE))
            self._merge(2, 5)
            write_text(self._styled(2, size=9, quiet=True), guidance)
        self._control(ask)

    def _control(self, ask: Ask) -> None:
        field = ask.field
        match field.kind:
            case "terms" if field.choices:
                self._ticks(ask)
            case "number_range" | "money_range":
                self._range(ask)
            case "pairs":
                self._pairs(ask)
            case "choice":
                self._list(control_name(field.id), field.choices)
            case "yes_no":
                yes_no = (Option(id="yes", label=_("Yes")), Option(id="no", label=_("No")))
                self._list(control_name(field.id), yes_no)
            case "date":
                self._next(_LINE + 6)
                self._answer(control_name(field.id), 2).number_format = _DAY_FORMAT
            case _:
                self._next(_LINE * _HEIGHTS[field.size] + 4)
                self._answer(control_name(field.id), 2, last=5)

    def _range(self, ask: Ask) -> None:
        field = ask.field
        self._next(_LINE)
        for column, words in ((3, _("from")), (4, _("to"))):
            write_text(self._styled(column, size=9, quiet=True), words)
        self._next(_LINE + 6)
        for column, part in ((3, "low"), (4, "high")):
            cell = self._answer(control_name(field.id, part), column)
            cell.number_format = "General"
        unit = field.units[0].label if len(field.units) == 1 else ""
        money = self._content.currency if field.kind == "money_range" else ""
        write_text(self._styled(2, quiet=True), money)
        if len(field.units) > 1:
            self._listed(control_name(field.id, "unit"), 5, field.units)
        else:
            write_text(self._styled(5, quiet=True), unit)

    def _pairs(self, ask: Ask) -> None:
        self._next(_LINE)
        labels = (ask.first_label or _("What"), ask.second_label or _("And the answer to it"))
        for column, words in zip((3, 4), labels, strict=True):
            write_text(self._styled(column, size=9, quiet=True), words)
        for row in range(1, PAIR_ROWS + 1):
            self._next(_LINE * 2 + 4)
            self._answer(control_name(ask.field.id, f"first{row}"), 3)
            self._answer(control_name(ask.field.id, f"second{row}"), 4, last=5)

    def _ticks(self, ask: Ask) -> None:
        self._next(_LINE)
        write_text(self._styled(3, size=9, quiet=True), _("An x where it is so"))
        for option in ask.field.choices:
            self._next(_LINE + 4)
            write_text(self._styled(2), option.label)
            tick = (Option(id="x", label="x"),)
            self._listed(control_name(ask.field.id, f"x{option.id}"), 3, tick)

    def _end(self) -> None:
        self._next(12)
        if self._content.asks_consent:
            self._words(_("May we use your words?"), size=11, bold=True)
            words = _("Without an answer we keep them to ourselves and quote nothing.")
            self._words(words, size=9, quiet=True)
            self._list(CONSENT, tuple(Option(id=o.id, label=_(o.label)) for o in CONSENT_CHOICES))
        self._next(8)
        self._words(_("Thank you. How to send it back"), size=11, bold=True)
        words = _(
            "Save this file and mail it to the person who sent it. Nothing is sent by itself."
        )
        self._words(words, size=10, quiet=True)

    def _list(self, name: str, options: tuple[Option, ...]) -> None:
        self._next(_LINE + 6)
        self._listed(name, 2, options)

    def _listed(
        self, name: str, column: int, options: tuple[Option, ...], last: int | None = None
    ) -> None:
        cell = self._answer(name, column, last=last)
        self._lists.offer(self._sheet, cell, tuple(option.label for option in options))

    def _answer(self, name: str, column: int, *, last: int | None = None) -> "Cell":
        """Return a named cell that may be typed in; what is typed stays as it is typed."""
        from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side
        from openpyxl.workbook.defined_name import DefinedName

        side = Side(style="thin", color=f"FF{EDGE}")
        for number in range(column, (last or column) + 1):
            each = cell_at(self._sheet, self._row, number)
            each.border = Border(left=side, right=side, top=side, bottom=side)
            each.fill = PatternFill("solid", start_color=f"FF{FIELD}", end_color=f"FF{FIELD}")
            each.protection = Protection(locked=False)
        cell = cell_at(self._sheet, self._row, column)
        cell.font = font(size=11)
        cell.number_format = "@"
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        if last and last > column:
            self._merge(column, last)
        place = f"{_quoted(self._sheet.title)}!${cell.column_letter}${self._row}"
        self._workbook.defined_names[name] = DefinedName(name, attr_text=place)
        return cell

    def _labelled(self, words: str) -> None:
        self._next(_LINE + 6)
        write_text(self._styled(2, quiet=True), words)

    def _words(
        self,
        text: str,
        *,
        size: float,
        bold: bool = False,
        quiet: bool = False,
        lines: int = 1,
        height: float = 0.0,
    ) -> None:
        self._next(height or (_LINE * lines + 4))
        self._merge(2, 5)
        write_text(self._styled(2, size=size, bold=bold, quiet=quiet), text)

    def _styled(
        self, column: int, *, size: float = 11, bold: bool = False, quiet: bool = False
    ) -> "Cell":
        from openpyxl.styles import Alignment

        cell = cell_at(self._sheet, self._row, column)
        cell.font = font(size=size, bold=bold, ink=INK2 if quiet else INK)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        return cell

    def _merge(self, first: int, last: int) -> None:
        self._sheet.merge_cells(
            start_row=self._row, end_row=self._row, start_column=first, end_column=last
        )

    def _next(self, height: float) -> None:
        self._row += 1
        self._sheet.row_dimensions[self._row].height = height


class _Lists:
    """The hidden sheet with what can be chosen, each list once, and the token."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._sheet: Sheet = workbook.create_sheet("Lists")
        self._sheet.sheet_state = "veryHidden"
        self._sheet.protection.sheet = True
        self._known: dict[tuple[str, ...], str] = {}

    def keep_token(self, token: str) -> None:
        """Write the token into the first cell."""
        from openpyxl.workbook.defined_name import DefinedName

        write_text(cell_at(self._sheet, 1, 1), token)
        self._workbook.defined_names[TOKEN] = DefinedName(TOKEN, attr_text="Lists!$A$1")

    def offer(self, sheet: "Sheet", cell: "Cell", texts: tuple[str, ...]) -> None:
        """Let one of the texts be chosen in a cell."""
        from openpyxl.worksheet.datavalidation import DataValidation

        if texts not in self._known:
            column = len(self._known) + 2
            for row, text in enumerate(texts, 1):
                write_text(cell_at(self._sheet, row, column), text)
            letter = cell_at(self._sheet, 1, column).column_letter
            self._known[texts] = f"Lists!${letter}$1:${letter}${len(texts)}"
        rule = DataValidation(
            type="list",
            formula1=self._known[texts],
            allow_blank=True,
            showErrorMessage=True,
            errorTitle=_("Choose one"),
            error=_("Choose one from the list, or leave it empty."),
        )
        rule.add(cell.coordinate)
        sheet.add_data_validation(rule)


def _quoted(title: str) -> str:
    doubled = title.replace("'", "''")
    return f"'{doubled}'"
