"""Who will read a document, what goes in, and how much that hides."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from icp_desktop.i18n import _
from icp_desktop.sharing.choice import AUDIENCES, Choice
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.reader_list import ReaderList
from icp_desktop.ui.widgets.buttons import literal, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel

Parts = Sequence[tuple[str, str]]


class ReadersBlock(QWidget):
    """Choose readers and parts; `chosen` carries the Choice, by the person only."""

    chosen = Signal(object)
    list_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._choice = Choice()
        self._parts: tuple[tuple[str, str], ...] = ()
        self.readers = ReaderList(appearance)
        self.readers.chosen.connect(self._on_reader)
        self.hides = PlainLabel(style="caption", tone="ink2", wrap=True)
        self.list_button = quiet_button(_("See the list"), flush=True)
        self.list_button.clicked.connect(self.list_asked)
        self.boxes: dict[str, QCheckBox] = {}
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel(_("Who will read it?"), style="strong"))
        column.addWidget(self.readers)
        told = QWidget()
        self._told = FlowLayout(told, gap=px(8), row_gap=px(4))
        self._told.addWidget(self.hides)
        self._told.addWidget(self.list_button)
        column.addWidget(told)
        column.addSpacing(px(8))
        column.addWidget(PlainLabel(_("What goes in?"), style="strong"))
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(px(4))
        column.addLayout(self._boxes)
        self.show_hidden("")

    def show_choice(self, choice: Choice, parts: Parts) -> None:
        """Show what is chosen, and the parts there are."""
        self._choice = choice
        self.readers.show_audience(choice.audience)
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self._make_boxes()
        for part, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(part not in choice.without)
            box.blockSignals(False)

    def show_hidden(self, words: str) -> None:
        """Say how much is hidden; nothing is said where nothing is."""
        self.hides.setText(_("Hides {what}.", what=words) if words else "")
        self.hides.setVisible(bool(words))
        self.list_button.setVisible(bool(words))

    def _make_boxes(self) -> None:
        for box in self.boxes.values():
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for part, name in self._parts:
            box = QCheckBox(literal(name))
            box.setAccessibleName(name)
            box.toggled.connect(lambda _on: self._on_part())
            self._boxes.addWidget(box)
            self.boxes[part] = box

    def _on_reader(self, word: str) -> None:
        audience = next(each for each in AUDIENCES if each == word)
        self._choose(replace(self._choice, audience=audience))

    def _on_part(self) -> None:
        without = tuple(p for p, box in self.boxes.items() if not box.isChecked())
        self._choose(replace(self._choice, without=without))

    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self.chosen.emit(choice)
