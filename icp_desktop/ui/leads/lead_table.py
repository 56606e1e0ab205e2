"""The leads as a table of two-line rows."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines
from icp_desktop.ui.leads.fit_bar import paint_fit
from icp_desktop.ui.leads.lead_model import (
    CELL_ROLE,
    FIT,
    LEAD,
    NEXT,
    TIER,
    TIMING,
    AnyIndex,
    LeadCell,
    LeadModel,
)
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.row_table import dress_rows, paint_ground, paint_lines

_ROW, _HEAD, _PAD = 54, 37, 12
_WIDTHS = {TIER: 84, FIT: 182, TIMING: 96, NEXT: 144}
_LEAST_NAME = 140
_GIVEN_UP = (NEXT, TIMING)  # which columns go first where the width is small


class LeadTable(QTableView):
    """All leads that are shown; `marked` carries the place in the list of the one gone to."""

    marked = Signal(int)
    opened = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._marked = -1  # the place in the list of the lead gone to
        self.leads = LeadModel(self)
        self.setModel(self.leads)
        dress_rows(self, _LeadPainter(appearance, self), _("Leads"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(FIT, Qt.SortOrder.DescendingOrder)
        self.leads.layoutChanged.connect(lambda: self.mark(self._marked))
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.activated.connect(lambda index: self.opened.emit(self.leads.row_at(index.row())))
        self._fit()
        appearance.changed.connect(self._fit)

    def mark(self, row: int) -> None:
        """Mark a row of the list, the first that is shown if it is not."""
        place = max(self.leads.place_of(row), 0)
        if self.leads.rowCount():
            self.selectRow(place)
            self.scrollTo(self.leads.index(place, LEAD))

    def marked_rows(self) -> tuple[int, ...]:
        """Return the places in the list of all rows that are marked, in the order shown."""
        shown = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.leads.row_at(number) for number in shown)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _on_row(self, index: AnyIndex, _before: AnyIndex) -> None:
        if index.isValid():
            self._marked = self.leads.row_at(index.row())
            self.marked.emit(self._marked)

    def _fit(self) -> None:
        px = self._appearance.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.setMinimumHeight(px(_HEAD + 3 * _ROW))
        self._share_width()

    def _share_width(self) -> None:
        px = self._appearance.px
        room = self.viewport().width()
        shown = set(_WIDTHS)
        for column in _GIVEN_UP:
            if sum(px(_WIDTHS[each]) for each in shown) + px(_LEAST_NAME) <= room:
                break
            shown.discard(column)
        for column, width in _WIDTHS.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, px(width))
        taken = sum(px(_WIDTHS[each]) for each in shown)
        spare = max(room - taken - px(_LEAST_NAME), 0) // 2 if NEXT in shown else 0
        self.setColumnWidth(NEXT, px(_WIDTHS[NEXT]) + spare)
        self.setColumnWidth(LEAD, max(room - taken - spare, px(80)))


class _LeadPainter(QStyledItemDelegate):
    """Paints a cell: the lead, its tier in a box, the bar of its fit, or words."""

    def __init__(self, appearance: Appearance, table: LeadTable) -> None:
        super().__init__(table)
        self._appearance = appearance
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        cell: LeadCell = index.data(CELL_ROLE)
        rect: QRect = option.rect
        look = self._appearance
        words = rect.adjusted(look.px(_PAD), 0, -look.px(4), 0)
        painter.save()
        current = index.row() == self._table.currentIndex().row()
        paint_ground(painter, rect, option.state, look, self._table, focused=current)
        match index.column():
            case 0:
                tone: Role = "ink2" if cell.ruled_out else "ink"
                paint_lines(painter, words, cell.name, cell.detail, look, strong=True, tone=tone)
            case 1:
                self._paint_tier(painter, rect, cell)
            case _ if cell.ruled_out:
                self._paint_across(painter, rect, cell)
            case 2:
                self._paint_fit(painter, rect, cell)
            case 3:
                paint_lines(painter, words, cell.timing, cell.moment, look)
            case _:
                self._paint_wrapped(painter, rect, cell.question)
        painter.restore()

    def _paint_across(self, painter: QPainter, rect: QRect, cell: LeadCell) -> None:
        """Paint the part of the sentence across all columns that falls into this cell."""
        left = self._table.columnViewportPosition(FIT)
        right = self._table.viewport().width()
        across = QRect(left, rect.top(), right - left, rect.height())
        painter.setClipRect(rect)
        px = self._appearance.px
        words = across.adjusted(px(_PAD), 0, -px(4), 0)
        paint_lines(painter, words, _("Ruled out"), cell.why_out, self._appearance, tone="ink2")

    def _paint_tier(self, painter: QPainter, rect: QRect, cell: LeadCell) -> None:
        look, px = self._appearance, self._appearance.px
        side = px(22)
        left, top = rect.left() + px(_PAD), rect.top() + (rect.height() - side) // 2
        if cell.ruled_out:
            look.icons.paint(painter, QRect(left, top, side, side), "ruled-out")
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(left + 0.5, top + 0.5, side - 1, side - 1)
        solid = cell.tier == "A"
        painter.setPen(QPen(look.color("ink" if cell.tier != "C" else "line"), look.theme.stroke))
        painter.setBrush(look.color("ink" if solid else "field"))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setFont(look.font("caption_strong"))
        painter.setPen(look.color("page" if solid else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cell.tier)
        if cell.may_reach != cell.tier:
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("ink2"))
            words = QRect(left + side + px(6), rect.top(), px(50), rect.height())
            said = _("or {tier}", tier=cell.may_reach)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_fit(self, painter: QPainter, rect: QRect, cell: LeadCell) -> None:
        look, px = self._appearance, self._appearance.px
        top = rect.top() + (rect.height() - px(12)) / 2
        area = QRectF(rect.left() + px(_PAD), top, px(112), px(16))
        paint_fit(painter, area, cell.low, cell.high, look.theme)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        left = round(area.right()) + px(10)
        words = QRect(left, rect.top(), rect.right() - left, rect.height())
        said = f"{cell.low}–{cell.high}" if cell.low != cell.high else str(cell.low)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)

    def _paint_wrapped(self, painter: QPainter, rect: QRect, text: str) -> None:
        look, px = self._appearance, self._appearance.px
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        metrics = painter.fontMetrics()
        lines = fit_lines(text, look.font("body"), rect.width() - px(_PAD + 4), 2)
        base = rect.top() + (rect.height() - len(lines) * metrics.height()) // 2 + metrics.ascent()
        for number, line in enumerate(lines):
            painter.drawText(rect.left() + px(_PAD), base + number * metrics.height(), line)
