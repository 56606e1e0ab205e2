"""Who will read a document: three kinds of reader, each with what they get to see."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.sharing.choice import AUDIENCE_NAMES, AUDIENCES, Audience
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.surfaces import Card

_HEIGHT, _SIDE, _WORDS_LEFT = 52, 14, 44


class ReaderList(Card):
    """Choose who will read it; `chosen` is emitted by the person only."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._showing = False
        self.setAccessibleName(_("Who will read it?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.radios: dict[Audience, _ReaderRadio] = {}
        for audience in AUDIENCES:
            radio = _ReaderRadio(appearance, audience, last=audience == AUDIENCES[-1])
            radio.toggled.connect(lambda on, audience=audience: self._on_toggled(audience, on=on))
            column.addWidget(radio)
            self.radios[audience] = radio

    def show_audience(self, audience: Audience) -> None:
        """Show who is chosen, without emitting."""
        self._showing = True
        self.radios[audience].setChecked(True)
        self._showing = False

    def _on_toggled(self, audience: Audience, *, on: bool) -> None:
        if on and not self._showing:
            self.chosen.emit(audience)


class _ReaderRadio(QRadioButton):
    """One kind of reader: who, and below it what they see."""

    def __init__(self, appearance: Appearance, audience: Audience, *, last: bool) -> None:
        super().__init__()
        self._appearance = appearance
        self._last = last
        self._who, self._sees = (_(words) for words in AUDIENCE_NAMES[audience])
        self.setAccessibleName(self._who)
        self.setAccessibleDescription(self._sees)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(_WORDS_LEFT + 200), px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(_WORDS_LEFT + 60), px(_HEIGHT))

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QStylePainter(self)
        px, theme = self._appearance.px, self._appearance.theme
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), theme.color("soft" if self.isChecked() else "rail"))
        if not self._last:
            bottom = self.height() - theme.stroke
            painter.fillRect(0, bottom, self.width(), theme.stroke, theme.color("line"))
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.rect = self.rect().adjusted(px(_SIDE), 0, 0, 0)
        painter.drawControl(QStyle.ControlElement.CE_RadioButton, option)
        who, sees = (
            self._appearance.font("strong" if self.isChecked() else "body"),
            self._appearance.font("caption"),
        )
        left, room = px(_WORDS_LEFT), self.width() - px(_WORDS_LEFT) - px(8)
        painter.setFont(who)
        high = painter.fontMetrics()
        painter.setFont(sees)
        low = painter.fontMetrics()
        top = (self.height() - high.height() - low.height()) // 2
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(theme.color("ink2"))
        base = top + high.height() + low.ascent()
        painter.drawText(left, base, low.elidedText(self._sees, elide, room))
        painter.setFont(who)
        painter.setPen(theme.color("ink"))
        painter.drawText(left, top + high.ascent(), high.elidedText(self._who, elide, room))
