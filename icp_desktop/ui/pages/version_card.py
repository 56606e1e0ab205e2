"""Asks for the name and the reason of a version, on the page itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Card

_LONGEST = 200


class VersionCard(Card):
    """Two fields; `kept` carries the name and the reason."""

    kept = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        """Stay hidden until `start`."""
        super().__init__("next")
        self._appearance = appearance
        self.name, self.reason = QLineEdit(), QLineEdit()
        self._layout = QVBoxLayout(self)
        for words, hint, field in (
            (_("What is this version called?"), _("Such as First draft"), self.name),
            (_("Why do you keep it?"), _("Such as before the workshop"), self.reason),
        ):
            label = PlainLabel(words, style="strong")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.setMaxLength(_LONGEST)
            field.returnPressed.connect(self._keep)
            self._layout.addWidget(label)
            self._layout.addWidget(field)
        self.name.textEdited.connect(lambda _text: set_state(self.name, "error", False))
        self.keep_button = other_button(_("Keep it"))
        cancel = quiet_button(_("Cancel"))
        self.keep_button.clicked.connect(self._keep)
        cancel.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(cancel)
        row.addStretch(1)
        self._layout.addLayout(row)
        self._fit()
        appearance.changed.connect(self._fit)

    def start(self) -> None:
        """Ask, with the name ready to be typed."""
        self.name.clear()
        self.reason.clear()
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        name = self.name.text().strip()
        if not name:
            set_state(self.name, "error", True)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.kept.emit(name, self.reason.text().strip())

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(20), px(16), px(20), px(16))
        self._layout.setSpacing(px(8))
