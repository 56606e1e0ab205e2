"""A caption above a control, in a row of several that wraps where it has no room."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from icp_desktop.ui.widgets.combo import Combo
from icp_desktop.ui.widgets.labels import PlainLabel


def labelled(words: str, control: QWidget) -> QWidget:
    """Return the control with its caption above it."""
    holder = QWidget()
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    label = PlainLabel(words, style="caption", tone="ink2")
    label.setBuddy(control)
    control.setAccessibleName(words)
    rows.addWidget(label)
    rows.addWidget(control)
    return holder


def fill(combo: Combo, entries: list[tuple[str, str]], chosen: str) -> None:
    """Offer entries by id and words and show the chosen one, without emitting."""
    now = [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())]
    blocked = combo.blockSignals(True)
    if now != entries:
        combo.clear()
        for entry, words in entries:
            combo.addItem(words, entry)
    combo.blockSignals(blocked)
    combo.show_id(chosen)
