"""A page with nothing on it yet: what is missing, what it would bring, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.labels import PlainLabel


class EmptyState(QWidget):
    """Say in two lines what could be here; one button starts it."""

    asked = Signal()

    def __init__(
        self,
        strong: str,
        line: str,
        button: str = "",
        *,
        main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        left = Qt.AlignmentFlag.AlignLeft
        rows.addWidget(PlainLabel(strong, style="strong", wrap=True))
        rows.addWidget(PlainLabel(line, tone="ink2", wrap=True))
        if button:
            rows.addSpacing(8)
            self.button = Button(button, "main" if main else "other")
            self.button.clicked.connect(self.asked)
            rows.addWidget(self.button, 0, left)
        rows.addStretch(1)
