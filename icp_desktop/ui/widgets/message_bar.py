"""One sentence above what it speaks of, with at most two things to do about it."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.theme import Role
from icp_desktop.ui.widgets.buttons import Button, IconButton, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Card

MessageKind = Literal["note", "due", "failed"]
Action = tuple[str, Callable[[], None]]
_LOOKS: dict[MessageKind, tuple[IconName, Role]] = {
    "note": ("info", "ink2"),
    "due": ("clock", "ink2"),
    "failed": ("warning", "danger"),
}
_HEIGHT, _ICON, _OPENING = 44, 18, 120
_MOST_ACTIONS = 2
_NO_LIMIT = 16777215


class MessageBar(Card):
    """Say one sentence; hidden until there is one. `closed` follows the cross alone."""

    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("message", parent)
        self._appearance = appearance
        self._kind: MessageKind = "note"
        self._icon = QLabel()
        self._words = PlainLabel(wrap=True)
        self._buttons: list[Button] = []
        self._close = IconButton(appearance, "close", _("Close this message"), size=18, side=28)
        self._close.clicked.connect(self._on_close)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._opening = QPropertyAnimation(self, b"maximumHeight", self)
        self._opening.finished.connect(lambda: self.setMaximumHeight(_NO_LIMIT))
        self.setVisible(False)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def sentence(self) -> str:
        """What is said at the moment, "" while the bar is hidden."""
        return self._words.text()

    def say(
        self,
        kind: MessageKind,
        sentence: str,
        actions: Sequence[Action] = (),
        *,
        closable: bool = True,
    ) -> None:
        """Show a sentence and at most two things to do, each as words and what they do."""
        if len(actions) > _MOST_ACTIONS:
            raise ValueError("A message offers at most two things to do.")
        self._kind = kind
        set_state(self, "tone", kind)
        self._words.setText(sentence)
        self._show_actions(actions)
        self._close.setVisible(closable)
        self._fit()
        self._open()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def dismiss(self) -> None:
        """Take the message away."""
        self._words.setText("")
        self.setVisible(False)

    def _show_actions(self, actions: Sequence[Action]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for words, act in actions:
            button = quiet_button(words)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignVCenter)
            self._buttons.append(button)

    def _open(self) -> None:
        duration = self._appearance.duration(_OPENING)
        if duration and not self.isVisible():
            self._opening.setDuration(duration)
            self._opening.setStartValue(0)
            width = self.width() if self.width() > self.minimumSizeHint().width() else 0
            high = self.heightForWidth(width) if width else self.sizeHint().height()
            self._opening.setEndValue(high)
            self._opening.start()
        self.setVisible(True)

    def _on_close(self) -> None:
        self.dismiss()
        self.closed.emit()

    def _fit(self) -> None:
        px = self._appearance.px
        name, role = _LOOKS[self._kind]
        ratio = self.devicePixelRatioF()
        drawn: QPixmap = self._appearance.icons.pixmap(name, size=px(_ICON), role=role, ratio=ratio)
        self._icon.setPixmap(drawn)
        self._row.setContentsMargins(px(16), px(6), px(8), px(6))
        self._row.setSpacing(px(12))
        self.setMinimumHeight(px(_HEIGHT))
