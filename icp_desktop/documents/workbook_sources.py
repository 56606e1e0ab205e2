"""The sheet of sources: each once, with the answers that rest on it."""

from typing import TYPE_CHECKING

from icp_desktop.checks.grades import GRADE_NAMES
from icp_desktop.checks.source_log import LoggedSource, Use, source_log
from icp_desktop.documents.content import Request
from icp_desktop.documents.workbook_look import Column, Mark, Table
from icp_desktop.i18n import _
from icp_desktop.worksheet.shipped import worksheet_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Sheet


def find_sources(request: Request) -> tuple[LoggedSource, ...]:
    """Return the log of sources of a project."""
    return source_log(request.project, worksheet_of(request.project))


def write_sources(
    sheet: "Sheet", sources: tuple[LoggedSource, ...], request: Request, footer: str
) -> None:
    """Write a row for each source, with all that rests on it."""
    columns = (
        Column(head=_("Source"), width=40, strong=True),
        Column(head=_("Mark"), width=8),
        Column(head=_("Kind of proof"), width=17),
        Column(head=_("Link or file"), width=34),
        Column(head=_("Date"), width=18),
        Column(head=_("Note"), width=34),
        Column(head=_("Answers"), width=10, figures=True),
        Column(head=_("What rests on it"), width=52),
    )
    table = Table(sheet, _("Sources"), columns)
    for each in sources:
        table.add(
            each.name or _("A source without a name"),
            Mark(grade=each.source),
            _(GRADE_NAMES[each.source]),
            each.link or None,
            each.day,
            each.note or None,
            each.answers,
            "\n".join(_use(use) for use in each.uses) or None,
            group=each.key,
        )
    table.finish(request.paper, footer)


def _use(use: Use) -> str:
    """Return "City professionals, Income level: p. 14"."""
    label = f"{use.label}: {use.item}" if use.item else use.label
    page = _("p. {page}", page=use.page) if use.page.isdigit() else use.page
    words = ", ".join(part for part in (use.profile, label, page) if part)
    return _("Against: {words}", words=words) if use.against else words
