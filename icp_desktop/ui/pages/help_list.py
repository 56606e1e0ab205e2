"""The contents of the help: its topics in groups, or where the words stand that are looked for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from icp_desktop.help.index import TOP
from icp_desktop.i18n import _
from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance

AnyIndex = QModelIndex | QPersistentModelIndex
_WIDE, _ROW, _TWO_LINES, _HEAD = 248, 32, 48, 34
_DATA = Qt.ItemDataRole.UserRole


@record
class Entry:
    """A line of the contents: a topic, a section of it, or with no topic the head of a group."""

    text: str
    topic: str = ""
    section: int = TOP
    detail: str = ""


class HelpList(QListWidget):
    """Shows entries; `chosen` carries the one that the person is at."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._showing = False
        self._entries: tuple[Entry, ...] = ()
        self.setAccessibleName(_("Topics"))
        self.setProperty("kind", "topics")
        self.setItemDelegate(_EntryDelegate(appearance, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.currentItemChanged.connect(self._on_changed)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, none of them chosen."""
        self._showing = True
        self._entries = tuple(entries)
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text, self)
            item.setData(_DATA, entry.detail)
            if not entry.topic:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            spoken = f"{entry.text}, {entry.detail}" if entry.detail else entry.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._fit()
        self._showing = False

    def choose(self, topic: str, section: int = TOP) -> None:
        """Choose an entry without emitting."""
        self._showing = True
        for row, entry in enumerate(self._entries):
            if (entry.topic, entry.section) == (topic, section):
                self.setCurrentRow(row)
        self._showing = False

    def _on_changed(self, _now: object, _before: object) -> None:
        row = self.currentRow()
        if not self._showing and 0 <= row < len(self._entries):
            self.chosen.emit(self._entries[row])

    def _fit(self) -> None:
        px = self._appearance.px
        self.setFixedWidth(px(_WIDE))
        for row, entry in enumerate(self._entries):
            high = (_TWO_LINES if entry.detail else _ROW) if entry.topic else _HEAD
            self.item(row).setSizeHint(QSize(0, px(high)))


class _EntryDelegate(QStyledItemDelegate):
    """Paint heads small, and below what was found the topic that it is part of."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        look, px = self._appearance, self._appearance.px
        detail = str(index.data(_DATA) or "")
        left = Qt.AlignmentFlag.AlignLeft
        inner = option.rect.adjusted(px(15), 0, -px(8), 0)
        elide = Qt.TextElideMode.ElideRight
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            painter.setFont(look.font("caption_strong"))
            painter.setPen(look.color("ink3"))
            foot = inner.adjusted(0, 0, 0, -px(6))
            painter.drawText(foot, Qt.AlignmentFlag.AlignBottom | left, str(index.data()))
            return
        if not detail:
            super().paint(painter, option, index)
            return
        words = QStyleOptionViewItem(option)
        self.initStyleOption(words, index)
        words.text = ""
        style = words.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, words, painter, words.widget)
        upper, lower = inner.adjusted(0, px(5), 0, 0), inner.adjusted(0, 0, 0, -px(5))
        for font, color, line, rect, side in (
            ("body", "ink", str(index.data()), upper, Qt.AlignmentFlag.AlignTop),
            ("caption", "ink2", detail, lower, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(look.font(font))  # type: ignore[arg-type]
            painter.setPen(look.color(color))  # type: ignore[arg-type]
            cut = painter.fontMetrics().elidedText(line, elide, inner.width())
            painter.drawText(rect, side | left, cut)
