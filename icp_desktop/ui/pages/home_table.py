"""The table of projects on the home page, painted in two lines per row."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.settings import Role
from icp_desktop.storage.index import IndexRow
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.home_model import (
    CELL_ROLE,
    FILE,
    MORE,
    NAME,
    OPENED,
    PROVEN,
    STAGE,
    Cell,
    HomeModel,
)
from icp_desktop.ui.widgets.initials import paint_initials
from icp_desktop.ui.widgets.proof_bar import ProofCounts, paint_proof_bar

_ROW, _HEAD = 50, 37
_WIDTHS = {STAGE: 156, PROVEN: 240, OPENED: 124, FILE: 150, MORE: 40}
_LEAST_NAME = 220
_GIVEN_UP = (FILE, STAGE, OPENED, PROVEN)  # which columns go first where the width is small
AnyIndex = QModelIndex | QPersistentModelIndex


class HomeTable(QTableView):
    """All projects; `opened` and `menu_asked` carry the id of the one that is meant."""

    opened = Signal(str)
    archived = Signal(str)
    menu_asked = Signal(str, QPoint)

    def __init__(self, appearance: Appearance, role: Role) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self.model_of_rows = HomeModel(role, self)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(_HomeDelegate(appearance, self))
        self.setAccessibleName(_("Projects"))
        self.setProperty("ownFocus", "true")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls as a whole
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self.setSortingEnabled(True)
        head.setSortIndicator(OPENED, Qt.SortOrder.DescendingOrder)
        self.clicked.connect(self._on_clicked)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[IndexRow], now: datetime, role: Role) -> None:
        """Show the projects there are now; the marked one stays marked."""
        marked = self.marked_id()
        self.model_of_rows.show_rows(rows, now, role)
        for number in range(self.model_of_rows.rowCount()):
            if self.model_of_rows.row_at(number).id == marked:
                self.selectRow(number)
        self._fit()

    def marked_id(self) -> str:
        """Return the id of the marked project, "" if none is."""
        rows = self.selectionModel().selectedRows()
        return self.model_of_rows.row_at(rows[0].row()).id if rows else ""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        marked = self.marked_id()
        if marked and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(marked)
        elif marked and event.key() == Qt.Key.Key_Delete:
            self.archived.emit(marked)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.visualRect(index).center() if by_key else event.pos()
            self._ask_for_menu(index, place)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(400), px(_HEAD) + self.model_of_rows.rowCount() * px(_ROW) + 2)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == MORE:
            self._ask_for_menu(index, self.visualRect(index).center())
        else:
            self.opened.emit(self.model_of_rows.row_at(index.row()).id)

    def _ask_for_menu(self, index: QModelIndex, place: QPoint) -> None:
        project_id = self.model_of_rows.row_at(index.row()).id
        self.menu_asked.emit(project_id, self.viewport().mapToGlobal(place))

    def _fit(self) -> None:
        px = self._appearance.px
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.horizontalHeader().setFixedHeight(px(_HEAD))
        self.setFixedHeight(self.sizeHint().height())
        self._share_width()

    def _share_width(self) -> None:
        """Give every column its width; what has no room is left out, the file first."""
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
        self.setColumnWidth(NAME, max(room - taken, px(80)))


class _HomeDelegate(QStyledItemDelegate):
    """Paint a cell: the name with its initials, two lines, or the bar of proof."""

    def __init__(self, appearance: Appearance, table: HomeTable) -> None:
        super().__init__(table)
        self._appearance = appearance
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        cell: Cell = index.data(CELL_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state, index)
        match index.column():
            case 0:
                self._paint_name(painter, rect, cell)
            case 2:
                self._paint_proof(painter, rect, cell)
            case 5:
                self._paint_more(painter, rect)
            case _:
                left = rect.left() + self._appearance.px(12)
                self._paint_lines(painter, rect, left, cell.first, cell.second)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, index: AnyIndex
    ) -> None:
        theme = self._appearance.theme
        marked = bool(state & QStyle.StateFlag.State_Selected)
        if marked:
            painter.fillRect(rect, theme.color("soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("rail"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), theme.stroke)
        painter.fillRect(line, theme.color("line"))
        if marked and index.column() == NAME and self._table.hasFocus():
            row = QRect(0, rect.top(), self._table.viewport().width(), rect.height())
            painter.setClipping(False)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -2))

    def _paint_name(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        look, px = self._appearance, self._appearance.px
        top = rect.top() + (rect.height() - px(32)) / 2
        paint_initials(
            painter, QRectF(rect.left() + px(12), top, px(32), px(32)), cell.first, look.theme
        )
        left = rect.left() + px(56)
        room = rect.right() - left - px(8)
        chip = _("Sample") if cell.row.sample else ""
        width = self._paint_lines(
            painter,
            rect,
            left,
            cell.first,
            cell.second,
            strong=True,
            room=room - px(60) * bool(chip),
        )
        if chip:
            self._paint_chip(painter, rect, left + width + px(8), chip)

    def _paint_chip(self, painter: QPainter, rect: QRect, left: int, words: str) -> None:
        look, px = self._appearance, self._appearance.px
        painter.setFont(look.font("caption"))
        width = painter.fontMetrics().horizontalAdvance(words) + px(12)
        box = QRectF(left + 0.5, rect.top() + px(7) + 0.5, width, px(18))
        painter.setPen(QPen(look.color("edge"), look.theme.stroke))
        painter.setBrush(look.color("field"))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(look.color("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_lines(
        self,
        painter: QPainter,
        rect: QRect,
        left: int,
        first: str,
        second: str,
        *,
        strong: bool = False,
        room: int = 0,
    ) -> int:
        """Paint one or two lines and return how wide the first one is."""
        look, px = self._appearance, self._appearance.px
        room = room or rect.right() - left - px(8)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(look.font("strong" if strong else "body"))
        painter.setPen(look.color("ink"))
        metrics = painter.fontMetrics()
        height = metrics.height()
        painter.setFont(look.font("caption"))
        low = painter.fontMetrics()
        total = height + (low.height() if second else 0)
        top = rect.top() + (rect.height() - total) // 2
        painter.setFont(look.font("strong" if strong else "body"))
        words = metrics.elidedText(first, elide, room)
        painter.drawText(left, top + metrics.ascent(), words)
        if second:
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("ink2"))
            painter.drawText(left, top + height + low.ascent(), low.elidedText(second, elide, room))
        return metrics.horizontalAdvance(words)

    def _paint_proof(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        look, px = self._appearance, self._appearance.px
        counts = cell.row.counts
        bar = QRectF(
            rect.left() + px(12), rect.top() + (rect.height() - px(12)) / 2, px(150), px(12)
        )
        shares = ProofCounts(
            customers=counts.customers,
            interviews=counts.interviews,
            outside=counts.outside,
            weak=counts.team + counts.assumption,
            open=counts.open,
        )
        paint_proof_bar(painter, bar, shares, look.theme)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink"))
        words = QRect(round(bar.right()) + px(12), rect.top(), px(70), rect.height())
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cell.first
        )

    def _paint_more(self, painter: QPainter, rect: QRect) -> None:
        size = self._appearance.px(20)
        square = QRect(0, 0, size, size)
        square.moveCenter(rect.center())
        self._appearance.icons.paint(painter, square, "more")
