"""Free words: a field that grows with its text."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from icp_desktop.model.values import Text, Value
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.editors.base import Editor
from icp_desktop.ui.widgets.growing_text import GrowingText
from icp_desktop.worksheet.definitions import Field, Size, Wording

_LINES: dict[Size, int] = {"short": 1, "text": 2, "long": 3}
_LARGE_LINES = 2


class TextEditor(Editor):
    """Edit free words; Tab leaves the field, a pasted text is cut to what an answer can hold."""

    def __init__(
        self,
        field: Field,
        wording: Wording,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._least_lines = _LINES[field.size]
        self._area = GrowingText(appearance, self._least_lines)
        self._area.setPlaceholderText(wording.placeholder)
        self._area.textChanged.connect(self._on_text_changed)
        self._area.noticed.connect(self._tell)
        self._watch(self._area)
        self._add(self._area)

    @override
    def set_scale_large(self, large: bool) -> None:
        super().set_scale_large(large)
        least = max(self._least_lines, _LARGE_LINES) if large else self._least_lines
        self._area.set_least_lines(least)

    @override
    def _display(self, value: Value | None) -> None:
        text = value.text if isinstance(value, Text) else ""
        typing = self._area.hasFocus()
        if typing and text.strip() == self._area.toPlainText().strip():
            return  # only spaces differ: the person is between two words
        self._area.show_text(text)

    def _on_text_changed(self) -> None:
        text = self._area.toPlainText()
        self._take(Text(text=text) if text.strip() else None)
