"""The five grades as a list to choose from: how do you know?"""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
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

from icp_desktop.checks.grades import GRADES, Grade
from icp_desktop.i18n import _
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.marks import paint_mark
from icp_desktop.ui.pages.proof_words import GRADE_ANSWERS, GRADE_EXAMPLES
from icp_desktop.ui.widgets.surfaces import Card
from icp_desktop.ui.widgets.tooltips import set_tool_tip

_HEIGHT, _SIDE = 38, 14
_MARK, _MARK_LEFT = 18, 44
_WORDS_LEFT, _EXAMPLE_LEFT = 75, 250


class GradeList(Card):
    """Choose one grade; `chosen` is emitted by the person only."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self.setProperty("help", "proof")
        self._showing = False
        self.setAccessibleName(_("How do you know?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.radios: dict[Grade, GradeRadio] = {}
        for grade in GRADES:
            radio = GradeRadio(appearance, grade, last=grade == GRADES[-1])
            radio.toggled.connect(lambda on, grade=grade: self._on_toggled(grade, on=on))
            column.addWidget(radio)
            self.radios[grade] = radio

    def show_grade(self, grade: Grade) -> None:
        """Show which grade holds, without emitting."""
        self._showing = True
        self.radios[grade].setChecked(True)
        self._showing = False

    def focus_grade(self) -> None:
        """Put the focus on the grade that holds."""
        for radio in self.radios.values():
            if radio.isChecked():
                radio.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_toggled(self, grade: Grade, *, on: bool) -> None:
        if on and not self._showing:
            self.chosen.emit(grade)


class GradeRadio(QRadioButton):
    """One grade: its mark, what the person would say, and an example."""

    def __init__(self, appearance: Appearance, grade: Grade, *, last: bool) -> None:
        super().__init__()
        self._appearance = appearance
        self._grade: Grade = grade
        self._last = last
        self._words = _(GRADE_ANSWERS[grade])
        self._example = _(GRADE_EXAMPLES[grade])
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(self._example)
        set_tool_tip(self, self._example)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        px = self._appearance.px
        return QSize(px(_EXAMPLE_LEFT + 200), px(_HEIGHT))

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
            stroke = theme.stroke
            bottom = self.height() - stroke
            painter.fillRect(0, bottom, self.width(), stroke, theme.color("line"))
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.rect = self.rect().adjusted(px(_SIDE), 0, 0, 0)
        painter.drawControl(QStyle.ControlElement.CE_RadioButton, option)
        side = px(_MARK)
        mark = QRectF(px(_MARK_LEFT), (self.height() - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, mark, self._grade, theme)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        px, theme = self._appearance.px, self._appearance.theme
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._appearance.font("strong" if self.isChecked() else "body"))
        painter.setPen(theme.color("ink"))
        words = self.rect().adjusted(px(_WORDS_LEFT), 0, 0, 0)
        painter.drawText(words, middle, self._words)
        left = max(
            px(_EXAMPLE_LEFT),
            px(_WORDS_LEFT) + painter.fontMetrics().horizontalAdvance(self._words) + px(16),
        )
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(theme.color("ink2"))
        room = self.width() - left - px(_SIDE)
        example = painter.fontMetrics().elidedText(
            self._example, Qt.TextElideMode.ElideRight, max(room, 0)
        )
        if room > px(40):
            painter.drawText(self.rect().adjusted(left, 0, 0, 0), middle, example)
