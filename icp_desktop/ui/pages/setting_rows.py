"""A group of settings: a head, and rows of a label and what is set."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.folder_line import FolderLine
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline

_LABELS, _NARROW = 220, 560


class SettingGroup(QWidget):
    """Rows under a head; where it is narrow, a label stands above its setting."""

    def __init__(self, appearance: Appearance, head: str) -> None:
        """Show the head and no rows."""
        super().__init__()
        self._appearance = appearance
        self._rows: list[tuple[QBoxLayout, PlainLabel]] = []
        self._narrow = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PlainLabel(head, style="lead_strong"))
        layout.addWidget(Hairline(strong=True))
        self._layout = layout
        appearance.changed.connect(self._arrange)

    def add(self, words: str, setting: QWidget, hint: str = "") -> None:
        """Add a setting with its label and, if one is needed, a hint under it."""
        label = PlainLabel(words, tone="ink2", wrap=True)
        label.setBuddy(setting)
        if not setting.accessibleName():
            setting.setAccessibleName(words)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        wide = isinstance(setting, QLineEdit | FolderLine)
        line.addWidget(setting, int(wide))
        line.addStretch(int(not wide))
        column.addLayout(line)
        if hint:
            setting.setAccessibleDescription(hint)
            column.addWidget(PlainLabel(hint, style="caption", tone="ink3", wrap=True))
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(holder, 1)
        self._layout.addLayout(row)
        self._rows.append((row, label))
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._appearance.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        px = self._appearance.px
        self._layout.setSpacing(px(12))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for row, label in self._rows:
            row.setDirection(down if self._narrow else across)
            row.setSpacing(px(4 if self._narrow else 16))
            label.setContentsMargins(0, 0 if self._narrow else px(8), 0, 0)
            label.setMinimumWidth(0 if self._narrow else px(_LABELS))
            label.setMaximumWidth(px(_NARROW if self._narrow else _LABELS))
