"""The head of a page: its title, and at the right what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.labels import PlainLabel

_HEIGHT, _MARGIN, _GAP = 64, 32, 16


class PageHead(QWidget):
    """64 high; where the width does not suffice, what stands at the right gets a row of its own."""

    def __init__(self, appearance: Appearance, title: str = "") -> None:
        """Show a title."""
        super().__init__()
        self._appearance = appearance
        self._near: tuple[QWidget, ...] = ()
        self._far: tuple[QWidget, ...] = ()
        self._two_rows = False
        self.title = PlainLabel(title, style="title")
        self.title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._arrange()
        appearance.changed.connect(self._arrange)

    def show_parts(self, near: Sequence[QWidget], far: Sequence[QWidget]) -> None:
        """Show parts beside the title and at the right; earlier ones are only taken away."""
        if self._shows(near, far):
            return
        for part in (*self._near, *self._far):
            if part not in near and part not in far:
                part.hide()
        for part in (*near, *far):
            if part.parentWidget() is not self:
                part.setParent(self)  # shown without one it would be a window of its own
            part.show()
        self._near, self._far = tuple(near), tuple(far)
        self._arrange()

    def settle(self) -> None:
        """Share the width anew, after a part was shown, hidden or changed its words."""
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._needs_two_rows() != self._two_rows:
            self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _shows(self, near: Sequence[QWidget], far: Sequence[QWidget]) -> bool:
        """Say whether these parts stand there already; it is asked with every key press."""
        same = (tuple(near), tuple(far)) == (self._near, self._far)
        hidden = any(part.isHidden() for part in (*near, *far))
        return same and not hidden and self._needs_two_rows() == self._two_rows

    def _needs_two_rows(self) -> bool:
        px = self._appearance.px
        parts = [part for part in (self.title, *self._near, *self._far) if not part.isHidden()]
        wanted = sum(part.sizeHint().width() for part in parts) + px(_GAP) * (len(parts) + 1)
        return bool(self._far) and wanted + 2 * px(_MARGIN) > self.width() > 0

    def _arrange(self) -> None:
        px = self._appearance.px
        for row in (self._first, self._second):
            while row.count():
                row.takeAt(0)
        self._two_rows = self._needs_two_rows()
        margin = px(_MARGIN)
        for row in (self._first, self._second):
            row.setContentsMargins(margin, 0, margin, 0)
            row.setSpacing(px(_GAP))
        for part in (self.title, *self._near):
            self._first.addWidget(part)
        self._first.addStretch(1)
        far = self._second if self._two_rows else self._first
        for part in self._far:
            far.addWidget(part)
        if self._two_rows:
            self._second.addStretch(1)
        self.setFixedHeight(px(_HEIGHT + (46 if self._two_rows else 0)))
