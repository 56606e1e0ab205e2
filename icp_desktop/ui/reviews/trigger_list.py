"""What else calls for a review: a new list of customers, a new product, something of one's own."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from icp_desktop.i18n import _, later
from icp_desktop.model.ids import new_id
from icp_desktop.model.review import Occasion, Trigger
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.moments import say_day, today
from icp_desktop.ui.widgets.buttons import IconButton, literal, small_button
from icp_desktop.ui.widgets.labels import PlainLabel

SHIPPED: dict[Occasion, str] = {
    "list": later("a new list of customers is read in"),
    "product": later("there is a new product"),
}


class TriggerList(QWidget):
    """Boxes to tick for what is known, rows for the person's own."""

    put = Signal(object)
    removed = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        """Offer what is known."""
        super().__init__()
        self._appearance = appearance
        self._shown: tuple[Trigger, ...] | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.px(6))

    def show_triggers(self, triggers: Sequence[Trigger]) -> bool:
        """Show what calls for a review, and what has happened; say whether rows are new."""
        if tuple(triggers) == self._shown:
            return False
        self._shown = tuple(triggers)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for occasion, words in SHIPPED.items():
            found = next((each for each in self._shown if each.occasion == occasion), None)
            self._rows.addWidget(self._known(occasion, _(words), found))
        for each in self._shown:
            if each.occasion == "own":
                self._rows.addWidget(self._own(each))
        return True

    def _known(self, occasion: Occasion, words: str, found: Trigger | None) -> QWidget:
        box = QCheckBox(literal(words))
        box.setChecked(found is not None)
        box.toggled.connect(lambda on: self._on_box(occasion, found, on))
        told = found is not None and occasion != "list"
        return self._line(box, found if told else None)

    def _own(self, trigger: Trigger) -> QWidget:
        gone = IconButton(
            self._appearance,
            "close",
            _("Remove “{text}”", text=trigger.text[:60]),
            size=18,
            side=28,
        )
        gone.clicked.connect(lambda: self.removed.emit(trigger.id))
        return self._line(PlainLabel(trigger.text, wrap=True), trigger, gone)

    def _line(self, words: QWidget, told: Trigger | None, *after: QWidget) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._appearance.px(8))
        line.addWidget(words, 1)
        if told is not None and told.happened is None:
            button = small_button(_("It happened"))
            button.setAccessibleName(_("It happened: {text}", text=_words(told)))
            button.clicked.connect(lambda: self.put.emit(replace(told, happened=today())))
            line.addWidget(button)
        elif told is not None and told.happened is not None:
            since = PlainLabel(say_day(told.happened), style="caption", tone="ink2")
            line.addWidget(since)
            button = small_button(_("Not yet"))
            button.setAccessibleName(_("Not yet: {text}", text=_words(told)))
            button.clicked.connect(lambda: self.put.emit(replace(told, happened=None)))
            line.addWidget(button)
        for each in after:
            line.addWidget(each)
        return holder

    def _on_box(self, occasion: Occasion, found: Trigger | None, on: bool) -> None:
        if on and found is None:
            self.put.emit(Trigger(id=new_id(), occasion=occasion))
        elif not on and found is not None:
            self.removed.emit(found.id)


def _words(trigger: Trigger) -> str:
    return trigger.text[:60] if trigger.occasion == "own" else _(SHIPPED[trigger.occasion])
