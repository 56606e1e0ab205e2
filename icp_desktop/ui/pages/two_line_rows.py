"""A list of things in two lines each, with what can be done to each at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_NARROW = 620


@record
class RowAction:
    """A button of a row."""

    words: str
    act: Callable[[], None]


@record
class TwoLineRow:
    """A row: what it is called, a line about it, and what can be done.

    `pressing` says that the line is about something that is late.
    """

    strong: str
    line: str
    actions: tuple[RowAction, ...] = ()
    pressing: bool = False


class TwoLineList(QWidget):
    """Rows on hairlines."""

    def __init__(self, appearance: Appearance) -> None:
        """Show no rows yet."""
        super().__init__()
        self._appearance = appearance
        self._rows: tuple[TwoLineRow, ...] = ()
        self._lines: list[QBoxLayout] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def rows(self) -> tuple[TwoLineRow, ...]:
        """Return what is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[TwoLineRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for row in self._rows:
            self._layout.addWidget(self._make(row))
            self._layout.addWidget(Hairline())
        self._turn()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the buttons under the words where they have no room beside them."""
        narrow = 0 < self.width() < self._appearance.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for line in self._lines:
            line.setDirection(down if narrow else across)

    def _make(self, row: TwoLineRow) -> QWidget:
        px = self._appearance.px
        holder = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        line.setContentsMargins(0, px(8), 0, px(8))
        line.setSpacing(px(8))
        self._lines.append(line)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(row.strong, style="strong", wrap=True))
        tone: Role = "danger" if row.pressing else "ink2"
        words.addWidget(PlainLabel(row.line, style="caption", tone=tone, wrap=True))
        line.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(4))
        for action in row.actions:
            button = quiet_button(action.words)
            button.setAccessibleName(f"{action.words}, {row.strong}")
            button.clicked.connect(lambda _checked=False, action=action: action.act())
            buttons.addWidget(button)
        buttons.addStretch(1)
        line.addLayout(buttons)
        return holder
