"""The list of what was found: quiet heads over groups, the words that were typed in strong type."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.search.words import around, marked_ranges
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.finding import GROUP_TITLES, Finding

AnyIndex = QModelIndex | QPersistentModelIndex
_ROW, _HEAD = 32, 28
_LONGEST, _LONGEST_DETAIL = 110, 60  # letters
_DETAIL, _IS_HEAD = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class FinderList(QListWidget):
    """Shows findings; heads are no stops, and the arrows of the field above move in it."""

    def __init__(self, appearance: Appearance) -> None:
        """Show nothing yet."""
        super().__init__()
        self._appearance = appearance
        self._rows: list[Finding | None] = []
        self._delegate = _FindingDelegate(appearance, self)
        self.setAccessibleName(_("What was found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        # Without it everything that lies below the finder is painted anew at each key.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_findings(self, findings: Sequence[Finding], words: tuple[str, ...]) -> None:
        """Show findings by group, in the order in which they are given, the first one chosen."""
        self.clear()
        self._rows = []
        self._delegate.words = words
        group = ""
        for each in findings:
            if each.group != group:
                group = each.group
                self._add_head(_(GROUP_TITLES[each.group]))
            self._add(each, words)
        self.choose_end(-1)

    def findings(self) -> tuple[Finding, ...]:
        """Return what is shown."""
        return tuple(each for each in self._rows if each is not None)

    def chosen(self) -> Finding | None:
        """Return the finding that Enter would go to."""
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def choose(self, finding: Finding) -> None:
        """Choose a finding, if it is shown."""
        for row, each in enumerate(self._rows):
            if each is finding:
                self.setCurrentRow(row)

    def step(self, steps: int) -> None:
        """Go down or up by so many findings, as far as there are any."""
        stops = self._stops()
        if stops:
            here = stops.index(self.currentRow()) if self.currentRow() in stops else 0
            self._go(stops[min(max(here + steps, 0), len(stops) - 1)])

    def choose_end(self, step: int) -> None:
        """Choose the first finding (-1) or the last (1)."""
        stops = self._stops()
        if stops:
            self._go(stops[0 if step < 0 else -1])

    def content_height(self) -> int:
        """Return how high it is when everything is shown."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return rows + 2 * self.frameWidth()

    def page(self) -> int:
        """Return how many findings there is room for."""
        return max(self.viewport().height() // max(self.sizeHintForRow(1), 1) - 1, 1)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._appearance.color("field"))
        painter.end()
        super().paintEvent(event)

    def _go(self, row: int) -> None:
        self.setCurrentRow(row)
        if row and self._rows[row - 1] is None:
            self.scrollToItem(self.item(row - 1))  # the head, too
            self.scrollToItem(self.item(row))

    def _stops(self) -> list[int]:
        return [row for row, each in enumerate(self._rows) if each is not None]

    def _add_head(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(_IS_HEAD, True)
        self.addItem(item)
        self._rows.append(None)

    def _add(self, finding: Finding, words: tuple[str, ...]) -> None:
        text = around(words, finding.text, _LONGEST)
        item = QListWidgetItem(text)
        item.setData(_DETAIL, around(words, finding.detail, _LONGEST_DETAIL))
        group = _(GROUP_TITLES[finding.group])
        spoken = ", ".join(each for each in (text, finding.detail, group) if each)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.addItem(item)
        self._rows.append(finding)


class _FindingDelegate(QStyledItemDelegate):
    """Paint what was found, and at the right where it is or what it says."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.words: tuple[str, ...] = ()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex, /) -> QSize:
        px = self._appearance.px
        return QSize(px(100), px(_HEAD if index.data(_IS_HEAD) else _ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, /) -> None:
        look, px = self._appearance, self._appearance.px
        rect: QRect = option.rect
        inner = rect.adjusted(px(10), 0, -px(10), 0)
        if index.data(_IS_HEAD):
            painter.setFont(look.font("caption_strong"))
            painter.setPen(look.color("ink3"))
            foot = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(inner.adjusted(0, 0, 0, -px(3)), foot, str(index.data()))
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("rail"))
        detail = str(index.data(_DETAIL))
        share = inner.width() * 3 // 5 if detail else inner.width()
        taken = self._paint_marked(painter, inner, str(index.data()), share)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        room = inner.width() - taken - px(16)
        cut = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, middle, cut)

    def _paint_marked(self, painter: QPainter, inner: QRect, text: str, room: int) -> int:
        """Paint a text with the typed words in strong type; return how wide it came out."""
        look = self._appearance
        painter.setPen(look.color("ink"))
        painter.setFont(look.font("strong"))  # the wider of the two decides where it is cut
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        at = 0
        for part, is_hit in _parts(text, marked_ranges(self.words, text)):
            painter.setFont(look.font("strong" if is_hit else "body"))
            painter.drawText(inner.adjusted(at, 0, 0, 0), middle, part)
            at += painter.fontMetrics().horizontalAdvance(part)
        return at


def _parts(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Return a text in parts, each with whether it is marked."""
    parts, at = [], 0
    for begin, end in marks:
        parts += [(text[at:begin], False), (text[begin:end], True)]
        at = end
    return [(part, hit) for part, hit in (*parts, (text[at:], False)) if part]
