"""The scorecard: a workbook that scores leads by itself, with the arithmetic of `insight/fit`.

Each criterion is a column in which stands yes, no or nothing; weights can be changed in the head,
new leads written below. What the list said of each lead is on a second sheet.
"""

from typing import TYPE_CHECKING

from icp_desktop.documents.cells import sheet_name, write_text
from icp_desktop.documents.content import WEIGHT_NAMES, Request
from icp_desktop.documents.workbook_look import (
    EDGE,
    FIELD,
    INK2,
    cell_at,
    font,
    set_up_page,
)
from icp_desktop.documents.workbook_package import workbook_bytes
from icp_desktop.i18n import _
from icp_desktop.insight.fit import A_FROM, B_FROM, POINTS
from icp_desktop.insight.reasons import say_found
from icp_desktop.insight.scoring import NO, UNKNOWN, YES, Scored

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

NEW_LEADS = 50  # rows below the list, ready for more
MOST_LEADS = 5_000  # in a workbook; more are slow to work in
_WEIGHT, _POINTS, _WANTED, _HEAD = 3, 4, 5, 6  # rows of the head
FIRST_LEAD = _HEAD + 1
FIRST_CRITERION = 7  # the column of the first criterion
_RESULTS = 6  # columns before it


def write_scorecard(scored: Scored, request: Request) -> bytes:
    """Return the scorecard of a scored list, the best fits first."""
    from openpyxl import Workbook

    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    taken: set[str] = set()
    order = ranked(scored)[:MOST_LEADS]
    card = workbook.create_sheet(sheet_name(_("Scorecard"), taken))
    _write_head(card, scored)
    _write_leads(card, scored, order)
    _write_choices(card, scored, FIRST_LEAD + len(order) + NEW_LEADS - 1)
    _finish(card, scored, request)
    found = workbook.create_sheet(sheet_name(_("What the list says"), taken))
    _write_found(found, scored, order, request)
    _set_properties(workbook, request)
    return workbook_bytes(workbook)


def ranked(scored: Scored) -> list[int]:
    """Return the rows of a scored list, the best fits first and those ruled out last."""
    frame = scored.frame.sort(
        ["ruled_out", "low", "high"], descending=[False, True, True], maintain_order=True
    )
    return [int(row) for row in frame["row"]]


def score_heads() -> tuple[str, ...]:
    """Return the heads of the columns that say who it is and how they score."""
    return (_("Lead"), _("Fit, from"), _("to"), _("Tier"), _("May reach"), _("Ruled out"))


def _write_head(sheet: "Sheet", scored: Scored) -> None:
    sheet.sheet_view.showGridLines = False
    _say(sheet, 1, 1, _("Scorecard"), size=16)
    note = _(
        "Write yes or no under each criterion and leave open what is not known. The score follows."
    )
    _say(sheet, 2, 1, note, quiet=True)
    for row, words in (
        (_WEIGHT, _("Weight")),
        (_POINTS, _("Points")),
        (_WANTED, _("What fits")),
    ):
        _say(sheet, row, 1, words, quiet=True)
    for column, words in enumerate(score_heads(), 1):
        _say(sheet, _HEAD, column, words, bold=True)
    for place, each in enumerate(scored.criteria):
        column = FIRST_CRITERION + place
        _say(sheet, _HEAD, column, each.label, bold=True)
        _say(sheet, _WEIGHT, column, _(WEIGHT_NAMES[each.weight]))
        _say(sheet, _WANTED, column, each.words, quiet=True)
        _calculate(sheet, _POINTS, column, _points_formula(_at(_WEIGHT, column)))


def _points_formula(weight: str) -> str:
    rest = "0"
    for name, points in reversed(POINTS.items()):
        if points:
            rest = f'IF({weight}="{_(WEIGHT_NAMES[name])}",{points},{rest})'
    return f"={rest}"


def _write_leads(sheet: "Sheet", scored: Scored, order: list[int]) -> None:
    words = {YES: _("yes"), NO: _("no"), UNKNOWN: ""}
    codes = [scored.frame[f"c{n}"].to_list() for n in range(len(scored.criteria))]
    for place, row in enumerate(order):
        line = FIRST_LEAD + place
        _say(sheet, line, 1, scored.leads.names[row], bold=True)
        for number, column in enumerate(codes):
            if said := words[column[row]]:
                _say(sheet, line, FIRST_CRITERION + number, said)
    for line in range(FIRST_LEAD, FIRST_LEAD + len(order) + NEW_LEADS):
        _write_formulas(sheet, line, len(scored.criteria))


def _write_formulas(sheet: "Sheet", line: int, criteria: int) -> None:
    """Write the arithmetic of one lead; a line without a name stays empty."""
    lead = _at(line, 1)
    low, high = _at(line, 2), _at(line, 3)
    results: list[str] = ["100", "100", '""']
    if criteria:
        said = _span(line, criteria)
        points = _span(_POINTS, criteria, fixed=True)
        weights = _span(_WEIGHT, criteria, fixed=True)
        met = f'SUMPRODUCT(({said}="{_("yes")}")*{points})'
        open_ = f'SUMPRODUCT(({said}<>"{_("yes")}")*({said}<>"{_("no")}")*{points})'
        missed = f'({said}="{_("no")}")*({weights}="{_(WEIGHT_NAMES["must"])}")'
        named = f'({said}="{_("yes")}")*({weights}="{_(WEIGHT_NAMES["rules_out"])}")'
        results = [
            f"IF(SUM({points})=0,100,INT(100*{met}/SUM({points})))",
            f"IF(SUM({points})=0,100,INT(100*({met}+{open_})/SUM({points})))",
            f'IF(SUMPRODUCT({missed})+SUMPRODUCT({named})>0,"{_("Ruled out")}","")',
        ]
    formulas = (results[0], results[1], _tier(low), _tier(high), results[2])
    for column, formula in enumerate(formulas, 2):
        _calculate(sheet, line, column, f'=IF({lead}="","",{formula})')


def _tier(score: str) -> str:
    return f'IF({score}>={A_FROM},"A",IF({score}>={B_FROM},"B","C"))'


def _write_choices(sheet: "Sheet", scored: Scored, last: int) -> None:
    """Offer yes and no, and the weights, wherever they are written."""
    from openpyxl.worksheet.datavalidation import DataValidation

    count = len(scored.criteria)
    if not count:
        return
    end = FIRST_CRITERION + count - 1
    for first_row, last_row, choices in (
        (FIRST_LEAD, last, (_("yes"), _("no"))),
        (_WEIGHT, _WEIGHT, tuple(_(name) for name in WEIGHT_NAMES.values())),
    ):
        offered = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        first_cell = _at(first_row, FIRST_CRITERION)
        offered.add(f"{first_cell}:{_at(last_row, end)}")
        sheet.add_data_validation(offered)


def _finish(sheet: "Sheet", scored: Scored, request: Request) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side
    from openpyxl.utils import get_column_letter

    last = _RESULTS + len(scored.criteria)
    for column in range(1, last + 1):
        wide = 30.0 if column == 1 else 18.0 if column >= FIRST_CRITERION else 11.0
        sheet.column_dimensions[get_column_letter(column)].width = wide
        for row in range(_WEIGHT, _HEAD + 1):
            cell = cell_at(sheet, row, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if column >= FIRST_CRITERION and row == _WEIGHT:
                cell.fill = PatternFill("solid", start_color=f"FF{FIELD}", end_color=f"FF{FIELD}")
        cell_at(sheet, _HEAD, column).border = Border(bottom=Side("medium", color=f"FF{EDGE}"))
    sheet.row_dimensions[1].height = 30.0
    longest = max((len(each.words) for each in scored.criteria), default=0)
    sheet.row_dimensions[_WANTED].height = min(90.0, 15.0 * (1 + longest // 18))
    longest = max((len(each.label) for each in scored.criteria), default=0)
    sheet.row_dimensions[_HEAD].height = 15.0 * (1 + longest // 16) + 4
    sheet.freeze_panes = _at(FIRST_LEAD, 2)
    sheet.print_title_rows = f"{_WEIGHT}:{_HEAD}"
    set_up_page(sheet, request.paper, request.project.client, landscape=True)


def _write_found(sheet: "Sheet", scored: Scored, order: list[int], request: Request) -> None:
    """Write what the list itself says to each criterion, so that a yes or no can be looked up."""
    from openpyxl.utils import get_column_letter

    sheet.sheet_view.showGridLines = False
    _say(sheet, 1, 1, _("Lead"), bold=True)
    for number, each in enumerate(scored.criteria, 2):
        _say(sheet, 1, number, each.label, bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = 22.0
    sheet.column_dimensions["A"].width = 30.0
    for line, row in enumerate(order, 2):
        _say(sheet, line, 1, scored.leads.names[row])
        for number, each in enumerate(scored.criteria, 2):
            if said := say_found(scored, each, row):
                _say(sheet, line, number, said)
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    set_up_page(sheet, request.paper, request.project.client, landscape=True)


def _set_properties(workbook: "Workbook", request: Request) -> None:
    from icp_desktop.documents.workbook import set_properties

    set_properties(workbook, request, _("Scorecard"))


def _say(
    sheet: "Sheet",
    row: int,
    column: int,
    text: str,
    *,
    bold: bool = False,
    quiet: bool = False,
    size: float = 11,
) -> None:
    cell = cell_at(sheet, row, column)
    write_text(cell, text)
    cell.font = font(size=10 if quiet else size, bold=bold, ink=INK2 if quiet else "1B1F24")


def _calculate(sheet: "Sheet", row: int, column: int, formula: str) -> None:
    """Write a formula of our own; nothing a person typed is ever part of one."""
    cell = cell_at(sheet, row, column)
    cell.value = formula
    cell.font = font()


def _at(row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column)}{row}"


def _span(row: int, criteria: int, *, fixed: bool = False) -> str:
    from openpyxl.utils import get_column_letter

    first, last = (
        get_column_letter(column) for column in (FIRST_CRITERION, FIRST_CRITERION + criteria - 1)
    )
    return f"${first}${row}:${last}${row}" if fixed else f"{first}{row}:{last}{row}"
