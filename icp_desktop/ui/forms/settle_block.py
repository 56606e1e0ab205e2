"""Settling a difference: what holds, who decided it, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.talks.labelled import Labelled
from icp_desktop.ui.widgets.buttons import main_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card

_LONGEST = 400


class SettleBlock(Card):
    """Ask who decided and why; `settled` carries both."""

    settled = Signal(str, str)
    cancelled = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("card")
        px = appearance.px
        self._lead = PlainLabel(style="strong", wrap=True)
        self._value = PlainLabel(wrap=True)
        self._stays = PlainLabel(
            _("What the others said stays in their copies, and is named with the decision."),
            style="caption",
            tone="ink2",
            wrap=True,
        )
        self.by, self.reason = QLineEdit(), QLineEdit()
        self.by.setPlaceholderText(_("Such as all of us, on Monday"))
        self.reason.setPlaceholderText(_("Such as: two of three see customers every day"))
        for line in (self.by, self.reason):
            line.setMaxLength(_LONGEST)
        self.button = main_button(_("Settle it so"))
        self.button.clicked.connect(self._settle)
        cancel = quiet_button(_("Cancel"))
        cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.button)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._lead)
        column.addWidget(self._value)
        column.addWidget(Labelled(appearance, _("Who decided"), self.by))
        column.addWidget(Labelled(appearance, _("Why"), self.reason))
        column.addWidget(self._stays)
        column.addLayout(buttons)

    def start(self, field: str, value: str) -> None:
        """Ask about one field."""
        self._lead.setText(_("{field}: what holds?", field=field))
        self._value.setText(value)
        self.by.clear()
        self.reason.clear()
        self.by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        self.settled.emit(self.by.text().strip(), self.reason.text().strip())
