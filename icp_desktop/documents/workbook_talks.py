"""The sheets of the workbook that hold what talks say: themes, quotes, answers that were ticked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from icp_desktop.documents.consent import speaker_words
from icp_desktop.documents.content import Request
from icp_desktop.documents.talk_content import quote_bank
from icp_desktop.documents.workbook_look import Column, Content, Table
from icp_desktop.i18n import _
from icp_desktop.insight.asking import questions_of
from icp_desktop.insight.closed_answers import count_closed_answers
from icp_desktop.insight.themes import HeardQuote, by_segment, count_themes
from icp_desktop.model.project import Project

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

_MOST_SEGMENTS = 8


def write_talks(add_sheet: Callable[[str], "Sheet"], request: Request, footer: str) -> None:
    """Write a sheet for each kind of thing that was said; nothing where nothing was."""
    project = request.project
    if any(each.count for each in count_themes(project)):
        _write_themes(add_sheet(_("Themes")), request, footer)
    if quote_bank(project):
        _write_quotes(add_sheet(_("Quotes")), request, footer)
    if count_closed_answers(project):
        _write_closed(add_sheet(_("Answers counted")), request, footer)


def _write_themes(sheet: "Sheet", request: Request, footer: str) -> None:
    segments, told = by_segment(request.project, "segment")
    shown = segments[:_MOST_SEGMENTS] if len(segments) > 1 else ()
    columns = (
        Column(head=_("Theme"), width=34, strong=True),
        Column(head=_("Interviews"), width=12, figures=True),
        Column(head=_("Out of"), width=10, figures=True),
        Column(head=_("Colleagues"), width=12, figures=True),
        Column(head=_("Quotes"), width=10, figures=True),
        *(
            Column(
                head=_("{name}, of {total}", name=each.name or _("No segment"), total=each.total),
                width=18,
                figures=True,
            )
            for each in shown
        ),
    )
    table = Table(sheet, _("Themes"), columns)
    in_segments = {each.theme.id: each.counts for each in told}
    for each in count_themes(request.project):
        counts = in_segments[each.theme.id][: len(shown)]
        table.add(
            each.theme.name, each.count, each.total, each.colleagues, each.quotes, *counts,
            group=each.theme.id,
        )  # fmt: skip
    table.finish(request.paper, footer)


def _write_quotes(sheet: "Sheet", request: Request, footer: str) -> None:
    columns = (
        Column(head=_("Quote"), width=64),
        Column(head=_("Who"), width=30, strong=True),
        Column(head=_("Themes"), width=30),
        Column(head=_("Starred"), width=10),
        Column(head=_("Interview"), width=11, figures=True),
        Column(head=_("Date"), width=18),
        Column(head=_("Segment"), width=20, quiet=True),
        Column(head=_("Question"), width=44, quiet=True),
    )
    table = Table(sheet, _("Quotes"), columns)
    names = {theme.id: theme.name for theme in request.project.themes}
    for each in quote_bank(request.project):
        table.add(*_quote_cells(request.project, each, names), group=each.talk.id)
    table.finish(request.paper, footer)


def _quote_cells(project: Project, heard: HeardQuote, names: dict[str, str]) -> tuple[Content, ...]:
    quote, talk = heard.quote, heard.talk
    asked = {each.id: each.text for each in questions_of(project, talk)}
    return (
        quote.text,
        speaker_words(talk),
        ", ".join(names[each] for each in quote.themes if each in names) or None,
        _("Yes") if quote.starred else None,
        heard.number,
        talk.day,
        talk.segment or None,
        asked.get(quote.question),
    )


def _write_closed(sheet: "Sheet", request: Request, footer: str) -> None:
    columns = (
        Column(head=_("Question"), width=54, strong=True),
        Column(head=_("Answer"), width=40),
        Column(head=_("Count"), width=10, figures=True),
        Column(head=_("Out of"), width=10, figures=True),
    )
    table = Table(sheet, _("Answers counted"), columns)
    for each in count_closed_answers(request.project):
        for choice, count in each.choices:
            table.add(each.asked, choice, count, each.total, group=each.question)
    table.finish(request.paper, footer)
