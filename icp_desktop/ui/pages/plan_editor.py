"""The test an answer is put to next, typed in place: what, what to keep it by, who and by when."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.evidence import NO_TEST, NextTest
from icp_desktop.model.values import Day, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.factory import make_editor
from icp_desktop.ui.widgets.buttons import small_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field, Wording
from icp_desktop.worksheet.reading import clean

_LONGEST = 500
_WHO = 200
_NO_WORDS = Wording(label="", why="", question="", good="", weak="")
_DAY = Field(id="day", kind="date", audience=(), core=(), words=())


class PlanEditor(QWidget):
    """Edit a planned test; `edited` carries it as it has become.

    Enter and Done end the editing; Escape ends it with what stood there before.
    """

    edited = Signal(object)
    sealed = Signal()
    finished = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._test = self._before = NO_TEST
        self._what = self._line("what", _("Next test"), _("What would show that it is so?"))
        self._keep = self._line(
            "keep_if", _("We keep it if"), _("Agreed beforehand, such as: two of three say so")
        )
        self._who = self._line("who", _("Who makes the test"), _("Who"))
        self._day = make_editor(_DAY, _NO_WORDS, currency="", appearance=appearance)
        self._day.describe(_("By when"), "")
        self._day.edited.connect(self._on_day)
        self._day.sealed.connect(self.sealed)
        self._done = small_button(_("Done"))
        self._done.clicked.connect(self.finished)
        self._compose()

    def show_test(self, test: NextTest) -> None:
        """Show a test without emitting; the caret survives where nothing differs."""
        self._test = test
        for line, text in (
            (self._what, test.what),
            (self._keep, test.keep_if),
            (self._who, test.who),
        ):
            if line.text() != text:
                line.setText(text)
        self._day.show_value(None if test.by is None else Day(day=test.by))

    def begin(self, test: NextTest) -> None:
        """Start editing a test: Escape will come back to it."""
        self._before = test
        self.show_test(test)
        self._what.setFocus(Qt.FocusReason.OtherFocusReason)
        self._what.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._test != self._before:
                self._test = self._before
                self.edited.emit(self._before)
            self.finished.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _compose(self) -> None:
        px = self._appearance.px
        kept = QHBoxLayout()
        kept.setSpacing(px(8))
        label = PlainLabel(_("We keep it if"), tone="ink2")
        label.setBuddy(self._keep)
        kept.addWidget(label)
        kept.addWidget(self._keep, 1)
        flow = FlowLayout(gap=px(8), row_gap=px(6))
        self._who.setFixedWidth(px(_WHO))
        for each in (self._who, PlainLabel(_("by"), tone="ink2"), self._day, self._done):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._what)
        column.addLayout(kept)
        column.addLayout(flow)

    def _line(self, name: str, label: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setMaxLength(_LONGEST)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        line.textEdited.connect(lambda text: self._take(**{name: clean(text)}))
        line.editingFinished.connect(self.sealed)
        return line

    def _on_day(self, value: Value | None) -> None:
        self._take(by=value.day if isinstance(value, Day) else None)

    def _take(self, **details: object) -> None:
        self._test = replace(self._test, **details)  # type: ignore[arg-type]
        self.edited.emit(self._test)
