"""Where a file can be dropped; the whole window takes it, the zone shows it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import ElidedLabel, PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Card

_HEIGHT, _ICON = 48, 20


class DropZone(Card):
    """Say what can be dropped; while a file hovers, name it and say that it is shown first."""

    choose_asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        sentence: str,
        choose: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("drop", parent)
        self._appearance = appearance
        self._sentence = sentence
        self._over = False
        self._icon = QLabel()
        self._name = PlainLabel(style="strong")
        self._words = ElidedLabel(sentence, tone="ink2")
        self.choose_button = quiet_button(choose or _("Choose a file…"))
        self.choose_button.clicked.connect(self.choose_asked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._name)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.choose_button)
        self._name.setVisible(False)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_waiting(self, file_name: str) -> None:
        """Show that a file hovers over the window; nothing is taken over unseen."""
        self._over = True
        self._name.setText(file_name)
        self._words.setText(_("will be read and shown first."))
        self._show_state()

    def show_rest(self) -> None:
        """Show what can be dropped."""
        self._over = False
        self._words.setText(self._sentence)
        self._show_state()

    def _show_state(self) -> None:
        set_state(self, "over", self._over)
        self._name.setVisible(self._over)
        self._words.set_tone("ink" if self._over else "ink2")
        self.choose_button.setVisible(not self._over)
        self._fit()

    def _fit(self) -> None:
        px = self._appearance.px
        role: Role = "ink" if self._over else "ink2"
        ratio = self.devicePixelRatioF()
        icons = self._appearance.icons
        self._icon.setPixmap(icons.pixmap("drop", size=px(_ICON), role=role, ratio=ratio))
        self._row.setContentsMargins(px(16), 0, px(8), 0)
        self._row.setSpacing(px(4) if self._over else px(12))
        self._icon.setContentsMargins(0, 0, px(8) if self._over else 0, 0)
        self.setMinimumHeight(px(_HEIGHT))
