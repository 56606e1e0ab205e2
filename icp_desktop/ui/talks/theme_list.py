"""Themes as rows to choose from: the name, a cell for each talk, and how many of all."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.insight.themes import ThemeCount
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.roving import Roving
from icp_desktop.ui.widgets.row_button import RowButton
from icp_desktop.ui.widgets.theme_cells import cells_width, paint_cells
from icp_desktop.ui.widgets.tooltips import set_tool_tip

_HEIGHT, _SIDE, _GAP = 34, 8, 16


class ThemeRow(RowButton):
    """One theme; chosen it stands on a soft ground."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, usual=320, least=220, height=_HEIGHT)
        self.count: ThemeCount | None = None

    def show_count(self, count: ThemeCount, *, chosen: bool) -> None:
        """Show a theme."""
        self.choose(chosen=chosen)
        if count == self.count:
            return
        self.count = count
        said = _("{n} of {total} interviews", n=count.count, total=count.total)
        self.setAccessibleName(f"{count.theme.name}: {said}")
        set_tool_tip(self, count.theme.name)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.count is None:
            return
        px, theme = self._appearance.px, self._appearance.theme
        painter = QPainter(self)
        box = self.rect()
        self.paint_ground(painter)
        inner = box.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        painter.setPen(theme.color("ink"))
        painter.setFont(self._appearance.font("strong" if self.isChecked() else "body"))
        cells = cells_width(self._appearance, self.count.total)
        words = _("{n} of {total}", n=self.count.count, total=self.count.total)
        widest = _("{n} of {total}", n=self.count.total, total=self.count.total)
        count = painter.fontMetrics().horizontalAdvance(widest) + px(_GAP)
        upright = Qt.AlignmentFlag.AlignVCenter
        room = inner.width() - count - cells - px(_GAP)
        name = painter.fontMetrics().elidedText(
            self.count.theme.name, Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(inner, upright | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(self._appearance.font("body"))
        painter.drawText(inner, upright | Qt.AlignmentFlag.AlignRight, words)
        left = inner.right() + 1 - count - cells
        paint_cells(painter, QRectF(left, box.top(), cells, box.height()), self.count.cells, theme)
        painter.end()


class ThemeList(QWidget):
    """Rows of themes: one Tab stop, arrows move inside; `chosen` carries the id."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rows: list[ThemeRow] = []
        self._roving = Roving(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_counts(self, counts: Sequence[ThemeCount], chosen: str) -> None:
        """Show themes and which one is chosen."""
        changed = len(self.rows) != len(counts)
        while len(self.rows) > len(counts):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(counts):
            row = ThemeRow(self._appearance)
            row.clicked.connect(lambda _on, row=row: self._on_clicked(row))
            self._column.addWidget(row)
            self.rows.append(row)
        for row, count in zip(self.rows, counts, strict=True):
            row.show_count(count, chosen=count.theme.id == chosen)
        if changed:
            self._roving.set_buttons(self.rows, 1)

    def _on_clicked(self, row: ThemeRow) -> None:
        row.setChecked(True)
        if row.count is not None:
            self.chosen.emit(row.count.theme.id)
