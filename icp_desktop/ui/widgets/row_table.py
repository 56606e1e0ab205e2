"""What tables of tall painted rows have in common."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QTableView,
)

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Role


def dress_rows(table: QTableView, delegate: QStyledItemDelegate, name: str) -> None:
    """Let a table mark whole rows that a delegate paints, and leave Tab to the page."""
    table.setItemDelegate(delegate)
    table.setAccessibleName(name)
    table.setProperty("ownFocus", "true")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)


def paint_ground(
    painter: QPainter,
    rect: QRect,
    state: QStyle.StateFlag,
    appearance: Appearance,
    table: QTableView,
    *,
    focused: bool,
) -> None:
    """Paint what a cell of such a row stands on, and its part of the frame around the row."""
    theme = appearance.theme
    marked = bool(state & QStyle.StateFlag.State_Selected)
    if marked:
        painter.fillRect(rect, theme.color("soft"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("rail"))
    painter.fillRect(
        QRect(rect.left(), rect.bottom(), rect.width(), theme.stroke), theme.color("line")
    )
    if marked and focused and table.hasFocus():
        row = QRect(0, rect.top(), table.viewport().width(), rect.height())
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRect(row.adjusted(1, 1, -1, -2))
        painter.restore()


def paint_lines(
    painter: QPainter,
    area: QRect,
    first: str,
    second: str,
    appearance: Appearance,
    *,
    strong: bool = False,
    tone: Role = "ink",
    second_tone: Role = "ink2",
) -> int:
    """Paint one line, or two with the second small, and return how wide the first one is."""
    elide = Qt.TextElideMode.ElideRight
    painter.setFont(appearance.font("caption"))
    low = painter.fontMetrics()
    painter.setFont(appearance.font("strong" if strong else "body"))
    metrics = painter.fontMetrics()
    total = metrics.height() + (low.height() if second else 0)
    top = area.top() + (area.height() - total) // 2
    painter.setPen(appearance.color(tone))
    words = metrics.elidedText(first, elide, area.width())
    painter.drawText(area.left(), top + metrics.ascent(), words)
    if second:
        painter.setFont(appearance.font("caption"))
        painter.setPen(appearance.color(second_tone))
        base = top + metrics.height() + low.ascent()
        painter.drawText(area.left(), base, low.elidedText(second, elide, area.width()))
    return metrics.horizontalAdvance(words)
