"""The sheets of leads, with range, tier, when to talk and what to ask next, and of pilots."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from icp_desktop.documents.content import Request
from icp_desktop.documents.lead_content import score_all
from icp_desktop.documents.scorecard import MOST_LEADS, ranked
from icp_desktop.documents.workbook_look import Column, Table
from icp_desktop.i18n import _
from icp_desktop.insight.lead_words import detail_of, say_tier, why_out
from icp_desktop.insight.pilots import WENT_NAMES, say_side
from icp_desktop.insight.reasons import ask_next
from icp_desktop.insight.scoring import say_timing
from icp_desktop.worksheet.phrases import say_day

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


def write_pilots(add_sheet: Callable[[str], "Sheet"], request: Request, footer: str) -> None:
    """Write who was tried in which pilot and how it went, where there is one."""
    if not request.project.pilots:
        return
    columns = (
        Column(head=_("Pilot"), width=26, strong=True),
        Column(head=_("From"), width=18),
        Column(head=_("To"), width=18),
        Column(head=_("Success is"), width=34, quiet=True),
        Column(head=_("Lead"), width=30),
        Column(head=_("When it began"), width=22),
        Column(head=_("How it went"), width=16),
    )
    table = Table(add_sheet(_("Pilots")), _("Pilots"), columns)
    for pilot in request.project.pilots:
        for lead in pilot.leads:
            table.add(
                pilot.name,
                say_day(pilot.start),
                say_day(pilot.end),
                pilot.success,
                lead.name,
                say_side(lead),
                _(WENT_NAMES[lead.went]),
                group=pilot.id,
            )
    table.finish(request.paper, footer)
