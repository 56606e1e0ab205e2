"""Ranges of figures with a unit, and of sums of money with a period."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from icp_desktop.model.values import MoneyRange, NumberRange, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.figures import is_sign_before
from icp_desktop.ui.editors.range_editor import RangeEditor
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.worksheet.definitions import Field
from icp_desktop.worksheet.phrases import currency_symbol

_NUMBER_WIDTH, _MONEY_WIDTH = 72, 96
_SIGN_GAP = 6


class NumberRangeEditor(RangeEditor):
    """Edit two figures and their unit."""

    def __init__(self, field: Field, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(field, appearance, figure_width=_NUMBER_WIDTH, parent=parent)

    @override
    def _make(self, low: Decimal | None, high: Decimal | None, unit: str) -> Value:
        return NumberRange(low=low, high=high, unit=unit)


class MoneyRangeEditor(RangeEditor):
    """Edit two sums and their period; a sum keeps the currency it was given in."""

    def __init__(
        self,
        field: Field,
        currency: str,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        self._signs: list[PlainLabel] = []
        self._project_currency = self._currency = currency
        super().__init__(field, appearance, figure_width=_MONEY_WIDTH, parent=parent)
        for line in (self._low, self._high):
            sign = PlainLabel(tone="ink3", parent=line)
            sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._signs.append(sign)
        self._show_signs()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange} and self._signs:
            self._place_signs()
        return super().eventFilter(watched, event)

    @override
    def _make(self, low: Decimal | None, high: Decimal | None, unit: str) -> Value:
        return MoneyRange(low=low, high=high, currency=self._currency, unit=unit)

    @override
    def _display(self, value: Value | None) -> None:
        own = value.currency if isinstance(value, MoneyRange) else ""
        self._currency = own or self._project_currency
        super()._display(value)
        self._show_signs()

    @override
    def _fit(self) -> None:
        super()._fit()
        if self._signs:
            self._show_signs()

    def _show_signs(self) -> None:
        symbol = currency_symbol(self._currency)
        for sign, line in zip(self._signs, (self._low, self._high), strict=True):
            sign.setText(symbol)
            sign.ensurePolished()
            sign.adjustSize()
            room = sign.width() + self._appearance.px(_SIGN_GAP)
            before = is_sign_before()
            line.setTextMargins(room if before else 0, 0, 0 if before else room, 0)
            long = len(symbol) > 1
            line.setFixedWidth(self._appearance.px(_MONEY_WIDTH + 8 * long) + (room // 3) * long)
        self._place_signs()

    def _place_signs(self) -> None:
        edge = self._appearance.px(13)
        for sign, line in zip(self._signs, (self._low, self._high), strict=True):
            left = edge if is_sign_before() else line.width() - sign.width() - edge
            sign.move(left, (line.height() - sign.height()) // 2)
