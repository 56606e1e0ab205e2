"""The table of projects on the home page, painted in two lines per row."""

from collections.abc import Callable, Sequence
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
    QLineEdit,
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
    FORMS,
    MORE,
    NAME,
    OPENED,
    PROVEN,
    REVIEW,
    STAGE,
    Cell,
    HomeModel,
)
from icp_desktop.ui.widgets.initials import paint_initials
from icp_desktop.ui.widgets.proof_bar import ProofCounts, paint_proof_bar
from icp_desktop.ui.widgets.row_table import dress_rows, paint_ground, paint_lines

_ROW, _HEAD = 50, 37
_WIDTHS = {STAGE: 142, PROVEN: 240, FORMS: 104, OPENED: 116, REVIEW: 126, FILE: 150, MORE: 40}
_LEAST_NAME = 220
_GIVEN_UP = (
    FILE,
    STAGE,
    OPENED,
    FORMS,
    PROVEN,
    REVIEW,
)  # which columns go first where the width is small
AnyIndex = QModelIndex | QPersistentModelIndex


def search_line(on_text: Callable[[str], None]) -> QLineEdit:
    """Return the line in which a project is looked for."""
    line = QLineEdit()
    line.setPlaceholderText(_("Find a project"))
    line.setAccessibleName(_("Find a project"))
    line.setClearButtonEnabled(True)
    line.textChanged.connect(on_text)
    return line


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
        dress_rows(self, _HomeDelegate(appearance, self), _("Projects"))
        # The page scrolls as a whole.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(OPENED, Qt.SortOrder.DescendingOrder)
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

    def seek(self, text: str) -> None:
        """Show the projects alone that hold every word of a text."""
        self.model_of_rows.seek(text)
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
        self.updateGeometries()  # else the range of the bar may stay as it was on the way here


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
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, option.state, self._appearance, self._table, focused=True)
        match index.column():
            case 0:
                self._paint_name(painter, rect, cell)
            case 2:
                self._paint_proof(painter, rect, cell)
            case 7:
                self._paint_more(painter, rect)
            case _:
                px = self._appearance.px
                words = rect.adjusted(px(12), 0, -px(8), 0)
                paint_lines(
                    painter,
                    words,
                    cell.first,
                    cell.second,
                    self._appearance,
                    tone="danger" if cell.late and index.column() == REVIEW else "ink",
                    second_tone="danger" if cell.late else "ink2",
                )
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        look, px = self._appearance, self._appearance.px
        top = rect.top() + (rect.height() - px(32)) / 2
        paint_initials(
            painter, QRectF(rect.left() + px(12), top, px(32), px(32)), cell.first, look.theme
        )
        left = rect.left() + px(56)
        chip = _("Sample") if cell.row.sample else ""
        room = rect.right() - left - px(8) - px(60) * bool(chip)
        area = QRect(left, rect.top(), room, rect.height())
        width = paint_lines(painter, area, cell.first, cell.second, look, strong=True)
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
