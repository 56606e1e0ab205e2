"""A box to choose one of several entries."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget
from typing_extensions import override


class Combo(QComboBox):
    """Choose one entry; turning the wheel over a page never changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The delegate Qt takes by itself ignores the height of rows in the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(12)

    def show_id(self, entry: str) -> None:
        """Show the entry whose data is an id, without emitting."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(entry))
        self.blockSignals(blocked)

    def current_id(self) -> str:
        """Return the id kept as the data of the entry that is shown, "" if there is none."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self.fontMetrics().height() * 8), hint.height())

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()
