"""A list of pairs, such as pains with their relief."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from icp_desktop.i18n import _
from icp_desktop.model.ids import new_id
from icp_desktop.model.values import Pair, Pairs, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.editors.pair_row import PairRow
from icp_desktop.ui.widgets.buttons import quiet_button
from icp_desktop.worksheet.definitions import Wording
from icp_desktop.worksheet.reading import MOST_ITEMS


class PairsEditor(Editor):
    """Edit pairs: Enter goes on, at the end to a new row; Backspace in an empty row removes it."""

    def __init__(
        self, wording: Wording, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._names = (wording.first or _("What"), wording.second or _("In return"))
        self._lines: list[PairRow] = []
        self._label = ""
        self._description = ""
        box = QWidget()
        self._stack = QVBoxLayout(box)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._add_button = quiet_button(
            _("Add another"), icon=appearance.icons.icon("plus", size=18, role="accent"), flush=True
        )
        self._add_button.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self._add_button)
        foot.addStretch(1)
        self._stack.addLayout(foot)
        self._add(box)
        self._show_pairs(())
        self._fit()

    @override
    def focus_widget(self) -> QWidget:
        return self._lines[0].first

    @override
    def describe(self, name: str, description: str) -> None:
        self._label, self._description = name, description
        self._name_lines()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QPlainTextEdit)
            and self._on_key(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    @override
    def _display(self, value: Value | None) -> None:
        self._show_pairs(value.items if isinstance(value, Pairs) else ())

    @override
    def _fit(self) -> None:
        super()._fit()
        self._stack.setSpacing(self._appearance.px(8))

    def _show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        shown = pairs or (Pair(id=new_id(), first=""),)
        while len(self._lines) > len(shown):
            self._drop(self._lines[-1])
        for number, pair in enumerate(shown):
            if number < len(self._lines):
                self._lines[number].show_pair(pair)
            else:
                self._append(pair)
        self._name_lines()

    def _append(self, pair: Pair) -> PairRow:
        line = PairRow(self._appearance, pair, self._names)
        line.changed.connect(self._on_changed)
        line.removed.connect(lambda: self._remove(line))
        line.first.noticed.connect(self._tell)
        line.second.noticed.connect(self._tell)
        self._stack.insertWidget(len(self._lines), line)
        self._lines.append(line)
        self._watch(line.first, line.second)
        line.remove_button.installEventFilter(self)
        return line

    def _drop(self, line: PairRow) -> None:
        self._lines.remove(line)
        for area in (line.first, line.second):
            self._controls.remove(area)
        self._stack.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _remove(self, line: PairRow) -> None:
        index = self._lines.index(line)
        if len(self._lines) == 1:
            line.show_pair(Pair(id=new_id(), first=""))
            line.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            heir = self._lines[index - 1] if index else self._lines[1]
            (heir.second if index else heir.first).setFocus(Qt.FocusReason.OtherFocusReason)
            self._drop(line)
        self._name_lines()
        self._on_changed()

    def _on_add(self) -> None:
        if len(self._lines) >= MOST_ITEMS:
            return
        line = self._append(Pair(id=new_id(), first=""))
        self._name_lines()
        line.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        items = tuple(line.pair() for line in self._lines if not line.is_empty())
        self._take(Pairs(items=items) if items else None)

    def _on_key(self, area: QPlainTextEdit, event: QKeyEvent) -> bool:
        """Move between the texts; say whether the key is used up."""
        line = next(each for each in self._lines if area in (each.first, each.second))
        index = self._lines.index(line)
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if area is line.first:
                line.second.setFocus(Qt.FocusReason.OtherFocusReason)
            elif index + 1 < len(self._lines):
                self._lines[index + 1].first.setFocus(Qt.FocusReason.OtherFocusReason)
            elif not line.is_empty():
                self._on_add()
            return True
        erases = plain and event.key() == Qt.Key.Key_Backspace and area is line.first
        if erases and index and line.is_empty():
            self._remove(line)
            return True
        return False

    def _name_lines(self) -> None:
        for number, line in enumerate(self._lines):
            line.set_place(number, self._names)
            for area in (line.first, line.second):
                area.setAccessibleDescription(self._description)
        stops = [w for line in self._lines for w in (line.first, line.second, line.remove_button)]
        for before, after in pairwise([*stops, self._add_button]):
            QWidget.setTabOrder(before, after)
        self._add_button.setEnabled(len(self._lines) < MOST_ITEMS)
        self._add_button.setAccessibleDescription(self._label)
