"""The tables of the workbook: answers, entries of lists, what is not proven, the evidence."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from icp_desktop.checks.grades import GRADE_NAMES
from icp_desktop.documents.cells import defined_name, money_pattern, number_pattern
from icp_desktop.documents.content import ProfileContent, Request, Row
from icp_desktop.documents.workbook_look import Column, Content, Figure, Mark, Table
from icp_desktop.documents.workbook_sources import find_sources, write_sources
from icp_desktop.i18n import _
from icp_desktop.model.evidence import Evidence
from icp_desktop.model.project import Answer, Profile, find_answer
from icp_desktop.model.record import record
from icp_desktop.model.values import Day, MoneyRange, NumberRange, Pair, Pairs, Term, Terms
from icp_desktop.worksheet.definitions import Worksheet
from icp_desktop.worksheet.phrases import option_label

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

_RANGES = ("number_range", "money_range")
AddSheet = Callable[[str], "Sheet"]
Labelled = tuple[str, Row]  # the label of the section, and the row


@record
class Answers:
    """Everything the tables say of one profile; `business` is the same for all of them."""

    profile: Profile
    worksheet: Worksheet
    content: ProfileContent
    rows: tuple[Labelled, ...]
    business: tuple[Labelled, ...]
    who_not: tuple[Labelled, ...]


@record
class _Shape:
    """Which columns a table of answers has beside those that all have."""

    ranged: bool = True
    weighed: bool = True
    reasoned: bool = False


def write_tables(
    add_sheet: AddSheet, workbook: "Workbook", all_answers: list[Answers], request: Request
) -> None:
    """Write every table, in the order in which they are read."""
    names = _Names(workbook)
    several = len(all_answers) > 1
    for number, each in enumerate(all_answers, 1):
        title = each.profile.name if several else _("Profile")
        prefix = f"{each.profile.name[:40]} {number}." if several else ""
        rows = (*each.rows, *each.who_not)
        shape = _Shape(reasoned=any(row.reason for _label, row in rows))
        table = Table(add_sheet(title), each.content.title, _answer_columns(shape))
        _write_answers(table, rows, each.worksheet, names, prefix, shape)
        table.finish(request.paper, each.content.footer)
    first = all_answers[0]
    footer = first.content.footer
    _write_items(add_sheet(_("Lists")), all_answers, request, footer)
    if first.business:
        label = first.business[0][0]
        ranged = any(row.kind in _RANGES for _label, row in first.business)
        shape = _Shape(ranged=ranged, weighed=False)
        table = Table(add_sheet(label), label, _answer_columns(shape))
        _write_answers(table, first.business, first.worksheet, names, "", shape)
        table.finish(request.paper, footer)
    _write_unproven(add_sheet(_("Not yet proven")), all_answers, request, footer)
    _write_evidence(add_sheet(_("Evidence")), all_answers, request, footer)
    if sources := find_sources(request):
        write_sources(add_sheet(_("Sources")), sources, request, footer)


class _Names:
    """Names cells, each name once in a workbook."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._taken: set[str] = set()

    def give(self, wish: str, cell: "Cell") -> None:
        """Name a cell."""
        from openpyxl.utils import absolute_coordinate, quote_sheetname
        from openpyxl.workbook.defined_name import DefinedName

        name = defined_name(wish, self._taken)
        place = f"{quote_sheetname(cell.parent.title)}!{absolute_coordinate(cell.coordinate)}"
        self._workbook.defined_names[name] = DefinedName(name, attr_text=place)


def _answer_columns(shape: _Shape) -> tuple[Column, ...]:
    figures = (
        Column(head=_("From"), width=12, figures=True),
        Column(head=_("To"), width=12, figures=True),
        Column(head=_("Unit"), width=14, quiet=True),
        Column(head=_("Currency"), width=12, quiet=True),
    )
    matters = (Column(head=_("Matters"), width=15),) if shape.weighed else ()
    reason = (Column(head=_("Reason"), width=22),) if shape.reasoned else ()
    return (
        Column(head=_("Section"), width=19, quiet=True),
        Column(head=_("Field"), width=22, strong=True),
        Column(head=_("Answer"), width=48),
        *(figures if shape.ranged else ()),
        *matters,
        *reason,
        Column(head=_("Mark"), width=8),
        Column(head=_("How we know"), width=26),
        Column(head=_("Next test"), width=34),
        Column(head=_("Field id"), width=26, printed=False, quiet=True),
    )


def _write_answers(
    table: Table,
    rows: tuple[Labelled, ...],
    worksheet: Worksheet,
    names: _Names,
    prefix: str,
    shape: _Shape,
) -> None:
    for label, row in rows:
        low, high, unit, currency = _figures(row, worksheet)
        weight = row.weight_words if row.value is not None else None
        cells = table.add(
            label,
            row.label,
            row.value.day if isinstance(row.value, Day) else row.words or None,
            *((low, high, unit, currency) if shape.ranged else ()),
            *((weight,) if shape.weighed else ()),
            *((row.reason or None,) if shape.reasoned else ()),
            Mark(grade=row.grade) if row.grade else None,
            _how_we_know(row),
            row.next_test or None,
            row.field_id,
            group=label,
        )
        wish = f"{prefix}{row.field_id}"
        names.give(wish, cells[2])
        if row.kind in _RANGES:
            names.give(f"{wish}_from", cells[3])
            names.give(f"{wish}_to", cells[4])


def _figures(
    row: Row, worksheet: Worksheet
) -> tuple[Figure | None, Figure | None, str | None, str | None]:
    """Return from, to, unit and currency of a range, each None where there is none."""
    value = row.value
    if not isinstance(value, NumberRange | MoneyRange):
        return None, None, None, None
    money = value.currency if isinstance(value, MoneyRange) else None
    patterns = [
        None
        if end is None
        else Figure(
            number=end,
            pattern=number_pattern(end) if money is None else money_pattern(end, money),
        )
        for end in (value.low, value.high)
    ]
    unit = option_label(worksheet.field(row.field_id).units, value.unit)
    return patterns[0], patterns[1], unit or None, money or None


def _how_we_know(row: Row) -> str:
    if row.value is None:
        return _("Still open")
    return row.known_words


def _write_items(sheet: "Sheet", all_answers: list[Answers], request: Request, footer: str) -> None:
    several = len(all_answers) > 1
    columns = (
        Column(head=_("Field"), width=22, strong=True),
        Column(head=_("Entry"), width=48),
        Column(head=_("Goes with it"), width=48),
        Column(head=_("Matters"), width=15),
        Column(head=_("Mark"), width=8),
        Column(head=_("How we know"), width=26),
        Column(head=_("Next test"), width=34),
    )
    table = Table(sheet, _("Lists, entry by entry"), _with_profile(columns, several=several))
    for profile, row, _answers in _all_rows(all_answers, request):
        lead: tuple[Content, ...] = (profile.name if profile else _("About us"),) if several else ()
        for line in row.lines if row.kind in ("terms", "pairs") else ():
            grade = line.grade or row.grade
            table.add(
                *lead,
                row.label,
                line.text,
                line.second or None,
                row.weight_words if profile else None,
                Mark(grade=grade) if grade else None,
                line.known_words or row.known_words,
                line.next_test or row.next_test or None,
                group=f"{profile.id if profile else ''} {row.field_id}",
            )
    table.finish(request.paper, footer)


def _all_rows(
    all_answers: list[Answers], request: Request
) -> Iterator[tuple[Profile | None, Row, tuple[Answer, ...]]]:
    """Yield every row with its profile and the answers it comes from; the business comes last."""
    for each in all_answers:
        for _label, row in (*each.rows, *each.who_not):
            yield each.profile, row, each.profile.answers
    for _label, row in all_answers[0].business:
        yield None, row, request.project.about


def _write_unproven(
    sheet: "Sheet", all_answers: list[Answers], request: Request, footer: str
) -> None:
    several = len(all_answers) > 1
    columns = (
        Column(head=_("Field"), width=22, strong=True),
        Column(head=_("What we believe"), width=40),
        Column(head=_("Matters"), width=14),
        Column(head=_("Mark"), width=8),
        Column(head=_("How we know"), width=22),
        Column(head=_("What hangs on it"), width=30, quiet=True),
        Column(head=_("Next test"), width=40),
        Column(head=_("We keep it if"), width=34),
        Column(head=_("Who"), width=16),
        Column(head=_("By"), width=18),
        Column(head=_("Result"), width=26),
    )
    table = Table(sheet, _("Not yet proven"), _with_profile(columns, several=several))
    for each in all_answers:
        lead: tuple[Content, ...] = (each.profile.name,) if several else ()
        for unproven in each.content.not_yet_proven:
            if several and unproven.profile_id != each.profile.id:
                continue  # it stands there once, under the profile that is not a fit
            table.add(
                *lead,
                unproven.label,
                unproven.words,
                unproven.weight_words,
                Mark(grade=unproven.grade),
                unproven.known_words,
                unproven.hangs or None,
                unproven.test or None,
                unproven.keep_if or None,
                unproven.who or None,
                unproven.by,
                None,
                group=f"{each.profile.id} {unproven.weight}",
            )
    table.finish(request.paper, footer)


def _write_evidence(
    sheet: "Sheet", all_answers: list[Answers], request: Request, footer: str
) -> None:
    several = len(all_answers) > 1
    columns = (
        Column(head=_("Field"), width=22, strong=True),
        Column(head=_("Of"), width=34),
        Column(head=_("Mark"), width=8),
        Column(head=_("Kind of proof"), width=17),
        Column(head=_("Speaks"), width=10),
        Column(head=_("Count"), width=10, figures=True),
        Column(head=_("Out of"), width=10, figures=True),
        Column(head=_("What was said or seen"), width=52),
        Column(head=_("Source"), width=34),
        Column(head=_("Link or file"), width=26),
        Column(head=_("Page"), width=10),
        Column(head=_("Date"), width=18),
    )
    table = Table(sheet, _("Evidence"), _with_profile(columns, several=several))
    for profile, row, answers in _all_rows(all_answers, request):
        lead: tuple[Content, ...] = (profile.name if profile else _("About us"),) if several else ()
        for what, piece in _pieces(find_answer(answers, row.field_id)):
            cells = _evidence_cells(row, what, piece)
            table.add(*lead, *cells, group=f"{profile.id if profile else ''} {row.field_id}")
    table.finish(request.paper, footer)


def _pieces(answer: Answer) -> Iterator[tuple[str, Evidence]]:
    """Yield every piece of proof with what it is about: the whole answer, or one entry."""
    for piece in answer.evidence:
        yield _("The whole answer"), piece
    items: tuple[Term | Pair, ...] = ()
    if isinstance(answer.value, Terms | Pairs):
        items = answer.value.items
    for item in items:
        for piece in item.evidence:
            yield item.text if isinstance(item, Term) else item.first, piece


def _evidence_cells(row: Row, what: str, piece: Evidence) -> tuple[Content, ...]:
    return (
        row.label,
        what,
        Mark(grade=piece.source),
        _(GRADE_NAMES[piece.source]),
        _("against") if piece.against else _("for"),
        piece.count,
        piece.total,
        piece.note or None,
        piece.reference or None,
        piece.link or None,
        piece.page or None,
        piece.day,
    )


def _with_profile(columns: tuple[Column, ...], *, several: bool) -> tuple[Column, ...]:
    if not several:
        return columns
    return (Column(head=_("Profile"), width=20, quiet=True), *columns)
