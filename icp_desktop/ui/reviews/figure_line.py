"""Numbers typed by hand: so many of so many, now and last time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.model.review import Figure
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.problem_line import ProblemLine
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state

_WIDE, _MOST_DIGITS = 64, 7


class FigureLine(QWidget):
    """Two lines of two figures; `typed` carries now and before, None where a line is empty."""

    typed = Signal(object, object)
    sealed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        """Show empty lines."""
        super().__init__()
        self._appearance = appearance
        self._asked = ""
        self._fields: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        self._problem = ProblemLine(appearance)
        grid = QGridLayout()
        px = appearance.px
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        for row, (key, words) in enumerate((("now", _("Now")), ("before", _("Last time")))):
            grid.addWidget(PlainLabel(words, tone="ink2"), row, 0)
            pair = self._line(), self._line()
            self._fields[key] = pair
            holder = QHBoxLayout()
            holder.setSpacing(px(8))
            holder.addWidget(pair[0])
            holder.addWidget(PlainLabel(_("of"), tone="ink2"))
            holder.addWidget(pair[1])
            holder.addStretch(1)
            grid.addLayout(holder, row, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(grid)
        column.addWidget(self._problem)
        self._fit()
        appearance.changed.connect(self._fit)

    @property
    def problem(self) -> str:
        """What is wrong with what was typed, "" if nothing is."""
        return self._problem.sentence

    def fields(self) -> tuple[QLineEdit, ...]:
        """Return the four fields in order."""
        return (*self._fields["now"], *self._fields["before"])

    def show_figures(
        self, asked: str, now: Figure | None, before: Figure | None, of: int | None
    ) -> None:
        """Show what is known; `of` is how many there are where only the first figure is asked."""
        self._asked = asked
        names = (_("now"), _("of how many now"), _("last time"), _("of how many last time"))
        for field, name in zip(self.fields(), names, strict=True):
            field.setAccessibleName(_("{question} {which}", question=asked, which=name))
        if any(field.hasFocus() for field in self.fields()):
            return  # what is half typed stays
        self._write("now", now, of)
        self._write("before", before, None)
        self._tell("")

    def _line(self) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(_MOST_DIGITS)
        line.editingFinished.connect(self._take)
        return line

    def _write(self, key: str, figure: Figure | None, of: int | None) -> None:
        count, total = self._fields[key]
        count.setText("" if figure is None else str(figure.count))
        whole = figure.total if figure is not None else of
        total.setText("" if whole is None else str(whole))

    def _take(self) -> None:
        try:
            now, before = self._read("now"), self._read("before")
        except ValueError as error:
            self._tell(str(error))
            return
        self._tell("")
        self.typed.emit(now, before)
        self.sealed.emit()

    def _read(self, key: str) -> Figure | None:
        """Return a figure, None while one half is missing; raise ValueError with a sentence."""
        numbers = []
        for field in self._fields[key]:
            text = field.text().strip()
            if not text:
                return None
            if not (text.isascii() and text.isdigit()):
                raise ValueError(
                    _("“{text}” is not a count. Write a whole number, such as 22.", text=text)
                )
            numbers.append(int(text))
        count, total = numbers
        if count > total:
            raise ValueError(
                _("The first figure is higher than the second. Write {b} of {a}?", a=count, b=total)
            )
        return Figure(count=count, total=total, by_hand=True)

    def _tell(self, sentence: str) -> None:
        if sentence != self._problem.sentence:
            self._problem.say(sentence)
            for field in self.fields():
                set_state(field, "error", bool(sentence))

    def _fit(self) -> None:
        for field in self.fields():
            field.setFixedWidth(self._appearance.px(_WIDE))
