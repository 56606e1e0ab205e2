"""What could be taken with one click: outlined by a plus, for it is not on the card yet."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _, n_
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.elided_text import fit_lines, is_cut
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.row_button import RowButton
from icp_desktop.ui.widgets.tooltips import set_tool_tip

_HEIGHT, _ICON, _GAP, _USUAL, _LEAST = 30, 16, 8, 200, 80


class OfferRow(RowButton):
    """A plus and words, cut with an ellipsis where they are too long."""

    def __init__(self, appearance: Appearance, words: str, name: str) -> None:
        super().__init__(appearance, usual=_USUAL, least=_LEAST, height=_HEIGHT)
        self.setCheckable(False)
        self._words = words
        self.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        painter = QPainter(self)
        self.paint_ground(painter)
        side = px(_ICON)
        icon = QRect(px(3), (self.height() - side) // 2, side, side)
        self._appearance.icons.paint(painter, icon, "plus", role="accent")
        left = icon.right() + px(_GAP)
        area = QRect(left, 0, self.width() - left, self.height())
        font = self._appearance.font("caption")
        lines = fit_lines(self._words, font, area.width(), 1)
        set_tool_tip(self, self._words if is_cut(self._words, lines) else "")
        painter.setFont(font)
        painter.setPen(theme.color("ink2"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, "".join(lines))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(0, self.fontMetrics().height()))


class OfferRows(QWidget):
    """A caption and a few rows; `taken` carries the number of the one that was clicked.

    `rebuilt` says that rows came or went, for whoever keeps the order of Tab.
    """

    taken = Signal(int)
    rebuilt = Signal()

    def __init__(self, appearance: Appearance, caption: str, most: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._caption = caption
        self._most = most
        self._words: tuple[str, ...] = ()
        self.rows: list[OfferRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_words(self, words: Sequence[str]) -> None:
        """Offer other things; nothing is shown where there is nothing."""
        self.setVisible(bool(words))
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(PlainLabel(self._caption, style="caption", tone="ink3", wrap=True))
        self.rows = [self._make(n, each) for n, each in enumerate(words[: self._most])]
        for row in self.rows:
            self._column.addWidget(row)
        if more := len(words) - len(self.rows):
            line = n_("and {n} more", "and {n} more", more)
            self._column.addWidget(PlainLabel(line, style="caption", tone="ink3"))
        self.rebuilt.emit()

    def _make(self, number: int, words: str) -> OfferRow:
        row = OfferRow(self._appearance, words, _("Take “{words}”", words=words))
        row.clicked.connect(lambda _on=False: self.taken.emit(number))
        return row
