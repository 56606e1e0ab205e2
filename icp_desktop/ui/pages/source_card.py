"""Asks for the name, the address, the date and a note of a source, on the page itself."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.report import Report
from icp_desktop.model.values import Day, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.ui.widgets.buttons import other_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.states import set_state
from icp_desktop.ui.widgets.surfaces import Card
from icp_desktop.worksheet.definitions import Field, Wording
from icp_desktop.worksheet.reading import clean

_LONGEST = 2_000
_NO_WORDS = Wording(label="", why="", question="", good="", weak="")
_DAY = Field(id="day", kind="date", audience=(), core=(), words=())


class SourceCard(Card):
    """Four fields; `kept` carries the source."""

    kept = Signal(object)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("next", parent)
        self._appearance = appearance
        self._source = Report(id="", name="")
        self.name, self.link, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self._day = make_editor(_DAY, _NO_WORDS, currency="", appearance=appearance)
        self._day.edited.connect(self._on_day)
        self._layout = QVBoxLayout(self)
        self._add(_("What is it called?"), _("Such as Yearbook of the city"), self.name)
        self._add(_("Link or file"), _("Where it can be found again"), self.link)
        label = PlainLabel(_("Date of the source"), style="strong")
        self._day.describe(label.text(), "")
        label.setBuddy(self._day.focus_widget())
        self._layout.addWidget(label)
        self._layout.addWidget(self._day)
        self._add(_("Note"), _("What it is good for, or what to look up in it"), self.note)
        self.name.textEdited.connect(lambda _text: set_state(self.name, "error", False))
        self.keep_button = other_button(_("Keep it"))
        self.keep_button.clicked.connect(self._keep)
        cancel = quiet_button(_("Cancel"))
        cancel.clicked.connect(self._close)
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(cancel)
        row.addStretch(1)
        self._layout.addLayout(row)
        self._fit()
        self.hide()
        appearance.changed.connect(self._fit)

    def start(self, source: Report) -> None:
        """Ask, with what is known filled in and the name ready to be typed."""
        self._source = source
        for line, text in (
            (self.name, source.name),
            (self.link, source.link),
            (self.note, source.note),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        self._day.show_value(None if source.day is None else Day(day=source.day))
        self.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _add(self, words: str, hint: str, line: QLineEdit) -> None:
        label = PlainLabel(words, style="strong")
        label.setBuddy(line)
        line.setAccessibleName(words)
        line.setPlaceholderText(hint)
        line.setMaxLength(_LONGEST)
        line.returnPressed.connect(self._keep)
        self._layout.addWidget(label)
        self._layout.addWidget(line)

    def _on_day(self, value: Value | None) -> None:
        day = value.day if isinstance(value, Day) else None
        self._source = replace(self._source, day=day)

    def _keep(self) -> None:
        name = " ".join(clean(self.name.text()).split())
        if not name:
            set_state(self.name, "error", True)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        link, note = (clean(line.text()).strip() for line in (self.link, self.note))
        source_id = self._source.id or new_id()
        source = replace(self._source, id=source_id, name=name, link=link, note=note)
        self.hide()
        self.kept.emit(source)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _fit(self) -> None:
        px = self._appearance.px
        self._layout.setContentsMargins(px(20), px(16), px(20), px(16))
        self._layout.setSpacing(px(6))
