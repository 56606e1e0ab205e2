"""A card of rows, each with a name, a sentence and one thing to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.record import record
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.surfaces import Card, Hairline


@record
class NamedRow:
    """One row: an icon, whose it is, what there is to say, and the way on."""

    name: str
    text: str
    button: str
    go: Callable[[], None]
    icon: IconName


class RowCard(Card):
    """Rows on hairlines under a small head; the first few, until all are asked for."""

    def __init__(self, appearance: Appearance, head: str, *, most: int = 24) -> None:
        """Show no rows yet; `most` is how many there are at first."""
        super().__init__("card")
        self._appearance = appearance
        self._most, self._all = most, False
        self._rows: tuple[NamedRow, ...] = ()
        self._icons: list[tuple[QLabel, IconName]] = []
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(PlainLabel(head, style="caption_strong", tone="ink2"))
        self._body = QWidget()
        self._layout.addWidget(self._body)
        self.more_button = quiet_button("", flush=True)
        self.more_button.clicked.connect(self._show_all)
        self.more_button.hide()
        left = Qt.AlignmentFlag.AlignLeft
        self._layout.addWidget(self.more_button, alignment=left)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def rows(self) -> tuple[NamedRow, ...]:
        """Return what is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[NamedRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        shown = self._rows if self._all else self._rows[: self._most]
        self.more_button.setVisible(len(shown) < len(self._rows))
        self.more_button.set_words(_("Show all {n}", n=len(self._rows)))
        self._icons = []
        self._layout.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for number, row in enumerate(shown):
            self._add(number, row)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 5)
        self._layout.insertWidget(1, self._body)
        self._fit()

    def _show_all(self) -> None:
        """Show every row; a list that was just shown in full stays so while it changes."""
        self._all = True
        self.show_rows(self._rows)

    def _add(self, number: int, row: NamedRow) -> None:
        line = number * 2
        if number:
            self._grid.addWidget(Hairline(), line - 1, 0, 1, 4)
        icon = QLabel()
        self._icons.append((icon, row.icon))
        button = quiet_button(row.button, flush=True)
        button.setAccessibleName(f"{row.button}, {row.name}")
        button.clicked.connect(lambda _checked=False: row.go())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(icon, line, 0)
        self._grid.setRowMinimumHeight(line, self._appearance.px(36))
        self._grid.addWidget(ElidedLabel(row.name, style="strong"), line, 1)
        self._grid.addWidget(ElidedLabel(row.text, tone="ink2"), line, 2)
        self._grid.addWidget(button, line, 3, right)

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(16), px(12), px(16), px(4))
        self._layout.setSpacing(px(4))
        if self._rows:
            self._grid.setHorizontalSpacing(px(16))
            self._grid.setVerticalSpacing(0)
        ratio = self.devicePixelRatioF()
        for label, icon in self._icons:
            picture = self._appearance.icons.pixmap(icon, size=px(20), ratio=ratio)
            label.setPixmap(picture)
