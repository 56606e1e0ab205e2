"""Finishes a review: what it is called, and what came of it, on the page itself."""

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
from icp_desktop.worksheet.reading import clean

_LONGEST = 200


class FinishCard(Card):
    """Two fields; `finished` carries the name of the version and the reason."""

    finished = Signal(str, str)

    def __init__(self, appearance: Appearance) -> None:
        """Stay hidden until `start`."""
        super().__init__("next")
        self._appearance = appearance
        self.name, self.reason = QLineEdit(), QLineEdit()
        self._layout = QVBoxLayout(self)
        self._next = PlainLabel(tone="ink2", wrap=True)
        for words, hint, field in (
            (_("The review is kept as a version. What is it called?"), "", self.name),
            (
                _("What came of it, in one line?"),
                _("Such as: fewer ads, more talks"),
                self.reason,
            ),
        ):
            label = PlainLabel(words, style="strong", wrap=True)
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.setMaxLength(_LONGEST)
            field.returnPressed.connect(self._finish)
            self._layout.addWidget(label)
            self._layout.addWidget(field)
        self._layout.addWidget(self._next)
        self.finish_button = other_button(_("Finish and keep"))
        self.finish_button.clicked.connect(self._finish)
        cancel = quiet_button(_("Not yet"))
        cancel.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.finish_button)
        row.addWidget(cancel)
        row.addStretch(1)
        self._layout.addLayout(row)
        self.hide()
        self._fit()
        appearance.changed.connect(self._fit)

    def start(self, name: str, reason: str, next_words: str) -> None:
        """Ask, with a name proposed, and say when the next review will be."""
        self.name.setText(name)
        self.reason.setText(reason)
        self._next.setText(next_words)
        set_state(self.name, "error", False)
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        name = clean(self.name.text()).strip()
        if not name:
            set_state(self.name, "error", True)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.finished.emit(name, clean(self.reason.text()).strip())

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(20), px(16), px(20), px(16))
        self._layout.setSpacing(px(8))
