"""What goes into one place in a month, typed in place beside what the profile says of it."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.play import Effort
from icp_desktop.playbook.efforts import Spent
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.figures import explain_figure, read_figure, write_figure
from icp_desktop.ui.marks import MarkLabel
from icp_desktop.ui.widgets.buttons import icon_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.worksheet.phrases import currency_symbol

_HOURS, _MONEY, _LONGEST, _NAMED = 64, 88, 20, 60
_NARROW = 480


class EffortRow(QWidget):
    """Show a place with its hours and money; `put` carries the effort, `removed` nothing.

    A place that the profile names and nothing goes to has no effort yet: the first figure makes it.
    """

    put = Signal(object)
    sealed = Signal()
    removed = Signal()

    def __init__(self, appearance: Appearance, spent: Spent, blank: Effort) -> None:
        """Show a place; `blank` is the effort that a first figure begins with."""
        super().__init__()
        self._appearance = appearance
        self._spent = spent
        self._effort = spent.effort or blank
        named = spent.where[:_NAMED]
        self._mark = MarkLabel(appearance)
        self._where = PlainLabel(wrap=True)
        self._verdict = PlainLabel(style="caption", tone="ink2", wrap=True)
        self._problem = PlainLabel(style="caption", tone="danger", wrap=True)
        self._problem.hide()
        self.hours = self._figure("hours", _("Hours a month, {place}", place=named), _HOURS)
        self.money = self._figure("money", _("Money a month, {place}", place=named), _MONEY)
        self.remove_button = icon_button(
            appearance, "trash", _("Take out “{place}”", place=named), size=18
        )
        self.remove_button.clicked.connect(self.removed)
        self._compose()
        self.show_spent(spent)

    @property
    def effort(self) -> Effort:
        """What goes into the place, as it stands."""
        return self._effort

    def show_spent(self, spent: Spent) -> None:
        """Show a place as it is now; figures that say the same keep their caret."""
        self._spent = spent
        self._effort = spent.effort or replace(self._effort, hours=None, money=None)
        self._where.setText(spent.where)
        self._mark.setVisible(spent.because is not None)
        if spent.because is not None:
            self._mark.show_mark(spent.because.grade)
        self._verdict.setText(verdict_words(spent))
        self.remove_button.setEnabled(spent.effort is not None)
        for line, number in ((self.hours, self._effort.hours), (self.money, self._effort.money)):
            if not _says(line.text(), number):
                line.setText(write_figure(number))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put the figures under the words where they have no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self._appearance.px(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)

    def _figure(self, name: str, label: str, width: int) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setFixedWidth(self._appearance.px(width))
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setAccessibleName(label)
        line.textEdited.connect(lambda text: self._take(line, name, text))
        line.editingFinished.connect(self._settle)
        return line

    def _take(self, line: QLineEdit, name: str, text: str) -> None:
        """Take a figure; what is none stays as it is typed, and is explained when it is left."""
        set_state(line, "error", False)
        self._problem.hide()
        try:
            number = read_figure(text)
        except ValueError:
            return
        if number is None or number >= 0:
            changed: dict[str, Decimal | None] = {name: number}
            self._effort = replace(self._effort, **changed)  # type: ignore[arg-type]
            self.put.emit(self._effort)

    def _settle(self) -> None:
        wrong = [line for line in (self.hours, self.money) if not _is_figure(line.text())]
        for line in (self.hours, self.money):
            set_state(line, "error", line in wrong)
        self._problem.setVisible(bool(wrong))
        if wrong:
            self._problem.setText(explain_figure(wrong[0].text().strip()))
        else:
            self.sealed.emit()

    def _compose(self) -> None:
        px = self._appearance.px
        what = QHBoxLayout()
        what.setSpacing(px(8))
        what.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        what.addWidget(self._where, 1)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addLayout(what)
        words.addWidget(self._verdict)
        words.addWidget(self._problem)
        figures = QWidget()
        flow = FlowLayout(figures, gap=px(8), row_gap=px(6))
        sign = currency_symbol(self._effort.currency)
        for figure, unit in ((self.hours, _("hours")), (self.money, sign)):
            flow.addWidget(_with_unit(figure, unit, px(4)))
        flow.addWidget(self.remove_button)
        figures.setMinimumWidth(px(_MONEY + 40))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, px(8), 0, px(8))
        self._row.setSpacing(px(8))
        self._row.addLayout(words, 1)
        self._row.addWidget(figures)


def verdict_words(spent: Spent) -> str:
    """Return what the profile says of a place."""
    match spent.verdict:
        case "not_named":
            return _("The profile does not name it.")
        case "named":
            return _("The profile names it.")
        case _:
            return _("The profile names it, and nothing goes there yet.")


def _with_unit(figure: QLineEdit, unit: str, gap: int) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    line.addWidget(figure)
    line.addWidget(PlainLabel(unit, style="caption", tone="ink2"))
    return holder


def _is_figure(text: str) -> bool:
    try:
        number = read_figure(text)
    except ValueError:
        return False
    return number is None or number >= 0


def _says(text: str, number: Decimal | None) -> bool:
    """Say whether a text stands for a figure already, or for none while it is being typed."""
    try:
        return read_figure(text) == number
    except ValueError:
        return True
