"""How many of each group a profile lets in: counts, one dot per customer, and what moved."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from icp_desktop.documents.charts import Chart, Inks, draw_dots
from icp_desktop.i18n import _
from icp_desktop.insight.backtest import Accepted, BackTest, GroupName, say_group
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.chart_view import ChartView
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_COLUMNS = 4


class GroupDots(QWidget):
    """Show a row per group."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows: list[tuple[Hairline, PlainLabel, PlainLabel, ChartView, PlainLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(appearance.px(16))
        self._grid.setVerticalSpacing(appearance.px(8))
        self._grid.setColumnStretch(2, 1)

    def show_test(self, before: BackTest, result: BackTest) -> None:
        """Show a test, and how it differs from the profile as it stands."""
        while len(self._rows) < len(result.groups):
            self._add_row()
        for place, row in enumerate(self._rows):
            shown = place < len(result.groups)
            for part in row:
                part.setVisible(shown)
            if not shown:
                continue
            group, earlier = result.groups[place], before.groups[place]
            _line, name, count, chart, moved = row
            name.setText(say_group(group.name))
            count.setText(_("{n} of {total}", n=group.count, total=group.total))
            chart.show_chart(partial(_draw, group))
            more = group.count - earlier.count
            moved.setText(f"{more:+d}" if more else "")

    def _add_row(self) -> None:
        at = 2 * len(self._rows)
        line = Hairline()
        name, count = PlainLabel(style="strong"), PlainLabel()
        chart, moved = ChartView(self._appearance), PlainLabel(style="strong", tone="accent")
        self._grid.addWidget(line, at, 0, 1, _COLUMNS)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, at + 1, 0, top)
        self._grid.addWidget(count, at + 1, 1, top)
        self._grid.addWidget(chart, at + 1, 2, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(moved, at + 1, 3, top)
        moved.setMinimumWidth(self._appearance.px(40))
        self._rows.append((line, name, count, chart, moved))


def _draw(group: Accepted, width: float, inks: Inks) -> Chart:
    counted = _("{n} of {total}", n=group.count, total=group.total)
    return draw_dots(
        group.count,
        group.total,
        width,
        solid=_solid(group.name, inks),
        inks=inks,
        words=f"{say_group(group.name)}: {counted}",
    )


def _solid(name: GroupName, inks: Inks) -> str:
    """Return the colour of the customers meant: green the best, ink the worst, grey the others."""
    if name in ("best", "won"):
        return inks.best
    return inks.ink if name in ("worst", "lost", "departed") else inks.edge
