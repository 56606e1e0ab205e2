"""The one hint under an answer, with what the program can do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.pages.next_test_line import IconLabel
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel


class HintLine(QWidget):
    """Say one thing about an answer; the quiet button at the end does it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self._icon = IconLabel(appearance, "info")
        self._words = PlainLabel(tone="ink2", wrap=True)
        self._button = quiet_button("", flush=True)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)

    def say(
        self,
        icon: IconName,
        sentence: str,
        button: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence and, where something can be done about it, the button that does it."""
        self._act = act
        self._icon.set_icon(icon)
        self._words.setText(sentence)
        self._button.setVisible(bool(button))
        if button:
            self._button.set_words(button)

    def _on_clicked(self) -> None:
        if self._act is not None:
            self._act()
