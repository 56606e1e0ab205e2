"""The list of places in the rail: one stop for Tab, arrows within, Enter opens."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.widgets.initials import paint_initials
from icp_desktop.ui.widgets.tooltips import tool_tip

ItemKind = Literal["page", "client", "line", "gap"]
_ITEM_ROLE = Qt.ItemDataRole.UserRole
_HEIGHTS: dict[ItemKind, int] = {"page": 36, "client": 54, "line": 17, "gap": 12}
_FOLDED_HEIGHTS: dict[ItemKind, int] = {"page": 40, "client": 0, "line": 17, "gap": 8}
AnyIndex = QModelIndex | QPersistentModelIndex


@record
class RailItem:
    """A place, the head of a client, a line or a gap."""

    id: str = ""
    text: str = ""
    icon: IconName = "grid"
    count: str = ""
    detail: str = ""
    kind: ItemKind = "page"


class _RailModel(QAbstractListModel):
    """The items, and what a screen reader is told of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: tuple[RailItem, ...] = ()
        self.folded = False

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Show other items."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def row_of(self, item_id: str) -> int:
        """Return the row of an item, -1 if it is not there."""
        return next((n for n, item in enumerate(self.items) if item.id == item_id), -1)

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return len(self.items)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(each for each in (item.text, item.count, item.detail) if each)
            case Qt.ItemDataRole.ToolTipRole if self.folded:
                return tool_tip(item.text)
            case Qt.ItemDataRole.UserRole:
                return item
        return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.items[index.row()].kind != "page":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RailList(QListView):
    """A list of places; `chosen` carries the id of the one that was clicked or entered."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, name: str) -> None:
        """Show nothing yet; `name` is for screen readers."""
        super().__init__()
        self._appearance = appearance
        self._model = _RailModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_RailDelegate(appearance, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setProperty("ownFocus", "true")  # the item that has it shows it
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._on_clicked)

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Show other places; the one that is marked stays so if it is still there."""
        marked = self.current_id()
        self._model.show_items(items)
        self.show_current(marked)
        self._resize()

    def items(self) -> tuple[RailItem, ...]:
        """Return what is shown."""
        return self._model.items

    def current_id(self) -> str:
        """Return the id of the place that is marked, "" if none is."""
        rows = self.selectionModel().selectedIndexes()
        return self._model.items[rows[0].row()].id if rows else ""

    def show_current(self, item_id: str) -> None:
        """Mark a place of this list, or none."""
        row = self._model.row_of(item_id) if item_id else -1
        if row < 0:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._model.index(row))

    @property
    def folded(self) -> bool:
        """Say whether only the icons are shown."""
        return self._model.folded

    def fold(self, folded: bool) -> None:
        """Show icons alone, or words too."""
        self._model.folded = folded
        # Folded there is no room for a bar; the list scrolls all the same.
        as_needed, never = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded,
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
        )
        self.setVerticalScrollBarPolicy(never if folded else as_needed)
        self._resize()

    def choose(self, item_id: str) -> None:
        """Do as if the person had clicked a place."""
        self._on_clicked(self._model.index(self._model.row_of(item_id)))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        heights = _FOLDED_HEIGHTS if self.folded else _HEIGHTS
        total = sum(self._appearance.px(heights[item.kind]) for item in self._model.items)
        return QSize(self._appearance.px(40), total)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(
            self._appearance.px(40), min(self.sizeHint().height(), self._appearance.px(80))
        )

    def _resize(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid() and self._model.items[index.row()].kind == "page":
            self.chosen.emit(self._model.items[index.row()].id)


class _RailDelegate(QStyledItemDelegate):
    """Paint the items in the theme of the moment."""

    def __init__(self, appearance: Appearance, view: RailList) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex, /) -> QSize:
        item: RailItem = index.data(_ITEM_ROLE)
        heights = _FOLDED_HEIGHTS if self._view.folded else _HEIGHTS
        return QSize(self._appearance.px(40), self._appearance.px(heights[item.kind]))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        item: RailItem = index.data(_ITEM_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match item.kind:
            case "line":
                self._paint_line(painter, rect)
            case "client" if not self._view.folded:
                self._paint_client(painter, rect, item)
            case "page":
                self._paint_ground(painter, rect, state)
                self._paint_page(painter, rect, item, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        line = QRect(rect.left() + px(4), rect.center().y(), rect.width() - px(8), theme.stroke)
        painter.fillRect(line, theme.color("line"))

    def _paint_client(self, painter: QPainter, rect: QRect, item: RailItem) -> None:
        look, px = self._appearance, self._appearance.px
        square = QRectF(rect.left() + px(12), rect.top() + px(9), px(32), px(32))
        paint_initials(painter, square, item.text, look.theme)
        left = rect.left() + px(54)
        width = rect.right() - left
        strong, caption = look.font("strong"), look.font("caption")
        painter.setFont(strong)
        painter.setPen(look.color("ink"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(item.text, Qt.TextElideMode.ElideRight, width)
        two = bool(item.detail)
        top = rect.top() + (px(7) if two else px(16))
        painter.drawText(left, top + metrics.ascent(), name)
        if two:
            painter.setFont(caption)
            painter.setPen(look.color("ink2"))
            low = painter.fontMetrics()
            detail = low.elidedText(item.detail, Qt.TextElideMode.ElideRight, width)
            painter.drawText(left, top + metrics.height() + low.ascent() - px(1), detail)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        inner = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.color("line"), theme.stroke))
            painter.setBrush(theme.color("field"))
            painter.drawRoundedRect(inner, px(4), px(4))
            bar = QRect(rect.left(), rect.top() + px(9), px(3), rect.height() - px(18))
            painter.fillRect(bar, theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("soft"))
            painter.drawRoundedRect(inner, px(4), px(4))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(4), px(4))

    def _paint_page(self, painter: QPainter, rect: QRect, item: RailItem, marked: bool) -> None:
        look, px = self._appearance, self._appearance.px
        size = px(20)
        left = rect.left() + ((rect.width() - size) // 2 if self._view.folded else px(13))
        square = QRect(left, rect.top() + (rect.height() - size) // 2, size, size)
        look.icons.paint(painter, square, item.icon, role="accent" if marked else "ink2")
        if self._view.folded:
            return
        middle = Qt.AlignmentFlag.AlignVCenter
        inner = rect.adjusted(px(44), 0, -px(10), 0)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, item.count)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(item.count) - px(8)
        painter.setFont(look.font("strong" if marked else "body"))
        painter.setPen(look.color("ink" if marked else "ink2"))
        words = painter.fontMetrics().elidedText(item.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, words)
