"""A layout that fills rows from left to right and starts a new one where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Place widgets in rows, each row centred in height.

    With `fill_last` the last widget takes what its row has left, if that is at least its minimum
    width, and a row of its own otherwise.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 8,
        row_gap: int = 8,
        fill_last: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = row_gap
        self._fill_last = fill_last
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, gap: int, row_gap: int) -> None:
        """Choose the room between the widgets of a row and between rows, in pixels."""
        self._gap, self._row_gap = gap, row_gap
        self.invalidate()

    def set_fill_last(self, fill_last: bool) -> None:
        """Let the last widget take what its row has left, or not."""
        self._fill_last = fill_last
        self.invalidate()

    def set_order(self, widgets: Sequence[QWidget]) -> None:
        """Place exactly these widgets in this order; those that are new are taken in."""
        for widget in widgets:
            if self.indexOf(widget) < 0:
                self.addWidget(widget)
        place: dict[QWidget | None, int] = {each: n for n, each in enumerate(widgets)}
        self._items.sort(key=lambda item: place[item.widget()])
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        width = sum(size.width() for size in shown) + self._gap * max(len(shown) - 1, 0)
        height = max((size.height() for size in shown), default=0)
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the widgets, or only work out the height they need."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        y, height = area.top(), 0
        for number, row in enumerate(self._rows(area.width())):
            y += self._row_gap if number else 0
            height = max(size.height() for _item, size in row)
            x = area.left()
            for item, size in row:
                if move:
                    corner = QPoint(x, y + (height - size.height()) // 2)
                    item.setGeometry(QRect(corner, size))
                x += size.width() + self._gap
            y += height
        return y - rect.top() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        items = [item for item in self._items if not item.isEmpty()]
        for item in items:
            fills = self._fill_last and item is items[-1]
            size = self._size(item, width, fills=fills)
            if rows[-1] and used + size.width() > width:
                rows.append([])
                used = 0
            if fills:
                size.setWidth(max(width - used, size.width()))
            rows[-1].append((item, size))
            used += size.width() + self._gap
        return [row for row in rows if row]

    def _size(self, item: QLayoutItem, width: int, *, fills: bool) -> QSize:
        hint = item.sizeHint().expandedTo(item.minimumSize()).boundedTo(item.maximumSize())
        wanted = item.minimumSize().width() if fills else hint.width()
        size = QSize(min(wanted, width), hint.height())
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
        return size
