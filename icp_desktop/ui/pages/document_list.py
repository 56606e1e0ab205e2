"""The documents there are, one below the other, with how long each has become."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from icp_desktop.documents.catalogue import DOCUMENTS, Document
from icp_desktop.i18n import _, later
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName

_HEIGHT, _PAD, _ICON, _GAP = 36, 12, 20, 12
_COUNT = Qt.ItemDataRole.UserRole + 1
PACK = Document(id="pack", title=later("Hand-over pack"), formats=(".zip",))
LISTED = (*DOCUMENTS, PACK)  # the pack holds the others
_ICONS: dict[str, IconName] = {
    "profile": "documents",
    "one-page": "file",
    "personas": "persona",
    "persona-sheet": "persona",
    "playbook": "playbook",
    "first-talk": "interviews",
    "objection-cards": "playbook",
    "unproven": "flag",
    "findings": "people",
    "leads": "target",
    "review": "reviews",
    "changes": "history",
    "blind-test": "people",
    "worksheet": "worksheet",
    "interview": "interviews",
    "workbook": "grid",
    "scorecard": "check",
    "data": "copy",
    "pack": "archive",
}
Index = QModelIndex | QPersistentModelIndex


def find_listed(document_id: str) -> Document:
    """Return a document of the list by its id, the first one if there is none."""
    return next((each for each in LISTED if each.id == document_id), LISTED[0])


class DocumentList(QListWidget):
    """Choose a document; `chosen` carries its id and is emitted by the person only."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._showing = False
        self.setAccessibleName(_("Documents"))
        self.setItemDelegate(_RowPainter(appearance, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for document in LISTED:
            item = QListWidgetItem(_(document.title), self)
            item.setData(Qt.ItemDataRole.UserRole, document.id)
        self.currentRowChanged.connect(self._on_row)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def current_id(self) -> str:
        """The id of the document that is chosen."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def choose(self, document_id: str) -> None:
        """Choose a document without emitting; the first one if there is no such document."""
        ids = [document.id for document in LISTED]
        self._showing = True
        self.setCurrentRow(ids.index(document_id) if document_id in ids else 0)
        self._showing = False

    def show_count(self, document_id: str, words: str) -> None:
        """Say how long a document is, such as "2 pages"."""
        for row in range(self.count()):
            item = self.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == document_id:
                item.setData(_COUNT, words)
                title = item.text()
                name = f"{title}, {words}" if words else title
                item.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(211), self.count() * px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(140), self.sizeHint().height())

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.doItemsLayout()

    def _on_row(self, row: int) -> None:
        if row >= 0 and not self._showing:
            self.chosen.emit(self.current_id)


class _RowPainter(QStyledItemDelegate):
    """Paint a document: icon, title, how long it is."""

    def __init__(self, appearance: Appearance, parent: QListWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(0, self._appearance.px(_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        theme, px = self._appearance.theme, self._appearance.px
        state = option.state
        area: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.fillRect(area, theme.color("soft" if chosen else "rail"))
        if chosen and theme.is_contrast:
            painter.fillRect(area.left(), area.top(), px(3), area.height(), theme.color("accent"))
        side = px(_ICON)
        icon = QRect(area.left() + px(_PAD), area.top() + (area.height() - side) // 2, side, side)
        name = _ICONS.get(str(index.data(Qt.ItemDataRole.UserRole)), "file")
        self._appearance.icons.paint(painter, icon, name, role="accent" if chosen else "ink2")
        caption = self._appearance.font("caption_strong" if chosen else "caption")
        count = str(index.data(_COUNT) or "")
        metrics = QFontMetrics(caption)
        right = area.right() - px(_PAD) - metrics.horizontalAdvance(count)
        base = area.top() + (area.height() + metrics.capHeight()) // 2
        painter.setFont(caption)
        painter.setPen(theme.color("ink2" if chosen else "ink3"))
        painter.drawText(QPoint(right, base), count)
        font = self._appearance.font("strong" if chosen else "body")
        left = icon.right() + px(_GAP)
        title = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, right - px(8) - left
        )
        painter.setFont(font)
        painter.setPen(theme.color("ink" if chosen else "ink2"))
        painter.drawText(QPoint(left, base), title)
