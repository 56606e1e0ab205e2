"""The one next step worth taking."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import main_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card

_NARROW = 620  # units; below that the buttons go under the words


class NextStepCard(Card):
    """Say what to do next and why; the main button does it."""

    asked = Signal()
    others_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("next", parent)
        self._appearance = appearance
        self._caption = PlainLabel(style="caption", tone="ink2")
        self._sentence = PlainLabel(style="lead_strong", wrap=True)
        self._reason = PlainLabel(tone="ink2", wrap=True)
        self._others = quiet_button(_("Other steps"))
        self._others.clicked.connect(self.others_asked)
        self.main_button = main_button("")
        self.main_button.clicked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._caption, self._sentence, self._reason):
            words.addWidget(label)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._others)
        self._buttons.addWidget(self.main_button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_step(
        self, sentence: str, reason: str, button: str, *, caption: str = "", others: bool = True
    ) -> None:
        """Show a step: what to do, one line why, and what the button says."""
        self._caption.setText(caption or _("The next best step"))
        self._sentence.setText(sentence)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.main_button.set_words(button)
        self.main_button.setVisible(bool(button))
        self._others.setVisible(others)

    def set_short(self, short: bool) -> None:
        """Show two lines only, where the window is low."""
        self._caption.setVisible(not short)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._appearance.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)

    def _fit(self) -> None:
        px = self._appearance.px
        self._row.setContentsMargins(px(20), px(16), px(16), px(16))
        self._row.setSpacing(px(16))
        self._buttons.setSpacing(px(8))
