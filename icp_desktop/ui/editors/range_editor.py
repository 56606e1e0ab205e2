"""What the editors of figures and of sums share: two ends, and the order between them."""

from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.values import MoneyRange, NumberRange, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor, keep_caret
from icp_desktop.ui.editors.figures import explain_figure, read_figure, write_figure
from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field

_PATIENCE = 800  # milliseconds before a half-typed figure is called wrong
_UNIT_WIDTH = 152


class RangeEditor(Editor):
    """Edit two figures, either of which may be left blank, and their unit.

    A figure that cannot be read, or a first one above the second, is kept as typed, is not
    emitted, and is explained: after a pause, or when the input goes elsewhere.
    """

    def __init__(
        self,
        field: Field,
        appearance: Appearance,
        *,
        figure_width: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._figure_width = figure_width
        self._low, self._high = QLineEdit(), QLineEdit()
        self._to = PlainLabel(_("to"), tone="ink2")
        self._unit = Combo()
        self._only_unit = PlainLabel(tone="ink2")
        self._first_unit = field.units[0].id if field.units else ""
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._settle)
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._flow = FlowLayout(row)
        for part in (self._low, self._to, self._high, self._unit, self._only_unit):
            self._flow.addWidget(part)
        for option in field.units:
            self._unit.addItem(option.label, option.id)
        self._unit.setVisible(len(field.units) > 1)
        self._only_unit.setText(field.units[0].label if len(field.units) == 1 else "")
        self._only_unit.setVisible(len(field.units) == 1)
        for line in (self._low, self._high):
            line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
            line.textEdited.connect(self._on_edited)
        self._unit.activated.connect(self._on_edited)
        self._watch(self._low, self._high, self._unit)
        self._add(row)
        self._fit()

    @override
    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self._low.setAccessibleName(_("{field}, from", field=name))
        self._high.setAccessibleName(_("{field}, to", field=name))
        self._unit.setAccessibleName(_("{field}, unit", field=name))

    def _make(self, low: Decimal | None, high: Decimal | None, unit: str) -> Value:
        """Return the value for two figures, at least one of which is there."""
        raise NotImplementedError

    @override
    def _display(self, value: Value | None) -> None:
        self._patience.stop()
        low = value.low if isinstance(value, NumberRange | MoneyRange) else None
        high = value.high if isinstance(value, NumberRange | MoneyRange) else None
        unit = value.unit if isinstance(value, NumberRange | MoneyRange) else self._first_unit
        self._show_figure(self._low, low)
        self._show_figure(self._high, high)
        if unit and self._unit.findData(unit) < 0:
            self._unit.addItem(unit, unit)  # a unit of an older worksheet
            self._unit.setVisible(self._unit.count() > 1)
        self._unit.show_id(unit)

    def _show_figure(self, line: QLineEdit, number: Decimal | None) -> None:
        try:
            same = read_figure(line.text()) == number and bool(line.text()) == (number is not None)
        except ValueError:
            same = False
        if not same or not line.hasFocus():
            keep_caret(line, write_figure(number))

    @override
    def _settle(self) -> None:
        """Explain what cannot be taken, now that the person has stopped."""
        self._patience.stop()
        try:
            low, high = read_figure(self._low.text()), read_figure(self._high.text())
        except ValueError as error:
            self._tell(explain_figure(str(error)))
            return
        if low is not None and high is not None and low > high:
            sentence = _("The first figure is higher than the second.")
            self._tell(sentence, _("Swap them"), self._swap)
        else:
            self._tell("")

    @override
    def _fit(self) -> None:
        super()._fit()
        px = self._appearance.px
        self._flow.set_gaps(px(8), px(8))
        for line in (self._low, self._high):
            line.setFixedWidth(px(self._figure_width))
        self._unit.setMinimumWidth(px(_UNIT_WIDTH))

    def _on_edited(self) -> None:
        try:
            low, high = read_figure(self._low.text()), read_figure(self._high.text())
        except ValueError:
            self._patience.start()
            return
        if low is not None and high is not None and low > high:
            self._patience.start()
            return
        self._patience.stop()
        if low is None and high is None:
            self._take(None)
        else:
            self._take(self._make(low, high, self._unit.current_id() or self._first_unit))

    def _swap(self) -> None:
        low, high = self._low.text(), self._high.text()
        self._low.setText(high)
        self._high.setText(low)
        self._low.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()
