"""A list of any size as a table: the first column stays, the others are leafed through.

Nothing scrolls sideways: what has no room is a step away, with the mouse and with the keyboard.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.customers.frame_model import AnyIndex, FrameModel
from icp_desktop.ui.widgets.buttons import icon_button
from icp_desktop.ui.widgets.labels import PlainLabel

_ROW, _HEAD, _FIRST, _OTHER, _SIDE = 36, 37, 220, 150, 12
_FEWEST_ROWS = 4  # in sight, however little room there is


class RowsTable(QWidget):
    """Show the rows of a model; `rows_shown` makes it as high as that many rows, 0 fills."""

    def __init__(
        self, appearance: Appearance, model: FrameModel, name: str, *, rows_shown: int = 0
    ) -> None:
        """Show what the model holds, now and later."""
        super().__init__()
        self._appearance = appearance
        self._model = model
        self._rows_shown = rows_shown
        self._from = 1  # the first of the columns that are leafed through
        self.table = _Table(appearance, name)
        self.table.setModel(model)
        self.table.leafed.connect(self.leaf)
        self.table.resized.connect(self._share_width)
        self.back = icon_button(appearance, "chevron-left", _("Columns further left"))
        self.on = icon_button(appearance, "chevron-right", _("Columns further right"))
        self.back.clicked.connect(lambda: self.leaf(-1))
        self.on.clicked.connect(lambda: self.leaf(1))
        self._words = PlainLabel(style="caption", tone="ink2")
        self._leaves = QWidget()
        row = QHBoxLayout(self._leaves)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.back)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._leaves)
        column.addWidget(self.table, 1)
        model.modelReset.connect(self._on_reset)
        appearance.changed.connect(self._fit)
        self._fit()

    def leaf(self, by: int) -> None:
        """Show the next columns, or those before."""
        room = self._room()
        last = max(self._model.columnCount() - room, 1)
        self._from = min(max(self._from + by * room, 1), last)
        self._share_width()

    def shown_columns(self) -> list[int]:
        """Return which columns are in sight."""
        return [n for n in range(self._model.columnCount()) if not self.table.isColumnHidden(n)]

    def _on_reset(self) -> None:
        self._from = 1
        self._fit()

    def _room(self) -> int:
        """Return for how many columns beside the first one there is room."""
        px = self._appearance.px
        return max(1, (self.table.viewport().width() - px(_FIRST)) // px(_OTHER))

    def _fit(self) -> None:
        px = self._appearance.px
        self.table.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.table.horizontalHeader().setFixedHeight(px(_HEAD))
        if self._rows_shown:
            rows = min(self._rows_shown, max(self._model.rowCount(), 1))
            self.table.setFixedHeight(px(_HEAD) + rows * px(_ROW) + 2)
        else:
            self.table.setMinimumHeight(px(_HEAD) + _FEWEST_ROWS * px(_ROW) + 2)
        self._share_width()

    def _share_width(self) -> None:
        px = self._appearance.px
        columns, room = self._model.columnCount(), self._room()
        others = range(self._from, min(self._from + room, columns))
        shown = [0, *others]
        for n in range(columns):
            self.table.setColumnHidden(n, n not in shown)
        width = self.table.viewport().width()
        first = min(px(_FIRST), width) if others else width
        share = (width - first) // max(len(others), 1)
        for n in others:
            self.table.setColumnWidth(n, min(share, 2 * px(_OTHER)))
        taken = sum(self.table.columnWidth(n) for n in others)
        self.table.setColumnWidth(0, max(width - taken, 1))
        self._leaves.setVisible(columns > room + 1)
        if others:
            self._words.setText(_say_columns(others, columns))
        self.back.setEnabled(self._from > 1)
        self.on.setEnabled(self._from + room < columns)


def _say_columns(shown: range, every: int) -> str:
    """Return which columns stand beside the first one."""
    first, last = shown[0] + 1, shown[-1] + 1
    if first == last:
        return _("Column {n} of {all}", n=first, all=every)
    return _("Columns {first} to {last} of {all}", first=first, last=last, all=every)


class _Table(QTableView):
    """The table itself; `leafed` says that the person wants the columns beyond."""

    leafed = Signal(int)
    resized = Signal()

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self.setItemDelegate(_Cells(appearance, self))
        self.setAccessibleName(name)
        self.setProperty("ownFocus", "true")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.leafed.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())


class _Cells(QStyledItemDelegate):
    """Paint a cell in one line; the first column is strong."""

    def __init__(self, appearance: Appearance, table: _Table) -> None:
        super().__init__(table)
        self._appearance = appearance
        self._table = table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        look, rect = self._appearance, QRect(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.theme.color("soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.theme.color("rail"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), look.theme.stroke)
        painter.fillRect(line, look.theme.color("line"))
        painter.setFont(look.font("strong" if index.column() == 0 else "body"))
        painter.setPen(look.color("ink"))
        room = rect.adjusted(look.px(_SIDE), 0, -look.px(_SIDE), 0)
        words = str(index.data() or "")
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, alignment, elided)
        if index.column() == 0 and self._table.hasFocus() and index.row() == self._marked():
            row = QRect(0, rect.top(), self._table.viewport().width(), rect.height())
            painter.setClipping(False)
            painter.setPen(QPen(look.theme.color("accent"), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -2))
        painter.restore()

    def _marked(self) -> int:
        return self._table.currentIndex().row()
