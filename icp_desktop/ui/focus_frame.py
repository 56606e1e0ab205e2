"""The ring around what has the focus, shown when the keyboard moved it there."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from icp_desktop.ui.appearance import Appearance

_CLEAR = 4  # pixels from the widget to the outer edge of the ring
BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
# Fields show the focus by their border.
_OWN_FOCUS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)


class FocusRing(QFocusFrame):
    """Follow the focus of a window; make one for each window.

    A widget with the property `ownFocus` "true" paints its focus itself. Only the widget that has
    the focus is filtered: it learns first why the focus leaves, and that is why the next has it.
    """

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._watched: QWidget | None = None
        self._reason = Qt.FocusReason.OtherFocusReason
        self._clear = _ClearStyle()
        self.setStyle(self._clear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, window.focusWidget())

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if (
            watched is self._watched
            and event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
        ):
            self._reason = event.reason()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = self._appearance.theme
        width = theme.stroke + 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), width))
        half = width / 2
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = theme.px(_radius(self.widget())) + 2
        painter.drawRoundedRect(ring, radius, radius)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        reason = self._reason
        if self._watched is not new:
            # A widget on its way out loses the focus after its Python half is gone.
            if self._watched is not None and isValid(self._watched):
                self._watched.removeEventFilter(self)
                self._watched.destroyed.disconnect(self._on_watched_destroyed)
            self._watched = None
        if new is None or not self._window.isAncestorOf(new):
            if reason not in _PASSING:
                self._show_around(None)
            return
        if self._watched is None:
            self._watched = new
            new.installEventFilter(self)
            new.destroyed.connect(self._on_watched_destroyed)
        self._reason = Qt.FocusReason.OtherFocusReason
        ringed = _ringed(new)
        if reason not in _PASSING or ringed is not self.widget():
            self._show_around(ringed if reason in BY_KEYBOARD and _wants_ring(new) else None)

    def _on_watched_destroyed(self) -> None:
        self._watched = None

    def _show_around(self, widget: QWidget | None) -> None:
        if self.widget() is not widget:
            self.setWidget(widget)  # type: ignore[arg-type]  # Qt takes none to hide the frame


class _ClearStyle(QProxyStyle):
    """Keep the ring clear of what it surrounds."""

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        /,
    ) -> int:
        if metric in {
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        }:
            return _CLEAR
        return super().pixelMetric(metric, option, widget)


def _ringed(widget: QWidget) -> QWidget:
    """Return what the ring stands around: a choice in a row of them would clip it."""
    parent = widget.parentWidget()
    is_part = parent is not None and parent.property("kind") == "segment"
    return parent if is_part and parent is not None else widget


def _wants_ring(widget: QWidget) -> bool:
    return not isinstance(widget, _OWN_FOCUS) and widget.property("ownFocus") != "true"


def _radius(widget: QWidget | None) -> int:
    own = None if widget is None else widget.property("radius")
    return own if isinstance(own, int) else 4
