"""Everything a worksheet can ask, one below the other: sections, and under each its questions."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.worksheet.tailoring import OutlineSection

_HEIGHT, _PAD, _INDENT = 36, 12, 20
_ID = Qt.ItemDataRole.UserRole
_NOTE = Qt.ItemDataRole.UserRole + 1
_HEAD = Qt.ItemDataRole.UserRole + 2
_HIDDEN = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex


class OutlineList(QListWidget):
    """Shows sections and questions.

    `chosen` carries the id the person went to, `moved` says up (-1) or down (1) for the chosen one.
    """

    chosen = Signal(str)
    moved = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._showing = False
        self.setAccessibleName(_("Sections and questions"))
        self.setAccessibleDescription(_("Alt with the arrows up and down moves the chosen one."))
        self.setItemDelegate(_RowPainter(appearance, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._on_row)
        appearance.changed.connect(self.doItemsLayout)

    @property
    def current_id(self) -> str:
        """The id of what is chosen, "" if nothing is."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def show_outline(self, sections: Sequence[OutlineSection], current: str) -> None:
        """Show what there is now, with one thing chosen; emits nothing."""
        self._showing = True
        scrolled = self.verticalScrollBar().value()
        self.clear()
        for section in sections:
            self._add(section.id, section.label, head=True, hidden=section.hidden, note="")
            for field in section.fields:
                note = "" if field.leads else _("More detail")
                hidden = field.hidden or section.hidden
                self._add(field.id, field.label, head=False, hidden=hidden, note=note)
        self.choose(current)
        self.verticalScrollBar().setValue(scrolled)
        self._showing = False

    def choose(self, thing_id: str) -> None:
        """Choose something by its id, the first row if it is not there."""
        rows = [str(self.item(row).data(_ID)) for row in range(self.count())]
        self.setCurrentRow(rows.index(thing_id) if thing_id in rows else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._appearance.px(220), self._appearance.px(6 * _HEIGHT))

    def _add(self, thing_id: str, label: str, *, head: bool, hidden: bool, note: str) -> None:
        item = QListWidgetItem(label, self)
        said = _("Hidden") if hidden else note
        for role, value in ((_ID, thing_id), (_HEAD, head), (_HIDDEN, hidden), (_NOTE, said)):
            item.setData(role, value)
        kind = _("Section {label}", label=label) if head else label
        name = f"{kind}, {said}" if said else kind
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    def _on_row(self, row: int) -> None:
        if row >= 0 and not self._showing:
            self.chosen.emit(self.current_id)


class _RowPainter(QStyledItemDelegate):
    """Paints a section strong, a question indented, and at the right what holds for it."""

    def __init__(self, appearance: Appearance, parent: QListWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(0, self._appearance.px(_HEIGHT))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        look, px = self._appearance, self._appearance.px
        area: QRect = option.rect
        head, hidden = bool(index.data(_HEAD)), bool(index.data(_HIDDEN))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, look.color("soft" if chosen else "rail"))
        if chosen and look.theme.is_contrast:
            painter.fillRect(area.left(), area.top(), px(3), area.height(), look.color("accent"))
        caption = look.font("caption")
        metrics = QFontMetrics(caption)
        note = str(index.data(_NOTE) or "")
        right = area.right() - px(_PAD) - metrics.horizontalAdvance(note)
        base = area.top() + (area.height() + metrics.capHeight()) // 2
        painter.setFont(caption)
        painter.setPen(look.color("ink2" if chosen else "ink3"))
        painter.drawText(QPoint(right, base), note)
        font = look.font("strong" if head else "body")
        left = area.left() + px(_PAD) + (0 if head else px(_INDENT))
        text = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, right - px(8) - left
        )
        painter.setFont(font)
        painter.setPen(look.color("ink3" if hidden else "ink"))
        painter.drawText(QPoint(left, base), text)
