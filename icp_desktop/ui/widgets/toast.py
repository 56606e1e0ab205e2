"""What was just done, with a way back, at the lower left of a page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QHBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import Button
from icp_desktop.ui.widgets.labels import ElidedLabel
from icp_desktop.ui.widgets.surfaces import Card

_STAYS, _FADES = 8000, 120  # milliseconds
_HEIGHT, _LEFT, _BELOW = 44, 32, 20


class Toast(Card):
    """Say what was done and offer to undo it, for eight seconds or until it is dismissed.

    It takes no focus; undo stays reachable by its shortcut for ever.
    """

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        super().__init__("toast", page)
        self._appearance = appearance
        self._page = page
        self._undo: Callable[[], None] | None = None
        self._words = ElidedLabel(tone="on_toast")
        self._button = Button(_("Undo"), "toast")
        self._button.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._row = row
        self._stay = QTimer(self, singleShot=True, interval=_STAYS)
        self._stay.timeout.connect(self._fade)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)  # it costs a copy of the widget, so only while it fades
        self.setGraphicsEffect(self._effect)
        self._fading = QPropertyAnimation(self._effect, b"opacity", self)
        self._fading.finished.connect(self.dismiss)
        page.installEventFilter(self)
        self.setVisible(False)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def sentence(self) -> str:
        """What is said at the moment, "" while nothing is."""
        return self._words.text()

    def say(self, sentence: str, undo: Callable[[], None] | None = None, words: str = "") -> None:
        """Show a sentence and, if there is a way back, the button for it.

        `words` says something else than “Undo” on the button, where it leads on instead of back.
        """
        self._fading.stop()
        self._effect.setEnabled(False)
        self._undo = undo
        self._words.setText(sentence)
        self._button.set_words(words or _("Undo"))
        self._button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._stay.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def dismiss(self) -> None:
        """Take the toast away at once, as the next edit does."""
        self._stay.stop()
        self._undo = None
        self._words.setText("")
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _on_undo(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    def _fade(self) -> None:
        duration = self._appearance.duration(_FADES)
        if self.underMouse():
            self._stay.start()  # someone is about to press it
        elif duration:
            self._effect.setEnabled(True)
            self._fading.setDuration(duration)
            self._fading.setStartValue(1.0)
            self._fading.setEndValue(0.0)
            self._fading.start()
        else:
            self.dismiss()

    def _place(self) -> None:
        px = self._appearance.px
        widest = self._page.width() - 2 * px(_LEFT)
        self.ensurePolished()
        self.resize(min(self._row.sizeHint().width(), widest), px(_HEIGHT))
        self.move(px(_LEFT), self._page.height() - self.height() - px(_BELOW))

    def _fit(self) -> None:
        px = self._appearance.px
        self._row.setContentsMargins(px(16), px(6), px(8), px(6))
        self._row.setSpacing(px(16))
        if self.isVisible():
            self._place()
