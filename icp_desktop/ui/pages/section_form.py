"""One section of the worksheet as a form: a row per field, the leading ones first."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import n_
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.done_line import DoneLine
from icp_desktop.ui.pages.field_row import FieldRow, RowFrame
from icp_desktop.ui.pages.market_button import MarketButton
from icp_desktop.ui.pages.tab_order import order_tabs
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll
from icp_desktop.worksheet.definitions import Field, Section

_SIDE, _TOP, _BETWEEN = 32, 16, 20
_GUTTER = 52  # between the form and its margin: 32, a rule, 20
_WITH_MARGIN = 860  # the width of the page from which there is a margin column
_FORM, _WIDEST_FORM = 608, 680
_MARGIN, _WIDE_MARGIN = 244, 264
_AFTER_RELEASE = 20  # ms between two looks at whether the mouse button is still down


class SectionForm(QWidget):
    """Show the fields of a section and follow the focus: one row at a time is open.

    `moved` carries the id of the field the focus has come to.
    """

    moved = Signal(str)
    scrolled = Signal()

    def __init__(
        self,
        appearance: Appearance,
        frame: RowFrame,
        section: Section,
        market_button: MarketButton | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self._appearance = appearance
        self._frame = frame
        self._open_row: FieldRow | None = None
        self._entered: FieldRow | None = None
        self._released = QTimer(self, singleShot=True, interval=_AFTER_RELEASE)
        self._released.timeout.connect(self._open_entered)
        self._columns = (0, 0)
        market = frame.answers.market
        core = section.core(market)
        self._more_fields = [f for f in section.asked(market) if f not in core]
        self._sheet = _Sheet(appearance)
        self._sheet.resized.connect(self._fit)
        self._lines = QVBoxLayout(self._sheet)
        self._done = DoneLine(section, market)
        self._add_lead(market_button)
        self._rows = [self._add_row(field) for field in core]
        self._more = self._add_fold()
        self._lines.addStretch(1)
        self.area = PageScroll(self._sheet)
        self.area.verticalScrollBar().valueChanged.connect(self.scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        appearance.changed.connect(self._fit)

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """The rows that have been made, in order."""
        return tuple(self._rows)

    @property
    def field(self) -> str:
        """The id of the field that is open, "" if none is."""
        return self._open_row.field.id if self._open_row else ""

    def show_answers(self) -> None:
        """Show the answers as they are now; rows whose answer is the same object do nothing."""
        for row in self._rows:
            row.show_answer(self._frame.answers.find(row.field))
            row.comments.show_comments(self._frame.answers.comments(row.field))
        self._done.show_answers(self._frame.answers.all())

    def focus_field(self, field_id: str) -> None:
        """Put the focus on a field, the first one if it is not asked here."""
        if any(field.id == field_id for field in self._more_fields):
            self._unfold()
        row = self._row(field_id) or (self._rows[0] if self._rows else None)
        if row is None:
            return
        # A form that has just been shown has no sizes yet, and nothing could come into view.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        row.focus_editor()
        self._open(row)
        self.area.ensureWidgetVisible(row, 0, self._appearance.px(_BETWEEN))
        if row is self._rows[0]:
            self.area.verticalScrollBar().setValue(0)

    def focus_next(self, by: int) -> bool:
        """Go to the next or the previous answer; say whether there is one."""
        now = self._rows.index(self._open_row) if self._open_row in self._rows else -1
        if now + by >= len(self._rows) and self._more_fields and self._more.isVisible():
            self._unfold()
        if not 0 <= now + by < len(self._rows):
            return False
        self.focus_field(self._rows[now + by].field.id)
        return True

    def note_focus(self, widget: QWidget | None) -> None:
        """Open the row that a widget with the focus stands in."""
        while widget is not None and widget is not self:
            if isinstance(widget, FieldRow):
                self._entered = widget
                self._open_entered()
                return
            widget = widget.parentWidget()

    def _open_entered(self) -> None:
        """Open the row that was entered, by mouse only once the button is up.

        Near the top the scroll bar cannot make up for what folds above, and a click would miss.
        """
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._released.start()
        elif self._entered is not None:
            self._open(self._entered)
            self._entered = None

    def _add_lead(self, market_button: MarketButton | None) -> None:
        words = self.section.wording(self._frame.answers.market)
        line = QHBoxLayout()
        line.setSpacing(self._appearance.px(16))
        line.addWidget(PlainLabel(words.lead, tone="ink2", wrap=True), 1)
        if market_button is not None:
            line.addWidget(market_button, 0, Qt.AlignmentFlag.AlignTop)
        self._lead = QWidget()
        both = QVBoxLayout(self._lead)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(self._appearance.px(6))
        both.addLayout(line)
        both.addWidget(self._done)
        self._lines.addWidget(self._lead)

    def _add_row(self, field: Field) -> FieldRow:
        row = FieldRow(self._appearance, self._frame, field)
        row.opened.connect(lambda: self._open(row))
        row.show_answer(self._frame.answers.find(field))
        row.comments.show_comments(self._frame.answers.comments(field))
        self._lines.addWidget(row)
        return row

    def _add_fold(self) -> QWidget:
        button = quiet_button(
            n_("More detail ({n})", "More detail ({n})", len(self._more_fields)),
            icon=self._appearance.icons.icon("chevron-down", size=16),
            flush=True,
        )
        button.clicked.connect(self._on_unfold)
        if not self._more_fields:
            button.hide()
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _on_unfold(self) -> None:
        first = self._more_fields[0].id
        self._unfold()
        self.focus_field(first)

    def _unfold(self) -> None:
        """Make the rows of what waited under "more detail"."""
        if self._more.isHidden():
            return
        self._more.hide()
        self._lines.takeAt(self._lines.count() - 1)
        added = [self._add_row(field) for field in self._more_fields]
        order_tabs(*self._rows[-1:], *added)
        self._rows += added
        self._lines.addStretch(1)
        for row in added:
            row.set_columns(*self._columns)
        self._activate()

    def _row(self, field_id: str) -> FieldRow | None:
        return next((row for row in self._rows if row.field.id == field_id), None)

    def _open(self, row: FieldRow) -> None:
        if row is self._open_row:
            return
        before, self._open_row = self._open_row, row

        def change() -> None:
            if before is not None:
                before.set_open(False)
            row.set_open(True)

        self._keep_in_place(row, change)
        self.moved.emit(row.field.id)

    def _keep_in_place(self, row: FieldRow, change: Callable[[], None]) -> None:
        if self.isVisible():
            self.area.keep_in_place(row, change)
        else:
            change()

    def _activate(self) -> None:
        self._lines.activate()

    def _fit(self) -> None:
        """Give form and margin their widths for the room there is."""
        px = self._appearance.px
        room = self.width() - 2 * px(_SIDE)  # the scroll bar stands in the right margin
        if self.width() >= px(_WITH_MARGIN):
            wide = room >= px(_FORM + _GUTTER + _WIDE_MARGIN)
            margin = px(_WIDE_MARGIN if wide else _MARGIN)
            form = min(room - px(_GUTTER) - margin, px(_FORM))
            rule = px(_SIDE) + form + px(32)
        else:
            margin, form, rule = 0, min(room, px(_WIDEST_FORM)), 0
        if (form, margin) == self._columns:
            return  # only the height has changed, as with every new line of an answer
        self._columns = (form, margin)
        self._lines.setContentsMargins(px(_SIDE), px(_TOP), 0, px(32))
        self._lines.setSpacing(px(_BETWEEN))
        self._sheet.set_rule(rule)
        self._lead.setFixedWidth(form)
        for row in self._rows:
            row.set_columns(form, margin)


class _Sheet(QWidget):
    """The ground of a form; the rule before the margin runs its whole height."""

    resized = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rule = 0

    def set_rule(self, left: int) -> None:
        """Choose where the rule stands, 0 for none."""
        if left != self._rule:
            self._rule = left
            self.update()

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._rule:
            painter = QPainter(self)
            stroke = self._appearance.theme.stroke
            line = self._appearance.color("line")
            painter.fillRect(self._rule, 0, stroke, self.height(), line)
