"""Rows of a name and what is counted of it, on hairlines; long ones wrap."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

PlainRow = tuple[str, str]


class PlainRows(QWidget):
    """Show rows; they are made anew only where they differ."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows: tuple[PlainRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def rows(self) -> tuple[PlainRow, ...]:
        """Return what is shown."""
        return self._rows

    def show_rows(self, rows: Sequence[PlainRow]) -> None:
        """Show other rows."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        px = self._appearance.px
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, line in self._rows:
            self._column.addSpacing(px(6))
            self._column.addWidget(PlainLabel(name, style="strong", wrap=True))
            self._column.addWidget(PlainLabel(line, style="caption", tone="ink2", wrap=True))
            self._column.addSpacing(px(6))
            self._column.addWidget(Hairline())
