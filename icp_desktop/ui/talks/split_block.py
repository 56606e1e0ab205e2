"""Which quotes of a theme are something else: ticked, named, and moved to a theme of their own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout

from icp_desktop.i18n import _
from icp_desktop.insight.themes import HeardQuote
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.widgets.buttons import literal, other_button, quiet_button
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import Card

_SHOWN = 60  # characters of a quote, enough to tell it from the others


class SplitBlock(Card):
    """Tick quotes and name their theme; `split` carries their ids and the name."""

    split = Signal(object, str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("card")
        px = appearance.px
        self._boxes: list[tuple[str, QCheckBox]] = []
        self._lead = PlainLabel(
            _("Tick what is something else, and name it."), tone="ink2", wrap=True
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(4))
        self.name = QLineEdit()
        self.name.setMaxLength(80)
        self.name.setPlaceholderText(_("Name of the new theme"))
        self.name.setAccessibleName(_("Name of the new theme"))
        self.name.textChanged.connect(self._judge)
        self.button = other_button(_("Move to a new theme"))
        self.button.clicked.connect(self._split)
        cancel = quiet_button(_("Cancel"))
        cancel.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.button)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._lead)
        column.addLayout(self._rows)
        column.addWidget(self.name)
        column.addLayout(buttons)
        self.hide()

    def start(self, heard: Sequence[HeardQuote]) -> None:
        """Offer the quotes of a theme."""
        for _quote, box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = []
        for each in heard:
            words = each.quote.text.replace("\n", " ")
            shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
            box = QCheckBox(literal(_("“{words}”", words=shown)))
            box.setAccessibleName(each.quote.text)
            box.toggled.connect(self._judge)
            self._rows.addWidget(box)
            self._boxes.append((each.quote.id, box))
        self.name.clear()
        self._judge()
        self.show()
        if self._boxes:
            self._boxes[0][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self) -> frozenset[str]:
        return frozenset(quote for quote, box in self._boxes if box.isChecked())

    def _judge(self) -> None:
        self.button.setEnabled(bool(self._ticked()) and bool(self.name.text().strip()))

    def _split(self) -> None:
        self.hide()
        self.split.emit(self._ticked(), self.name.text().strip())
