"""The way through a tour: back, skip for now, and on to the question that is named."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import Button, main_button, other_button, quiet_button


class TourWay(QWidget):
    """Three buttons below a question; the main one names the next question if there is room."""

    back_asked = Signal()
    skip_asked = Signal()
    next_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        """Lead nowhere yet."""
        super().__init__(parent)
        self._appearance = appearance
        self._width = 0
        self._onward = _("Next")
        icons = appearance.icons
        self._back = other_button(_("Back"), icon=icons.icon("chevron-left"))
        self._skip = quiet_button(_("Skip for now"))
        self._next = main_button(
            _("Next"), icon=icons.icon("chevron-right", role="on_accent"), icon_after=True
        )
        self._back.clicked.connect(self.back_asked)
        self._skip.clicked.connect(self.skip_asked)
        self._next.clicked.connect(self.next_asked)
        self._row = QHBoxLayout(self)
        for button in self.buttons:
            if button is self._skip:
                self._row.addStretch(1)
            self._row.addWidget(button)

    @property
    def buttons(self) -> tuple[Button, Button, Button]:
        """The buttons in the order of Tab."""
        return self._back, self._skip, self._next

    def set_way(self, *, back: bool, skip: bool, onward: str) -> None:
        """Say where the buttons lead; no words for "next" take it away."""
        self._back.setEnabled(back)
        self._skip.setVisible(skip)
        self._next.setVisible(bool(onward))
        self._onward = onward
        self._word_next()

    def fit(self, left: int, width: int, right: int) -> None:
        """Stand below a card of a width, with margins beside it, all in pixels."""
        px = self._appearance.px
        self._row.setContentsMargins(left, px(12), right, px(20))
        self._row.setSpacing(px(12))
        if width != self._width:
            self._width = width
            self._word_next()

    def _word_next(self) -> None:
        """Name the next question on the button, if there is room for its name."""
        self._next.set_words(self._onward)
        wanted = sum(b.sizeHint().width() for b in self.buttons if not b.isHidden())
        if wanted + 3 * self._appearance.px(12) > self._width:
            self._next.set_words(_("Next"))
            self._next.setAccessibleName(self._onward)
