"""A calendar date, typed or picked."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from icp_desktop.i18n import _, locale_code
from icp_desktop.model.values import Day, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor, keep_caret
from icp_desktop.ui.icons import IconName
from icp_desktop.ui.widgets.buttons import IconButton
from icp_desktop.worksheet.phrases import say_day

_WIDTH = 200
_FORMATS = ("yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "d.M.yyyy", "MMMM d, yyyy", "MMM d, yyyy")


class DayEditor(Editor):
    """Edit a date: typed as the person writes dates, or picked from a calendar.

    When the input leaves, the date is written out, so that day and month cannot be mistaken.
    """

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, width: int = _WIDTH
    ) -> None:
        super().__init__(appearance, parent)
        self._wide = width
        self._line = QLineEdit()
        self._button = IconButton(appearance, "calendar", _("Pick a date"), side=34)
        self._button.clicked.connect(self._on_pick)
        self._line.textEdited.connect(self._on_edited)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(appearance.px(4))
        layout.addWidget(self._line)
        layout.addWidget(self._button)
        layout.addStretch(1)
        self._watch(self._line, self._button)
        self._add(row)
        self._fit()

    @override
    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self._button.setAccessibleName(_("{field}, pick a date", field=name))

    @override
    def _display(self, value: Value | None) -> None:
        text = say_day(value.day) if isinstance(value, Day) else ""
        if not self._line.hasFocus() or read_day(self._line.text()) != _day_of(value):
            keep_caret(self._line, text)

    @override
    def _settle(self) -> None:
        text = self._line.text().strip()
        day = read_day(text)
        if text and day is None:
            example = say_day(date(2026, 11, 21))
            sentence = _(
                "“{text}” is not a date. Write it like {example}.", text=text[:40], example=example
            )
            self._tell(sentence)
        elif day is not None:
            self._line.setText(say_day(day))

    @override
    def _fit(self) -> None:
        super()._fit()
        self._line.setFixedWidth(self._appearance.px(self._wide))

    def _on_edited(self, text: str) -> None:
        day = read_day(text)
        if not text.strip():
            self._take(None)
        elif day is not None:
            self._take(Day(day=day))

    def _on_pick(self) -> None:
        popup = _Calendar(self._appearance, self, read_day(self._line.text()))
        popup.calendar.clicked.connect(lambda day: self._on_picked(popup, day))
        popup.calendar.activated.connect(lambda day: self._on_picked(popup, day))
        popup.move(self._line.mapToGlobal(QPoint(0, self._line.height() + 4)))
        popup.show()
        popup.calendar.setFocus()

    def _on_picked(self, popup: QWidget, picked: QDate) -> None:
        day = date(picked.year(), picked.month(), picked.day())
        self._line.setText(say_day(day))
        self._take(Day(day=day))
        popup.close()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)


class _Calendar(QFrame):
    """The calendar under the line."""

    def __init__(self, appearance: Appearance, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "card")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(person_locale())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName(_("Calendar"))
        self._dress(appearance)
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)

    def _dress(self, appearance: Appearance) -> None:
        """Take the red from weekends, which here says nothing, and show our own arrows."""
        plain = QTextCharFormat()
        plain.setForeground(appearance.color("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        heads = QTextCharFormat()
        heads.setForeground(appearance.color("ink3"))
        heads.setBackground(appearance.color("field"))
        self.calendar.setHeaderTextFormat(heads)
        arrows: tuple[tuple[str, IconName, str], ...] = (
            ("qt_calendar_prevmonth", "chevron-left", _("The month before")),
            ("qt_calendar_nextmonth", "chevron-right", _("The month after")),
        )
        for name, icon, words in arrows:
            button = self.calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(appearance.icons.icon(icon, size=18))
                button.setAccessibleName(words)


def person_locale() -> QLocale:
    """Return the system's locale if it speaks the program's language, else that language's own."""
    own, system = QLocale(locale_code()), QLocale.system()
    return system if system.language() == own.language() else own


def read_day(text: str) -> date | None:
    """Return the date a text stands for in one of the usual ways to write it, or None."""
    text = " ".join(text.split())
    locale = person_locale()
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    own = short if "yyyy" in short else short.replace("yy", "yyyy")
    for pattern in (*_FORMATS, own):
        found = locale.toDate(text, pattern)
        if found.isValid() and found.year() >= 1000:
            return date(found.year(), found.month(), found.day())
    return None


def _day_of(value: Value | None) -> date | None:
    return value.day if isinstance(value, Day) else None
