"""The list of what is hidden from a copy: for the owner, to be looked over before it goes out."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from icp_desktop.i18n import _, n_
from icp_desktop.sharing.choice import HIDING_NAMES, Choice, Hidden
from icp_desktop.ui.appearance import Appearance
from icp_desktop.ui.pages.two_line_rows import RowAction, TwoLineList, TwoLineRow
from icp_desktop.ui.widgets.buttons import icon_button, other_button, quiet_button
from icp_desktop.ui.widgets.flow_layout import FlowLayout
from icp_desktop.ui.widgets.labels import PlainLabel
from icp_desktop.ui.widgets.surfaces import PageScroll

_STEP = 40  # rows that are shown at first, and each time more are asked for
_LONGEST = 120


class HiddenPanel(QFrame):
    """Show what is hidden; hide more words, keep what is no name, save the list.

    `chosen` carries the Choice that results; `closed` asks for the paper again.
    """

    chosen = Signal(object)
    closed = Signal()
    save_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._choice = Choice()
        self._hidden: tuple[Hidden, ...] = ()
        self._most = _STEP
        self.close_button = icon_button(appearance, "close", _("Close the list"))
        self.close_button.clicked.connect(self.closed)
        self.save_button = other_button(_("Save the list…"))
        self.save_button.clicked.connect(self.save_asked)
        self.word = QLineEdit()
        self.word.setMaxLength(_LONGEST)
        self.word.setPlaceholderText(_("A name or word"))
        self.word.setAccessibleName(_("Also hide"))
        self.word.returnPressed.connect(self._on_hide)
        self.hide_button = other_button(_("Hide"))
        self.hide_button.setAccessibleName(_("Hide this word too"))
        self.hide_button.clicked.connect(self._on_hide)
        self.list = TwoLineList(appearance)
        self.more_button = quiet_button(_("Show more"), flush=True)
        self.more_button.clicked.connect(self._on_more)
        self._compose(appearance.px)

    def show_hidden(self, hidden: tuple[Hidden, ...], choice: Choice) -> None:
        """Show what a copy hides."""
        self._hidden, self._choice = hidden, choice
        self._also.setVisible(choice.audience == "anyone")
        self._show()

    def _show(self) -> None:
        guesses = [each for each in self._hidden if each.kind == "guess"]
        rest = [each for each in self._hidden if each.kind != "guess"]
        kept = [self._kept_row(word) for word in self._choice.keep]
        rows = [*kept, *(self._row(each) for each in (*guesses, *rest))]
        self.list.show_rows(rows[: self._most])
        self.more_button.setVisible(len(rows) > self._most)

    def _row(self, hidden: Hidden) -> TwoLineRow:
        kind = _(HIDING_NAMES[hidden.kind])
        places = n_("{n} place", "{n} places", hidden.places)
        became = _("becomes “{code}”", code=hidden.became) if hidden.became else _("left out")
        actions: tuple[RowAction, ...] = ()
        if hidden.kind == "guess":
            actions = (RowAction(words=_("Keep it"), act=lambda: self._keep(hidden.was)),)
        if hidden.kind == "name" and hidden.was in self._choice.also:
            actions = (
                RowAction(words=_("Show it again"), act=lambda: self._show_again(hidden.was)),
            )
        return TwoLineRow(
            strong=hidden.was[:200], line=f"{kind}, {became}, {places}", actions=actions
        )

    def _kept_row(self, word: str) -> TwoLineRow:
        action = RowAction(words=_("Hide it"), act=lambda: self._unkeep(word))
        return TwoLineRow(strong=word, line=_("Not a name, stays"), actions=(action,))

    def _keep(self, word: str) -> None:
        self.chosen.emit(replace(self._choice, keep=(*self._choice.keep, word)))

    def _unkeep(self, word: str) -> None:
        kept = tuple(each for each in self._choice.keep if each != word)
        self.chosen.emit(replace(self._choice, keep=kept))

    def _show_again(self, word: str) -> None:
        also = tuple(each for each in self._choice.also if each != word)
        self.chosen.emit(replace(self._choice, also=also))

    def _on_hide(self) -> None:
        word = self.word.text().strip()
        if word and word not in self._choice.also:
            self.word.clear()
            self.chosen.emit(replace(self._choice, also=(*self._choice.also, word)))

    def _on_more(self) -> None:
        self._most += _STEP
        self._show()

    def _compose(self, px: Callable[[float], int]) -> None:
        head = QHBoxLayout()
        head.addWidget(PlainLabel(_("What is hidden"), style="lead_strong"), 1)
        head.addWidget(self.save_button)
        head.addWidget(self.close_button)
        note = PlainLabel(
            _(
                "This list is yours: it is not in the copy. Look it over, and read the copy too: "
                "a story can tell whose it is without any name."
            ),
            tone="ink2",
            wrap=True,
        )
        self._also = QWidget()
        line = FlowLayout(self._also, gap=px(8), row_gap=px(8))
        label = PlainLabel(_("Also hide"), tone="ink2")
        label.setBuddy(self.word)
        self.word.setMinimumWidth(px(180))
        for part in (label, self.word, self.hide_button):
            line.addWidget(part)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(px(24), px(12), px(24), px(24))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(note)
        column.addWidget(self._also)
        column.addWidget(self.list)
        column.addWidget(self.more_button)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageScroll(content))
