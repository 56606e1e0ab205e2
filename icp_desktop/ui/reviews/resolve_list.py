"""What was decided in a review: each with who does it and by when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.documents.review_words import say_who
from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.review import Resolve
from icp_desktop.model.values import Day, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.day import DayEditor
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import IconButton, other_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Hairline
from icp_desktop.worksheet.reading import clean

_LONGEST, _WHO, _DAY = 500, 120, 150


class ResolveList(QWidget):
    """Show decisions and take a new one; `put` and `removed` carry what changed."""

    put = Signal(object)
    removed = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        """Show none yet."""
        super().__init__()
        self._appearance = appearance
        self._shown: tuple[Resolve, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._by: date | None = None
        self.line = QLineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(_("Add a decision…"))
        self.line.setAccessibleName(_("Add a decision"))
        self.line.returnPressed.connect(self.add)
        self.line.textChanged.connect(self._on_words)
        self.who = QLineEdit()
        self.who.setMaxLength(_LONGEST)
        self.who.setPlaceholderText(_("Who"))
        self.who.setAccessibleName(_("Who does it"))
        self.who.returnPressed.connect(self.add)
        self.day = DayEditor(appearance, width=_DAY)
        self.day.describe(_("By when"), "")
        self.day.edited.connect(self._on_day)
        self.add_button = other_button(_("Add"))
        self.add_button.setAccessibleName(_("Add this decision"))
        self.add_button.clicked.connect(self.add)
        self._compose()
        self._fit()
        appearance.changed.connect(self._fit)

    def show_resolves(self, resolves: Sequence[Resolve], *, open_: bool) -> None:
        """Show what was decided; a finished review takes no more, but says what was done."""
        self._adding.setVisible(open_)
        if tuple(resolves) == self._shown and self._rows.count():
            return
        self._shown = tuple(resolves)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in self._shown:
            self._rows.addWidget(self._row(each, open_=open_))
            self._rows.addWidget(Hairline())
        if not self._shown and not open_:
            self._rows.addWidget(PlainLabel(_("Nothing was decided."), tone="ink2"))
        shown = (self._rows.itemAt(n) for n in range(self._rows.count()))
        rows = [row for each in shown if each is not None and (row := each.widget()) is not None]
        order_tabs(*rows, self._adding)

    def add(self) -> None:
        """Take what was typed as a decision."""
        text = clean(self.line.text()).strip()
        if not text:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.put.emit(
            Resolve(id=new_id(), text=text, who=clean(self.who.text()).strip(), by=self._by)
        )
        self.line.clear()
        self.who.clear()
        self._by = None
        self.day.show_value(None)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
        else:
            super().keyPressEvent(event)

    def _row(self, resolve: Resolve, *, open_: bool) -> QWidget:
        px = self._appearance.px
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, px(6), 0, px(6))
        line.setSpacing(px(8))
        tick = _Tick(self._appearance, resolve)
        tick.toggled.connect(lambda done: self.put.emit(replace(resolve, done=done)))
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, px(4), 0, 0)
        words.addWidget(PlainLabel(resolve.text, wrap=True))
        if who := say_who(resolve):
            words.addWidget(PlainLabel(who, style="caption", tone="ink2", wrap=True))
        line.addLayout(words, 1)
        if open_:
            gone = IconButton(
                self._appearance,
                "close",
                _("Remove the decision “{text}”", text=resolve.text[:60]),
                size=18,
                side=28,
            )
            gone.clicked.connect(lambda: self.removed.emit(resolve.id))
            line.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _compose(self) -> None:
        self._adding = QWidget()
        self._lines = QVBoxLayout(self._adding)
        self._lines.addWidget(self.line)
        self._details = QWidget()
        self._flow = FlowLayout(self._details)
        for each in (self.who, PlainLabel(_("by"), tone="ink2"), self.day, self.add_button):
            self._flow.addWidget(each)
        self._lines.addWidget(self._details)
        self._details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addWidget(self._adding)

    def _on_words(self, text: str) -> None:
        self._details.setVisible(bool(text.strip()))

    def _on_day(self, value: Value | None) -> None:
        self._by = value.day if isinstance(value, Day) else None

    def _fit(self) -> None:
        px = self._appearance.px
        self._lines.setContentsMargins(0, px(8), 0, 0)
        self._lines.setSpacing(px(8))
        self._flow.set_gaps(px(8), px(8))
        self.who.setFixedWidth(px(_WHO))


class _Tick(QToolButton):
    """A box that says whether something is done."""

    def __init__(self, appearance: Appearance, resolve: Resolve) -> None:
        super().__init__()
        self._appearance = appearance
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setChecked(resolve.done)
        self.setAccessibleName(_("Done: {text}", text=resolve.text[:60]))
        self.toggled.connect(self._show)
        self._show(resolve.done)

    def _show(self, done: bool) -> None:
        self.setIcon(self._appearance.icons.icon("check" if done else "square", size=18))
        side = self._appearance.px(28)
        self.setFixedSize(side, side)
