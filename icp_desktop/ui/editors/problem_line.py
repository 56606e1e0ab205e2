"""The sentence under an input that cannot be taken, with a button where it can be mended."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel

_ICON, _LINE = 18, 24


class ProblemLine(QWidget):
    """Say what is wrong and what to do; hidden while nothing is."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._mend: Callable[[], None] | None = None
        self._icon = QLabel()
        self._words = PlainLabel(tone="danger", wrap=True)
        self._button = quiet_button("", flush=True)
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(appearance.px(4))
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.setVisible(False)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def sentence(self) -> str:
        """What is said at the moment."""
        return self._words.text()

    def say(self, sentence: str, button: str = "", mend: Callable[[], None] | None = None) -> None:
        """Show a sentence and perhaps a button that mends it; "" hides the line."""
        self._words.setText(sentence)
        self._mend = mend
        self._button.set_words(button)
        self._button.setVisible(bool(button))
        self.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _on_clicked(self) -> None:
        if self._mend is not None:
            self._mend()

    def _fit(self) -> None:
        icons, side = self._appearance.icons, self._appearance.px(_ICON)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap("warning", size=side, role="danger", ratio=ratio))
        line = self._appearance.px(_LINE)
        self._icon.setFixedHeight(line)
        above = max((line - self._words.fontMetrics().height()) // 2, 0)
        self._words.setContentsMargins(0, above, 0, above)
