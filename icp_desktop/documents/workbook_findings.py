"""The sheets of findings and of the back-test: every trait that was compared, with its counts."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from icp_desktop.documents.content import Request
from icp_desktop.documents.findings import all_analyses, make_findings
from icp_desktop.documents.workbook_look import Column, Figure, Table
from icp_desktop.i18n import _
from icp_desktop.insight.analysis import Analysis
from icp_desktop.insight.contrast import Finding
from icp_desktop.insight.customers import customers_of
from icp_desktop.insight.statistics import newcombe
from icp_desktop.insight.words import SURE_NAMES, pair_sentence, say_trait, sentence, side_words

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet as Sheet

_SHARE = "0%"
_CHART_WIDE, _CHART_ROW = 18, 1.1  # centimetres: the width, and the height of one trait
_MOST_BARS = 12


def write_findings(add_sheet: Callable[[str], "Sheet"], request: Request, footer: str) -> None:
    """Write what the customers say, where a list was read in."""
    customers = customers_of(request.project)
    if customers is None:
        return
    analyses = all_analyses(request, customers)
    if analyses:
        _write_traits(add_sheet(_("Findings")), analyses, request, footer)
    content = make_findings(request)
    if content.groups:
        _write_test(add_sheet(_("Back-test")), request, footer)


def _write_traits(sheet: "Sheet", analyses: list[Analysis], request: Request, footer: str) -> None:
    columns = (
        Column(head=_("Compared"), width=14, quiet=True),
        Column(head=_("Trait"), width=34, strong=True),
        Column(head=_("How sure"), width=24),
        Column(head=_("Have it"), width=10, figures=True),
        Column(head=_("Of"), width=8, figures=True),
        Column(head=_("Share"), width=9, figures=True),
        Column(head=_("Others have it"), width=15, figures=True),
        Column(head=_("Of others"), width=11, figures=True),
        Column(head=_("Share of others"), width=16, figures=True),
        Column(head=_("Gap from"), width=10, figures=True),
        Column(head=_("Gap to"), width=9, figures=True),
        Column(head=_("Settled by"), width=12, figures=True),
        Column(head=_("In words"), width=62),
    )
    table = Table(sheet, _("Findings from the customer list"), columns)
    for number, analysis in enumerate(analyses):
        side = side_words(analysis.subject)[0].capitalize()
        compared = analysis.contrast
        rows = [
            _add(table, side, finding, analysis)
            for part in (compared.found, compared.no_difference, compared.too_few)
            for finding in part
        ]
        for pair in analysis.pairs:
            names = f"{say_trait(pair.first)} + {say_trait(pair.second)}"
            counts = pair.counts
            table.add(
                side,
                names,
                _("Two traits together"),
                counts.best,
                counts.of_best,
                _share(counts.best, counts.of_best),
                counts.others,
                counts.of_others,
                _share(counts.others, counts.of_others),
                *map(_percent, newcombe(counts)),
                None,
                pair_sentence(pair, analysis.subject),
                group=side,
            )
        if number == 0 and compared.found:
            _draw(sheet, rows[: min(len(compared.found), _MOST_BARS)], analysis)
    table.finish(request.paper, footer)


def _add(table: Table, side: str, finding: Finding, analysis: Analysis) -> "list[Cell]":
    counts = finding.counts
    cells = table.add(
        side,
        say_trait(finding.trait),
        _(SURE_NAMES[finding.sure]),
        counts.best,
        counts.of_best,
        _share(counts.best, counts.of_best),
        counts.others,
        counts.of_others,
        _share(counts.others, counts.of_others),
        *map(_percent, newcombe(counts)),
        finding.settled_by,
        sentence(finding, analysis.subject),
        group=side,
    )
    return list(cells)


def _share(count: int, total: int) -> Figure | None:
    return _percent(count / total) if total else None


def _percent(share: float) -> Figure:
    return Figure(number=Decimal(str(round(share, 4))), pattern=_SHARE)


def _draw(sheet: "Sheet", rows: "list[list[Cell]]", analysis: Analysis) -> None:
    """Put a chart beside the table: the shares of both sides for what differs."""
    from openpyxl.chart import BarChart, Reference
    from openpyxl.chart.series import SeriesLabel

    first, last = rows[0][0].row, rows[-1][0].row
    chart = BarChart()
    chart.type = "bar"
    chart.style = 10
    chart.title = _("What differs")
    chart.width = _CHART_WIDE
    chart.height = max(len(rows) * _CHART_ROW + 4, 7)
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.number_format = _SHARE
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    names = Reference(sheet, min_col=2, min_row=first, max_row=last)
    colours = ("1B5E33", "C9CCD1")
    for column, words, colour in zip((6, 9), side_words(analysis.subject), colours, strict=True):
        chart.add_data(Reference(sheet, min_col=column, min_row=first, max_row=last))
        series = chart.series[-1]
        series.tx = SeriesLabel(v=words.capitalize())
        series.graphicalProperties.solidFill = colour
        series.graphicalProperties.line.solidFill = "797E86"
    chart.set_categories(names)
    sheet.add_chart(chart, f"O{max(first - 1, 1)}")


def _write_test(sheet: "Sheet", request: Request, footer: str) -> None:
    content = make_findings(request)
    columns = (
        Column(head=_("What"), width=52, strong=True),
        *(Column(head=head, width=14, figures=True) for head in content.heads),
    )
    table = Table(sheet, content.test_title, columns)
    table.add(_("Let in"), *(group.words for group in content.groups), group="groups")
    for cost in content.costs:
        words = _("Without “{criterion}”", criterion=cost.criterion)
        table.add(words, *(int(more) for more in cost.more), group="costs")
    table.finish(request.paper, footer)
