"""The sheet of leads: each with its range, its tier, when to talk and what to ask next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from icp_desktop.documents.content import Request
from icp_desktop.documents.lead_content import score_all
from icp_desktop.documents.scorecard import MOST_LEADS, ranked
from icp_desktop.documents.workbook_look import Column, Table
from icp_desktop.i18n import _
from icp_desktop.insight.lead_words import detail_of, say_tier, why_out
from icp_desktop.insight.reasons import ask_next
from icp_desktop.insight.scoring import say_timing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Sheet


def write_leads(add_sheet: Callable[[str], "Sheet"], request: Request, footer: str) -> None:
    """Write the leads, the best fits first, where a list of leads was read in."""
    if all(table.role != "leads" for table in request.project.tables):
        return
    scored = score_all(request)
    columns = (
        Column(head=_("Lead"), width=30, strong=True),
        Column(head=_("Where, how large"), width=26, quiet=True),
        Column(head=_("Tier"), width=16),
        Column(head=_("Fit, from"), width=10, figures=True),
        Column(head=_("to"), width=8, figures=True),
        Column(head=_("Timing"), width=13),
        Column(head=_("Ask next"), width=44),
        Column(head=_("What rules out"), width=44),
    )
    table = Table(add_sheet(_("Leads")), _("Leads by fit"), columns)
    for row in ranked(scored)[:MOST_LEADS]:
        found = scored.frame.row(row, named=True)
        question = ask_next(scored, row)
        out = found["ruled_out"]
        table.add(
            scored.leads.names[row],
            detail_of(scored, row),
            _("Ruled out") if out else say_tier(found["tier"], found["may_reach"]),
            int(found["low"]),
            int(found["high"]),
            say_timing(found["timing"]),
            question.criterion.question if question else "",
            why_out(scored, row) if out else "",
            group="out" if out else "in",
        )
    table.finish(request.paper, footer)
